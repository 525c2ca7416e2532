package main

import (
	"slices"

	"stemma"
)

// originTally counts how the intervals of the matched claims lie.
type originTally struct {
	matched, exact, exactMin, inside    int
	multi, exactMulti, falseIndependent int
}

func scoreOrigins(s *scores, t *claimTable, matched []int) {
	var n originTally
	for i, j := range matched {
		if t.gold[i].Origins >= 2 {
			n.multi++
		}
		if j >= 0 {
			n.add(s, t.gold[i], t.found[j])
		}
	}
	s.share("origins_exact", n.exact, n.matched)
	s.share("origins_exact_all", n.exact, len(t.gold))
	s.share("origins_exact_min", n.exactMin, n.matched)
	s.share("origins_inside", n.inside, n.matched)
	s.share("origins_exact_multi", n.exactMulti, n.multi)
	s.count("origins_false_independent", n.falseIndependent)
	falseIndependentAny(s, t, matched)
}

func (n *originTally) add(s *scores, want goldClaim, got stemma.Claim) {
	o := got.Origins
	n.matched++
	if o.Min == want.Origins {
		n.exactMin++
	}
	if o.Min <= want.Origins && want.Origins <= o.Max {
		n.inside++
	}
	if o.Min > want.Origins {
		n.falseIndependent++
		s.detail("FALSE INDEPENDENT: %s has %d, found %d..%d in %s %q", want.ID, want.Origins, o.Min, o.Max, got.ID,
			short(want.Statement))
	}
	if o.Min == want.Origins && o.Max == want.Origins {
		n.exact++
		if want.Origins >= 2 {
			n.exactMulti++
		}
		return
	}
	s.detail("origins differ: %s has %d, found %d..%d (unresolved %d) in %s %q", want.ID, want.Origins, o.Min, o.Max,
		o.Unresolved, got.ID, short(want.Statement))
}

// falseIndependentAny counts the found claims, matched or not, that say more
// origins than the gold claim to which most of their gold mentions belong,
// and lists those with two or more that hold no gold mention.
func falseIndependentAny(s *scores, t *claimTable, matched []int) {
	counts := t.counts()
	wrong, unknown := 0, 0
	for j, claim := range t.found {
		if claim.Origins.Min < 2 {
			continue
		}
		best, most := -1, 0
		for i := range t.gold {
			if counts[i][j] > most {
				best, most = i, counts[i][j]
			}
		}
		switch {
		case best < 0:
			unknown++
			s.detail("corroborated, not in gold: %s %d..%d %q in %d statements", claim.ID, claim.Origins.Min,
				claim.Origins.Max, short(claim.Statement), len(claim.Statements))
		case claim.Origins.Min > t.gold[best].Origins:
			wrong++
			if !slices.Contains(matched, j) {
				s.detail("FALSE INDEPENDENT (unmatched): %s has %d, found %d..%d in %s %q", t.gold[best].ID,
					t.gold[best].Origins, claim.Origins.Min, claim.Origins.Max, claim.ID, short(claim.Statement))
			}
		}
	}
	s.count("origins_false_independent_any", wrong)
	s.count("origins_corroborated_not_in_gold", unknown)
}
