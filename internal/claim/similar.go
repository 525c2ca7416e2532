package claim

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

func cosine(a, b []term) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := cmp.Compare(a[i].id, b[k].id); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			sum += a[i].weight * b[k].weight
			i, k = i+1, k+1
		}
	}
	return sum
}

// candidate is two reports that may tell one story.
type candidate struct {
	a, b  int
	score float64
}

// posting is a report that has a term.
type posting struct {
	report uint32
	weight float32
}

// similar gives the pairs of reports whose cosine reaches the least, best
// first. Cosines are summed term by term over the reports that have the term,
// so that reports without a common term cost nothing.
func similar(ctx context.Context, vectors [][]term, least float64, jobs int) ([]candidate, error) {
	byTerm := invert(vectors)
	found := make([][]candidate, len(vectors))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range jobs {
		wait.Go(func() {
			s := &prober{vectors: vectors, byTerm: byTerm, least: least,
				sums: make([]float32, len(vectors)), dense: make([]float64, len(byTerm))}
			for i := int(next.Add(1)) - 1; i < len(vectors) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				found[i] = s.probe(i)
			}
		})
	}
	wait.Wait()
	all := slices.Concat(found...)
	slices.SortFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return all, ctx.Err()
}

// invert lists for every term the reports that have it, in order.
func invert(vectors [][]term) [][]posting {
	sizes := []int{}
	for _, v := range vectors {
		for _, t := range v {
			for int(t.id) >= len(sizes) {
				sizes = append(sizes, 0)
			}
			sizes[t.id]++
		}
	}
	byTerm := make([][]posting, len(sizes))
	for i, v := range vectors {
		for _, t := range v {
			if byTerm[t.id] == nil {
				byTerm[t.id] = make([]posting, 0, sizes[t.id])
			}
			byTerm[t.id] = append(byTerm[t.id], posting{uint32(i), float32(t.weight)})
		}
	}
	return byTerm
}

// prober is the scratch room of one goroutine.
type prober struct {
	vectors [][]term
	byTerm  [][]posting
	least   float64
	sums    []float32
	touched []uint32
	dense   []float64 // weights of one report by term, 0 before and after
}

// against gives the cosine of a report with the one whose weights are dense: the sum of cosine,
// in the same order, without a step that depends on the terms.
func (s *prober) against(o uint32) float64 {
	sum := 0.0
	for _, t := range s.vectors[o] {
		sum += t.weight * s.dense[t.id]
	}
	return sum
}

// spreadOut writes the weights of a report by term, or takes them back.
func (s *prober) spreadOut(i int, back bool) {
	for _, t := range s.vectors[i] {
		if s.dense[t.id] = t.weight; back {
			s.dense[t.id] = 0
		}
	}
}

// roundingRoom is how much a sum in single precision may fall short.
const roundingRoom = 0.001

// probe gives the pairs of a report with an earlier one.
func (s *prober) probe(i int) []candidate {
	s.touched = s.touched[:0]
	for _, t := range s.vectors[i] {
		w := float32(t.weight)
		for _, p := range s.byTerm[t.id] {
			if int(p.report) >= i {
				break
			}
			if s.sums[p.report] == 0 {
				s.touched = append(s.touched, p.report)
			}
			s.sums[p.report] += w * p.weight
		}
	}
	var found []candidate
	s.spreadOut(i, false)
	defer s.spreadOut(i, true)
	for _, o := range s.touched {
		if s.sums[o] >= float32(s.least-roundingRoom) {
			if exact := s.against(o); exact >= s.least {
				found = append(found, candidate{int(o), i, exact})
			}
		}
		s.sums[o] = 0
	}
	return found
}
