package claim

import (
	"math"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/vector"
)

const (
	// contentWeight is the weight from which on a word counts as a content
	// word: "according" is below it, "inspection" above.
	contentWeight = 0.35
	// leastWeight is the weight below which a word is left out of comparisons:
	// "it", "would", "said" stand in any statement.
	leastWeight = 0.22
	// numberWeight is the weight of a number: it tells statements apart like
	// a rare word does.
	numberWeight = 0.9
	// vocabulary is the size of the vector model's vocabulary, as the scale
	// for the logarithm of a word's rank.
	vocabulary = 40000
)

// weight says how much a token tells, from 0 (a mark, "the") to 1 (a rare
// name). It grows with the logarithm of the word's rank, as inverse document
// frequency does (Spärck Jones 1972), but is taken from general English, since
// in a pile about one story the telling words are the frequent ones.
func (r *Reader) weight(tok stemma.Token) float64 {
	switch tok.Kind {
	case stemma.Mark:
		return 0
	case stemma.Number:
		return numberWeight
	}
	form := strings.TrimSuffix(tok.Form, "'s")
	rank := r.vectors.Rank(form)
	if rank < 0 {
		return 1
	}
	return r.vectors.Rarity(form) * math.Log(float64(rank+2)) / math.Log(vocabulary)
}

// word is a content word of a statement.
type word struct {
	form   string
	number bool
	weight float64
	id     int32  // in the vector model
	index  int32  // in the scorer's vocabulary
	base   string // as the table of opposites has it; "" for most words
}

// scorer compares the words of one story. It remembers how alike two words
// are, since a story's statements are made of the same few words. It is not
// safe for concurrent use.
type scorer struct {
	*Reader
	vocabulary map[string]int32
	alike      [][]float32 // a row a word, made when it is first compared; below 0 is unknown
}

func (r *Reader) newScorer() *scorer {
	return &scorer{Reader: r, vocabulary: map[string]int32{}}
}

// words gives the content words of the tokens [first,last).
func (s *scorer) words(t *stemma.Text, first, last int) []word {
	var found []word
	for _, tok := range t.Tokens[first:last] {
		w := s.weight(tok)
		if w < leastWeight || s.function.Has(tok.Form) {
			continue
		}
		form := strings.TrimSuffix(tok.Form, "'s")
		index, known := s.vocabulary[form]
		if !known {
			index = int32(len(s.vocabulary))
			s.vocabulary[form] = index
		}
		found = append(found, word{
			form: form, number: tok.Kind == stemma.Number, weight: w,
			id: s.vectors.ID(form), index: index, base: s.opposites.base(form),
		})
	}
	return found
}

// likeness says how near two words are, 0..1: 1 for equal ones. Words whose
// vectors are less alike than leastCosine are not alike at all.
func (s *scorer) likeness(a, b *word) float64 {
	if a.index == b.index {
		return 1
	}
	if a.number || b.number {
		return 0
	}
	row := s.row(a.index)
	if int(b.index) >= len(row) {
		return s.compare(a, b)
	}
	if row[b.index] < 0 {
		row[b.index] = float32(s.compare(a, b))
	}
	return float64(row[b.index])
}

// row gives the remembered likenesses of a word. Words that come later than
// the row are not remembered in it.
func (s *scorer) row(index int32) []float32 {
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

func (s *scorer) compare(a, b *word) float64 {
	if vector.SameStem(a.form, b.form) {
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

// opposites knows words that make two otherwise equal statements contradict
// each other: "raised" and "cut", "upstream" and "downstream".
type opposites struct {
	pairs map[[2]string]bool
	bases map[string]bool
}

// newOpposites reads "raise: cut lower" as raise against cut and lower.
func newOpposites(table language.Table) opposites {
	o := opposites{map[[2]string]bool{}, map[string]bool{}}
	for _, entry := range table.Entries() {
		for _, other := range table[entry] {
			o.pairs[[2]string{entry, other}] = true
			o.pairs[[2]string{other, entry}] = true
			o.bases[entry], o.bases[other] = true, true
		}
	}
	return o
}

// base gives the form in which the table has a word, or "": the word itself or
// what is left when a regular ending is stripped.
func (o opposites) base(form string) string {
	if o.bases[form] {
		return form
	}
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && o.bases[stem] {
			return stem
		}
	}
	return ""
}

// clash says whether one side has a word whose opposite the other side has,
// and neither has both.
func (o opposites) clash(a, b []word) bool {
	for i := range a {
		if a[i].base == "" {
			continue
		}
		for k := range b {
			if b[k].base != "" && o.pairs[[2]string{a[i].base, b[k].base}] && !holds(a, b[k].base) && !holds(b, a[i].base) {
				return true
			}
		}
	}
	return false
}

func holds(words []word, base string) bool {
	for i := range words {
		if words[i].base == base {
			return true
		}
	}
	return false
}
