package reuse

import (
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
}

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

// Clone gives the row in room of its exact size.
func (r *Row) Clone() *Row {
	n := len(r.Words)
	room := make([]uint32, 3*n)
	c := &Row{Text: r.Text, Words: room[:n:n], Start: room[n : 2*n : 2*n], End: room[2*n:]}
	copy(c.Words, r.Words)
	copy(c.Start, r.Start)
	copy(c.End, r.End)
	return c
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

// same says whether word i of a and word j of b are the same word: the hashes
// first, then the forms, so that a collision never shows.
func (s *Scanner) same(a, b *Row, i, j int) bool {
	return a.Words[i] == b.Words[j] && s.equal(a.Word(i), b.Word(j))
}

// stringOf gives bytes that nobody changes any more as a string.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
