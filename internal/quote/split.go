package quote

// quoteAhead finds the quotation that a hit credits behind words which only
// say when, where and how, or who its source is: “The risk,” said Ito, an
// economist in Aldwick, “is …”; Ito said in the spring, when it sank, “…”. It
// is -1 where there is none, or where the words between credit somebody.
func (u *unit) quoteAhead(h *hit, next int) int {
	if h.noun || h.nominal || h.silent || h.passive && h.source.empty() || h.cue.frame&(fThat|fQuote) == 0 {
		return -1
	}
	for k := h.right; k < next && k-h.right < maxWalk; k++ {
		a := u.at(k)
		switch {
		case a.quote && !a.scare:
			if (u.comma(k-1) || u.at(k-1).mark == ':') && (a.upper || h.cue.frame&speech != 0) {
				return k
			}
			return -1
		case a.ended(), a.starts && k > h.right, a.is(that) && u.at(k-1).verbal():
			return -1
		}
	}
	return -1
}

// following gives for every hit the first atom of the next one's own words.
func (u *unit) following(hits []hit, i int) int {
	if i+1 < len(hits) {
		return hits[i+1].group.from
	}
	return len(u.a)
}

// openingVerb reads a verb that opens its sentence before its subject: "Said
// Ito, who works there, “…”", "Stated Ito:".
func (u *unit) openingVerb(h *hit) bool {
	a := u.at(h.at)
	if !a.starts || h.group.from != h.at || h.form != past && h.form != third || h.cue.frame&speech == 0 || h.cue.frame&(fThat|fQuote) == 0 {
		return false
	}
	s := u.nounAfter(h.end, false)
	if s.empty() || u.at(s.from).is(that|timeWord) {
		return false
	}
	h.source, h.inverted, h.right, h.edge = s, true, s.to, h.at
	return u.at(s.to).mark == ':' || u.at(s.to).mark == ',' && u.quoteAhead(h, len(u.a)) >= 0
}
