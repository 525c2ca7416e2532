package collate

import (
	"slices"

	"stemma"
)

// alternatives finds that of two forms of one word the surer one was kept: "closed or
// probably closed" is told as "closed".
func alternatives(p *pairing) []stemma.Drift {
	if p.kin == Neighbours {
		return nil
	}
	for i := 1; i+2 < len(p.al.a); i++ {
		j := p.al.ofA[i-1]
		if j < 0 || !hedgesAgain(p, i) || hasForm(p.al.b, p.al.a[i+1].form) || p.al.quotedAt(i-1, j) {
			continue
		}
		if _, share := p.al.local(slot{i, i + 3, j + 1, j + 1}); share < copyShare {
			continue
		}
		before, after := p.before.span(i-1, i+3), p.after.span(start(p.al.b, j), j+1)
		return []stemma.Drift{becomes(stemma.HedgeDropped, before, after, 2)}
	}
	return nil
}

// hedgesAgain says whether from a place on the word before it is said again with less
// certainty: "or probably closed".
func hedgesAgain(p *pairing, i int) bool {
	words := p.al.a
	rung, ok := p.rung(&words[i+1])
	return ok && rung > 0 && rung < done && p.function.Is(words[i].form, "conj") &&
		words[i-1].class == content && words[i+2].base == words[i-1].base
}

// nobodyDoes finds that something is done that by the first sentence nothing or nobody
// does: "nothing would go to the council", "the plan goes to the council".
func nobodyDoes(p *pairing) []stemma.Drift {
	if p.kin != Copy {
		return nil
	}
	for _, s := range p.al.slots {
		i, ok := p.governed(s)
		if !ok || !isNobody(p, p.al.a[s.a1:s.a2]) || unsure(p, p.al.b, s.b1, s.b2) {
			continue
		}
		j := p.al.ofA[i]
		_, behind := p.al.support(slot{i, i + 1, j, j + 1})
		if behind < leastSupport || !p.isVerb(&p.al.b[j]) || lastContent(p.al.b, s.b2) < s.b1 {
			continue
		}
		first := s.a2 - 1
		for first > s.a1 && !p.negations.Is(p.al.a[first].form, "pronoun") {
			first--
		}
		before, after := p.before.span(first, i+1), p.after.span(start(p.al.b, s.b1), j+1)
		return []stemma.Drift{becomes(stemma.PolarityChanged, before, after, 3)}
	}
	return nil
}

// isNobody says whether the last words of a stretch, but for auxiliaries and modal verbs,
// are a pronoun for nothing or nobody.
func isNobody(p *pairing, words []word) bool {
	for k := len(words) - 1; k >= 0; k-- {
		switch w := &words[k]; {
		case p.negations.Is(w.form, "pronoun"):
			return !w.quoted
		case !p.function.IsAny(w.form, "aux", "modal", "be"):
			return false
		}
	}
	return false
}

// unsure says whether one of the words denies or hedges, or counts: that four were hurt
// where nobody was may have come in later.
func unsure(p *pairing, words []word, first, last int) bool {
	counts := slices.ContainsFunc(words[first:last], func(w word) bool { return w.class == number })
	return counts || p.lowest(words, first, last).rung < done || p.turns(words, first, last)
}
