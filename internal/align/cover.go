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

// coverBoth is cover both ways, with each two words compared at most once: two
// that both have their equal on the other side find nothing nearer.
func (s *Story) coverBoth(a, b []Word) (forth, back coverage) {
	s.markEqual(a, b)
	for i := range a {
		found, verdicts := s.found[i], s.compared.row(a[i].Index)
		for k := range b {
			if found == 1 && s.best[k] == 1 || verdicts.of(b[k].Index) == strangers {
				continue
			}
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

// markEqual sets what each word finds on the other side to 1 where the same
// word stands there, else to 0. Values are left to be compared.
func (s *Story) markEqual(a, b []Word) {
	s.found, s.best = zeros(s.found, len(a)), zeros(s.best, len(b))
	for i := range a {
		if a[i].Value != nil {
			continue
		}
		for k := range b {
			if b[k].Value == nil && a[i].Index == b[k].Index {
				s.found[i], s.best[k] = 1, 1
			}
		}
	}
}

func zeros(room []float64, n int) []float64 {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
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
	best, verdicts := 0.0, s.compared.row(w.Index)
	for k := range words {
		if verdicts.of(words[k].Index) != strangers {
			best = max(best, s.likeness(w, &words[k]))
		}
	}
	return best
}
