package extract

import (
	"slices"
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
	first, _, _ := strings.Cut(inner, " ")
	first = strings.ToLower(first)
	if !slices.ContainsFunc(x.signoffs, func(f signoff) bool { return f.first == first }) {
		return "" // as nearly every line
	}
	low := strings.ToLower(inner)
	between := " "
	if !bracketed {
		between = "; " // as the agency prints it on its own pages
	}
	for _, f := range x.signoffs {
		if !strings.HasPrefix(low, f.opening) {
			continue
		}
		for _, closing := range f.closings {
			if strings.Contains(low, between+closing) {
				return f.agency
			}
		}
	}
	return ""
}

// signoff is a phrase by which an agency opens the line that signs a report, and those by
// which it closes one, each with the blank behind it.
type signoff struct {
	first, opening, agency string // first is the first word
	closings               []string
}

func signoffsOf(t language.Table) []signoff {
	var all []signoff
	for _, phrase := range t.Entries() {
		if !t.Is(phrase, "opens") {
			continue
		}
		first, _, _ := strings.Cut(phrase, " ")
		f := signoff{first: first, opening: phrase + " ", agency: strings.Join(t.Of(phrase)[1:], " ")}
		for _, closing := range t.Entries() {
			if signsOff(t, closing, f.agency) {
				f.closings = append(f.closings, closing+" ")
			}
		}
		all = append(all, f)
	}
	return all
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
