package ingest

import (
	"context"
	"sort"
	"sync"
	"time"

	"stemma"
)

// Item is one report of a corpus as it was read. Name and Input share their
// memory, and so do the strings of Record; both stay valid.
type Item struct {
	// Name is the record's own id where it has one, else Input. Nothing keeps
	// two records of a corpus from having one name.
	Name string
	// Input is FILE#ID, FILE#LINE (in an array: FILE#PLACE), or the path. Two
	// records of a file that state one id have one input here; Read, which
	// knows all of them, adds "#LINE" to the second.
	Input string
	Place int // which record of its file it is, from 1: the line, or the place in an array; 0 for a file
	Media stemma.MediaType
	// Record is what the record states; zero for a file. Stated says that there
	// is a record, even one that states nothing.
	Record stemma.Record
	Stated bool
	// URL, Captured and Note are as in stemma.Capture.
	URL      string
	Captured time.Time
	Note     string
	// Data is the record's text or HTML, as UTF-8, or all bytes of a file, not
	// decoded. It is valid until visit returns.
	Data []byte
}

// Batch is some consecutive items of one input.
type Batch struct {
	// Number counts the batches from 0, without a gap, in the order of the
	// inputs by name and of the records in them. It does not depend on the
	// number of jobs.
	Number int
	Items  []Item // may be empty; valid until visit returns
}

// Stream reads the inputs as Read does and calls visit for every batch, from
// up to o.Jobs goroutines at once and in no order; what is done with a batch
// should be kept by its number. It holds a chunk of about chunkBytes, or one
// report, for each job and no more. Nothing is dropped as a duplicate.
//
// It gives a ledger row, sorted by input, for every input that became no item,
// and one with a note for a record of which something was not understood.
// The error is a *MissingError, the first that visit returned, which ends the
// run, or that of the context. When the context is done, visit is not called
// any more after Stream has returned, though a read of standard input that
// waits may still do so.
func Stream(ctx context.Context, inputs []string, o Options, visit func(Batch) error) ([]stemma.LedgerRow, error) {
	var lock sync.Mutex
	var failed []stemma.LedgerRow
	var remarks []remark
	ledger, err := stream(ctx, inputs, o, func(s *sheaf) error {
		if len(s.failed)+len(s.remarks) > 0 {
			lock.Lock()
			for _, f := range s.failed {
				failed = append(failed, f.row())
			}
			remarks = append(remarks, s.remarks...)
			lock.Unlock()
		}
		return visit(s.Batch)
	})
	if err != nil {
		return nil, err
	}
	ledger = append(append(ledger, failed...), noteRows(remarks)...)
	sortLedger(ledger)
	return ledger, nil
}

// sheaf is what one task gave.
type sheaf struct {
	Batch
	file   string   // the input's name
	raw    [][]byte // of each item that is a part of what was received: that; else nil
	failed []failure
	// remarks are names in records that nobody knows, each once.
	remarks []remark
}

// failure is a record, or a whole input, that became no item.
type failure struct {
	input string
	place int // as in Item
	refusal
	revisit
}

func (f failure) row() stemma.LedgerRow {
	return stemma.LedgerRow{Input: f.input, Outcome: f.outcome, Reason: f.why}
}

// stream finds the inputs, reads them and calls take for what each task gave.
// The rows that it returns are those of inputs that were not read at all.
func stream(ctx context.Context, named []string, o Options, take func(*sheaf) error) ([]stemma.LedgerRow, error) {
	o.MaxBytes = o.limit()
	inputs, ledger, err := walk(ctx, named)
	if err != nil {
		return nil, err
	}
	sort.Slice(inputs, func(i, j int) bool { return inputs[i].name < inputs[j].name })
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	f, c := newFeeder(within, o), newColumns(o.Fields)
	go f.feed(inputs)
	stop := firstError{cancel: cancel}
	var workers sync.WaitGroup
	for range max(1, o.Jobs) {
		workers.Go(func() { work(within, f, newWorker(within, o.MaxBytes, c), take, &stop) })
	}
	workers.Wait()
	if stop.err != nil {
		return nil, stop.err
	}
	return ledger, ctx.Err()
}

// work reads tasks until there are no more, or the run is ended.
func work(ctx context.Context, f *feeder, w *worker, take func(*sheaf) error, stop *firstError) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case t, more := <-f.tasks:
			if !more {
				return
			}
			if err := w.read(t, take); err != nil {
				stop.with(err)
			}
			if t.pooled() {
				f.release(t.data)
			}
		}
	}
}

// firstError keeps the first error of several goroutines and ends the others.
type firstError struct {
	once   sync.Once
	err    error
	cancel func()
}

func (e *firstError) with(err error) {
	e.once.Do(func() { e.err = err })
	e.cancel()
}
