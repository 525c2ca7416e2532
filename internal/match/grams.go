package match

import "slices"

// letters is the text's words with a blank before, between and behind.
func (s *side) letters(names []string) []byte {
	b := make([]byte, 0, len(s.words)*8)
	for i := range s.words {
		b = append(append(b, ' '), names[s.words[i].form]...)
	}
	return append(b, ' ')
}

// runs lists the runs of n bytes of a text, n being 4 at most, in order of value.
func runs(s []byte, n int) []uint32 {
	if len(s) < n {
		return nil
	}
	found := make([]uint32, 0, len(s)-n+1)
	mask := uint32(1<<(8*n) - 1)
	x := uint32(0)
	for i, c := range s {
		x = x<<8 | uint32(c)
		if i >= n-1 {
			found = append(found, x&mask)
		}
	}
	slices.Sort(found)
	return found
}

// mix is an odd number whose multiples scatter (Knuth 6.4).
const mix = 0x9E3779B97F4A7C15

// grams lists the runs of n words by a hash of their forms, in order of value.
// What a hash of 64 bits confuses by chance is not met.
func grams(words []word, n int) []uint64 {
	if len(words) < n {
		return nil
	}
	found := make([]uint64, 0, len(words)-n+1)
	for i := 0; i+n <= len(words); i++ {
		x := uint64(0)
		for _, w := range words[i : i+n] {
			x = x*mix + uint64(w.form) + 1
		}
		found = append(found, x)
	}
	slices.Sort(found)
	return found
}

// dice is the share of the items of two ordered lists that both have (Dice 1945).
func dice[T uint32 | uint64](a, b []T) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// shared counts what two ordered lists have in common.
func shared[T uint32 | uint64](a, b []T) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			n, i, k = n+1, i+1, k+1
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n
}

// held is the share of b's runs of n words that a has.
func held(a, b []word, n int) float64 {
	x, y := slices.Compact(grams(a, n)), grams(b, n)
	in, i := 0, 0
	for _, g := range y {
		for i < len(x) && x[i] < g {
			i++
		}
		if i < len(x) && x[i] == g {
			in++
		}
	}
	return ratio(float64(in), float64(len(y)))
}
