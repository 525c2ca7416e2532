package render

import (
	"fmt"
	"io"
	"strings"

	"stemma"
)

// maxPassages is how many shared passages of two reports are shown.
const maxPassages = 25

// Compare writes the first two reports of the dossier against each other: the
// passages that they share, with the words in which those differ, the claims
// that both make, and the drifts between them. The error is the writer's.
func Compare(w io.Writer, d *stemma.Dossier, s Style) error {
	p, f := newPile(d), newFlow(w, s)
	if len(d.Reports) < 2 {
		f.lines("", "", piece{fmt.Sprintf("It takes two reports to compare; %s could be read.",
			numeral(len(d.Reports))), strong})
		f.gap()
		f.ledger(p)
		return f.out.Flush()
	}
	f.compare(p, &d.Reports[0], &d.Reports[1])
	f.gap()
	f.ledger(p)
	return f.out.Flush()
}

// pair is two reports, with what binds them.
type pair struct {
	a, b    *stemma.Report
	reuse   []stemma.Reuse // a first, in the order of a
	descent *stemma.Descent
	family  *family // the story of the descent; nil without one
	claims  []paired
	drifts  []*stemma.Drift
}

// paired is a claim that both reports make, with one statement of each.
type paired struct {
	family *family
	claim  *stemma.Claim
	a, b   *stemma.Statement
}

func newPair(p *pile, a, b *stemma.Report) *pair {
	x := &pair{a: a, b: b, reuse: p.Between(a.ID, b.ID)}
	for _, f := range p.families {
		x.add(f)
	}
	return x
}

func (x *pair) add(f *family) {
	sa, sb := f.sigla[x.a.ID], f.sigla[x.b.ID]
	for i := range f.Descents {
		d := &f.Descents[i]
		if areEnds(sa, sb, d.From, d.To) {
			x.descent, x.family = d, f
		}
	}
	for i := range f.Claims {
		c := &f.Claims[i]
		if a, b := statementIn(c, x.a.ID), statementIn(c, x.b.ID); a != nil && b != nil {
			x.claims = append(x.claims, paired{f, c, a, b})
		}
	}
	for _, d := range f.severest() {
		if from, to := f.ends(d); areEnds(sa, sb, from, to) {
			x.drifts = append(x.drifts, d)
		}
	}
}

// areEnds says whether two sigla are those of the ends of a descent, whichever took from the other.
func areEnds(a, b, from, to string) bool {
	if a == "" || b == "" {
		return false
	}
	return from == a && to == b || from == b && to == a
}

// statementIn is a claim's first sure statement in a report, outside the headline
// where there is one; nil when the report does not make the claim.
func statementIn(c *stemma.Claim, report string) *stemma.Statement {
	var found *stemma.Statement
	for i := range c.Statements {
		s := &c.Statements[i]
		if s.Span.Report == report && !s.Loose && (found == nil || found.Headline && !s.Headline) {
			found = s
		}
	}
	return found
}

func (f *flow) compare(p *pile, a, b *stemma.Report) {
	x := newPair(p, a, b)
	f.lines("", "", piece{fmt.Sprintf("%s, %s, %s.", count(len(x.reuse), "shared passage"), count(len(x.claims),
		"shared claim"), count(len(x.drifts), "drift")), strong})
	f.lines("", "", piece{x.descentWords(), plain})
	if a.Language != b.Language && a.Language != "" && b.Language != "" {
		f.lines("", "", piece{fmt.Sprintf("A is in %s, B in %s: what changes between two languages is not compared.",
			clean(string(a.Language)), clean(string(b.Language))), caution})
	}
	f.gap()
	f.lines("A  ", "   ", piece{reportName(a), strong}, piece{", " + dateWords(a.Published) + ": ", faint},
		piece{reportTitle(a), plain})
	f.lines("B  ", "   ", piece{reportName(b), strong}, piece{", " + dateWords(b.Published) + ": ", faint},
		piece{reportTitle(b), plain})
	f.passages(x)
	f.sharedClaims(x)
	if len(x.drifts) > 0 {
		f.part("Drifts", count(len(x.drifts), "change"))
		for _, d := range x.drifts {
			f.pairDrift(x, d)
		}
	}
}

// descentWords says whether one of the two descends from the other.
func (x *pair) descentWords() string {
	if x.descent == nil {
		return "Neither is known to descend from the other."
	}
	from, to := "A", "B"
	if x.family.sigla[x.b.ID] == x.descent.From {
		from, to = to, from
	}
	return fmt.Sprintf("%s is a %s of %s: %s, %s.", to, clean(string(x.descent.Kind)), from,
		confidenceWord(x.descent.Confidence), shareWords(x.descent.Share, false))
}

func (f *flow) passages(x *pair) {
	if len(x.reuse) == 0 {
		return
	}
	f.part("Shared passages", "[-only in A-] {+only in B+}")
	for i := range x.reuse {
		if i == maxPassages {
			f.rest(len(x.reuse) - i)
			return
		}
		r := &x.reuse[i]
		note := string(r.Kind)
		if r.Kind != stemma.Verbatim {
			note += ", " + percent(r.Identity) + " the same"
		}
		f.lines(fmt.Sprintf("%3d ", i+1), "    ", append([]piece{{clean(note) + ": ", faint}},
			differencePieces(r.A.Text, r.B.Text)...)...)
	}
}

// differencePieces writes the words of b, with what only a has in [-…-] and
// what only b has in {+…+}.
func differencePieces(a, b string) []piece {
	var pieces []piece
	for _, c := range settle(differ(a, b)) {
		if c.same {
			pieces = append(pieces, piece{cleanPiece(c.b), plain})
			continue
		}
		if gone := clean(c.a); gone != "" {
			pieces = append(pieces, piece{"[-" + gone + "-] ", alarm})
		}
		if come := clean(c.b); come != "" {
			pieces = append(pieces, piece{"{+" + come + "+} ", good})
		}
	}
	return pieces
}

func (f *flow) sharedClaims(x *pair) {
	if len(x.claims) == 0 {
		return
	}
	f.part("Shared claims", "")
	for i, c := range x.claims {
		if i == maxPassages {
			f.rest(len(x.claims) - i)
			return
		}
		f.lines(fmt.Sprintf("%3d ", i+1), "    ",
			piece{strings.TrimSuffix(verdictWords(c.claim)+" · "+originsBeside(c.claim), " · "), faint})
		f.lines("    A ", "      ", piece{clean(c.a.Span.Text), plain})
		f.lines("    B ", "      ", piece{clean(c.b.Span.Text), plain})
	}
}

// pairDrift names the sides A and B as this comparison does, whatever their
// sigla are.
func (f *flow) pairDrift(x *pair, d *stemma.Drift) {
	from, to := x.side(d.Before), x.side(d.After)
	switch { // what is added or left out has words on one side only
	case from == "":
		from = other(to)
	case to == "":
		to = other(from)
	}
	f.driftLines(x.pile(), d, from, to)
}

// pile looks up the texts of the two reports.
func (x *pair) pile() *pile {
	return &pile{reports: map[string]*stemma.Report{x.a.ID: x.a, x.b.ID: x.b}}
}

func other(side string) string {
	switch side {
	case "A":
		return "B"
	case "B":
		return "A"
	}
	return ""
}

func (x *pair) side(s *stemma.Span) string {
	switch {
	case s == nil:
		return ""
	case s.Report == x.a.ID:
		return "A"
	case s.Report == x.b.ID:
		return "B"
	}
	return ""
}
