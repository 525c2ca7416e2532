package vector

import _ "embed"

// Near is the least similarity of two words that [Model.Neighbours] lists: below it
// neighbours share a topic, not a meaning.
const Near = 0.55

// neighbours.bin lists of each word the rarer ones that are near it: of 1.8 thousand
// million pairs one million. To look a word's list up takes less time than to compare
// two vectors, and there are 17 words in the mean. It is made by gen/main.go of
// vectors.bin and is read in place; n is the number of words.
//
//	offsets  n+1 × uint32  where each word's list starts, in words
//	lists    uint16 each   numbers of words, ascending
//
//go:embed neighbours.bin
var nearby string

// Size is the number of words; IDs are below it.
func (m *Model) Size() int { return m.size }

// Set is some words, by their IDs. Its zero value has none.
type Set struct{ bits []uint64 }

// Add puts a word into the set.
func (s *Set) Add(m *Model, id int32) {
	if s.bits == nil {
		s.bits = make([]uint64, (m.size+63)/64)
	}
	s.bits[id/64] |= 1 << (id % 64)
}

// Remove takes a word out that is in the set.
func (s *Set) Remove(id int32) { s.bits[id/64] &^= 1 << (id % 64) }

// Neighbours calls a function with each word of a set behind this one, by its ID, that is
// near it: of a set each two near words are given once.
func (m *Model) Neighbours(id int32, among *Set, do func(int32)) {
	first, last := m.neighbours(id)
	for at := first; at < last; at++ {
		near := uint32(m.neighbour(at))
		if word := near / 64; word < uint32(len(among.bits)) && among.bits[word]>>(near%64)&1 != 0 {
			do(int32(near))
		}
	}
}

// neighbours gives where the list of a word stands.
func (m *Model) neighbours(id int32) (first, last int) {
	return int(uint32At(nearby, 4*int(id))), int(uint32At(nearby, 4*int(id)+4))
}

func (m *Model) neighbour(at int) int32 {
	at = 4*(m.size+1) + 2*at
	return int32(nearby[at]) | int32(nearby[at+1])<<8
}

// SimilarityAbove is SimilarityID of two words where that is at least least, which is
// [Near] or more, and else 0. Words that are not near are told without their vectors.
func (m *Model) SimilarityAbove(least float64, a, b int32) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	if a != b && !m.near(min(a, b), max(a, b)) {
		return 0
	}
	if similarity := m.SimilarityID(a, b); similarity >= least {
		return similarity
	}
	return 0
}

// near says whether the list of a word has a rarer one.
func (m *Model) near(a, b int32) bool {
	first, last := m.neighbours(a)
	for first < last {
		middle := (first + last) / 2
		switch at := m.neighbour(middle); {
		case at == b:
			return true
		case at < b:
			first = middle + 1
		default:
			last = middle
		}
	}
	return false
}
