package derive

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/value"
)

// readings compares the values of a pair in the claims that both have with
// those of the story's other reports: agree holds, in turn, the exemplar's and
// the copy's span of each value that they share and another report has
// otherwise; differ those of each value that they have otherwise and of which
// another report, that is not younger than the copy, has the copy's.
func (w *work) readings(p *pair) (agree, differ []stemma.Span) {
	for _, u := range w.units[p.copy] {
		for _, y := range u.statement.Values {
			if y.Kind != stemma.QuantityValue && y.Kind != stemma.DateValue {
				continue
			}
			x, rel := w.reading(p.exemplar, u.claim, y)
			switch {
			case rel == value.Same && w.otherHas(p, u.claim, y, value.Different, false):
				agree = append(agree, x.Span, y.Span)
			case rel == value.Different && w.otherHas(p, u.claim, y, value.Same, true):
				differ = append(differ, x.Span, y.Span)
			}
		}
	}
	return agree, differ
}

// reading is the value of a report, in a claim, that is nearest to y.
func (w *work) reading(report, claim int, y stemma.Value) (stemma.Value, value.Relation) {
	var best stemma.Value
	rel := value.Unrelated
	units := w.units[report]
	i, _ := slices.BinarySearchFunc(units, claim, func(v unit, c int) int { return cmp.Compare(v.claim, c) })
	for ; i < len(units) && units[i].claim == claim; i++ {
		v := units[i]
		for _, x := range v.statement.Values {
			if r := value.Compare(x, y); r > rel {
				best, rel = x, r
			}
		}
	}
	return best, rel
}

// otherHas says whether a report outside of the pair stands in that relation
// to a value; elder leaves out those that are certainly younger than the copy,
// from which it cannot have it.
func (w *work) otherHas(p *pair, claim int, y stemma.Value, want value.Relation, elder bool) bool {
	for _, i := range w.standingTo(claim, y, want) {
		if i != p.exemplar && i != p.copy && !(elder && w.gap(p.copy, i) > 0) {
			return true
		}
	}
	return false
}

// havingKey is a value in a claim, and a relation to it.
type havingKey struct {
	claim int
	value string
	unit  string
	kind  stemma.ValueKind
	want  value.Relation
}

// standingTo gives the reports that stand in a relation to a value, in order.
func (w *work) standingTo(claim int, y stemma.Value, want value.Relation) []int {
	key := havingKey{claim: claim, value: y.Value, kind: y.Kind, want: want}
	if y.Quantity != nil {
		key.unit = y.Quantity.Bound + y.Quantity.Unit
	}
	found, known := w.having[key]
	if !known {
		for i := range w.kept() {
			if _, rel := w.reading(i, claim, y); rel == want {
				found = append(found, i)
			}
		}
		w.having[key] = found
	}
	return found
}
