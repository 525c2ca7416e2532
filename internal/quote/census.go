package quote

// census lists the names in the sentences of a report. They are looked for once,
// when the first are asked for.
type census struct {
	found []name
	upTo  []int // of each sentence, where its names end in found
}

// in lists the names in a sentence.
func (c *census) in(sentence int, w *words) []name {
	if len(c.upTo) == 0 {
		for _, s := range w.text.Sentences {
			c.found = w.addNames(c.found, s.First, s.Last)
			c.upTo = append(c.upTo, len(c.found))
		}
	}
	from := 0
	if sentence > 0 {
		from = c.upTo[sentence-1]
	}
	return c.found[from:c.upTo[sentence]]
}

// near is in for the first maxNear tokens of a sentence, so that asking time and
// again costs little whatever a sentence is.
func (c *census) near(sentence int, w *words) []name {
	s := w.text.Sentences[sentence]
	if s.Last-s.First <= maxNear {
		return c.in(sentence, w)
	}
	return w.names(s.First, s.First+maxNear)
}

// maxNear is how many tokens of a sentence are looked at for whom a pronoun means.
const maxNear = 2 * maxWalk
