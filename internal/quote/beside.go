package quote

import (
	"slices"
	"strings"
)

// beside finds what stands beside a noun group: appositions, relative clauses, roles.
type beside struct{ clauses }

// trimTail drops what stands between a subject and its verb and only says when
// or in what: "Pell on Wednesday", "Pell in a statement", "Pell, meanwhile".
func (u *beside) trimTail(s span) span {
	if u.kindsIn(s)&(documentHead|proceedingHead) != 0 {
		return s // "a survey in March"
	}
	for k := s.from + 1; k+1 < s.to; k++ {
		if u.comma(k) && opensAside(u.at(k+1)) {
			s.to = k // "Pell, for instance," "Pell, speaking in Aldwick,"
		}
	}
	for s.to > s.from+1 {
		last := u.at(s.to - 1)
		if u.isTrailing(last) || u.isHour(s.to-1, s.from) {
			s.to--
			continue
		}
		k := lastTie(u, s)
		if k <= s.from || !u.at(k+1).is(timeWord|months) && !u.mediumIn(span{k + 1, s.to}) {
			break
		}
		s.to = k
	}
	return s
}

// opensAside says whether a word behind a comma opens what is said besides of a subject.
func opensAside(n *atom) bool {
	return n.isAndNot(prep, ofWord|byWord|fromWord|withWord) || n.plays(speakingWord)
}

// lastTie is the last preposition of a subject but "of", not far from its end; where it has
// none, its first atom.
func lastTie(u *beside, s span) int {
	k := s.to - 2
	for k > s.from && s.to-k < maxTail && !u.at(k).is(prep) {
		k--
	}
	if k < s.from || !u.at(k).is(prep) || u.at(k).plays(ofWord) {
		return s.from
	}
	return k
}

// isTrailing says whether a word at the end of a subject belongs to the verb.
func (u *beside) isTrailing(a *atom) bool {
	return a.mark == ',' ||
		a.is(timeWord|months) ||
		a.isLower(adv|prep)
}

// isHour says whether what ends a subject at atom i only says when in a day or how late:
// "Pell | late Monday | night".
func (u *beside) isHour(i, from int) bool {
	if u.at(i).plays(daypartWord) {
		return i-1 > from && u.at(i-1).is(timeWord)
	}
	return u.at(i).plays(nearWord) && u.at(i+1).is(timeWord)
}

// withDegree takes in the word of degree before a number or an "all": "about
// 200 people", "nearly half", "virtually all", "more than half".
func (u *beside) withDegree(s span) span {
	a, n, before := u.at(s.from-1), u.at(s.from), u.at(s.from-2)
	switch {
	case a.plays(atWord) && n.plays(extremeWord),
		isDegree(a, n):
		s.from--
	case isBound(a, n) && (before.isOrPlays(many, atWord)):
		s.from -= 2 // "more than half", "at least nine people"
	}
	return s
}

// isDegree says whether a word only says how nearly the number behind it holds: "about
// 200", "nearly half".
func isDegree(a, n *atom) bool {
	isAdverb := a.isBut(adv, timeWord|sub)
	return a.plays(roughWord) && n.is(num) ||
		isAdverb && (n.isOrPlays(num|many, halfWord))
}

// isBound says whether a word bounds the number behind it: "(at) least nine".
func isBound(a, n *atom) bool {
	return a.plays(leastWord|extremeWord) &&
		a.mark == 0 &&
		(n.isOrPlays(num|one|many, halfWord))
}

// skipFree passes over the adverbs and marks that part a cue from its source.
func (u *beside) skipFree(from, to int) int {
	for from < to && (u.at(from).mark != 0 || u.at(from).isLower(adv|timeWord)) {
		from++
	}
	return from
}

// relativeAfter gives the end of the relative clause whose pronoun stands at
// r; i where the clause credits somebody itself: "said Pell, who added".
func (u *beside) relativeAfter(i, r int) int {
	for k := r + 1; k < min(len(u.a), r+maxWalk); k++ {
		a := u.at(k)
		if a.marks(',', ':') || a.breaks() || u.dash(k) {
			return k
		}
		if k-r < 4 && u.tells(k) {
			return i
		}
	}
	return i
}

// appositionAfter gives the end of the noun group in apposition that opens
// after the comma at i: ", a former inspector", ", 44", ", president of the
// club"; i where none does.
func (u *beside) appositionAfter(i int) int {
	n := u.at(i + 1)
	if n.is(num) && (u.comma(i+2) || u.at(i+2).ended() || i+2 >= len(u.a)) {
		return i + 2
	}
	if opensNoApposition(n) {
		return i
	}
	s := u.nounAfter(i+1, false)
	switch end := u.at(s.to); {
	case !u.comma(s.to) && !end.ended() && s.to < len(u.a) && !end.is(rel):
		return i
	case n.is(det | poss), u.hasKind(s):
		return s.to
	}
	return i
}

// opensNoApposition says whether a word behind a comma opens no noun group.
func opensNoApposition(n *atom) bool {
	isTie := n.isBut(pronoun|conj|sub|prep|adv|timeWord|months, det)
	return isTie ||
		!n.isWord() ||
		n.verbal() && n.entry.kinds == 0
}

// hasKind says whether the range holds a noun for a source or a title.
func (u *beside) hasKind(s span) bool {
	return u.any(s, func(a *atom) bool { return a.is(title) || a.entry.kinds != 0 || a.owner })
}

// leadingName is the full name that opens the clause, where all that stands
// between it and the mark at i tells who its bearer is, whoever is named there:
// "Anna Ito, mother of the victim, Tom, said"; empty for none.
func (u *beside) leadingName(i int) span {
	from := i
	for from > max(0, i-maxWalk) && !u.at(from-1).ended() && !u.at(from-1).isQuotation() {
		from--
	}
	for k := from; k+2 < i; k++ {
		if k > from && !u.startsHere(k) {
			continue
		}
		to := u.fullName(k)
		if to == k || !u.comma(to) || to == i {
			continue
		}
		from := to + 1
		if u.letters(from) {
			from += 2
		}
		if from >= i || u.tellsWho(from, i) {
			return span{k, to}
		}
		return span{}
	}
	return span{}
}

// startsHere says whether a clause may begin at k, inside a sentence. A name that is
// joined to another one by "and" does not begin one.
func (u *beside) startsHere(k int) bool {
	b := u.at(k - 1)
	return u.comma(k-1) ||
		b.is(conj) && !u.at(k-2).upper
}

// fullName is the end of the name of two words or more that begins at k with a
// given name that is known, or with two words that no table knows; k where none does.
func (u *beside) fullName(k int) int {
	to := k
	for to-k <= maxNameWords && u.at(to).isName() && !u.at(to).owner {
		to++
	}
	for from := k; from+1 < to; from++ {
		if u.at(from).is(given) && !u.at(from+1).is(title) ||
			u.strange(from) && u.strange(from+1) {
			return to
		}
		if !u.at(from).is(title) {
			break
		}
	}
	return k
}

// strange says whether no table knows a word.
func (u *beside) strange(k int) bool { return u.at(k).class == 0 && u.at(k).entry.kinds == 0 }

// tellsWho says whether the atoms are appositions and relative clauses only:
// they open like one and hold no verb of the main clause.
func (u *beside) tellsWho(from, to int) bool {
	a := u.at(from)
	if !a.is(rel|det|poss|num|prep|title) && a.entry.kinds == 0 && !u.at(from+1).plays(ofWord) {
		return false
	}
	done := !a.is(rel) // the verb of the relative clause has been read
	for k := from; k < to; k++ {
		a := u.at(k)
		switch {
		case a.is(conj) && u.comma(k-1):
			return false
		case a.is(rel):
			done = false
		case a.is(aux) || a.verbal() || u.tells(k):
			if done && !u.at(k+1).is(prep) {
				return false
			}
			done = !a.is(aux)
		}
	}
	return true
}

// letters says whether the atom before a comma is a degree or an order: "Ph.D.", "QC".
func (u *beside) letters(k int) bool {
	a := u.at(k)
	if !u.comma(k + 1) {
		return false
	}
	word := u.text.Report.Text[u.text.Tokens[a.first].Start:u.text.Tokens[a.last-1].End]
	return strings.Contains(a.form, ".") || word == strings.ToUpper(word)
}

// nameAfter is the name in apposition to a role that ends before a comma:
// "said the harbour's chief engineer, Anna Ito."; else the role itself.
func (u *beside) nameAfter(s span) span {
	if !u.comma(s.to) || !u.roleIn(s) {
		return s
	}
	from := s.to + 1
	to := from
	for to < min(len(u.a), from+maxNameWords) && isNameWord(u.at(to)) {
		to++
	}
	last := u.at(to)
	if to-from < 2 ||
		last.isWord() && to < len(u.a) {
		return s
	}
	return span{from, to}
}

// isNameWord says whether a word may be a part of a person's name.
func isNameWord(a *atom) bool {
	return a.isName() && a.entry.kinds&organisationHead == 0
}

// hasPerson says whether the range ends in a person's name.
func (u *beside) hasPerson(s span) bool {
	if u.office(s) {
		return false
	}
	last := u.at(s.to - 1)
	return last.isNameBut(title) && last.entry.kinds == 0
}

// office says whether the range is a role without its holder's name: "the
// Republican governor of Aldwick".
func (u *beside) office(s span) bool { return u.at(s.from).is(det|poss) && u.roleIn(s) }

// roleIn says whether the head of the range is a role that a person holds.
func (u *beside) roleIn(s span) bool {
	a := u.at(u.head(s).to - 1)
	return !s.empty() &&
		(a.is(title) || a.entry.kinds&anonymousHead != 0 && !a.upper)
}

// hasName says whether the range holds a name, and not only a title.
func (u *beside) hasName(s span) bool {
	if u.office(s) {
		return false
	}
	return u.any(s, func(a *atom) bool { return a.isNameBut(title) })
}

// hears says whether a form of a verb stands at i behind which the hearer may stand: "told".
func (u *beside) hears(i int) bool {
	return slices.ContainsFunc(u.at(i).entry.cues, func(f *cueForm) bool { return f.cue.frame&fReceiver != 0 })
}

// aside says whether the atoms can be an apposition or a relative clause.
func (u *beside) aside(from, to int) bool {
	if from >= to {
		return false
	}
	a := u.at(from)
	if a.is(rel) || a.isBut(sub, whether) || u.wasAsked(from) {
		return true
	}
	for k := from; k < to; k++ {
		if b := u.at(k); b.is(aux) || b.isBoth(pronoun, subject) {
			return k > from+1 && u.relativeBetween(from, k)
		}
	}
	return true
}

// wasAsked says whether a participle at i tells what somebody was asked: "Pell, | asked whether
// he knew, said".
func (u *beside) wasAsked(i int) bool {
	a, next := u.at(i), u.at(i+1)
	return a.pastEnd &&
		u.hears(i) &&
		next.isOrPlays(whether|sub, byWord)
}

func (u *beside) relativeBetween(from, to int) bool {
	return u.any(span{from, to}, func(a *atom) bool { return a.is(rel) })
}

// nameOf picks the name where a role stands before it.
func (u *beside) nameOf(s span, from, to int) span {
	if to-from > 4 || to <= from {
		return s
	}
	if u.any(span{from, to}, func(a *atom) bool { return !isNameWord(a) }) {
		return s
	}
	if last := u.at(s.to - 1); last.upper && !u.at(s.from).is(det|poss) {
		return s
	}
	return span{from, to}
}

// maxTail is how long an adverbial is that trimTail looks for, in atoms.
const maxTail = 7
