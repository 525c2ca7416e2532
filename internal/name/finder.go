package name

import (
	"stemma"
	"stemma/internal/language"
)

// Words is a text whose words are looked up.
type Words interface {
	// Class is what the tables know of a token; 0 for nothing.
	Class(token int) Class
	// ClassOf is the same of a folded word, or of the last part of a compound.
	ClassOf(word string) Class
}

// Grammar is what a [Finder] knows of a language besides its words. It is read-only.
type Grammar struct {
	capitals            bool             // every noun begins with a capital
	compounds           bool             // a noun's last part says what it is
	owner               language.Endings // of an owner: "Ada's"
	participle          language.Endings // of a verb's participle: "based"
	abstract, adjective language.Endings // where nouns have capitals: of nouns for no person, of adjectives
	introducing         language.Table   // the same: nouns that introduce a clause
	verbs               map[string]bool  // the same: finite verbs, as they are written
}

// NewGrammar reads the grammar of names of a language. Where nouns have capitals, verbs are
// the finite verbs as they are written; they may be nil.
func NewGrammar(p *language.Pack, verbs map[string]bool) *Grammar {
	table := p.Table("grammar")
	return &Grammar{
		capitals: table.Is("nouns", "capitals"), compounds: table.Is("nouns", "compounds"),
		owner: p.Endings("owner"), participle: p.Endings("participle"),
		abstract: p.Endings("abstract"), adjective: p.Endings("adjective"),
		introducing: p.Table("cue-nouns"), verbs: verbs,
	}
}

// Finder answers which tokens of a text are a name, whether it is a person's, and which part
// of it is what.
type Finder struct{ nouns }

// NewFinder makes ready for a text.
func NewFinder(g *Grammar, t *stemma.Text, words Words) Finder {
	return Finder{nouns{runs{bearers{parts{view{g, t, words}}}}}}
}

// Mention is a name as it stands in a text. All ranges are of tokens and half-open.
type Mention struct {
	First, Last int   // the name itself
	Title       int   // where the titles before it begin; First where there are none
	Person      bool  // something shows that a person bears it
	Gender      Class // MaleWord, FemaleWord or 0

	Given      string // the first name, folded; "" for a bare surname
	Surname    string // folded
	Generation string // "jr" and its like, folded; "" for none

	NickFirst, NickLast int // a nickname inside the name: Walter “Patch” Dunmore
}

// Append adds the names in the tokens from first to last to those found before.
func (f *Finder) Append(found []Mention, first, last int) []Mention {
	if f.capitals {
		return f.appendWithNouns(found, first, last)
	}
	for i := first; i < last; i++ {
		if !f.IsNameWord(i) {
			continue
		}
		m, end := f.mentionAt(i, f.beforeAnew(i, last))
		if m.Last > m.First {
			found = append(found, m)
		}
		i = max(end-1, i)
	}
	return found
}
