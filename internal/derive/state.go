package derive

import (
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
		if !ok || !w.agencyOwn(i) || w.hasKeptParent(i) {
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
	}
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
