package reuse

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWinnow holds what is kept against the definition: of every window the smallest hash,
// the rightmost of equal ones.
func TestWinnow(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 9))
	var room []uint32
	for range 10_000 {
		h := make([]uint64, window+random.IntN(20))
		for i := range h {
			h[i] = random.Uint64N(6)
		}
		var want []uint32
		for start := range len(h) - window + 1 {
			least := start
			for i := start; i < start+window; i++ {
				if h[i] <= h[least] {
					least = i
				}
			}
			if n := len(want); n == 0 || want[n-1] != uint32(least) {
				want = append(want, uint32(least))
			}
		}
		if room = winnow(h, room); !slices.Equal(room, want) {
			t.Fatalf("%v: %v, want %v", h, room, want)
		}
	}
}

// TestSieve lets every posting pass whose hash another has, and few others.
func TestSieve(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 7))
	var s sieve
	for _, n := range []int{0, 1, 2, 50, 5000} {
		all, count := make([]Posting, n), map[uint64]int{}
		for i := range all {
			all[i] = Posting{Key: random.Uint64(), Word: uint32(i)}
			if i > 0 && random.IntN(4) == 0 {
				all[i].Key = all[random.IntN(i)].Key
			}
		}
		for _, p := range all {
			count[p.hash()]++
		}
		alone := func(p Posting) bool { return count[p.hash()] == 1 }
		want := slices.DeleteFunc(slices.Clone(all), alone)
		passed := s.pass(slices.Clone(all))
		if len(passed)-len(want) > n/4 {
			t.Errorf("%d of %d pass, %d should", len(passed), n, len(want))
		}
		if got := slices.DeleteFunc(passed, alone); !slices.Equal(got, want) {
			t.Errorf("of %d: %d pass, want %d", n, len(got), len(want))
		}
	}
}
