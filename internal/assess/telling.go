package assess

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// telling gathers drifts, each change once.
type telling struct {
	drifts []stemma.Drift
	at     map[string]int // what changed → its first drift
	// handsOn says whether a witness may have a change from the one of which it is told, or both
	// from one that is lost; nil: always.
	handsOn func(d stemma.Drift, siglum string) bool
}

// add tells a change, or that one more report has it. The same two readings the
// other way round are one change too.
func (t *telling) add(d stemma.Drift, siglum string) {
	before, after := reading(d.Before), reading(d.After)
	if i, ok := t.at[string(d.Kind)+"\n"+before+"\n"+after]; ok {
		if i = t.madeBy(i, d, siglum); i < 0 {
			t.append(d, siglum)
			return
		}
		t.inherit(i, siglum)
		return
	}
	if _, ok := t.at[string(d.Kind)+"\n"+after+"\n"+before]; ok {
		return
	}
	if i := max(t.office(d, before, after), t.figure(d, before), t.source(d, before, siglum)); i >= 0 {
		t.inherit(i, siglum)
		return
	}
	if t.office(d, after, before) >= 0 || t.isTold(d) {
		return
	}
	t.at[string(d.Kind)+"\n"+before+"\n"+after] = len(t.drifts)
	t.append(d, siglum)
}

func (t *telling) append(d stemma.Drift, siglum string) {
	d.InheritedBy = []string{}
	d.ID = siglum // until they are numbered
	t.drifts = append(t.drifts, d)
}

// mostMade is how many reports are told to have made one change each for itself; of a text
// that many print, many cut the same end.
const mostMade = 3

// leavesOut says whether a change puts no word in, and leaves out a statement or the end of a
// quotation: who copies one text may well leave out what others did, but hardly errs as they did.
func leavesOut(d stemma.Drift) bool {
	cut := d.Kind == stemma.QuoteAltered && d.Before != nil && strings.Contains(reading(d.Before), reading(d.After))
	return d.After == nil || cut
}

// madeBy is which of the drifts that tell a change, the first of them at a place, is that of a
// report: it has it from the one that made it, or both have it from what is lost; -1 where it
// made the change once more on a descent of its own.
func (t *telling) madeBy(first int, d stemma.Drift, siglum string) int {
	if t.handsOn == nil || d.Descent == "" || !leavesOut(d) {
		return first
	}
	n := 0
	for i, x := range t.drifts[first:] {
		if x.Kind != d.Kind || reading(x.Before) != reading(d.Before) || reading(x.After) != reading(d.After) {
			continue
		}
		if x.Descent == "" || t.handsOn(x, siglum) {
			return first + i
		}
		n++
	}
	if n == mostMade {
		return first
	}
	return -1
}

// office is the drift that tells the same of an office, with more or fewer words
// of the name beside it; -1 for none.
func (t *telling) office(d stemma.Drift, before, after string) int {
	if d.Kind != stemma.TitleChanged {
		return -1
	}
	return slices.IndexFunc(t.drifts, func(x stemma.Drift) bool {
		return x.Kind == d.Kind && within(reading(x.Before), before) && within(reading(x.After), after)
	})
}

// source is the drift that tells the same of a source, made more or higher by a report from which
// this one may have it, in whatever words; -1 for none.
func (t *telling) source(d stemma.Drift, before, siglum string) int {
	if d.Kind != stemma.SourceInflated || t.handsOn == nil {
		return -1
	}
	return slices.IndexFunc(t.drifts, func(x stemma.Drift) bool {
		return x.Kind == d.Kind && reading(x.Before) == before && x.ID != siglum && t.handsOn(x, siglum)
	})
}

// isTold says whether the same words are told to be surer than in another report, or to lack the middle of what
// another one quotes: what several say less surely, or in full, was changed once.
func (t *telling) isTold(d stemma.Drift) bool {
	isCut := d.Kind == stemma.QuoteAltered && isWithoutMiddle(reading(d.Before), reading(d.After))
	if d.Kind != stemma.ModalityStrengthened && !isCut || d.After == nil {
		return false
	}
	return slices.ContainsFunc(t.drifts, func(x stemma.Drift) bool {
		return x.Kind == d.Kind && x.After != nil && *x.After == *d.After
	})
}

// figure is the drift that tells the same of how sure the same figure is, whatever stands
// around it afterwards; -1 for none.
func (t *telling) figure(d stemma.Drift, before string) int {
	number := figureOf(reading(d.After))
	surer := d.Kind == stemma.HedgeDropped || d.Kind == stemma.ModalityStrengthened
	if !surer || number == "" || number != figureOf(before) {
		return -1
	}
	return slices.IndexFunc(t.drifts, func(x stemma.Drift) bool {
		return x.Kind == d.Kind && reading(x.Before) == before && figureOf(reading(x.After)) == number
	})
}

// figureOf is the first word of a reading that begins with a digit; "" for none.
func figureOf(reading string) string {
	for _, w := range strings.Fields(reading) {
		if w[0] >= '0' && w[0] <= '9' {
			return w
		}
	}
	return ""
}

// within says whether one of two readings holds the other.
func within(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// inherit notes that one more report has the reading after.
func (t *telling) inherit(i int, siglum string) {
	d := &t.drifts[i]
	if d.ID != siglum && !slices.Contains(d.InheritedBy, siglum) {
		d.InheritedBy = append(d.InheritedBy, siglum)
	}
}

// reading is the words of one side, folded.
func reading(s *stemma.Span) string {
	if s == nil {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s.Text, ",", " ")), " "))
}

// ordered puts the severest first, then those that most reports have, and
// numbers them.
func ordered(drifts []stemma.Drift) []stemma.Drift {
	slices.SortStableFunc(drifts, func(x, y stemma.Drift) int {
		return cmp.Or(cmp.Compare(y.Severity, x.Severity), cmp.Compare(len(y.InheritedBy), len(x.InheritedBy)))
	})
	for i := range drifts {
		drifts[i].ID = "x" + strconv.Itoa(i+1)
		slices.Sort(drifts[i].InheritedBy)
	}
	if drifts == nil {
		return []stemma.Drift{}
	}
	return drifts
}
