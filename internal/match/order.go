package match

import "math/bits"

// mostOrdered is how many words of a text are compared in their order.
const mostOrdered = 2048

// wordBits is how many words of a text one machine word stands for.
const wordBits = 64

// ordered is how many words two texts have in the same order: the length of
// their longest common subsequence. A bit stands for a word of a, so that 64 of
// them are handled at once (Hyyrö 2004, "Bit-parallel LCS-length computation
// revisited").
func ordered(a, b []word, forms int) int {
	a, b = a[:min(len(a), mostOrdered)], b[:min(len(b), mostOrdered)]
	size := (len(a) + wordBits - 1) / wordBits
	where := make([][]uint64, forms)
	for i := range a {
		set := where[a[i].form]
		if set == nil {
			set = make([]uint64, size)
			where[a[i].form] = set
		}
		set[i/wordBits] |= 1 << (i % wordBits)
	}
	row := make([]uint64, size)
	for i := range row {
		row[i] = ^uint64(0)
	}
	for k := range b {
		if set := where[b[k].form]; set != nil {
			step(row, set)
		}
	}
	return zeros(row, len(a))
}

// step takes one word of b in.
func step(row, set []uint64) {
	carry := uint64(0)
	for i, v := range row {
		u := v & set[i]
		sum, over := bits.Add64(v, u, carry)
		row[i], carry = sum|(v-u), over
	}
}

// zeros counts the bits among the first n that are not set.
func zeros(row []uint64, n int) int {
	found := 0
	for i := range n {
		if row[i/wordBits]>>(i%wordBits)&1 == 0 {
			found++
		}
	}
	return found
}
