package quote

import (
	"slices"

	"stemma"
)

// isUnsure says whether what stands where a hit's source or its content should stand shows
// that hardly anything is credited: of such credits most are wrong, so none is told.
func (u *told) isUnsure(h *hit) bool {
	switch {
	case h.dropped:
		return false
	case h.nominal:
		return h.cites && !isCitedFor(u, h) ||
			isStub(u, h) ||
			isNobodys(u, h)
	case isAnybody(u, h.source):
		return true
	case u.anyQuote(h):
		return false
	}
	return h.modal || anyRule(u, h,
		isRefusal,
		isInTime, // "at the same time | acknowledging"
		isSupposed,
		isQualifier,
		isOddSource,
		isOfInfinitive,
		isOddLeft,
		isOddRight,
	)
}

// isInTime says whether a verb without a subject stands behind a time and not behind who does it.
func isInTime(u *told, h *hit) bool { return h.loose && u.at(h.source.from-1).plays(atWord) }

// anyQuote says whether quoted words stand in what a hit credits.
func (u *told) anyQuote(h *hit) bool {
	return slices.ContainsFunc(h.content, u.quotesIn)
}

// isAnybody says whether a source is who reads: "as you know", "you agree that".
func isAnybody(u *told, s span) bool {
	const somebody = first | one | many | male | female | neuter | rel
	a := u.at(s.from)
	return s.to-s.from == 1 && a.isBoth(pronoun, subject) && !a.is(somebody)
}

// isCitedFor says whether what is cited is the ground of what somebody else tells: "the
// weekly reported, citing a memo"; not "the board closed the dock, citing a memo", and not
// "the board cited a memo as proof".
func isCitedFor(u *told, h *hit) bool {
	isBeside := h.form == gerund ||
		h.cue.frame&fCites == 0 ||
		u.at(h.group.from-1).is(rel)
	return h.inherit >= 0 && isBeside
}

// isStub says whether what "according to" credits is too short to be a statement: "He said,
// according to the daily: …".
func isStub(u *told, h *hit) bool {
	const shortest = 3
	s := h.content[0]
	return s.to-s.from < shortest && u.tells(s.to-1)
}

// isNobodys says whether "in the view of" and its like names nothing that can be a source: "second
// in the count of the votes".
func isNobodys(u *told, h *hit) bool {
	canBe := h.cites ||
		!u.at(h.at).plays(inWord) ||
		u.kindsIn(h.source) != 0 ||
		u.any(h.source, func(a *atom) bool { return a.upper || a.is(poss|pronoun) })
	return !canBe
}

// isRefusal says whether something is refused, and nothing said to be untrue: "denied bail",
// "convictions were dismissed by the judge".
func isRefusal(u *told, h *hit) bool {
	s := h.content[0]
	n := u.nounAfter(s.from, true)
	isDeed := u.any(u.head(n), func(a *atom) bool { return a.is(refusable) })
	return h.denies() && isDeed && !isOpened(u, s.from)
}

// denies says whether a hit's verb denies, and is not denied itself.
func (h *hit) denies() bool { return h.cue.stance == stemma.Denying && !h.negated }

// isSupposed says whether the credit's clause only supposes something: "if Pell denies it",
// "asked whether Pell denies it".
func isSupposed(u *told, h *hit) bool {
	from := h.source.from
	return !h.inverted && u.at(u.backAdverbs(from)-1).is(condition)
}

// isQualifier says whether a hit stands in a relative clause, with no commas, of what is the
// subject of the sentence, so that its content may run into the main clause: "nurses who say
// that it leaks were heard".
func isQualifier(u *told, h *hit) bool {
	if !h.relative ||
		u.comma(h.edge) ||
		u.at(h.source.from-1).is(prep) ||
		u.verbInMain(h.source.from) {
		return false
	}
	s := h.content[0]
	hasVerb := isSubject(u.at(s.from)) || h.cue.frame&fThat == 0
	for i := s.from; i < s.to; i++ {
		if !isVerbOfClause(u, i) {
			continue
		}
		if hasVerb && mayEndSubject(u.at(i-1)) {
			return true
		}
		hasVerb = true
	}
	return false
}

// isVerbOfClause says whether a finite verb stands at atom i, or what may be one, that is the
// first word of its verb group.
func isVerbOfClause(u *told, i int) bool {
	isVerb := u.at(i).pastEnd || isPredicate(&u.clauses, i)
	return isVerb && !u.at(i-1).is(aux|neg)
}

// mayEndSubject says whether a verb behind an atom may have what stands before it for its subject.
func mayEndSubject(a *atom) bool {
	return a.isWord() && !a.is(aux|conj|sub|rel|that|to|subject|adv|neg|det|poss)
}

// isOddSource says whether what was taken for a source is no noun group: a clause, a
// participle or an adverb by itself, a phrase.
func isOddSource(u *told, h *hit) bool {
	s := h.source
	isBracketed := u.any(s, func(a *atom) bool { return a.marks('(', ')') })
	if s.empty() || isBracketed {
		return false
	}
	return anyRule(u, s,
		isObjectOfTo,
		isPhrase,
		isLoneAdverb,
		isParticiple,
		(*told).clauseInSource,
	)
}

// isOfInfinitive says whether the subject of a verb is the object of an infinitive before it: "happy
// to hear | the two say".
func isOfInfinitive(u *told, h *hit) bool {
	from := h.source.from
	isSubject := !h.noun && !h.loose && !h.relative && !h.inverted && h.inherit < 0 && h.source.to <= h.group.from
	return isSubject && u.at(from-2).plays(toWord) && u.at(from-1).plain() && u.at(from).is(det|poss)
}

// isObjectOfTo says whether a source is a verb and its object: "to | silence two nurses".
func isObjectOfTo(u *told, s span) bool {
	return u.at(s.from-1).plays(toWord) && u.at(s.from+1).is(det|num|poss)
}

// isPhrase says whether a source begins with a preposition.
func isPhrase(u *told, s span) bool { return u.at(s.from).isLower(prep) }

// isLoneAdverb says whether a source is an adverb: "Effectively, announcing the plan, they".
func isLoneAdverb(u *told, s span) bool {
	a := u.at(s.from)
	isAdverb := a.isBut(adv, det|num|timeWord|many) ||
		a.starts && u.lex.adverb.Fit(a.form)
	return s.to-s.from == 1 && isAdverb && !a.isCapital()
}

// isParticiple says whether a source begins with a word like "rising" that has a preposition
// behind it, and so is no noun: "prices began | rising again with nurses | arguing".
func isParticiple(u *told, s span) bool {
	a := u.at(s.from)
	return !a.isCapital() &&
		a.entry.kinds == 0 &&
		u.lex.lasting.Fit(a.form) &&
		u.at(u.overAdverbs(s.from+1)).is(prep)
}

// clauseInSource says whether an infinitive or another verb stands in a source, outside of
// a relative clause: "his reporters to call nurses", "a panel has met on Monday".
func (u *told) clauseInSource(s span) bool {
	for k := s.from + 1; k < s.to; k++ {
		a := u.at(k)
		if a.is(rel) {
			return false
		}
		if a.isLower(aux) || isInfinitive(u, k, s.to) || isPastClause(u, k, s.to) {
			return true
		}
	}
	return false
}

// isPastClause says whether a verb that no table has stands at atom k, with "and" behind it before
// atom to: "two prisoners escaped in May and officials".
func isPastClause(u *told, k, to int) bool {
	a := u.at(k)
	isVerb := a.pastEnd && !a.upper && a.entry.forms == 0 && a.entry.kinds == 0 && u.pluralAt(k-1)
	return isVerb && u.any(span{k, to}, func(a *atom) bool { return a.plays(andWord) })
}

// isInfinitive says whether "to" at atom k opens an infinitive before atom to: "nurses to
// call", not "the threat to nurses", "Envoy to Selby".
func isInfinitive(u *told, k, to int) bool {
	return u.at(k).plays(toWord) &&
		!u.at(k-1).upper &&
		k+1 < to &&
		u.infinitiveAt(k+1)
}

// isOddLeft says whether a statement that stands before its credit is none: its verb takes
// no clause by itself ("began"), is a participle ("known") or has an object of its own, or what
// stands there is a fragment ("Yet a day after that, he reported to the board").
func isOddLeft(u *told, h *hit) bool {
	isLeft := h.bare && h.start < 0 && h.content[0].from < h.at
	if !isLeft {
		return false
	}
	return anyRule(u, h,
		takesNoClause,
		isBothInIt,
		isBareParticiple,
		isUndoneStrict,
		isFragment,
	)
}

// takesNoClause: the verb is none of those that a clause stands beside: "began".
func takesNoClause(_ *told, h *hit) bool { return h.cue.frame&fThat == 0 }

// isBothInIt: a word for two is the subject, and the verb a participle behind it: "Ash and Pell,
// both mentioned in it".
func isBothInIt(u *told, h *hit) bool {
	isBoth := h.source.to-h.source.from == 1 && u.at(h.source.from).plays(floatWord)
	return isBoth && u.at(h.end).is(prep)
}

// isBareParticiple: no auxiliary stands before a participle: "known".
func isBareParticiple(_ *told, h *hit) bool { return h.form == participle && !h.grouped() }

// isUndoneStrict: a verb that hardly ever tells, and of no quotation, stands without "have":
// "established".
func isUndoneStrict(u *told, h *hit) bool {
	return h.cue.frame&(fStrict|fQuote) == fStrict && !isDone(u, h)
}

// isDone says whether the group of a verb that is none of thought has a "have": "has
// established".
func isDone(u *told, h *hit) bool {
	hasHave := u.any(h.group, func(a *atom) bool { return a.is(have) })
	return hasHave && h.cue.frame&cognition == 0
}

// isFragment says whether all that a hit credits is a phrase without a verb, or a clause that
// says when: "After giving the appearance that he knew, Pell had to admit".
func isFragment(u *told, h *hit) bool {
	s := h.content[0]
	hasVerb := u.clauseIn(s.from, s.to) ||
		u.any(s, func(a *atom) bool { return a.pastEnd })
	first := s.from
	if u.at(first).is(conj) { // "And while some hope"
		first++
	}
	isOpening := u.at(first).is(sub) && !u.commaIn(s.from, s.to)
	isPhrase := !hasVerb && u.at(s.from).is(prep|sub|adv|conj|timeWord)
	return len(h.content) == 1 && (isOpening || isPhrase)
}

// isOddRight says whether what stands behind a cue is nothing that can be said: a word that
// points to what was said ("tell you that"), the second object of a refusal ("denied her bail"), a
// noun group where the cue needs a clause ("added four rooms").
func isOddRight(u *told, h *hit) bool {
	s := h.content[0]
	isRight := len(h.content) == 1 && s.from >= h.at
	if !isRight || isOpened(u, s.from) {
		return isRight && (isPointedTo(u, s) || isListed(u, h, s) || !u.any(s, (*atom).isWord) && !u.quotesIn(s))
	}
	if u.at(s.from).isBoth(that, rel) && isPointedTo(u, span{s.from + 1, s.to}) { // "pushed back on | that claim"
		return true
	}
	return isPointer(u, s) ||
		h.denies() && hasTwoObjects(u, s) ||
		needsClause(u, h, s) && isClosedGroup(u, s)
}

// isPointer says whether content has no word that means something by itself: "that", "no to
// that".
func isPointer(u *told, s span) bool {
	isAnswer := s.to-s.from == 1 && u.at(s.from).is(negative) // "said no"
	isFull := u.any(s, func(a *atom) bool { return a.is(aux|neg) || a.plainBut(adv) })
	return !isFull && !isAnswer
}

// isListed says whether words without marks stand behind a colon where the cue takes no clause:
// "what it has to offer: a mill and a dam".
func isListed(u *told, h *hit, s span) bool {
	return u.at(s.from-1).mark == ':' && h.cue.frame&(fThat|fNP|fDoc|display) == 0
}

// isPointedTo says whether "that" before content is no opening of a clause, but points to the
// noun behind it: "echoed that | message on Saturday, when", not "said that | half of it leaks".
func isPointedTo(u *told, s span) bool {
	a, end := u.at(s.from), u.topicEnd(s)
	isNoun := a.plain() &&
		!a.upper &&
		!a.is(det|adv|num|timeWord) &&
		!u.pluralAt(s.from)
	hasVerb := u.clauseIn(s.from, end) ||
		u.any(span{s.from, end}, func(a *atom) bool { return a.pastEnd })
	isOver := end >= s.to || u.at(end).is(sub) || u.comma(end) && u.at(end+1).is(sub)
	return u.at(s.from-1).is(that) && isNoun && !hasVerb && isOver
}

// hasTwoObjects says whether somebody is refused something: "her bail", "the crew a rest".
func hasTwoObjects(u *told, s span) bool {
	if a := u.at(s.from); a.isBut(object, poss|subject) {
		return s.to-s.from > 1
	}
	n := u.nounAfter(s.from, true)
	isDeed := u.any(n, func(a *atom) bool { return u.lex.lasting.Fit(a.form) })
	return !isDeed &&
		n.to < s.to &&
		u.at(n.to).is(det|poss) &&
		!u.clauseIn(s.from, s.to)
}

// needsClause says whether a hit's cue takes no noun group for content, and none in capitals or
// of time stands there.
func needsClause(u *told, h *hit, s span) bool {
	const nouns = fNP | fAs | fTo | fReceiver | fDoc | display
	a := u.at(s.from)
	return h.cue.frame&nouns == 0 &&
		!a.upper &&
		!u.ties(s.from-1) &&
		!isTime(&u.sources, s)
}

// isClosedGroup says whether content is a noun group that ends before a preposition or a mark
// without a verb: "202,000 jobs, and".
func isClosedGroup(u *told, s span) bool {
	n := u.nounAfter(s.from, true)
	if n.empty() || u.clauseIn(s.from, n.to) {
		return false
	}
	isCounted := u.at(s.from).is(num) && u.comma(n.to) && u.at(n.to+1).is(conj)
	return isCounted || !u.clauseIn(s.from, s.to)
}
