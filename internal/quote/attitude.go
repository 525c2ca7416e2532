package quote

import "slices"

// attitudes finds the credits of the unit that tell nothing: what somebody
// wants, supports, attacks, sees, is asked or declines to say. told are the
// hits of what is told; their words are not read again.
func (u *unit) attitudes(told []hit) {
	u.attitudinal = true
	hits, fresh := u.attitudeHits(told)
	if !slices.Contains(fresh, true) {
		return
	}
	cuts := u.asides(u.doc.scratch.cuts)
	u.doc.scratch.cuts = cuts
	for i := range hits {
		h := &hits[i]
		if fresh[i] && !h.set {
			h.start = u.readRight(h)
		}
		u.cut(h, h.start, cuts)
		if p := u.at(h.edge - 1); !fresh[i] && p.isBut(sub, whether) {
			cuts[h.edge-1] = true // "backed him after the mayor said"
		}
	}
	for i := range hits {
		if !fresh[i] {
			continue
		}
		if !hits[i].set {
			u.fill(&hits[i], hits[i].start, cuts)
		} else {
			u.fillSet(&hits[i], cuts)
		}
	}
	u.addFresh(hits, fresh)
}

// addFresh enters the attitudes that stand outside of what is credited to
// somebody else and of the words that name a source: what a quoted person says
// that others want is that person's word, and who somebody is tells nothing of
// the matter.
func (u *unit) addFresh(hits []hit, fresh []bool) {
	taken := u.taken(hits)
	for i := range hits {
		h := &hits[i]
		switch {
		case !fresh[i] || h.dropped:
		case inside(taken, hits, i):
			h.dropped = true
		default:
			u.add(h)
		}
	}
}

// inside says whether the cue of hit i stands in another's words.
func inside(taken []int, hits []hit, i int) bool {
	return taken != nil && taken[hits[i].at] != 0
}

// attitudeHits finds the hits of attitudes, among those of what is told; fresh
// says which are new.
func (u *unit) attitudeHits(told []hit) (hits []hit, fresh []bool) {
	s := &u.doc.scratch
	hits, fresh = s.all[:0], s.fresh[:0]
	defer func() { s.all, s.fresh = hits, fresh }()
	k := 0
	for i := 0; i < len(u.a); i++ {
		for k < len(told) && (told[k].dropped || told[k].at < i) {
			k++
		}
		if k < len(told) && told[k].at == i {
			hits, fresh = append(hits, told[k]), append(fresh, false)
			i = max(i, told[k].end-1)
			continue
		}
		if len(u.a[i].entry.allCues) == 0 {
			continue
		}
		h, ok := u.attitudeAt(i, hits)
		if !ok || k < len(told) && h.group.to > told[k].group.from && h.end > told[k].at {
			continue
		}
		hits, fresh = append(hits, h), append(fresh, true)
		i = max(i, h.end-1)
	}
	return hits, fresh
}

// attitudeAt reads the cue at atom i: a verb, a noun or an adjective.
func (u *unit) attitudeAt(i int, before []hit) (hit, bool) {
	a := u.at(i)
	if a.owner {
		return hit{}, false
	}
	for _, f := range u.candidates(i) {
		h := hit{cue: f.cue, form: f.form, at: i, end: i + 1 + len(f.tail), inherit: -1}
		ok := false
		switch {
		case f.cue.frame&fNoun != 0:
			ok = u.attitudeNoun(&h, before)
		case f.cue.frame&fAdj != 0:
			ok = u.attitudeAdjective(&h, before)
		case f.cue.frame&fAdverb != 0:
			ok = u.hearsayAdverb(&h)
		default:
			ok = u.attitudeVerb(&h, f, before) && (f.cue.frame&fPress == 0 || u.pressDoes(&h))
		}
		if ok {
			return h, true
		}
	}
	return hit{}, false
}

// candidates are the cues whose words stand at atom i: those of most words.
func (u *unit) candidates(i int) []*cueForm {
	all := u.at(i).entry.allCues
	if len(all) == 0 || len(all[0].tail) == 0 {
		return all
	}
	found := u.doc.scratch.found[:0]
	for _, f := range all {
		if len(found) > 0 && len(f.tail) < len(found[0].tail) {
			break
		}
		if u.tailAt(i+1, f.tail) {
			found = append(found, f)
		}
	}
	u.doc.scratch.found = found
	return found
}

// attitudeVerb reads a verb.
func (u *unit) attitudeVerb(h *hit, f *cueForm, before []hit) bool {
	u.growGroup(h)
	u.growInfinitive(h)
	if u.names(h) || governsCue(&u.cues, h) {
		return false
	}
	if u.isHalfVerb(f) && (u.asked(h) || u.reduced(h)) {
		return true
	}
	return u.isVerb(h, f) && u.attitudeHolder(h, before)
}

// isHalfVerb tells a form that is a verb without an auxiliary only where it is asked with or
// describes a noun: "Asked by the board", "the pump thought safe".
func (u *unit) isHalfVerb(f *cueForm) bool {
	return f.both || f.form == participle
}

// attitudeHolder finds who holds what a verb says, by the verb's frame and by how it stands.
func (u *unit) attitudeHolder(h *hit, before []hit) bool {
	switch {
	case h.cue.frame&fRaise != 0:
		return u.raised(h)
	case h.passive && !h.infinite:
		return h.cue.frame&(fNoPass|fDoc|fStrict) == 0 && u.passiveAttitude(h) // "it is believed that"
	case h.cue.frame&fPassive != 0:
		return false
	case u.at(h.group.from).plays(toWord):
		return h.cue.frame&fInf != 0 && u.inheritSource(h, before)
	case h.form == gerund && !u.progressive(h) && !h.infinite:
		return u.looseAttitude(h, before)
	case h.cue.frame&fImpersonal != 0:
		return u.impersonal(h)
	}
	return u.invertedSource(h) || u.subjectSource(h, before)
}

// growInfinitive takes in the "to" of an infinitive and the verb that governs
// it: "tried to convince".
func (u *unit) growInfinitive(h *hit) {
	g := h.group.from
	if h.form != base ||
		!u.at(g-1).plays(toWord) ||
		!u.onlyAdverbs(g, h.at) {
		return
	}
	h.infinite = true
	h.group.from = g - 1
	if !u.lex.infinitiveVerbs.Has(u.at(g - 2).form) {
		return
	}
	outer := hit{cue: h.cue, form: gerund, at: g - 2, end: g - 1}
	u.growGroup(&outer)
	h.group.from, h.negated, h.modal = outer.group.from, outer.negated, outer.modal
}

// raised reads "Pell seems tired" and "it appears that": nobody holds it.
func (u *unit) raised(h *hit) bool {
	h.nobody, h.edge = true, h.group.from
	s := u.nounBefore(h.group.from)
	if u.at(h.group.from-1).isBut(rel, dem) {
		s = span{h.group.from - 1, h.group.from}
	}
	if u.at(h.group.from - 1).plays(itWord) {
		s = span{}
		h.edge--
	}
	if s.empty() && !u.at(h.group.from-1).isOrPlays(conj|rel, itWord) {
		return false
	}
	if !s.empty() {
		h.edge = s.from
		h.content = []span{s}
	}
	h.right, h.set = h.end, true
	return true
}

// passiveAttitude reads "was criticised by", "was accused of", "is seen as".
func (u *unit) passiveAttitude(h *hit) bool {
	s := u.nounBefore(h.group.from)
	if u.at(h.group.from-1).isBut(rel, dem) {
		s = span{h.group.from - 1, h.group.from} // "who is expected to run"
	}
	h.edge, h.set = h.group.from, true
	if !s.empty() {
		h.edge = s.from
	}
	if !s.empty() && h.cue.frame&fReceiver == 0 {
		h.content = []span{s}
	}
	j := h.end
	if u.at(j).is(prep) && u.at(j+1).is(timeWord) { // "was attacked on Monday by"
		j++
	}
	for j-h.end < 3 && u.at(j).is(timeWord|adv) {
		j++
	}
	if u.at(j).plays(byWord) {
		if by := u.nounAfter(j+1, false); !by.empty() {
			h.source = by
			h.right, h.end = by.to, by.to
			return !s.empty()
		}
	}
	h.nobody = true
	if h.right = u.joinPreposition(h, h.end); u.at(h.end).plays(asWord) {
		h.group.to, h.right = h.end+1, h.end+1 // "is seen as"
	}
	return true
}

// joinPreposition takes in the preposition that content follows.
func (u *unit) joinPreposition(h *hit, i int) int {
	if h.cue.takes(u.at(i).form) {
		i++
		h.group.to = i
	}
	return i
}

// hearsayAdverb reads "reportedly": the clause around it is the content.
func (u *unit) hearsayAdverb(h *hit) bool {
	h.group = span{h.at, h.end}
	h.nobody, h.set, h.edge, h.right = true, true, h.at, h.end
	if from := u.clauseStart(h.at); from < h.at {
		h.content = []span{{from, h.at}}
	}
	return true
}

// fillSet gives content to a hit whose right-hand side is already known.
func (u *unit) fillSet(h *hit, cuts []bool) {
	e := u.clauseEnd(h.right, cuts)
	if h.noun && !u.verbInMain(h.group.from) {
		e = u.phraseEnd(h.right, e)
	}
	if h.opening {
		e = u.mainClause(h.right, e)
	}
	if h.right < len(u.a) && u.at(h.right).mark == 0 {
		h.content = u.doc.scratch.spans.add(h.content, span{h.right, e})
	}
	h.dropped = len(h.content) == 0
}
