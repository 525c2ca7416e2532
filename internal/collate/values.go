package collate

import (
	"fmt"
	"math"
	"strings"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/value"
)

// sameSentence is the agreement of words from which on two numbers that
// differ stand at the same place of the same sentence.
const sameSentence = 0.5

// grave is the ratio between two numbers from which on a reader believes
// something else.
const grave = 2.0

// quantities gives the numbers that changed: those of the second statement
// that no number of the first one agrees with, against those of the first
// that no number of the second one agrees with.
func (c *Collator) quantities(before, after Side) []stemma.Drift {
	var changes []stemma.Drift
	xs, ys := kind(before, stemma.QuantityValue), kind(after, stemma.QuantityValue)
	left, agreed := unmatched(xs, ys)
	right, _ := unmatched(ys, xs)
	for _, y := range right {
		x, ok := differing(left, y)
		if !ok || align.Agreement(before.Clause, after.Clause) < sameSentence {
			continue
		}
		changes = append(changes, change(stemma.NumberChanged, ptr(x.Span), ptr(y.Span), numberSeverity(x, y),
			fmt.Sprintf("%s becomes %s", quote(x.Span.Text), quote(y.Span.Text))))
	}
	for _, pair := range agreed {
		if ch, ok := unhedged(pair[0], pair[1]); ok {
			changes = append(changes, ch)
		}
	}
	return changes
}

func kind(s Side, k stemma.ValueKind) []stemma.Value {
	var found []stemma.Value
	for _, v := range s.Statement.Values {
		if v.Kind == k {
			found = append(found, v)
		}
	}
	return found
}

// unmatched splits the values of xs: those that none of ys agrees with, and
// the pairs that agree.
func unmatched(xs, ys []stemma.Value) (alone []stemma.Value, pairs [][2]stemma.Value) {
	for _, x := range xs {
		found := false
		for _, y := range ys {
			if rel := value.Compare(x, y); rel == value.Same || rel == value.Compatible {
				pairs = append(pairs, [2]stemma.Value{x, y})
				found = true
				break
			}
		}
		if !found {
			alone = append(alone, x)
		}
	}
	return alone, pairs
}

// differing gives the one value that contradicts y.
func differing(xs []stemma.Value, y stemma.Value) (stemma.Value, bool) {
	for _, x := range xs {
		if value.Compare(x, y) == value.Different {
			return x, true
		}
	}
	return stemma.Value{}, false
}

func numberSeverity(x, y stemma.Value) int {
	if x.Quantity == nil || y.Quantity == nil {
		return 2
	}
	a, b := x.Quantity.High, y.Quantity.High
	if x.Quantity.Unit != y.Quantity.Unit && x.Quantity.Unit != "" && y.Quantity.Unit != "" {
		return 3
	}
	if a > 0 && b > 0 && math.Max(a/b, b/a) >= grave {
		return 3
	}
	return 2
}

// unhedged says whether an approximate number became an exact one.
func unhedged(x, y stemma.Value) (stemma.Drift, bool) {
	if x.Quantity == nil || y.Quantity == nil || x.Quantity.Bound != "~" || y.Quantity.Bound != "" || x.Quantity.Low != y.Quantity.Low {
		return stemma.Drift{}, false
	}
	return change(stemma.HedgeDropped, ptr(x.Span), ptr(y.Span), 1,
		fmt.Sprintf("%s is told as exact: %s", quote(x.Span.Text), quote(y.Span.Text))), true
}

// dates gives the dates that changed. The same words on two days ("this
// morning") are no change.
func (c *Collator) dates(before, after Side) []stemma.Drift {
	xs, ys := kind(before, stemma.DateValue), kind(after, stemma.DateValue)
	left, _ := unmatched(xs, ys)
	right, _ := unmatched(ys, xs)
	var changes []stemma.Drift
	for _, y := range right {
		if x, ok := differing(left, y); ok && !strings.EqualFold(x.Span.Text, y.Span.Text) && align.Agreement(before.Clause, after.Clause) >= sameSentence {
			changes = append(changes, change(stemma.DateChanged, ptr(x.Span), ptr(y.Span), 2,
				fmt.Sprintf("%s becomes %s", quote(x.Span.Text), quote(y.Span.Text))))
		}
	}
	return changes
}
