package credit

import (
	"strings"

	"stemma"
)

// formal gives the credits that stand outside of the prose: agencies in byline,
// dateline and credit line, footers, links.
func (p *passage) formal() []stemma.Mention {
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
	return out
}

// startsOwn says whether the name in a dateline or foot is the beginning of the
// report's own outlet's: "CBS SF" on the page of CBS SFBayArea.
func (p *passage) startsOwn(written string) bool {
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
func (p *passage) agencyForm(name string) bool {
	return len(name) < 2 || name[1] != '-' || strings.ContainsRune(name, ' ')
}
