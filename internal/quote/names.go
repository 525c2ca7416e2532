package quote

import (
	"slices"

	who "stemma/internal/name"
)

// name is a capitalised name in the text: its tokens, and the titles before it. Package name
// finds it.
type name struct {
	from, to int // tokens of the name itself
	title    int // first token of the titles before it; from when there are none
	person   bool
	gender   class

	given      string  // folded first name, "" for a bare surname
	surname    string  // folded
	generation string  // folded "jr" and its like, "" for none
	nickname   stretch // tokens of a nickname inside the name: Walter “Patch” Dunmore
}

// isPerson says whether a person bears the name, of which more than titles stands there.
func (n *name) isPerson() bool { return n.person && n.to > n.from }

// Class is what a token may be in a name or beside one.
func (w *lookup) Class(i int) who.Class {
	if e := w.entry(i); e != nil {
		return e.name
	}
	return 0
}

// ClassOf is the same of a word, or of the last part of a compound.
func (w *lookup) ClassOf(word string) who.Class {
	if e := w.lex.word(word); e != nil {
		return e.name
	}
	return 0
}

// names finds the names in the tokens from first to last, for as long as the report is read.
func (w *words) names(first, last int) []name {
	if len(w.found) == cap(w.found) {
		w.found = make([]name, 0, foundRoom)
	}
	from := len(w.found)
	w.found = w.addNames(w.found, first, last)
	return slices.Clip(w.found[from:])
}

// foundRoom is how many names find room beside each other.
const foundRoom = 128

// addNames adds the names in the tokens from first to last to those found before.
func (w *words) addNames(found []name, first, last int) []name {
	w.mentions = w.finder.Append(w.mentions[:0], first, last)
	for i := range w.mentions {
		if m := &w.mentions[i]; !w.isOneOfMany(m) {
			found = append(found, nameOf(m))
		}
	}
	return found
}

// isOneOfMany says whether a mention is what somebody is called who is not named: "a New Selby
// Republican", "Ada Pell, New Selby Republican, who".
func (w *words) isOneOfMany(m *who.Mention) bool {
	if m.Last-m.First < 2 || m.First == 0 || !w.entry(m.Last-1).heads(anonymousHead) {
		return false
	}
	k := m.First - 1
	if k > 0 && !w.upper(k) && w.plays(k-1, aWord|oneWord) { // "an old New Selby Republican"
		k--
	}
	return w.entry(k).is(one|num) ||
		w.plays(k, aWord|oneWord) ||
		w.text.Tokens[k].Form == ","
}

func nameOf(m *who.Mention) name {
	n := name{
		from: m.First, to: m.Last, title: m.Title, person: m.Person,
		given: m.Given, surname: m.Surname, generation: m.Generation,
		nickname: stretch{m.NickFirst, m.NickLast},
	}
	switch m.Gender {
	case who.MaleWord:
		n.gender = male
	case who.FemaleWord:
		n.gender = female
	}
	return n
}

// takeApart says which part of a name is what.
func (w *words) takeApart(n *name) {
	m := who.Mention{First: n.from, Last: n.to, Title: n.title}
	w.finder.TakeApart(&m)
	n.given, n.surname, n.generation = m.Given, m.Surname, m.Generation
}

// nameWord says whether the token can be part of a name.
func (w *words) nameWord(i int) bool { return w.finder.IsNameWord(i) }

// isLast says whether nothing follows the name in its expression, but the name again.
func isLast(w *words, n name, end int) bool {
	return n.to >= end || w.finder.IsNamedAnew(n.from, n.to, end)
}
