package quote

// sentenceSubject is the first noun group of the sentence that holds atom i,
// if a verb follows it; past an opening adverbial.
func (u *syntax) sentenceSubject(i int) span {
	from := i
	for u.goesOn(from) && u.at(from-1).mark != ';' && i-from < maxWalk {
		from--
	}
	if u.at(from).is(conj | adv) {
		from++
	}
	from = u.behindOpening(from, i)
	for k := from; k < i; k++ {
		a := u.at(k)
		if a.is(aux) || a.verbal() && k > from {
			if s := u.nounBefore(u.beforeAdverbs(k)); s.from >= from {
				return s
			}
			return span{}
		}
	}
	// "Guillot alluded to this": the verb may be one that no table knows.
	if u.at(from).is(subject) || u.at(from).isName() {
		if s := u.nounAfter(from, true); s.to < i {
			return u.beforeVerb(s)
		}
	}
	return span{}
}

// beforeVerb is a noun group without the adverbs and the verb that no table knows at its end:
// "Pell | declined", "he | often lapses".
func (u *syntax) beforeVerb(s span) span {
	if u.at(s.from).isBoth(pronoun, subject) {
		return span{s.from, s.from + 1}
	}
	for k := s.from + 1; k < s.to; k++ {
		if a := u.at(k); a.pastEnd || a.isLower(adv) {
			return span{s.from, k}
		}
	}
	return s
}

// behindOpening is where the main clause of a sentence begins that opens at atom from with a
// clause or a phrase set off by a comma, before atom i: "When the vote ended, | Pell stood up".
func (u *syntax) behindOpening(from, i int) int {
	if a := u.at(from); !a.isBut(sub|prep, rel) && !a.pastEnd {
		return from
	}
	main := from
	for k := from + 1; k < i; k++ {
		n := u.at(k + 1)
		if !u.comma(k) || !n.upper && !isSubject(n) && !n.is(det|poss) {
			continue
		}
		end := k + 1
		for end < i && !u.comma(end) {
			end++
		}
		isLast := end+1 >= i && !n.upper
		if isLast || u.clauseIn(k+1, end) || isPredicate(&u.clauses, end+1) { // "Pell, the mayor, | stood up"
			main = k + 1
		}
	}
	return main
}

func (u *syntax) beforeAdverbs(i int) int {
	for i > 0 && u.at(i-1).isLower(adv) {
		i--
	}
	return i
}
