package warc

import "encoding/binary"

const (
	// longestCopy is how many bytes one code copies at most.
	longestCopy = 258
	// slack is how much room there is behind the output at least: for three
	// bytes, a copy, and what is copied too much.
	slack = longestCopy + 32
)

// block undoes a block by the tables. Bits are held in variables of its own: it
// is here that the time goes.
func (f *inflater) block(size, limit int) (int, bool) {
	in, out, at, held, n := f.in, f.out, f.at, f.held, f.n
	for {
		if size+slack > len(out) {
			if f.out = out; !f.room(size, slack, limit+slack) {
				return 0, false
			}
			out = f.out
		}
		if at+8 <= len(in) {
			held |= binary.LittleEndian.Uint64(in[at:]) << (n & 63)
			at += int((63 - n) >> 3)
			n |= 56
		} else {
			f.at, f.held, f.n = at, held, n
			if !f.refill() {
				return 0, false
			}
			at, held, n = f.at, f.held, f.n
		}
		// Two bytes of eleven bits at most leave enough for a length, which has
		// twenty.
		e := f.literals[held&(1<<literalBits-1)]
		for two := 0; two < 2 && e&literal != 0; two++ {
			out[size] = byte(e.value())
			size++
			held >>= e.bits()
			n -= e.bits()
			e = f.literals[held&(1<<literalBits-1)]
		}
		if e&longer != 0 {
			held >>= literalBits
			n -= literalBits
			e = f.literals[e.value()+uint32(held&(1<<e.extra()-1))]
		}
		held >>= e.bits() & 63
		n -= e.bits()
		switch {
		case e&literal != 0:
			out[size] = byte(e.value())
			size++
			continue
		case e&endOfBlock != 0:
			f.at, f.held, f.n, f.out = at, held, n, out
			return size, size <= limit
		case e&noCode != 0:
			return 0, false
		}
		length := int(e.value() + uint32(held&(1<<e.extra()-1)))
		held >>= e.extra() & 63
		n -= e.extra()
		if n < 28 { // an offset has fifteen bits and thirteen more
			f.at, f.held, f.n = at, held, n
			if !f.refill() {
				return 0, false
			}
			at, held, n = f.at, f.held, f.n
		}
		e = f.offsets[held&(1<<offsetBits-1)]
		if e&longer != 0 {
			held >>= offsetBits
			n -= offsetBits
			e = f.offsets[e.value()+uint32(held&(1<<e.extra()-1))]
		}
		held >>= e.bits() & 63
		n -= e.bits()
		back := int(e.value() + uint32(held&(1<<e.extra()-1)))
		held >>= e.extra() & 63
		n -= e.extra()
		if uint(back-1) >= uint(size) { // farther back than the beginning, or none
			return 0, false
		}
		repeat(out, size, back, length)
		size += length
	}
}

// repeat copies length bytes from back bytes before at to at. There is room for
// some more, which may be written too.
func repeat(out []byte, at, back, length int) {
	if back >= 8 {
		from, end := at-back, at+length
		for ; at < end; at, from = at+8, from+8 {
			binary.LittleEndian.PutUint64(out[at:], binary.LittleEndian.Uint64(out[from:]))
		}
		return
	}
	for i := range length {
		out[at+i] = out[at-back+i]
	}
}
