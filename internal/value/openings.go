package value

import "stemma/internal/language"

// openings are what may begin with a word, as far as the tables tell: it is looked up
// once, and most words begin nothing.
type openings uint16

const (
	aQuantity openings = 1 << iota
	aDate
	aHedge

	// An entry of a table of phrases.
	aUnit
	aBound
	aBoundBehind
	aHedging
	aNegation
	aPlace
	aTitle
	aStyle
	aBody
	anAgency
)

// counting are the roles of words that a number may begin with; measuring, those
// that a quantity may.
const (
	counting  = articleWord | someWord | tensWord
	measuring = eachWord | betweenWord
)

// grammar is what a word does in the grammar of its language.
type grammar uint8

const (
	functional    grammar = 1 << iota // it is grammar, not matter
	determining                       // "the", "some"
	owning                            // "their"
	defining                          // "the", and not "a"
	subordinating                     // "which", "while"
)

// grammarNames maps the attributes of function words to what they do.
func grammarNames() map[string]grammar {
	return map[string]grammar{"det": determining, "poss": owning, "def": defining}
}

// known is what is looked up of a word once, wherever it stands.
type known struct {
	roles   role
	opening openings
	grammar grammar
	number  numeral // without a role for what is no number word
}

// knownOf joins the tables of single words.
func knownOf(l *lexicon) map[string]*known {
	all := make(map[string]*known, l.function.Len()+len(l.roles)+len(l.places.byFirst)+len(l.titles.byFirst))
	of := func(word string) *known {
		k := all[word]
		if k == nil {
			k = &known{}
			all[word] = k
		}
		return k
	}
	for word, roles := range l.roles {
		of(word).roles = roles
	}
	for word, n := range l.numbers {
		of(word).number = n
	}
	names := grammarNames()
	for word, attributes := range l.function.All() {
		k := of(word)
		k.grammar |= functional
		for _, a := range attributes {
			k.grammar |= names[a]
		}
	}
	for word := range l.subordinators.All() {
		of(word).grammar |= subordinating
	}
	openingsOf(l, func(word string, what openings) { of(word).opening |= what })
	return all
}

// opens says whether what is asked for may begin at atom i. Digits may begin any
// figure.
func (s *sentence) opens(i int, what openings) bool {
	a := &s.atoms[i]
	return a.opening&what != 0 || a.number || what == aQuantity && s.isGlued(i+1) && s.form(i+1) == "$"
}

// does says whether atom i is a word that does one of these in the grammar.
func (s *sentence) does(i int, what grammar) bool {
	return i >= 0 && i < len(s.atoms) && s.atoms[i].grammar&what != 0
}

// numeral is what the word at atom i is in a number, without a role for other words.
func (s *sentence) numeral(i int) numeral {
	if i < 0 || i >= len(s.atoms) {
		return numeral{}
	}
	return s.atoms[i].known.number
}

// openingsOf tells of the words with which something may begin.
func openingsOf(l *lexicon, note func(word string, what openings)) {
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
	for _, p := range l.phrases() {
		for word := range p.byFirst {
			note(word, p.opens)
		}
	}
	for word := range l.months {
		note(word, aDate)
	}
	for _, table := range []language.Table{l.calendar, l.clocks} {
		for word := range table.All() {
			note(word, aDate)
		}
	}
}
