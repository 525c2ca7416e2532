package match

import (
	"math"
	"strings"

	"stemma/internal/vector"
)

// What is compared of two texts as wholes; nearly all lie between 0 and 1.
const (
	Bias       = iota
	Overlap    // of what both tell, what both have: equal words by their weight
	Lesser     // of what each tells, what the other has: the lesser share
	Triples    // of the runs of three words of both, those that both have
	Threes     // the same of runs of three letters
	Fours      // … of four
	Soft       // of what both tell, what is left when each word finds its nearest
	SoftLesser // of what each tells, the same: the lesser share
	Meaning    // cosine of the mean vectors
	Figures    // of the numbers of both, those that both have; 1 where there are none
	AnyFigure  // 1 if there is one
	Names      // of the names of both, those that both have; 1 where there are none
	Negation   // 1 if one denies and the other does not
	Ordered    // of the words of both, those that both have in the same order
	Mass       // how much they have in common, its logarithm
	Short      // words of the shorter one, their logarithm
	Features
)

// Closeness is what is compared of two texts as wholes.
type Closeness [Features]float64

// What logarithms are divided by, so that they are of the size of the others.
const (
	massScale  = 4
	shortScale = 5
)

func (c *comparison) closeness() Closeness {
	a, b := c.a, c.b
	f := Closeness{Bias: 1}
	if len(a.words) == 0 || len(b.words) == 0 {
		return f
	}
	both := c.common(byWeight)
	f[Overlap] = 2 * both / (a.all + b.all)
	f[Lesser] = both / max(a.all, b.all)
	f[Mass] = math.Log1p(c.common(byRarity)) / massScale
	f[Short] = math.Log1p(float64(min(len(a.words), len(b.words)))) / shortScale
	f[Triples] = dice(grams(a.words, 3), grams(b.words, 3))
	x, y := a.letters(c.names), b.letters(c.names)
	f[Threes], f[Fours] = dice(runs(x, 3), runs(y, 3)), dice(runs(x, 4), runs(y, 4))
	f[Soft], f[SoftLesser] = c.soft()
	if c.english {
		f[Meaning] = max(0, vector.Cosine(c.meaning(a), c.meaning(b)))
	}
	f[Figures], f[AnyFigure] = c.shareOf(byFigure)
	f[Names], _ = c.shareOf(byName)
	f[Negation] = flag(c.denies(a.words) != c.denies(b.words))
	f[Ordered] = 2 * float64(ordered(a.words, b.words, len(c.names))) / float64(len(a.words)+len(b.words))
	return f
}

// How many words a text has for it to be weighed as a long one in full, and
// below which it is a short one. Among 6 to 20, 8 to 16 and 10 to 30 words these
// were best on STS headlines (8 words) and PAN's passages (28 words) together.
const (
	shortWords = 8
	longWords  = 16
)

// length says how long the shorter text is: 0 short, 1 long.
func (f *Closeness) length() float64 {
	words := math.Expm1(f[Short] * shortScale)
	return min(max((words-shortWords)/(longWords-shortWords), 0), 1)
}

// short is the part of what is compared that is weighed as of short texts, long
// the other part; together they are all.
func (f *Closeness) short() Closeness { return f.scaled(1 - f.length()) }
func (f *Closeness) long() Closeness  { return f.scaled(f.length()) }

func (f *Closeness) scaled(by float64) Closeness {
	g := *f
	for i := range g {
		g[i] *= by
	}
	return g
}

// Gated is what is compared as it is weighed for closeness: as of short texts,
// then as of long ones.
func (f Closeness) Gated() []float64 {
	short, long := f.short(), f.long()
	return append(short[:], long[:]...)
}

func (f Closeness) times(weights Closeness) float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * weights[i]
	}
	return sum
}

// denies says whether a word of negation is among some. Before a number, "no" is
// none: "amendment no 7".
func (c *comparison) denies(words []word) bool { return c.deniesIn(words, len(words)) }

// deniesIn asks this of the first n of some words.
func (c *comparison) deniesIn(words []word, n int) bool {
	for i := range n {
		form := c.names[words[i].form]
		if c.negations.Is(form, "label") && i+1 < len(words) && words[i+1].number {
			continue
		}
		if c.isBound(words, i) {
			continue
		}
		if c.negations.Has(form) || c.denied.Fit(form) {
			return true
		}
	}
	return false
}

// longestBound is how many words bound a figure at most: "no more than".
const longestBound = 3

// isBound says whether words that bound a figure begin at one.
func (c *comparison) isBound(words []word, at int) bool {
	if at+longestBound > len(words) {
		return false
	}
	bound := make([]string, longestBound)
	for k := range bound {
		bound[k] = c.names[words[at+k].form]
	}
	return c.bounds.Has(strings.Join(bound, " "))
}

// What words are counted by.
func byWeight(w *word) float64 { return w.weight }
func byRarity(w *word) float64 { return w.rare }
func byFigure(w *word) float64 { return flag(w.number) }
func byName(w *word) float64   { return flag(w.name) }

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func (s *side) sum(worth func(*word) float64) float64 {
	sum := 0.0
	for i := range s.words {
		sum += worth(&s.words[i])
	}
	return sum
}

// shareOf is the share of the words of both that both have, of those that are
// worth something; any is 0, and the share 1, where there are none.
func (c *comparison) shareOf(worth func(*word) float64) (share, any float64) {
	n := c.a.sum(worth) + c.b.sum(worth)
	if n == 0 {
		return 1, 0
	}
	return 2 * c.common(worth) / n, 1
}

// common is the worth of the words that both texts have, each as often as both.
func (c *comparison) common(worth func(*word) float64) float64 {
	left := make([]int32, len(c.names))
	for i := range c.a.words {
		if w := &c.a.words[i]; worth(w) > 0 {
			left[w.form]++
		}
	}
	sum := 0.0
	for i := range c.b.words {
		w := &c.b.words[i]
		if x := worth(w); x > 0 && left[w.form] > 0 {
			left[w.form]--
			sum += x
		}
	}
	return sum
}

// meaning is the mean vector of the words.
func (c *comparison) meaning(s *side) []float32 {
	forms := make([]string, len(s.words))
	for i := range s.words {
		forms[i] = c.names[s.words[i].form]
	}
	return c.vectors.Sentence(forms)
}
