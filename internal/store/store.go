package store

import (
	"context"
	"errors"
	"strings"
	"time"

	"stemma"
)

// Case is a case that is open. Its methods are safe for concurrent use.
type Case interface {
	// Add keeps captures. What the case has already, with the same bytes and the
	// same record, is left as it is; it gives how many were new. All are kept, or
	// none.
	Add(ctx context.Context, captures []stemma.Capture, at time.Time) (added int, err error)
	// Captures gives all captures in the order in which they came. A later version
	// of an input has its number behind its name. Known are the first of them, as they
	// were given before: they are not read again.
	Captures(ctx context.Context, known ...stemma.Capture) ([]stemma.Capture, error)
	// Correct keeps a line of corrections, and gives its number in the case.
	Correct(ctx context.Context, line, by string, at time.Time) (number int64, err error)
	// Withdraw takes a correction back; the error is ErrUnknown for one that is not
	// there or is withdrawn already.
	Withdraw(ctx context.Context, number int64, at time.Time) error
	// Corrections gives all of them, the withdrawn ones too, in order.
	Corrections(ctx context.Context) ([]Correction, error)
	// Mark changes whenever a capture or a correction is added or withdrawn, by
	// whichever process.
	Mark(ctx context.Context) (string, error)
	// Keep keeps what a stage made, by a digest of what it was given, and drops what
	// is nil. What other versions of the stage made is dropped.
	Keep(ctx context.Context, stage, version string, made map[string][]byte) error
	// Results gives all that a version of a stage made and that was kept.
	Results(ctx context.Context, stage, version string) (map[string][]byte, error)
	// Result gives what a version of a stage made of one input; nil where that was not kept.
	Result(ctx context.Context, stage, version, input string) ([]byte, error)
	Close() error
}

// Correction is a line of corrections as a case keeps it.
type Correction struct {
	Number    int64
	Line, By  string
	At        time.Time
	Withdrawn time.Time // zero: it stands
}

// Errors of a case.
var (
	ErrUnknown = errors.New("store: no such correction stands")
	ErrInUse   = errors.New("store: the case is in use by another process")
	ErrNoCase  = errors.New("store: the file is no case")
	ErrDamaged = errors.New("store: the file is damaged; copy what can be read of it, and begin anew")
	ErrLocked  = errors.New("store: the file, or the folder that it is in, may not be written to")
	ErrNewer   = errors.New("store: the case was written by a newer Stemma")
)

// Create makes a new case, which must not be there yet: in a file, or on a server where
// it is named by an address.
func Create(path string) (Case, error) {
	if isServer(path) {
		return createOnServer(path)
	}
	return createFile(path)
}

// Name is what a case is called where others read it: the path of its file, or its name
// on its server, without what else the address has.
func Name(path string) string {
	if !isServer(path) {
		return path
	}
	if at, err := parseServer(path); err == nil {
		return strings.TrimPrefix(at.schema, schemaPrefix)
	}
	return "case"
}

// Open opens a case. The error is ErrNoCase, ErrDamaged, ErrNewer, ErrInUse or that of
// the file or the server, with its name.
func Open(path string) (Case, error) {
	if isServer(path) {
		return openOnServer(path)
	}
	return openFile(path)
}
