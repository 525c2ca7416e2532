package quote

// maxIssue is how many words may stand between a verb of making public and the
// text that is made public: "put out", "emailed reporters".
const maxIssue = 3

// issuer is whoever makes a text public that is only now heard of, and so
// speaks by it: "The port issued a statement saying that", "The Gazette ran a
// piece that noted". s is the text; the range is empty where it speaks for
// itself.
func (u *unit) issuer(s span) span {
	if s.empty() || !u.at(s.from).plays(aWord) || u.at(s.from).upper || !u.printIn(s) {
		return span{}
	}
	for k := s.from - 1; k > 0 && s.from-k <= maxIssue; k-- {
		a := u.at(k)
		if a.mark != 0 || a.quote || a.is(sub|rel|conj) && !a.is(prep) {
			return span{}
		}
		if !a.upper && u.r.lex.issues.Has(a.form) {
			by := u.nounBefore(u.beforeAdverbs(k))
			if !by.empty() && u.speaks(by) {
				return by
			}
			return span{}
		}
	}
	return span{}
}

// printIn says whether the head of the range is a text: "statement", "piece".
func (u *unit) printIn(s span) bool {
	for i := s.from; i < s.to; i++ {
		if i > s.from && u.at(i).is(prep) {
			return false
		}
		if a := u.at(i); a.entry.kinds&documentHead != 0 || a.is(medium) || u.r.lex.prints.Has(a.form) {
			return true
		}
	}
	return false
}

// speaks says whether the range can be somebody: a name, a pronoun, a body, or
// somebody known to the reader ("the port").
func (u *unit) speaks(s span) bool {
	if u.at(s.from).is(def | poss) {
		return true
	}
	for i := s.from; i < s.to; i++ {
		a := u.at(i)
		if a.upper && a.plain() && !a.is(timeWord|months) || a.is(pronoun) && a.is(subject) || a.is(title) || a.entry.kinds&^documentHead != 0 {
			return true
		}
	}
	return false
}
