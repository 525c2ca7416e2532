package align

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
		w := &a[i]
		found := w.Weight * s.counterpart(w, b)
		c.all += w.Weight
		c.found += found
		if !w.Name {
			c.allRest += w.Weight
			c.foundRest += found
		}
	}
	return c
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
