package collate

import (
	"slices"

	"stemma"
)

// asides finds what a sentence says between two commas to make less of what it tells, where the
// rest is told without it: "40 cracks, some of them hairline, in the wall", "a flood, which the
// memo calls unlikely, could reach Selby".
type asides struct{ omissions }

// asideKept is the share of the words of a sentence around an aside, by weight, from which on it is
// told, asideWeight the weight of them.
const asideKept, asideWeight = 0.4, 2.0

// leastened gives the asides that a copy left out.
func leastened(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	if kin != Copy {
		return nil
	}
	p := asides{omissions{c, before, after, kin}}
	var found []stemma.Drift
	for _, i := range before.asides {
		x := &before.sentences[i]
		if x.title || after.has(x) {
			continue
		}
		if first, last := p.aside(x); first < last && p.isLeftOut(x, first, last) {
			found = append(found, leavesOut(stemma.HedgeDropped, x.span(first, last)))
		}
	}
	return found
}

// aside is the first stretch between two commas that makes less of a thing; empty for none.
func (p asides) aside(x *sentence) (first, last int) {
	for k := range x.words {
		entry, ok := p.caveat(x.words, k)
		if !ok || !attribute(entry, "aside") || p.deniedAt(x.words, k) {
			continue
		}
		first, last = clauseStart(x.words, k+1), clauseEnd(x.words, k+1)
		if first > 0 && last < len(x.words) && last-first <= 2*group && p.opens(x.words[first:last]) {
			return first, last
		}
	}
	return 0, 0
}

// opens says whether a stretch begins as an aside does: "some of them", "which".
func (p asides) opens(words []word) bool {
	return slices.ContainsFunc(words[:min(len(words), reach)], func(w word) bool {
		return plays(p.Collator, &w, "rel", "partitive")
	})
}

// isLeftOut says whether the later report tells a sentence without a stretch of it, and says nothing
// of that stretch anywhere.
func (p asides) isLeftOut(x *sentence, first, last int) bool {
	if slices.ContainsFunc(x.words[first:last], func(w word) bool {
		return p.caveats.Is(w.base, "aside") && p.to.bases[w.base]
	}) {
		return false
	}
	for _, i := range p.to.nearest(x, Copy) {
		al := p.layBeside(x, &p.to.sentences[i])
		weight, share := part(al.a, al.ofA, 0, first, last, len(al.a))
		if !p.to.sentences[i].title && weight >= asideWeight && share >= asideKept {
			return true
		}
	}
	return false
}
