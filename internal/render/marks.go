package render

import (
	"sort"
	"strings"
)

// layer is a sort of mark on a text. Marks of different layers overlap as
// they like.
type layer uint8

const (
	markSource layer = iota
	markCue
	markContent
	markClaim // a claim that other reports carry too
	markLone  // a claim that no other report carries
	markPassage
	markDrift
	markEvidence
	markHedge
	markValue
	layers // how many there are
)

// class is the layer's class in the style sheet.
func (l layer) class() string {
	return [layers]string{"m-source", "m-cue", "m-content", "m-claim", "m-lone", "m-passage", "m-drift", "m-evidence",
		"m-hedge", "m-value"}[l]
}

// mark is a stretch of a text, as a half-open range of bytes, with the anchor
// that links to it and a note that is shown after it.
type mark struct {
	start, end int
	layer      layer
	anchor     string // "" when nothing links to it
	note       *link
}

// link is a link within the page.
type link struct {
	To    string // anchor, without "#"
	Text  string
	Title string
	Class string // of a note: what it is a note of
}

// run is a stretch of text under one set of marks.
type run struct {
	Text    string
	Class   string
	Anchors []anchor // of the marks that begin here
	Notes   []link   // of the marks that end here
	start   int
}

// anchor is where a link to a mark arrives, and over how many runs the mark
// goes.
type anchor struct {
	ID   string
	Runs int
}

// flatten cuts text[from:to] into runs at every edge of a mark, so that marks
// that overlap become neighbours that each say what they are under. Marks
// outside the range are clipped to it or dropped; empty ones are dropped. The
// time is linear in marks and runs, but for sorting.
func flatten(text string, from, to int, marks []mark) []run {
	inside := clipMarks(marks, from, to)
	ends := append([]mark(nil), inside...)
	sort.SliceStable(inside, func(i, j int) bool { return inside[i].start < inside[j].start })
	sort.SliceStable(ends, func(i, j int) bool { return ends[i].end < ends[j].end })
	var found []run
	var active [layers]int
	i, j := 0, 0
	for at := from; at < to; {
		r := run{start: at}
		for ; i < len(inside) && inside[i].start <= at; i++ {
			active[inside[i].layer]++
			if inside[i].anchor != "" {
				r.Anchors = append(r.Anchors, anchor{inside[i].anchor, inside[i].end})
			}
		}
		next := to
		if i < len(inside) {
			next = min(next, inside[i].start)
		}
		if j < len(ends) {
			next = min(next, ends[j].end)
		}
		r.Text, r.Class = cleanPiece(text[at:next]), classes(active)
		for ; j < len(ends) && ends[j].end <= next; j++ {
			active[ends[j].layer]--
			if n := ends[j].note; n != nil && !noted(r.Notes, n) {
				r.Notes = append(r.Notes, *n)
			}
		}
		found = append(found, r)
		at = next
	}
	measure(found)
	return found
}

// noted says whether a run has that note already.
func noted(notes []link, n *link) bool {
	for i := range notes {
		if notes[i].To == n.To && notes[i].Text == n.Text {
			return true
		}
	}
	return false
}

// measure turns the end of every anchor's mark into a number of runs.
func measure(runs []run) {
	for i := range runs {
		for k := range runs[i].Anchors {
			end := runs[i].Anchors[k].Runs
			runs[i].Anchors[k].Runs = sort.Search(len(runs), func(j int) bool { return runs[j].start >= end }) - i
		}
	}
}

// clipMarks keeps the marks that touch the range, clipped to it. The anchor of
// a mark stays where it begins, its note where it ends.
func clipMarks(marks []mark, from, to int) []mark {
	var found []mark
	for _, m := range marks {
		if m.start >= to || m.end <= from || m.start >= m.end {
			continue
		}
		if m.start < from {
			m.start, m.anchor = from, ""
		}
		if m.end > to {
			m.end, m.note = to, nil
		}
		found = append(found, m)
	}
	return found
}

func classes(active [layers]int) string {
	var names []string
	for l, n := range active {
		if n > 0 {
			names = append(names, layer(l).class())
		}
	}
	return strings.Join(names, " ")
}

// spread files marks by the range that they touch; ranges are in order and do
// not overlap. A mark over several ranges is filed under each.
func spread(marks []mark, n int, bounds func(i int) (from, to int)) [][]mark {
	filed := make([][]mark, n)
	for _, m := range marks {
		first := sort.Search(n, func(i int) bool {
			_, to := bounds(i)
			return to > m.start
		})
		for i := first; i < n; i++ {
			if from, _ := bounds(i); from >= m.end {
				break
			}
			filed[i] = append(filed[i], m)
		}
	}
	return filed
}
