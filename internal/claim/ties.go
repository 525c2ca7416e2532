package claim

import "slices"

// Ties are pairs, by index, that are surely one or surely two, whatever else
// speaks for or against it.
type Ties struct {
	Same, Other []Pair
}

// apart says whether the ties keep two groups of members from becoming one.
func (t Ties) apart(a, b []int) bool {
	return slices.ContainsFunc(t.Other, func(p Pair) bool {
		return slices.Contains(a, p[0]) && slices.Contains(b, p[1]) ||
			slices.Contains(a, p[1]) && slices.Contains(b, p[0])
	})
}
