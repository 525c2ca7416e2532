package match

import "stemma/internal/vector"

const (
	// stemLikeness is how near two forms of one word are; their vectors may be
	// less alike.
	stemLikeness = 0.95
	// least is the likeness up to which words count as strangers where likeness is
	// sharpened. On the news sets of STS any value between 0.2 and 0.4 does.
	least = 0.3
	// mostTypes is among how many different words one looks for its nearest.
	mostTypes = 64
)

// soft is the share of what both texts tell, by rarity, that is left when each
// word finds its nearest in the other text and strangers count for nothing; and
// the lesser share, by weight, of what each tells, with all likenesses.
func (c *comparison) soft() (share, lesser float64) {
	forth, lesserForth := c.softly(c.a, c.b)
	back, lesserBack := c.softly(c.b, c.a)
	return (forth + back) / 2, min(lesserForth, lesserBack)
}

func (c *comparison) softly(a, b *side) (rare, weighed float64) {
	near := c.likenesses(a.words, c.typesOf(b.words, mostTypes))
	all := 0.0
	for i := range a.words {
		w := &a.words[i]
		like := near[w.form]
		weighed += w.weight * like
		rare += w.rare * max(0, (like-least)/(1-least))
		all += w.rare
	}
	return ratio(rare, all), ratio(weighed, a.all)
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// types is the different words of a text: all that it has, and the first ones
// that another word may be near to.
type types struct {
	has   map[int32]bool
	first []word
}

// typesOf lists the different words among some. Numbers are near to nothing.
func (c *comparison) typesOf(words []word, most int) types {
	t := types{has: make(map[int32]bool, len(words))}
	for i := range words {
		w := words[i]
		if t.has[w.form] {
			continue
		}
		t.has[w.form] = true
		if len(t.first) < most && !w.number {
			t.first = append(t.first, w)
		}
	}
	return t
}

// likenesses says of each form among some words how near its nearest is, 0..1.
func (c *comparison) likenesses(words []word, in types) map[int32]float64 {
	near := make(map[int32]float64, len(words))
	for i := range words {
		w := &words[i]
		if _, known := near[w.form]; !known {
			near[w.form] = c.nearest(w, in)
		}
	}
	return near
}

func (c *comparison) nearest(w *word, in types) float64 {
	if in.has[w.form] {
		return 1
	}
	if w.number {
		return 0
	}
	best := 0.0
	for k := range in.first {
		x := &in.first[k]
		like := c.vectors.SimilarityID(w.id, x.id)
		if like < stemLikeness && vector.SameStem(c.names[w.form], c.names[x.form]) {
			like = stemLikeness
		}
		best = max(best, like)
	}
	return best
}
