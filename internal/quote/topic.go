package quote

import (
	"slices"

	"stemma"
)

// isTopic says whether all that is credited is a noun group, or a deed, that the cue only
// speaks of, is for or against, or asks for: then nothing is stated ("discussed the
// budget", "defended the plan", "wants to leave").
func (u *told) isTopic(h *hit) bool {
	if h.dropped || h.nominal {
		return false
	}
	return !slices.ContainsFunc(h.content, func(s span) bool {
		isBefore := s.to <= h.at && !h.passive // "It leaks, Pell wrote"
		return isBefore || isOpened(u, s.from) || u.states(h, s)
	})
}

// isOpened says whether "that", a colon or a dash opens content at atom i: a statement follows.
func isOpened(u *told, i int) bool {
	p := u.at(i - 1)
	return p.is(that) || p.mark == ':' || u.comma(i-1) && u.at(i-2).is(that)
}

// states says whether one stretch of what a hit credits is more than a topic.
func (u *told) states(h *hit, s span) bool {
	f := h.cue.frame
	switch {
	case u.quotesIn(s):
		return f&(fTopic|cognition) != fTopic|cognition
	case u.at(s.from).is(whether|rel) || u.at(s.from).is(to) && f&(fTopic|cognition) != fTopic|cognition:
		return true
	case isBareObject(u, s):
		return false
	case isNew(u, h, s), f&fQuoted != 0 && hasSaying(u, s):
		return true
	}
	end := s.to
	if f&fReceiver == 0 { // not "told them a day before that it leaked"
		end = u.topicEnd(s)
	}
	return f&fTopic == 0 || u.clauseIn(s.from, u.soonEnd(s.from, end)) || u.saysMore(h, s)
}

// quotesIn says whether a quotation stands in a span.
func (u *told) quotesIn(s span) bool {
	return u.any(s, func(a *atom) bool { return a.quote })
}

// isBareObject says whether a span is a pronoun alone, or a number: "told them", "opposed it".
func isBareObject(u *told, s span) bool {
	a := u.at(s.from)
	return s.to-s.from == 1 && a.isBut(pronoun|object|dem|reflexive, num)
}

// hasSaying says whether somebody is quoted with what he says: "quoted a pilot as saying that the
// mill had cracks".
func hasSaying(u *told, s span) bool {
	return anyOf(s.from, s.to-1, func(i int) bool {
		return u.at(i).plays(asWord) && u.at(i+1).entry.forms&gerundForm != 0
	})
}

// isNew says whether a noun group tells of something that is not known yet: a number of things,
// or one thing that is told of ("wrote about a wet patch", and in a headline "tell of crash").
func isNew(u *told, h *hit, s span) bool {
	first := u.at(s.from)
	isToldOf := h.cue.stance == stemma.Neutral && h.cue.takes(u.at(s.from-1).form)
	return (first.plays(someWord) || !first.is(det|poss)) && u.numberSoon(s.from) ||
		isToldOf && (u.headline || first.plays(aWord))
}

// topicEnd is where the noun group or the deed at the head of a span ends at the latest: at
// a comma, a relative or an adverbial clause, an infinitive. A verb behind it is none of a clause
// that is the content: "defended the plan | that had failed", "discussed the call | he had made".
func (u *told) topicEnd(s span) int {
	for i := s.from; i < s.to; i++ {
		a, p := u.at(i), u.at(i-1)
		isEnd := u.comma(i) ||
			a.is(sub) ||
			a.is(rel) && p.entry.nouns == nil ||
			isSubject(a) && p.plainBut(adv)
		if i > s.from && isEnd || a.plays(toWord) {
			return i
		}
	}
	return s.to
}

// soonEnd is where the verb of a clause stands at the latest whose subject begins at from:
// "recalled the pump | had failed", not "endorsed Pell | even as others left".
func (u *told) soonEnd(from, end int) int {
	const adverbs = 3
	if n := u.nounAfter(from, false); !n.empty() {
		return min(end, n.to+adverbs)
	}
	return end
}

// saysMore says whether a noun group is told to be something, or is answered for: "called
// the plan a joke", "described it as new", "praised him for his speed", "rejected the charge".
func (u *told) saysMore(h *hit, s span) bool {
	f := h.cue.frame
	switch {
	case h.cue.stance == stemma.Denying:
		return u.claimIn(s)
	case h.cue.stance == stemma.Asking || f&(fTo|fNP) == fTo|fNP:
		return isToDo(u, s)
	}
	object := u.nounAfter(s.from, true)
	if f&fAs != 0 && !object.empty() && object.to < s.to && u.at(object.to).is(det|poss) {
		return true
	}
	for i := s.from + 1; i < s.to && !u.at(i).plays(toWord); i++ {
		if a := u.at(i); a.mark == ':' || f&fAs != 0 && a.plays(asWord) || h.cue.takes(a.form) {
			return true
		}
	}
	return false
}

// isToDo says whether somebody is told, or wanted, to do something: "wants the board to go".
func isToDo(u *told, s span) bool {
	for i := s.from + 1; i < s.to && !u.comma(i); i++ {
		if u.at(i).plays(toWord) {
			return !u.at(s.from).is(to)
		}
	}
	return false
}

// claimIn says whether a noun group is a claim, which may be denied: "the allegations".
func (u *told) claimIn(s span) bool {
	return u.any(s, func(a *atom) bool { return a.entry.nouns != nil })
}
