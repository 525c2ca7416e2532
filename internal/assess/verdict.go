package assess

import (
	"slices"

	"stemma"
	"stemma/internal/value"
)

// judge counts the origins of a claim and gives its verdict.
func (b *book) judge(c *stemma.Claim, roots []root, ids map[string]string) {
	c.Origins = stemma.Origins{IDs: []string{}}
	var resolved []root
	for _, r := range roots {
		if r.resolved {
			c.Origins.IDs = append(c.Origins.IDs, ids[r.siglum])
			resolved = append(resolved, r)
			continue
		}
		c.Origins.Unresolved += len(r.statements)
	}
	if len(resolved) == 0 && len(roots) > 0 {
		c.Origins.IDs = append(c.Origins.IDs, ids[roots[0].siglum])
	}
	c.Origins.Min = max(1, b.groups(resolved, false))
	c.Origins.Max = max(c.Origins.Min, b.groups(resolved, true))
	c.Verdict = b.verdict(c, roots, resolved)
}

// groups counts the roots that are not one with an earlier one.
func (b *book) groups(roots []root, certainly bool) int {
	n := 0
	for i := range roots {
		if !slices.ContainsFunc(roots[:i], func(r root) bool { return b.one(r, roots[i], certainly) }) {
			n++
		}
	}
	return n
}

func (b *book) verdict(c *stemma.Claim, roots, resolved []root) stemma.Verdict {
	if b.contested(c, resolved) {
		return stemma.Contested
	}
	sources := map[string]bool{}
	people := 0
	for _, r := range roots {
		for _, s := range r.sources {
			if !sources[s.ID] {
				sources[s.ID] = true
				people += max(1, s.Count.Min)
			}
		}
	}
	switch {
	case c.Origins.Min >= 2:
		return stemma.Corroborated
	case len(sources) == 0 && len(resolved) == 0:
		return stemma.Unattributed
	case len(sources) == 1 && people == 1 && len(roots) == 1:
		return stemma.SingleSource
	}
	return stemma.SingleOrigin
}

// contested says whether two origins contradict each other: one denies, or
// their figures cannot both be right.
func (b *book) contested(c *stemma.Claim, roots []root) bool {
	for i, x := range roots {
		for _, y := range roots[:i] {
			for _, s := range x.statements {
				for _, t := range y.statements {
					if b.contradict(s, t) {
						return true
					}
				}
			}
		}
	}
	return false
}

func (b *book) contradict(s, t *stemma.Statement) bool {
	if b.in.Likeness(s, t) < sameWords || min(words(s), words(t)) < fewWords && !shareUnit(s, t) {
		return false
	}
	if b.denies(s) != b.denies(t) {
		return true
	}
	for _, v := range s.Values {
		for _, w := range t.Values {
			if v.Kind == stemma.QuantityValue && value.Compare(v, w) == value.Different {
				return true
			}
		}
	}
	return false
}

// shareUnit says whether two statements count the same thing.
func shareUnit(s, t *stemma.Statement) bool {
	for _, v := range s.Values {
		for _, w := range t.Values {
			if v.Quantity != nil && w.Quantity != nil && v.Quantity.Unit != "" && v.Quantity.Unit == w.Quantity.Unit {
				return true
			}
		}
	}
	return false
}

func (b *book) denies(s *stemma.Statement) bool {
	a := b.in.Index.Attribution(s.Attribution)
	return a != nil && a.Stance == stemma.Denying
}
