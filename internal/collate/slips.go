package collate

import (
	"strconv"
	"strings"

	"stemma"
)

// slips finds figures that differ as by a slip of the pen, however freely the rest is retold: a
// zero or a point too many, two digits in the wrong order. Neither report may have the other's
// figure.
func slips(x accounts) []stemma.Drift {
	if x.kin != Copy {
		return nil
	}
	c := counting{x}
	var found []stemma.Drift
	for _, b := range x.after.sums {
		unit := b.Quantity.Unit
		if unit == "" || x.furniture.Has(unit) || b.in.title || !isPoint(b) || c.agrees(x.before, b) {
			continue
		}
		if a := c.slippedFrom(b); a != nil {
			found = append(found, becomes(stemma.NumberChanged, x.figure(x.before, *a), x.figure(x.after, b), 3))
		}
	}
	return found
}

// slippedFrom is the only figure of the first report that one of the second may be, mistaken; nil
// for none.
func (c counting) slippedFrom(b sum) *sum {
	var found *sum
	for _, a := range c.before.units[b.Quantity.Unit] {
		if !isPoint(a) || !isSlip(a.Quantity.Low, b.Quantity.Low) || c.agrees(c.after, a) {
			continue
		}
		if found != nil || c.around(a, b) < leastContext {
			return nil
		}
		found = &a
	}
	return found
}

// around is the weight of the words with a meaning that a sentence of the second report shares with
// one of the first and those beside it.
func (c counting) around(a, b sum) float64 {
	weight, seen := 0.0, map[string]bool{}
	at := c.before.first[a.in.id]
	for i := max(0, at-1); i < min(len(c.before.sentences), at+2); i++ {
		for k := range c.before.sentences[i].words {
			w := &c.before.sentences[i].words[k]
			if !w.isOf(function, number) && !seen[w.base] && hasBase(b.in.words, w.base) {
				seen[w.base] = true
				weight += w.weight
			}
		}
	}
	return weight
}

// isPoint says whether a figure is one number, without a bound.
func isPoint(s sum) bool { return s.Quantity.Low == s.Quantity.High && s.Quantity.Bound == "" }

// fewDigits is how many digits a figure has at least, without zeros at the end, that is known again
// with the point elsewhere, and manyDigits with two of them in the wrong order.
const fewDigits, manyDigits = 2, 3

// isSlip says whether two numbers have the same digits, of which none but zeros at the ends or the
// order of two neighbours differ.
func isSlip(x, y float64) bool {
	a, b := digitsOf(x), digitsOf(y)
	switch {
	case x == y || len(a) != len(b):
		return false
	case a == b:
		return len(a) >= fewDigits
	}
	first := 0
	for a[first] == b[first] {
		first++
	}
	isTurned := first+1 < len(a) && a[first] == b[first+1] && a[first+1] == b[first] && a[first+2:] == b[first+2:]
	return isTurned && len(a) >= manyDigits && max(x, y) < 10*min(x, y)
}

// digitsOf is a number's digits without zeros at either end.
func digitsOf(x float64) string {
	s := strings.ReplaceAll(strconv.FormatFloat(x, 'f', -1, 64), ".", "")
	return strings.Trim(s, "0")
}
