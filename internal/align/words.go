package align

import (
	"strings"

	"stemma"
	"stemma/internal/memory"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Word is a part of what a clause tells: a content word, or a quantity or date,
// which is one part however many words it takes.
type Word struct {
	Form   string
	Index  int32 // in the story's vocabulary; of a value, among the story's values
	Number bool
	Name   bool          // written with a capital, and not the first word
	Value  *stemma.Value // nil for a word
	Weight float64       // how much it tells, in general and in the story

	id   int32  // in the vector model
	key  int32  // under which the story files it
	base string // as the table of opposites has it; "" for most words
}

// valuesAt says in which value each of the tokens [first,last) lies.
func (s *scratch) valuesAt(t *stemma.Text, first, last int, values []stemma.Value) []*stemma.Value {
	s.inside = memory.Zeros(s.inside, last-first)
	for i := range values {
		if v := &values[i]; v.Kind == stemma.QuantityValue || v.Kind == stemma.DateValue {
			from, to := Tokens(t, v.Span)
			for k := max(from, first); k < min(to, last); k++ {
				s.inside[k-first] = v
			}
		}
	}
	return s.inside
}

// What a value tells. A date stands in many statements of a story, and so do
// one, two and three.
const (
	dateWeight  = 0.5
	smallWeight = 0.4
	smallNumber = 3
)

func (l *lexicon) valueWord(v *stemma.Value) Word {
	w := Word{Form: "=" + v.Value, Index: l.values.number(v), Number: true, Value: v, Weight: numberWeight,
		id: vector.Unknown}
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

// valueKey is all of a value that is compared.
type valueKey struct {
	kind     stemma.ValueKind
	value    string
	quantity stemma.Quantity
	date     stemma.Date
}

// values numbers the values of a story, and remembers how near each two are that were
// compared.
type values struct {
	numbers map[valueKey]int32
	near    map[[2]int32]float64
	compare *value.Comparer
}

func newValues(compare *value.Comparer) values {
	return values{numbers: map[valueKey]int32{}, near: map[[2]int32]float64{}, compare: compare}
}

func (x *values) forget() {
	clear(x.numbers)
	clear(x.near)
}

// number gives the number of all values that are compared alike.
func (x *values) number(v *stemma.Value) int32 {
	key := valueKey{kind: v.Kind, value: v.Value}
	if v.Quantity != nil {
		key.quantity = *v.Quantity
	}
	if v.Date != nil {
		key.date = *v.Date
	}
	number, known := x.numbers[key]
	if !known {
		number = int32(len(x.numbers))
		x.numbers[key] = number
	}
	return number
}

// like says how near two values are.
func (x *values) like(a, b *Word) float64 {
	if a.Value.Kind != b.Value.Kind {
		return 0
	}
	key := [2]int32{a.Index, b.Index}
	like, known := x.near[key]
	if !known {
		like = likeValues(x.compare, a.Value, b.Value)
		x.near[key] = like
	}
	return like
}

func likeValues(values *value.Comparer, a, b *stemma.Value) float64 {
	switch values.Compare(*a, *b) {
	case value.Same:
		return 1
	case value.Compatible:
		return compatibleValue
	case value.Different:
		return differentValue
	}
	return 0
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
