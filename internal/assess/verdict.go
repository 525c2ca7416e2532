package assess

import (
	"slices"

	"stemma"
)

// judge counts the origins of a claim and gives its verdict.
func (b *judge) judge(c *stemma.Claim, chains *chains, ids map[string]string) {
	c.Origins = stemma.Origins{IDs: []string{}}
	roots := chains.ordered
	resolved := resolvedOf(roots)
	for _, r := range roots {
		if !r.resolved {
			c.Origins.Unresolved += len(r.mentions)
		}
	}
	for _, r := range originsAmong(roots, resolved) {
		c.Origins.IDs = append(c.Origins.IDs, ids[r.siglum])
	}
	c.Origins.Min = max(1, b.shown(resolved))
	c.Origins.Max = max(c.Origins.Min, chains.most(b.family))
	c.Verdict = b.verdict(c, roots, resolved)
}

func resolvedOf(roots []*root) []*root {
	return slices.DeleteFunc(slices.Clone(roots), func(r *root) bool { return !r.resolved })
}

// originsAmong are the roots that are origins of a claim: the resolved ones, or else the first.
func originsAmong(roots, resolved []*root) []*root {
	if len(resolved) == 0 {
		return roots[:min(len(roots), 1)]
	}
	return resolved
}

// maxStarts bounds how many roots are tried as the first of those that are
// apart: the bound can only come out too low by it.
const maxStarts = 16

// shown counts the roots that are shown to be apart, each from each other.
func (b *independence) shown(roots []*root) int {
	most := 0
	candidates := slices.DeleteFunc(slices.Clone(roots), func(r *root) bool { return len(r.sources()) == 0 })
	for i := range candidates[:min(len(candidates), maxStarts)] {
		set := []*root{candidates[i]}
		for _, r := range candidates {
			if !slices.ContainsFunc(set, func(x *root) bool { return x == r || !b.apart(x, r) }) {
				set = append(set, r)
			}
		}
		most = max(most, len(set))
	}
	return most
}

// most counts the families of those that may have the claim by themselves: the
// reports that nothing shows to have it from another, and the lost ones that
// others have it from.
func (c *chains) most(family map[string]int) int {
	families := map[int]bool{}
	for name, ends := range c.ends {
		if c.alone[name] {
			families[family[name]] = true
			continue
		}
		for _, end := range ends {
			if c.b.isLost(end) {
				families[family[end]] = true
			}
		}
	}
	return len(families)
}

func (b *judge) verdict(c *stemma.Claim, roots, resolved []*root) stemma.Verdict {
	if c.Origins.Min >= 2 && b.contested(resolved) {
		return stemma.Contested
	}
	sources := map[string]bool{}
	people := 0
	for _, r := range roots {
		for _, s := range r.sources() {
			if !sources[s.ID] {
				sources[s.ID] = true
				people += max(1, s.Count.Min)
			}
		}
	}
	switch {
	case c.Origins.Min >= 2:
		return stemma.Corroborated
	case len(sources) == 0 && len(resolved) == 0 && !b.creditsAnybody(c):
		return stemma.Unattributed
	case len(sources) == 1 && people == 1 && len(roots) == 1:
		return stemma.SingleSource
	}
	return stemma.SingleOrigin
}

// creditsAnybody says whether some report of a claim credits it: to a source,
// resolved or not ("he wrote"), or to the report or the lost one that it has it from.
func (b *judge) creditsAnybody(c *stemma.Claim) bool {
	for i := range c.Statements {
		st := &c.Statements[i]
		if len(st.Chain) > 0 {
			return true
		}
		for _, d := range b.parents[b.siglum[st.Span.Report]] {
			if b.credits(d, st) {
				return true
			}
		}
	}
	return false
}

// contested says whether two origins contradict each other.
func (b *independence) contested(roots []*root) bool {
	for i, x := range roots {
		for _, y := range roots[:i] {
			if b.apart(x, y) && b.disputed(x, y) {
				return true
			}
		}
	}
	return false
}

func (b *independence) disputed(x, y *root) bool {
	return slices.ContainsFunc(x.mentions, func(s mention) bool {
		return slices.ContainsFunc(y.mentions, func(t mention) bool { return b.contradict(s, t) })
	})
}
