package quote

import who "stemma/internal/name"

// nouns finds noun groups, to the left and to the right of a place.
type nouns struct{ mentions }

// nounBefore finds the noun group that ends before atom e: "two engineers with
// direct knowledge of the inspections". The range is empty if none does.
func (u *nouns) nounBefore(e int) span {
	switch {
	case u.at(e - 1).is(pronoun):
		return u.pronounBefore(e)
	case u.at(e-1).is(reflexive) && u.at(e-2).isName(): // "nurses say | Ada Pell herself"
		from := e - 2
		for u.at(from - 1).isName() {
			from--
		}
		return span{from, e}
	case u.at(e-1).is(reflexive) && u.at(e-2).plain(): // "the mayor himself"
		if s := u.nounBefore(e - 1); !s.empty() {
			return span{s.from, e}
		}
	case u.quotedName(e - 1):
		if s := u.inMarks(e); !s.empty() {
			return s
		}
	}
	return u.trimNoun(u.walkLeft(e))
}

// inMarks is the noun group that ends with a name in quotation marks before atom e,
// and begins before a word for naming; empty without one.
func (u *nouns) inMarks(e int) span {
	k := u.beforeNaming(e)
	if k >= e {
		return span{}
	}
	s := u.nounBefore(k)
	if s.empty() {
		return span{}
	}
	return span{s.from, e}
}

// step says what a word is to the noun group that it may belong to.
type step uint8

const (
	insideStep  step = iota // it belongs to the group, which may begin with it
	tyingStep               // it only ties words of the group
	joiningStep             // it joins two groups to one
	openingStep             // the group begins with it
	endingStep              // it does not belong to the group
	verbStep                // it is a verb: the group is its subject's neighbour
)

// walkLeft goes back from atom e as far as the noun group may reach. What stands
// before a conjunction belongs to a clause of its own, if a verb does.
func (u *nouns) walkLeft(e int) span {
	from, conjunction := e, -1
	for i := e - 1; i > max(-1, e-maxWalk); i-- {
		switch u.stepLeft(u.at(i), i, e) {
		case insideStep:
			from = i
		case joiningStep:
			conjunction = i
		case openingStep:
			return span{i, e}
		case endingStep:
			return span{from, e}
		case verbStep:
			if conjunction >= 0 {
				from = conjunction + 1
			}
			return span{from, e}
		}
	}
	return span{from, e}
}

// stepLeft says what atom a, at i, is to the noun group that ends before e.
func (u *nouns) stepLeft(a *atom, i, e int) step {
	switch {
	case u.breaks(a, i):
		return endingStep
	case u.opensPart(a, i, e):
		return openingStep
	case a.is(rel | sub | aux | neg | reflexive), a.isBut(pronoun, det):
		return choose(a.is(aux|finite), verbStep, endingStep)
	case a.is(conj):
		return choose(u.joins(i, e), joiningStep, endingStep)
	case u.stopsAsVerb(i, e):
		return verbStep
	case a.is(prep):
		return choose(u.attaches(i), tyingStep, endingStep)
	case a.is(timeWord) && i < e-1 && u.at(i+1).isName():
		return endingStep
	case a.is(det|poss) && !u.continuesLeft(i):
		return openingStep
	}
	return insideStep
}

// breaks says whether no noun group goes over an atom: a quotation, a mark that
// belongs to no name.
func (u *nouns) breaks(a *atom, i int) bool {
	return a.isQuotation() ||
		a.mark != 0 &&
			!u.inName(i)
}

func choose(is bool, yes, no step) step {
	if is {
		return yes
	}
	return no
}

// opensPart says whether a part of something begins at atom i: "one intelligence
// source", "one of the officers", "one in five".
func (u *nouns) opensPart(a *atom, i, e int) bool {
	next := u.at(i + 1)
	if a.plays(oneWord) && (i+1 < e && next.plain() || next.plays(inWord) && u.at(i+2).is(num)) {
		return true
	}
	return a.isBut(pronoun, det) &&
		a.is(one|many) &&
		next.plays(ofWord) &&
		i+1 < e-1
}

// inName says whether a mark belongs in a noun group: "$3", "4%", "AT&T",
// brackets around an acronym.
func (u *nouns) inName(i int) bool {
	switch u.at(i).mark {
	case '$', '%', '&', '/', '#', '\'', '@':
		return true
	case ')':
		return u.at(i-2).mark == '(' && u.at(i-1).plain() || u.bracketed(i, -1)
	case '(':
		return u.at(i+2).mark == ')' || u.bracketed(i, 1)
	}
	return u.at(i).mark >= 0x80
}

// bracketed says whether a nickname stands between the bracket at i and its
// other one, which lies in the direction of step: Walter (Old Patch) Dunmore.
func (u *nouns) bracketed(i, step int) bool {
	for k := 1; k <= who.MaxNickname+1; k++ {
		a := u.at(i + step*k)
		if a.marks('(', ')') {
			return k > 1 && u.at(max(i, i+step*k)+1).isName()
		}
		if !a.isName() {
			return false
		}
	}
	return false
}

func (u *nouns) pronounBefore(e int) span {
	i := e - 1
	a := u.at(i)
	if a.is(dummy | reflexive) {
		return span{}
	}
	// "one of them", "others in the room" are longer groups.
	if a.is(object) && u.at(i-1).plays(ofWord) {
		if s := u.nounBefore(i - 1); !s.empty() {
			return span{s.from, e}
		}
		return span{max(i-2, 0), e}
	}
	if a.isBut(object, subject) {
		return span{}
	}
	return span{i, e}
}

// joins says whether the conjunction at i links two noun groups rather than
// two clauses.
func (u *nouns) joins(i, e int) bool {
	if !u.at(i).plays(andWord|orWord) || i == 0 {
		return false
	}
	b := u.at(i - 1)
	return (b.plain() || b.mark == ')') && !b.is(timeWord) && i < e-1
}

// attaches says whether the preposition at i can tie what follows to a noun
// before it.
func (u *nouns) attaches(i int) bool {
	if i == 0 {
		return false
	}
	b := u.at(i - 1)
	return b.plainBut(timeWord) ||
		b.mark == ')' ||
		b.is(num|many|one) ||
		b.isBut(prep, sub)
}

// stopsAsVerb says whether the word at i is the verb of a clause that ends
// before the noun group; "a letter obtained by" and "a leaked memo" do not.
func (u *nouns) stopsAsVerb(i, e int) bool {
	a := u.at(i)
	if !a.verbal() {
		return false
	}
	next, before := u.at(i+1), u.at(i-1)
	switch {
	case i == e-1:
		return isLastVerb(u, i)
	case a.starts && i+1 < e && next.plain(),
		before.is(det | poss | num),
		before.owner:
		return false
	case isPassed(u, i) && !a.is(finite) && !u.thirdOnly(i):
		return false
	}
	opens := i == 0 ||
		before.is(prep|conj|adv) ||
		before.mark == ',' ||
		before.quote
	return !opens || !next.plain() || next.upper // else "by | leaked memos"
}

// isPassed says whether a participle at i may tell what became of the noun before it: "a
// letter | obtained on Monday".
func isPassed(u *nouns, i int) bool {
	next, before := u.at(i+1), u.at(i-1)
	return next.is(prep|months|timeWord|num) &&
		(before.plain() || before.mark == ',')
}

// isLastVerb says whether the last word before a verb is one too, and no noun or
// participle behind a noun: "the students polled | said".
func isLastVerb(u *nouns, i int) bool {
	a, before := u.at(i), u.at(i-1)
	if a.pastEnd && before.lowerPlain() && u.at(i+1).verbal() {
		return false
	}
	return a.headsNothing() &&
		!before.is(det|poss|adv) &&
		!before.owner
}

// thirdOnly says whether the word at i can only be a verb in the present.
func (u *nouns) thirdOnly(i int) bool {
	return u.at(i).entry.forms&thirdForm != 0
}

// continuesLeft says whether a noun group goes on to the left of its article.
func (u *nouns) continuesLeft(i int) bool {
	b := u.at(i - 1)
	return b.is(prep|conj) || b.isBut(det, rel)
}

// trimNoun drops what cannot open a noun group, and the adverbial before it:
// "in a statement Pell".
func (u *nouns) trimNoun(s span) span {
	for s.from < s.to {
		a := u.at(s.from)
		switch {
		case a.is(prep) && s.from+1 < s.to,
			a.is(conj),
			a.mark != 0 && a.mark != '$' && a.mark < 0x80,
			a.isLower(adv),
			a.is(timeWord) && s.to-s.from > 1:
			s.from++
			continue
		}
		break
	}
	if s.from > 0 && u.at(s.from-1).is(prep) {
		s = u.afterAdverbial(s)
	}
	if !u.nounIn(s) || u.at(s.to-1).is(unitWord) || u.participial(s) {
		return span{}
	}
	return s
}

// participial says whether the range is a participle with what belongs to it,
// so that it heads no noun group: "published by the weekly".
func (u *nouns) participial(s span) bool {
	a := u.at(s.from)
	return a.verbal() &&
		a.entry.kinds == 0 &&
		s.from+1 < s.to &&
		u.at(s.from+1).is(prep)
}

// afterAdverbial cuts "a statement Pell" down to "Pell": the group opened with
// a preposition, so its head is an adverbial's, and the subject is what comes
// after it.
func (u *nouns) afterAdverbial(s span) span {
	last := s.to - 1
	if u.at(last).isName() {
		i := last
		for i > s.from && u.at(i-1).isName() {
			i--
		}
		if i > s.from && !u.at(i-1).is(det|prep|conj|poss|title) && u.at(i-1).entry.kinds&anonymousHead == 0 {
			return span{i, s.to}
		}
	}
	for i := last; i > s.from; i-- {
		if u.opensAnew(i) {
			return span{i, s.to}
		}
	}
	return s
}

// opensAnew says whether another noun group begins with the article or owner at i.
func (u *nouns) opensAnew(i int) bool {
	return u.at(i).is(det|poss) && !u.at(i-1).is(prep|conj|det)
}

// nounIn says whether the range holds a word that can head a source.
func (u *nouns) nounIn(s span) bool {
	return u.any(s, func(a *atom) bool {
		return a.plainBut(adv|timeWord) ||
			a.isBoth(many|num, det|pronoun|num) ||
			a.plays(memberWord) ||
			a.scare
	})
}

// nounAfter finds the noun group that starts at atom s: "the Lantern",
// "reporters", "an internal memo seen by the Lantern". With short set it ends
// before the first preposition that does not belong to a name.
func (u *nouns) nounAfter(s int, short bool) span {
	if a := u.at(s); a.is(pronoun) && !a.isBut(det|num|many|one, object) {
		return span{s, s + 1}
	}
	if a := u.at(s); a.plays(herWord) && u.at(s+1).ended() {
		return span{s, s + 1} // "according to | her."
	}
	i, seen := s, false
	for ; i < min(len(u.a), s+maxWalk); i++ {
		a := u.at(i)
		if u.endsRight(a, i, s, short) || seen && u.endsSeen(a, i) {
			break
		}
		seen = seen ||
			a.plainBut(adv) ||
			a.is(pronoun|many|one|num) ||
			a.scare
	}
	return u.closeNoun(s, i, seen)
}

// endsRight says whether the noun group that starts at s cannot go on with atom i.
func (u *nouns) endsRight(a *atom, i, s int, short bool) bool {
	switch {
	case u.breaks(a, i):
		return true
	case a.is(rel | aux | neg | reflexive), a.isBut(sub, prep):
		return true
	case a.is(conj):
		return short || !u.joinsAfter(i)
	case a.is(prep):
		return !u.extends(i, s, short)
	}
	return a.is(pronoun) &&
		i > s &&
		!u.at(i-1).is(prep|det)
}

// endsSeen says whether a noun group that has its noun is over at atom i: at
// another article, a time (not in "a Wednesday editorial"), a measure, the verb.
func (u *nouns) endsSeen(a *atom, i int) bool {
	switch {
	case a.is(conj | prep): // ties what follows to the group
		return false
	case u.opensAnew(i):
		return true
	case a.is(timeWord):
		return !u.at(i - 1).is(det)
	case a.is(num|det) && u.at(i+1).is(unitWord):
		return true
	}
	return u.verbAfter(i)
}

func (u *nouns) closeNoun(s, e int, seen bool) span {
	for e > s && (u.at(e-1).isLower(prep|conj|adv) || u.at(e-1).is(det)) {
		e--
	}
	if !seen {
		return span{}
	}
	return span{s, e}
}

func (u *nouns) joinsAfter(i int) bool {
	n := u.at(i + 1)
	return u.at(i).plays(andWord|orWord) &&
		(n.plain() && !n.verbal() || n.is(det|poss|num))
}

// extends says whether the preposition at i goes on with the group that
// starts at s.
func (u *nouns) extends(i, s int, short bool) bool {
	if i == s {
		return false
	}
	switch {
	case u.at(i).plays(ofWord):
		return true
	case u.at(i).plays(tyingWord):
		return !short && !u.at(i+1).is(timeWord|months|rel|num)
	}
	return false
}

// verbAfter says whether the word at i is the verb of the noun group before
// it rather than a participle that goes with the noun.
func (u *nouns) verbAfter(i int) bool {
	a := u.at(i)
	if !a.verbal() {
		n := u.at(i + 1)
		isBehindPress := u.isPress(i-1) || u.at(i-1).entry.kinds&(outletName|outletNoun) != 0
		isBase := a.entry.forms&baseForm != 0 &&
			!a.upper &&
			n.is(det|poss|that)
		return isBase && isBehindPress || // "papers seen by Reuters | show that"
			u.thirdOnly(i) && (n.is(det|poss|that|num|aux) || n.quote || n.mark != 0 && u.at(i).entry.kinds == 0)
	}
	next := u.at(i + 1)
	if u.thirdOnly(i) || a.is(finite) {
		return !u.at(i - 1).is(det | poss)
	}
	return !next.is(prep) &&
		!(next.plain() && u.at(i-1).is(det|poss|conj|prep|num|one|many))
}

// pluralBefore says whether a subject before atom i may be plural.
func (u *nouns) pluralBefore(i int) bool {
	p := u.at(i - 1)
	if p.is(pronoun) {
		return p.isBut(many|subject, male|female|neuter)
	}
	if p.marks(',', ')') || p.mark == '%' || p.is(rel|conj) {
		return true
	}
	if !p.plain() {
		return p.is(many | num)
	}
	s := u.nounBefore(i)
	isSum := u.any(s, func(a *atom) bool { return a.isOrPlays(many|num, andWord) })
	return isSum || u.pluralHead(s)
}

// pluralHead says whether the noun group may be a plural: one of the words
// before its first preposition is ("sources close to her", "polls by the
// Lantern"), or what it is a part of ("a majority of the voters").
func (u *nouns) pluralHead(s span) bool {
	for k := s.from; k < s.to; k++ {
		if k > s.from && u.at(k).is(prep) {
			return u.at(k).plays(ofWord) && u.pluralAt(s.to-1)
		}
		if endsHead(u, k, s.to) && u.pluralAt(k) {
			return true
		}
	}
	return false
}

// endsHead says whether the head of a noun group that ends before atom end may end with the word at k:
// before a preposition, a participle or an infinitive: "workers | employed by", "two | asked to".
func endsHead(u *nouns, k, end int) bool {
	next, second := u.at(k+1), u.at(k+2)
	return k+1 == end ||
		next.is(prep) ||
		second.is(to) ||
		next.verbal() &&
			second.is(prep)
}

func (u *nouns) pluralAt(i int) bool {
	a := u.at(i)
	if a.owner || u.isPress(i) {
		return false
	}
	if a.entry.kinds&outletNoun != 0 && !a.plays(pluralNoun) { // "outlets", but not "press"
		e := u.lex.entry(u.lex.singular.Of(a.form))
		return e != nil && e != a.entry
	}
	return a.plays(pluralNoun) || u.lex.plural.Fit(a.form)
}
