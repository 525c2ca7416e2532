package collate

// isPassive says whether a verb is done to what stands before it, by a form of "to be" between the word at
// from and the verb, or by "by" behind it: "was sold", "sold by".
func isPassive(c *Collator, words []word, from, verb int) bool {
	if hasBe(c, words, from, verb) {
		return !words[verb].lasting
	}
	return verb+1 < len(words) && c.function.Is(words[verb+1].form, "agent")
}

// isDoneTo says whether a verb is done to what stands before it by a form of "to be" alone, so that a verb
// without one is active, whatever follows: "31 people | were hurt", but "31 people left by bus".
func isDoneTo(c *Collator, words []word, from, verb int) bool {
	return hasBe(c, words, from, verb) && !words[verb].lasting
}

// hasBe says whether a form of "to be" stands among words: "was", "had been".
func hasBe(c *Collator, words []word, from, to int) bool {
	for k := from; k < to; k++ {
		if c.function.Is(words[k].form, "be") {
			return true
		}
	}
	return false
}
