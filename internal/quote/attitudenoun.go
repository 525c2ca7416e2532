package quote

// attitudeAdjective reads "is confident that", "remained critical of".
func (u *unit) attitudeAdjective(h *hit, before []hit) bool {
	h.form = gerund
	u.growGroup(h)
	g := h.group.from
	linked := false
	for k := g; k < h.at; k++ {
		linked = linked || u.at(k).is(be)
	}
	if p := u.at(g - 1); !linked {
		if p.is(contracted) {
			linked = true
		} else if u.lex.linkingVerbs.Has(p.form) {
			outer := hit{cue: h.cue, form: past, at: g - 1, end: g}
			u.growGroup(&outer)
			h.group.from, linked = outer.group.from, true
		}
	}
	if !linked {
		return false
	}
	h.form, h.passive = past, false
	if h.cue.frame&fRaise != 0 {
		return u.raised(h)
	}
	if p := u.at(h.group.from - 1); p.isBoth(dem|neuter, pronoun|det) {
		return false // "it is clear that": to nobody in particular
	}
	return u.subjectSource(h, before)
}

// attitudeNoun reads "Pell's support for", "criticism of the plan by Pell",
// "raised questions about".
func (u *unit) attitudeNoun(h *hit, before []hit) bool {
	if u.at(h.at).isCapital() && !u.headline {
		return false
	}
	h.group = span{h.at, h.end}
	h.edge, h.set, h.noun = h.at, true, true
	i := h.end
	if u.at(i).plays(byWord | fromWord) {
		if h.source = u.nounAfter(i+1, true); h.source.empty() {
			return false
		}
		i = h.source.to
	}
	n := u.at(i)
	switch {
	case n.is(that) && h.cue.frame&fThat != 0 && !u.at(i+1).verbal():
		i = u.afterThat(i)
	case n.is(to) && h.cue.frame&fTo != 0 && u.infinitiveAt(i+1):
	case n.is(prep):
		j := u.joinPreposition(h, i)
		if j == i {
			return false
		}
		if i != h.end {
			h.group.to = h.end
		}
		i = j
	default:
		return false
	}
	h.right, h.end = i, i
	return u.nounHolder(h, before)
}

// nounHolder finds whose attitude a noun tells: its possessor's, or that of
// the subject of the verb that governs it.
func (u *unit) nounHolder(h *hit, before []hit) bool {
	if !h.source.empty() {
		return true
	}
	from := h.at
	for from > max(0, h.at-4) {
		p := u.at(from - 1)
		if p.owner {
			h.source = u.ownerAt(from - 1)
			h.group.from = from
			return !h.source.empty()
		}
		if p.is(poss) {
			h.source = span{from - 1, from}
			h.group.from = from
			return true
		}
		if !(p.plain() && !p.verbal() || p.is(det|adv)) {
			break
		}
		from--
	}
	if u.lex.lightVerbs.Has(u.at(from - 1).form) {
		outer := hit{cue: h.cue, form: past, at: from - 1, end: from}
		u.growGroup(&outer)
		h.group.from, h.edge = outer.group.from, outer.group.from
		n := *h
		n.group.from = outer.group.from
		if u.subjectSource(&n, before) || u.inheritSource(&n, before) {
			h.source, h.wide = n.source, n.wide
			return true
		}
	}
	h.nobody = h.cue.frame&fAlone != 0
	return h.nobody
}
