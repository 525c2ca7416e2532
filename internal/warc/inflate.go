package warc

import (
	"encoding/binary"
	"hash/crc32"
	"math/bits"
)

// inflater undoes the compression of a gzip member that lies whole in memory.
// klauspost's reader, which takes what comes, looks at every byte by a call; to
// look at eight at once takes half the time. Whatever is unusual is left to that
// reader, which also says what is wrong with a member: here it is only not ok.
// The method is that of libdeflate: tables of eleven and nine bits, with smaller
// ones behind them for longer codes (RFC 1951).
type inflater struct {
	in       []byte
	at       int    // the next byte to be taken into held
	held     uint64 // bits, the next one lowest
	n        uint   // how many these are
	past     int    // zeros that were taken for bytes behind the end
	out      []byte
	lengths  [288 + 32]uint8
	literals [1<<literalBits + 288<<(maxCode-literalBits)]entry
	offsets  [1<<offsetBits + 32<<(maxCode-offsetBits)]entry
	stated   *stated
}

// stated is the tables of the codes that the format states, none of which is
// long: most members that hold little have them.
type stated struct {
	literals [1 << literalBits]entry
	offsets  [1 << offsetBits]entry
}

const (
	maxCode     = 15
	literalBits = 11
	offsetBits  = 9
)

// entry says what a code stands for: in its lowest five bits how long the code
// is, in the next four how many more bits belong to it, then its kind, and from
// bit 16 on a byte, a length or an offset to which these bits are added, or
// where the table of longer codes begins.
type entry uint32

const (
	literal entry = 1 << (9 + iota)
	endOfBlock
	longer
	noCode
)

func (e entry) bits() uint    { return uint(e & 31) }
func (e entry) extra() uint   { return uint(e>>5) & 15 }
func (e entry) value() uint32 { return uint32(e >> 16) }

// member undoes the first member of in. It gives what that holds, in the memory
// of to, and how many bytes the member has. It is not ok for a member that is
// not whole, is damaged or holds more than limit bytes.
func (f *inflater) member(to, in []byte, limit int) (out []byte, used int, ok bool) {
	start := headerBytes(in)
	if start == 0 {
		return to, 0, false
	}
	f.in, f.at, f.held, f.n, f.past, f.out = in, start, 0, 0, 0, to[:cap(to)]
	size, ok := f.blocks(limit)
	end := f.at + f.past - int(f.n/8)
	if !ok || end+8 > len(in) {
		return f.out[:0], 0, false
	}
	out = f.out[:size]
	sum, length := binary.LittleEndian.Uint32(in[end:]), binary.LittleEndian.Uint32(in[end+4:])
	return out, end + 8, sum == crc32.ChecksumIEEE(out) && length == uint32(size)
}

// headerBytes is how long the head of a member is that has nothing unusual in
// it, or 0.
func headerBytes(in []byte) int {
	const name = 8
	if len(in) < 18 || in[0] != magic[0] || in[1] != magic[1] || in[2] != magic[2] || in[3]&^name != 0 {
		return 0
	}
	if in[3] == 0 {
		return 10
	}
	for i := 10; i < min(len(in), probeBytes); i++ {
		if in[i] == 0 {
			return i + 1
		}
	}
	return 0
}

// refill takes bytes until there are at least 56 bits. Behind the end there are
// zeros, eight bytes of them.
func (f *inflater) refill() bool {
	if f.at+8 <= len(f.in) {
		f.held |= binary.LittleEndian.Uint64(f.in[f.at:]) << f.n
		f.at += int((63 - f.n) >> 3)
		f.n |= 56
		return true
	}
	for ; f.n < 56; f.n += 8 {
		if f.at < len(f.in) {
			f.held |= uint64(f.in[f.at]) << f.n
			f.at++
		} else if f.past++; f.past > 8 {
			return false
		}
	}
	return true
}

// take takes some bits, of which there are enough.
func (f *inflater) take(n uint) uint32 {
	v := uint32(f.held & (1<<n - 1))
	f.held >>= n
	f.n -= n
	return v
}

// blocks undoes all blocks, and gives how many bytes that makes.
func (f *inflater) blocks(limit int) (size int, ok bool) {
	for last := false; !last; {
		if !f.refill() {
			return 0, false
		}
		last = f.take(1) == 1
		switch f.take(2) {
		case 0:
			size, ok = f.stored(size, limit)
		case 1:
			ok = f.fixed()
			if ok {
				size, ok = f.block(size, limit)
			}
		case 2:
			ok = f.dynamic()
			if ok {
				size, ok = f.block(size, limit)
			}
		default:
			ok = false
		}
		if !ok {
			return 0, false
		}
	}
	return size, size <= limit
}

// stored copies a block that is not compressed.
func (f *inflater) stored(size, limit int) (int, bool) {
	f.take(f.n & 7)
	from := f.at + f.past - int(f.n/8)
	if from+4 > len(f.in) {
		return 0, false
	}
	n := int(binary.LittleEndian.Uint16(f.in[from:]))
	if n != int(^binary.LittleEndian.Uint16(f.in[from+2:])) || from+4+n > len(f.in) || !f.room(size, n, limit) {
		return 0, false
	}
	copy(f.out[size:], f.in[from+4:from+4+n])
	f.at, f.held, f.n, f.past = from+4+n, 0, 0, 0
	return size + n, true
}

// room makes the output large enough for n more bytes.
func (f *inflater) room(size, n, limit int) bool {
	if size+n <= len(f.out) {
		return true
	}
	if size+n > limit {
		return false
	}
	larger := make([]byte, max(2*len(f.out), size+n, outBytes))
	copy(larger, f.out[:size])
	f.out = larger
	return true
}

// fixed makes the tables of a block with the codes that the format states.
func (f *inflater) fixed() bool {
	if f.stated != nil {
		copy(f.literals[:], f.stated.literals[:])
		copy(f.offsets[:], f.stated.offsets[:])
		return true
	}
	l := f.lengths[:]
	for i := range l {
		switch {
		case i < 144:
			l[i] = 8
		case i < 256:
			l[i] = 9
		case i < 280:
			l[i] = 7
		case i < 288:
			l[i] = 8
		default:
			l[i] = 5
		}
	}
	ok := build(f.literals[:], l[:288], literalBits, literalEntry) &&
		build(f.offsets[:], l[288:], offsetBits, offsetEntry)
	f.stated = &stated{[1 << literalBits]entry(f.literals[:]), [1 << offsetBits]entry(f.offsets[:])}
	return ok
}

// dynamic reads the codes of a block: their lengths, which are coded too.
func (f *inflater) dynamic() bool {
	literals, offsets, codes := int(f.take(5))+257, int(f.take(5))+1, int(f.take(4))+4
	if literals > 286 || offsets > 30 {
		return false
	}
	var lengths [19]uint8
	for i := range codes {
		if f.n < 3 && !f.refill() {
			return false
		}
		lengths["\x10\x11\x12\x00\x08\x07\x09\x06\x0a\x05\x0b\x04\x0c\x03\x0d\x02\x0e\x01\x0f"[i]] = uint8(f.take(3))
	}
	if !build(f.offsets[:], lengths[:], 7, plainEntry) || !f.codeLengths(literals+offsets) {
		return false
	}
	return build(f.literals[:], f.lengths[:literals], literalBits, literalEntry) &&
		build(f.offsets[:], f.lengths[literals:literals+offsets], offsetBits, offsetEntry)
}

// codeLengths reads the lengths of n codes by the table in offsets.
func (f *inflater) codeLengths(n int) bool {
	for i := 0; i < n; {
		if !f.refill() {
			return false
		}
		e := f.offsets[f.held&127]
		if e&noCode != 0 {
			return false
		}
		f.take(e.bits())
		length, times := uint8(e.value()), 1
		switch length {
		case 16:
			if i == 0 {
				return false
			}
			length, times = f.lengths[i-1], 3+int(f.take(2))
		case 17:
			length, times = 0, 3+int(f.take(3))
		case 18:
			length, times = 0, 11+int(f.take(7))
		}
		if i+times > n {
			return false
		}
		for range times {
			f.lengths[i] = length
			i++
		}
	}
	return true
}

// build makes a table of codes by their lengths. A set that leaves codes over is
// none, unless it has one code only.
func build(table []entry, lengths []uint8, size uint, of func(symbol int) entry) bool {
	var count [maxCode + 1]int
	longest := uint(0)
	for _, l := range lengths {
		count[l]++
		longest = max(longest, uint(l))
	}
	var next [maxCode + 1]uint32
	left, code := 1, uint32(0)
	count[0] = 0
	for l := 1; l <= maxCode; l++ {
		left = left<<1 - count[l]
		code = (code + uint32(count[l-1])) << 1
		next[l] = code
		if left < 0 {
			return false
		}
	}
	if left > 0 && (longest > 1 || longest == 1 && count[1] > 1) {
		return false
	}
	clear(table[:1<<size])
	t := codeTable{table: table, size: size, rest: longest - min(longest, size), end: 1 << size}
	for symbol, l := range lengths {
		if l > 0 {
			t.put(bits.Reverse32(next[l])>>(32-uint(l)), uint(l), of(symbol))
			next[l]++
		}
	}
	if left > 0 {
		t.fill()
	}
	return true
}

// codeTable is a table that is being made.
type codeTable struct {
	table []entry
	size  uint // of what is looked up at once, in bits
	rest  uint // of the longest code beyond that
	end   int  // of the tables for longer codes
}

// fill marks what no code leads to.
func (t *codeTable) fill() {
	for i := range t.table[:1<<t.size] {
		if t.table[i] == 0 {
			t.table[i] = noCode
		}
	}
}

// put enters a code, its first bit lowest.
func (t *codeTable) put(code uint32, length uint, e entry) {
	if length <= t.size {
		for i := code; i < 1<<t.size; i += 1 << length {
			t.table[i] = e | entry(length)
		}
		return
	}
	first := &t.table[code&(1<<t.size-1)]
	if *first == 0 {
		*first = longer | entry(t.end)<<16 | entry(t.rest)<<5 | entry(t.size)
		t.end += 1 << t.rest
	}
	base := first.value()
	for i := code >> t.size; i < 1<<t.rest; i += 1 << (length - t.size) {
		t.table[base+i] = e | entry(length-t.size)
	}
}

func plainEntry(symbol int) entry { return entry(symbol) << 16 }

// literalEntry is a byte, the end of the block, or a length.
func literalEntry(symbol int) entry {
	switch {
	case symbol < 256:
		return literal | entry(symbol)<<16
	case symbol == 256:
		return endOfBlock
	case symbol > 285:
		return noCode
	case symbol == 285:
		return 258 << 16
	case symbol < 265:
		return entry(symbol-257+3) << 16
	}
	extra := uint(symbol-261) / 4
	return entry((4+uint(symbol-261)%4)<<extra+3)<<16 | entry(extra)<<5
}

// offsetEntry is how far back a copy begins.
func offsetEntry(symbol int) entry {
	switch {
	case symbol > 29:
		return noCode
	case symbol < 4:
		return entry(symbol+1) << 16
	}
	extra := uint(symbol-2) / 2
	return entry((2+uint(symbol)%2)<<extra+1)<<16 | entry(extra)<<5
}
