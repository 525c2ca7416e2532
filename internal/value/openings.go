package value

import (
	"strings"

	"stemma/internal/language"
)

// openings are what may begin with a word, as far as the tables tell: it is looked up
// once, and most words begin nothing.
type openings uint8

const (
	aQuantity openings = 1 << iota
	aDate
	aHedge
)

// counting are the words outside of the tables that a number may begin with;
// measuring, those that a quantity may.
const (
	counting  = "a an half tens several few"
	measuring = "every each between"
)

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
	for _, word := range strings.Fields(counting) {
		note(word, aQuantity|aDate)
	}
	for _, word := range strings.Fields(measuring) {
		note(word, aQuantity)
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
