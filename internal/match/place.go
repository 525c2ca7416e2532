package match

import (
	"cmp"
	"slices"
)

const (
	// places is in how many places of a text a sentence is looked for closely.
	places = 3
	// mostHolders is how many sentences a word is looked for in; one that stands in
	// more tells no place.
	mostHolders = 200
	// second is what a word counts for the sentence before the one it stands in, of
	// which both make a place.
	second = 0.99
)

// places finds, for each sentence of b, the two neighbouring sentences of a that
// have most of it: the share of all that b tells that they have, and whether one
// of them denies what b does not, or the other way round.
func (c *comparison) places() (share, turned float64) {
	holders := c.holders()
	sum, all := 0.0, 0.0
	for _, r := range c.b.sentences {
		words := c.b.words[r[0]:r[1]]
		best, at := c.place(words, holders)
		sum += best
		for i := range words {
			all += words[i].rare
		}
		if at >= 0 && c.denies(words) != c.denies(c.placeAt(at)) {
			turned = 1
		}
	}
	return ratio(sum, all), turned
}

// holders lists, for each form, the sentences of a that have it.
func (c *comparison) holders() [][]int32 {
	holders := make([][]int32, len(c.names))
	for i, r := range c.a.sentences {
		for k := r[0]; k < r[1]; k++ {
			w := &c.a.words[k]
			list := holders[w.form]
			if !w.plain && len(list) < mostHolders && (len(list) == 0 || list[len(list)-1] != int32(i)) {
				holders[w.form] = append(list, int32(i))
			}
		}
	}
	return holders
}

// place gives the place that has most of some words, and how much of them it
// has; at is -1 where there is none.
func (c *comparison) place(words []word, holders [][]int32) (best float64, at int) {
	at = -1
	for _, i := range c.likely(words, holders) {
		if x := c.covered(words, c.placeAt(int(i))); x > best {
			best, at = x, int(i)
		}
	}
	return best, at
}

// likely gives the places that share most with some words, best first.
func (c *comparison) likely(words []word, holders [][]int32) []int32 {
	if c.scores == nil {
		c.scores = make([]float64, len(c.a.sentences))
	}
	var touched []int32
	seen := make(map[int32]bool, len(words))
	for i := range words {
		w := &words[i]
		if seen[w.form] {
			continue
		}
		seen[w.form] = true
		for _, s := range holders[w.form] {
			touched = c.credit(s, w.rare, touched)
			if s > 0 {
				touched = c.credit(s-1, w.rare*second, touched)
			}
		}
	}
	return c.highest(touched)
}

// credit raises the score of a place, and notes the place if it had none.
func (c *comparison) credit(place int32, by float64, touched []int32) []int32 {
	if c.scores[place] == 0 {
		touched = append(touched, place)
	}
	c.scores[place] += by
	return touched
}

// highest gives the best of the touched places, and clears all scores.
func (c *comparison) highest(touched []int32) []int32 {
	better := func(x, y int32) int {
		return cmp.Or(cmp.Compare(c.scores[y], c.scores[x]), cmp.Compare(x, y))
	}
	best := make([]int32, 0, places+1)
	for _, s := range touched {
		at, _ := slices.BinarySearchFunc(best, s, better)
		if at < places {
			best = slices.Insert(best, at, s)[:min(len(best)+1, places)]
		}
	}
	for _, s := range touched {
		c.scores[s] = 0
	}
	return best
}

// placeAt is a sentence of a and the next one.
func (c *comparison) placeAt(i int) []word {
	s := c.a.sentences
	return c.a.words[s[i][0]:s[min(i+1, len(s)-1)][1]]
}

// covered is how much of what some words tell others have, each with its
// nearest.
func (c *comparison) covered(words, in []word) float64 {
	near := c.likenesses(words, c.typesOf(in, 2*mostTypes))
	sum := 0.0
	for i := range words {
		sum += words[i].rare * near[words[i].form]
	}
	return sum
}
