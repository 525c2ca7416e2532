package collate

import (
	"slices"

	"stemma"
)

// widening compares of how many things two reports say one thing: of some or of all, of one
// or of several.
type widening struct{ accounts }

const (
	// nounReach is how many words stand before a noun behind "only" or "all" at most.
	nounReach = 3
	// oneMatter is the weight of the words that two sentences share, beside the noun, that
	// say one thing of it.
	oneMatter = 1.2
)

// widened finds that what holds of some things only is said of all of that name, and what
// was done to one is said to be done to several.
func widened(x accounts) []stemma.Drift {
	if x.kin != Copy {
		return nil
	}
	w := widening{x}
	var found []stemma.Drift
	for i := range x.before.sentences {
		s := &x.before.sentences[i]
		if s.title || !x.before.isFirst(s) {
			continue
		}
		for k := range s.words {
			if d, ok := w.onlySome(s, k); ok {
				found = append(found, d)
			}
			if d, ok := w.onlyOne(s, k); ok {
				found = append(found, d)
			}
		}
	}
	return found
}

// onlySome finds "only mills with twenty wheels" told as "all mills".
func (w widening) onlySome(s *sentence, k int) (stemma.Drift, bool) {
	if !w.limits.Is(s.words[k].form, "only") || s.words[k].quoted {
		return stemma.Drift{}, false
	}
	noun := w.nounBehind(s.words, k)
	if noun < 0 || noun+1 >= len(s.words) || !w.narrows(&s.words[noun+1]) {
		return stemma.Drift{}, false
	}
	for _, at := range w.after.where[s.words[noun].base] {
		t := &w.after.sentences[at]
		for j := range t.words {
			if !w.isAll(t, j) {
				continue
			}
			if n := w.nounBehind(t.words, j); n >= 0 && t.words[n].base == s.words[noun].base && !w.saysOnly(n, t) {
				return becomes(stemma.NumberChanged, s.span(k, noun+1), t.span(j, n+1), 3), true
			}
		}
	}
	return stemma.Drift{}, false
}

// isAll says whether a word of a sentence takes all of what stands behind it.
func (w widening) isAll(t *sentence, j int) bool {
	return w.quantifiers.First(t.words[j].form) == "10" && !t.words[j].quoted && !t.title
}

// narrows says whether a word opens what tells which ones are meant.
func (w widening) narrows(of *word) bool {
	return plays(w.Collator, of, "prep", "rel")
}

// saysOnly says whether the second report says of some only too.
func (w widening) saysOnly(noun int, t *sentence) bool {
	isOnly := func(x word) bool { return w.limits.Is(x.form, "only") }
	return slices.ContainsFunc(w.after.where[t.words[noun].base], func(at int) bool {
		return slices.ContainsFunc(w.after.sentences[at].words, isOnly)
	})
}

// nounBehind is the noun that stands right behind a word, with its adjectives; -1 for none.
func (w widening) nounBehind(words []word, at int) int {
	for k := at + 1; k < len(words) && k <= at+nounReach && !words[k].comma; k++ {
		n := &words[k]
		next := k+1 < len(words) && words[k+1].class == content && !words[k+1].comma && words[k+1].entry.Is('n')
		switch {
		case n.isOf(nameWord, number) || w.narrows(n):
			return -1
		case n.class == content && n.entry.Is('n') && !(next && n.form == n.base):
			return k
		}
	}
	return -1
}

// onlyOne finds "the inspection of 2022 was faked" told as "inspections were faked".
func (w widening) onlyOne(s *sentence, k int) (stemma.Drift, bool) {
	verb, noun := &s.words[k], w.subjectOf(s.words, k)
	if noun < 0 || !w.isOne(s.words, noun) || w.after.words[s.words[noun].form] {
		return stemma.Drift{}, false
	}
	for _, at := range w.after.where[verb.base] {
		t := &w.after.sentences[at]
		if t.title || sharedWeight(s.words, t.words)-verb.weight < oneMatter {
			continue
		}
		for j := range t.words {
			n := w.subjectOf(t.words, j)
			if n >= 0 && t.words[j].base == verb.base && w.areSome(t.words, n, &s.words[noun]) {
				return becomes(stemma.NumberChanged, s.span(noun, k+1), t.span(n, j+1), 2), true
			}
		}
	}
	return stemma.Drift{}, false
}

// areSome says whether a noun is another one in its plural, which the first report has
// nowhere, behind no article.
func (w widening) areSome(words []word, at int, one *word) bool {
	n := &words[at]
	return n.base == one.base && n.form != n.base && n.entry.Only('n') && !w.before.words[n.form] && w.isBare(words, at)
}

// subjectOf is the noun right before a verb's group; -1 for none.
func (w widening) subjectOf(words []word, k int) int {
	m := moods{&pairing{Collator: w.Collator}}
	if !m.deed(&words[k]) || !isFinite(m.Collator, words, k) {
		return -1
	}
	group := m.groupOf(words, k)
	if group == 0 || words[group].comma || words[group-1].class != content || !words[group-1].entry.Is('n') {
		return -1
	}
	return group - 1
}

// isOne says whether a noun names one, behind an article, with nothing but words of its own
// between.
func (w widening) isOne(words []word, noun int) bool {
	if words[noun].form != words[noun].base {
		return false
	}
	for k := range backFrom(words, noun, nounReach) {
		if words[k].class == function {
			return w.function.Is(words[k].form, "def") && !w.function.Is(words[k].form, "many")
		}
	}
	return false
}

// isBare says whether a noun stands behind no article and no number.
func (w widening) isBare(words []word, noun int) bool {
	for k := range backFrom(words, noun, nounReach) {
		switch {
		case words[k].class == number, plays(w.Collator, &words[k], "det", "poss"):
			return false
		case words[k].class == function:
			return true
		}
	}
	return true
}
