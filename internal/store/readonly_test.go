package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestReadOnly: a case that may not be written to is read, also while somebody who may
// is about to write, and says so when it should change.
func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.case")
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	added(t, c, capture("a", "forty tiles"))
	tx, err := c.(*tables).db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	ways := waysToRead(path)
	if len(ways) != 1 {
		t.Errorf("while the case is open it is read by %q", ways)
	}
	onlyRead(t, path, ways[0])
	if err := errors.Join(tx.Rollback(), c.Close()); err != nil {
		t.Fatal(err)
	}
	for _, how := range waysToRead(path) {
		onlyRead(t, path, how)
	}
}

// TestReadOnlyOfTheFirstVersion: a case that was begun before rows had checksums is read
// where it may not be brought up to date, and is brought up to date where it may.
func TestReadOnlyOfTheFirstVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.case")
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	added(t, c, capture("a", "forty tiles"))
	if _, err := c.Correct(t.Context(), "note: a = x", "Ana", noon); err != nil {
		t.Fatal(err)
	}
	for _, step := range []string{
		"ALTER TABLE captures DROP COLUMN checksum", "ALTER TABLE corrections DROP COLUMN checksum",
		"PRAGMA user_version = 1",
	} {
		if _, err := c.(*tables).db.Exec(step); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	for _, how := range waysToRead(path) {
		onlyRead(t, path, how)
	}
	if c, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if said, err := c.Corrections(t.Context()); err != nil || len(said) != 1 || c.(*tables).bare {
		t.Error(said, err)
	}
}

// onlyRead opens a case in a way in which it is not written to.
func onlyRead(t *testing.T, path, how string) {
	t.Helper()
	c, err := open(path, how)
	if err != nil {
		t.Fatalf("%s: %v", how, err)
	}
	defer c.Close()
	if captures, err := c.Captures(context.Background()); err != nil || len(captures) != 1 {
		t.Errorf("%s: %d captures, %v", how, len(captures), err)
	}
	if _, err := c.Corrections(context.Background()); err != nil {
		t.Errorf("%s: corrections: %v", how, err)
	}
	if _, err := c.Correct(context.Background(), "note: a = x", "", noon); !errors.Is(err, ErrLocked) {
		t.Errorf("%s: a correction: %v", how, err)
	}
	if err := c.Keep(context.Background(), "s", "1", map[string][]byte{"a": {1}}); !errors.Is(err, ErrLocked) {
		t.Errorf("%s: a result: %v", how, err)
	}
}

// TestReadOnlyFolder is the same by the rights of the file, which do not bind root.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.case")
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	added(t, c, capture("a", "forty tiles"))
	if err := errors.Join(c.Close(), os.Chmod(path, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	c, err = Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Correct(context.Background(), "note: a = x", "", noon); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
}
