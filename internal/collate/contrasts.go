package collate

import (
	"slices"

	"stemma"
)

// contrasts finds that a copy left out what a sentence says its matter is not: "were taken from the floor,
// not from the powder".
type contrasts struct{ omissions }

// contrastKept is the share of the words before a contrast, by weight, from which on they are told,
// contrastWeight the weight of them.
const contrastKept, contrastWeight = 0.8, 2.0

// contrasted gives the contrasts that a copy left out.
func contrasted(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	if kin != Copy {
		return nil
	}
	p := contrasts{omissions{c, before, after, kin}}
	var found []stemma.Drift
	for i := range before.sentences {
		x := &before.sentences[i]
		first, last := p.contrast(x)
		if first == last || x.title || !before.isFirst(x) || after.has(x) || !p.isLeftOut(x, first, last) {
			continue
		}
		found = append(found, leavesOut(stemma.Omission, x.span(first, last)))
	}
	return found
}

// contrast is the stretch of a sentence that says, behind a comma or "and", what its matter is not, in the same
// form: "from the floor, not from the powder"; empty for none.
func (p contrasts) contrast(x *sentence) (first, last int) {
	for k := leastHalf; k+1 < len(x.words); k++ {
		w := &x.words[k]
		isBeside := w.comma || p.function.Is(x.words[k-1].form, "conj")
		none := isBeside && p.isNoneOf(x.words, k)
		if !isBeside || w.quoted || w.aside || !none && !p.function.Is(w.form, "neg") {
			continue
		}
		last = clauseEnd(x.words, k+1)
		isShort := last-k <= 2*group && meaningful(x.words[k+1:last])
		if isShort && (none || p.inParallel(x.words[:k], &x.words[k+1])) {
			return k, last
		}
	}
	return 0, 0
}

// isNoneOf says whether what is behind a comma holds of none of those before it: ", none of them to the mill".
func (p contrasts) isNoneOf(words []word, k int) bool {
	return words[k].comma && p.negations.Has(words[k].form) && p.function.Is(words[k+1].form, "partitive")
}

// inParallel says whether a word opens what stands beside something before it: the same preposition, a
// name behind a name, a figure behind a figure.
func (p contrasts) inParallel(before []word, opens *word) bool {
	return slices.ContainsFunc(before, func(w word) bool {
		if opens.class == function {
			return p.function.Is(opens.form, "prep") && w.form == opens.form
		}
		return opens.isOf(nameWord, number) && w.class == opens.class
	})
}

// isLeftOut says whether the later report tells what stands before a contrast, and nowhere denies what
// the contrast does.
func (p contrasts) isLeftOut(x *sentence, first, last int) bool {
	if slices.ContainsFunc(x.words[first:last], func(w word) bool { return w.class != function && p.deniesWord(&w) }) {
		return false
	}
	return slices.ContainsFunc(p.to.nearest(x, Copy), func(i int) bool {
		y := &p.to.sentences[i]
		al := p.layBeside(x, y)
		weight, share := part(al.a, al.ofA, 0, first, first, first)
		return !y.title && weight >= contrastWeight && share >= contrastKept && !y.hasAnyOf(x.words[first:last])
	})
}

// deniesWord says whether a word is denied somewhere in the later report.
func (p contrasts) deniesWord(w *word) bool {
	return slices.ContainsFunc(p.to.where[w.base], func(i int) bool {
		words := p.to.sentences[i].words
		for k := range words {
			if words[k].base == w.base && p.deniedAt(words, k) {
				return true
			}
		}
		return false
	})
}
