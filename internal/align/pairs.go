package align

import (
	"cmp"
	"slices"

	"stemma/internal/memory"
)

// Pair is two clauses of a story that may say the same, by their index.
type Pair struct {
	A, B int     // A is the lower one
	Odds float64 // natural logarithm of the odds that they make one claim

	Compared Comparison // what that rests on
}

// Pairs are the pairs of clauses of a story that are worth a look, by A and B.
type Pairs struct {
	List  []Pair
	first []int32 // by clause: where the pairs that it is A of begin, and the last ones end
}

// Of gives the pair of two clauses, A the lower one; nil where it was not worth a look.
func (p *Pairs) Of(a, b int) *Pair {
	own := p.List[p.first[a]:p.first[a+1]]
	at, found := slices.BinarySearchFunc(own, b, func(x Pair, b int) int { return cmp.Compare(x.B, b) })
	if !found {
		return nil
	}
	return &own[at]
}

// Best gives the pairs whose odds are at least that, best first.
func (p *Pairs) Best(least float64) []*Pair {
	var found []*Pair
	for i := range p.List {
		if p.List[i].Odds >= least {
			found = append(found, &p.List[i])
		}
	}
	slices.SortFunc(found, func(x, y *Pair) int {
		return cmp.Or(cmp.Compare(y.Odds, x.Odds), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return found
}

// couple is two things by their numbers.
type couple struct{ lesser, greater int32 }

func coupleOf(a, b int) couple { return couple{int32(min(a, b)), int32(max(a, b))} }

// filed is a key of a clause in the story's files, and what it weighs.
type filed struct {
	key    int32
	weight float64
}

const (
	// leastShared is the share of what the lighter of two clauses tells that
	// both must have for the pair to be compared. On the 21 real stories 0.1, 0.15
	// and 0.2 give claims that are nearly equally good, and 0.2 half as many pairs
	// as 0.1.
	leastShared = 0.15
	// crowd is the number of clauses from which on a key proposes no pairs: it
	// is the story's own name.
	crowd = 150
	// mostPairs bounds how many later clauses one clause is compared with, those
	// that share most first, so that work grows with the length of a story and
	// not with its square.
	mostPairs = 60
)

// readKeys files a clause under its words and figures.
func (s *Story) readKeys(c *Clause) {
	keys := s.filing[:0]
	for k := range c.Words {
		keys = append(keys, filed{c.Words[k].key, c.Words[k].Weight})
	}
	slices.SortFunc(keys, func(x, y filed) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(y.weight, x.weight))
	})
	s.filing = keys
	c.keys = s.keyRoom.keep(slices.CompactFunc(keys, func(x, y filed) bool { return x.key == y.key }))
}

// Pairs gives the pairs of clauses that are worth a look with their odds. Pairs that
// share no telling word and no figure are not looked at. Of clauses with the same words
// the first one stands for all; two clauses of one sentence are no pair. Another call writes
// over them.
func (s *Story) Pairs() *Pairs {
	pairs := s.proposals()
	for i := range pairs.List {
		p := &pairs.List[i]
		s.compare(&p.Compared, s.Clauses[p.A], s.Clauses[p.B])
		p.Odds = p.Compared.Times(&s.alone) - p.Compared.Turned()
	}
	reranking{s, pairs}.rerank()
	return pairs
}

// Odds is the natural logarithm of the odds that two clauses of a story make one claim,
// by themselves.
func (s *Story) Odds(a, b *Clause) float64 {
	if a.Original == b.Original {
		return alikeOdds
	}
	var f Comparison
	s.compare(&f, a, b)
	return f.Times(&s.alone) - f.Turned()
}

// proposals gives the pairs that are worth a look.
func (s *Story) proposals() *Pairs {
	byKey := s.files()
	shared, share := make([]float64, len(s.Clauses)), make([]float64, len(s.Clauses))
	var others []int32
	first := make([]int32, 1, len(s.Clauses)+1)
	for i := range s.Clauses {
		for _, o := range s.proposed(i, byKey, shared, share) {
			others = append(others, int32(o))
		}
		first = append(first, int32(len(others)))
	}
	s.paired = slices.Grow(s.paired[:0], len(others))[:len(others)]
	pairs := &Pairs{s.paired, first}
	for a := range s.Clauses {
		for k := first[a]; k < first[a+1]; k++ {
			pairs.List[k].A, pairs.List[k].B = a, int(others[k])
		}
	}
	return pairs
}

// files lists for every key the clauses that have it, in order.
func (s *Story) files() [][]int {
	s.byKey, s.sizes = memory.Zeros(s.byKey, s.keys), memory.Zeros(s.sizes, s.keys)
	byKey, sizes := s.byKey, s.sizes
	total := 0
	s.eachKey(func(_ int, key int32) {
		sizes[key]++
		total++
	})
	room := make([]int, total)
	for key, size := range sizes {
		byKey[key], room = room[:0:size], room[size:]
	}
	s.eachKey(func(i int, key int32) { byKey[key] = append(byKey[key], i) })
	return byKey
}

// eachKey looks at the keys of the clauses that stand for themselves, in order.
func (s *Story) eachKey(do func(clause int, key int32)) {
	for i, c := range s.Clauses {
		if c.Original == i {
			for _, f := range c.keys {
				do(i, f.key)
			}
		}
	}
}

// proposed gives the later clauses that share enough with the i-th, in order: of many
// those that share most. Of the scratch, one number a clause each, the first holds zeros
// before and after.
func (s *Story) proposed(i int, byKey [][]int, scratch, share []float64) []int {
	c := s.Clauses[i]
	if c.Original != i {
		return nil
	}
	var touched []int
	for _, f := range c.keys {
		list := byKey[f.key]
		if len(list) > crowd {
			continue
		}
		at, _ := slices.BinarySearch(list, i+1)
		for _, o := range list[at:] {
			if scratch[o] == 0 {
				touched = append(touched, o)
			}
			scratch[o] += f.weight
		}
	}
	touched = slices.DeleteFunc(touched, func(o int) bool {
		scratch[o] = 0
		d := s.Clauses[o]
		share[o] = sharedKeys(c, d)
		return d.Report == c.Report && d.Sentence == c.Sentence || share[o] < leastShared*min(c.Weight, d.Weight)
	})
	if len(touched) > mostPairs {
		slices.SortFunc(touched, func(x, y int) int {
			return cmp.Or(cmp.Compare(share[y], share[x]), cmp.Compare(x, y))
		})
		touched = touched[:mostPairs]
	}
	slices.Sort(touched)
	return touched
}

// sharedKeys is the weight of the keys that two clauses share.
func sharedKeys(a, b *Clause) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a.keys) && k < len(b.keys); {
		switch {
		case a.keys[i].key < b.keys[k].key:
			i++
		case a.keys[i].key > b.keys[k].key:
			k++
		default:
			sum += a.keys[i].weight
			i, k = i+1, k+1
		}
	}
	return sum
}
