package quote

import "stemma"

// afterColons credits the quotations that stand behind a colon and that no cue
// of the lexicon has taken: "Ito: “It is late.”", "The port made that clear:
// “…”", "From the log: “…”". before is the first credit of the unit.
func (u *told) afterColons(before int) {
	p := u.doc
	for i := range u.a {
		q := &u.a[i]
		if !q.isQuotation() || !q.upper || u.at(i-1).mark != ':' || p.taken(before, q.first) {
			continue
		}
		if s := u.beforeColon(i - 1); !s.empty() {
			p.credits = append(p.credits, credit{
				source: u.tokens(s), content: []stretch{{q.first, q.last}}, kind: stemma.Direct,
				stance: stemma.Neutral, parent: -1, headline: u.headline, sentence: u.at(s.from).first,
			})
		}
	}
}

// taken says whether one of the credits from before on holds the token.
func (p *document) taken(before, token int) bool {
	return anyOf(before, len(p.credits), func(i int) bool { return covers(p.credits[i].content, token) })
}

// awaitsQuote notes that the unit ends with a colon, for a quotation that opens
// the next paragraph.
func (u *told) awaitsQuote() {
	p, c := u.doc, len(u.a)-1
	if p.pending >= 0 || c < 1 || u.at(c).mark != ':' {
		return
	}
	s := u.beforeColon(c)
	if s.empty() {
		return
	}
	p.pending, p.doubtful = len(p.credits), true
	p.credits = append(p.credits, credit{
		source: u.tokens(s), kind: stemma.Direct, stance: stemma.Neutral, parent: -1, headline: u.headline,
		sentence: u.at(s.from).first,
	})
}
