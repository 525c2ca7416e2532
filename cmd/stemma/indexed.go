package main

import (
	"context"
	"runtime"
	"sync"

	"stemma"
	"stemma/internal/index"
	"stemma/internal/ingest"
	"stemma/internal/pipeline"
)

// visitor works on some reports, and gives what is to be done in their turn.
type visitor func([]index.Report) (then func() error, err error)

// reports reads the inputs, several at once, and calls visit with some reports
// at a time, in no order; what it gives is then called one at a time, in the
// order of the inputs and of the records in them. It gives the ledger's rows of
// what was not read, and of all where every is set.
func (c *common) reports(
	ctx context.Context, s streams, inputs []string, every bool, visit visitor,
) ([]stemma.LedgerRow, error) {
	t, err := pipeline.NewTongues()
	if err != nil {
		return nil, err
	}
	return c.reportsBy(ctx, t, s, inputs, every, visit)
}

// reportsBy is reports with tables that are loaded.
func (c *common) reportsBy(
	ctx context.Context, t *pipeline.Tongues, s streams, inputs []string, every bool, visit visitor,
) ([]stemma.LedgerRow, error) {
	jobs := c.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	progress, done := newProgress(s.err, c.Quiet)
	defer done()
	line, stop := newQueue(ctx)
	defer stop()
	count, read := 0, []stemma.LedgerRow{}
	o := ingest.Options{
		MaxBytes: int64(c.MaxBytes), Stdin: s.in, Jobs: jobs, Fields: c.fields(), First: s.first,
	}
	ledger, err := t.Articles(ctx, inputs, o, func(number int, articles []pipeline.Article) error {
		all := make([]index.Report, len(articles))
		for i, a := range articles {
			all[i] = index.Report{Name: a.Name, Outlet: a.Outlet, Published: a.Published, Text: string(a.Text)}
		}
		then, err := visit(all)
		return line.turn(number, err, func() error {
			for i := 0; every && i < len(articles); i++ {
				read = append(read, stemma.LedgerRow{Input: articles[i].Input, Outcome: stemma.Read,
					Report: stemma.Maybe(articles[i].Name)})
			}
			if count += len(all); progress != nil {
				progress("reading", count, count)
			}
			return then()
		})
	})
	if err != nil {
		return nil, err
	}
	ledger = noted(read, ledger)
	pipeline.SortLedger(ledger)
	return ledger, nil
}

// noted joins the rows of what was read and of what was not; a row that only
// has a note of something read gives that to its other row.
func noted(read, ledger []stemma.LedgerRow) []stemma.LedgerRow {
	place := map[string]int{}
	for i, row := range read {
		place[row.Input] = i
	}
	for _, row := range ledger {
		if i, ok := place[row.Input]; ok && row.Outcome == stemma.Read {
			read[i].Note = row.Note
			continue
		}
		read = append(read, row)
	}
	return read
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
