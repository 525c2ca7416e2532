package ingest

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	errCutArchive = errors.New("the archive is cut short: what was whole in it is read")
	errXZ         = errors.New("xz is not read: unpack it first")
)

// maxDictionary is the largest window of zstd: that of "zstd -22 --ultra" with a
// file of 64 MiB.
const maxDictionary = 64 << 20

// unpacker reads a file that is compressed as a whole.
type unpacker struct {
	f *feeder
	s *source
}

func (u *unpacker) run() bool {
	if u.s.depth >= maxDepth {
		return u.f.refuse(u.s.input, failed("lies in more archives within archives than are opened"))
	}
	head, _ := u.s.in.Peek(sniffBytes)
	if u.holdsWARC(head) {
		u.s.kind = warcKind
		return (&parter{u.f, u.s}).run()
	}
	from, err := unpack(head, u.s.in)
	if err != nil {
		return u.f.refuse(u.s.input, failed("cannot be unpacked: "+cutArchive(err).Error()))
	}
	if closer, ok := from.(io.Closer); ok {
		defer closer.Close()
	}
	s := u.s.member(u.s.name, kindOf(inner(u.s.name)), from)
	if s.kind == warcKind || s.kind == packedKind {
		s.kind = unknownKind
	}
	return u.f.source(s)
}

// inner is the name of what is compressed.
func inner(name string) string {
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	switch strings.ToLower(ext) {
	case ".tgz", ".tbz2", ".tzst", ".txz":
		return base + ".tar"
	}
	return base
}

// packedWARC says whether a name is that of a WARC that is compressed with gzip.
func packedWARC(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".warc.gz") }

// holdsWARC says whether the name is that, or the first bytes are of a WARC that is compressed with
// gzip, which is read member by member.
func (u *unpacker) holdsWARC(head []byte) bool {
	if packedWARC(u.s.name) {
		return true
	}
	if !bytes.HasPrefix(head, []byte(gzipMagic)) {
		return false
	}
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	first := make([]byte, len(warcMagic))
	_, _ = io.ReadFull(z, first)
	return string(first) == warcMagic
}

// unpack undoes the compression that the first bytes show.
func unpack(head []byte, in *bufio.Reader) (io.Reader, error) {
	begins := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case begins(gzipMagic):
		return gzip.NewReader(in)
	case begins(bzip2Magic):
		return bzip2.NewReader(in), nil
	case begins(zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxDictionary),
			zstd.WithDecoderMaxMemory(maxDictionary))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return nil, errXZ
}
