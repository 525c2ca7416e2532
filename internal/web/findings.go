package web

import (
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
	// Order gives the rows that stand from one place to another in the order of a column;
	// one that there is not is that of the table.
	Order(by string, from, to int) ([]int32, error)
	// Rows gives some rows of the table, in the order in which they are named.
	Rows(rows []int32) ([]ClaimRow, error)
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

// whole are findings in memory.
type whole struct {
	d        *stemma.Dossier
	render   Renderers
	overview *Overview
	table    func() []tableClaim
	orders   map[string]func() []int32 // by column
}

// Whole are the findings of a dossier, which stays in memory.
func Whole(d *stemma.Dossier, render Renderers) Findings {
	w := &whole{d: d, render: render, overview: newOverview(d, render)}
	w.table = sync.OnceValue(func() []tableClaim { return tableOf(d) })
	w.orders = map[string]func() []int32{}
	for _, by := range columns() {
		w.orders[by] = sync.OnceValue(func() []int32 { return rowsOf(sortedBy(w.table(), by)) })
	}
	for i := range d.Stories {
		w.overview.Claims += len(d.Stories[i].Claims)
	}
	return w
}

func (w *whole) Overview() *Overview { return w.overview }

func (w *whole) Search(by asked) (rowSet, error) { return search(w.table(), by), nil }

func (w *whole) Order(by string, from, to int) ([]int32, error) {
	order, known := w.orders[by]
	if !known {
		order = w.orders[""]
	}
	return order()[from:to], nil
}

func (w *whole) Rows(rows []int32) ([]ClaimRow, error) {
	table, shown := w.table(), make([]ClaimRow, len(rows))
	for i, row := range rows {
		shown[i] = table[row].shown(w.render.Verdict)
	}
	return shown, nil
}

// Part is all of it: whoever asks for what is not there does not find it.
func (w *whole) Part(...string) (*stemma.Dossier, error) { return w.d, nil }
