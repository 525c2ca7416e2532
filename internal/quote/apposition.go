package quote

import "strings"

// acrossApposition finds the subject before an apposition or a relative clause
// that ends with the mark at i: "Tobias Rennick, a former inspector, said".
// Where a role stands before a name ("his spokesman, Henrik Aas, said") the
// name is the subject, and role is the first atom of what stands before it.
func (u *unit) acrossApposition(i int, before []hit) (found span, role int) {
	if u.at(i).mark == ')' {
		for k := i - 1; k > 0 && i-k < maxWalk; k-- {
			if u.at(k).mark == '(' {
				s := u.nounBefore(k)
				return s, s.from
			}
		}
		return span{}, 0
	}
	if s := u.leadingName(i); !s.empty() {
		return s, s.from
	}
	inner := i
	for k, commas := i-1, 0; k > 0 && i-k < maxWalk && commas < 5; k-- {
		a := u.at(k)
		if a.starts && !u.comma(k) || a.ended() {
			break
		}
		if a.quote && !a.scare || a.is(that) && u.at(k-1).verbal() {
			break
		}
		if a.mark != ',' && !u.dash(k) {
			continue
		}
		commas++
		if !u.aside(k+1, inner) {
			break
		}
		s := u.nounBefore(k)
		if !s.empty() {
			s = u.withRelative(s, before)
			found, role = u.nameOf(s, k+1, inner), s.from
			if found != s || u.hasName(s) {
				break
			}
			if u.at(s.from).starts || s.from == 0 || u.at(s.from-1).is(conj|sub|that) || u.at(s.from-1).quote {
				break
			}
		}
		inner = k
	}
	return found, role
}

// leadingName is the full name that opens the clause, where all that stands
// between it and the mark at i tells who its bearer is, whoever is named there:
// "Anna Ito, mother of the victim, Tom, said"; empty for none.
func (u *unit) leadingName(i int) span {
	from := i
	for from > 0 && i-from < maxWalk && !u.at(from).starts && !u.at(from-1).ended() && !(u.at(from-1).quote && !u.at(from-1).scare) {
		from--
	}
	for k := from; k+2 < i; k++ {
		if b := u.at(k - 1); k > from && !u.comma(k-1) && !b.is(conj|that) {
			continue
		}
		to := u.fullName(k)
		if to == k || !u.comma(to) || to == i {
			continue
		}
		if u.tellsWho(to+1, i) {
			return span{k, to}
		}
		return span{}
	}
	return span{}
}

// fullName is the end of the name of two words or more that begins at k with a
// given name that is known; k where none does.
func (u *unit) fullName(k int) int {
	to := k
	for to-k <= maxNameWords && u.at(to).upper && u.at(to).plain() && !u.at(to).owner && !u.at(to).is(timeWord|months) {
		to++
	}
	for from := k; from+1 < to; from++ {
		if u.at(from).is(given) && !u.at(from+1).is(title) {
			return to
		}
		if !u.at(from).is(title) {
			break
		}
	}
	return k
}

// tellsWho says whether the atoms are appositions and relative clauses only:
// they open like one and hold no verb of the main clause.
func (u *unit) tellsWho(from, to int) bool {
	a := u.at(from)
	if !a.is(rel|det|poss|num) && !a.is(title) && a.entry.kinds == 0 && !u.at(from+1).plays(ofWord) {
		return false
	}
	done := !a.is(rel) // the verb of the relative clause has been read
	for k := from; k < to; k++ {
		a := u.at(k)
		switch {
		case a.quote && !a.scare, a.is(conj) && u.comma(k-1):
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

// maxNameWords is the longest name that is looked for in an apposition.
const maxNameWords = 4

// nameAfter is the name in apposition to a role that ends before a comma:
// "said the harbour's chief engineer, Anna Ito."; else the role itself.
func (u *unit) nameAfter(s span) span {
	if s.empty() || !u.comma(s.to) || u.hasPerson(s) || !u.roleIn(s) {
		return s
	}
	from := s.to + 1
	to := from
	for to < len(u.a) && to-from < maxNameWords && u.at(to).upper && u.at(to).plain() && !u.at(to).is(timeWord|months) && u.at(to).entry.kinds&organisationHead == 0 {
		to++
	}
	name := span{from, to}
	last := u.at(to)
	if to-from < 2 || last.mark == 0 && !last.quote && to < len(u.a) || last.is(adv) {
		return s
	}
	if u.r.lex.places.Has(strings.ToLower(folded(u.passage.text, u.at(from).first, u.at(to-1).last))) {
		return s
	}
	return name
}

// hasPerson says whether the range ends in a person's name.
func (u *unit) hasPerson(s span) bool {
	if u.office(s) {
		return false
	}
	last := u.at(s.to - 1)
	return last.upper && last.plain() && !last.is(title) && last.entry.kinds == 0
}

// office says whether the range is a role without its holder's name: "the
// Republican governor of Aldwick".
func (u *unit) office(s span) bool { return u.at(s.from).is(det|poss) && u.roleIn(s) }

// roleIn says whether the head of the range is a role that a person holds.
func (u *unit) roleIn(s span) bool {
	for i := s.from; i < s.to; i++ {
		a := u.at(i)
		if i > s.from && a.is(prep) {
			return false
		}
		if (a.is(title) || a.entry.kinds&anonymousHead != 0 && !a.upper) && !a.owner && (i+1 == s.to || u.at(i+1).is(prep)) {
			return true
		}
	}
	return false
}

// hasName says whether the range holds a capitalised word in mid-sentence.
func (u *unit) hasName(s span) bool {
	if u.office(s) {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if a := u.at(i); a.upper && a.plain() && !a.starts && !a.is(title) {
			return true
		}
	}
	return false
}

// aside says whether the atoms can be an apposition or a relative clause.
func (u *unit) aside(from, to int) bool {
	if from >= to {
		return false
	}
	a := u.at(from)
	if a.is(rel) || a.is(sub) && !a.is(whether) || u.at(from+1).is(rel) || u.at(from+2).is(rel) {
		return true
	}
	for k := from; k < to; k++ {
		if b := u.at(k); b.is(aux) || b.is(pronoun) && b.is(subject) {
			return k > from+1 && u.relativeBetween(from, k)
		}
	}
	return true
}

func (u *unit) relativeBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if u.at(k).is(rel) {
			return true
		}
	}
	return false
}

// nameOf picks the name where a role stands before it.
func (u *unit) nameOf(s span, from, to int) span {
	if to-from > 4 || to <= from {
		return s
	}
	for k := from; k < to; k++ {
		if a := u.at(k); !a.upper || !a.plain() || a.is(timeWord) || a.entry.kinds&organisationHead != 0 {
			return s
		}
	}
	if last := u.at(s.to - 1); last.upper && !u.at(s.from).is(det|poss) {
		return s
	}
	return span{from, to}
}
