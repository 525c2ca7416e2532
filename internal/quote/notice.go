package quote

// notifies says whether a verb of reporting, with its object at j, means to
// tell somebody in charge rather than to make public: "reported the fault to
// the board", "did not report it". What an outlet or a paper reports, what
// is new ("a loss") and what is counted is made public.
func (u *bounds) notifies(h *hit, j int) bool {
	if h.cue.frame&fNotifies == 0 {
		return false
	}
	thing := u.nounAfter(j, true)
	isSubject := u.at(thing.to).verbal() // "reported the dam | was unsafe"
	if thing.empty() || u.publishes(h) || isSubject {
		return false
	}
	return u.at(j).is(def|poss|object|neuter) || isHanded(u, thing)
}

// isHanded says whether somebody is named behind a thing to whom it is told: "a fault | to
// the board".
func isHanded(u *bounds, thing span) bool {
	behind := u.wordsAt(thing.to, maxWalk)
	return anyOf(behind.from, behind.to, func(i int) bool {
		return u.at(i).plays(toWord) && !u.infinitiveAt(i+1)
	})
}

// publishes says whether the source of the hit makes public what it reports.
func (u *bounds) publishes(h *hit) bool {
	return u.kindsIn(h.source)&documentHead != 0 || u.outletIn(h.source)
}

// withholds says whether the source only asks to be left unnamed: "asked not to
// be identified", "asked that her name be withheld".
func (u *bounds) withholds(h *hit, j int) bool {
	isUnnamed := func(a *atom) bool { return u.lex.anonymity.Has(a.form) }
	return h.cue.frame&fWithholds != 0 && u.any(u.wordsAt(j, maxUnnamed), isUnnamed)
}

// maxUnnamed is how many words behind "asked" may tell that somebody is not to be named.
const maxUnnamed = 8

// pressDoes says whether an outlet is the subject of the hit's verb, which is no
// noun behind its name: "a Radio Four interview".
func (u *bounds) pressDoes(h *hit) bool {
	return (h.form != base || h.group.from < h.at) && u.pressIn(h.source)
}

// awaits says whether the content of a hit stands in the next paragraph.
func (u *bounds) awaits(h *hit) bool {
	return u.at(h.right).mark == ':' && h.right == len(u.a)-1 &&
		h.cue.frame&(speech|fQuote|display) != 0
}

func (u *bounds) cueTokens(h *hit) []stretch {
	g := h.group
	for g.from < h.at && u.at(g.from).is(conj) {
		g.from++
	}
	if u.doc.attitudes && u.at(g.from-1).is(contracted) {
		g.from-- // "he's hoping": the verb is half in the pronoun
	}
	cue := u.doc.scratch.stretches.add(nil, u.tokens(g))
	for _, m := range h.cueSpans {
		next := u.tokens(m)
		if last := &cue[len(cue)-1]; last.to == next.from {
			last.to = next.to
			continue
		}
		cue = append(cue, next)
	}
	return cue
}

// throughInterview reads "an interview with the mayor" for a source: the mayor
// is credited, and whose interview it is heard it.
func (u *bounds) throughInterview(h *hit) {
	s := h.source
	for i := s.from; i+2 < s.to; i++ {
		if !u.lex.talks.Has(u.at(i).form) || !u.at(i+1).plays(withWord) {
			continue
		}
		outlet := span{s.from, i}
		for outlet.from < i && u.at(outlet.from).is(det) {
			outlet.from++
		}
		if u.at(outlet.from).upper {
			h.receiver = outlet
		}
		h.source = span{i + 2, s.to}
		return
	}
}
