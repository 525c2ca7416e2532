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

// cover looks for the best counterpart of each word of a in b.
func (s *Story) cover(a, b []Word) coverage {
	var c coverage
	for i := range a {
		c.count(&a[i], s.counterpart(&a[i], b))
	}
	return c
}

// coverBoth is cover both ways, with each two words compared once.
func (s *Story) coverBoth(a, b []Word) (forth, back coverage) {
	s.best = slices.Grow(s.best[:0], len(b))[:len(b)]
	clear(s.best)
	for i := range a {
		found := 0.0
		for k := range b {
			like := s.likeness(&a[i], &b[k])
			found = max(found, like)
			s.best[k] = max(s.best[k], like)
		}
		forth.count(&a[i], found)
	}
	for k := range b {
		back.count(&b[k], s.best[k])
	}
	return forth, back
}

// surroundings is how much of what their sentences tell two clauses share. The
// clauses of two sentences are compared one by one, their sentences once.
func (s *Story) surroundings(a, b *Clause) float64 {
	key := [2]int{min(a.ordinal, b.ordinal), max(a.ordinal, b.ordinal)}
	share, known := s.surrounding[key]
	if !known {
		forth, back := s.coverBoth(a.around, b.around)
		share = min(forth.share(), back.share())
		s.surrounding[key] = share
	}
	return share
}

func (c *coverage) count(w *Word, like float64) {
	c.all += w.Weight
	c.found += w.Weight * like
	if !w.Name {
		c.allRest += w.Weight
		c.foundRest += w.Weight * like
	}
}

// counterpart is how near the nearest of some words is to a word.
func (s *Story) counterpart(w *Word, words []Word) float64 {
	if w.Value == nil {
		for k := range words {
			if words[k].Index == w.Index {
				return 1
			}
		}
	}
	best := 0.0
	for k := range words {
		best = max(best, s.likeness(w, &words[k]))
	}
	return best
}

// Coverage is the share of a's words, by weight, that have a counterpart in b.
// Numbers that find no equal are left to the values.
func (s *Story) Coverage(a, b []Word) float64 {
	sum, total := 0.0, 0.0
	for i := range a {
		like := s.counterpart(&a[i], b)
		if a[i].Number && like == 0 {
			continue
		}
		total += a[i].Weight
		sum += a[i].Weight * like
	}
	return ratio(sum, total) * min(1, sum/enough)
}

// enough is the weight that matched words must reach to count in full: a word
// and a half of the rarer sort. Two short remarks made of everyday words are
// not alike because most of them are shared.
const enough = 1.3
