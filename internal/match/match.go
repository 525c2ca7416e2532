package match

import (
	"math"
	"slices"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/lexis"
	"stemma/internal/vector"
)

// Matcher compares texts of one language. It is safe for concurrent use.
type Matcher struct {
	vectors   *vector.Model
	english   bool // frequencies and vectors are known
	function  language.Table
	negations language.Table
	denied    language.Endings // of words that turn what follows
	numbers   language.Table
	bounds    language.Table // of figures
	weights   weights
	lexis     *lexis.Table
}

// New builds a matcher from the tables of a language.
func New(pack *language.Pack, vectors *vector.Model) *Matcher {
	m := &Matcher{
		vectors: vectors, english: pack.Code == "en", weights: plainWeights(),
		lexis:    lexis.Open(pack),
		function: pack.Table("function"), negations: pack.Table("negations"), denied: pack.Endings("negation"),
		numbers: pack.Table("numbers"), bounds: pack.Table("approximators"),
	}
	if m.english {
		m.weights = englishWeights()
	}
	return m
}

// Match is how two texts stand to each other.
type Match struct {
	Score     float64  // 0..1, how close in meaning
	Same      bool     // one claim, with or without drift
	Supported float64  // 0..1, how far all that the second says is borne out by the first
	Changes   []Change // what the second put for words of the first, where it is nearly the same
}

// Match compares two texts, a being the one that bears out: a sentence or a
// whole article.
func (m *Matcher) Match(a, b *stemma.Text) Match {
	c := m.begin(a, b)
	switch {
	case len(c.a.words) == 0 || len(c.b.words) == 0:
		return Match{}
	case slices.EqualFunc(c.a.words, c.b.words, func(x, y word) bool { return x.form == y.form }):
		return Match{Score: 1, Same: true, Supported: 1}
	}
	f := c.closeness()
	return Match{
		Score:     min(max(f.short().times(m.weights.short)+f.long().times(m.weights.long), 0), 1),
		Same:      f.times(m.weights.same) >= 0,
		Supported: 1 / (1 + math.Exp(-c.support().times(m.weights.support))),
		Changes:   reading{c}.changes(),
	}
}

// Closeness compares two texts as wholes.
func (m *Matcher) Closeness(a, b *stemma.Text) Closeness { return m.begin(a, b).closeness() }

// Support asks how far a bears b out.
func (m *Matcher) Support(a, b *stemma.Text) Support { return m.begin(a, b).support() }
