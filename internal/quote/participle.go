package quote

// asked reads a participle that stands for a clause: "Asked whether", "when
// asked about", "Told of the plan, ".
func (u *unit) asked(h *hit) bool {
	p, n := u.at(h.at-1), u.at(h.end)
	if h.cue.frame&fReceiver == 0 ||
		!(h.at == 0 || p.isBut(sub, prep|adv) || u.comma(h.at-1)) {
		return false
	}
	by, end := span{}, h.end
	if n.isBut(adv, timeWord) {
		end++
		n = u.at(end)
	}
	if u.agent(end) {
		if by = u.nounAfter(end+1, true); by.empty() {
			return false
		}
		end = by.to
		n = u.at(end)
	}
	right := end
	if !n.is(whether|to|rel) && !n.quote {
		if right = u.joinPreposition(h, end); right == end {
			return false
		}
	}
	h.source, h.nobody, h.end, h.right = by, by.empty(), end, right
	h.edge, h.set, h.opening = h.at, true, !u.comma(h.at-1)
	return true
}

// reduced reads a participle behind what it is said of: "a bill opposed by the
// unions", "the programme known as Harvest".
func (u *unit) reduced(h *hit) bool {
	n := u.at(h.end)
	if !u.onlyAdverbs(h.group.from, h.at) ||
		h.cue.frame&(fNoPass|fStrict|fRaise) != 0 ||
		u.headline {
		return false
	}
	g := h.group.from
	thing := u.nounBefore(g)
	if u.comma(g - 1) {
		thing = u.nounBefore(g - 1)
	}
	if thing.empty() || u.at(thing.to-1).is(pronoun) {
		return false
	}
	switch {
	case u.agent(h.end):
		by := u.nounAfter(h.end+1, false)
		if by.empty() || !u.at(by.from).is(det|poss|many|num) && !u.at(by.to-1).upper && !u.hasKind(by) {
			return false
		}
		h.source, h.right, h.end = by, len(u.a), by.to
	case n.plays(asWord) && h.cue.frame&fAs != 0:
		h.nobody, h.right, h.end, h.group.to = true, h.end+1, h.end+1, h.end+1
	default:
		return false
	}
	h.edge, h.set, h.content = thing.from, true, []span{thing}
	return true
}

// looseAttitude reads participles: ", praising the plan", "of criticising it".
func (u *unit) looseAttitude(h *hit, before []hit) bool {
	if h.cue.frame&fNoPart != 0 {
		return false
	}
	p := u.at(h.group.from - 1)
	h.loose = true
	h.edge = h.group.from
	if u.opensSentence(h.group.from) {
		return u.subjectAhead(h)
	}
	if p.plainBut(adv|timeWord|months) && !p.verbal() {
		h.source = u.nounBefore(h.group.from)
		return !h.source.empty()
	}
	if u.comma(h.edge - 1) {
		h.edge--
	}
	return u.inheritSource(h, before)
}

// subjectAhead takes the subject of the main clause after the participle.
func (u *unit) subjectAhead(h *hit) bool {
	for k := h.end; k < min(len(u.a), h.end+maxWalk) && !u.at(k).ended(); k++ {
		n := u.at(k + 1)
		if !u.comma(k) || !n.upper && !n.is(det|poss|pronoun) {
			continue
		}
		s := u.nounAfter(k+1, true)
		if v := u.at(s.to); v.is(aux|finite|adv) || v.verbal() || u.thirdOnly(s.to) {
			h.source, h.opening = s, true
			return true
		}
	}
	return false
}
