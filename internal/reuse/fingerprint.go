package reuse

import "slices"

// shingle is the number of words in a hashed run, window how many neighbouring
// shingles one is kept of.
const (
	shingle = 5
	window  = 4
)

// Posting is one kept shingle of a report.
type Posting struct {
	Key  uint64 // hash of the shingle, 40 bits, above the context, 24 bits
	Doc  uint32 // number of the report
	Word uint32 // the shingle's first word
}

const (
	contextBits = 24
	hashBits    = 64 - contextBits
)

// hash is the 40 bits by which postings meet. What collides in them is told
// apart where words are compared.
func (p Posting) hash() uint64 { return p.Key >> contextBits }

// Fingerprint appends the kept shingles of a row, in order: of every window of
// four neighbouring shingles the one with the smallest hash, the rightmost of
// equal ones (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003). Any two
// rows that share a run of [Guarantee] words so keep a shingle of that run in
// common. A row shorter than that shares no such run and keeps none.
func (s *Scanner) Fingerprint(r *Row, doc uint32, postings []Posting) []Posting {
	if len(r.Words) < Guarantee {
		return postings
	}
	s.hashes = shingles(r.Words, s.hashes)
	s.places = winnow(s.hashes, s.places)
	n := len(s.places)
	postings = slices.Grow(postings, n)[:len(postings)+n]
	kept := postings[len(postings)-n:]
	for i, at := range s.places {
		kept[i] = posting(r.Words, s.hashes, int(at), doc)
	}
	return postings
}

// winnow gives the places of the smallest hashes of all windows, in order and
// each once, in the room of places where it suffices. Which of two hashes is the
// smaller nobody can foresee, so nothing here branches by it: the least of a
// window is the lesser of the least of its halves.
func winnow(h []uint64, places []uint32) []uint32 {
	windows := len(h) - window + 1
	if cap(places) < windows {
		places = make([]uint32, windows)
	}
	places = places[:windows]
	half, halfAt := lesser(h[0], h[1], 0, 1)
	next, nextAt := lesser(h[1], h[2], 1, 2)
	before, kept := ^uint32(0), 0
	for i := range windows {
		last, lastAt := lesser(h[i+window-2], h[i+window-1], uint32(i+window-2), uint32(i+window-1))
		_, at := lesser(half, last, halfAt, lastAt)
		places[kept] = at
		fresh := 0
		if at != before {
			fresh = 1
		}
		kept += fresh
		before = at
		half, halfAt, next, nextAt = next, nextAt, last, lastAt
	}
	return places[:kept]
}

// lesser gives the smaller of two hashes and its place, the second of equal ones.
func lesser(x, y uint64, xAt, yAt uint32) (uint64, uint32) {
	at := xAt
	if y <= x {
		at = yAt
	}
	return min(x, y), at
}

func posting(words []uint32, hashes []uint64, at int, doc uint32) Posting {
	return Posting{Key: hashes[at]&^(1<<contextBits-1) | contextOf(words, at), Doc: doc, Word: uint32(at)}
}

// base of the rolling hash: odd, so that it has an inverse modulo 2^64 and no
// word of the run is lost.
const base = 0x9e3779b97f4a7c15

// shingles gives the hash of every run of five words, rolling (Karp and Rabin
// 1987), in the room of hashes where it suffices.
func shingles(words []uint32, hashes []uint64) []uint64 {
	const b2 = base * base & (1<<64 - 1)
	const b4 = b2 * b2 & (1<<64 - 1)
	const gone = b4 * base & (1<<64 - 1) // the power at which a word leaves the run
	n := len(words) - shingle + 1
	if cap(hashes) < n {
		hashes = make([]uint64, n)
	}
	hashes = hashes[:n]
	var h uint64
	for _, w := range words[:shingle] {
		h = h*base + uint64(w)
	}
	hashes[0] = mix(h)
	behind, ahead, rest := words[:n-1], words[shingle:][:n-1], hashes[1:]
	for i := range rest {
		h = h*base + (uint64(ahead[i]) - uint64(behind[i])*gone)
		rest[i] = mix(h)
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

// reach is how many words on each side of a shingle its context tells of: a
// run of [Guarantee] words that holds the shingle has as many beside it.
const reach = Guarantee - shingle

// contextOf is four bits of each of the three words before the shingle and of
// the three after it, 0 where there is none, the outermost word before it
// highest. It tells, without looking at the texts, most shared shingles that
// stand in no shared run of [Guarantee] words: idioms.
func contextOf(words []uint32, at int) uint64 {
	if at < reach || at+shingle+reach > len(words) {
		return edgeContext(words, at)
	}
	w := words[at-reach:][: shingle+2*reach : shingle+2*reach]
	return nibble(w[0])<<20 | nibble(w[1])<<16 | nibble(w[2])<<12 | nibble(w[8])<<8 | nibble(w[9])<<4 | nibble(w[10])
}

func edgeContext(words []uint32, at int) uint64 {
	var c uint64
	for i := at - reach; i < at+shingle+reach; i++ {
		if i >= at && i < at+shingle {
			continue
		}
		c <<= 4
		if i >= 0 && i < len(words) {
			c |= nibble(words[i])
		}
	}
	return c
}

func nibble(word uint32) uint64 { return 1 + uint64(word)*15>>32 }

// frames are the four ways in which a shingle can lie in a run of [Guarantee]
// words: for each, the parts of the context that the run covers.
// Frame f lies f*frameStep bits up, and is digitBits wide.
func frames() [window]uint64 {
	return [window]uint64{0x000fff, 0x00fff0, 0x0fff00, 0xfff000}
}

// frameStep is the bits of one word in the context.
const frameStep = 4

// inRun says whether two postings of one shingle may stand in a shared run of
// [Guarantee] words.
func inRun(a, b uint64) bool {
	d := a ^ b
	return d&0x000fff == 0 || d&0x00fff0 == 0 || d&0x0fff00 == 0 || d&0xfff000 == 0
}
