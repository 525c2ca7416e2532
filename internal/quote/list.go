package quote

import "strings"

// listBefore is a subject with those who are named before it in a list:
//
//	Pakistan, China | and Britain said
//	Joan Pell, Robin Ash, | and Tom Wren said
//	Officials in Selby, Aldwick | and Mirefleet said
//
// s is the noun group right before the verb. A list has three names at least; what only opens the
// sentence is none of it ("In Selby, Pell and Ash said").
func listBefore(u *sources, s span) span {
	from, items := s.from, 2
	if p := s.from - 1; u.at(p).plays(andWord) && u.comma(p-1) {
		from, items = p, 1
	} else if !joinsNames(u, s) {
		return s
	}
	for ; items < mostListed && u.comma(from-1); items++ {
		t := u.nounBefore(from - 1)
		if !mayBeListed(u, t) {
			break
		}
		if u.at(t.from - 1).is(prep) {
			return s
		}
		from = t.from
	}
	if items < leastListed || !u.at(from).isName() || !opensList(u, from) || isBodysList(u, from, s) {
		return s
	}
	return span{from, s.to}
}

// A list of names has leastListed of them at least, and mostListed are read.
const (
	leastListed = 3
	mostListed  = 12
)

// joinsNames says whether the last two words of a list stand in a noun group: "China and Britain".
func joinsNames(u *sources, s span) bool {
	and := firstOf(s.from+1, s.to, func(i int) bool { return u.at(i).plays(andWord) })
	return u.at(s.from).isName() && and+1 < s.to && u.at(and-1).isName() && u.at(and+1).isName()
}

// mayBeListed says whether a noun group before a comma may be one of a list of names: it ends with a
// name that is no day, and is no adverb that opens a sentence.
func mayBeListed(u *sources, t span) bool {
	first, last := u.at(t.from), u.at(t.to-1)
	isAdverb := t.to-t.from == 1 && (first.is(adv|num) || strings.HasSuffix(first.form, "ly"))
	return !t.empty() && !isAdverb && !u.verbIn(t) &&
		last.plainBut(timeWord|months) && last.upper && first.entry.forms&gerundForm == 0
}

// opensList says whether a list of names may begin at atom i: where a clause does, or behind a comma.
func opensList(u *sources, i int) bool { return opensClause(u, i) || u.comma(i-1) }

// isBodysList says whether a list is the name of somebody's body: "Bureau of Mines, Weirs and Tides
// spokeswoman Pell".
func isBodysList(u *sources, from int, s span) bool {
	return u.at(from+1).plays(ofWord) &&
		u.any(s, func(a *atom) bool { return a.is(title) && !a.upper })
}
