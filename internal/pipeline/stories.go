package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"sync"

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

// Room is what the search for passages takes, in memory and beyond it. The zero value is
// as much memory as it needs.
type Room struct {
	Memory int64 // bytes; 0 is no bound
	Space  reuse.Space
}

// sorting is the work of [Pipeline.Stories] on its way.
type sorting struct {
	*Pipeline
	main     *tongue // weighs the words, and cuts texts whose language is not known
	outlets  *outletKeys
	pile     *claim.Pile
	reuse    *reuse.Search
	captures []stemma.Capture // without their data
	names    []string
	failed   []error
	found    []listed
	place    []int // by number, where a capture stands among all

	mu     sync.Mutex
	number int         // of captures that were read
	batch  reuse.Batch // of those that the search is not given yet
	full   error       // the first of the search
}

// filed is what is kept of a capture before all are known.
type filed struct {
	listed
	number int
	sheet  claim.Sheet
	fault  error
}

// read files a capture.
func (s *sorting) read(c stemma.Capture) (f filed) {
	f.number = s.next()
	f.fault = guard(func() error { return s.file(c, &f) })
	s.o.Progress("reading", f.number, 0) // nobody knows of how many
	return f
}

func (s *sorting) next() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	return s.number
}

func (s *sorting) file(c stemma.Capture, f *filed) error {
	r, err := s.extract.Extract(c)
	if err != nil {
		return err
	}
	f.listed = listed{stemma.StoryReport{Outlet: r.Outlet, Published: r.Published}, strings.Clone(r.Title),
		contentOf(c)}
	text := segment.Split(&r, s.packOf(&r))
	f.sheet = s.pile.Sheet(text)
	if f.title == "" && len(text.Sentences) > 0 {
		f.title = strings.Clone(r.Text[text.Sentences[0].Start:text.Sentences[0].End])
	}
	// What is found depends on the order of the names alone, and which capture it is of is
	// told by its number: where it stands among all is not known yet.
	s.search(reuse.Doc{
		Name: c.Input + "\x00" + c.SHA256, Place: f.number, Outlet: s.outlets.of(string(r.Outlet)),
		Published: r.Published.String(),
	}, &r)
	return nil
}

// batchBytes is how much text is given to the search in one go.
const batchBytes = 1 << 20

// search gives the search a report, as soon as there are enough.
func (s *sorting) search(doc reuse.Doc, r *stemma.Report) {
	s.mu.Lock()
	b := &s.batch
	b.Docs, b.Text = append(b.Docs, doc), appendArticle(b.Text, r)
	b.At = append(b.At, len(b.Text))
	var full reuse.Batch
	if len(b.Text) >= batchBytes {
		full, s.batch = s.batch, newBatch()
	}
	s.mu.Unlock()
	s.add(full)
}

func newBatch() reuse.Batch { return reuse.Batch{At: []int{0}} }

// add gives the search a batch.
func (s *sorting) add(b reuse.Batch) {
	if len(b.Docs) == 0 {
		return
	}
	if err := s.reuse.Add(b); err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.full == nil {
			s.full = err
		}
	}
}

// order puts what was filed in the order of the captures.
func (s *sorting) order(read []ingest.Made[filed]) {
	sheets := make([]claim.Sheet, len(read))
	s.place = make([]int, s.number+1)
	for i := range read {
		f := &read[i].Value
		s.captures, s.failed = append(s.captures, read[i].Capture), append(s.failed, f.fault)
		s.found, sheets[i], s.place[f.number] = append(s.found, f.listed), f.sheet, i
	}
	s.names = namesOf(s.captures)
	for i, name := range s.names {
		s.found[i].Name = name
	}
	s.pile.Lay(sheets)
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

// packOf is the language data by which a report is cut.
func (s *sorting) packOf(r *stemma.Report) *language.Pack {
	if r.Language != "" {
		return s.tongues.of(string(r.Language)).pack
	}
	return s.main.pack
}

// appendArticle appends the article text of a report.
func appendArticle(text []byte, r *stemma.Report) []byte {
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
	n := newNamer()
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
	err := s.reuse.Run(ctx, func(f reuse.Found) error {
		for _, p := range f.Passages {
			a, b := s.place[f.Docs[p.A].Place], s.place[f.Docs[p.B].Place]
			words[claim.Pair{min(a, b), max(a, b)}] += int(p.Equal)
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
