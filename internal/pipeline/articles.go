package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/ingest"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/reuse"
)

// Article is a report of a corpus as it is searched.
type Article struct {
	Name      string // by which it is told from others
	Input     string
	Place     int    // in the input, 0 where that is the article
	Outlet    string // a key of it, "" when not known
	Published string // ISO 8601, or ""
	// Text is UTF-8: of a record as it is, of a page or file as it is extracted.
	// What is not article text is blanked, byte by byte, so that offsets are
	// those of the report.
	Text []byte
}

// Doc is what a search for reuse is to know of it.
func (a *Article) Doc() reuse.Doc {
	return reuse.Doc{Name: a.Name, Input: a.Input, Place: a.Place, Outlet: a.Outlet, Published: a.Published}
}

// Tongues knows the article text of every language that there are tables of. To make one
// takes some ten milliseconds, so that who reads many small inputs keeps it; any number of
// goroutines may use it.
type Tongues struct {
	extract extractor
	outlets *outletKeys
}

// NewTongues loads the tables.
func NewTongues() (*Tongues, error) {
	packs, err := language.All()
	if err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	t := &Tongues{extract.New(packs...), &outletKeys{names: name.New(nil, packs...)}}
	if err := language.Err(packs); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	return t, nil
}

// OutletKey is equal for the names of one outlet, however they are written; "" of "".
func (t *Tongues) OutletKey(written string) string { return t.outlets.of(written) }

// Articles reads a corpus of any size and calls visit with some articles at a
// time, several times at once and in no order; the numbers are those of
// ingest.Batch, and a piece may be empty. Texts are valid until visit returns.
// It gives the ledger's rows of what was not read, in order. The error is as
// that of ingest.Stream.
func (t *Tongues) Articles(
	ctx context.Context, inputs []string, o ingest.Options, visit func(number int, all []Article) error,
) ([]stemma.LedgerRow, error) {
	r := articles{Tongues: t}
	ledger, err := ingest.Stream(ctx, inputs, o, func(b ingest.Batch) error { return visit(b.Number, r.of(&b)) })
	if err != nil {
		return nil, err
	}
	ledger = append(ledger, r.failed...)
	SortLedger(ledger)
	return ledger, nil
}

// Articles loads the tables and reads a corpus.
func Articles(
	ctx context.Context, inputs []string, o ingest.Options, visit func(number int, all []Article) error,
) ([]stemma.LedgerRow, error) {
	t, err := NewTongues()
	if err != nil {
		return nil, err
	}
	return t.Articles(ctx, inputs, o, visit)
}

// SortLedger orders rows by input and reason.
func SortLedger(ledger []stemma.LedgerRow) {
	slices.SortFunc(ledger, func(x, y stemma.LedgerRow) int {
		return strings.Compare(x.Input+"\x00"+x.Reason, y.Input+"\x00"+y.Reason)
	})
}

// articles makes articles of what was read.
type articles struct {
	*Tongues
	mu     sync.Mutex
	failed []stemma.LedgerRow
}

func (r *articles) of(b *ingest.Batch) []Article {
	all := make([]Article, 0, len(b.Items))
	for i := range b.Items {
		var a Article
		err := guard(func() (err error) {
			a, err = r.article(&b.Items[i])
			return err
		})
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
	a, err := r.read(it)
	a.Outlet = r.outlets.of(a.Outlet)
	return a, err
}

func (r *articles) read(it *ingest.Item) (Article, error) {
	a := Article{
		Name: it.Name, Input: it.Input, Place: it.Place,
		Outlet: outletOf(&it.Record), Published: it.Record.Published, Text: it.Data,
	}
	if it.Stated && it.Media == stemma.PlainText {
		// Nothing of a record is asked but which of it is article text.
		segments, err := r.extract.Prose(lent(it.Data), it.Record.Title)
		if err != nil {
			return a, fmt.Errorf("extract: %s: %w", it.Input, err)
		}
		blankFurniture(a.Text, segments)
		return a, nil
	}
	found, err := r.extract.Extract(it.Capture())
	if err != nil {
		return a, err
	}
	a.Text = []byte(found.Text)
	blankFurniture(a.Text, found.Segments)
	if a.Outlet == "" {
		a.Outlet = string(found.Outlet)
	}
	if a.Published == "" {
		a.Published = found.Published.String()
	}
	return a, nil
}

// lent is a text as a string without a copy, for who keeps nothing of it.
func lent(text []byte) string { return unsafe.String(unsafe.SliceData(text), len(text)) }

// isArticle says whether a segment is article text.
func isArticle(k stemma.SegmentKind) bool {
	return k == stemma.TitleSegment || k == stemma.Heading || k == stemma.Paragraph
}

// blankFurniture writes blanks over what is not article text.
func blankFurniture(text []byte, segments []stemma.Segment) {
	for _, s := range segments {
		if isArticle(s.Kind) {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			text[i] = ' '
		}
	}
}

// outletOf is the outlet that a record states, else the host of its address:
// what one outlet repeats in its own reports is told from reuse by it.
func outletOf(r *stemma.Record) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	return name.Host(r.URL)
}
