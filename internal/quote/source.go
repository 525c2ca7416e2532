package quote

import "slices"

// findSource finds whom a hit credits. It is false for a hit that credits
// nobody and that does not say so either.
func (u *sources) findSource(h *hit, before []hit) bool {
	if u.refused(h) || !u.sourced(h, before) {
		return false
	}
	s := h.source
	isWriters := s.to-s.from == 1 && u.at(s.from).isBoth(first, pronoun) // they are the report's own
	return !isWriters && !isTime(u, s) && !isNobody(u, s)
}

// isNobody: what none of them said is said by nobody: "no official said that it leaks". "No
// 10" is an address.
func isNobody(u *sources, s span) bool {
	isNone := u.at(s.from).is(negative) || u.at(s.from-1).is(negative)
	return !s.empty() && isNone && !u.at(s.from+1).is(num)
}

// isTime: a stretch of time says nothing: "the paper in the past week said".
func isTime(u *sources, s span) bool {
	k := s.from
	for k < s.to && (u.at(k).isOrPlays(det|num, nearWord|leastWord)) {
		k++
	}
	a := u.at(k)
	return k < s.to && a.is(unitWord|timeWord) && !(k+1 < s.to && u.at(k+1).plain())
}

// sourced finds the source by the form of the cue.
func (u *sources) sourced(h *hit, before []hit) bool {
	if h.passive && !h.infinite {
		return u.passiveSource(h)
	}
	if u.consults(h, before) {
		h.end++
		return u.citedBy(h, before)
	}
	if h.cue.frame&fCites != 0 && u.citesSource(h) {
		return u.citedBy(h, before)
	}
	if u.quotedSaying(h) {
		return true
	}
	switch {
	case h.form == gerund && (h.group.from == h.at || !u.progressive(h) && !h.infinite):
		return u.looseSource(h, before)
	case h.cue.frame&fPassive != 0:
		return false
	case h.cue.frame&fImpersonal != 0:
		return u.impersonal(h)
	}
	if u.invertedSource(h) || u.openingVerb(h) {
		return true
	}
	return u.subjectSource(h, before)
}

// quotedSaying reads "The paper quoted two pilots as saying that" and "Two pilots were
// quoted by the paper as saying that": the pilots are credited.
func (u *sources) quotedSaying(h *hit) bool {
	as := h.group.from - 1
	if h.form != gerund || !u.at(as).plays(asWord) {
		return false
	}
	for k := as - 2; k > max(-1, as-maxWalk); k-- {
		if a := u.at(k); a.isQuotation() {
			return false
		}
		if !quotes(u, k) {
			continue
		}
		if u.at(k-1).is(be) && u.at(k+1).plays(byWord) {
			h.receiver = u.nounAfter(k+2, false)
			u.setSubject(h, u.nounBefore(k-1))
			return !h.source.empty()
		}
		if !u.at(k - 1).is(be) {
			h.source = u.nounAfter(k+1, false)
			h.edge, h.loose = as, true
			if by := u.nounBefore(k); !by.empty() && u.at(h.end).breaks() { // “It sank,” it quoted Pell as saying.
				h.edge, h.loose, h.bare = by.from, false, true
			}
			return !h.source.empty()
		}
	}
	return false
}

// quotes says whether a form of "quote" stands at atom k.
func quotes(u *sources, k int) bool {
	return slices.ContainsFunc(u.at(k).entry.cues, func(f *cueForm) bool {
		return f.cue.frame&(fQuoted|fNP) == fQuoted|fNP
	})
}

// refused says whether the verb before says that nothing was said, or whether
// the saying is only possible.
func (u *sources) refused(h *hit) bool {
	p := u.at(h.group.from - 1)
	return p.isOrPlays(refusal, toWord)
}

func (u *sources) progressive(h *hit) bool {
	return u.at(h.group.from-1).is(contracted) ||
		u.any(span{h.group.from, h.at}, func(a *atom) bool { return a.is(be) })
}

// impersonal reads "it emerged that" and ", it emerged".
func (u *sources) impersonal(h *hit) bool {
	p := u.at(h.group.from - 1)
	if !p.plays(itWord) {
		return false
	}
	h.nobody, h.edge = true, h.group.from-1
	h.bare = u.comma(h.edge - 1)
	h.group.from--
	return true
}

// passiveSource reads "was warned by its own head of structures" and "it was
// reported that"; "he was told that" names no source.
func (u *sources) passiveSource(h *hit) bool {
	if h.cue.frame&fNoPass != 0 {
		return false // "is supposed to"
	}
	subject := u.nounBefore(h.group.from)
	h.edge = h.group.from
	if !subject.empty() {
		h.edge = subject.from
	}
	switch {
	case u.agent(h.end):
		return agentSource(u, h, subject)
	case isRaised(u, h) && !subject.empty():
		h.nobody = true
		h.content = []span{subject}
		return true
	case u.at(h.group.from-1).plays(itWord) && (u.at(h.end).is(that) || u.comma(h.group.from-2)):
		h.nobody = true
		h.bare = u.comma(h.group.from - 2)
		return true
	}
	return false
}

// isRaised says whether a passive tells of its subject what nobody in particular says:
// "the dam is said to leak".
func isRaised(u *sources, h *hit) bool {
	return u.at(h.end).plays(toWord) && u.infinitiveAt(h.end+1) && h.cue.frame&(fThat|fPassive) != 0 &&
		h.cue.frame&(fReceiver|fStrict) == 0
}

// agentSource credits whom a passive names behind "by": with a clause that follows,
// which the subject hears, or with the subject itself: "the plan was praised by the mayor".
func agentSource(u *sources, h *hit, subject span) bool {
	by := u.nounAfter(h.end+1, false)
	isQuoted := h.cue.frame&fQuoted != 0 && u.at(by.to+1).entry.forms&gerundForm != 0
	if by.empty() || isQuoted { // "was quoted by the paper as saying"
		return false
	}
	if u.clauseFollows(by.to) {
		h.receiver = subject
	} else {
		if !saysOf(u, h, by) || subject.empty() || h.modal {
			return false
		}
		h.content = []span{subject}
	}
	h.source, h.end = by, by.to
	return true
}

// saysOf says whether a cue in the passive says something of its subject: it takes an
// object, and who is named may be its source.
func saysOf(u *sources, h *hit, by span) bool {
	f := h.cue.frame
	return f&(fNP|fAs|fDoc) != 0 && f&(fStrict|cognition) == 0 && (f&fDoc == 0 || u.outletIn(by))
}

// looseSource reads participles: ", adding that", "a memo warning that",
// "citing a memo".
func (u *sources) looseSource(h *hit, before []hit) bool {
	p := u.at(h.group.from - 1)
	h.loose = true
	h.edge = h.group.from
	if u.comma(h.edge - 1) {
		h.edge--
	}
	switch {
	case p.plain() && !p.verbal():
		return reducedSource(u, h)
	case p.mark == ',' || p.isOrPlays(conj, adjunctWord) || p.quote || h.group.from == 0 ||
		u.dash(h.group.from-1):
		return u.inheritSource(h, before)
	}
	return false
}

// reducedSource takes the noun before a participle: "a memo | warning that".
func reducedSource(u *sources, h *hit) bool {
	s := behindParticiple(u, u.nounBefore(h.group.from))
	h.source, h.edge = s, h.group.from
	if by := u.issuer(s); !by.empty() {
		h.source = by
		return true
	}
	return u.kindsIn(s)&(documentHead|proceedingHead|anonymousHead) != 0 || u.pressIn(s)
}

// inheritSource takes the source of the hit before in the same unit, else the
// sentence's subject.
func (u *sources) inheritSource(h *hit, before []hit) bool {
	if i := u.matching(h, before); i >= 0 {
		h.source, h.inherit = before[i].source, i
		return true
	}
	for i := len(before) - 1; i >= 0; i-- {
		if u.any(span{before[i].end, h.at}, func(a *atom) bool { return a.mark == ';' }) {
			break
		}
		if b := before[i]; !b.nominal && !b.source.empty() {
			if h.loose && u.comma(h.group.from-1) {
				i = u.outermost(before, i)
			}
			h.source, h.inherit = before[i].source, i
			return true
		}
	}
	if s := u.sentenceSubject(h.at); !s.empty() {
		h.source = s
		return true
	}
	return false
}

// outermost is the hit whose content the one at i stands in, as far as no comma
// parts them: a participle behind a comma goes with the main clause ("Ito wrote
// that they knew it, adding").
func (u *sources) outermost(before []hit, i int) int {
	for k := i - 1; k >= 0; k-- {
		b := &before[k]
		if b.nominal || b.source.empty() {
			break
		}
		for j := b.end; j < before[i].source.from; j++ {
			if a := u.at(j); !a.isWord() || a.is(conj) {
				return i
			}
		}
		if b.end > before[i].source.from {
			break
		}
		i = k
	}
	return i
}

// matching is the earlier hit whose tense a finite verb shares where the last
// one has another: "the log shows that the crew reported it, and lists"; -1
// for none.
func (u *sources) matching(h *hit, before []hit) int {
	if n := len(before); n < 2 ||
		h.form != third && h.form != past ||
		h.group.from < h.at ||
		before[n-1].form == h.form {
		return -1
	}
	for i := len(before) - 2; i >= 0; i-- {
		if b := before[i]; b.form == h.form &&
			!b.source.empty() && b.group.from == b.at {
			return i
		}
	}
	return -1
}

// invertedSource reads "…, said the mayor" and "“…” says one official".
func (u *sources) invertedSource(h *hit) bool {
	if !u.mayInvert(h) || !u.behindContent(h) {
		return false
	}
	s := u.nounAfter(h.end, false)
	if s.empty() || !u.isInvertedSubject(h, s) || u.isParenthesis(h) {
		return false
	}
	s = u.nameAfter(s)
	if u.at(h.group.from-1).mark == ',' && hearsRight(u, h, s) {
		return false
	}
	h.source, h.inverted, h.bare, h.fronted = s, true, true, true
	h.edge = h.group.from
	h.right = s.to
	return true
}

// hearsRight says whether the noun group behind a cue is who hears a quotation to the right, or begins
// what is said: "Ada, whose mother was there, asked | Pell, “Why?”", "…, said | the plan “smacks of haste”".
func hearsRight(u *sources, h *hit, s span) bool {
	if u.at(s.to).quote {
		return !u.at(s.to).upper
	}
	return h.cue.frame&fReceiver != 0 && u.at(s.to).marks(',', ':') && u.at(s.to+1).isQuotation()
}

// mayInvert says whether the form of a cue can stand before its subject: no
// auxiliary, no "saying", a clause or a quotation for content.
func (u *sources) mayInvert(h *hit) bool {
	isAlone := h.group.from == h.at || u.at(h.group.from).is(adv)
	return isAlone && h.form != gerund && h.cue.frame&(fThat|fQuote) != 0
}

// behindContent says whether content may end right before the cue: a comma, a
// quotation, a dash, a question. What needs a hearer stands so only behind a
// whole quotation: "“…,” advises Ito".
func (u *sources) behindContent(h *hit) bool {
	at := h.group.from - 1
	p := u.at(at)
	if h.cue.frame&(fReceiver|fInverts) == fReceiver && !(p.quote && p.edged && p.upper) {
		return false
	}
	isEnd := p.marks(',', '?', '!') || p.quote || u.dash(at)
	return isEnd && at >= 0 && !u.quotedName(at)
}

// isInvertedSubject says whether the noun group behind a cue is who said it: no
// time, no object, no number of words ("said four words: “…”"), and an outlet
// where the cue is one of outlets ("“…,” reports the Gazette").
func (u *sources) isInvertedSubject(h *hit, s span) bool {
	p, a := u.at(h.group.from-1), u.at(s.from)
	isStrict := h.cue.frame&fDoc != 0 || h.cue.frame&fStrict != 0 && !p.edged
	isDoubtful := isStrict && h.cue.frame&fQuote == 0
	switch {
	case a.is(num) && u.speakable(s).empty(),
		isDoubtful && !u.pressIn(s),
		!u.endsInverted(s.to):
		return false
	}
	return !a.is(timeWord) && !isTime(u, s) && !a.isBut(object, subject)
}

// isParenthesis says whether what stands before the cue is an apposition to a
// subject before it, and not what was said.
func (u *sources) isParenthesis(h *hit) bool {
	p, before := u.at(h.group.from-1), u.at(h.group.from-2)
	mayBe := p.mark == ',' || p.isShort() && (before.plainOr(prep))
	return mayBe && u.apposed(h.group.from)
}
