package credit

import (
	"slices"
	"strings"

	"stemma"
)

// formalReader reads what stands outside of the prose.
type formalReader struct{ *document }

// formal gives the credits that stand outside of the prose: agencies in byline,
// dateline and credit line, footers, links.
func (p formalReader) formal() []stemma.Mention {
	var out []stemma.Mention
	for _, c := range p.t.Report.Credits {
		n := p.known(c.Name)
		x := stemma.Mention{
			Report: p.t.Report.ID, Role: stemma.CreditRole, Name: n.full, Kind: n.kind, Span: c.Span,
			Content: []stemma.Span{}, URL: c.URL, Own: p.isOwn(n) || c.Kind != stemma.LinkCredit && p.startsOwn(c.Name),
		}
		switch c.Kind {
		case stemma.AgencyCredit:
			x.Form, x.Kind = stemma.BylineForm, stemma.LostWire
			if p.gives(c.Span) {
				x.Form = stemma.GivingForm
			}
			if !p.agencyForm(c.Name) {
				continue
			}
		case stemma.FooterCredit:
			x.Form = stemma.FooterForm
		case stemma.LinkCredit:
			x.Form = stemma.LinkForm
		}
		out = append(out, x)
	}
	byline := func(x stemma.Mention) bool { return x.Form == stemma.BylineForm }
	if m, ok := p.signature(); ok && !slices.ContainsFunc(out, byline) {
		out = append(out, m)
	}
	return out
}

// signature reads the short forms by which an agency signs at the end of a
// text, its writer's before its own: "(ktl/itg)", "(bbf)". The last one must be
// too long for a writer's initials.
func (p formalReader) signature() (stemma.Mention, bool) {
	segments := p.t.Report.Segments
	for i := len(segments) - 1; i >= max(1, len(segments)-afterSignature); i-- {
		at, end := p.code(segments[i])
		if end == 0 {
			continue
		}
		n := p.known(strings.ToUpper(p.t.Report.Text[at:end]))
		return stemma.Mention{
			Report: p.t.Report.ID, Role: stemma.CreditRole, Form: stemma.BylineForm, Name: n.full,
			Kind: stemma.LostWire,
			Span: p.t.Report.Span(at, end), Content: []stemma.Span{}, Own: p.isOwn(n),
		}, true
	}
	return stemma.Mention{}, false
}

// code is where the agency's short form stands in a segment that ends with a
// signature; end is 0 where none does.
func (p formalReader) code(g stemma.Segment) (at, end int) {
	text := strings.TrimRight(p.t.Report.Text[g.Start:g.End], " .\n")
	open := strings.LastIndexByte(text, '(')
	if open < 0 || !strings.HasSuffix(text, ")") {
		return 0, 0
	}
	code := text[open+1 : len(text)-1]
	code = code[strings.LastIndexByte(code, '/')+1:]
	if len(code) < leastCode || len(code) > mostCode || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" ||
		p.lex.function.Has(code) || p.lex.heads.Has(code) && !p.lex.agencies.Has(code) {
		return 0, 0
	}
	end = g.Start + len(text) - 1
	return end - len(code), end
}

// afterSignature is how many segments, with its own, may follow a signature:
// contents of the page, a copyright line.
const afterSignature = 4

// How many letters the short form of an agency has in a signature: two are a
// writer's.
const (
	leastCode = 3
	mostCode  = 5
)

// gives says whether the line of a credit says that an agency gave a part of
// the report, which then is no printing of its text.
func (p formalReader) gives(span stemma.Span) bool {
	for _, g := range p.t.Report.Segments {
		if g.Start > span.Start || span.Start >= g.End {
			continue
		}
		line := strings.ToLower(p.t.Report.Text[g.Start:g.End])
		for _, phrase := range p.lex.giving {
			if strings.Contains(line, phrase) {
				return true
			}
		}
	}
	return false
}

// startsOwn says whether the name in a dateline or foot is the beginning of the
// report's own outlet's: "CBS SF" on the page of CBS SFBayArea.
func (p formalReader) startsOwn(written string) bool {
	short := strings.ReplaceAll(p.lex.key(written), " ", "")
	for _, own := range p.own {
		if len(short) >= leastStart && strings.HasPrefix(strings.ReplaceAll(own, " ", ""), short) {
			return true
		}
	}
	return false
}

// leastStart is how many letters of an outlet's name tell it.
const leastStart = 4

// agencyForm says whether what stands in brackets in a dateline can be an
// agency: no member of a party ("R-Aldwick").
func (p formalReader) agencyForm(name string) bool {
	return len(name) < 2 || name[1] != '-' || strings.ContainsRune(name, ' ')
}
