package pipeline

import (
	"context"
	"io"
	"sync/atomic"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/reuse"
)

// CorpusOptions says how the reuse in a corpus is looked for.
type CorpusOptions struct {
	Jobs     int       // at least 1
	MaxBytes int64     // per report; 0 is the default of package ingest
	Stdin    io.Reader // for the input "-"
	Fields   []ingest.Field
	MinWords int   // the shortest passage, in equal words; 0 is reuse.Guarantee
	Memory   int64 // bytes held; 0 is no bound
	Space    reuse.Space
	Progress func(stage string, done, total int)
}

// Reuse reads a corpus of any size and calls visit with the passages that two
// of its reports share, in pieces: several at a time, in no order. What visit
// gives is then called one at a time, in their order. It gives the ledger's
// rows of what was not read, and how many reports were. The error is an input
// that does not exist (*ingest.MissingError), a context that is done, room that
// cannot be had, or what visit gave.
func Reuse(ctx context.Context, inputs []string, o CorpusOptions,
	visit func(reuse.Found) func() error) (ledger []stemma.LedgerRow, read int, err error) {
	o.Jobs = max(1, o.Jobs)
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	c := &corpus{
		search: reuse.NewSearch(reuse.Options{
			MinWords: o.MinWords, Jobs: o.Jobs, Memory: o.Memory, Space: o.Space,
			Progress: func(done, total int) { o.Progress("comparing", done, total) },
		}),
		progress: o.Progress,
	}
	defer c.search.Close()
	ledger, err = Articles(ctx, inputs, ingest.Options{MaxBytes: o.MaxBytes, Stdin: o.Stdin, Jobs: o.Jobs,
		Fields: o.Fields}, c.take)
	if err != nil {
		return nil, 0, err
	}
	return ledger, int(c.read.Load()), c.search.RunAhead(ctx, visit)
}

// corpus hands what is read to the search.
type corpus struct {
	search   *reuse.Search
	progress func(stage string, done, total int)
	read     atomic.Int64
}

// take adds some articles to the search.
func (c *corpus) take(_ int, all []Article) error {
	if len(all) == 0 {
		return nil
	}
	size := 0
	for i := range all {
		size += len(all[i].Text)
	}
	batch := reuse.Batch{Docs: make([]reuse.Doc, 0, len(all)), At: make([]int, 1, len(all)+1), Text: make([]byte, 0,
		size)}
	for i := range all {
		a := &all[i]
		batch.Docs = append(batch.Docs, a.Doc())
		batch.Text = append(batch.Text, a.Text...)
		batch.At = append(batch.At, len(batch.Text))
	}
	err := c.search.Add(batch)
	read := c.read.Add(int64(len(all)))
	c.progress("reading", int(read), 0)
	return err
}
