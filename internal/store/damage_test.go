package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A file that is cut, or in which bytes are damaged, is named as damaged when it is
// opened or when what is damaged is read, and a file that is cut never gives less than
// was kept. (Letters of an address or of a name that become others are seen by nobody.)
func TestDamageAnywhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.case")
	kept := damageable(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for n := range 200 {
		data := bytes.Clone(whole)
		at := 100 + (n*n*7919+n*104729)%(len(data)-200)
		if n%4 == 0 {
			data = data[:at]
		} else {
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
		case got != kept && n%4 == 0:
			t.Errorf("cut at %d: other things than were kept", at)
		}
	}
	if noticed < 90 {
		t.Errorf("%d of 200 noticed", noticed)
	}
}

// damageable makes a case with all sorts of rows, and gives what it holds.
func damageable(t *testing.T, path string) string {
	t.Helper()
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string][]byte{}
	for i := range 40 {
		text := fmt.Sprintf("the gale took %d tiles off the mill", i*i*i)
		added(t, c, capture(fmt.Sprint(i), text))
		made[fmt.Sprint(i)] = bytes.Repeat([]byte(text), 50+i)
	}
	if _, err := c.Correct(t.Context(), "note: a = x", "Ada", noon); err != nil {
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

// contents are all that a case holds.
func contents(t *testing.T, path string) (string, error) {
	t.Helper()
	c, err := Open(path)
	if err != nil {
		return "", err
	}
	defer c.Close()
	captures, err := c.Captures(t.Context())
	corrections, err2 := c.Corrections(t.Context())
	results, err3 := c.Results(t.Context(), "story", "1")
	all, err4 := json.Marshal([]any{captures, corrections, results})
	return string(all), errors.Join(err, err2, err3, err4)
}
