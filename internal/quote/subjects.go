package quote

import (
	"strings"
)

// syntax is all that is known of the words of a run of sentences, up to the subjects
// of its clauses. It knows words by their classes, and cue verbs only by their forms:
// who is credited with what is for unit, which is built on it. Each of its parts is
// built on the one before: run, mentions, nouns, verbs, clauses, beside, mainSubjects.
type syntax struct{ mainSubjects }

// syntaxOf is the syntax of some atoms of a text.
func syntaxOf(w *words, a []atom) (s syntax) {
	s.words, s.a = w, a
	return s
}

// infinitiveAt says whether the word at i can be the verb after "to": "is said
// to be", not "was reported to the board".
func (u *syntax) infinitiveAt(i int) bool {
	a := u.at(i)
	if a.is(aux | adv | neg) {
		return true
	}
	return a.lowerPlain() && !a.is(num|timeWord|hearer|title) && a.entry.kinds == 0
}

// clauseFollows says whether, after adverbials, "that" or "whether" follows.
func (u *syntax) clauseFollows(i int) bool {
	for k := i; k < min(len(u.a), i+12); k++ {
		a := u.at(k)
		if a.is(that|whether) ||
			a.isQuotation() ||
			a.mark == ':' ||
			k == i && a.plays(toWord) {
			return true
		}
		if a.mark != 0 || a.is(aux|conj) {
			return false
		}
	}
	return false
}

// endsInverted says whether what follows an inverted subject lets it be one.
func (u *syntax) endsInverted(i int) bool {
	a := u.at(i)
	if !a.isWord() || a.is(rel|timeWord|prep|sub|conj|adv) {
		return true
	}
	return a.entry.forms&gerundForm != 0 // "said Pell adding …"
}

// apposed says whether the comma before atom i closes an apposition to the
// subject, so that what stands before the comma is no statement: "Pell, the
// mayor, said".
func (u *syntax) apposed(i int) bool {
	for k := i - 2; k > max(-1, i-maxWalk); k-- {
		a := u.at(k)
		if a.is(aux) || a.verbal() && !u.at(k+1).is(prep) && !u.dated(k) {
			return u.relativeBefore(k)
		}
		if a.quote {
			return false
		}
		if a.starts {
			break
		}
	}
	return true
}

// dated says whether the word at k is a participle right behind a comma, with a
// number: "The draft, dated 11 May, mentions".
func (u *syntax) dated(k int) bool {
	return u.comma(k-1) && u.at(k).pastEnd && u.at(k+1).is(num|months|timeWord)
}

// relativeBefore says whether the verb at k stands in a relative clause.
func (u *syntax) relativeBefore(k int) bool {
	for j := k - 1; j > max(-1, k-6); j-- {
		if u.at(j).isBut(rel, that) {
			return !u.verbInMain(j)
		}
		if u.at(j).mark == ',' {
			return false
		}
	}
	return false
}

// verbInMain says whether the clause before j already has its verb.
func (u *syntax) verbInMain(j int) bool {
	for k := j - 1; k > max(-1, j-maxWalk); k-- {
		if u.at(k).is(aux) || u.at(k).verbal() {
			return true
		}
		if u.at(k).starts {
			return false
		}
	}
	return false
}

// backward reads "That is the view of Dr. Belmond" after a quotation.
func (u *syntax) backward() (source, cue span) {
	a := u.at(0)
	if !a.plays(backWord) {
		return
	}
	for i := 1; i < min(8, len(u.a)); i++ {
		if u.at(i).plays(ofWord | fromWord) {
			if s := u.nounAfter(i+1, true); u.stanceWord(1, i) {
				return s, span{0, i + 1}
			}
			return
		}
	}
	return
}

func (u *syntax) stanceWord(from, to int) bool {
	return u.any(span{from, to}, func(a *atom) bool { return u.lex.stances.Has(a.form) || a.entry.clausal })
}

// beforeColon is whom the words before the colon at c credit: the subject of
// their last verb that has one, else the name or the paper that ends them.
func (u *syntax) beforeColon(c int) span {
	from, verbs := beforeClause(u, c), false
	for k := c - 1; k > from; k-- {
		if u.dash(k) && !verbs { // "They agree – Ito: “…”"
			return u.labelBefore(k+1, c)
		}
		if a := u.at(k); !a.is(aux) && !a.verbal() {
			continue
		}
		verbs = true
		if s := u.nounBefore(u.beforeAdverbs(k)); !s.empty() && s.from >= from && !u.participleAt(k) {
			if s = u.speakable(s); !s.empty() {
				return s
			}
			return u.labelBefore(from, c) // "Here is Ito's statement: “…”"
		}
	}
	if s := u.sentenceSubject(c); verbs && !u.speakable(s).empty() {
		return s
	}
	return labelled(u, from, c, verbs)
}

// beforeClause is where the clause begins that ends before atom c.
func beforeClause(u *syntax, c int) int {
	from := c
	for from > max(0, c-maxWalk) && !u.at(from).starts && !u.at(from-1).ended() && !u.at(from-1).quote {
		from--
	}
	return from
}

// labelled is the name or the paper right before the colon at c; behind verbs none in lower
// case without an article.
func labelled(u *syntax, from, c int, verbs bool) span {
	s := u.labelBefore(from, c)
	if verbs && !u.at(s.from).upper && !u.at(s.from).is(det|poss) {
		return span{}
	}
	return s
}

// participleAt says whether the verb at k belongs to the noun before it: "a
// letter obtained by".
func (u *syntax) participleAt(k int) bool {
	return u.at(k + 1).plays(byWord)
}

// labelBefore is the name or the paper right before the colon at c, where no
// verb stands before it.
func (u *syntax) labelBefore(from, c int) span {
	if u.lex.labels.Has(u.at(c - 1).form) {
		return span{}
	}
	for k := c - 1; k > from; k-- {
		if u.at(k - 1).plays(fromWord) { // "More from Ito"
			return u.speakable(u.nounAfter(k, false))
		}
	}
	s := u.nounBefore(c)
	if s.from < from {
		return span{}
	}
	if u.comma(s.from-1) && u.at(from).upper && u.at(from+1).upper {
		for to := from + 1; to < s.from; to++ { // "Anna Ito, head of the union"
			if u.comma(to) {
				return u.speakable(span{from, to})
			}
		}
	}
	return u.speakable(s)
}

// beforeTimes passes over the words of time between a subject and the verb group
// at g: "Pell last week said", "Pell earlier Thursday said".
func (u *syntax) beforeTimes(g int) int {
	i := timesBefore(u, g)
	p := u.at(i - 1)
	switch {
	case i == g:
		return g
	case p.plays(nearWord) && u.at(i-2).is(conj|rel): // "and late Monday said"
		return i - 1
	case p.is(prep) && (u.comma(i-2) || u.at(i-2).is(rel)): // "Pell, the mayor, on Sunday said", "which on Sunday said"
		return i - 1
	case u.nounBefore(g).empty() && (p.plain() || p.mark == ')' || p.is(pronoun)):
		return i
	}
	return g
}

// timesBefore is where the words of time begin that end before g.
func timesBefore(u *syntax, g int) int {
	i := g
	if u.at(i-1).is(unitWord) && u.at(i-2).plays(nearWord) {
		i -= 2
	}
	isDay := func(k int) bool { // "12 June", "June 12"
		a, beside := u.at(k), u.at(k-1)
		return a.isUpper(months) && beside.is(num) || a.is(num) && (beside.isUpper(months) || u.at(k+1).isUpper(months))
	}
	for i > 1 && g-i < 4 && (u.at(i-1).is(timeWord) || isDay(i-1)) {
		i--
	}
	return i
}

// roleBefore is the role before a name whose second comma is missing: “…,” the
// harbour chief, Anna Ito said; empty for none.
func (u *syntax) roleBefore(s span) span {
	if !u.comma(s.from-1) || s.to-s.from > maxNameWords || !u.at(s.from).upper || !u.hasPerson(s) {
		return span{}
	}
	r := u.nounBefore(s.from - 1)
	if !u.roleIn(r) ||
		!u.at(r.from).starts && !u.at(r.from-1).quote {
		return span{}
	}
	return r
}

// halfApposed is the name before a role whose second comma is missing: "Ito,
// the harbour chief said"; empty for none.
func (u *syntax) halfApposed(s span) span {
	if !u.comma(s.from-1) || !u.at(s.from).is(def) || !u.roleIn(s) {
		return span{}
	}
	n := u.nounBefore(s.from - 1)
	if !u.at(n.from).starts && !u.at(n.from-1).quote ||
		n.to-n.from > maxNameWords {
		return span{}
	}
	isOther := func(a *atom) bool { return !a.isName() || a.is(timeWord|months|adv) || a.entry.kinds != 0 }
	if u.any(n, isOther) {
		return span{}
	}
	if u.lex.governingPlaces.Has(strings.ToLower(folded(u.text, u.at(n.from).first, u.at(n.to-1).last))) {
		return span{}
	}
	return n
}

// surveyAt says whether one certain survey is named at i: "in a Lantern poll",
// "in the latest survey"; not "in the polls".
func (u *syntax) surveyAt(i int) bool {
	if a := u.at(i); !a.isOrUpper(det|poss) && !a.owner {
		return false
	}
	for k := i; k < min(len(u.a), i+maxSurvey); k++ {
		if u.at(k).plays(surveyWord) {
			return isOneSurvey(u, i, k)
		}
		if !isBeforeSurvey(u, k) {
			return false
		}
	}
	return false
}

// isOneSurvey says whether the noun at k, whose group begins at i, is one certain survey.
func isOneSurvey(u *syntax, i, k int) bool {
	if u.at(k + 1).plain() {
		return false
	}
	return u.at(i-1).starts || !u.pluralAt(k) && (k > i+1 || u.at(i).is(one))
}

// isBeforeSurvey says whether the word at k may stand between an article and "poll".
func isBeforeSurvey(u *syntax, k int) bool {
	a := u.at(k)
	if a.mark != 0 {
		return u.inName(k)
	}
	return a.plainOr(det | poss | num | many)
}

// namedBefore says whether the noun at i is a verb after all, because a name or
// an outlet stands right before it: "Reuters reports that", "the daily claims
// that".
func (u *syntax) namedBefore(i int) bool {
	p := u.at(i - 1)
	if !u.thirdOnly(i) || p.owner {
		return false
	}
	if u.isPress(i-1) || p.is(given) {
		return true
	}
	if p.entry.kinds&outletNoun != 0 && u.at(i-2).is(def) {
		return true
	}
	return p.isName() && p.entry.kinds&^outletName == 0 && u.at(i-2).upper && !u.at(i-2).is(det)
}

// possessor is the owner of the noun at i: "Pell's", "his".
func (u *syntax) possessor(i int) span {
	for k := i - 1; k > max(-1, i-4); k-- {
		a := u.at(k)
		if a.owner {
			return u.ownerAt(k)
		}
		if a.is(poss) {
			return span{k, k + 1}
		}
		if !a.plain() {
			break
		}
	}
	return span{}
}

// ownerAt is the noun group of the possessor at k. A preposition ends it, but for the "of"
// of a name or of who holds something: "The rule fits with the minister's view".
func (u *syntax) ownerAt(k int) span {
	s := u.nounBefore(k + 1)
	for i := s.to - 1; i > s.from; i-- {
		if u.at(i).is(prep) && !(u.at(i).plays(ofWord) && canOwn(u, i-1)) {
			return span{i + 1, s.to}
		}
	}
	return behindVerb(u, s)
}

// behindVerb is an owner's name without the verb whose object it begins: "they dispute | Ada Pell's
// view".
func behindVerb(u *syntax, s span) span {
	from := s.to
	for from > s.from && u.at(from-1).upper {
		from--
	}
	if p := u.at(from - 1); from == s.from || from == s.to || u.at(s.from).is(det|poss) || !p.lowerPlain() ||
		p.entry.forms == 0 || p.entry.kinds != 0 || p.is(title|given) {
		return s
	}
	return span{from, s.to}
}

// canOwn says whether the word at i is a name or a noun for a source, which "of" ties to
// what follows: "the head of the board's view", not "the truth of Pell's claim".
func canOwn(u *syntax, i int) bool {
	a := u.at(i)
	return !a.headsNothing()
}

// stanceNoun says whether "in the … of X" with the word at i credits X.
func (u *syntax) stanceNoun(i int) bool { return u.lex.stances.Has(u.at(i).form) }

// borders says whether the range is set off from its clause on one side.
func (u *syntax) borders(from, to int) bool {
	return u.at(from).starts || u.comma(from-1) || u.comma(to) || u.at(to).ended()
}

// imperative says whether the single word with which a sentence opens is no
// name but has its capital from its place: "Follow the news", "Speaking at".
func (u *syntax) imperative(n span) bool {
	if n.to-n.from > 1 || u.at(n.from).is(given) || u.at(n.from).entry.kinds != 0 {
		return false
	}
	next := u.at(n.to)
	return !next.is(aux|finite|adv|conj|rel) && !next.plain() && next.mark == 0
}

// issuer is whoever makes a text public that is only now heard of, and so
// speaks by it: "The port issued a statement saying that", "The Gazette ran a
// piece that noted". s is the text; the range is empty where it speaks for
// itself.
func (u *syntax) issuer(s span) span {
	if !u.at(s.from).plays(aWord) || !u.printIn(s) {
		return span{}
	}
	for k := s.from - 1; k >= max(1, s.from-maxIssue); k-- {
		a := u.at(k)
		if a.isBut(sub|rel|conj, prep) {
			return span{}
		}
		if u.lex.issues.Has(a.form) {
			by := u.nounBefore(u.beforeAdverbs(k))
			if u.speaks(by) {
				return by
			}
			return span{}
		}
	}
	return span{}
}

// signer is the name that opens the line at atom from.
func (u *syntax) signer(from int) span {
	to := from
	for to < min(len(u.a), from+maxSignedName) && isSigned(u.at(to)) {
		to++
	}
	switch {
	case !endsSigned(u, to), u.lex.labels.Has(u.at(from).form):
		return span{}
	case from == 0 && !u.wholeName(span{from, to}):
		return span{}
	}
	return span{from, to}
}

// isSigned says whether a word may be a part of a name under a text.
func isSigned(a *atom) bool {
	return a.upper && a.plainBut(timeWord|months)
}

// endsSigned says whether a name under a text may end before atom i.
func endsSigned(u *syntax, i int) bool {
	a := u.at(i)
	return i == len(u.a) || a.marks(',', '(') || a.ended() || a.is(prep|num)
}

// maxSurvey is how many words may stand before the noun of a survey.
const maxSurvey = 7

// maxSignedName is the longest name in a line that names the author of what stands before it.
const maxSignedName = 6
