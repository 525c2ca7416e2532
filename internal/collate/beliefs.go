package collate

import "stemma"

// holding compares what somebody holds with what he says.
type holding struct{ *pairing }

// told finds that what somebody only held, feared or doubted is told as what he said:
// "was surprised she would be a suspect", "said she would be a suspect".
func (p holding) told() []stemma.Drift {
	for i := range p.al.a {
		if !p.isBelief(&p.al.a[i]) || p.al.a[i].quoted || p.negatedAt(p.al.a, i) {
			continue
		}
		s, j := p.placeOf(i)
		if j < 0 || p.al.b[j].quoted || p.negatedAt(p.al.b, j) || !p.oneClause(s) || p.stillHeld() {
			continue
		}
		if _, after := p.al.support(s); after < leastFlank {
			continue
		}
		kind, severity := stemma.HedgeDropped, 2
		if p.doubted(&p.al.a[i]) {
			kind, severity = stemma.PredicateChanged, 3
		}
		before, after := p.before.span(p.behindAside(s, i), s.a2), p.after.span(s.b1, s.b2)
		return []stemma.Drift{becomes(kind, before, after, severity)}
	}
	return nil
}

// isBelief says whether a word is one for what is only held.
func (p holding) isBelief(w *word) bool { return w.isIn(p.beliefs) }

func (p holding) doubted(w *word) bool {
	return p.beliefs.Is(w.base, "doubt") || p.beliefs.Is(w.form, "doubt")
}

// placeOf gives the slot that a word stands in, and the verb of saying that stands there
// in its place; -1 where there is none, or other words with a meaning.
func (p holding) placeOf(i int) (slot, int) {
	if j := p.al.ofA[i]; j >= 0 {
		if p.assures(&p.al.b[j]) {
			return slot{i, i + 1, j, j + 1}, j
		}
		return slot{}, -1
	}
	for _, s := range p.al.slots {
		if s.a1 <= i && i < s.a2 {
			return s, p.onlySaid(s, i)
		}
	}
	return slot{}, -1
}

// onlySaid is the verb of saying of a slot that holds no other words with a meaning,
// but for an aside before the belief.
func (p holding) onlySaid(s slot, belief int) int {
	at := -1
	for k := p.behindAside(s, belief); k < s.a2; k++ {
		if k != belief && p.al.a[k].class != function {
			return -1
		}
	}
	for k := s.b1; k < s.b2; k++ {
		switch {
		case p.al.b[k].class == function:
		case at < 0 && p.assures(&p.al.b[k]):
			at = k
		default:
			return -1
		}
	}
	return at
}

// behindAside is where the words of a slot begin that stand in one piece with a belief.
func (p holding) behindAside(s slot, belief int) int {
	for k := belief; k > s.a1; k-- {
		if p.al.a[k].comma {
			return k
		}
	}
	return s.a1
}

// assures says whether a verb says or shows that something is so.
func (p holding) assures(w *word) bool {
	return p.says(w) || p.officials.Has(w.base) || p.cues.Is(w.base, "endorsing")
}

// stillHeld says whether the second sentence has the belief elsewhere.
func (p holding) stillHeld() bool {
	for k := range p.al.b {
		if p.isBelief(&p.al.b[k]) {
			return true
		}
	}
	return false
}
