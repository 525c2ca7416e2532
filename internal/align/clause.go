package align

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/fnv"
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
	keys    []filed
	run     []runWord
	speaker stemma.Maybe
	// sense is the direction of all it tells, less the story's; senseAround that of its sentence
	sense, senseAround []float32

	wording []term  // all its words, ordered by id
	rarity  float64 // of all words
}

// term is a word of a clause, by the hash of its form, with its rarity. What a
// hash of 64 bits confuses by chance is not met.
type term struct {
	id     uint64
	rarity float64
}

// Clause readies a statement of a text.
func (a *Aligner) Clause(t *stemma.Text, st *stemma.Statement) *Clause {
	c := &Clause{Text: t, Statement: st, Sentence: t.SentenceAt(st.Span.Start)}
	c.First, c.Last = Tokens(t, st.Span)
	for _, tok := range t.Tokens[c.First:c.Last] {
		if tok.Kind == stemma.Mark {
			continue
		}
		form := bare(tok.Form)
		c.wording = append(c.wording, term{fnv.Of(form), a.vectors.Rarity(form)})
	}
	slices.SortFunc(c.wording, func(x, y term) int { return cmp.Compare(x.id, y.id) })
	for _, w := range c.wording {
		c.rarity += w.rarity
	}
	return c
}

// Tokens gives the tokens that a span reaches into, half-open.
func Tokens(t *stemma.Text, span stemma.Span) (first, last int) {
	first = t.TokenAt(span.Start)
	for last = first; last < len(t.Tokens) && t.Tokens[last].Start < span.End; last++ {
	}
	return first, last
}

// Forms gives the folded words of the statement, without marks and possessive
// endings.
func (c *Clause) Forms() []string {
	var found []string
	for _, tok := range c.Text.Tokens[c.First:c.Last] {
		if tok.Kind != stemma.Mark {
			found = append(found, bare(tok.Form))
		}
	}
	return found
}

// Rarity is the weight of all words of the statement.
func (c *Clause) Rarity() float64 { return c.rarity }
