package align

import "stemma/internal/memory"

// amount is how much some words tell.
type amount struct{ all, rest float64 } // the rest is without names

func amountOf(words []Word) amount {
	var a amount
	for i := range words {
		a.add(&words[i], 1)
	}
	return a
}

func (a *amount) add(w *Word, like float64) {
	a.all += w.Weight * like
	if !w.Name {
		a.rest += w.Weight * like
	}
}

// share is how large a part is of the whole.
func (a amount) share(whole amount) float64     { return ratio(a.all, whole.all) }
func (a amount) shareRest(whole amount) float64 { return ratio(a.rest, whole.rest) }

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// side is what the words of a clause, and of its sentence, reach.
type side struct {
	clause, sentence *Clause
	words, around    reach
}

// ready works out what a clause reaches: once for all clauses that it is compared with.
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

// answer works out what a clause reaches of what another side has. Likeness goes both
// ways: a word that the other side does not reach is like none of its words.
func (x *side) answer(l *lexicon, c *Clause, to *side) {
	x.clause = c
	x.words.spread(l, c.Words, &to.words, &to.around)
	x.around.spread(l, c.around, &to.words, &to.around)
}

// reach is how near each word of the vocabulary is to the nearest of some words: 0 for
// most. Two lists of words are so compared in time of their sum and not of their product.
type reach struct {
	like   []float32
	at     []int32 // where like is not 0
	values []*Word
	*lexicon
}

// spread works out what some words reach. Where it is asked for the words of others only,
// those count that one of these reaches.
func (r *reach) spread(l *lexicon, words []Word, others ...*reach) {
	if r.lexicon == nil {
		r.like, r.lexicon = memory.Zeros(r.like, len(l.vocabulary)), l
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
		if len(others) > 0 && !areReached(others, w.Index) {
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

// forget lets go of the story whose words these are.
func (r *reach) forget() {
	clear(r.values)
	r.at, r.values, r.lexicon = r.at[:0], r.values[:0], nil
}

func areReached(by []*reach, index int32) bool {
	for _, r := range by {
		if r.like[index] > 0 {
			return true
		}
	}
	return false
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

// cover is how much of what some words tell a reach has: each looks for its best counterpart.
func (r *reach) cover(words []Word) amount {
	var found amount
	for i := range words {
		if like := r.counterpart(&words[i]); like > 0 {
			found.add(&words[i], like)
		}
	}
	return found
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
	key := coupleOf(x.ordinal, y.ordinal)
	share, known := s.surrounding[key]
	if !known {
		share = min(b.around.cover(x.around).share(x.beside), a.around.cover(y.around).share(y.beside))
		s.surrounding[key] = share
	}
	return share
}
