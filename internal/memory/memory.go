// Package memory uses slices again that a worker keeps between texts, so that the next text costs
// no new memory.
package memory

import "slices"

// Zeros is a slice of n zeros, in the memory of the given one where it suffices. What that one
// held is lost.
func Zeros[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
