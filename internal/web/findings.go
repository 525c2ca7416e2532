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
	// Search gives the rows of the table of claims that are asked for.
	Search(by asked) (rowSet, error)
	// Order gives all rows in the order of a column; nil for that of the table.
	Order(by string) ([]int32, error)
	// Rows gives the rows of the table at some places, in the order of these.
	Rows(places []int32) ([]ClaimRow, error)
}

// Overview is what pages show of a case as a whole.
type Overview struct {
	Answer      string      // the case in a few sentences
	Largest     string      // the id of the story that most reports tell; "" for none
	Stories     []StoryLine // most reports first
	Corrections []stemma.Correction
	Reports     []ReportChoice // by which claims may be picked; none where there are too many
	Claims      int
}

// StoryLine is a story in a list.
type StoryLine struct {
	ID, Title               string
	Reports, Claims, Drifts int
}

// ReportChoice is a report that may be picked.
type ReportChoice struct{ ID, Name string }

// ClaimRow is a claim as the table shows it.
type ClaimRow struct {
	Story, ID, Statement string
	Min, Max             int      // origins
	Stands               string   // the verdict in words
	Sigla                []string // of the reports that tell it
	Perhaps              []string // of those that may tell something else
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

// tableClaim is a claim in the order of the table.
type tableClaim struct {
	story          *stemma.Story
	claim          *stemma.Claim
	tellers, place int // the place is that in the dossier
}

// tableOf is the table of claims, what most reports tell first.
func tableOf(d *stemma.Dossier) []tableClaim {
	var all []tableClaim
	for i := range d.Stories {
		for k := range d.Stories[i].Claims {
			c := &d.Stories[i].Claims[k]
			all = append(all, tableClaim{&d.Stories[i], c, len(c.Tellers()), len(all)})
		}
	}
	slices.SortStableFunc(all, func(a, b tableClaim) int {
		return stemma.CompareClaims(a.claim, a.tellers, b.claim, b.tellers)
	})
	return all
}

// row is the row of a claim.
func (t *tableClaim) row(verdict func(*stemma.Claim) string) ClaimRow {
	c := t.claim
	row := ClaimRow{
		Story: t.story.ID, ID: c.ID, Statement: c.Statement, Min: c.Origins.Min, Max: c.Origins.Max,
	}
	if verdict != nil {
		row.Stands = verdict(c)
	}
	by, tellers := t.reports(), c.Tellers()
	for _, w := range t.story.Witnesses {
		switch report := string(w.Report); {
		case w.Lost || !slices.Contains(by, report):
		case slices.Contains(tellers, report):
			row.Sigla = append(row.Sigla, w.Siglum)
		default:
			row.Perhaps = append(row.Perhaps, w.Siglum)
		}
	}
	return row
}

// reports are those that tell a claim, and those that may tell something else.
func (t *tableClaim) reports() (ids []string) {
	for i := range t.claim.Statements {
		if id := t.claim.Statements[i].Span.Report; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// sentences are those in which a claim is told, but where its statement is all of one.
func (t *tableClaim) sentences() (all []string) {
	for i := range t.claim.Statements {
		s := t.claim.Statements[i].Sentence.Text
		if !strings.Contains(t.claim.Statement, s) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// whole are findings in memory.
type whole struct {
	d        *stemma.Dossier
	render   Renderers
	overview *Overview
	table    func() []tableClaim
}

// Whole are the findings of a dossier, which stays in memory.
func Whole(d *stemma.Dossier, render Renderers) Findings {
	w := &whole{d: d, render: render, overview: newOverview(d, render)}
	w.table = sync.OnceValue(func() []tableClaim { return tableOf(d) })
	for i := range d.Stories {
		w.overview.Claims += len(d.Stories[i].Claims)
	}
	return w
}

func (w *whole) Overview() *Overview { return w.overview }

func (w *whole) Search(by asked) (rowSet, error) { return search(w.table(), by), nil }

func (w *whole) Order(by string) ([]int32, error) { return orderOf(w.table(), by), nil }

func (w *whole) Rows(places []int32) ([]ClaimRow, error) {
	table, rows := w.table(), make([]ClaimRow, len(places))
	for i, at := range places {
		rows[i] = table[at].row(w.render.Verdict)
	}
	return rows, nil
}

// Part is all of it: whoever asks for what is not there does not find it.
func (w *whole) Part(...string) (*stemma.Dossier, error) { return w.d, nil }
