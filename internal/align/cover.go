package align

import "slices"

// coverage is how much of what one list of words tells another one has.
type coverage struct {
	all, found         float64
	allRest, foundRest float64 // without names
}

func (c coverage) share() float64     { return ratio(c.found, c.all) }
func (c coverage) shareRest() float64 { return ratio(c.foundRest, c.allRest) }

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

func (c *coverage) count(w *Word, like float64) {
	c.all += w.Weight
	c.found += w.Weight * like
	if !w.Name {
		c.allRest += w.Weight
		c.foundRest += w.Weight * like
	}
}

// side is what the words of a clause, and of its sentence, reach: worked out once for all
// clauses that it is compared with.
type side struct {
	clause, sentence *Clause
	words, around    reach
}

// ready works out what a clause reaches.
func (x *side) ready(l *lexicon, c *Clause) {
	if x.clause == c {
		return
	}
	x.clause = c
	x.words.spread(l, c.Words)
	if x.sentence == nil || x.sentence.ordinal != c.ordinal {
		x.sentence = c
		x.around.spread(l, c.around)
	}
}

// reach is how near each word of the vocabulary is to the nearest of some words: 0 for
// most. Two lists of words are so compared in time of their sum and not of their product.
type reach struct {
	like   []float32
	at     []int32 // where like is not 0
	values []*Word
	*lexicon
}

// spread works out what some words reach.
func (r *reach) spread(l *lexicon, words []Word) {
	if r.like == nil {
		r.like, r.lexicon = make([]float32, len(l.vocabulary)), l
	}
	near := l.near()
	for _, index := range r.at {
		r.like[index] = 0
	}
	r.at, r.values = r.at[:0], r.values[:0]
	for k := range words {
		w := &words[k]
		if w.Value != nil {
			r.values = append(r.values, w)
			continue
		}
		r.set(w.Index, 1)
		if w.Number {
			continue
		}
		for _, n := range near.of(w.Index) {
			r.set(n.index, n.like)
		}
	}
}

func (r *reach) set(index int32, like float32) {
	switch was := r.like[index]; {
	case was == 0:
		r.at = append(r.at, index)
		r.like[index] = like
	case was < like:
		r.like[index] = like
	}
}

// cover looks for the best counterpart of each word among those of a reach.
func (r *reach) cover(words []Word) coverage {
	var c coverage
	for i := range words {
		c.count(&words[i], r.counterpart(&words[i]))
	}
	return c
}

// counterpart is how near the nearest word is to a word. A value is like values only, and
// a number like nothing but itself.
func (r *reach) counterpart(w *Word) float64 {
	if w.Value == nil {
		like := r.like[w.Index]
		if w.Number && like < 1 {
			return 0
		}
		return float64(like)
	}
	best := 0.0
	for _, v := range r.values {
		best = max(best, r.lexicon.values.like(w, v))
	}
	return best
}

// surroundings is how much of what their sentences tell two clauses share. The
// clauses of two sentences are compared one by one, their sentences once.
func (s *Story) surroundings(a, b *side) float64 {
	x, y := a.clause, b.clause
	key := [2]int{min(x.ordinal, y.ordinal), max(x.ordinal, y.ordinal)}
	share, known := s.surrounding[key]
	if !known {
		share = min(b.around.cover(x.around).share(), a.around.cover(y.around).share())
		s.surrounding[key] = share
	}
	return share
}

func zeros[T any](room []T, n int) []T {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}
