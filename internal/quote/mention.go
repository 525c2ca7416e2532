package quote

import (
	who "stemma/internal/name"
	"strings"
)

// mentions knows the names of outlets and what is named in marks.
type mentions struct{ run }

// quotedName says whether the quotation at i is a name that only has marks
// around it: the daily “Harbour Post”, a fisherman known as “Patch”, Walter
// “Patch” Dunmore.
func (u *mentions) quotedName(i int) bool {
	a, p := u.at(i), u.at(i-1)
	if !a.named {
		return false
	}
	switch {
	case p.isName() && u.at(i+1).isName():
		return true
	case p.entry.kinds&(outletNoun|outletName|organisationHead|documentHead|proceedingHead) != 0:
		return true
	}
	return u.namingBefore(i) < i
}

// namingBefore is where the words begin that give the name at i to what stands
// before them: "called", "known only as"; i where none do.
func (u *mentions) namingBefore(i int) int {
	last := u.at(i - 1)
	if u.lex.namings.Has(last.form) {
		return i - 1
	}
	for k := i - 2; k >= max(0, i-3); k-- {
		if u.lex.namings.Has(u.at(k).form + " " + last.form) {
			return k
		}
		if !u.at(k).is(adv) {
			break
		}
	}
	return i
}

// beforeNaming is where the words end that say what bears the name at e-1: "a
// group | called “Save Our Wall”", "a man | who gave his name as “Patch”"; e where
// none do.
func (u *mentions) beforeNaming(e int) int {
	k := u.namingBefore(e - 1)
	if k == e-1 {
		return e
	}
	for i := k - 1; i >= max(1, k-who.MaxNickname); i-- {
		if u.at(i).is(rel) {
			return i
		}
		if !u.at(i).is(poss) && !u.at(i).verbal() {
			break
		}
	}
	return k
}

// isPress says whether the atom is the name of a known outlet: "USA TODAY",
// "Reuters". A single common word is none ("People", "Time").
func (u *mentions) isPress(i int) bool {
	a := u.at(i)
	if a.entry == u.lex.outlet {
		return true
	}
	return a.upper && a.entry.kinds&outletName != 0 && a.entry.kinds&(outletNoun|documentHead) == 0 &&
		u.lex.outlets[a.form] != ""
}

// pressBefore is the outlet, or the plain noun for media, right before what it
// prints at i: "a Gazette report that", "media reports that". Of plain media it
// takes in the noun itself.
func (u *mentions) pressBefore(i int) span {
	if p := u.at(i - 1); !u.lex.publications.Has(u.at(i).form) ||
		p.entry.kinds&(outletNoun|outletName) == 0 {
		return span{}
	}
	s := span{i - 1, i}
	for k := i - 1; k >= 0 && i-k <= maxNameWords+1 && (u.at(k).plainOr(det)) && !u.at(k).verbal(); k-- {
		s.from = k
		if u.at(k).is(det) {
			break
		}
	}
	if !u.at(i - 1).upper {
		s.to = i + 1
	}
	return s
}

// pressIn says whether a known outlet's name or a plain noun for outlets stands
// in the range before its first preposition.
func (u *mentions) pressIn(s span) bool {
	isOutlets := u.any(u.head(s), func(a *atom) bool { return a.entry.kinds&(outletNoun|documentHead) == outletNoun })
	return isOutlets || u.outletIn(s)
}

// pressTokens is pressIn for a range of tokens.
func (u *mentions) pressTokens(s stretch) bool {
	for i := range u.a {
		if u.a[i].first == s.from {
			to := i
			for to < len(u.a) && u.a[to].last <= s.to {
				to++
			}
			return u.pressIn(span{i, to})
		}
	}
	return false
}

// printIn says whether the head of the range is a text: "statement", "piece".
func (u *mentions) printIn(s span) bool {
	return u.any(u.head(s), func(a *atom) bool {
		return a.entry.kinds&documentHead != 0 || u.lex.publications.Has(a.form)
	})
}

// speaks says whether the range can be somebody: a name, a pronoun, a body, or
// somebody known to the reader ("the port").
func (u *mentions) speaks(s span) bool {
	if u.at(s.from).is(def | poss) {
		return true
	}
	return u.any(s, func(a *atom) bool {
		return a.isNameBut(timeWord|months) || a.isBoth(pronoun, subject) || a.entry.kinds&^documentHead != 0
	})
}

// named says whether the range looks like a person's name.
func (u *mentions) named(s span) bool {
	return u.at(s.from).is(given|title) && u.at(s.to-1).upper && s.to-s.from <= 4 && s.to-s.from >= 2
}

// wholeName says whether the range is a given name and a surname, or a title
// and a name.
func (u *mentions) wholeName(s span) bool {
	return s.to-s.from >= 2 && u.at(s.from).is(given|title) &&
		u.kindsIn(s)&(organisationHead|documentHead|proceedingHead|outletName) == 0
}

// maxIssue is how many words may stand between a verb of making public and the
// text that is made public: "put out", "emailed reporters".
const maxIssue = 3

// maxNameWords is the longest name that is looked for in an apposition.
const maxNameWords = 4

// outletIn says whether the range names an outlet.
func (u *mentions) outletIn(s span) bool {
	if u.kindsIn(s)&(outletName|outletNoun) != 0 {
		return true
	}
	text := strings.ToLower(folded(u.text, u.at(s.from).first, u.at(s.to-1).last))
	_, known := u.lex.outlets[u.lex.Bare(text)]
	return known || u.lex.SameOutlet(string(u.text.Report.Outlet), text)
}

// kindsIn gathers what the words of the range can be.
func (u *mentions) kindsIn(s span) kindSet {
	var k kindSet
	for i := s.from; i < s.to; i++ {
		k |= u.at(i).entry.kinds
	}
	return k
}
