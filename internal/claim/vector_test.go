package claim

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// TestUnitLength: the heaviest terms are kept, of equally heavy ones the first, and make a
// vector of length 1.
func TestUnitLength(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, storyTerms - 1, storyTerms, storyTerms + 1, 3 * storyTerms} {
		for _, weights := range []int{1, 3, 1000} {
			r := &room{}
			for id := range size {
				r.terms = append(r.terms, term{uint32(2 * id), float64(rng.IntN(weights)) / 7})
			}
			heaviest := slices.Clone(r.terms)
			slices.SortStableFunc(heaviest, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
			heaviest = heaviest[:min(size, storyTerms)]
			squares := 0.0
			for _, x := range heaviest {
				squares += x.weight * x.weight
			}
			want := slices.Clone(heaviest)
			slices.SortFunc(want, func(a, b term) int { return cmp.Compare(a.id, b.id) })
			got := r.unitLength()
			same := slices.EqualFunc(got, want, func(a, b term) bool {
				x := b.weight / math.Sqrt(squares)
				return a.id == b.id && (a.weight == x || math.IsNaN(a.weight) && math.IsNaN(x))
			})
			if !same {
				t.Errorf("%d terms of %d weights: %v, not %v", size, weights, got, want)
			}
		}
	}
}

// TestRanksOfAGrowingVocabulary: the words are ranked by their forms, whenever they came.
func TestRanksOfAGrowingVocabulary(t *testing.T) {
	r, v, forms := rand.New(rand.NewPCG(1, 2)), NewVocabulary(), map[string]bool{}
	for range 20 {
		var w Words
		for range r.IntN(40) {
			form := strconv.Itoa(r.IntN(300))
			forms[form] = true
			w.Counts = append(w.Counts, WordCount{Form: form, Weight: 1})
		}
		v.Sheet(w)
		ranks := v.ranks()
		for rank, form := range slices.Sorted(maps.Keys(forms)) {
			if got := ranks[v.ids[form]]; int(got) != rank {
				t.Fatalf("%q has the rank %d, want %d of %d", form, got, rank, len(forms))
			}
		}
	}
}
