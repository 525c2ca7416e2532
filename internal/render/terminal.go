package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma"
)

// What a terminal shows of a story at most; the rest is counted.
const (
	maxClaims    = 12
	maxDrifts    = 10
	maxWitnesses = 100
	maxLedger    = 20
	maxAlone     = 20
	// maxCorrections is how many of the user's own lines are told back to him.
	maxCorrections = 40
)

// Terminal writes the dossier as text: the answer, then for every story its
// family tree, claims, drifts and warnings, then what became of the inputs.
// The error is the writer's.
func Terminal(w io.Writer, d *stemma.Dossier, s Style) error {
	p, f := newPile(d), newFlow(w, s)
	for _, line := range p.answer() {
		f.lines("", "", piece{line, strong})
	}
	told, _ := p.told()
	if len(p.families) == 1 {
		told = p.families
	}
	for _, family := range told {
		f.gap()
		f.story(family)
	}
	if len(p.families) > 1 {
		f.singles(p)
	}
	correctionList(f, p)
	f.gap()
	f.ledger(p)
	return f.out.Flush()
}

// Printed is what [Terminal] prints of a story that is one of several: all of what several reports
// tell, and of a story that one report tells who it is. The first story of a dossier is whole: it may be
// the only one.
func Printed(s *stemma.Story, first bool) stemma.Story {
	kept := 0
	for i := range s.Witnesses {
		if !s.Witnesses[i].Lost {
			kept++
		}
	}
	if first || kept > 1 {
		return *s
	}
	return stemma.Story{ID: s.ID, Title: s.Title, Stemma: stemma.Stemma{Witnesses: s.Witnesses}, Fault: s.Fault}
}

func (f *flow) story(s *family) {
	f.heading(s.title())
	f.tree(s)
	f.possible(s)
	f.claimList(s)
	f.driftList(s)
	f.warningList(s)
}

func (f *flow) part(name, note string) {
	f.gap()
	pieces := []piece{{name, strong}}
	if note != "" {
		pieces = append(pieces, piece{" — " + note, faint})
	}
	f.lines("", "", pieces...)
}

func (f *flow) rest(n int) {
	if n > 0 {
		f.lines("    ", "    ", piece{fmt.Sprintf("and %d more in --json or --html", n), faint})
	}
}

func (f *flow) claimList(s *family) {
	if len(s.Claims) == 0 {
		return
	}
	shown := s.rank()
	shared := 0
	for _, r := range shown {
		if len(r.carriers) > 1 {
			shared++
		}
	}
	f.part("Claims", fmt.Sprintf("%d found, %d carried by two or more reports", len(shown), shared))
	for i, r := range shown {
		if i == maxClaims {
			f.rest(len(shown) - i)
			return
		}
		c := &s.Claims[r.index]
		f.lines("  · ", "    ", piece{clean(c.Told()), plain}, piece{" " + clean(c.ID), faint})
		pieces := append(f.standingPieces(s, c, r.carriers), handPieces(s.pile, c.ID)...)
		f.lines("    ", "    ", pieces...)
	}
}

func (f *flow) standingPieces(s *family, c *stemma.Claim, carriers []string) []piece {
	look := caution
	switch c.Verdict {
	case stemma.Corroborated:
		look = good
	case stemma.Contested:
		look = alarm
	}
	pieces := []piece{{verdictWords(c), look}}
	if words := originsBeside(c); words != "" {
		pieces = append(pieces, piece{" · ", faint}, piece{words, plain})
	}
	if n := c.Origins.Unresolved; n > 0 {
		pieces = append(pieces, piece{", " + count(n, "statement") + " of unknown lineage", plain})
	}
	if len(carriers) > 0 {
		pieces = append(pieces, piece{" · ", faint}, piece{"in ", plain}, piece{clean(strings.Join(carriers, " ")),
			siglum})
	}
	if maybe := inOrder(s, c.Resembling()); len(maybe) > 0 {
		pieces = append(pieces, piece{" · perhaps in ", faint}, piece{clean(strings.Join(maybe, " ")), siglum})
	}
	return pieces
}

func (f *flow) driftList(s *family) {
	all := s.severest()
	if len(all) == 0 {
		return
	}
	f.part("Drifts", driftCount(all)+", the most serious first")
	for i, d := range all {
		if i == maxDrifts {
			f.rest(len(all) - i)
			return
		}
		from, to := s.ends(d)
		f.driftLines(s.pile, d, from, to)
		if words := s.apartWords(d); words != "" {
			f.lines("    ", "    ", piece{sentence(words), faint})
		}
	}
}

// driftCount counts changes, and apart from them what is told differently by reports of which neither was
// taken from the other.
func driftCount(all []*stemma.Drift) string {
	apart := 0
	for _, d := range all {
		if d.IsApart() {
			apart++
		}
	}
	var parts []string
	if apart < len(all) {
		parts = append(parts, count(len(all)-apart, "change")+" in the retelling")
	}
	if apart > 0 {
		parts = append(parts, strconv.Itoa(apart)+" told differently")
	}
	return strings.Join(parts, ", ")
}

// driftLines writes a drift between two witnesses, whose sigla may be unknown.
func (f *flow) driftLines(p *pile, d *stemma.Drift, from, to string) {
	look := plain
	switch {
	case d.Severity >= 3:
		look = alarm
	case d.Severity == 2:
		look = caution
	}
	sign := severitySign(d.Severity)
	f.lines(sign+strings.Repeat(" ", 4-len([]rune(sign))), "    ",
		piece{driftWords(d) + ", " + Severity(d.Severity), look}, piece{" · ", faint}, piece{arrow(d, from, to),
			siglum},
		piece{" " + clean(d.ID), faint})
	for _, side := range p.sides(d) {
		f.lines("    ", "      ", side...)
	}
	if len(d.InheritedBy) > 0 {
		f.lines("    ", "    ", piece{"handed on to ", faint}, piece{clean(strings.Join(d.InheritedBy, " ")), siglum})
	}
	if says := clean(d.Gist); says != "" {
		f.lines("    ", "    ", piece{sentence(says), faint})
	}
}

// arrow draws "A → B", "A" or "in B", as far as the ends are known; "A | B" where neither was taken from the other.
func arrow(d *stemma.Drift, from, to string) string {
	from, to = clean(from), clean(to)
	switch {
	case from != "" && to != "" && from != to && d.IsApart():
		return from + " | " + to
	case from != "" && to != "" && from != to:
		return from + " → " + to
	case to != "":
		return "in " + to
	case from != "":
		return "from " + from
	}
	return ""
}

// sides are the two sentences of a drift, a line each, with the words that
// changed in guillemets, which no English text has at its own edges.
func (p *pile) sides(d *stemma.Drift) [][]piece {
	switch {
	case d.Before == nil && d.After == nil:
		return nil
	case d.Before == nil:
		return [][]piece{{{"added: ", faint}, {guillemets(d.After), strong}}}
	case d.After == nil:
		return [][]piece{{{"left out: ", faint}, {guillemets(d.Before), strong}}}
	}
	return [][]piece{p.side(d.Before), p.side(d.After)}
}

// side is a span in its sentence.
func (p *pile) side(s *stemma.Span) []piece {
	before, behind := p.context(s)
	return []piece{{cleanPiece(before), faint}, {guillemets(s), strong}, {cleanPiece(behind), faint}}
}

func guillemets(s *stemma.Span) string { return "«" + clean(s.Text) + "»" }

func (f *flow) warningList(s *family) {
	if len(s.Warnings) == 0 {
		return
	}
	f.part("Beware", "")
	for _, w := range s.Warnings {
		f.lines(" !  ", "    ", piece{strings.ReplaceAll(clean(string(w.Kind)), "-", " ") + ": ", caution},
			piece{sentence(w.Says), plain})
	}
}

// singles lists the stories that one report tells.
func (f *flow) singles(p *pile) {
	_, n := p.told()
	if n == 0 {
		return
	}
	f.part("Told by one report only", count(n, "story"))
	shown := 0
	for _, s := range p.families {
		if s.kept() > 1 {
			continue
		}
		if shown == maxAlone {
			f.rest(n - shown)
			return
		}
		shown++
		about := []string{}
		for i := range s.Witnesses {
			if r := s.report(s.Witnesses[i].Siglum); r != nil {
				about = append(about, reportName(r), dateWords(r.Published))
			}
		}
		f.lines("  · ", "    ", piece{s.title(), plain}, piece{" — " + strings.Join(about, ", "), faint})
	}
}

func (f *flow) ledger(p *pile) {
	read, skipped, failed := tally(p.Ledger)
	if skipped+failed == 0 {
		if len(p.Ledger) > 0 {
			f.lines("", "", piece{allRead(read), faint})
		}
		return
	}
	f.lines("", "", piece{"Inputs", strong}, piece{fmt.Sprintf(" — %d offered: %d read, %d skipped, %d failed",
		len(p.Ledger), read, skipped, failed), faint})
	shown := 0
	for i := range p.Ledger {
		row := &p.Ledger[i]
		if row.Outcome == stemma.Read {
			continue
		}
		if shown == maxLedger {
			f.rest(skipped + failed - shown)
			return
		}
		shown++
		look := faint
		if row.Outcome == stemma.Failed {
			look = caution
		}
		f.lines("  · ", "    ", piece{clean(string(row.Outcome)) + " ", look}, piece{clean(row.Input), plain},
			piece{reason(row), faint})
	}
}

func reason(row *stemma.LedgerRow) string {
	if r := clean(row.Reason); r != "" {
		return ": " + r
	}
	return ""
}

func allRead(n int) string {
	if n == 1 {
		return "The only input was read."
	}
	return "All " + strconv.Itoa(n) + " inputs were read."
}

func tally(rows []stemma.LedgerRow) (read, skipped, failed int) {
	for i := range rows {
		switch rows[i].Outcome {
		case stemma.Read:
			read++
		case stemma.Skipped:
			skipped++
		default:
			failed++
		}
	}
	return read, skipped, failed
}
