package reuse

import "stemma"

// shingle is the number of words in a hashed run.
const shingle = 5

// newRow hashes the words of a text; marks are left out.
func newRow(t *stemma.Text) row {
	r := row{text: t, words: make([]uint64, 0, len(t.Tokens)), at: make([]int32, 0, len(t.Tokens))}
	for i, tok := range t.Tokens {
		if tok.Kind == stemma.Mark {
			continue
		}
		r.words = append(r.words, hashWord(tok.Form))
		r.at = append(r.at, int32(i))
	}
	return r
}

// hashWord is FNV-1a (Fowler, Noll and Vo), 64 bits: fixed for all time, so
// that results and indexes do not depend on the run.
func hashWord(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// base of the rolling hash: odd, so that it has an inverse modulo 2^64 and no
// word of the run is lost.
const base = 0x9e3779b97f4a7c15

// shingles hashes every run of five words, rolling (Karp and Rabin).
func shingles(words []uint64) []uint64 {
	if len(words) < shingle {
		return nil
	}
	var top uint64 = 1
	for range shingle - 1 {
		top *= base
	}
	hashes := make([]uint64, 0, len(words)-shingle+1)
	var h uint64
	for i, w := range words {
		if i >= shingle {
			h -= words[i-shingle] * top
		}
		h = h*base + w
		if i >= shingle-1 {
			hashes = append(hashes, mix(h))
		}
	}
	return hashes
}

// mix spreads the rolling hash over all bits (the finaliser of SplitMix64,
// Steele, Lea and Flood 2014), since the smallest of four is kept.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
