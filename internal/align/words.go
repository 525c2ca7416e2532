package align

import (
	"math/bits"
	"strings"

	"stemma"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Word is a part of what a clause tells: a content word, or a quantity or date,
// which is one part however many words it takes.
type Word struct {
	Form   string
	Index  int32 // in the story's vocabulary; below 0 for a value
	Number bool
	Name   bool          // written with a capital, and not the first word
	Value  *stemma.Value // nil for a word
	Weight float64       // how much it tells, in general and in the story

	id   int32  // in the vector model
	base string // as the table of opposites has it; "" for most words
}

// Words gives what the tokens [first,last) tell. Of the values those count that
// lie in these tokens.
func (s *Story) Words(t *stemma.Text, first, last int, values []stemma.Value) []Word {
	found := make([]Word, 0, (last-first)*tellingShare/100+1)
	inside := valuesAt(t, values)
	for at := first; at < last; at++ {
		tok := t.Tokens[at]
		if tok.Kind == stemma.Mark {
			continue
		}
		v := inside[at]
		if v != nil && (at == first || inside[at-1] != v) {
			found = append(found, valueWord(v))
		}
		if v != nil && !isUnit(v, bare(tok.Form)) {
			continue
		}
		if w, tells := s.word(t, at); tells {
			w.Name = at > first && t.Capital(at)
			found = append(found, w)
		}
	}
	return found
}

// tellingShare is how many of a hundred tokens of news tell something, at most in most
// clauses; it is only to set room aside.
const tellingShare = 60

// valuesAt says in which value each token lies.
func valuesAt(t *stemma.Text, values []stemma.Value) map[int]*stemma.Value {
	if len(values) == 0 {
		return nil
	}
	inside := map[int]*stemma.Value{}
	for i := range values {
		if v := &values[i]; v.Kind == stemma.QuantityValue || v.Kind == stemma.DateValue {
			first, last := Tokens(t, v.Span)
			for k := first; k < last; k++ {
				inside[k] = v
			}
		}
	}
	return inside
}

// What a value tells. A date stands in many statements of a story, and so do
// one, two and three.
const (
	dateWeight  = 0.5
	smallWeight = 0.4
	smallNumber = 3
)

func valueWord(v *stemma.Value) Word {
	w := Word{Form: "=" + v.Value, Index: -1, Number: true, Value: v, Weight: numberWeight, id: vector.Unknown}
	switch q := v.Quantity; {
	case v.Kind == stemma.DateValue:
		w.Weight = dateWeight
	case q != nil && q.Low == q.High && q.Low <= smallNumber && q.Bound == "":
		w.Weight = smallWeight
	}
	return w
}

// unitLetters is how many letters a word must have of the unit to be it.
const unitLetters = 4

// isUnit says whether a word inside a quantity names what is counted.
func isUnit(v *stemma.Value, form string) bool {
	if v.Quantity == nil || len(v.Quantity.Unit) < unitLetters-1 {
		return false
	}
	unit := v.Quantity.Unit
	return strings.HasPrefix(form, unit[:min(len(unit), unitLetters)])
}

// word is a token as a content word; it is none if it tells too little.
func (s *Story) word(t *stemma.Text, at int) (Word, bool) {
	tok := t.Tokens[at]
	if tok.Kind == stemma.Number {
		return s.read(tok)
	}
	place, known := s.told[tok.Form]
	if !known {
		place = nothing
		if w, tells := s.read(tok); tells {
			place = int32(len(s.general))
			s.general = append(s.general, w)
		}
		s.told[tok.Form] = place
	}
	if place == nothing {
		return Word{}, false
	}
	return s.general[place], true
}

// nothing stands for a word that tells too little.
const nothing = -1

// read reads a token as a content word.
func (s *Story) read(tok stemma.Token) (Word, bool) {
	form := bare(tok.Form)
	id := s.vectors.ID(form)
	weight := s.weigh(tok.Kind, id)
	if weight < leastWeight || s.function.Has(tok.Form) {
		return Word{}, false
	}
	index, known := s.vocabulary[form]
	if !known {
		index = int32(len(s.vocabulary))
		s.vocabulary[form] = index
		s.points = append(s.points, s.vectors.Point(id))
	}
	return Word{
		Form: form, Number: tok.Kind == stemma.Number, Weight: weight,
		id: id, Index: index, base: s.opposites.base(form),
	}, true
}

// Total is the weight of words together.
func Total(words []Word) float64 {
	sum := 0.0
	for i := range words {
		sum += words[i].Weight
	}
	return sum
}

// How much of a value is left in another one of its kind. One that contradicts
// it fills the same slot: a changed number is a drift of the claim.
const (
	compatibleValue = 0.9
	differentValue  = 0.3
)

// likeness says how near two words are, 0..1: 1 for equal ones.
func (s *Story) likeness(a, b *Word) float64 {
	switch {
	case a.Value != nil && b.Value != nil:
		return likeValues(a.Value, b.Value)
	case a.Index == b.Index:
		return 1
	case a.Number || b.Number:
		return 0
	}
	return s.likeForms(a, b)
}

func likeValues(a, b *stemma.Value) float64 {
	switch value.Compare(*a, *b) {
	case value.Same:
		return 1
	case value.Compatible:
		return compatibleValue
	case value.Different:
		return differentValue
	}
	return 0
}

const (
	stemLikeness    = 0.95
	synonymLikeness = 0.8  // near words are never as good as the word itself
	leastCosine     = 0.55 // below it, neighbours share a topic, not a meaning
	floorCosine     = 0.13
)

// Likenesses of two words are kept, since a story is made of the same few words: some
// for each word, and remembered in all at most. To clear that for every small story of
// a pile costs more than it saves.
const (
	remembered     = 1 << 16
	rememberedEach = 4
)

// known is a likeness that was worked out before.
type known struct {
	a, b     int32
	likeness float32
}

// likeForms compares two words by their form and, where that differs, by their
// vectors. Words whose vectors are less alike than leastCosine are not alike at
// all.
func (s *Story) likeForms(a, b *Word) float64 {
	verdict := s.compared.row(a.Index).of(b.Index)
	if verdict == strangers || (a.id < 0 || b.id < 0) && a.Form[0] != b.Form[0] {
		return 0 // or neither forms of one word nor near by their vectors
	}
	if verdict == unread && s.compared.holds(a.Index, b.Index, len(s.vocabulary)) {
		like := s.compareForms(a, b)
		s.compared.put(a.Index, b.Index, like > 0)
		return like
	}
	x, y := min(a.Index, b.Index), max(a.Index, b.Index)
	slot := s.remembers(x, y)
	if slot.a != x || slot.b != y {
		*slot = known{x, y, float32(s.compareForms(a, b))}
	}
	return float64(slot.likeness)
}

func (s *Story) compareForms(a, b *Word) float64 {
	if vector.SameStem(a.Form, b.Form) {
		return float64(float32(stemLikeness))
	}
	if cos := s.points[a.Index].SimilarityAbove(leastCosine, &s.points[b.Index]); cos >= leastCosine {
		return float64(float32(synonymLikeness * (cos - floorCosine) / (1 - floorCosine)))
	}
	return 0
}

// remembers gives the room for the likeness of two words. There is none before
// words are compared: in a mixed pile most stories are one report.
func (s *Story) remembers(a, b int32) *known {
	if s.likenesses == nil {
		words := uint(len(s.vocabulary))
		s.likenesses = make([]known, min(remembered, rememberedEach<<bits.Len(words)))
	}
	return &s.likenesses[int(uint32(a)*2654435761^uint32(b)*40503)%len(s.likenesses)]
}

// keyLetters is how many letters of a word are kept where words are counted
// and filed, so that inflected forms meet.
const keyLetters = 5

// Key is the form under which a word is counted and filed.
func (w *Word) Key() string {
	if len(w.Form) > keyLetters && !w.Number {
		return w.Form[:keyLetters]
	}
	return w.Form
}
