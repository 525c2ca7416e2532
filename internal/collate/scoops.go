package collate

import (
	"slices"

	"stemma"
)

// learned finds that a report which was taken from another one, and names that one's outlet nowhere, opens with
// what its own outlet "has learned": whom the first one credits with what it opens with is gone.
func learned(c *Collation, before, after *Report) []stemma.Drift {
	elder := before.own()
	if elder == "" || after.met || after.words[elder] {
		return nil
	}
	y, at := leading(after)
	x, from := leading(before)
	if at == nil || from == nil || !namesOwn(y, at, after.own()) || namesOwn(x, from, elder) {
		return nil
	}
	first, last := y.within(at.Cue[0])
	comesBy := func(w word) bool { return c.cues.Is(w.base, "cognition") }
	if !slices.ContainsFunc(y.words[first:last], comesBy) {
		return nil
	}
	s := standing{&pairing{Collator: c.Collator, before: x, after: y}}
	return []stemma.Drift{becomes(stemma.AttributionChanged, s.credit(from), y.joined(at.Source, &at.Cue[0]), 2)}
}

// leading is the first sentence of an article, with the first source that it credits; nil for none.
func leading(r *Report) (*sentence, *stemma.Attribution) {
	at := slices.IndexFunc(r.sentences, func(s sentence) bool { return !s.title && len(s.words) > leastKept })
	if at < 0 {
		return nil, nil
	}
	s := &r.sentences[at]
	credit := slices.IndexFunc(s.credits, func(a *stemma.Attribution) bool { return a.Told && len(a.Cue) > 0 })
	if credit < 0 {
		return nil, nil
	}
	return s, s.credits[credit]
}

// namesOwn says whether a source is called by a word.
func namesOwn(s *sentence, a *stemma.Attribution, own string) bool {
	first, last := s.within(*a.Source)
	return hasForm(s.words[first:last], own)
}
