package collate

import (
	"slices"

	"stemma"
	"stemma/internal/value"
)

// Equivalent says whether two texts of one sentence each say the same in the same words,
// but for figures and times of one value: "90 minutes", "an hour and a half".
func Equivalent(c *Collation, before, after *Report) bool {
	if len(before.sentences) != 1 || len(after.sentences) != 1 {
		return false
	}
	p := c.pair(before, 0, after, 0, Copy)
	a, b := p.before.values, p.after.values
	if len(a) == 0 || len(a) != len(b) || len(p.al.a) == 0 || len(p.al.b) == 0 {
		return false
	}
	for i := range a {
		if r := c.compare.Compare(a[i], b[i]); r != value.Same && r != value.Compatible ||
			boundOf(a[i]) != boundOf(b[i]) {
			return false
		}
	}
	return sameBeside(p.before, p.after)
}

func boundOf(v stemma.Value) string {
	if v.Quantity == nil {
		return ""
	}
	return v.Quantity.Bound
}

// sameBeside says whether two sentences have the same words beside their values.
func sameBeside(x, y *sentence) bool {
	return slices.EqualFunc(unvalued(x), unvalued(y), func(a, b word) bool { return a.base == b.base })
}

// unvalued is the words of a sentence that belong to none of its values, without the unit that
// may stand behind one: "an hour and a half".
func unvalued(s *sentence) []word {
	in := make([]bool, len(s.words))
	for _, v := range s.values {
		first, last := s.within(v.Span)
		for k := first; k < last; k++ {
			in[k] = true
		}
	}
	var found []word
	for k := range s.words {
		if !in[k] {
			found = append(found, s.words[k])
		}
	}
	return found
}
