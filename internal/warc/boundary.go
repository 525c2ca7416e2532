package warc

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
)

// magic begins every gzip member: the format, and its only method.
var magic = []byte{0x1f, 0x8b, 8}

// probeBytes is how much of a member is inflated to see whether it begins a
// record. A gzip header holds a file's name at most.
const probeBytes = 1 << 10

// Boundary finds the first gzip member at or after from that begins a record,
// or end where there is none. What looks like one may lie within a member, when
// an archive keeps another archive: so a reader that was told to stop there
// says by its Offset where it really stopped.
func Boundary(at io.ReaderAt, from, end int64) int64 {
	var s seeker
	window := make([]byte, peekBytes)
	for from < end {
		n, _ := at.ReadAt(window[:min(int64(len(window)), end-from)], from)
		if n == 0 {
			return end
		}
		skip, found := s.in(window[:n], from+int64(n) >= end)
		if from += int64(skip); found {
			return from
		}
		if skip == 0 {
			return end
		}
	}
	return end
}

// seeker looks for members that begin a record.
type seeker struct{ zip *gzip.Reader }

// in says where in a window such a member begins, or how much of the window may
// be passed over: all of it but the end, where a member may begin that goes on
// behind it, unless the window is the last.
func (s *seeker) in(window []byte, last bool) (skip int, found bool) {
	sure := len(window)
	if !last {
		sure -= probeBytes
	}
	at := 0
	for at < sure {
		i := bytes.Index(window[at:], magic)
		if i < 0 || at+i >= sure {
			break
		}
		at += i
		if s.record(window[at:min(len(window), at+probeBytes)]) {
			return at, true
		}
		at++
	}
	return max(sure, 0), false
}

// record says whether the bytes are a member that begins a record.
func (s *seeker) record(member []byte) bool {
	var err error
	if s.zip == nil {
		s.zip, err = gzip.NewReader(bytes.NewReader(member))
	} else {
		err = s.zip.Reset(bytes.NewReader(member))
	}
	if err != nil {
		return false
	}
	var head [8]byte
	n, _ := io.ReadFull(s.zip, head[:])
	return bytes.HasPrefix(head[:n], version)
}
