package quote

// verbs knows what stands around a verb: auxiliaries, adverbs, what governs it.
type verbs struct{ nouns }

// opensClause says whether the word at i begins a clause: of a sentence, or
// after "but" or "that".
func (u *verbs) opensClause(i int) bool {
	p := u.at(i - 1)
	return i == 0 ||
		p.mark == '(' ||
		p.is(conj|that) ||
		p.edged ||
		u.comma(i-1) && u.at(i-2).is(that|sub)
}

func (u *verbs) overAdverbs(i int) int {
	for u.at(i).is(adv) {
		i++
	}
	return i
}

func (u *verbs) backAdverbs(i int) int {
	for i > 0 && u.at(i-1).is(adv) {
		i--
	}
	return i
}

// whenEnd is where an expression of time that starts at atom i ends, if only it
// stands before the next mark: "late Thursday", "a few days later"; else i.
func (u *verbs) whenEnd(i int) int {
	for k := i; k < i+maxWhen; k++ {
		a := u.at(k)
		if a.mark != 0 {
			if k > i && u.at(k-1).is(timeWord|months|num) {
				return k
			}
			return i
		}
		if a.quote || a.isBut(that|aux|pronoun, det|num) {
			return i
		}
	}
	return i
}

// hints says whether a word can begin what nominalAt or verbAt read. Few words
// of a text can, and these two take their time.
func (u *verbs) hints(i int) bool {
	a := &u.a[i]
	return a.entry.forms != 0 ||
		a.entry.clausal ||
		a.plays(accordingWord|asWord|perWord|inWord|byWord) ||
		u.comma(i-1) && a.is(adv)
}

func (u *verbs) onlyAdverbs(from, to int) bool {
	return !u.any(span{from, to}, func(a *atom) bool { return !a.is(adv | neg) })
}

// catenative gives the number of words before the "to" at i that let the
// infinitive say something: "went on", "continued"; 0 for none.
func (u *verbs) catenative(i int) int {
	one := u.at(i - 1).form
	if u.lex.catenatives[one] {
		return 1
	}
	if i >= 2 && u.lex.catenatives[u.at(i-2).form+" "+one] {
		return 2
	}
	if u.at(i - 1).is(have) {
		return 1
	}
	return 0
}

// opensSentence says whether the participle at i stands before the main clause:
// "Noting the risk, Pell", "After refusing to go, Pell".
func (u *verbs) opensSentence(i int) bool {
	return i == 0 ||
		u.at(i).starts ||
		u.at(i-1).starts && (u.at(i-1).isOrPlays(sub, adjunctWord))
}

// tells says whether the word at i is a form of a verb of saying.
func (u *verbs) tells(i int) bool {
	return u.at(i).entry.forms&toldForm != 0
}

// verbIn says whether a finite verb stands in the range.
func (u *verbs) verbIn(s span) bool {
	return anyOf(s.from, s.to, func(i int) bool { return u.at(i).is(aux|finite) || u.tells(i) })
}

// maxWhen is the longest expression of time behind ", as the daily reported".
const maxWhen = 5
