package render

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"stemma"
)

// The drawing is a tree that lies on its side: a row for every witness, so
// that no two of them can overlap however many there are; from left to right
// it is time. A copy hangs from a vertical line under its strongest exemplar,
// always further right, so no line crosses a label but those of second
// exemplars, which are drawn under the text.
//
// Lengths are in pixels at the page's usual size of type.
const (
	radius     = 15
	legLength  = 138 // of a copy from its exemplar, at least: room for "wire copy 100%"
	rowHeight  = 58
	lineHeight = 17
	topMargin  = 46 // holds the time axis
	leftMargin = 26
	labelGap   = 10
	timeRoom   = 430 // to be shared out over the times between reports
	widest     = 1500
	nameLength = 40 // characters
	tickGap    = 98
	maxDrawn   = 60 // witnesses; beyond, copies without copies are folded away
	maxRows    = 140
	maxSibling = 4 // copies that stay when the others are folded
)

// drawing is a stemma laid out.
type drawing struct {
	Width, Height int
	Timed         bool // left to right is time, not only generations
	Ticks         []tick
	Nodes         []node
	Edges         []edge
}

// tick is a day on the time axis.
type tick struct {
	X      int
	Label  string
	Anchor string // of the label, as SVG names it
}

// node is a witness, or, without siglum, a note on copies that are folded
// away.
type node struct {
	branch
	X, Y   int
	LabelX int
	Folded int
	early  bool // its date is before that of its exemplar
}

// edge is a descent.
type edge struct {
	By             *stemma.Descent
	Path, Head     string
	LabelX, LabelY int
	Label          string
	Second         bool // from another than the strongest exemplar
	Width          string
}

// layOut draws the family; nil when it is too large to be read as a drawing.
func (f branching) layOut() *drawing {
	trees, lone := apart(f, f.branches())
	rows := f.fold(trees)
	if len(rows) > maxRows || len(rows) == 0 {
		return nil
	}
	d := &drawing{}
	at := d.columns(f, rows)
	ages := effectiveAges(f, rows)
	y := topMargin + radius + 4
	if !d.Timed {
		y = radius + 12
	}
	for i, n := range rows {
		n.X, n.Y = leftMargin+at[i], y
		n.LabelX = n.X + radius + labelGap
		if r := f.report(n.siglum); r != nil && r.Published.Known() {
			_, latest := r.Published.Bounds()
			n.early = ages[i]-latest.Unix() >= aDay
		}
		d.Nodes = append(d.Nodes, n)
		d.Width = max(d.Width, n.LabelX+labelWidth(f, &n)+8)
		y += rowHeight + lineHeight*len(n.also)
	}
	if len(lone) > 0 {
		d.Nodes = append(d.Nodes, node{Folded: len(lone), X: leftMargin - radius, Y: y - rowHeight/4})
		y += rowHeight / 2
	}
	d.Height = y - rowHeight/2 + 6
	d.ticks(f)
	d.edges()
	return d
}

// fold hides copies without copies where a family is too large to draw: of
// each exemplar's, all but the first few.
func (f branching) fold(all []branch) []node {
	var rows []node
	hidden, kept := map[string]int{}, map[string]int{}
	for i, b := range all {
		leaf := i+1 == len(all) || all[i+1].depth <= b.depth
		if len(all) <= maxDrawn || !leaf || b.by == nil {
			rows = append(rows, node{branch: b})
			continue
		}
		if kept[b.by.From]++; kept[b.by.From] <= maxSibling {
			rows = append(rows, node{branch: b})
			continue
		}
		if hidden[b.by.From]++; hidden[b.by.From] == 1 {
			rows = append(rows, node{branch: branch{depth: b.depth, by: b.by}})
		}
	}
	for i := range rows {
		if rows[i].siglum == "" {
			rows[i].Folded = hidden[rows[i].by.From]
		}
	}
	return rows
}

// columns finds how far right each row's witness stands: right of its
// exemplar, and in the order of time where that leaves the drawing narrow
// enough; else by generations.
func (d *drawing) columns(f branching, rows []node) []int {
	ages := effectiveAges(f, rows)
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return ages[order[a]] < ages[order[b]] })
	tight := inTime(f, rows, ages, order, 0)
	spare := float64(timeRoom) - float64(maxOf(tight))/3
	if d.Timed = anyDated(f, rows) && maxOf(tight) <= widest; !d.Timed {
		at := make([]int, len(rows))
		for i := range rows {
			at[i] = rows[i].depth * legLength
		}
		return at
	}
	return inTime(f, rows, ages, order, max(spare, 0)/max(totalGaps(ages, order), 1))
}

// effectiveAges is the age of each row, but never less than its exemplar's:
// stated dates may contradict the descent by a little.
func effectiveAges(f branching, rows []node) []int64 {
	ages := make([]int64, len(rows))
	bySiglum := map[string]int64{}
	for i := range rows {
		if rows[i].siglum != "" {
			ages[i] = f.age(rows[i].siglum)
		}
		if rows[i].by != nil {
			ages[i] = max(ages[i], bySiglum[rows[i].by.From])
			if rows[i].siglum == "" {
				ages[i] = bySiglum[rows[i].by.From]
			}
		}
		bySiglum[rows[i].siglum] = ages[i]
	}
	return ages
}

// inTime places the rows in the order of their ages; a gap in time takes
// room by its logarithm, times scale.
func inTime(f branching, rows []node, ages []int64, order []int, scale float64) []int {
	at := make([]int, len(rows))
	bySiglum := map[string]int{}
	now, x := int64(undated), 0.0
	for _, i := range order {
		if ages[i] != undated && ages[i] > now {
			x += gapRoom(now, ages[i]) * scale
			now = ages[i]
		}
		at[i] = int(x)
		if rows[i].by != nil {
			at[i] = max(at[i], bySiglum[rows[i].by.From]+legLength)
		}
		if rows[i].siglum != "" {
			bySiglum[rows[i].siglum] = at[i]
			if _, ok := f.dated(rows[i].siglum); ok {
				x = max(x, float64(at[i]))
			}
		}
	}
	return at
}

// aDay is one in seconds. A report is marked as dated before its exemplar from a day
// on: hours and time zones are not to be trusted.
const aDay = 24 * 60 * 60

// gapRoom is the weight of a gap in time: the logarithm of its tenths of an
// hour, so that a minute and a month both show.
func gapRoom(from, to int64) float64 {
	if from == undated {
		return 0
	}
	return math.Log1p(float64(to-from) / 360)
}

func totalGaps(ages []int64, order []int) float64 {
	sum, now := 0.0, int64(undated)
	for _, i := range order {
		if ages[i] != undated && ages[i] > now {
			sum += gapRoom(now, ages[i])
			now = ages[i]
		}
	}
	return sum
}

func maxOf(xs []int) int {
	m := 0
	for _, x := range xs {
		m = max(m, x)
	}
	return m
}

func anyDated(f branching, rows []node) bool {
	for i := range rows {
		if _, ok := f.dated(rows[i].siglum); ok {
			return true
		}
	}
	return false
}

// ticks marks the first witness of every day on the axis, but of days of which an
// older witness stands as far right, under its exemplar: the mark would date it.
func (d *drawing) ticks(f branching) {
	if !d.Timed {
		return
	}
	dated := map[string]int{}
	var days []string
	for i := range d.Nodes {
		r := f.report(d.Nodes[i].siglum)
		if r == nil || !r.Published.Known() {
			continue
		}
		m := r.Published
		if m.Precision == stemma.Second || m.Precision == stemma.Minute {
			m.Precision = stemma.Day
		}
		day := m.Time.UTC().Format("20060102") + dateWords(m)
		if x, ok := dated[day]; !ok {
			dated[day] = d.Nodes[i].X
			days = append(days, day)
		} else {
			dated[day] = min(x, d.Nodes[i].X)
		}
	}
	sort.Strings(days)
	last := -tickGap
	for _, day := range days {
		if x := dated[day]; x-last >= tickGap && !slices.ContainsFunc(d.Nodes, func(n node) bool {
			r := f.report(n.siglum)
			return n.X >= x && r != nil && r.Published.Known() && r.Published.Time.UTC().Format("20060102") < day[:8]
		}) {
			t := tick{x, day[8:], "middle"}
			if x < tickGap/2+8 {
				t.Anchor = "start"
			}
			d.Ticks = append(d.Ticks, t)
			last = x
		}
	}
}

func (d *drawing) edges() {
	bySiglum := map[string]*node{}
	for i := range d.Nodes {
		bySiglum[d.Nodes[i].siglum] = &d.Nodes[i]
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.by == nil || bySiglum[n.by.From] == nil {
			continue
		}
		d.Edges = append(d.Edges, leg(bySiglum[n.by.From], n))
		for k, by := range n.also {
			if from := bySiglum[by.From]; from != nil {
				d.Edges = append(d.Edges, second(from, n, by, k))
			}
		}
	}
}

// leg is the line to a copy from its strongest exemplar: down from the
// exemplar, then right.
func leg(from, to *node) edge {
	const bend = 10
	end := to.X - radius - 7
	e := edge{By: to.by, LabelX: to.X - radius - 12, LabelY: to.Y - 7, Width: strokeWidth(to.by.Share)}
	e.Path = fmt.Sprintf("M%d %dV%dQ%d %d %d %dH%d", from.X, from.Y+radius, to.Y-bend, from.X, to.Y, from.X+bend,
		to.Y, end)
	e.Head = fmt.Sprintf("M%d %dl-7 -4.5v9z", end+6, to.Y)
	if to.siglum != "" {
		e.Label = kindWords(to.by)
	}
	return e
}

// second is the line from the k-th other exemplar: beside the first one's, so
// that it too keeps clear of the labels. What it is stands in the copy's own
// lines.
func second(from, to *node, by *stemma.Descent, k int) edge {
	const bend, aside, below = 10, 7, 9
	down := 1
	if from.Y > to.Y {
		down = -1
	}
	x, y := from.X+aside+3*k, to.Y+below+4*min(k, 1)
	end := to.X - radius - 4
	e := edge{By: by, Second: true, Width: strokeWidth(by.Share)}
	if end-bend <= x { // the exemplar stands further right: come in from above or below
		y = to.Y - down*(radius+7)
		e.Path = fmt.Sprintf("M%d %dC%d %d %d %d %d %d", from.X-aside, from.Y-down*radius, from.X-aside, y-down*bend,
			to.X, y-down*2*bend, to.X, y)
		e.Head = fmt.Sprintf("M%d %dl-4.5 %dh9z", to.X, y+down*6, -down*7)
		return e
	}
	e.Path = fmt.Sprintf("M%d %dV%dQ%d %d %d %dH%d", x, from.Y+down*(radius-2), y-down*bend, x, y, x+bend, y, end)
	e.Head = fmt.Sprintf("M%d %dl-7 -4v8z", end+6, y)
	return e
}

func strokeWidth(share float64) string {
	return fmt.Sprintf("%.1f", 1.2+3.3*min(max(share, 0), 1))
}

// labelWidth estimates the room that a row's text takes, generously: no font
// is known here.
func labelWidth(f branching, n *node) int {
	const wide, narrow = 9.4, 7.6 // a character of the name and of the small type
	w := float64(ansi.StringWidth(clip(f.name(n.siglum), nameLength))) * wide
	w = max(w, float64(utf8.RuneCountInString("6 May 2031 06:10 · lost press release"))*narrow)
	for _, by := range n.also {
		w = max(w, float64(ansi.StringWidth(alsoWords(f.family, by)))*narrow)
	}
	return int(w)
}
