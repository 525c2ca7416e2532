package quote

import "stemma"

// maxSigned is the longest line that names the author of the quotation before
// it, in words.
const maxSigned = 24

// signature reads the line that names whose quotation stands before it:
//
//	“It is late, and it will stay late.”
//	— Anna Ito, Aldwick
//
// The quotation is what p.lone holds. A dash makes the line one; without a dash
// it must be a name and little else, and nobody may have spoken before whom the
// quotation could continue.
func (p *document) signature(u *unit) bool {
	lone, since := p.lone, p.loneSince
	p.lone = nil
	if len(lone) == 0 || len(u.a) > maxSigned {
		return false
	}
	from := 0
	if u.at(0).form == "-" || u.dash(0) {
		from = 1
	} else if p.loneContinues || u.verbIn(span{0, len(u.a)}) {
		return false
	}
	s := u.signer(from)
	if s.empty() {
		return false
	}
	p.sign(u, s, lone, since)
	return true
}

// signedHere reads the same in one paragraph: “It is late.” — Anna Ito
func (p *document) signedHere(u *unit) bool {
	n := 0
	for n < len(u.a) && u.at(n).quote {
		n++
	}
	if n == 0 || len(u.a)-n > maxSigned || !u.dash(n) {
		return false
	}
	s := u.signer(n + 1)
	if s.empty() || u.verbIn(span{n, len(u.a)}) {
		return false
	}
	var lone []stretch
	for _, a := range u.a[:n] {
		lone = append(lone, stretch{a.first, a.last})
	}
	p.sign(u, s, lone, len(p.credits))
	return true
}

// sign credits the quotations to the name; what they were taken for before, the
// credits from since on, is forgotten.
func (p *document) sign(u *unit, s span, lone []stretch, since int) {
	p.credits = append(p.credits[:since], credit{
		source: u.tokens(s), content: lone, kind: stemma.Direct, stance: stemma.Neutral, parent: -1,
		sentence: u.at(s.from).first,
	})
	p.last = -1
}
