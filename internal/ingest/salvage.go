package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
)

// The marks of a zip, as APPNOTE.TXT 6.3.10 has them in sections 4.3.7 to 4.3.16.
const (
	localMark      = zipMagic
	descriptorMark = "PK\x07\x08"
	centralMark    = "PK\x01\x02"
	end64Mark      = "PK\x06\x06"
	locatorMark    = "PK\x06\x07"
	endMark        = emptyZip
	markBytes      = 4
	localBytes     = 30
	// maxMemberName is longer than any file system takes.
	maxMemberName = 4096
	// zip64ID marks the extra field with sizes of eight bytes.
	zip64ID   = 1
	seeExtra  = 0xffffffff
	seeExtra2 = 0xffff
	// A head's flags: the member is encrypted; its sizes stand behind it.
	encrypted = 1 << 0
	trailed   = 1 << 3
	// What no head has: a later version than 6.3, flags that stand for nothing, a
	// method above that of encryption.
	maxVersion = 63
	reserved   = 0xc780
	maxMethod  = 99
)

// salvage opens a zip whose directory cannot be read, as where a download ended
// early: the directory stands at the end. A new one is made from the heads that
// stand before each member, and the zip is read with that. It is nil where no
// head is found.
func salvage(at io.ReaderAt, size int64) (*zip.Reader, io.ReaderAt, int64) {
	s := &salvager{window: window{at: at, size: size}}
	for s.next() {
	}
	if s.entries == 0 {
		return nil, nil, 0
	}
	mended := &joined{at, size, s.close()}
	whole := size + int64(len(mended.tail))
	z, _ := zip.NewReader(mended, whole) // an error beside a reader is about a name, which is only shown
	return z, mended, whole
}

// salvager walks from head to head.
type salvager struct {
	window
	pos       int64
	entries   uint64
	directory []byte
	inflated  int64
}

// local is the head of a member.
type local struct {
	flags, method uint16
	crc           uint32
	packed, size  uint64
	name          []byte
	start, body   int64 // where the head begins, and what it is the head of
}

// next reads a member. It is false at the end of the members.
func (s *salvager) next() bool {
	h, ok := s.head()
	if !ok {
		return false
	}
	end := s.extent(&h)
	s.entry(h)
	s.pos = end
	return true
}

// head finds the next head, from where one should be.
func (s *salvager) head() (local, bool) {
	for {
		if h, ok := s.headAt(s.pos); ok {
			return h, true
		}
		mark := s.view(s.pos, markBytes)
		if string(mark) == centralMark || string(mark) == end64Mark || string(mark) == endMark {
			return local{}, false
		}
		to, ok := s.find(s.pos+1, localMark)
		if !ok {
			return local{}, false
		}
		s.pos = to
	}
}

// headAt reads the head at a place.
func (s *salvager) headAt(start int64) (local, bool) {
	b := s.view(start, localBytes)
	if len(b) < localBytes || string(b[:markBytes]) != localMark {
		return local{}, false
	}
	le := binary.LittleEndian
	h := local{
		flags: le.Uint16(b[6:]), method: le.Uint16(b[8:]), crc: le.Uint32(b[14:]),
		packed: uint64(le.Uint32(b[18:])), size: uint64(le.Uint32(b[22:])), start: start,
	}
	if b[4] > maxVersion || h.flags&reserved != 0 || h.method > maxMethod {
		return local{}, false
	}
	named, extra := int(le.Uint16(b[26:])), int(le.Uint16(b[28:]))
	name := s.view(start+localBytes, named)
	if len(name) < named || named == 0 || named > maxMemberName || bytes.IndexByte(name, 0) >= 0 {
		return local{}, false
	}
	h.name, h.body = bytes.Clone(name), start+localBytes+int64(named+extra)
	fields := s.view(start+localBytes+int64(named), extra)
	h.wide(fields)
	return h, len(fields) == extra
}

// wide takes sizes of eight bytes from the extra fields.
func (h *local) wide(extra []byte) {
	le := binary.LittleEndian
	for len(extra) >= markBytes {
		id, n := le.Uint16(extra), int(le.Uint16(extra[2:]))
		if extra = extra[markBytes:]; n > len(extra) {
			return
		}
		field := extra[:n]
		extra = extra[n:]
		if id != zip64ID {
			continue
		}
		for _, to := range []*uint64{&h.size, &h.packed} { // in this order
			if *to == seeExtra && len(field) >= 8 {
				*to, field = le.Uint64(field), field[8:]
			}
		}
	}
}

// extent says where a member ends, and completes what its head does not say. Of
// one that the zip ends in, the head is made to say so: it is longer than what
// there is. Only a web archive may be short, since its reader tells what of it
// is whole.
func (s *salvager) extent(h *local) int64 {
	left := s.size - h.body
	cut := h.packed > uint64(left)
	end := h.body + int64(min(h.packed, uint64(left)))
	if h.flags&trailed != 0 && h.packed == 0 {
		end, cut = s.trailing(h)
	}
	h.flags &^= trailed
	if !cut {
		return end
	}
	h.packed, h.crc = uint64(left), 0
	switch {
	case h.method == zip.Store && webArchive(string(h.name)):
		h.size = h.packed
	case h.size <= h.packed:
		h.size = h.packed + 1
	}
	return s.size
}

// entry writes a member into the directory.
func (s *salvager) entry(h local) {
	le := binary.LittleEndian
	s.entries++
	b := append(s.directory, centralMark...)
	b = le.AppendUint16(le.AppendUint16(b, 45), 45) // the version of zip64
	b = le.AppendUint16(le.AppendUint16(b, h.flags), h.method)
	b = le.AppendUint32(le.AppendUint32(b, 0), h.crc)
	b = le.AppendUint32(le.AppendUint32(b, seeExtra), seeExtra)
	b = le.AppendUint16(le.AppendUint16(b, uint16(len(h.name))), markBytes+24)
	b = append(b, make([]byte, 10)...)
	b = append(le.AppendUint32(b, seeExtra), h.name...)
	b = le.AppendUint16(le.AppendUint16(b, zip64ID), 24)
	b = le.AppendUint64(le.AppendUint64(b, h.size), h.packed)
	s.directory = le.AppendUint64(b, uint64(h.start))
}

// close ends the directory.
func (s *salvager) close() []byte {
	le := binary.LittleEndian
	length := uint64(len(s.directory))
	b := append(s.directory, end64Mark...)
	b = le.AppendUint64(b, 44) // how much of it follows
	b = append(b, make([]byte, 12)...)
	b = le.AppendUint64(le.AppendUint64(b, s.entries), s.entries)
	b = le.AppendUint64(le.AppendUint64(b, length), uint64(s.size))
	b = append(append(b, locatorMark...), make([]byte, 4)...)
	b = le.AppendUint32(le.AppendUint64(b, uint64(s.size)+length), 1)
	b = append(append(b, endMark...), make([]byte, 4)...)
	b = le.AppendUint16(le.AppendUint16(b, seeExtra2), seeExtra2)
	b = le.AppendUint32(le.AppendUint32(b, seeExtra), seeExtra)
	return le.AppendUint16(b, 0)
}
