package main

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/index"
	"stemma/internal/ingest"
	"stemma/internal/language"
	"stemma/internal/pipeline"
)

// reports reads the inputs, several at once, and calls visit with some reports
// at a time, in no order; what it gives is then called one at a time, in the
// order of the inputs and of the records in them. It gives the ledger's rows of
// what was not read, and of all where every is set.
func (c *common) reports(ctx context.Context, s streams, inputs []string, every bool, visit func([]index.Report) (func() error, error)) ([]stemma.LedgerRow, error) {
	jobs := c.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	progress, done := newProgress(s.err, c.Quiet)
	defer done()
	r := reports{every: every, rows: []stemma.LedgerRow{}, extract: sync.OnceValues(func() (*extract.Extractor, error) {
		pack, err := language.Load("en")
		if err != nil {
			return nil, err
		}
		return extract.New(pack), nil
	})}
	line, stop := newQueue(ctx)
	defer stop()
	read := 0
	ledger, err := ingest.Stream(ctx, inputs, ingest.Options{MaxBytes: c.MaxBytes, Stdin: s.in, Jobs: jobs}, func(b ingest.Batch) error {
		all := r.of(&b)
		then, err := visit(all)
		return line.turn(b.Number, err, func() error {
			if read += len(all); progress != nil {
				progress("reading", read, read)
			}
			return then()
		})
	})
	if err != nil {
		return nil, err
	}
	ledger = append(r.rows, ledger...)
	slices.SortFunc(ledger, func(x, y stemma.LedgerRow) int {
		return strings.Compare(x.Input+"\x00"+x.Reason, y.Input+"\x00"+y.Reason)
	})
	return ledger, nil
}

// reports makes what an index keeps of what was read.
type reports struct {
	extract func() (*extract.Extractor, error) // most corpora need none
	every   bool                               // whether what was read gets a row too

	mu   sync.Mutex
	rows []stemma.LedgerRow
}

func (r *reports) of(b *ingest.Batch) []index.Report {
	all := make([]index.Report, 0, len(b.Items))
	for i := range b.Items {
		report, err := r.report(&b.Items[i])
		switch {
		case err != nil:
			r.note(stemma.LedgerRow{Input: b.Items[i].Input, Outcome: stemma.Failed, Reason: err.Error()})
			continue
		case r.every:
			r.note(stemma.LedgerRow{Input: b.Items[i].Input, Outcome: stemma.Read, Report: stemma.Maybe(report.Name)})
		}
		all = append(all, report)
	}
	return all
}

func (r *reports) note(row stemma.LedgerRow) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rows = append(r.rows, row)
}

// report gives an item as the index keeps it: the text of a record as it is,
// that of a page or file as it is extracted.
func (r *reports) report(it *ingest.Item) (index.Report, error) {
	report := index.Report{Name: it.Name, Outlet: pipeline.OutletOf(&it.Record), Published: it.Record.Published}
	if it.Place > 0 && it.Media == stemma.PlainText {
		report.Text = string(it.Data)
		return report, nil
	}
	x, err := r.extract()
	if err != nil {
		return report, err
	}
	found, err := x.Extract(stemma.Capture{Input: it.Input, Media: it.Media, Data: it.Data, Record: &it.Record})
	if err != nil {
		return report, err
	}
	if report.Text = found.Text; report.Outlet == "" {
		report.Outlet = string(found.Outlet)
	}
	if report.Published == "" {
		report.Published = found.Published.String()
	}
	return report, nil
}

// queue lets goroutines work one at a time in the order of their numbers, which
// have no gap.
type queue struct {
	mu    sync.Mutex
	moved *sync.Cond
	next  int
	err   error
}

// newQueue begins at 0. When the context is done, nobody waits any more; stop
// is called when the queue is no more needed.
func newQueue(ctx context.Context) (q *queue, stop func() bool) {
	q = &queue{}
	q.moved = sync.NewCond(&q.mu)
	return q, context.AfterFunc(ctx, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.end(ctx.Err())
	})
}

func (q *queue) end(err error) {
	if q.err == nil {
		q.err = err
	}
	q.moved.Broadcast()
}

// turn waits for a number's turn and does its work. An error, of which the
// number's owner may know one already, ends all that wait.
func (q *queue) turn(number int, err error, work func() error) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.next != number && q.err == nil {
		q.moved.Wait()
	}
	if q.err != nil {
		return q.err
	}
	if err == nil {
		err = work()
	}
	q.next++
	if err != nil {
		q.end(err)
	}
	q.moved.Broadcast()
	return err
}
