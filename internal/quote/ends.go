package quote

// frontedEnd ends content before the main clause where the cue stands in a clause that opens
// the sentence: "After Pell said that it leaks, | the board met". What stands behind a comma at
// from is content anyway ("As Pell said, | it leaks").
func (u *contents) frontedEnd(h *hit, from, end int) int {
	isBehind := u.comma(from-1) || u.at(from).isBut(prep|dem|timeWord, sub|to) && u.isAside(h)
	if isBehind || !u.isFronted(h) {
		return end
	}
	for i := from + 1; i < end; i++ {
		if at, is := u.partedAt(i); is && u.beginsMain(i+1, end) && !(h.noun && u.at(i+1).pastEnd) {
			return at
		}
	}
	return end
}

// isGapped says whether what a hit credits, from atom start on, lacks the subject that a relative
// word before the source stands for: "the man who police say | was armed".
func isGapped(u *contents, h *hit, start int) bool {
	return !h.inverted &&
		h.source.from > 0 &&
		u.at(h.source.from-1).is(rel) &&
		u.at(start).is(aux)
}

// gappedEnd ends content without a subject where the sentence goes on outside of its relative clause:
// "who police say was armed | and who fled", "that police say was loud, | the board met", and,
// where a comma stood before that, "which they say was loud, | closed".
func (u *contents) gappedEnd(from, to int, isAside bool) int {
	for i := from + 1; i < to; i++ {
		switch at, is := u.partedAt(i); {
		case u.at(i).mark == ':' && !u.at(i+1).quote:
			return i
		case u.at(i).is(conj) && u.at(i+1).isBut(rel, that):
			return beforeMarks(u, i)
		case is && goesOnOutside(u, i+1, to, isAside):
			return at
		}
	}
	return to
}

// goesOnOutside says whether the sentence goes on at atom i behind the comma that ends a relative
// clause: with its verb where a comma stood before the clause, or with a subject.
func goesOnOutside(u *contents, i, to int, isAside bool) bool {
	a := u.at(i)
	isVerb := a.verbal() || a.is(aux) || u.thirdOnly(i)
	switch {
	case a.is(num): // "May 3, | 1920"
		return false
	case isAside && isVerb:
		return true
	case isAside && !a.is(det): // of a list: "called Pell, | Veld and others"
		return false
	}
	return u.beginsMain(i, to)
}

// outcomeEnd ends content before what came of it: "Pell said that it leaks, | sparking a debate".
func (u *contents) outcomeEnd(from, to int) int {
	return firstOf(from+1, to, func(i int) bool { return u.comma(i) && u.at(i+1).is(outcome) })
}

// isAside says whether "as" opens the sentence of a hit, so that what it credits is the main
// clause: "As Pell said on Friday, it leaks".
func (u *contents) isAside(h *hit) bool {
	return u.any(span{max(0, h.at-maxWalk), h.at}, func(a *atom) bool { return a.starts && a.plays(asWord) })
}

// beginsMain says whether a clause with a subject and a verb stands between atom i, behind a
// comma, and the next one.
func (u *contents) beginsMain(i, to int) bool {
	n := u.at(i)
	if n.isBut(conj|rel|sub|prep|adv|aux, det|pronoun) && !u.amount(i) || n.entry.forms&gerundForm != 0 {
		return false
	}
	for k := i; k < to && (k == i || !u.comma(k)); k++ {
		isPast := u.at(k).pastEnd && !u.at(k-1).is(det|poss|prep) // "the board refused"
		if k > i && (isPast || isPredicate(&u.clauses, k)) || isSubject(u.at(k)) {
			return true
		}
	}
	return false
}

// isFronted says whether a hit stands in a subordinate clause that begins its sentence, with no
// comma between ("When", "Shortly after", "Asked whether"), or behind a phrase: "On Friday, before";
// or in a relative clause of a phrase that does: "Like others who".
func (u *contents) isFronted(h *hit) bool {
	from := min(h.at, max(h.edge, 0))
	if (h.relative || h.noun) && u.inOpeningPhrase(from) {
		return true
	}
	if p := from - 1; u.at(p).plays(circumstanceWord) && u.comma(p-1) && !u.verbInMain(p) {
		return true
	}
	for u.goesOn(from) {
		if from--; u.comma(from) || u.at(from).isQuotation() || h.at-from > maxWalk {
			return false
		}
	}
	for k := from; k < h.at; k++ {
		a := u.at(k)
		switch {
		case a.isBut(sub, whether), a.is(condition), a.plays(circumstanceWord):
			return true
		case !a.is(adv|num|conj|unitWord|timeWord) && !a.pastEnd:
			return false
		}
	}
	return false
}

// inOpeningPhrase says whether a relative clause that begins at atom i is part of a phrase
// that opens its sentence with a preposition: "Among those who", "In a letter to Pell, who".
func (u *contents) inOpeningPhrase(i int) bool {
	from := i
	for u.goesOn(from) && i-from < maxWalk {
		from--
		if a := u.at(from); a.isQuotation() || isSubject(a) || isPredicate(&u.clauses, from) {
			return false
		}
	}
	return from < i && u.at(from).isBut(prep, sub|to)
}
