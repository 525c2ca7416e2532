package index

import (
	"encoding/binary"
	"math/bits"

	"stemma/internal/reuse"
)

const (
	// hashKept is how many bits of a shingle's hash the index keeps, and
	// contextKept how many of the words around it. What shares an idiom only, or
	// collides, is told by the context: one in 80 passes, by the patterns that
	// are possible. So its bits are worth more than the hash's. Of 60 million
	// postings (a million short reports) a lookup meets 3.6 that collide, by
	// calculation, and one in 25 lookups reads a report in vain for that.
	hashKept    = 24
	contextKept = 16
	// bucketPostings is how many postings a bucket has in the mean.
	bucketPostings = 32
)

// posting is one kept shingle of a report.
type posting struct {
	hash    uint64 // hashKept bits
	doc     uint32
	context uint16
}

// hashOf gives what the index keeps of a shingle's hash. A kept shingle's is
// the smallest of four; the multiplication (Knuth 1973, 6.4) spreads them
// evenly, so that buckets are alike and fewer collide.
func hashOf(p reuse.Posting) uint64 {
	const all = 1<<40 - 1
	return p.Hash() * 0x9e3779b97f4a7c15 & all >> (40 - hashKept)
}

// contextOf keeps three bits of each of the two words on either side of a
// shingle, and two of those beyond, the first before it highest.
func contextOf(p reuse.Posting) uint16 {
	const b3, b2, b1, a1, a2, a3 = 20, 16, 12, 8, 4, 0 // nibbles of a key
	k := p.Key
	return uint16(k>>b3&3<<14 | k>>b2&7<<11 | k>>b1&7<<8 | k>>a1&7<<5 | k>>a2&7<<2 | k>>a3&3)
}

// mayRun says whether two postings of one shingle may stand in a shared run of
// reuse.Guarantee words: three neighbours in a row agree.
func mayRun(a, b uint16) bool {
	const b3, b2, b1, a1, a2, a3 = 3 << 14, 7 << 11, 7 << 8, 7 << 5, 7 << 2, 3
	d := a ^ b
	return d&(a1|a2|a3) == 0 || d&(b1|a1|a2) == 0 || d&(b2|b1|a1) == 0 || d&(b3|b2|b1) == 0
}

// code is how the postings of one segment are written.
type code struct {
	docBits, bucketBits, rice uint8
}

// newCode fits the code to the numbers of reports and postings.
func newCode(reports, postings int) code {
	c := code{docBits: uint8(bits.Len(uint(max(reports, 1) - 1)))}
	c.bucketBits = uint8(bits.Len(uint(postings / bucketPostings)))
	if c.bucketBits > 0 {
		c.bucketBits--
	}
	c.bucketBits = min(c.bucketBits, 26)
	// The best parameter for evenly spread numbers is the logarithm of 0.69
	// times the mean difference (Gallager and van Voorhis 1975), rounded.
	mean := uint64(1) << (hashKept + c.docBits) / uint64(max(postings, 1))
	c.rice = uint8(max(0, bits.Len64(mean)-1))
	c.rice = min(c.rice, 57)
	return c
}

// span is how many bits tell the postings of one bucket apart.
func (c code) span() uint8 { return hashKept - c.bucketBits + c.docBits }

func (c code) bucket(hash uint64) uint64 { return hash >> (hashKept - c.bucketBits) }

// value is a posting's hash and report as one number within its bucket.
func (c code) value(p posting) uint64 {
	low := p.hash & (1<<(hashKept-c.bucketBits) - 1)
	return low<<c.docBits | uint64(p.doc)
}

// bitWriter appends bits, the lowest first.
type bitWriter struct {
	out  []byte
	acc  uint64
	used uint
}

func (w *bitWriter) put(v uint64, n uint) {
	for n > 0 {
		take := min(n, 64-w.used, 32)
		w.acc |= v & (1<<take - 1) << w.used
		w.used += take
		v >>= take
		n -= take
		for w.used >= 8 {
			w.out = append(w.out, byte(w.acc))
			w.acc >>= 8
			w.used -= 8
		}
	}
}

// ones appends n ones.
func (w *bitWriter) ones(n uint64) {
	for ; n > 32; n -= 32 {
		w.put(1<<32-1, 32)
	}
	w.put(1<<n-1, uint(n))
}

// fill ends the last byte with ones.
func (w *bitWriter) fill() {
	if w.used > 0 {
		w.ones(uint64(8 - w.used))
	}
}

// posting appends one code.
func (w *bitWriter) posting(c code, difference uint64, context uint16) {
	w.ones(difference >> c.rice)
	w.put(0, 1)
	w.put(difference, uint(c.rice))
	w.put(uint64(context), contextKept)
}

// bitReader reads what bitWriter wrote.
type bitReader struct {
	in  []byte
	bit uint64
}

// word gives the next 57 bits at least, zeros past the end.
func (r *bitReader) word() uint64 {
	at := int(r.bit >> 3)
	if at+8 <= len(r.in) {
		return binary.LittleEndian.Uint64(r.in[at:]) >> (r.bit & 7)
	}
	var tail [8]byte
	if at < len(r.in) {
		copy(tail[:], r.in[at:])
	}
	return binary.LittleEndian.Uint64(tail[:]) >> (r.bit & 7)
}

func (r *bitReader) left() uint64 {
	return uint64(len(r.in))*8 - min(r.bit, uint64(len(r.in))*8)
}

// posting reads one code; false at the end of the bucket.
func (r *bitReader) posting(c code) (difference uint64, context uint16, ok bool) {
	var quotient uint64
	for {
		n := uint64(bits.TrailingZeros64(^r.word()))
		n = min(n, 56)
		quotient += n
		r.bit += n
		if n < 56 {
			break
		}
	}
	if r.left() < 1+uint64(c.rice)+contextKept {
		return 0, 0, false
	}
	r.bit++
	remainder := r.word() & (1<<c.rice - 1)
	r.bit += uint64(c.rice)
	context = uint16(r.word() & (1<<contextKept - 1))
	r.bit += contextKept
	return quotient<<c.rice | remainder, context, true
}
