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
	Start []uint32 // bytes
	End   []uint32 // bytes

	// sparse is, in a row that is held for a search, where every sparsely-th
	// word starts, instead of Start and End: what lies between is told by steps,
	// or where there are none cut again from the text, which is done for the
	// words of passages only.
	sparse []uint32
	// steps is two bytes a word: how far its start is behind the end of the word
	// before it, 0 for every sparsely-th, and its length.
	steps []byte
}

const sparsely = 8

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

// held gives the row in few bytes, in room of its exact size.
func (r *Row) held(text string) *Row {
	n := len(r.Words)
	h := &Row{Text: text}
	h.fill(r, make([]uint32, n+(n+sparsely-1)/sparsely))
	h.steps = r.inSteps()
	return h
}

// inSteps gives the places of the words in steps, or nil where one of them is too long.
func (r *Row) inSteps() []byte {
	steps := make([]byte, 2*len(r.Words))
	ends := r.End[:len(r.Start)]
	before, long := uint32(0), uint32(0)
	for i, start := range r.Start {
		gap := start - before
		if i%sparsely == 0 {
			gap = 0
		}
		before = ends[i]
		steps[2*i], steps[2*i+1] = byte(gap), byte(before-start)
		long |= gap | (before - start)
	}
	if long > math.MaxUint8 {
		return nil
	}
	return steps
}

// places gives words first to last of a row with steps as a row of their own without its
// text, whose places count from the byte where the first word starts; room is for them.
func (r *Row) places(first, last int, room *Row) (of Row, from uint32) {
	block := first / sparsely * sparsely
	end := r.sparse[block/sparsely]
	for i := block; i < first; i++ {
		end += uint32(r.steps[2*i]) + uint32(r.steps[2*i+1])
	}
	room.reset("", last-first)
	for i := first; i < last; i++ {
		if i%sparsely == 0 {
			end = r.sparse[i/sparsely]
		}
		start := end + uint32(r.steps[2*i])
		end = start + uint32(r.steps[2*i+1])
		if i == first {
			from = start
		}
		room.Start[i-first], room.End[i-first] = start-from, end-from
	}
	return Row{Words: r.Words[first:last], Start: room.Start, End: room.End}, from
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

// part gives words first to last of a full row as a row of their own.
func (r *Row) part(first, last int) Row {
	return Row{Text: r.Text, Words: r.Words[first:last], Start: r.Start[first:last], End: r.End[first:last]}
}

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

// stringOf gives bytes that nobody changes any more as a string.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
