package ingest

import (
	"context"
	"fmt"
	"io"
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
	Jobs     int       // files read at the same time; below 1 is 1
	// KeepDuplicates gives captures with the same content all the same.
	KeepDuplicates bool
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
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	items, ledger, err := walk(ctx, inputs)
	if err != nil {
		return nil, nil, err
	}
	read, err := readAll(ctx, items, o)
	if err != nil {
		return nil, nil, err
	}
	var captures []stemma.Capture
	for _, r := range read {
		captures = append(captures, r.captures...)
		ledger = append(ledger, r.ledger...)
	}
	sortCaptures(captures)
	if !o.KeepDuplicates {
		var twins []stemma.LedgerRow
		captures, twins = dropDuplicates(captures)
		ledger = append(ledger, twins...)
	}
	sort.SliceStable(ledger, func(i, j int) bool {
		if ledger[i].Input != ledger[j].Input {
			return ledger[i].Input < ledger[j].Input
		}
		return ledger[i].Reason < ledger[j].Reason
	})
	return captures, ledger, nil
}

// result is what one item gave.
type result struct {
	captures []stemma.Capture
	ledger   []stemma.LedgerRow
}

func (r *result) fail(input, reason string) {
	r.ledger = append(r.ledger, stemma.LedgerRow{Input: input, Outcome: stemma.Failed, Reason: reason})
}

// readAll reads the items, o.Jobs at a time. A result stands at the place of
// its item.
func readAll(ctx context.Context, items []item, o Options) ([]result, error) {
	results := make([]result, len(items))
	next := make(chan int)
	var workers sync.WaitGroup
	for range max(1, o.Jobs) {
		workers.Go(func() {
			for i := range next {
				results[i] = items[i].read(ctx, o)
			}
		})
	}
	for i := range items {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	return results, ctx.Err()
}
