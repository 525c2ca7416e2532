package ingest

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// anyMark is how all marks of a zip begin.
const anyMark = "PK"

// trailing finds where a member ends whose sizes and sum stand behind it. It is
// cut where the zip ends before.
func (s *salvager) trailing(h *local) (end int64, cut bool) {
	if h.method == zip.Deflate && h.flags&encrypted == 0 {
		return s.deflated(h)
	}
	return s.described(h)
}

// deflated inflates a member, for that says where it ends. It is whole without
// what stands behind it too.
func (s *salvager) deflated(h *local) (end int64, cut bool) {
	in := &taken{in: bufio.NewReaderSize(io.NewSectionReader(s.at, h.body, s.size-h.body), windowBytes)}
	sum := crc32.NewIEEE()
	n, err := io.CopyN(sum, flate.NewReader(in), max(bombFloor, bombRatio*s.size)-s.inflated)
	s.inflated += n
	end = h.body + in.n
	switch {
	case err == nil, err == io.ErrUnexpectedEOF:
		return s.size, true
	case err != io.EOF: // reading it says what is wrong
		h.packed, h.size = uint64(in.n), uint64(n)
		return end, false
	}
	h.packed, h.size, h.crc = uint64(in.n), uint64(n), sum.Sum32()
	for _, d := range s.descriptors(end) {
		if d.packed == h.packed && d.size == h.size {
			h.crc = d.crc
			return d.end, false
		}
	}
	return end, false
}

// taken counts the bytes that are taken; flate takes no more than it needs of
// what it can read byte by byte.
type taken struct {
	in *bufio.Reader
	n  int64
}

func (t *taken) Read(p []byte) (int, error) {
	n, err := t.in.Read(p)
	t.n += int64(n)
	return n, err
}

// ReadByte takes one byte.
func (t *taken) ReadByte() (byte, error) {
	b, err := t.in.ReadByte()
	if err == nil {
		t.n++
	}
	return b, err
}

// described looks for the descriptor of a member: one that has the length and,
// where the bytes are those of the file itself, the sum of what stands before it.
func (s *salvager) described(h *local) (end int64, cut bool) {
	sum := &prefix{s: s, to: h.body}
	for from := h.body; ; {
		at, ok := s.find(from, anyMark)
		if !ok {
			return s.size, true
		}
		for _, back := range []int64{20, 12, 0} { // without a mark of its own, before that of what follows
			for _, d := range s.descriptors(at - back) {
				if d.marked == (back == 0) && d.fits(h, at-back, sum) {
					h.packed, h.size, h.crc = d.packed, d.size, d.crc
					return d.end, false
				}
			}
		}
		from = at + 1
	}
}

// fits says whether the descriptor at a place is that of a member.
func (d descriptor) fits(h *local, at int64, sum *prefix) bool {
	if length := at - h.body; length < 0 || d.packed != uint64(length) {
		return false
	}
	return h.method != zip.Store || h.flags&encrypted != 0 || d.size == d.packed && d.crc == sum.upTo(at)
}

// descriptor is what stands behind a member: its sum and its sizes.
type descriptor struct {
	marked       bool
	crc          uint32
	packed, size uint64
	end          int64
}

// descriptors reads the four ways in which one may be written at a place, for
// nothing says which it is: with a mark or without, sizes of four bytes or eight.
func (s *salvager) descriptors(at int64) (all []descriptor) {
	const narrow, wide = 12, 20
	le := binary.LittleEndian
	b := s.view(at, markBytes+wide)
	d := descriptor{marked: bytes.HasPrefix(b, []byte(descriptorMark))}
	if d.marked {
		b, at = b[markBytes:], at+markBytes
	}
	if len(b) >= narrow {
		d.crc, d.packed, d.size = le.Uint32(b), uint64(le.Uint32(b[4:])), uint64(le.Uint32(b[8:]))
		d.end = at + narrow
		all = append(all, d)
	}
	if len(b) >= wide {
		d.packed, d.size, d.end = le.Uint64(b[4:]), le.Uint64(b[12:]), at+wide
		all = append(all, d)
	}
	return all
}

// prefix is the sum of the bytes from the beginning of a member on. It is asked
// for places that come one after the other, but for some bytes.
type prefix struct {
	s   *salvager
	to  int64
	sum uint32
}

// upTo is the sum of what stands before a place.
func (p *prefix) upTo(at int64) uint32 {
	for before := at - windowBack; p.to < before; {
		b := p.s.view(p.to, int(min(windowBytes, before-p.to)))
		if len(b) == 0 {
			return 0
		}
		p.sum, p.to = crc32.Update(p.sum, crc32.IEEETable, b), p.to+int64(len(b))
	}
	return crc32.Update(p.sum, crc32.IEEETable, p.s.view(p.to, int(at-p.to)))
}
