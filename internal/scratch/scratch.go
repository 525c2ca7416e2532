// Package scratch gives room on disk for what memory does not hold: files in a
// folder of their own that are gone when the run ends, however it ends.
package scratch

import (
	"fmt"
	"os"

	"stemma/internal/reuse"
)

// Dir is a new folder below a given one. It is safe for concurrent use.
type Dir struct{ path string }

// New makes the folder; parent "" is the system's folder for temporary files.
// The error names the parent.
func New(parent string) (*Dir, error) {
	path, err := os.MkdirTemp(parent, "stemma-*")
	if err != nil {
		return nil, fmt.Errorf("scratch: %w", err)
	}
	return &Dir{path}, nil
}

// Close removes the folder and all in it.
func (d *Dir) Close() error { return os.RemoveAll(d.path) }

// New gives an empty file.
func (d *Dir) New() (reuse.Room, error) {
	f, err := os.CreateTemp(d.path, "room-*")
	if err != nil {
		return nil, fmt.Errorf("scratch: %w", err)
	}
	// Where the system allows it the name goes at once, so that a killed
	// process leaves nothing; elsewhere it goes with the folder.
	_ = os.Remove(f.Name())
	return file{f}, nil
}

type file struct{ *os.File }

// Write says which folder is full, since the file has no name any more.
func (f file) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	if err != nil {
		return n, fmt.Errorf("scratch: %w; --tmp names a folder with more room", err)
	}
	return n, nil
}
