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
	id     int32 // in the vector model
	weight float64
	number bool
}

// words gives the content words of the tokens [first,last).
func (r *Reader) words(t *stemma.Text, first, last int) []word {
	var found []word
	for _, tok := range t.Tokens[first:last] {
		w := r.weight(tok)
		if w < leastWeight || r.function.Has(tok.Form) {
			continue
		}
		form := strings.TrimSuffix(tok.Form, "'s")
		found = append(found, word{form: form, id: r.vectors.ID(form), weight: w, number: tok.Kind == stemma.Number})
	}
	return found
}

// likeness says how near two words are, 0..1: 1 for equal ones. Words whose
// vectors are less alike than leastCosine are not alike at all.
func (r *Reader) likeness(a, b word) float64 {
	if a.form == b.form {
		return 1
	}
	if a.number || b.number {
		return 0
	}
	if vector.SameStem(a.form, b.form) {
		return stemLikeness
	}
	cos := r.vectors.SimilarityID(a.id, b.id)
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
type opposites map[string]string

// newOpposites reads "raise: cut lower" as raise against cut and lower.
func newOpposites(table language.Table) opposites {
	o := opposites{}
	for _, entry := range table.Entries() {
		for _, other := range table[entry] {
			o[entry+" "+other] = entry
			o[other+" "+entry] = entry
		}
	}
	return o
}

// clash says whether one side has a word whose opposite the other side has,
// and neither has both.
func (o opposites) clash(a, b []word) bool {
	for _, x := range a {
		for _, y := range b {
			if _, ok := o[base(x.form)+" "+base(y.form)]; ok && !holds(a, y.form) && !holds(b, x.form) {
				return true
			}
		}
	}
	return false
}

func holds(words []word, form string) bool {
	for _, w := range words {
		if vector.SameStem(w.form, form) {
			return true
		}
	}
	return false
}

// base strips a regular verb ending, which is as much as the table of
// opposites needs.
func base(form string) string {
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && len(stem) >= 3 {
			return stem
		}
	}
	return form
}
