package collate

import "stemma"

// qualification is two sentences and what says in the first one how far the rest of it holds.
type qualification struct{ *pairing }

const (
	// takenOver is the share of a sentence's words, by weight, that must stand in the first one for it to be that one
	// taken over.
	takenOver = 0.8
	// shownAround is how many words beside what was left out are shown with it.
	shownAround = 3
)

// qualified finds, in a sentence that a copy took over, that a clause was left out which says as far as what is
// known, or on what condition, the rest holds: "eight that we know of", "should go if the audit bears it out".
func qualified(of *pairing) []stemma.Drift {
	p := qualification{of}
	if p.kin != Copy || p.al.back < takenOver || (cutting{p.Collator}).isConditional(p.after) {
		return nil
	}
	for _, s := range p.al.slots {
		first, last, ok := p.clause(s)
		if !ok || p.isTold(p.al.a[first:last]) {
			continue
		}
		before := p.before.span(max(0, first-shownAround), last)
		after := p.after.span(max(0, s.b1-shownAround), s.b1)
		if s.b1 == 0 {
			before = p.before.span(first, min(len(p.al.a), last+shownAround))
			after = p.after.span(s.b2, min(len(p.al.b), s.b2+shownAround))
		}
		return []stemma.Drift{becomes(stemma.HedgeDropped, before, after, 2)}
	}
	return nil
}

// clause gives such a clause that fills a slot in which the second sentence has nothing.
func (p qualification) clause(s slot) (first, last int, ok bool) {
	if !s.drops() || s.a2-s.a1 > mostFrame {
		return 0, 0, false
	}
	for first = s.a1; first < s.a2; first++ {
		if (p.opens(first)) && meaningful(p.al.a[first:s.a2]) {
			last = min(clauseEnd(p.al.a, first+1), s.a2)
			return first, last, last == s.a2 || p.al.a[last].comma
		}
	}
	return 0, 0, false
}

// opens says whether such a clause begins at a word. Behind a verb of asking or knowing "if" opens what is asked.
func (p qualification) opens(at int) bool {
	c := cutting{p.Collator}
	if c.opensAt(p.al.a, at, "known") {
		return true
	}
	return c.opensAt(p.al.a, at, "opens") && (at == 0 || p.al.a[at].comma || !p.cues.Has(p.al.a[at-1].base))
}

// isTold says whether the second report tells the clause elsewhere.
func (p qualification) isTold(words []word) bool {
	return p.later.hasRun(words) || p.later.tellsOf(words, saidShare)
}
