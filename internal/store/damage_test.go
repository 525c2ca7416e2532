package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A file that is cut, or in which bytes are damaged, is named as damaged when it is
// opened or when what is damaged is read; and where it is not, captures and corrections
// are as they were kept, and so are the results that are found.
func TestDamageAnywhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.case")
	kept := damageable(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for n := range 400 {
		data := bytes.Clone(whole)
		at := (n*n*7919 + n*104729) % (len(data) - 64)
		switch {
		case n%4 == 0:
			data = data[:at]
		case n%4 == 1:
			data[at] ^= 1 << (n % 8)
		default:
			copy(data[at:], bytes.Repeat([]byte{byte(n)}, 64))
		}
		file := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := contents(t, file)
		switch {
		case errors.Is(err, ErrDamaged) || errors.Is(err, ErrNoCase) || errors.Is(err, ErrNewer):
			noticed++
		case err != nil:
			t.Errorf("at %d: %v", at, err)
		case !got.within(kept):
			t.Errorf("damaged at %d, and nobody says so", at)
		}
	}
	if noticed < 150 {
		t.Errorf("%d of 400 noticed", noticed)
	}
}

// A letter that becomes another one in any column of text is noticed, and the file is
// left as it is. (A page may hold a text twice: what it was before, and what is read.)
func TestDamagedLetter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.case")
	kept := damageable(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"https://mill.example/7", "gale-7.txt", "as Ada saw it", "text/plain", "2024-03-05T12",
		"note: a = x", "Ada Wren",
	} {
		noticed := 0
		for at := bytes.Index(whole, []byte(text)); at >= 0; at = next(whole, text, at) {
			data := bytes.Clone(whole)
			data[at+len(text)-1] ^= 2
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			switch got, err := contents(t, path); {
			case errors.Is(err, ErrDamaged):
				noticed++
			case err != nil || !got.within(kept):
				t.Errorf("%q at %d: got %v", text, at, err)
			}
			if left, err := os.ReadFile(path); err != nil || !bytes.Equal(left, data) {
				t.Errorf("%q at %d: the damaged file was changed: %v", text, at, err)
			}
		}
		if noticed == 0 {
			t.Errorf("%q: never noticed", text)
		}
	}
}

// next is where a text stands next, -1 for nowhere.
func next(all []byte, text string, at int) int {
	if more := bytes.Index(all[at+1:], []byte(text)); more >= 0 {
		return at + 1 + more
	}
	return -1
}

// A case that was begun without checksums gets them when it is opened.
func TestFirstVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.case")
	kept := damageable(t, path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`ALTER TABLE captures DROP COLUMN checksum; ALTER TABLE corrections DROP COLUMN checksum;
		PRAGMA user_version = 1`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		got, err := contents(t, path)
		if err != nil || !got.within(kept) || len(got.results) != len(kept.results) {
			t.Errorf("another case than before: %v", err)
		}
	}
}

// damageable makes a case with all sorts of rows, and gives what it holds.
func damageable(t *testing.T, path string) content {
	t.Helper()
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string][]byte{}
	for i := range 40 {
		text := fmt.Sprintf("the gale took %d tiles off the mill", i*i*i)
		x := capture(fmt.Sprintf("gale-%d.txt", i), text)
		x.URL, x.Note, x.Captured = fmt.Sprintf("https://mill.example/%d", i), "as Ada saw it", noon
		added(t, c, x)
		made[fmt.Sprint(i)] = bytes.Repeat([]byte(text), 50+i)
	}
	if _, err := c.Correct(t.Context(), "note: a = x", "Ada Wren", noon); err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(t.Context(), "story", "1", made); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	all, err := contents(t, path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// content is all that a case holds.
type content struct {
	said    string
	results map[string][]byte
}

// within says whether all is as in another one; results may be gone.
func (c content) within(other content) bool {
	for key, data := range c.results {
		if !bytes.Equal(other.results[key], data) {
			return false
		}
	}
	return c.said == other.said
}

func contents(t *testing.T, path string) (content, error) {
	t.Helper()
	c, err := Open(path)
	if err != nil {
		return content{}, err
	}
	defer c.Close()
	captures, err := c.Captures(t.Context())
	corrections, err2 := c.Corrections(t.Context())
	results, err3 := c.Results(t.Context(), "story", "1")
	said, err4 := json.Marshal([]any{captures, corrections})
	return content{string(said), results}, errors.Join(err, err2, err3, err4)
}
