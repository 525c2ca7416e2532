package quote

// headsNouns says whether a form that may be a verb is the noun of the words before
// it, so that they are no subject: "two of Pell's recent | tweets".
func headsNouns(u *cues, h *hit) bool {
	mayBe := h.form == third || h.form == base
	if !mayBe || h.grouped() || h.cue.frame&fVerb != 0 {
		return false
	}
	return isDescribed(u, h) || // a list of rules would move each hit to the heap
		isSeveral(u, h) ||
		isWhatDid(u, h) ||
		isHandled(u, h) ||
		isUndone(u, h)
}

// isDescribed: a word stands before it that only tells of nouns: "late-night tweets",
// "the council needs new estimates".
func isDescribed(u *cues, h *hit) bool {
	p := u.at(h.at - 1)
	return p.headsNothing() && u.lex.attributives.Has(p.form)
}

// isSeveral: a verb in s has no subject in the plural: "several states", "some reports".
func isSeveral(u *cues, h *hit) bool {
	p := u.at(h.at - 1)
	return h.form == third && p.isAndPlays(det, severalWord|someWord|pairWord|memberWord) &&
		!p.plays(oneWord|eachWord)
}

// isWhatDid: "that" and a verb behind it tell what the noun did: "tweets that shared the
// picture", "states that could lose".
func isWhatDid(u *cues, h *hit) bool {
	p, verb := u.at(h.at-1), u.at(h.end+1)
	if !u.at(h.end).is(that) || p.upper || p.is(pronoun) || p.mark != 0 {
		return false
	}
	return verb.isBut(aux|neg, be) ||
		verb.entry.forms&pastAlone != 0
}

// isHandled: it is the object of a verb in "ing": "without making promises", "was
// laying claim".
func isHandled(u *cues, h *hit) bool {
	p, before := u.at(h.at-1), u.at(h.at-2)
	return u.lex.lasting.Fit(p.form) && p.entry.kinds == 0 &&
		(before.isOrPlays(be, byWord|detachedWord))
}

// isUndone: it is the object of an infinitive: "moved to quell protests".
func isUndone(u *cues, h *hit) bool {
	p := u.at(h.at - 1)
	return h.form == third && u.at(h.at-2).plays(toWord) && p.lowerPlain() && p.entry.kinds == 0
}
