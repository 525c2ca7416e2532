package align

import (
	"stemma"
	"stemma/internal/vector"
)

// Clause is a statement made ready for comparison.
type Clause struct {
	Text        *stemma.Text
	Statement   *stemma.Statement
	First, Last int // the statement's tokens, half-open
	Sentence    int // index of its sentence in the text; -1 for none

	// What a clause is in a story; zero outside of one.
	Report   int     // index of the text
	Original int     // index of the first clause with the same words
	Words    []Word  // what it tells: content words and values
	Weight   float64 // of all of these

	ordinal int    // index of the first clause of its sentence
	around  []Word // what its whole sentence tells; the clauses of a sentence share it
	tells   amount // of what it tells
	beside  amount // of what its sentence tells
	keys    []filed
	run     []runWord
	order   []uint64
	speaker stemma.Maybe
	// sense is the direction of all it tells, less the story's; senseAround that of its sentence
	sense, senseAround vector.Direction

	wording []term  // all its words, ordered by id
	rarity  float64 // of all words
}

// term is a word of a clause, by the hash of its form, with its rarity. What a
// hash of 64 bits confuses by chance is not met.
type term struct {
	id     uint64
	rarity float64
}

// Tokens gives the tokens that a span reaches into, half-open.
func Tokens(t *stemma.Text, span stemma.Span) (first, last int) {
	first = t.TokenAt(span.Start)
	for last = first; last < len(t.Tokens) && t.Tokens[last].Start < span.End; last++ {
	}
	return first, last
}

// Rarity is the weight of all words of the statement.
func (c *Clause) Rarity() float64 { return c.rarity }
