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
			Content: []stemma.Span{}, URL: c.URL, Own: p.isOwn(n),
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

// agencyForm says whether what stands in brackets in a dateline can be an
// agency: no member of a party ("R-Aldwick").
func (p *passage) agencyForm(name string) bool {
	return len(name) < 2 || name[1] != '-' || strings.ContainsRune(name, ' ')
}
