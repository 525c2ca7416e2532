package reuse

import (
	"encoding/binary"
	"math"
	"unsafe"

	"stemma"
)

// Row is a text as a row of words, which is what texts are compared by. Word i
// is Text[Start[i]:End[i]] and Words[i] the hash of its folded form; marks and
// white space are no words, so that typesetting does not matter.
type Row struct {
	Text  string
	Words []uint32

	// near is, in a row that is held for a search, where its words stand, instead of Start
	// and End: for every sparsely of them where the first starts and then, two words to a
	// number, how far each starts behind that and its length, a byte each.
	near []uint32

	Start []uint32 // bytes
	End   []uint32 // bytes

	// sparse is, where near cannot tell it, where every sparsely-th word starts; the others
	// are cut again from the text, which is done for the words of passages only.
	sparse []uint32
}

const (
	sparsely  = 8
	nearBlock = 1 + sparsely/2
)

// blocks is how many times sparsely words n words are, rounded up.
func blocks(n int) int { return (n + sparsely - 1) / sparsely }

// full says that the row has Start and End.
func (r *Row) full() bool { return r.near == nil && r.sparse == nil }

// reset readies the row for up to n words of a text, keeping its room.
func (r *Row) reset(text string, n int) {
	r.Text = text
	if cap(r.Words) < n {
		r.Words, r.Start, r.End = make([]uint32, n), make([]uint32, n), make([]uint32, n)
	}
	r.cut(n)
}

// cut sets the number of words.
func (r *Row) cut(n int) { r.Words, r.Start, r.End = r.Words[:n], r.Start[:n], r.End[:n] }

func (r *Row) put(i int, hash uint32, start, end int) {
	r.Words[i], r.Start[i], r.End[i] = hash, uint32(start), uint32(end)
}

// held gives the row in few bytes of a room, with its text if that is held too.
func (r *Row) held(text string, room *rowRoom) *Row {
	n := len(r.Words)
	h := &room.rows.take(1)[0]
	words := room.words.take(n + nearBlock*blocks(n))
	if !r.tellNear(words[n:]) {
		h.fill(r, words[:n+blocks(n)])
		return h
	}
	h.Text, h.Words, h.near = text, words[:n:n], words[n:]
	copy(h.Words, r.Words)
	return h
}

// tellNear puts down where the words stand. It says no where one of them is too far behind
// the first of its block, or too long.
func (r *Row) tellNear(near []uint32) bool {
	far := uint32(0)
	starts, ends := r.Start, r.End[:len(r.Start)]
	for len(starts) > 0 {
		from, n := starts[0], min(sparsely, len(starts))
		near[0] = from
		for i := 0; i < n; i += 2 {
			distance, length := starts[i]-from, ends[i]-starts[i]
			far |= distance | length
			two := distance | length<<8
			if i+1 < n {
				distance, length = starts[i+1]-from, ends[i+1]-starts[i+1]
				far |= distance | length
				two |= distance<<16 | length<<24
			}
			near[1+i/2] = two
		}
		starts, ends, near = starts[n:], ends[n:], near[nearBlock:]
	}
	return far <= math.MaxUint8
}

// place is where word i begins and ends, in bytes.
func (r *Row) place(i int) (start, end uint32) {
	if r.near == nil {
		return r.Start[i], r.End[i]
	}
	block := r.near[i/sparsely*nearBlock:][:nearBlock]
	told := block[1+i%sparsely/2] >> (i % 2 * 16)
	start = block[0] + told&0xff
	return start, start + told>>8&0xff
}

// fill takes over the words of another row in room, which they fill.
func (r *Row) fill(from *Row, room []uint32) {
	n := len(from.Words)
	r.Words, r.sparse = room[:n:n], room[n:]
	copy(r.Words, from.Words)
	for i := range r.sparse {
		r.sparse[i] = from.Start[i*sparsely]
	}
}

// heldBytes is what a held row of n words takes.
func heldBytes(n int) int { return 4*(n+n/sparsely) + 2*n + 160 }

// Word gives the bytes of a word.
func (r *Row) Word(i int) string { return r.Text[r.Start[i]:r.End[i]] }

// rowOf gives the words of a text that is cut already: its tokens without the
// marks.
func (s *Scanner) rowOf(t *stemma.Text) *Row {
	r := &Row{}
	r.reset(t.Report.Text, len(t.Tokens))
	n := 0
	for _, tok := range t.Tokens {
		if tok.Kind != stemma.Mark {
			r.put(n, s.hash(t.Report.Text[tok.Start:tok.End]), tok.Start, tok.End)
			n++
		}
	}
	r.cut(n)
	return r
}

// Places says in few bytes where the words of a text stand, so that it need not be cut
// again: of each its distance from the one before, and its length.
func Places(t *stemma.Text) string {
	var at []byte
	end := 0
	for _, tok := range t.Tokens {
		if tok.Kind != stemma.Mark {
			at = binary.AppendUvarint(at, uint64(tok.Start-end))
			at = binary.AppendUvarint(at, uint64(tok.End-tok.Start))
			end = tok.End
		}
	}
	return string(at)
}

// rowAt gives the words of a text that stand in those places, up to one that cannot be:
// what is kept may be damaged.
func (s *Scanner) rowAt(text, places string) *Row {
	r := &Row{}
	r.reset(text, len(places)/2)
	n, end := 0, 0
	for at := []byte(places); len(at) > 0; n++ {
		gap, size := binary.Uvarint(at)
		if size <= 0 || gap > uint64(len(text)-end) {
			break
		}
		start := end + int(gap)
		length, more := binary.Uvarint(at[size:])
		if more <= 0 || length > uint64(len(text)-start) {
			break
		}
		at, end = at[size+more:], start+int(length)
		r.put(n, s.hash(text[start:end]), start, end)
	}
	r.cut(n)
	return r
}

// rowRoom is where the rows of many reports are held: single pieces of memory would be garbage by
// the ten thousand.
type rowRoom struct {
	rows  chunk[Row]
	words chunk[uint32]
}

// chunk is memory from which pieces are taken.
type chunk[T any] struct {
	left []T
	size int // of the next chunk
}

// The first chunk is small, for a search of a few reports; the others are as large as few
// pieces fill.
const (
	leastChunk = 1 << 6
	mostChunk  = 1 << 14
)

// take gives room for n of them.
func (c *chunk[T]) take(n int) []T {
	if n > mostChunk/8 {
		return make([]T, n)
	}
	if len(c.left) < n {
		c.size = min(max(2*c.size, leastChunk, n), mostChunk)
		c.left = make([]T, c.size)
	}
	piece := c.left[:n:n]
	c.left = c.left[n:]
	return piece
}

// stringOf gives bytes that nobody changes any more as a string.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
