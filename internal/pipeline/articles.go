package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/ingest"
	"stemma/internal/language"
)

// Article is a report of a corpus as it is searched: with the text of a record
// as it is, and of a page or file as it is extracted.
type Article struct {
	Name      string // by which it is told from others
	Input     string
	Place     int    // in the input, 0 where that is the article
	Outlet    string // "" when not known
	Published string // ISO 8601, or ""
	Text      []byte // UTF-8
}

// Articles reads a corpus of any size and calls visit with some articles at a
// time, several times at once and in no order; the numbers are those of
// ingest.Batch, and a piece may be empty. Texts are valid until visit returns.
// It gives the ledger's rows of what was not read, in order. The error is as
// that of ingest.Stream.
func Articles(ctx context.Context, inputs []string, o ingest.Options, visit func(number int, all []Article) error) ([]stemma.LedgerRow, error) {
	r := articles{extract: sync.OnceValues(func() (extractor, error) {
		pack, err := language.Load("en")
		if err != nil {
			return nil, fmt.Errorf("pipeline: %w", err)
		}
		return extract.New(pack), nil
	})}
	ledger, err := ingest.Stream(ctx, inputs, o, func(b ingest.Batch) error { return visit(b.Number, r.of(&b)) })
	if err != nil {
		return nil, err
	}
	ledger = append(ledger, r.failed...)
	SortLedger(ledger)
	return ledger, nil
}

// SortLedger orders rows by input and reason.
func SortLedger(ledger []stemma.LedgerRow) {
	slices.SortFunc(ledger, func(x, y stemma.LedgerRow) int {
		return strings.Compare(x.Input+"\x00"+x.Reason, y.Input+"\x00"+y.Reason)
	})
}

// articles makes articles of what was read.
type articles struct {
	extract func() (extractor, error) // most corpora need none

	mu     sync.Mutex
	failed []stemma.LedgerRow
}

func (r *articles) of(b *ingest.Batch) []Article {
	all := make([]Article, 0, len(b.Items))
	for i := range b.Items {
		a, err := r.article(&b.Items[i])
		if err == nil {
			all = append(all, a)
			continue
		}
		r.mu.Lock()
		r.failed = append(r.failed, failedRow(b.Items[i].Input, err))
		r.mu.Unlock()
	}
	return all
}

func (r *articles) article(it *ingest.Item) (Article, error) {
	a := Article{
		Name: it.Name, Input: it.Input, Place: it.Place,
		Outlet: outletOf(&it.Record), Published: it.Record.Published, Text: it.Data,
	}
	if it.Place > 0 && it.Media == stemma.PlainText {
		return a, nil
	}
	x, err := r.extract()
	if err != nil {
		return a, err
	}
	var found stemma.Report
	if err := guard(func() (err error) {
		found, err = x.Extract(stemma.Capture{Input: it.Input, Media: it.Media, Data: it.Data, Record: &it.Record})
		return err
	}); err != nil {
		return a, err
	}
	a.Text = []byte(found.Text)
	if a.Outlet == "" {
		a.Outlet = string(found.Outlet)
	}
	if a.Published == "" {
		a.Published = found.Published.String()
	}
	return a, nil
}

// outletOf is the outlet that a record states, else the host of its address:
// what one outlet repeats in its own reports is told from reuse by it.
func outletOf(r *stemma.Record) string {
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
