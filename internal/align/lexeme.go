package align

import (
	"slices"

	"stemma"
	"stemma/internal/fnv"
)

// lexeme is a form that tokens of a story have, with all that is asked of each of them:
// looked up once, since a story is made of the same few words.
type lexeme struct {
	word   Word // as it weighs in general; its Index is that of the form without ending
	tells  bool // else it is left out of comparisons
	hash   uint64
	rarity float64
}

// lexicon is the lexemes of a story.
type lexicon struct {
	*Aligner
	vocabulary        map[string]int32 // forms without endings
	told, toldNumbers map[string]int32 // the places of forms as they stand
	lexemes           []lexeme
	values            values
	alike             nearWords
}

func newLexicon(a *Aligner) lexicon {
	return lexicon{
		Aligner: a, vocabulary: map[string]int32{}, told: map[string]int32{}, toldNumbers: map[string]int32{},
		values: newValues(a.values),
	}
}

// forget empties the lexicon.
func (l *lexicon) forget() {
	clear(l.vocabulary)
	clear(l.told)
	clear(l.toldNumbers)
	clear(l.lexemes)
	l.lexemes = l.lexemes[:0]
	l.values.forget()
	l.alike.known = false
}

// mark stands for a token that is no word.
const mark = -1

// read looks up the tokens of a text; the places are written over.
func (l *lexicon) read(places []int32, t *stemma.Text) []int32 {
	places = slices.Grow(places[:0], len(t.Tokens))
	for i := range t.Tokens {
		places = append(places, l.lexeme(&t.Tokens[i]))
	}
	return places
}

// lexeme gives the place of a token's form. One form may be a word here and a number
// there.
func (l *lexicon) lexeme(tok *stemma.Token) int32 {
	if tok.Kind == stemma.Mark {
		return mark
	}
	told := l.told
	if tok.Kind == stemma.Number {
		told = l.toldNumbers
	}
	place, known := told[tok.Form]
	if !known {
		place = int32(len(l.lexemes))
		told[tok.Form] = place
		l.lexemes = append(l.lexemes, l.newLexeme(tok))
	}
	return place
}

func (l *lexicon) newLexeme(tok *stemma.Token) lexeme {
	form := bare(tok.Form)
	index, known := l.vocabulary[form]
	if !known {
		index = int32(len(l.vocabulary))
		l.vocabulary[form] = index
	}
	id := l.vectors.ID(form)
	x := lexeme{
		word: Word{Form: form, Number: tok.Kind == stemma.Number, Weight: l.weigh(tok.Kind, id), id: id, Index: index},
		hash: fnv.Of(form), rarity: l.vectors.RarityID(id),
	}
	if x.tells = x.word.Weight >= leastWeight && !l.function.Has(tok.Form); x.tells {
		x.word.base = l.opposites.base(form)
	}
	return x
}

// room lends memory for lists that stay as long as the story does, many at a time.
type room[T any] struct{ free []T }

// How many items a room takes at first, and at most at once.
const (
	firstRoom = 64
	mostRoom  = 4096
)

// forget empties the room, of which the last list of many is kept.
func (r *room[T]) forget() {
	clear(r.free)
	r.free = r.free[:0]
}

// keep copies a list into the room.
func (r *room[T]) keep(list []T) []T {
	if cap(r.free)-len(r.free) < len(list) {
		r.free = make([]T, 0, max(len(list), firstRoom, min(2*cap(r.free), mostRoom)))
	}
	first := len(r.free)
	r.free = append(r.free, list...)
	return r.free[first:len(r.free):len(r.free)]
}
