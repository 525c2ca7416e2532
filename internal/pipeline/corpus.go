package pipeline

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/ingest"
	"stemma/internal/language"
	"stemma/internal/reuse"
)

// CorpusOptions says how the reuse in a corpus is looked for.
type CorpusOptions struct {
	Jobs     int       // at least 1
	MaxBytes int64     // per report; 0 is the default of package ingest
	Stdin    io.Reader // for the input "-"
	MinWords int       // the shortest passage, in equal words; 0 is reuse.Guarantee
	Memory   int64     // bytes held; 0 is no bound
	Space    reuse.Space
	Progress func(stage string, done, total int)
}

// Reuse reads a corpus of any size and calls visit with the passages that two
// of its reports share, in pieces: several at a time, in no order. What visit
// gives is then called one at a time, in their order. It gives the ledger's rows of what
// was not read, and how many reports were. The error is an input that does not
// exist (*ingest.MissingError), a context that is done, room that cannot be had,
// or what visit gave.
func Reuse(ctx context.Context, inputs []string, o CorpusOptions, visit func(reuse.Found) func() error) (ledger []stemma.LedgerRow, read int, err error) {
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
		extract: sync.OnceValues(func() (*extract.Extractor, error) {
			pack, err := language.Load("en")
			if err != nil {
				return nil, err
			}
			return extract.New(pack), nil
		}),
	}
	defer c.search.Close()
	ledger, err = ingest.Stream(ctx, inputs, ingest.Options{MaxBytes: o.MaxBytes, Stdin: o.Stdin, Jobs: o.Jobs}, c.take)
	if err != nil {
		return nil, 0, err
	}
	ledger = append(ledger, c.failed...)
	slices.SortFunc(ledger, func(x, y stemma.LedgerRow) int {
		return strings.Compare(x.Input+"\x00"+x.Reason, y.Input+"\x00"+y.Reason)
	})
	return ledger, int(c.read.Load()), c.search.RunAhead(ctx, visit)
}

// corpus hands what is read to the search.
type corpus struct {
	search   *reuse.Search
	progress func(stage string, done, total int)
	extract  func() (*extract.Extractor, error) // most corpora need none

	read   atomic.Int64
	mu     sync.Mutex
	failed []stemma.LedgerRow
}

// take adds a batch to the search.
func (c *corpus) take(b ingest.Batch) error {
	size := 0
	for i := range b.Items {
		size += len(b.Items[i].Data)
	}
	batch := reuse.Batch{Docs: make([]reuse.Doc, 0, len(b.Items)), At: make([]int, 1, len(b.Items)+1), Text: make([]byte, 0, size)}
	for i := range b.Items {
		doc, text, err := c.report(&b.Items[i])
		if err != nil {
			c.fail(b.Items[i].Input, err)
			continue
		}
		batch.Docs = append(batch.Docs, doc)
		batch.Text = append(batch.Text, text...)
		batch.At = append(batch.At, len(batch.Text))
	}
	if len(batch.Docs) == 0 {
		return nil
	}
	err := c.search.Add(batch)
	read := c.read.Add(int64(len(batch.Docs)))
	c.progress("reading", int(read), int(read))
	return err
}

func (c *corpus) fail(input string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failed = append(c.failed, stemma.LedgerRow{Input: input, Outcome: stemma.Failed, Reason: err.Error()})
}

// report gives an item's text and what is known of it. The text of a record is
// taken as it is; files and pages are decoded and cleared by package extract.
func (c *corpus) report(it *ingest.Item) (reuse.Doc, []byte, error) {
	doc := reuse.Doc{
		Name: it.Name, Input: it.Input, Place: it.Place,
		Outlet: OutletOf(&it.Record), Published: it.Record.Published,
	}
	if it.Place > 0 && it.Media == stemma.PlainText {
		return doc, it.Data, nil
	}
	x, err := c.extract()
	if err != nil {
		return doc, nil, fmt.Errorf("pipeline: %w", err)
	}
	r, err := x.Extract(stemma.Capture{Input: it.Input, Media: it.Media, Data: it.Data, Record: &it.Record})
	if err != nil {
		return doc, nil, err
	}
	if doc.Outlet == "" {
		doc.Outlet = string(r.Outlet)
	}
	return doc, []byte(r.Text), nil
}

// OutletOf is the outlet that a record states, else the host of its address:
// what one outlet repeats in its own reports is told from reuse by it.
func OutletOf(r *stemma.Record) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	_, rest, found := strings.Cut(r.URL, "://")
	if !found {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}
