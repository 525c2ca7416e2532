package reuse

import (
	"math/bits"

	"stemma/internal/memory"
)

// sieve drops shingles that one report alone has, which most are, before any are
// put in order. It goes by some bits of their hashes, so that it lets a few pass.
type sieve struct {
	once, twice []uint64 // sets of those bits
}

// sieveRoom is how many places there are for a posting at least: of those that
// meet no other, one in sixteen to one in eight passes.
const sieveRoom = 8

// pass keeps the postings, in their order, whose hash may be that of another.
func (s *sieve) pass(postings []Posting) []Posting {
	const word = 64
	size := max(word, 1<<bits.Len(uint(len(postings)*sieveRoom-1)))
	s.once, s.twice = memory.Zeros(s.once, size/word), memory.Zeros(s.twice, size/word)
	once, twice := s.once, s.twice[:len(s.once)]
	mask := uint64(len(once) - 1)
	for i := range postings {
		h := postings[i].hash()
		at, bit := h/word&mask, uint64(1)<<(h%word)
		twice[at] |= once[at] & bit
		once[at] |= bit
	}
	kept := 0
	for _, p := range postings {
		h := p.hash()
		postings[kept] = p
		kept += int(twice[h/word&mask] >> (h % word) & 1)
	}
	return postings[:kept]
}
