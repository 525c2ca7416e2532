package value

import "stemma/internal/language"

// openings are what may begin with a word, as far as the tables tell: it is looked up
// once, and most words begin nothing.
type openings uint8

const (
	aQuantity openings = 1 << iota
	aDate
	aHedge
)

// counting are the roles of words that a number may begin with; measuring, those
// that a quantity may.
const (
	counting  = articleWord | someWord | tensWord
	measuring = eachWord | betweenWord
)

// known is what is looked up of a word once, wherever it stands.
type known struct {
	roles   role
	opening openings
}

// knownOf joins the tables of single words.
func knownOf(l *lexicon) map[string]known {
	all := map[string]known{}
	for word, roles := range l.roles {
		all[word] = known{roles: roles}
	}
	for word, opening := range openingsOf(l) {
		all[word] = known{l.roles[word], opening}
	}
	return all
}

// opens says whether what is asked for may begin at atom i. Digits may begin any
// figure.
func (s *sentence) opens(i int, what openings) bool {
	a := &s.atoms[i]
	return a.opening&what != 0 || a.number || what == aQuantity && s.isGlued(i+1) && s.form(i+1) == "$"
}

// openingsOf files the words with which something may begin.
func openingsOf(l *lexicon) map[string]openings {
	found := map[string]openings{}
	note := func(word string, what openings) { found[word] |= what }
	for word := range l.numbers {
		note(word, aQuantity|aDate)
	}
	for word, roles := range l.roles {
		if roles&counting != 0 {
			note(word, aQuantity|aDate)
		}
		if roles&measuring != 0 {
			note(word, aQuantity)
		}
	}
	for word := range l.bounds.byFirst {
		note(word, aQuantity|aHedge)
	}
	for word := range l.units.byFirst {
		note(word, aQuantity)
	}
	for word := range l.hedges.byFirst {
		note(word, aHedge)
	}
	for word := range l.months {
		note(word, aDate)
	}
	for _, table := range []language.Table{l.calendar, l.clocks} {
		for word := range table {
			note(word, aDate)
		}
	}
	return found
}
