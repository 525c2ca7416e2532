package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/ingest"
	"stemma/internal/language"
	"stemma/internal/reuse"
	"stemma/internal/segment"
)

// listed is what is kept of a report when its text is let go.
type listed struct {
	stemma.StoryReport
	title   string
	content [sha256.Size]byte
}

// Stories groups the reports of a corpus by story, however many they are: the
// text of a report is let go once its words are counted. A report with the
// content of another one stands beside it. The errors are those of
// [Pipeline.Trace].
func (p *Pipeline) Stories(ctx context.Context, inputs []string) (*stemma.StoryList, error) {
	reading := p.reading()
	reading.KeepDuplicates = true
	captures, ledger, err := ingest.Read(ctx, inputs, reading)
	if err != nil {
		return nil, err
	}
	main := p.tongues.of(unnamed)
	s := &sorting{Pipeline: p, main: main, captures: captures, names: namesOf(captures), failed: make([]error, len(captures)),
		found: make([]listed, len(captures)), pile: main.claims.NewPile(len(captures)), search: reuse.NewSearch(reuse.Options{Jobs: p.o.Jobs})}
	batches := (len(captures) + storyBatch - 1) / storyBatch
	if err := p.each(ctx, "reading", batches, s.read); err != nil {
		return nil, err
	}
	return s.list(ctx, ledger)
}

// storyBatch is how many reports are read in one go.
const storyBatch = 16

// sorting is the work of [Pipeline.Stories] on its way.
type sorting struct {
	*Pipeline
	main     *tongue // weighs the words, and cuts texts whose language is not known
	captures []stemma.Capture
	names    []string
	failed   []error
	found    []listed
	pile     *claim.Pile
	search   *reuse.Search
}

// namesOf gives every capture its name: the record's own id, unless an earlier
// one has it already, else the input.
func namesOf(captures []stemma.Capture) []string {
	names := make([]string, len(captures))
	used := map[string]bool{}
	for i, c := range captures {
		names[i] = c.Input
		if c.Record != nil && c.Record.ID != "" && !used[c.Record.ID] {
			names[i] = c.Record.ID
		}
		used[names[i]] = true
	}
	return names
}

// read reads a batch of captures, and lets them go.
func (s *sorting) read(batch int) {
	var b reuse.Batch
	b.At = []int{0}
	for i := batch * storyBatch; i < min((batch+1)*storyBatch, len(s.captures)); i++ {
		c := s.captures[i]
		s.captures[i].Data = nil
		r, err := s.extract.Extract(c)
		if err != nil {
			s.failed[i] = err
			continue
		}
		s.found[i] = listed{stemma.StoryReport{Name: s.names[i], Outlet: r.Outlet, Published: r.Published}, r.Title, contentOf(c)}
		text := segment.Split(&r, s.packOf(&r))
		s.pile.Put(i, text)
		if s.found[i].title == "" && len(text.Sentences) > 0 {
			s.found[i].title = r.Text[text.Sentences[0].Start:text.Sentences[0].End]
		}
		b.Docs = append(b.Docs, reuse.Doc{Name: placeName(i), Outlet: string(r.Outlet), Published: r.Published.String()})
		b.Text = append(b.Text, articleOf(&r)...)
		b.At = append(b.At, len(b.Text))
	}
	// Nothing fails that stays in memory.
	_ = s.search.Add(b)
}

// packOf is the language data by which a report is cut.
func (s *sorting) packOf(r *stemma.Report) *language.Pack {
	if r.Language != "" {
		return s.tongues.of(string(r.Language)).pack
	}
	return s.main.pack
}

// placeName names a capture by its place, so that names sort like places.
func placeName(i int) string {
	s := strconv.Itoa(i)
	return "000000000"[:max(0, 9-len(s))] + s
}

// articleOf is the article text of a report.
func articleOf(r *stemma.Report) []byte {
	var text []byte
	for _, s := range r.Segments {
		if isArticle(s.Kind) {
			text = append(append(text, r.Text[s.Start:s.End]...), '\n', '\n')
		}
	}
	return text
}

// list groups what was read.
func (s *sorting) list(ctx context.Context, ledger []stemma.LedgerRow) (*stemma.StoryList, error) {
	shared, err := s.shared(ctx)
	if err != nil {
		return nil, err
	}
	s.o.Progress("grouping", 0, len(s.captures))
	groups, err := s.pile.Stories(ctx, s.twins(), shared, s.o.Jobs)
	if err != nil {
		return nil, err
	}
	l := &stemma.StoryList{Ledger: s.ledger(ledger), Stories: []stemma.StoryEntry{}}
	for _, g := range groups {
		if e, any := s.entry(g); any {
			l.Stories = append(l.Stories, e)
		}
	}
	slices.SortFunc(l.Stories, func(a, b stemma.StoryEntry) int { return byTime(a.Reports[0], b.Reports[0]) })
	n := newNamer(0)
	for i := range l.Stories {
		l.Stories[i].ID = n.name(storyLetter, l.Stories[i].Reports[0].Name)
	}
	return l, nil
}

// contentOf is a digest of the article, its title and its date.
func contentOf(c stemma.Capture) [sha256.Size]byte {
	h := sha256.New()
	if c.Record != nil {
		fmt.Fprintf(h, "%q %q", c.Record.Title, c.Record.Published)
	}
	h.Write(c.Data)
	return [sha256.Size]byte(h.Sum(nil))
}

// twins pairs the reports with the same content.
func (s *sorting) twins() []claim.Pair {
	var pairs []claim.Pair
	first := map[[sha256.Size]byte]int{}
	for i := range s.found {
		if s.failed[i] != nil {
			continue
		}
		if k, known := first[s.found[i].content]; known {
			pairs = append(pairs, claim.Pair{k, i})
		} else {
			first[s.found[i].content] = i
		}
	}
	return pairs
}

// shared gives the pairs of reports whose passages make them one story.
func (s *sorting) shared(ctx context.Context) ([]claim.Pair, error) {
	var pairs []claim.Pair
	words := map[claim.Pair]int{}
	err := s.search.Run(ctx, func(f reuse.Found) error {
		for _, p := range f.Passages {
			pair := claim.Pair{place(f.Docs[p.A]), place(f.Docs[p.B])}
			words[pair] += int(p.Equal)
		}
		return nil
	})
	for pair, n := range words {
		if n >= claim.SharedWords {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(a, b claim.Pair) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	return pairs, err
}

func place(d reuse.Doc) int {
	n, _ := strconv.Atoi(d.Name)
	return n
}

// ledger completes the rows.
func (s *sorting) ledger(rows []stemma.LedgerRow) []stemma.LedgerRow {
	d := &stemma.Dossier{Ledger: orEmpty(slices.Clone(rows))}
	for i, c := range s.captures {
		row := stemma.LedgerRow{Input: c.Input, Outcome: stemma.Read, Report: stemma.Maybe(s.names[i])}
		if s.failed[i] != nil {
			row = stemma.LedgerRow{Input: c.Input, Outcome: stemma.Failed, Reason: s.failed[i].Error()}
		}
		d.Ledger = append(d.Ledger, row)
	}
	closeLedger(d)
	return d.Ledger
}

// entry makes a story of a group; a group of nothing but a failed capture is
// none.
func (s *sorting) entry(group []int) (stemma.StoryEntry, bool) {
	var e stemma.StoryEntry
	var reports []listed
	for _, i := range group {
		if s.failed[i] == nil {
			reports = append(reports, s.found[i])
		}
	}
	slices.SortFunc(reports, func(a, b listed) int { return byTime(a.StoryReport, b.StoryReport) })
	for _, r := range reports {
		e.Reports = append(e.Reports, r.StoryReport)
		e.Title = cmp.Or(e.Title, r.title)
	}
	e.Title = cmp.Or(e.Title, "untitled")
	return e, len(reports) > 0
}

// byTime puts dated reports first, the oldest before all.
func byTime(a, b stemma.StoryReport) int {
	if a.Published.Known() != b.Published.Known() {
		if a.Published.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(a.Published.Time.Compare(b.Published.Time), cmp.Compare(a.Name, b.Name))
}
