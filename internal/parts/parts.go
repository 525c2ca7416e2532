// Package parts puts numbered things that belong together into parts.
//
// It is the union of disjoint sets with path halving (Tarjan and van Leeuwen, "Worst-case Analysis of Set Union
// Algorithms", 1984), each set named by its first member.
package parts

// Parts are sets of things, each named by its first: for every thing another one of its set that stands earlier, or
// itself.
type Parts[N int | int32] []N

// New gives so many things, each a part of its own.
func New[N int | int32](n int) Parts[N] {
	p := make(Parts[N], n)
	for i := range p {
		p[i] = N(i)
	}
	return p
}

// First is the first thing of the part that holds one.
func (p Parts[N]) First(i N) N {
	for p[i] != i {
		p[i] = p[p[i]]
		i = p[i]
	}
	return i
}

// Merge makes the parts of two things one.
func (p Parts[N]) Merge(a, b N) {
	a, b = p.First(a), p.First(b)
	p[max(a, b)] = min(a, b)
}

// Flat gives the first thing of the part of each.
func (p Parts[N]) Flat() []N {
	of := make([]N, len(p))
	for i := range p {
		of[i] = p.First(N(i))
	}
	return of
}
