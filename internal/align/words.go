package align

import (
	"stemma"
	"stemma/internal/vector"
)

// Word is a content word of a clause.
type Word struct {
	Form   string
	Index  int32 // in the story's vocabulary
	Number bool
	Weight float64 // how much it tells, in general and in the story

	id   int32  // in the vector model
	base string // as the table of opposites has it; "" for most words
}

// Words gives the content words of the tokens [first,last).
func (s *Story) Words(t *stemma.Text, first, last int) []Word {
	var found []Word
	for _, tok := range t.Tokens[first:last] {
		w := s.Weight(tok)
		if w < leastWeight || s.function.Has(tok.Form) {
			continue
		}
		form := bare(tok.Form)
		index, known := s.vocabulary[form]
		if !known {
			index = int32(len(s.vocabulary))
			s.vocabulary[form] = index
		}
		found = append(found, Word{
			Form: form, Number: tok.Kind == stemma.Number, Weight: w,
			id: s.vectors.ID(form), Index: index, base: s.opposites.base(form),
		})
	}
	return found
}

// Total is the weight of words together.
func Total(words []Word) float64 {
	sum := 0.0
	for i := range words {
		sum += words[i].Weight
	}
	return sum
}

// likeness says how near two words are, 0..1: 1 for equal ones. Words whose
// vectors are less alike than leastCosine are not alike at all. It remembers
// how alike two words are, since a story is made of the same few words.
func (s *Story) likeness(a, b *Word) float64 {
	if a.Index == b.Index {
		return 1
	}
	if a.Number || b.Number {
		return 0
	}
	row := s.row(a.Index)
	if int(b.Index) >= len(row) {
		return s.compare(a, b)
	}
	if row[b.Index] < 0 {
		row[b.Index] = float32(s.compare(a, b))
	}
	return float64(row[b.Index])
}

// row gives the remembered likenesses of a word. Words that come later than
// the row are not remembered in it.
func (s *Story) row(index int32) []float32 {
	for int(index) >= len(s.alike) {
		s.alike = append(s.alike, nil)
	}
	if s.alike[index] == nil {
		row := make([]float32, len(s.vocabulary))
		for i := range row {
			row[i] = -1
		}
		s.alike[index] = row
	}
	return s.alike[index]
}

func (s *Story) compare(a, b *Word) float64 {
	if vector.SameStem(a.Form, b.Form) {
		return stemLikeness
	}
	cos := s.vectors.SimilarityID(a.id, b.id)
	if cos < leastCosine {
		return 0
	}
	return synonymLikeness * (cos - floorCosine) / (1 - floorCosine)
}

const (
	stemLikeness    = 0.95
	synonymLikeness = 0.8  // near words are never as good as the word itself
	leastCosine     = 0.60 // below it, GloVe neighbours share a topic, not a meaning
	floorCosine     = 0.25
)
