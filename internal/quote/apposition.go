package quote

// acrossApposition finds the subject before an apposition or a relative clause
// that ends with the mark at i: "Tobias Rennick, a former inspector, said".
// Where a role stands before a name ("his spokesman, Henrik Aas, said") the
// name is the subject, and role is the first atom of what stands before it.
func (u *sources) acrossApposition(i int, before []hit) (found span, role int) {
	if u.at(i).mark == ')' {
		s := beforeBracket(u, i)
		return s, s.from
	}
	if s := u.leadingName(i); !s.empty() {
		return s, s.from
	}
	inner := i
	for k, commas := i-1, 0; k > max(0, i-maxWalk) && commas < mostCommas && !endsAsides(u, k); k-- {
		if u.at(k).mark != ',' && !u.dash(k) {
			continue
		}
		commas++
		if !u.aside(k+1, inner) {
			break
		}
		if s := withBracket(u, k); !s.empty() && !isAffiliation(u, s) {
			if m := u.modified(s.to, s); !m.empty() {
				s = m
			}
			if p := s.from - 1; opensPhrase(u, p) { // "Pell, during a talk in Selby, Ohio, said"
				s, k = u.nounBefore(p-1), p-1
			}
			found, role = u.nameOf(s, k+1, inner), s.from
			if found != s || u.hasName(s) || opensClause(u, s.from) {
				break
			}
		}
		inner = k
	}
	return found, role
}

// opensPhrase says whether the preposition at atom k opens a phrase behind a comma, so that its
// noun is nobody's subject.
func opensPhrase(u *sources, k int) bool {
	return u.at(k).isBut(prep, sub) &&
		u.comma(k-1) &&
		!u.at(k-2).ended() &&
		k > 1
}

// isAffiliation says whether a party and a state stand between commas behind a name: "Sen.
// Pell, | D-Conn.,".
func isAffiliation(u *sources, s span) bool {
	w := u.written(s.from)
	return s.to-s.from == 1 &&
		len(w) > 2 &&
		w[1] == '-' &&
		u.at(s.from).upper &&
		u.comma(s.from-1) &&
		u.comma(s.to)
}

// mostCommas is how many commas may stand between a subject and its verb.
const mostCommas = 5

// withBracket is the noun group before atom k, with a bracket of several words behind it:
// "Sen. Pell (D., Conn.)".
func withBracket(u *sources, k int) span {
	if there := u.at(k - 1); there.is(dummy) && u.at(k-2).plain() { // "A manager there, Pell, said"
		s := u.nounBefore(k - 1)
		return span{s.from, k}
	}
	s := u.nounBefore(k)
	if s.empty() && u.at(k-1).mark == ')' {
		if s = beforeBracket(u, k-1); !s.empty() {
			s.to = k
		}
	}
	return s
}

// beforeBracket is the noun group before the bracket that the mark at i closes.
func beforeBracket(u *sources, i int) span {
	for k := i - 1; k > max(0, i-maxWalk); k-- {
		if u.at(k).mark == '(' {
			return u.nounBefore(k)
		}
	}
	return span{}
}

// endsAsides says whether no apposition goes back over atom k: the end of a sentence, a
// quotation, the "that" of a clause.
func endsAsides(u *sources, k int) bool {
	a := u.at(k)
	return a.breaks() ||
		a.is(that) && u.at(k-1).verbal()
}

// opensClause says whether a clause begins at atom k, so that the noun group there is its
// subject.
func opensClause(u *sources, k int) bool {
	return k == 0 ||
		u.at(k).starts ||
		u.at(k-1).is(conj|sub|that)
}
