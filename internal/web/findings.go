package web

import (
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/name"
)

// Findings are what is found in a case as it stood at one time, as pages ask for it: a
// page shows one story, or a hundred claims, and needs no more of a case of ten thousand
// reports. [Whole] has them in memory, [Shelf] where they were put before. They are safe
// for concurrent use.
type Findings interface {
	// Overview is what pages show of the case as a whole.
	Overview() *Overview
	// Part gives a dossier in which the findings with these ids are, with all that pages
	// show of them: their stories whole. It is nil where one of the ids is of nothing.
	Part(ids ...string) (*stemma.Dossier, error)
	// Rows gives a part of the table of claims, of as many as the overview says.
	Rows(chunk int) ([]ClaimRow, error)
}

// Overview is what pages show of a case as a whole.
type Overview struct {
	Answer      string      // the case in a few sentences
	Largest     string      // the id of the story that most reports tell; "" for none
	Stories     []StoryLine // most reports first
	Corrections []stemma.Correction
	Reports     []ReportChoice // by which claims may be picked; none where there are too many
	Claims      int
	Chunks      []int // how many claims each part of the table has
}

// StoryLine is a story in a list.
type StoryLine struct {
	ID, Title               string
	Reports, Claims, Drifts int
}

// ReportChoice is a report that may be picked.
type ReportChoice struct{ ID, Name string }

// ClaimRow is a claim as the table shows it, and what it is found by.
type ClaimRow struct {
	Story, ID, Statement string
	Verdict              stemma.Verdict
	Min, Max             int      // origins
	Stands               string   // the verdict in words
	Sigla                []string // of the reports that tell it
	Perhaps              []string // of those that may tell something else
	By                   []string // the ids of both
	Sentences            []string // in which it is told, but where the statement is all of one
	Place                int      // in the dossier
}

// newOverview looks at a whole dossier.
func newOverview(d *stemma.Dossier, render Renderers) *Overview {
	o := &Overview{Stories: storyLines(d), Corrections: d.Corrections}
	if render.Answer != nil {
		o.Answer = render.Answer(d)
	}
	if largest := d.Largest(); largest != nil {
		o.Largest = largest.ID
	}
	if len(d.Reports) <= mostChoices {
		for i := range d.Reports {
			o.Reports = append(o.Reports, ReportChoice{d.Reports[i].ID, name.Label(&d.Reports[i])})
		}
	}
	return o
}

// rowsOf is the table of claims, what most reports tell first.
func rowsOf(d *stemma.Dossier, verdict func(*stemma.Claim) string) []ClaimRow {
	type placed struct {
		story          *stemma.Story
		claim          *stemma.Claim
		tellers, place int
	}
	var all []placed
	for i := range d.Stories {
		for k := range d.Stories[i].Claims {
			c := &d.Stories[i].Claims[k]
			all = append(all, placed{&d.Stories[i], c, len(c.Tellers()), len(all)})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return stemma.CompareClaims(a.claim, a.tellers, b.claim, b.tellers)
	})
	rows := make([]ClaimRow, len(all))
	for i, x := range all {
		rows[i] = newRow(x.story, x.claim)
		rows[i].Place = x.place
		if verdict != nil {
			rows[i].Stands = verdict(x.claim)
		}
	}
	return rows
}

// newRow is the row of a claim, but for what it stands on in words.
func newRow(st *stemma.Story, c *stemma.Claim) ClaimRow {
	row := ClaimRow{
		Story: st.ID, ID: c.ID, Statement: c.Statement, Verdict: c.Verdict, Min: c.Origins.Min, Max: c.Origins.Max,
	}
	for i := range c.Statements {
		s := &c.Statements[i]
		if !slices.Contains(row.By, s.Span.Report) {
			row.By = append(row.By, s.Span.Report)
		}
		if !strings.Contains(row.Statement, s.Sentence.Text) && !slices.Contains(row.Sentences, s.Sentence.Text) {
			row.Sentences = append(row.Sentences, s.Sentence.Text)
		}
	}
	tellers := c.Tellers()
	for _, w := range st.Witnesses {
		switch report := string(w.Report); {
		case w.Lost || !slices.Contains(row.By, report):
		case slices.Contains(tellers, report):
			row.Sigla = append(row.Sigla, w.Siglum)
		default:
			row.Perhaps = append(row.Perhaps, w.Siglum)
		}
	}
	return row
}

// whole are findings in memory.
type whole struct {
	d        *stemma.Dossier
	overview *Overview
	rows     func() []ClaimRow
}

// Whole are the findings of a dossier, which stays in memory.
func Whole(d *stemma.Dossier, render Renderers) Findings {
	w := &whole{d: d, overview: newOverview(d, render)}
	w.rows = sync.OnceValue(func() []ClaimRow { return rowsOf(d, render.Verdict) })
	for i := range d.Stories {
		w.overview.Claims += len(d.Stories[i].Claims)
	}
	w.overview.Chunks = []int{w.overview.Claims}
	return w
}

func (w *whole) Overview() *Overview { return w.overview }

func (w *whole) Rows(int) ([]ClaimRow, error) { return w.rows(), nil }

// Part is all of it: whoever asks for what is not there does not find it.
func (w *whole) Part(...string) (*stemma.Dossier, error) { return w.d, nil }
