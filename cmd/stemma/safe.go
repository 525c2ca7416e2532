package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"stemma/internal/ingest"
)

// target is a file that a flag asks to be written; "-" is stdout, "" nothing.
type target struct{ flag, name string }

// safe refuses, as a mistake of usage, what would destroy something: an output
// that is one of the inputs or, without force, any file that Stemma did not
// write; and two outputs that would be mixed.
func safe(inputs []string, force bool, s streams, targets ...target) error {
	for i, t := range targets {
		for _, other := range targets[:i] {
			if t.name != "" && sameTarget(t.name, other.name) {
				return exit{exitUsage, fmt.Errorf("%s and %s both go to %s", other.flag, t.flag, place(t.name))}
			}
		}
		if err := t.check(inputs, force, s.in); err != nil {
			return exit{exitUsage, err}
		}
	}
	return nil
}

func place(name string) string {
	if name == "-" {
		return "stdout"
	}
	return printable(name)
}

// sameTarget says whether two names are of one file, which may not be there yet.
func sameTarget(a, b string) bool {
	if a == "-" || b == "-" || a == "" || b == "" {
		return a == b
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	if errX == nil && errY == nil {
		return x.Mode().IsRegular() && os.SameFile(x, y)
	}
	return whole(a) == whole(b)
}

// whole is a name with the links in its folder followed.
func whole(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		name = filepath.Join(folder, filepath.Base(name))
	}
	return name
}

// check says what writing the target would destroy.
func (t target) check(inputs []string, force bool, stdin io.Reader) error {
	if t.name == "" || t.name == "-" {
		return nil
	}
	info, err := os.Stat(t.name)
	switch {
	case err != nil:
		return nil // not there, or the writing says why it cannot be
	case info.IsDir():
		return fmt.Errorf("%s %s: is a folder", t.flag, printable(t.name))
	case !info.Mode().IsRegular():
		return nil // a device or a pipe, which holds nothing
	}
	own := ownFile(t.name, info)
	switch {
	case isInput(inputs, stdin, info, own):
		return fmt.Errorf("%s %s: is an input, and would be overwritten", t.flag, printable(t.name))
	case !own && !force:
		return fmt.Errorf("%s %s: is there already and was not written by Stemma; --force writes over it", t.flag,
			printable(t.name))
	}
	return nil
}

// ownFile says whether a file is one that Stemma wrote, or says nothing.
func ownFile(name string, info fs.FileInfo) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 8192)
	n, _ := io.ReadFull(f, head)
	switch string(bytes.TrimSpace(head[:n])) {
	case "", "{}", "[]", "null":
		return info.Size() == int64(n)
	}
	return ingest.Own(head[:n])
}

// isInput says whether a file is among the inputs. What Stemma wrote is no
// input where it only lies in a folder that is one, since it is not read there.
func isInput(inputs []string, stdin io.Reader, file fs.FileInfo, own bool) bool {
	for _, in := range inputs {
		info, err := statInput(in, stdin)
		switch {
		case err != nil:
		case !info.IsDir():
			if os.SameFile(info, file) {
				return true
			}
		case !own && holds(in, file):
			return true
		}
	}
	return false
}

// statInput is what is known of an input, of which "-" may be a file that a
// shell has opened.
func statInput(in string, stdin io.Reader) (fs.FileInfo, error) {
	if in != "-" {
		return os.Stat(in)
	}
	if f, ok := stdin.(*os.File); ok {
		return f.Stat()
	}
	return nil, fs.ErrNotExist
}

// holds says whether a file is below a folder, under any name.
func holds(folder string, file fs.FileInfo) bool {
	found := false
	_ = filepath.WalkDir(filepath.Clean(folder)+string(filepath.Separator), func(path string, entry fs.DirEntry,
		err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if info, err := os.Stat(path); err == nil && os.SameFile(info, file) {
			found = true
			return filepath.SkipAll
		}
		return nil
	})
	return found
}
