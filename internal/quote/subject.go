package quote

// subjectSource finds the subject to the left of the verb group.
func (u *unit) subjectSource(h *hit, before []hit) bool {
	g := h.group.from
	p := u.at(g - 1)
	switch {
	case g == 0:
		return false
	case p.is(rel) && !p.is(dem|that) || p.is(that) && u.at(g-2).plain():
		return u.antecedent(h, g-1)
	case p.mark == ',' || p.mark == ')' || u.dash(g-1) || p.quote && p.short && (u.at(g-2).plain() || u.at(g-2).is(prep)):
		if s := u.acrossApposition(g - 1); !s.empty() {
			u.setSubject(h, s)
			return true
		}
		if p.mark == ',' && g < h.at {
			return u.inheritSource(h, before)
		}
		return false
	case p.is(conj):
		return u.coordinated(h, g-1, before)
	}
	s := u.nounBefore(g)
	if s.empty() {
		return false
	}
	u.setSubject(h, s)
	return true
}

func (u *unit) setSubject(h *hit, s span) {
	h.source, h.edge = s, s.from
	p := u.at(s.from - 1)
	h.bare = s.from > 0 && (p.mark == ',' || p.quote && !p.scare || u.dash(s.from-1) || p.mark == '?' || p.mark == '!')
}

// coordinated reads "said … and announced": the subject is the one before.
func (u *unit) coordinated(h *hit, c int, before []hit) bool {
	h.edge = c
	if u.comma(c - 1) {
		h.edge--
	}
	if len(before) > 0 && before[len(before)-1].nominal && before[len(before)-1].right >= c {
		return false
	}
	return u.inheritSource(h, before)
}

// antecedent is the noun group that the relative pronoun at i refers to; when
// a subject stands between pronoun and verb ("which the memo calls") the
// caller has already taken it.
func (u *unit) antecedent(h *hit, i int) bool {
	e := i
	if u.comma(e - 1) {
		e--
	}
	for u.at(e-1).is(prep) && e > 0 {
		e--
	}
	s := u.nounBefore(e)
	if s.empty() {
		return false
	}
	h.source, h.relative = s, true
	h.edge = i
	if u.comma(i - 1) {
		h.edge--
	}
	return true
}

// acrossApposition finds the subject before an apposition or a relative clause
// that ends with the mark at i: "Tobias Rennick, a former inspector, said".
// Where a role stands before a name ("his spokesman, Henrik Aas, said") the
// name is the subject.
func (u *unit) acrossApposition(i int) span {
	if u.at(i).mark == ')' {
		for k := i - 1; k > 0 && i-k < maxWalk; k-- {
			if u.at(k).mark == '(' {
				return u.nounBefore(k)
			}
		}
		return span{}
	}
	var found span
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
			found = u.nameOf(s, k+1, inner)
			if found != s || u.hasName(s) {
				break
			}
			if u.at(s.from).starts || s.from == 0 || u.at(s.from-1).is(conj|sub|that) || u.at(s.from-1).quote {
				break
			}
		}
		inner = k
	}
	return found
}

// hasName says whether the range holds a capitalised word in mid-sentence.
func (u *unit) hasName(s span) bool {
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

// kindsIn gathers what the words of the range can be.
func (u *unit) kindsIn(s span) kindSet {
	var k kindSet
	for i := s.from; i < s.to; i++ {
		k |= u.at(i).entry.kinds
	}
	return k
}
