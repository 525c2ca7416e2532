package match

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"stemma"
	who "stemma/internal/name"
	"stemma/internal/vector"
)

// word is a word or number of a text.
type word struct {
	token  int     // its index in the text
	form   int32   // number of its form among those of both texts
	id     int32   // in the vector model
	weight float64 // how much it tells, 0..1: next to nothing, or all
	rare   float64 // the same by the logarithm of its rank: more, the rarer
	number bool
	name   bool // written with a capital, and not the first word of its sentence
	plain  bool // a function word
}

// side is a text made ready for comparison.
type side struct {
	text      *stemma.Text
	words     []word
	sentences [][2]int // ranges of words, half-open
	all       float64  // weight of all words
}

// comparison is two texts at work.
type comparison struct {
	*Matcher
	a, b  *side
	forms map[string]int32
	names []string // the forms by their number

	scores []float64 // scratch: zeros, one a sentence of a
}

func (m *Matcher) begin(a, b *stemma.Text) *comparison {
	c := &comparison{Matcher: m, forms: make(map[string]int32, min(len(a.Tokens)+len(b.Tokens), 1<<12))}
	c.a, c.b = c.read(a), c.read(b)
	return c
}

func (c *comparison) read(t *stemma.Text) *side {
	s := &side{text: t, words: make([]word, 0, len(t.Tokens))}
	for i := range t.Sentences {
		first := len(s.words)
		for k := t.Sentences[i].First; k < t.Sentences[i].Last; k++ {
			if t.Tokens[k].Kind == stemma.Mark {
				continue
			}
			w := c.word(t, k)
			w.name = len(s.words) > first && !w.number && t.Capital(k)
			s.words = append(s.words, w)
			s.all += w.weight
		}
		plainNames(s.words[first:])
		s.sentences = append(s.sentences, [2]int{first, len(s.words)})
	}
	return s
}

// capitals is the share of telling words that are written with a capital from which
// on a sentence is a headline in capitals, where they show no names.
const capitals = 0.9

// leastCapitals is how many telling words such a headline has at least.
const leastCapitals = 4

// plainNames takes the marks of names off where all words have them.
func plainNames(words []word) {
	upper, all := 0, 0
	for i := 1; i < len(words); i++ {
		if w := &words[i]; !w.plain && !w.number {
			all++
			if w.name {
				upper++
			}
		}
	}
	if float64(upper) < capitals*float64(all) || all < leastCapitals {
		return
	}
	for i := range words {
		words[i].name = false
	}
}

func (c *comparison) word(t *stemma.Text, k int) word {
	form := bare(t.Tokens[k].Form)
	w := word{token: k, id: vector.Unknown, plain: c.function.Has(form), number: t.Tokens[k].Kind == stemma.Number}
	digits := c.spelt(form)
	if k > 0 && c.function.Is(t.Tokens[k-1].Form, "one") {
		digits = cmp.Or(digits, c.scaled(form))
	}
	if digits != "" {
		form, w.number, w.plain = digits, true, false
	}
	w.form = c.number(form)
	switch {
	case w.number:
		w.weight, w.rare = numberWeight, numberWeight
	case c.english:
		w.id = c.vectors.ID(form)
		w.weight = c.vectors.RarityID(w.id)
		w.rare = w.weight * min(1, math.Log(float64(w.id+2))/math.Log(rareRank))
		if w.id < 0 {
			w.rare = 1
		}
	default:
		w.weight = tellingByLength(form, w.plain)
		w.rare = w.weight
	}
	return w
}

// spelt gives a number in digits: "twelve" is "12", "12,000" is "12000"; "" for
// what is none. "One" is a pronoun more often than not.
func (c *comparison) spelt(form string) string {
	if form[0] >= '0' && form[0] <= '9' {
		return c.withoutScale(strings.NewReplacer(",", "", "'", "").Replace(form))
	}
	of := c.numbers.Of(form)
	if len(of) == 2 && of[0] != "1" && (of[1] == "unit" || of[1] == "teen" || of[1] == "tens") {
		return of[0]
	}
	return ""
}

// withoutScale takes off the letters that stand for a scale, which others write as a
// word of its own: "3.5m" is "3.5".
func (c *comparison) withoutScale(figure string) string {
	digits := strings.TrimRight(figure, "abcdefghijklmnopqrstuvwxyz")
	if role := c.numbers.Of(figure[len(digits):]); len(role) == 2 && strings.HasSuffix(role[1], "suffix") {
		return digits
	}
	return figure
}

// scaled gives what a scale behind "a" counts: "a dozen" is "12"; "" for what is none.
func (c *comparison) scaled(form string) string {
	if of := c.numbers.Of(form); len(of) == 2 && of[1] == "scale" {
		if n, err := strconv.ParseFloat(of[0], 64); err == nil {
			return strconv.FormatFloat(n, 'f', -1, 64)
		}
	}
	return ""
}

// number gives the number of a form.
func (c *comparison) number(form string) int32 {
	n, known := c.forms[form]
	if !known {
		n = int32(len(c.names))
		c.forms[form] = n
		c.names = append(c.names, form)
	}
	return n
}

const (
	// numberWeight is what a number tells: it tells texts apart like a rare word.
	numberWeight = 0.9
	// rareRank is the rank from which on a word tells as much as any.
	rareRank = 40000
	// plainWeight is what a function word tells where frequencies are not known.
	plainWeight = 0.1
	// longWord is the number of letters from which on a word tells as much as
	// any, where frequencies are not known: frequent words are short (Zipf 1935).
	longWord = 8
)

func tellingByLength(form string, plain bool) float64 {
	if plain {
		return plainWeight
	}
	return min(1, float64(utf8.RuneCountInString(form))/longWord)
}

// bare is a folded word without the possessive ending.
func bare(form string) string {
	if word := who.Unowned(form); word != "" {
		return word
	}
	return form
}
