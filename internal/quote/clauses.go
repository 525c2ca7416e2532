package quote

import (
	"strings"

	"stemma/internal/memory"
)

// clauses finds where clauses, relative clauses and adverbials begin and end.
type clauses struct{ verbs }

// afterInverted finds a second quotation: "said Belmond, “if …”".
func (u *clauses) afterInverted(j int) int {
	if u.comma(j) && u.at(j+1).quote {
		return j + 1
	}
	return -1
}

// amount says whether a number with words of degree before it starts at i: "at
// least nine", "as many as 40", "up to half".
func (u *clauses) amount(i int) bool {
	a, n := u.at(i), u.at(i+1)
	switch {
	case a.plays(atWord):
		return n.plays(extremeWord)
	case a.plays(asWord):
		return n.plays(measureWord)
	case a.plays(upWord):
		return n.plays(toWord) && u.numberSoon(i+2)
	}
	return false
}

// mediumEnd ends the medium's words before the next preposition.
func (u *clauses) mediumEnd(s span) int {
	last := firstOf(s.from, s.to, func(i int) bool { return u.at(i).is(medium) && !u.at(i+1).is(medium) })
	return min(last+1, s.to)
}

func (u *clauses) mediumIn(s span) bool {
	head := u.head(span{s.from, min(s.to, s.from+5)})
	return u.any(head, func(a *atom) bool { return a.is(medium) && !a.owner })
}

// afterDate passes over "Thursday", "Tuesday evening", "12 January 2024".
func (u *clauses) afterDate(i int) int {
	i++
	for k := 0; k < 3; k++ {
		a := u.at(i)
		if a.isOrPlays(num|timeWord, daypartWord) {
			i++
			continue
		}
		break
	}
	return i
}

// afterDaypart passes over what of a day stands behind its name: "late Monday | evening".
func (u *clauses) afterDaypart(i int) int {
	if u.at(i).plays(daypartWord) {
		return i + 1
	}
	return i
}

// parenthesis reads "said, per a translator, that" from the first comma on; it
// gives the first atom after "that", 0 for none.
func (u *clauses) parenthesis(i int) int {
	for k := i + 1; k < min(len(u.a), i+maxParenthesis); k++ {
		if u.at(k).ended() || u.at(k).isQuotation() {
			return 0
		}
		if u.comma(k) && u.at(k+1).is(that) && k > i+1 && !u.at(k+2).is(aux) {
			return k + 2
		}
	}
	return 0
}

func (u *clauses) numberSoon(j int) bool {
	return u.any(span{j, min(j+numberReach, len(u.a))}, func(a *atom) bool { return a.isOrPlays(num, halfWord) })
}

func (u *clauses) asFollows(j int) bool { return u.has(j, asWord) }

// clauseFrom says whether a clause with a subject and a verb starts at j.
func (u *clauses) clauseFrom(j int) bool { return u.clauseIn(j, len(u.a)) }

// clauseIn is clauseFrom for the atoms before to.
func (u *clauses) clauseIn(j, to int) bool {
	for i := j; i < min(to, j+maxWalk); i++ {
		a := u.at(i)
		if a.ended() || a.mark == ':' {
			return false
		}
		if i > j && isPredicate(u, i) || isSubject(a) {
			return true
		}
	}
	return false
}

// isPredicate says whether a verb stands at atom i that is no infinitive.
func isPredicate(u *clauses, i int) bool {
	a := u.at(i)
	isNoun := u.at(i-1).isBut(det|poss, dem|pronoun) // "the details"
	if a.is(aux) && !u.at(i-1).plays(toWord) ||
		a.verbal() && !a.is(aux) && !isNoun {
		return true
	}
	return u.presentAt(i)
}

// isSubject says whether a pronoun is the subject of a clause: "she".
func isSubject(a *atom) bool { return a.isBoth(pronoun, subject) }

// presentAt says whether the word may be a verb in the present: one that ends
// in s after a singular noun, or a plain one after a plural.
func (u *clauses) presentAt(i int) bool {
	a, p := u.at(i), u.at(i-1)
	if a.upper || !a.plain() || !p.plain() || p.is(num) || a.is(unitWord) {
		return false
	}
	if a.entry.forms&(thirdForm|baseForm) != 0 {
		return true
	}
	f := a.form
	return u.lex.present.Fit(f) && a.entry.kinds == 0 && !u.lex.plural.Fit(p.form) && u.at(i+1).is(det|prep|poss|adv|to)
}

// clauseEnd finds where content that starts at from ends: before the stop, or
// before the next credit of the same sentence.
func (u *clauses) clauseEnd(from int, cuts []bool) int {
	depth := 0
	for i := from; i < len(u.a); i++ {
		a := u.at(i)
		switch {
		case a.mark == '(':
			depth++
		case a.mark == ')':
			if depth--; depth < 0 {
				return u.trimEnd(from, i)
			}
		case a.ended() && !(a.mark == ';' && u.at(i+1).is(that)):
			return u.trimEnd(from, i)
		case a.starts && i > from:
			return u.trimEnd(from, i)
		}
		if i > from && cuts[i] {
			return u.trimEnd(from, i)
		}
	}
	return u.trimEnd(from, len(u.a))
}

func (u *clauses) trimEnd(from, to int) int {
	for to > from+1 {
		a := u.at(to - 1)
		if a.marks(',', ':', ';', '.') || u.dash(to-1) || a.isLower(conj) {
			to--
			continue
		}
		break
	}
	return to
}

// clauseStart finds where content that ends before the atom at end starts.
func (u *clauses) clauseStart(end int) int {
	i := end
	for i > 0 {
		if u.at(i-1).mark == ';' || u.at(i-1).mark == ':' && i < end {
			return i
		}
		if u.at(i-1).ended() && i < end {
			return i
		}
		if u.dash(i-1) && i < end && u.dateline(i-1) {
			return i
		}
		i--
		if u.at(i).starts {
			break
		}
	}
	return u.afterDateline(i, end)
}

// dateline says whether only a place and a date stand before the dash.
func (u *clauses) dateline(i int) bool {
	k := i - 1
	for ; k > max(-1, i-9); k-- {
		a := u.at(k)
		if !(a.upper || a.is(num|timeWord|months) || a.marks(',', '(', ')', '.')) {
			return false
		}
		if k == 0 {
			return true
		}
	}
	return k < 0
}

// afterDateline passes over a dateline at the start of the content.
func (u *clauses) afterDateline(from, end int) int {
	for i := from; i < min(end, from+9); i++ {
		if u.dash(i) && u.dateline(i) {
			return i + 1
		}
	}
	return from
}

// concessive says whether the word at i opens a clause that is set against the
// main clause.
func (u *clauses) concessive(i int) bool {
	return u.at(i).plays(concessiveWord)
}

// mainClause ends the content of a clause that opens the sentence where the
// main clause starts: "While officials admit delays, there is no plan".
func (u *clauses) mainClause(from, to int) int {
	for i := from + 1; i < to; i++ {
		n := u.at(i + 1)
		if !u.comma(i) || n.isBut(conj|rel|sub|prep, det) {
			continue
		}
		if !n.isOrUpper(det | poss | pronoun | dummy) {
			continue
		}
		for k := i + 2; k < to && !u.comma(k); k++ {
			if u.at(k).verbal() {
				return i
			}
		}
	}
	return to
}

// relativeEnd ends the content in a relative clause where the main clause goes
// on: "The port, which said that it was open, closed early".
func (u *clauses) relativeEnd(from, to int) int {
	for i := from + 1; i < to; i++ {
		if end, is := u.partedAt(i); is && (u.at(i+1).verbal() || u.thirdOnly(i+1)) {
			return end
		}
	}
	return to
}

// partedAt says whether a comma parts atom i+1 from what stands before it, and where that
// ends: the comma is the atom i, or closes a quotation there ("called it “toxic,” | left").
func (u *clauses) partedAt(i int) (end int, is bool) {
	switch a := u.at(i); {
	case u.comma(i):
		return i, true
	case a.quote && a.edged && !u.comma(i+1):
		return i + 1, true
	}
	return i, false
}

// headlineEnd ends what a headline's verb governs before "after" and its like:
// "Mayor denies danger after leaked memo".
func (u *clauses) headlineEnd(from, to int) int {
	return firstOf(from+1, to, func(i int) bool { return u.at(i).plays(circumstanceWord) })
}

// closed says whether the credit that ends before atom i has no object of its
// own, so that what stands in front of it is its content.
func (u *clauses) closed(i int) bool {
	a := u.at(i)
	return !a.isWord() || a.is(sub|conj|rel|prep|timeWord|adv) || u.thirdOnly(i)
}

func (u *clauses) commaIn(from, to int) bool {
	return u.any(span{from, to}, func(a *atom) bool { return a.mark == ',' })
}

// quoteSpan is the quotation at i, with the words before it when it goes on
// with their sentence: "the dam was “safe, and always had been,” he said".
func (u *clauses) quoteSpan(i int) span {
	q := u.at(i)
	if i == 0 || q.upper {
		return span{i, i + 1}
	}
	from := u.clauseStart(i)
	if from >= i {
		return span{i, i + 1}
	}
	return span{from, i + 1}
}

// afterRelative passes over the relative clause of a source: "according to
// three sources, who spoke to Reuters,".
func (u *clauses) afterRelative(i int) int {
	k := i
	if u.comma(k) {
		k++
	}
	if !u.at(k).is(rel | prep) {
		return i
	}
	for ; k < min(len(u.a), i+maxWalk); k++ {
		if u.comma(k) {
			return k
		}
	}
	return i
}

// asides marks where a sentence goes on to something else than what is wanted,
// supported or seen: ", but", ", which", "after". What is told goes on there more
// often than not. They are marked in the memory given, where it suffices.
func (u *clauses) asides(spare []bool) []bool {
	cuts := memory.Zeros(spare, len(u.a)+1)
	for i := 1; i < len(u.a); i++ {
		a := u.at(i)
		switch {
		case a.isAndNot(conj, andWord|orWord),
			u.comma(i-1) && a.isBut(rel, that),
			a.plays(circumstanceWord) && a.plays(adjunctWord) && !a.plays(concessiveWord):
			cuts[i] = true
		}
	}
	return cuts
}

// phraseEnd ends a noun group that is a subject before its verb.
func (u *clauses) phraseEnd(from, to int) int {
	return firstOf(from+1, to, func(i int) bool {
		return u.at(i).is(aux|finite) || u.thirdOnly(i) && u.at(i).entry.kinds == 0
	})
}

// written is the word of an atom as it stands, in lower case; "" for marks and
// quotations.
func (u *clauses) written(i int) string {
	a, t := u.at(i), u.text
	if !a.isWord() {
		return ""
	}
	return strings.ToLower(t.Report.Text[t.Tokens[a.first].Start:t.Tokens[a.last-1].End])
}

// maxParenthesis is the longest insertion between a cue and its "that".
const maxParenthesis = 16

// numberReach is how many words may stand before the number that somebody counts.
const numberReach = 3
