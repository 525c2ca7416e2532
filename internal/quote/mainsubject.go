package quote

import (
	"slices"

	"stemma"
)

// mainSubjects finds the subject of a clause of which a relative clause, a participle or the like
// tells, so that its verb stands far behind it. A clause has one verb, so that what stands right before
// that one is an object then: "The engineer | who built the lock (said)".
type mainSubjects struct{ beside }

// modified is a noun group with all that tells of it before the verb at g: "A man | held at the
// scene (told)", "The girl | now on the ward (said)". s is what stands right before the verb. Empty
// where s may be the subject.
func (u *mainSubjects) modified(g int, s span) span {
	if s.to-s.from == 1 && u.at(s.from).isBut(subject, neuter) {
		return span{} // "The reports | he (knew)"
	}
	from := u.clauseOpening(g)
	last := g - 2
	if !s.empty() {
		last = min(last, s.from)
	}
	for c := from; c < last; c++ {
		isOpening := anyRule(u, opening{c, from},
			opensStretch, behindConjunction, behindSaying, behindQuestion, behindAdverbial)
		if !isOpening {
			continue
		}
		if p := u.headEnd(c, g); p > c && !isRow(u, span{c, s.from}, p == g) && u.tellsOnly(p, g, s) {
			return span{c, g}
		}
	}
	return u.behindWho(from, g, s)
}

// isRow says whether a range of which nothing tells holds more than one noun group: "Pell and | the
// mayor (said)".
func isRow(u *mainSubjects, s span, isAlone bool) bool {
	return isAlone &&
		u.any(s, func(a *atom) bool { return a.quote || a.is(conj) })
}

// behindWho is the noun group before a "who" behind which nothing but its clause stands before g,
// wherever in a clause that is: "(met) a diver | who swam in the dock (said)".
func (u *mainSubjects) behindWho(from, g int, s span) span {
	for k := g - 2; k > from; k-- {
		if !u.at(k).plays(whoWord) {
			continue
		}
		w := u.nounBefore(k)
		mayBeObject := u.any(span{from, w.from}, (*atom).verbal) && // "(met) a diver who knows | the mayor (said)"
			u.takesClause(k+1)
		if !w.empty() && !mayBeObject && !u.at(w.from-1).is(prep) && u.tellsOnly(k, g, s) {
			return span{w.from, g}
		}
	}
	return span{}
}

// clauseOpening is where the stretch without marks and quotations begins that ends before atom g.
func (u *mainSubjects) clauseOpening(g int) int {
	from := g
	for from > max(0, g-maxWalk) && !u.at(from).starts && !u.breaks(u.at(from-1), from-1) {
		from--
	}
	return from
}

// opening is a place at which the subject of a clause may begin, in a stretch without marks, and
// where that stretch begins.
type opening struct{ at, from int }

// opensStretch says whether a place is the first of its stretch.
func opensStretch(_ *mainSubjects, c opening) bool { return c.at == c.from }

// behindConjunction says whether a place follows what ties clauses: "and | the man who", "after | a
// nurse who". What asks is for behindQuestion, and "so" is an adverb as well.
func behindConjunction(u *mainSubjects, c opening) bool {
	return u.at(c.at-1).isBut(conj|that|sub, adv|whether)
}

// behindSaying says whether a place follows a verb of saying without a "that": "said | the man who".
func behindSaying(u *mainSubjects, c opening) bool { return u.tells(c.at-1) && u.takesClause(c.at-1) }

// behindQuestion says whether a place follows a "where" that tells of something: "a plant, where |
// the man beside him"; not "in what | the man".
func behindQuestion(u *mainSubjects, c opening) bool {
	return u.at(c.at-1).is(whether) &&
		(u.comma(c.at-2) || isNoun(u, c.at-2))
}

// behindAdverbial says whether a noun group begins at a place behind what says when or where: "In May
// | the man who", "Last week | a nurse".
func behindAdverbial(u *mainSubjects, c opening) bool {
	return u.opensAnew(c.at) &&
		u.at(c.from).isOrPlays(prep|timeWord|adv, nearWord)
}

// takesClause says whether a form of a verb stands at i behind which a clause may stand without a
// "that", and no hearer: "said", not "told" or "asked".
func (u *mainSubjects) takesClause(i int) bool {
	isClausal := func(f *cueForm) bool {
		return f.cue.frame&(fThat|fReceiver) == fThat &&
			f.cue.stance != stemma.Asking
	}
	return slices.ContainsFunc(u.at(i).entry.cues, isClausal)
}

// headEnd is where the noun group that begins at c ends, with the prepositions that tie others to it:
// before what tells of it, or at g. It is c where no subject begins there, or a verb stands before g.
func (u *mainSubjects) headEnd(c, g int) int {
	if anyRule(u, c, isNoHead, isTimeGroup, governsHere) {
		return c
	}
	for i := c; i < g; i++ {
		if i > c && anyRule(u, opening{i, g}, opensRelative, opensPresent, opensPast, opensInfinitive) {
			return i
		}
		if anyRule(u, opening{i, c}, endsGroup, partsGroups, isVerbIn) {
			return c
		}
	}
	return g
}

// isNoHead says whether the word at c begins no subject of a clause, or is one alone: "she", "it".
func isNoHead(u *mainSubjects, c int) bool {
	a := u.at(c)
	return a.is(timeWord|months|rel|aux|dummy|reflexive|subject|object) ||
		a.isBut(prep|conj|sub|adv, det)
}

// isTimeGroup says whether the noun group at c is a time: "The day (the mayor said)", "Three years".
func isTimeGroup(u *mainSubjects, c int) bool {
	k := c
	for k < len(u.a) && u.at(k).isOrPlays(det|num, nearWord|leastWord) {
		k++
	}
	return u.at(k).is(unitWord|timeWord) &&
		!u.at(c).isCapital()
}

// governsHere says whether a participle or a verb in the present stands at c that has its object, its
// clause or its preposition behind it: "citing | a memo", "say | the facts", "note | that", "going | to".
func governsHere(u *mainSubjects, c int) bool {
	a, next := u.at(c), u.at(c+1)
	if a.isCapital() || next.isAndNot(prep, ofWord) {
		return !a.isCapital() &&
			u.isLasting(c)
	}
	mayGovern := u.isLasting(c) ||
		a.entry.forms&(baseForm|thirdForm) != 0
	return mayGovern &&
		(u.opensAnew(c+1) || next.is(that))
}

// endsGroup says whether no noun group goes on with a word: an auxiliary, a conjunction that joins no
// noun, what opens a clause. "Voters older than | 65" goes on.
func endsGroup(u *mainSubjects, o opening) bool {
	a, i := u.at(o.at), o.at
	isDegree := u.at(i+1).is(num) &&
		u.at(i-1).plainBut(adv|many)
	return a.is(aux|neg|reflexive) ||
		a.is(sub) &&
			!isDegree ||
		a.is(conj) &&
			!u.joinsAfter(i)
}

// opensRelative says whether a relative clause on the noun before it begins at a place: with "who",
// "that", "where". "All of | that" tells of nothing.
func opensRelative(u *mainSubjects, o opening) bool {
	a := u.at(o.at)
	if a.is(that) {
		return !u.at(o.at - 1).is(prep)
	}
	return a.is(rel) ||
		a.is(whether) &&
			a.isBut(sub, condition)
}

// opensPresent says whether a participle in "ing" tells of the noun before it: "the judge | hearing
// the case", "a woman | living opposite".
func opensPresent(u *mainSubjects, o opening) bool {
	if !mayTell(u, o.at) || !u.isLasting(o.at) {
		return false
	}
	return o.at+1 == o.from ||
		u.at(o.at+1).isOrUpper(det|poss|num|many|prep|adv|object)
}

// opensPast says whether a participle of the past tells of the noun before it: "a man | held in May",
// "workers | employed by", "the students | polled (said)". Behind a name it is the verb: "Pell |
// resigned in May".
func opensPast(u *mainSubjects, o opening) bool {
	i := o.at
	a, before := u.at(i), u.at(i-1)
	isPast := a.pastEnd ||
		a.is(done) ||
		a.entry.forms&participleForm != 0
	if !isPast || !mayTell(u, i) || u.agent(i+1) {
		return isPast &&
			mayTell(u, i)
	}
	if before.upper && !u.pluralAt(i-1) && (before.isCapital() || before.entry.kinds == 0) {
		return false
	}
	k := u.overAdverbs(i + 1)
	return k == o.from ||
		u.at(k).is(prep) ||
		u.at(i+1).is(timeWord|months) ||
		isNaming(u, i)
}

// mayTell says whether the word at i may be a participle behind a noun: not "the council | meeting",
// but "the judge | hearing the case".
func mayTell(u *mainSubjects, i int) bool {
	isVerb := u.at(i).headsNothing() || u.isLasting(i) && u.opensAnew(i+1)
	return isVerb &&
		!u.at(i).is(aux) &&
		isNoun(u, i-1)
}

// opensInfinitive says whether an infinitive tells of the noun before it: "the first nurse | to have
// seen it"; not "an aide | to the mayor".
func opensInfinitive(u *mainSubjects, o opening) bool {
	next := u.at(o.at + 1)
	mayBe := next.entry.forms&baseForm != 0 || u.at(o.at+2).is(det|poss|object) && next.lowerPlain()
	isVerb := next.is(aux|neg) || mayBe && next.headsNothing()
	return isVerb &&
		u.at(o.at).is(to)
}

// isNaming says whether the word at i names what stands before it: "a nurse | called Pell", but not
// "(what) the mayor | called a mess".
func isNaming(u *mainSubjects, i int) bool {
	next := u.at(i + 1)
	return u.lex.namings.Has(u.at(i).form) &&
		(next.upper || next.is(def) && u.at(i+2).upper)
}

// isLasting says whether the word at i is the form of a verb in "ing".
func (u *mainSubjects) isLasting(i int) bool {
	a := u.at(i)
	return a.entry.forms&gerundForm != 0 ||
		u.lex.lasting.Fit(a.form)
}

// isSpread says whether what tells of a noun from atom p on is a verb with its own objects, which no
// name of the noun holds: "the judge | hearing the case", "the man | believed to be ill".
func (u *mainSubjects) isSpread(p int) bool {
	return u.isLasting(p) ||
		opensInfinitive(u, opening{at: p}) ||
		opensInfinitive(u, opening{at: p + 1})
}

// isNoun says whether the word at i may end a noun group.
func isNoun(u *mainSubjects, i int) bool {
	a := u.at(i)
	return !a.owner &&
		(a.plainBut(adv|timeWord) || a.is(num|many|one) || a.isBut(pronoun, det) || a.scare)
}

// isVerbIn says whether the verb of a clause stands at a place, and no participle before a noun:
// "two | injured men", "a newly | released report". The clause opens where the place says.
func isVerbIn(u *mainSubjects, o opening) bool {
	i, a, next := o.at, u.at(o.at), u.at(o.at+1)
	switch {
	case a.is(aux):
		return true
	case !a.verbal():
		return i > o.from &&
			!a.upper &&
			(u.thirdOnly(i) && u.verbAfter(i) || isPresent(u, i))
	case i == o.from:
		return !next.lowerPlain() ||
			u.tells(i)
	}
	before := u.at(i - 1)
	if next.plain() && !a.is(finite) {
		before = u.at(u.backAdverbs(i) - 1)
	}
	return !before.is(det|poss|num|prep|conj|many) &&
		!before.owner
}

// isPresent says whether the base form at i is the verb of a plural: "analysts | contend that".
func isPresent(u *mainSubjects, i int) bool {
	isBase := u.at(i).entry.forms&baseForm != 0
	return isBase &&
		isNoun(u, i-1) &&
		u.at(i+1).is(det|poss|that|pronoun)
}

// partsGroups says whether a noun group of its own begins at a place behind another one: "the town |
// the mayor (left)", "the bills | Pell (signed)", "the day | she (left)".
func partsGroups(u *mainSubjects, o opening) bool {
	i, a, before := o.at, u.at(o.at), u.at(o.at-1)
	mayGovern := before.verbal() ||
		before.entry.forms != 0 &&
			!u.at(i-2).is(det|poss|num|prep)
	if i <= o.from || mayGovern {
		return false
	}
	if !isNoun(u, i-1) {
		return a.isBut(pronoun, det) &&
			!before.is(prep|conj)
	}
	isName := a.isNameBut(timeWord|months) &&
		before.lowerPlain() &&
		u.pluralAt(i-1)
	return isName ||
		u.opensAnew(i) ||
		a.isBut(subject, neuter)
}

// tellsOnly says whether all from atom p to the verb at g only tells of the noun group before p.
func (u *mainSubjects) tellsOnly(p, g int, s span) bool {
	free := p + 1 // a verb has just been read, behind which an object may stand
	for i := p; i < g; i++ {
		end := i
		switch a := u.at(i); {
		case a.is(rel | that), a.isBut(sub, prep):
			if end = u.clauseVerb(i, g); end <= i {
				return false
			}
		case a.is(sub) && s.from == i+1 && (!u.at(p).is(rel) || !a.plays(asWord) && !u.speakable(s).empty()):
			return false // "who left after | the mayor (said)"
		case a.is(conj):
			if end = u.joinedEnd(i, g); end <= i {
				return false
			}
		case a.is(to) && opensInfinitive(u, opening{i, g}):
			end = u.groupEnd(i+1, g)
		case i == p, anyRule(u, opening{i, g}, opensPresent, opensPast):
			end = i + 1
		case partsGroups(u, opening{i, free}), isVerbIn(u, opening{i, p}):
			return false
		}
		if end > i {
			free, i = end+1, end-1
		}
	}
	return true
}

// joinedEnd is where the verb ends, or the noun group begins, that the conjunction at i joins to what
// tells of a subject: "who sings and | dances"; i where another subject follows: "and | the mayor (said)".
func (u *mainSubjects) joinedEnd(i, g int) int {
	k := u.overAdverbs(i + 1)
	switch {
	case u.joinsAfter(i):
		if u.nounAfter(k, true).to == g && !u.speakable(span{k, g}).empty() {
			return i
		}
		return i + 1
	case !u.at(i).plays(andWord):
		return i
	case u.at(k).is(rel):
		return k
	case u.at(k).is(aux), u.isVerbHere(k, g):
		return u.groupEnd(k, g)
	}
	return i
}

// clauseVerb is where the verb of the clause ends that the "who", "that" or "when" at i opens; i
// where none stands before g: "who | the police (say)".
func (u *mainSubjects) clauseVerb(i, g int) int {
	k := i + 1
	for k < g && u.at(k).is(adv|neg) {
		k++
	}
	if !u.at(k).is(rel|aux) && !(u.at(i).is(subject|that) && u.isVerbHere(k, g)) {
		end := u.laterVerb(k+1, g)
		if u.tells(end-1) && u.at(end).is(aux|finite) { // "who the police say | was armed"
			end = u.groupEnd(end, g)
		}
		return max(i, end)
	}
	end := u.groupEnd(k, g)
	if !u.takesClause(end-1) || u.at(end).is(that) {
		return end
	}
	if next := u.laterVerb(end+1, g); next > 0 { // "who claims the pump | failed"
		return next
	}
	if u.tells(end-1) && u.nounBefore(g).from == end && !u.at(g-1).headsNothing() {
		return i // "who says the mayor (knew)"
	}
	return end
}

// laterVerb is where the first verb ends that stands from atom k on before g, 0 for none.
func (u *mainSubjects) laterVerb(k, g int) int {
	for j := k; j < g; j++ {
		a := u.at(j)
		if a.is(rel) || a.isBut(sub, prep) {
			break
		}
		if isVerbIn(u, opening{j, k - 1}) || a.pastEnd && a.headsNothing() && isNoun(u, j-1) {
			return u.groupEnd(j, g)
		}
	}
	return 0
}

// isVerbHere says whether the word right behind "who" or "that" at k is its verb, which no table
// may know: "(that) | employs 300 people", but not "(that) | police (say)".
func (u *mainSubjects) isVerbHere(k, g int) bool {
	a, next := u.at(k), u.at(k+1)
	switch {
	case k >= g, a.upper, !a.plainBut(num | many | one | timeWord | title):
		return false
	case a.verbal(), a.pastEnd && a.entry.kinds == 0:
		return true
	case k+1 == g, a.entry.kinds != 0 && a.entry.forms == 0:
		return false
	}
	return next.isAndNot(prep, ofWord) ||
		next.isOrUpper(det|poss|num|many|adv|object|that|timeWord)
}

// groupEnd is where the verb group that begins at k ends: "has | been | seen".
func (u *mainSubjects) groupEnd(k, g int) int {
	from := k
	for k < g && u.at(k).is(aux|adv|neg|to) {
		k++
	}
	a := u.at(k)
	if k >= g || a.is(det|poss|prep) {
		return k
	}
	isBare := u.at(k-1).is(modal|to) &&
		a.plainBut(adv|num)
	if k == from || isBare || a.verbal() || a.pastEnd || u.isLasting(k) || a.entry.forms != 0 && a.headsNothing() {
		k++
	}
	return k
}

// pluralModified says whether the noun group that modified finds before g is a plural.
func (u *mainSubjects) pluralModified(g int) bool {
	n := u.modified(g, u.nounBefore(g))
	return !n.empty() &&
		(u.at(n.from).isBut(many, pronoun) || u.pluralHead(span{n.from, u.headEnd(n.from, g)}))
}

// speakable is the range if somebody or something that can be quoted is named
// in it, else empty.
func (u *mainSubjects) speakable(s span) span {
	if u.at(s.from).is(first) {
		return span{}
	}
	for i := s.from; i < s.to; i++ {
		a := u.at(i)
		if a.isNameBut(timeWord|months) && !u.lex.labels.Has(a.form) ||
			a.entry.kinds != 0 ||
			a.is(title|male|female|many) {
			return s
		}
	}
	return span{}
}
