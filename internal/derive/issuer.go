package derive

import (
	"slices"

	"stemma"
	"stemma/internal/language"
)

const (
	// leastRetold is how much of a report, by weight of its words, must stand in a
	// press release whose issuer it names for it to tell the release; with
	// leastFigures figures in common. Set by hand: reports that were written from the
	// release of the made-up trial have 0.4 and more, those of the study itself less.
	leastRetold  = 0.3
	leastFigures = 3
	// issuedReach is how many words around an issuer's name "statement" tells that
	// what it issued is meant.
	issuedReach = 8
	// openingReach is how many words of the next sentence may hold it: an article and the word.
	openingReach = 2
)

// releaseOf gives the kept press release that a report has its matter from, where it
// names the issuer as somebody in the story: it says that a statement is meant, or
// tells what the release tells.
func (w search) releaseOf(by int, m *stemma.Mention) int {
	if m.Role != stemma.ActorRole || m.Own {
		return missing
	}
	for _, i := range w.bearers(m) {
		if i == by || !w.released[i] || w.released[by] || w.gap(by, i) > 0 {
			continue
		}
		t := w.texts[by]
		if saysIssued(w.pieces, t, m.Span) || tellsRelease(w.units[by], w.units[i]) {
			return i
		}
	}
	return missing
}

// saysIssued says whether a word for a statement stands in the sentence around a
// name, or opens the next one: "The notice says …".
func saysIssued(words language.Table, t *stemma.Text, name stemma.Span) bool {
	s := t.SentenceAt(name.Start)
	if s < 0 {
		return false
	}
	first, last := t.TokenAt(name.Start)-issuedReach, t.TokenAt(name.End)+issuedReach
	isIssued := func(x stemma.Token) bool { return words.Is(x.Form, "issued") }
	here := t.Tokens[max(t.Sentences[s].First, first):min(t.Sentences[s].Last, last)]
	if slices.ContainsFunc(here, isIssued) || s+1 == len(t.Sentences) {
		return slices.ContainsFunc(here, isIssued)
	}
	next := t.Sentences[s+1]
	return slices.ContainsFunc(t.Tokens[next.First:min(next.Last, next.First+openingReach)], isIssued)
}

// tellsRelease says whether a report tells what a press release tells, with its
// figures.
func tellsRelease(report, release []unit) bool {
	told, total := 0.0, 0.0
	shared := map[string]bool{}
	for _, u := range report {
		best := 0.0
		for _, v := range release {
			best = max(best, meaning(u.clause, v.clause))
			for _, f := range figures(u.statement) {
				if len(f) > 1 && slices.Contains(figures(v.statement), f) {
					shared[f] = true
				}
			}
		}
		told += best * u.clause.Weight
		total += u.clause.Weight
	}
	return len(shared) >= leastFigures && told >= leastRetold*total
}
