package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stemma"
)

// input is one thing to read: a file, or standard input.
type input struct {
	name string // as it stands in the ledger
	path string // "" for standard input
}

// walker finds the inputs that are meant.
type walker struct {
	inputs []input
	ledger []stemma.LedgerRow
	seen   map[string]bool // names
}

func walk(ctx context.Context, named []string) ([]input, []stemma.LedgerRow, error) {
	w := &walker{seen: map[string]bool{}}
	for _, path := range named {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if err := w.named(ctx, path); err != nil {
			return nil, nil, err
		}
	}
	return w.inputs, w.ledger, nil
}

func (w *walker) named(ctx context.Context, path string) error {
	if path == "-" {
		w.add(input{name: "-"})
		return nil
	}
	info, err := os.Stat(path)
	switch {
	case path == "" || errors.Is(err, fs.ErrNotExist):
		return &MissingError{Input: path}
	case err != nil:
		w.row(name(path), stemma.Failed, reason(err))
	case info.IsDir():
		return w.folder(ctx, path)
	case !info.Mode().IsRegular():
		w.row(name(path), stemma.Failed, notAFile)
	default:
		w.add(input{name: name(path), path: path})
	}
	return nil
}

// folder adds the files below root. What it cannot list becomes a row.
func (w *walker) folder(ctx context.Context, root string) error {
	// A trailing separator makes a root that is a link be entered.
	return filepath.WalkDir(filepath.Clean(root)+string(filepath.Separator), func(path string, entry fs.DirEntry,
		err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		path = filepath.Clean(path)
		if err != nil {
			w.row(name(path), stemma.Failed, reason(err))
			return nil
		}
		if path != filepath.Clean(root) {
			return w.entry(path, entry)
		}
		return nil
	})
}

func (w *walker) entry(path string, entry fs.DirEntry) error {
	switch {
	case strings.HasPrefix(entry.Name(), "."):
		w.row(name(path), stemma.Skipped, hidden)
		if entry.IsDir() {
			return filepath.SkipDir
		}
	case entry.IsDir():
	case kindOf(path) == unknownKind:
		w.row(name(path), stemma.Skipped, unknownExtension)
	default:
		w.file(path)
	}
	return nil
}

// file adds the file at path, following a link to a file but not to a folder.
func (w *walker) file(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.row(name(path), stemma.Failed, reason(err))
	case info.IsDir():
		w.row(name(path), stemma.Skipped, "link to a folder: not followed")
	case !info.Mode().IsRegular():
		w.row(name(path), stemma.Failed, notAFile)
	default:
		w.add(input{name: name(path), path: path})
	}
}

const (
	notAFile = "not a regular file"
	hidden   = "hidden: the name starts with a dot"
)

func (w *walker) add(in input) {
	if w.seen[in.name] {
		w.row(in.name, stemma.Skipped, "named twice")
		return
	}
	w.seen[in.name] = true
	w.inputs = append(w.inputs, in)
}

func (w *walker) row(input string, outcome stemma.Outcome, reason string) {
	w.ledger = append(w.ledger, stemma.LedgerRow{Input: input, Outcome: outcome, Reason: reason})
}

// name is how a path stands in the ledger: clean, with slashes.
func name(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// reason is the cause of a file error without the path, which the row states.
func reason(err error) string {
	var in *fs.PathError
	if errors.As(err, &in) {
		return in.Err.Error()
	}
	return err.Error()
}
