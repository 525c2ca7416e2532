package collate

import (
	"slices"

	"stemma"
	"stemma/internal/lexis"
)

// prospect is a deed that a sentence speaks of and does not say to be done: "in terms
// of sending more boats".
type prospect struct {
	deed, thing int // the words of the verb and of what it is done to
	in          *sentence
}

// carriedOut finds deeds that the first report only speaks of and that are done in the
// second one, by the same verb or one of its sense, with the same thing.
func (x accounts) carriedOut() []stemma.Drift {
	if x.kin != Copy {
		return nil
	}
	o := outlook{x}
	var found []stemma.Drift
	for _, was := range x.before.prospects {
		if d, ok := o.done(was); ok {
			found = append(found, d)
		}
	}
	return found
}

// outlook compares what is spoken of with what is done.
type outlook struct{ accounts }

// prospectsIn finds the deeds of which a sentence only speaks.
func (x outlook) prospectsIn(s *sentence) []prospect {
	var found []prospect
	for k := 2; k < len(s.words); k++ {
		w := &s.words[k]
		if !w.lasting || w.quoted || !w.entry.Is('v') ||
			!x.function.Is(s.words[k-1].form, "prep") {
			continue
		}
		noun := &s.words[k-2]
		if !noun.isIn(x.prospects) || s.words[k-1].comma {
			continue
		}
		if thing := partyAfter(s.words, k); thing > 0 {
			found = append(found, prospect{k, thing, s})
		}
	}
	return found
}

// done looks for the deed in the second report, where it was done to the thing. What
// the first report says to be done too is no change.
func (x outlook) done(was prospect) (stemma.Drift, bool) {
	deed, thing := &was.in.words[was.deed], &was.in.words[was.thing]
	first, last, in := x.doneIn(x.after, deed, thing, was.in)
	if in == nil {
		return stemma.Drift{}, false
	}
	if _, _, told := x.doneIn(x.before, deed, thing, was.in); told != nil {
		return stemma.Drift{}, false
	}
	before := was.in.span(was.deed, was.thing+1)
	return becomes(stemma.ModalityStrengthened, before, in.span(first, last), 2), true
}

// doneIn finds where a report says that a deed was done to a thing, in a sentence about
// the same as that of the deed.
func (x outlook) doneIn(r *Report, deed, thing *word, of *sentence) (first, last int, in *sentence) {
	for _, at := range r.where[thing.base] {
		s := &r.sentences[at]
		if s == of || sharedWeight(of.words, s.words) < sameMatter || aboutOne(of, s) < likeMatter {
			continue
		}
		for k := range s.words {
			if n := x.isDone(s, k, deed, thing); n >= 0 {
				return n, k + 1, s
			}
		}
	}
	return 0, 0, nil
}

// isDone says where the thing stands of which a verb says that the deed was done to
// it: right before "was" or "have been" and the verb; -1 where it does not.
func (x outlook) isDone(s *sentence, k int, deed, thing *word) int {
	w := &s.words[k]
	if w.quoted || w.class != content || w.lasting || !w.entry.Is('v') {
		return -1
	}
	if !x.oneSense(w, deed) {
		return -1
	}
	m := moods{&pairing{Collator: x.Collator}}
	group := m.groupOf(s.words, k)
	at := partyBefore(s.words, group)
	if at < 0 || s.words[at].base != thing.base || !m.carriedOut(s.words, group, k) {
		return -1
	}
	return x.withQuantity(s.words, at)
}

// carriedOut says whether a verb is a passive of what was done, with the words before
// it that govern it.
func (m moods) carriedOut(words []word, group, k int) bool {
	return k > group && hasBe(m.Collator, words, k-1, k) && !m.asks(words, k) && !m.negatedAt(words, k) &&
		m.lowest(words, group, k).rung == done
}

// withQuantity is where a thing begins with the word that says how much of it.
func (x outlook) withQuantity(words []word, at int) int {
	if at > 0 && words[at-1].class == function && !words[at].comma && !x.function.Is(words[at-1].form, "rel") {
		return at - 1
	}
	return at
}

// oneSense says whether two verbs say the same: they are one, share a sense, or have
// an opposite in common.
func (x outlook) oneSense(a, b *word) bool {
	return a.base == b.base || lexis.Near(&a.entry, &b.entry) ||
		slices.ContainsFunc(x.contraries.Of(a.base), func(c string) bool {
			return slices.Contains(x.contraries.Of(b.base), c)
		})
}
