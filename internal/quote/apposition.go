package quote

// acrossApposition finds the subject before an apposition or a relative clause
// that ends with the mark at i: "Tobias Rennick, a former inspector, said".
// Where a role stands before a name ("his spokesman, Henrik Aas, said") the
// name is the subject, and role is the first atom of what stands before it.
func (u *sources) acrossApposition(i int, before []hit) (found span, role int) {
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
