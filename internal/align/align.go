package align

import (
	"math"
	"sync"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Aligner compares statements in one language. It is safe for concurrent use.
type Aligner struct {
	vectors   *vector.Model
	opposites opposites
	function  language.Table // words without a meaning of their own
	values    *value.Comparer

	alone Comparison // what each part of a comparison counts

	places  sync.Pool // of *places
	stories sync.Pool // of *Story: closed ones, for their memory
}

// places says where in a vocabulary the words of the vectors stand.
type places struct {
	words vector.Set // none when not in use
	at    []int32    // of those
}

// New builds an aligner from the tables of a language.
func New(pack *language.Pack, vectors *vector.Model) *Aligner {
	return &Aligner{
		vectors: vectors, opposites: newOpposites(pack.Table("opposites"), pack.Endings("regular")),
		function: pack.Table("function"),
		values:   value.NewComparer(pack),
		alone:    aloneWeights(),
		places:   sync.Pool{New: func() any { return &places{at: make([]int32, vectors.Size())} }},
	}
}

const (
	// leastWeight is the weight below which a word is left out of comparisons:
	// "it", "would", "said" stand in any statement.
	leastWeight = 0.22
	// numberWeight is the weight of a number: it tells statements apart like
	// a rare word does.
	numberWeight = 0.9
	// vocabulary is the rank from which on a word tells as much as one that the
	// vector model does not know.
	vocabulary = 40000
)

var logVocabulary = math.Log(vocabulary)

// Weight says how much a token tells, from 0 (a mark, "the") to 1 (a rare
// name). It grows with the logarithm of the word's rank, as inverse document
// frequency does (Spärck Jones 1972).
func (a *Aligner) Weight(tok stemma.Token) float64 {
	if tok.Kind == stemma.Word {
		return a.weigh(tok.Kind, a.vectors.ID(bare(tok.Form)))
	}
	return a.weigh(tok.Kind, vector.Unknown)
}

func (a *Aligner) weigh(kind stemma.TokenKind, id int32) float64 {
	switch {
	case kind == stemma.Mark:
		return 0
	case kind == stemma.Number:
		return numberWeight
	case id < 0:
		return 1
	}
	return a.vectors.RarityID(id) * min(1, math.Log(float64(id+2))/logVocabulary)
}

// bare is a folded word without the possessive ending.
func bare(form string) string { return who.Unowned(form) }
