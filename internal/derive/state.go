package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
)

// updateBytes is where the lines above an agency's text end, at the latest.
const updateBytes = 600

// hangStates hangs an agency's text from an earlier state of it, which is not in the
// pile, where a line above it says that it changes one: "(Updates with toll)".
func hangStates(w *draft, pieces language.Table) {
	for i := range w.kept() {
		line, ok := updateLine(w.report(i), pieces)
		if !ok || !w.agencyOwn(i) || w.hasKeptState(i) {
			continue
		}
		at := w.lostWitness(string(w.report(i).Outlet), "", stemma.LostWire)
		if w.descends(at, i) {
			continue
		}
		w.addLost(at, i, stemma.Revision, lostOdds, stemma.Evidence{
			Kind: stemma.CreditEvidence, Weight: lostOdds, Spans: []stemma.Span{line},
			Saying: stemma.Say("evidence.update", stemma.Args{"copy": w.label(i)}),
		})
		if elder := w.elderTake(i); elder != missing && !w.descends(at, elder) {
			w.edges = append(w.edges, &edge{
				from: elder, to: at, kind: stemma.Revision, odds: lostOdds, evidence: w.sameWords(elder, i),
			})
		}
	}
}

// hasKeptState says whether a report hangs from a kept one of its own outlet.
func (w *draft) hasKeptState(i int) bool {
	return slices.ContainsFunc(w.parents(i), func(e *edge) bool { return e.from < w.kept() && w.sameHouse(e.from, i) })
}

// elderTake is the last kept text of an agency on a story that shares a passage with a later one
// of it: what that one changes was made from it.
func (w *draft) elderTake(i int) int {
	found := missing
	for _, k := range w.housemates(i) {
		isTake := k != i && w.agencyOwn(k) && w.gap(k, i) > 0 && w.pair(k, i).share > 0
		if isTake && (found == missing || w.before(found, k)) {
			found = k
		}
	}
	return found
}

// sameWords is the evidence of the passages that a text of an agency has from an elder one.
func (w *draft) sameWords(elder, i int) []stemma.Evidence {
	p := w.pair(elder, i)
	return []stemma.Evidence{{
		Kind: stemma.ReuseEvidence, Weight: lostOdds, Spans: list(w.passages(p)),
		Saying: stemma.Say("evidence.state", stemma.Args{"exemplar": w.label(elder), "copy": w.label(i)}),
	}}
}

// updateLine is the line above a text that says that it changes an earlier one.
func updateLine(r *stemma.Report, pieces language.Table) (stemma.Span, bool) {
	at := 0
	for line := range strings.Lines(r.Text) {
		text := strings.TrimRight(line, "\r\n ")
		words := strings.Fields(strings.ToLower(strings.TrimLeft(text, "(")))
		if strings.HasPrefix(text, "(") && len(words) > 1 && pieces.Is(words[0], "update") {
			return r.Span(at, at+len(text)), true
		}
		if at += len(line); at > updateBytes {
			break
		}
	}
	return stemma.Span{}, false
}
