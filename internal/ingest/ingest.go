package ingest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"sync"

	"stemma"
)

// DefaultMaxBytes is the limit of one report when Options states none: 8 MiB,
// five times the largest of 990 news pages (1.6 MB).
const DefaultMaxBytes = 8 << 20

// Options says how to read. The zero value is usable.
type Options struct {
	MaxBytes int64     // bytes of one file, or of one line of JSON Lines; 0 is DefaultMaxBytes
	Stdin    io.Reader // what the input "-" reads; nil is empty
	Jobs     int       // batches read at the same time; below 1 is 1
	// KeepDuplicates gives captures with the same content all the same.
	KeepDuplicates bool
	Fields         []Field // names in the user's records
	First          int     // the number of the first line of standard input; 0 is 1
}

// limit is MaxBytes as it is meant.
func (o Options) limit() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return min(o.MaxBytes, math.MaxInt-1) // one more must not overflow
}

// MissingError says that a named input does not exist.
type MissingError struct{ Input string }

// Error names the input.
func (e *MissingError) Error() string {
	return fmt.Sprintf("ingest: %s: no such file or folder", e.Input)
}

// Read reads the inputs, of which "-" is standard input and a folder stands for
// the files in it, however deep. It gives the captures, sorted by input, and a
// ledger row for every input that is not among them, sorted likewise. The error
// is a *MissingError, or that of the context.
func Read(ctx context.Context, inputs []string, o Options) ([]stemma.Capture, []stemma.LedgerRow, error) {
	read, ledger, err := Make(ctx, inputs, o, func(c stemma.Capture) []byte { return bytes.Clone(c.Data) })
	var captures []stemma.Capture
	for _, m := range read {
		m.Capture.Data = m.Value
		captures = append(captures, m.Capture)
	}
	return captures, ledger, err
}

// Made is a capture and what was made of it. Its Data are gone.
type Made[T any] struct {
	stemma.Capture
	Value T
}

// Make is Read for what is larger together than memory: make is called for every
// capture as soon as that is read, from up to o.Jobs goroutines at once, and its
// Data are valid until make returns. The name of that capture is not final, nor
// is the time when it was saved, for which duplicates may bear witness.
func Make[T any](ctx context.Context, inputs []string, o Options, make func(stemma.Capture) T) (
	[]Made[T], []stemma.LedgerRow, error,
) {
	kept, ledger, err := hold(ctx, inputs, o, func(c stemma.Capture) any { return make(c) })
	all := slices.Grow([]Made[T](nil), len(kept))
	for i := range kept {
		value, _ := kept[i].value.(T)
		all = append(all, Made[T]{kept[i].Capture, value})
	}
	return all, ledger, err
}

// hold is Make for what it need not know the type of.
func hold(ctx context.Context, inputs []string, o Options, make func(stemma.Capture) any) (
	[]held, []stemma.LedgerRow, error,
) {
	var lock sync.Mutex
	var read []result
	var remarks []remark
	ledger, err := stream(ctx, inputs, o, func(s *sheaf) error {
		r := newResult(s, make)
		lock.Lock()
		read, remarks = append(read, r), append(remarks, s.remarks...)
		lock.Unlock()
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	sort.Slice(read, func(i, j int) bool { return read[i].number < read[j].number })
	captures, failed := named(read, once(remarks))
	sortCaptures(captures)
	ledger = append(ledger, repeats(failed, captures)...)
	if !o.KeepDuplicates {
		var twins []stemma.LedgerRow
		captures, twins = dropDuplicates(captures)
		follow(ledger, twins)
		ledger = append(ledger, twins...)
	}
	sortLedger(ledger)
	return captures, ledger, nil
}

func sortLedger(ledger []stemma.LedgerRow) {
	sort.SliceStable(ledger, func(i, j int) bool {
		if ledger[i].Input != ledger[j].Input {
			return ledger[i].Input < ledger[j].Input
		}
		return ledger[i].Reason < ledger[j].Reason
	})
}
