package collate

import (
	"slices"

	"stemma"
)

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
	if p.kin != Copy || p.al.back < takenOver {
		return nil
	}
	for _, s := range p.al.slots {
		first, last, ok := p.clause(s)
		if !ok || p.later.tellsOf(p.al.a[first:last], saidShare) {
			continue
		}
		before := p.before.span(max(0, first-shownAround), last)
		return []stemma.Drift{becomes(stemma.HedgeDropped, before, p.after.span(max(0, s.b1-shownAround), s.b1), 2)}
	}
	return nil
}

// clause gives such a clause behind other words that fills a slot in which the second sentence has nothing.
func (p qualification) clause(s slot) (first, last int, ok bool) {
	if !s.drops() || s.opens() || !meaningful(p.al.a[s.a1:s.a2]) {
		return 0, 0, false
	}
	first = slices.IndexFunc(p.al.a[s.a1:s.a2], p.opens)
	last = min(clauseEnd(p.al.a, s.a1+first+1), s.a2)
	return s.a1 + first, last, first >= 0 && (last == s.a2 || p.al.a[last].comma)
}

// opens says whether such a clause begins at a word. Where somebody asks, "if" opens what is asked.
func (p qualification) opens(w word) bool {
	at := slices.IndexFunc(p.al.a, func(v word) bool { return v.token == w.token })
	asks := func(v word) bool { return p.cues.Is(v.base, "asking") }
	isAsked := p.cues.Has(p.al.a[at-1].base) || slices.ContainsFunc(p.al.a[:at], asks)
	c := cutting{p.Collator}
	return c.opensAt(p.al.a, at, "known") || c.opensAt(p.al.a, at, "opens") && !isAsked
}
