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

// reach is how near each word of the vocabulary is to the nearest of some words: 0 for
// most. Two lists of words are so compared in time of their sum and not of their product.
type reach struct {
	own    []Word
	like   []float32
	at     []int32 // where like is not 0
	latest []int32 // by a word of the vocabulary, where like is not 0: its last link, from one on
	links  []link
	best   []float32 // of its own words: scratch
	values []*Word
	*lexicon
}

// link says that a word of the vocabulary is like one of the reach's own words.
type link struct {
	like   float32
	place  int32 // of the own word
	before int32 // the link before, from one on
}

// spread works out what some words reach.
func (r *reach) spread(l *lexicon, words []Word) {
	if r.lexicon == nil {
		r.like, r.lexicon = memory.Zeros(r.like, len(l.vocabulary)), l
		r.latest = memory.Zeros(r.latest, len(l.vocabulary))
	}
	near := l.near()
	for _, index := range r.at {
		r.like[index] = 0
	}
	r.own, r.at, r.links, r.values = words, r.at[:0], r.links[:0], r.values[:0]
	for k := range words {
		w := &words[k]
		if w.Value != nil {
			r.values = append(r.values, w)
			continue
		}
		r.set(w.Index, link{like: 1, place: int32(k)})
		if w.Number {
			continue
		}
		for _, n := range near.of(w.Index) {
			r.set(n.index, link{like: n.like, place: int32(k)})
		}
	}
}

// forget lets go of the story whose words these are.
func (r *reach) forget() {
	clear(r.values)
	r.own, r.at, r.values, r.lexicon = nil, r.at[:0], r.values[:0], nil
}

func (r *reach) set(index int32, x link) {
	switch was := r.like[index]; {
	case was == 0:
		r.at = append(r.at, index)
		r.like[index] = x.like
	default:
		x.before = r.latest[index]
		r.like[index] = max(was, x.like)
	}
	r.links = append(r.links, x)
	r.latest[index] = int32(len(r.links))
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

// answer is the other way round: how much of what its own words tell some others have. Each of
// these knows by its links which they are that it is like, so that what it reaches besides is not
// worked out for each two clauses.
func (r *reach) answer(others []Word) amount {
	r.best = memory.Zeros(r.best, len(r.own))
	for i := range others {
		w := &others[i]
		if w.Value != nil || r.like[w.Index] == 0 {
			continue
		}
		for at := r.latest[w.Index]; at > 0; at = r.links[at-1].before {
			x := &r.links[at-1]
			if x.like > r.best[x.place] && (x.like == 1 || !w.Number) {
				r.best[x.place] = x.like
			}
		}
	}
	var found amount
	for i := range r.own {
		w, like := &r.own[i], float64(r.best[i])
		if w.Value != nil {
			like = r.nearestValue(w, others)
		}
		if like > 0 {
			found.add(w, like)
		}
	}
	return found
}

func (r *reach) nearestValue(w *Word, others []Word) float64 {
	best := 0.0
	for i := range others {
		if v := &others[i]; v.Value != nil {
			best = max(best, r.lexicon.values.like(w, v))
		}
	}
	return best
}

// surroundings is how much of what their sentences tell two clauses share, the first being that of
// a side. The clauses of two sentences are compared one by one, their sentences once.
func (s *Story) surroundings(x *side, b *Clause) float64 {
	a := x.clause
	key := coupleOf(a.ordinal, b.ordinal)
	share, known := s.surrounding[key]
	if !known {
		share = min(x.around.answer(b.around).share(a.beside), x.around.cover(b.around).share(b.beside))
		s.surrounding[key] = share
	}
	return share
}
