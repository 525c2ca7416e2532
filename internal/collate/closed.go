package collate

import (
	"slices"
	"strings"

	"stemma"
)

// joints compares words of closed classes: what joins, places and limits the words of a
// sentence, where two sentences differ in that alone.
type joints struct{ *pairing }

// mostBeside is how many words that both sentences have may belong to such a phrase: "of"
// in "because of", "in spite of".
const mostBeside = 3

// rejoined finds a phrase of a closed class in the place of one that means something else:
// "because of the storm", "despite the storm".
func rejoined(of *pairing) []stemma.Drift {
	p := joints{of}
	s := p.al.differing()
	if !sole(p.pairing, s) || p.isQuoted(s) {
		return nil
	}
	for wide := range mostBeside + 1 {
		for left := range wide + 1 {
			x, y := p.widened(s, left, wide-left)
			if x == nil || y == nil {
				continue
			}
			if matter := p.contrast(x, y); matter != "" {
				before, after := p.before.span(s.a1-left, s.a2+wide-left), p.after.span(s.b1-left, s.b2+wide-left)
				return []stemma.Drift{becomes(kindOfMatter(matter), before, after, 2)}
			}
			return nil
		}
	}
	return nil
}

func (p joints) isQuoted(s slot) bool {
	return quotesAny(p.al.a[s.a1:s.a2]) || quotesAny(p.al.b[s.b1:s.b2])
}

// widened gives what the phrases mean that hold a slot and some words on either side of it;
// nil for none.
func (p joints) widened(s slot, left, right int) (before, after []string) {
	if left > s.a1 || s.a2+right > len(p.al.a) {
		return nil, nil
	}
	return p.senses(p.al.a[s.a1-left : s.a2+right]), p.senses(p.al.b[s.b1-left : s.b2+right])
}

// senses gives what a phrase of a closed class may mean, or nil.
func (p joints) senses(words []word) []string {
	if len(words) == 0 || words[0].class == nameWord || broken(words) {
		return nil
	}
	for _, first := range []string{words[0].form, words[0].base} {
		for _, a := range p.closed[first] {
			if len(a.words) == len(words) && isPhrase(words, a.words) {
				return a.says
			}
		}
	}
	return nil
}

func isPhrase(words []word, want []string) bool {
	for k := range words {
		if words[k].class == nameWord || !isWord(&words[k], want[k]) {
			return false
		}
	}
	return true
}

// contrast is the matter of which two phrases say different things and nothing in common, or
// "".
func (p joints) contrast(x, y []string) string {
	found := ""
	for _, a := range x {
		of := matter(a)
		if slices.Contains(y, a) {
			return ""
		}
		if slices.ContainsFunc(y, func(b string) bool { return matter(b) == of }) && p.counts(of) {
			found = of
		}
	}
	return found
}

// counts says whether a change of a matter is told: in whole reports time goes on, and what was
// planned is done.
func (p joints) counts(matter string) bool {
	few := len(p.later.sentences) <= fewSentences || untouched(p.pairing)
	return few || !strings.HasPrefix(matter, "when") && matter != "sure"
}

// kindOfMatter is what kind of change it is to say something else of a matter.
func kindOfMatter(matter string) stemma.DriftKind {
	switch {
	case strings.HasPrefix(matter, "when"):
		return stemma.DateChanged
	case matter == "much":
		return stemma.NumberChanged
	}
	return stemma.PredicateChanged
}
