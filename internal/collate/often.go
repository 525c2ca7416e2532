package collate

import (
	"slices"

	"stemma"
)

// manyTimes is what adverbs say by which a deed was done more than once.
const manyTimes = "often=often"

// again finds that what was done is said to be done again and again: "advised the council",
// "repeatedly advised the council".
func again(of *pairing) []stemma.Drift {
	p := joints{of}
	if p.kin != Copy {
		return nil
	}
	for j := 1; j < len(p.al.b); j++ {
		i := p.al.ofB[j]
		if i < 0 || !p.isVerb(&p.al.b[j]) || p.al.a[i].base != p.al.b[j].base || p.al.quotedAt(i, j) ||
			!p.isOften(p.al.b[j-1:j]) || p.al.b[j].comma || p.al.b[j-1].quoted || p.al.weight < oneDeed {
			continue
		}
		if p.saysOften(p.earlier) {
			return nil
		}
		before, after := p.before.span(i, i+1), p.after.span(j-1, j+1)
		return []stemma.Drift{becomes(stemma.PredicateChanged, before, after, 2)}
	}
	return nil
}

// saysOften says whether a report says of anything that it was done more than once.
func (p joints) saysOften(r *Report) bool {
	return slices.ContainsFunc(r.sentences, func(s sentence) bool {
		for k := range s.words {
			for _, a := range p.closed[s.words[k].form] {
				end := k + len(a.words)
				if slices.Contains(a.says, manyTimes) && end <= len(s.words) && isPhrase(s.words[k:end], a.words) {
					return true
				}
			}
		}
		return false
	})
}

// isOften says whether a word says that something was done more than once, and nothing else.
func (p joints) isOften(words []word) bool {
	says := p.senses(words)
	return len(says) == 1 && says[0] == manyTimes
}
