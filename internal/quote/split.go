package quote

import "stemma"

// quoteAhead finds the quotation that a hit credits behind words which only
// say when, where and how, or who its source is: “The risk,” said Ito, an
// economist in Aldwick, “is …”; Ito said in the spring, when it sank, “…”. It
// is -1 where there is none, or where the words between credit somebody.
func (u *bounds) quoteAhead(h *hit, next int) int {
	if !mayQuote(h) {
		return -1
	}
	for k := h.right; k < min(next, h.right+maxWalk); k++ {
		a := u.at(k)
		switch {
		case a.isQuotation():
			if isSetOff(u, k) && (a.upper || h.cue.frame&speech != 0) {
				return k
			}
			return -1
		case a.ended(),
			a.is(that) && u.at(k-1).verbal():
			return -1
		}
	}
	return -1
}

// mayQuote says whether a hit is a verb that takes a quotation and has a source.
func mayQuote(h *hit) bool {
	return !h.silent && !h.source.empty() && h.cue.frame&(fThat|fQuote) != 0
}

// isSetOff says whether a comma or a colon stands before the quotation at k.
func isSetOff(u *bounds, k int) bool { return u.comma(k-1) || u.at(k-1).mark == ':' }

// following gives for every hit the first atom of the next one's own words.
func (u *bounds) following(hits []hit, i int) int {
	if i+1 < len(hits) {
		return hits[i+1].group.from
	}
	return len(u.a)
}

// openingVerb reads a verb that opens its sentence before its subject: "Said
// Ito, who works there, “…”", "Stated Ito:".
func (u *bounds) openingVerb(h *hit) bool {
	a := u.at(h.at)
	if !a.starts || !h.cue.speaks() {
		return false
	}
	s := u.nounAfter(h.end, false)
	if s.empty() || u.at(s.from).is(that|timeWord) {
		return false
	}
	h.source, h.inverted, h.right, h.edge = s, true, s.to, h.at
	return u.at(s.to).mark == ':' || u.at(s.to).mark == ',' && u.quoteAhead(h, len(u.a)) >= 0
}

// trimAttitudes ends the content of an attitude at the comma behind which
// somebody else is quoted: "Brown criticised her during a debate, and Ito shot
// back, “…”". before is the first credit of the unit.
func (u *bounds) trimAttitudes(before int) {
	credits := u.doc.credits
	for i := before; i < len(credits); i++ {
		told := &credits[i]
		if told.kind != stemma.Direct || len(told.cue) == 0 ||
			len(told.content) == 0 {
			continue
		}
		quoted := told.content[0]
		for k := before; k < len(credits); k++ {
			if c := &credits[k]; c.attitude && len(c.content) > 0 {
				last := &c.content[len(c.content)-1]
				if cut := u.doc.commaBefore(told); last.from < cut && quoted.to <= last.to {
					last.to = cut
				}
			}
		}
	}
}

// commaBefore is the token of the comma before the words that credit somebody,
// past a conjunction; -1 for none.
func (p *document) commaBefore(c *credit) int {
	i := min(c.source.from, c.cue[0].from) - 1
	if !c.extent.empty() {
		i = min(i, c.extent.from-1)
	}
	if i > 0 && p.text.Tokens[i].Form != "," {
		if e := p.entry(i); e.is(conj) {
			i--
		}
	}
	if i <= 0 || p.text.Tokens[i].Form != "," {
		return -1
	}
	return i
}
