package collate

import "slices"

const (
	// mostFrame is how many words a clause has at most that says on what condition, or of what
	// alone, the rest of a quotation holds.
	mostFrame = 16
	// saidShare is the share of the words of such a clause, by weight, that a sentence must have to
	// say it in other words.
	saidShare = 0.5
)

// frame gives the words of a quotation from at to end with what limits them in it: the clause in
// front that says on what condition they hold, or as far as what is known, and, of what is denied of everybody
// or of anything, the words behind it that say of what: "as far as we know, | nobody was in danger | from
// fire".
func (c cutting) frame(words []word, at, end int) (first, last int) {
	first, last = at, end
	if end < len(words) && !words[end].comma {
		last = c.narrowed(words, at, end)
		if last == end {
			return at, end // the clause goes on
		}
	}
	if k := c.condition(words, at); k >= 0 {
		first = k
	}
	return first, last
}

// condition is where the clause begins in front of a place that says on what condition the rest will hold,
// or as far as what is known it does; -1 for none. "If you ask me, it leaks" leaks in any case.
func (c cutting) condition(words []word, at int) int {
	if at == 0 || !words[at].comma {
		return -1
	}
	isToCome := slices.ContainsFunc(words[at:min(len(words), at+group)], func(w word) bool {
		return c.function.Is(w.form, "modal")
	})
	for k := at - 1; k >= max(0, at-mostFrame); k-- {
		begins := k == 0 || words[k].comma || c.function.IsAny(words[k-1].form, "conj", "that")
		if begins && (isToCome && c.opensAt(words, k, "opens") || c.opensAt(words, k, "known")) {
			return k
		}
	}
	return -1
}

// heldBefore is where the words begin, right before a place, by which a speaker says that he only holds what
// follows: "I thought somebody had been in"; -1 for none.
func (c cutting) heldBefore(words []word, at int) int {
	for k := at - 1; k > 0 && k >= at-reach && !words[k].comma; k-- {
		who := &words[k-1]
		if words[k].isIn(c.beliefs) && plays(c.Collator, who, "first") && plays(c.Collator, who, "subject") {
			return k - 1
		}
	}
	return -1
}

// isOwnSentence says whether a quotation begins as a sentence does, with a capital, and the writer does not
// say that the speaker only holds it.
func (c cutting) isOwnSentence(s *sentence, y quotation) bool {
	return s.text.Capital(int(y.words[0].token)) && !slices.ContainsFunc(s.words, func(w word) bool {
		return !w.quoted && w.isIn(c.beliefs)
	})
}

// opensAt says whether a clause begins at a place that limits another one in such a way.
func (c cutting) opensAt(words []word, at int, how string) bool {
	n, says := phraseAt(c.turns, words, at)
	return n > 0 && attribute(says, how)
}

// isConditional says whether a sentence has a clause that says on what condition another one holds.
func (c cutting) isConditional(s *sentence) bool {
	for k := range s.words {
		if c.opensAt(s.words, k, "opens") {
			return true
		}
	}
	return false
}

// narrowed is where the words end that say, behind what is denied of everybody or of anything, of what it
// holds: "not sold any object | of disputed origin"; the place itself where there are none.
func (c cutting) narrowed(words []word, at, end int) int {
	isNoun := words[end-1].class != function || c.function.Is(words[end-1].form, "polar")
	opens := c.function.IsAny(words[end].form, "prep", "rel") && isNoun
	if !opens || !c.saysOfAny(words[at:end]) {
		return end
	}
	last := clauseEnd(words, end+1)
	if last-end > mostFrame || !meaningful(words[end:last]) {
		return end
	}
	return last
}

// saysOfAny says whether the last of some words deny something of everybody, or of anything.
func (c cutting) saysOfAny(words []word) bool {
	denies := slices.ContainsFunc(words, func(w word) bool { return c.cues.Is(w.base, "denying") })
	for k := max(0, len(words)-denialReach); k < len(words); k++ {
		w := &words[k]
		more := k+1 < len(words) && c.function.Is(words[k+1].form, "many") // "nothing more than"
		if c.negations.Is(w.form, "pronoun") && !more || denies && c.function.Is(w.form, "polar") {
			return true
		}
		denies = denies || c.negates(w)
	}
	return false
}

// tellsNear says whether a sentence of a report, or one right beside it, has that share of some words, by weight.
func (r *Report) tellsNear(at int, words []word, share float64) bool {
	near := r.sentences[max(0, at-1):min(at+2, len(r.sentences))]
	return slices.ContainsFunc(near, func(s sentence) bool {
		told := weightOf(slices.DeleteFunc(slices.Clone(words), func(w word) bool { return !hasBase(s.words, w.base) }))
		return told > 0 && told >= share*weightOf(words)
	})
}

// tellsOf says whether one sentence of a report has that share of some words, by weight.
func (r *Report) tellsOf(words []word, share float64) bool {
	total, has := 0.0, map[int]float64{}
	seen := map[string]bool{}
	for k := range words {
		w := &words[k]
		if w.class == function || seen[w.base] {
			continue
		}
		seen[w.base] = true
		total += w.weight
		for _, at := range r.where[w.base] {
			has[at] += w.weight
		}
	}
	for _, weight := range has {
		if weight >= share*total {
			return true
		}
	}
	return false
}

// hasAnyOf says whether a sentence has one of some words that tell something.
func (s *sentence) hasAnyOf(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.class != function && hasBase(s.words, w.base) })
}
