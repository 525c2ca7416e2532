// Package fnv is the hash of words: FNV-1a (Fowler, Noll and Vo, RFC 9923). It is fixed for all
// time, so that results, indexes and packed tables depend neither on the run nor on the machine.
// What two words share by chance is for whoever asks: of a million different words with 64 bits
// none are to be expected, with 32 bits a hundred.
//
// hash/fnv of the standard library has the same, behind an interface that takes bytes; here a
// hash goes on letter by letter without memory of its own.
package fnv

// Offset is the hash of nothing, and Prime what every step multiplies with, for loops that take
// the steps themselves.
const (
	Offset uint64 = 14695981039346656037
	Prime  uint64 = 1099511628211
)

// Of is the hash of a word.
func Of(s string) uint64 { return On(Offset, s) }

// On goes on with a hash over a further word.
func On(h uint64, s string) uint64 {
	for i := range len(s) {
		h = Add(h, s[i])
	}
	return h
}

// Add goes on with a hash over one byte.
func Add(h uint64, c byte) uint64 { return (h ^ uint64(c)) * Prime }

// Of32 is the hash of a word with 32 bits.
func Of32(s string) uint32 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return h
}
