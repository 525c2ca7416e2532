package extract

import (
	"strings"

	"stemma"
	"stemma/internal/language"
)

// maxSignoff is the longest line by which an agency signs, in bytes; it names
// every reporter.
const maxSignoff = 800

// signoff reads the line by which an agency signs a report without naming
// itself: "(Reporting by Anna Ito in Aldwick; Editing by Tom Bell)", with brackets
// or without. It gives the agency, or "".
func (x *crediting) signoff(s string) string {
	s = strings.TrimSpace(s)
	inner, bracketed := strings.CutPrefix(s, "(")
	if len(s) > maxSignoff || bracketed != strings.HasSuffix(strings.TrimRight(s, "."), ")") {
		return ""
	}
	low := strings.ToLower(inner)
	between := " "
	if !bracketed {
		between = "; " // as the agency prints it on its own pages
	}
	for _, phrase := range x.signoffs.Entries() {
		if !x.signoffs.Is(phrase, "opens") || !strings.HasPrefix(low, phrase+" ") {
			continue
		}
		name := strings.Join(x.signoffs[phrase][1:], " ")
		for _, closing := range x.signoffs.Entries() {
			if signsOff(x.signoffs, closing, name) && strings.Contains(low, between+closing+" ") {
				return name
			}
		}
	}
	return ""
}

// signed adds the agency that signs the report, where none is credited. The
// line may be told as anything, so all segments are looked at, from the end.
func (x *crediting) signed(r *stemma.Report, credits []stemma.Credit) []stemma.Credit {
	for _, c := range credits {
		if c.Kind == stemma.AgencyCredit {
			return credits
		}
	}
	for i := len(r.Segments) - 1; i >= 0 && i >= len(r.Segments)-maxAfterSignoff; i-- {
		g := r.Segments[i]
		if name := x.signoff(r.Text[g.Start:g.End]); name != "" {
			return append(credits, stemma.Credit{Kind: stemma.AgencyCredit, Name: name, Span: r.Span(g.Start, g.End)})
		}
	}
	return credits
}

// maxAfterSignoff is how many segments may follow a signature, with itself:
// footers, links, a note of the outlet that prints it.
const maxAfterSignoff = 12

// signsOff says whether an agency signs with that phrase at the end.
func signsOff(signoffs language.Table, phrase, agency string) bool {
	return signoffs.Is(phrase, "closes") && signoffs.Is(phrase, agency)
}
