package index

import (
	"encoding/binary"
	"errors"
)

// longestCode bounds the bits of a code word. Frequencies that would make
// longer ones are flattened.
const longestCode = 28

// codeLengths gives the length, in bits, of a prefix code word for each
// frequency (Huffman 1952, in place after Moffat and Katajainen 1995). The
// frequencies are above zero and descend; then the lengths ascend.
func codeLengths(frequency []uint32) []uint8 {
	n := len(frequency)
	lengths := make([]uint8, n)
	if n == 1 {
		lengths[0] = 1
	}
	if n < 2 {
		return lengths
	}
	work := make([]uint64, n)
	for flatter := 0; ; flatter++ {
		for i, f := range frequency {
			work[n-1-i] = uint64(f>>flatter) + 1
		}
		depths(work)
		if work[0] <= longestCode {
			break
		}
	}
	for i := range lengths {
		lengths[i] = uint8(work[n-1-i])
	}
	return lengths
}

// depths replaces ascending weights by the depths of their leaves.
func depths(w []uint64) {
	n := len(w)
	leaf, root := 0, 0
	for next := range n - 1 {
		var sum uint64
		for range 2 {
			if leaf >= n || root < next && w[root] < w[leaf] {
				sum += w[root]
				w[root] = uint64(next)
				root++
			} else {
				sum += w[leaf]
				leaf++
			}
		}
		w[next] = sum
	}
	w[n-2] = 0
	for i := n - 3; i >= 0; i-- {
		w[i] = w[w[i]] + 1
	}
	free, used, depth := 1, 0, uint64(0)
	root, next := n-2, n-1
	for free > 0 {
		for root >= 0 && w[root] == depth {
			used++
			root--
		}
		for free > used {
			w[next] = depth
			next--
			free--
		}
		free, used = 2*used, 0
		depth++
	}
}

// canon is a canonical prefix code: of words of one length the symbols follow
// one another, and longer words are greater.
type canon struct {
	limit [longestCode + 2]uint64 // above the words of a length, as the top of 32 bits
	least [longestCode + 2]uint64 // the first of them
	first [longestCode + 2]uint32 // its symbol
	start [256]uint8              // the shortest length, by the word's first byte
}

var errCode = errors.New("no such code")

// newCanon makes the code of so many symbols of each length from 1 on.
func newCanon(count *[longestCode]uint32) (*canon, error) {
	c := &canon{}
	var at uint64
	var symbol uint32
	for l := 1; l <= longestCode; l++ {
		c.least[l], c.first[l] = at, symbol
		at += uint64(count[l-1]) << (32 - l)
		symbol += count[l-1]
		if at > 1<<32 {
			return nil, errCode
		}
		c.limit[l] = at
	}
	c.limit[longestCode+1] = 1 << 33
	l := uint8(1)
	for b := range c.start {
		for c.limit[l] <= uint64(b)<<24 {
			l++
		}
		c.start[b] = l
	}
	return c, nil
}

// word gives the code word of a symbol with a length.
func (c *canon) word(symbol uint32, length uint8) uint64 {
	return c.least[length]>>(32-length) + uint64(symbol-c.first[length])
}

// highReader reads bits, the highest first, and zeros past the end.
type highReader struct {
	in  []byte
	bit uint64
}

// symbol reads a code word. What is no code word is a symbol past all.
func (r *highReader) symbol(c *canon) uint32 {
	x := r.top()
	l := c.start[x>>24]
	for x >= c.limit[l] {
		l++
	}
	if l > longestCode {
		r.bit += longestCode
		return 1<<32 - 1
	}
	r.bit += uint64(l)
	return c.first[l] + uint32((x-c.least[l])>>(32-l))
}

// top gives the next 32 bits.
func (r *highReader) top() uint64 {
	at := int(r.bit >> 3)
	if at+8 <= len(r.in) {
		return binary.BigEndian.Uint64(r.in[at:]) << (r.bit & 7) >> 32
	}
	var tail [8]byte
	if at < len(r.in) {
		copy(tail[:], r.in[at:])
	}
	return binary.BigEndian.Uint64(tail[:]) << (r.bit & 7) >> 32
}

func (r *highReader) past() bool { return r.bit > 8*uint64(len(r.in)) }

// highWriter appends bits, the highest first.
type highWriter struct {
	out  []byte
	acc  uint64 // the bits that are no whole byte yet, at the low end
	used uint
}

func (w *highWriter) put(word uint64, length uint8) {
	w.acc = w.acc<<length | word
	w.used += uint(length)
	for w.used >= 8 {
		w.used -= 8
		w.out = append(w.out, byte(w.acc>>w.used))
	}
}

// fill ends the last byte.
func (w *highWriter) fill() {
	if w.used > 0 {
		w.put(0, uint8(8-w.used))
	}
	w.acc = 0
}
