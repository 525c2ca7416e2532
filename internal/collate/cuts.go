package collate

import (
	"slices"

	"stemma"
)

// cutting finds what a quotation says no more since words at its ends are gone.
type cutting struct{ *Collator }

// shortened finds quotations that were cut; between siblings, by either.
func shortened(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	if kin == Neighbours {
		return nil
	}
	found := cuts(c, before, after, kin)
	if kin == Siblings {
		found = append(found, cuts(c, after, before, kin)...)
	}
	return found
}

// cuts finds quotations that were cut so that what is left says something else:
// the words right before them denied or doubted it, the words right after them
// took it back, and the second report has those words nowhere.
func cuts(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	var found []stemma.Drift
	for _, y := range after.quotes {
		if before.quotedIDs[y.id] || y.bare {
			continue
		}
		for _, x := range before.quotes {
			if d, ok := affirmed(c.Collator, before, after, x, y); ok {
				found = append(found, d)
				break
			}
			at := whole(x.words, y.words)
			if at < 0 {
				continue
			}
			d, ok := cutting{c.Collator}.cut(before, after, x, y, at)
			if ok && (kin == Copy || d.Severity > 2 || retoldShare(c, before, after) >= retells) {
				found = append(found, d)
			}
			break
		}
	}
	return found
}

// affirmed finds a quotation that is another one without its negation: "I have not
// signed one" is "I have signed one".
func affirmed(c *Collator, before, after *Report, x, y quotation) (stemma.Drift, bool) {
	if x.speaker == nil || y.speaker == nil || x.speaker.ID != y.speaker.ID {
		return stemma.Drift{}, false
	}
	s, t := &before.sentences[x.sentence], &after.sentences[y.sentence]
	for at := range x.words {
		if end := withoutNegation(c, x.words, at, y.words); end > 0 {
			return becomes(stemma.QuoteAltered, spanOf(s, x.words[at:end]), spanOf(t, y.words), 3), true
		}
	}
	return becomes(stemma.QuoteAltered, spanOf(s, x.words), spanOf(t, y.words), 3), isTurned(c, x, y)
}

// fewTurned is how many words with a meaning a quotation has at least that is made of words of
// another one.
const fewTurned = 3

// isTurned says whether all words of a quotation that have a meaning stand in another one, in
// whatever order, where one of its verbs is denied: "the pattern looks like an effect, but it
// does not prove one" is "it does prove an effect".
func isTurned(c *Collator, x, y quotation) bool {
	if whole(x.words, y.words) >= 0 {
		return false
	}
	said, turns := map[string]bool{}, false
	for j := range y.words {
		w := &y.words[j]
		if c.negates(w) {
			return false
		}
		if w.class == function {
			continue
		}
		i := slices.IndexFunc(x.words, func(v word) bool { return v.base == w.base })
		if i < 0 {
			return false
		}
		said[w.base] = true
		turns = turns || w.class == content && w.entry.Is('v') && i > 0 && c.negates(&x.words[i-1])
	}
	p := pairing{Collator: c} // "I would have to bear false witness" tells of nothing done
	states := slices.ContainsFunc(y.words, func(w word) bool { return plays(c, &w, "aux", "subject") })
	return len(said) >= fewTurned && turns && states && p.lowest(y.words, 0, len(y.words)).rung == done
}

// withoutNegation is where the words end that, from a place on, are those of a
// quotation but for a negation; 0 where they are not.
func withoutNegation(c *Collator, x []word, at int, y []word) int {
	skipped, k := 0, at
	for j := range y {
		for k < len(x) && j > 0 && c.negates(&x[k]) && x[k].form != y[j].form {
			k, skipped = k+1, skipped+1
		}
		if k >= len(x) || x[k].form != y[j].form {
			return 0
		}
		k++
	}
	if skipped != 1 {
		return 0
	}
	return k
}

// deniedBefore says whether the writer's own words right before a quotation deny
// it: without any “difficulty”.
func (c cutting) deniedBefore(s *sentence, y quotation) bool {
	for k := range s.words {
		if s.words[k].token == y.words[0].token {
			return c.doubts(s.words, k)
		}
	}
	return false
}

// whole gives where the words of a shorter quotation stand in a longer one; -1
// where they do not, or are all of it.
func whole(x, y []word) int {
	for i := 0; i+len(y) <= len(x) && len(y) < len(x); i++ {
		k := 0
		for k < len(y) && x[i+k].form == y[k].form {
			k++
		}
		if k == len(y) {
			return i
		}
	}
	return -1
}

// cut says whether what stands before or behind the words at that place of the
// longer quotation turns them.
func (c cutting) cut(before, after *Report, x, y quotation, at int) (stemma.Drift, bool) {
	s, t := &before.sentences[x.sentence], &after.sentences[y.sentence]
	end := at + len(y.words)
	switch {
	case c.doubts(x.words, at) && !c.fragment(y.words) && !c.deniedBefore(t, y) &&
		!after.hasRun(x.words[max(0, at-reach):at]):
		from := max(0, at-2*reach)
		return becomes(stemma.QuoteAltered, spanOf(s, x.words[from:end]), spanOf(t, y.words), 3), true
	case c.takesBack(x.words, end) && !after.hasRun(x.words[end:min(len(x.words), end+reach)]):
		return becomes(stemma.QuoteAltered, spanOf(s, x.words[at:]), spanOf(t, y.words), 2), true
	}
	if held := c.heldBefore(x.words, at); held >= 0 && c.isOwnSentence(t, y) {
		return becomes(stemma.QuoteAltered, spanOf(s, x.words[held:end]), spanOf(t, y.words), 2), true
	}
	first, last := c.frame(x.words, at, end)
	if first < at && c.isConditional(t) {
		return stemma.Drift{}, false
	}
	isTrimmed := last-first > len(y.words) && !c.fragment(y.words) &&
		!after.tellsNear(y.sentence, x.words[first:at], saidShare) &&
		!t.hasAnyOf(x.words[end:last]) && !after.hasRun(x.words[end:last])
	return becomes(stemma.QuoteAltered, spanOf(s, x.words[first:last]), spanOf(t, y.words), 3), isTrimmed
}

// fragment says whether what was cut out of a quotation states nothing: it begins or
// ends with a preposition, as "out of respect for" does.
func (c cutting) fragment(words []word) bool {
	return c.function.Is(words[0].form, "prep") || c.function.Is(words[len(words)-1].form, "prep")
}

func spanOf(s *sentence, words []word) *stemma.Span {
	span := s.tokens(words[0].token, words[len(words)-1].token)
	return &span
}

// doubts says whether one of the words right before a place, in one clause with
// it, denies or doubts what follows.
func (c cutting) doubts(words []word, at int) bool {
	for k := range backFrom(words, at, reach+1) {
		asks := k > 0 && c.function.Is(words[k-1].form, "whether")                            // "why don't they"
		denies := c.negates(&words[k]) && !asks && !c.retractions.Is(words[k+1].form, "turn") // "nothing but"
		if denies || c.retractions.IsAny(words[k].form, "before", "cut") {
			return true
		}
	}
	return false
}

// takesBack says whether the words from a place on take back what was said.
func (c cutting) takesBack(words []word, at int) bool {
	if at >= len(words) {
		return false
	}
	form := words[at].form
	isPhrase := at+1 < len(words) && c.retractions.Is(form+" "+words[at+1].form, "behind")
	return isPhrase || c.retractions.Is(form, "behind") ||
		c.retractions.Is(form, "with") && at+1 < len(words) && c.negates(&words[at+1])
}
