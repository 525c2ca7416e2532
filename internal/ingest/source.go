package ingest

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path"
	"strconv"
	"strings"

	"stemma"
)

const (
	// maxDepth is how many archives may lie within each other: a WACZ in a zip
	// holds a compressed WARC, which is three.
	maxDepth = 5
	// bombFloor and bombRatio bound what a file may unpack to, all that lies
	// within it taken together. 20,000 news pages from one template pack 40 to
	// one by zstd; of deflate, 1032 is the most.
	bombFloor = 256 << 20
	bombRatio = 250
)

// source is an input that is open: a file, standard input, or what lies in an
// archive. Archives are read as they come; nothing is unpacked to disk.
type source struct {
	input
	kind  kind
	in    *bufio.Reader
	at    io.ReaderAt // nil where it can only be read in order
	size  int64       // of what at reads
	depth int         // how many archives it lies in
	spent *budget
}

func newSource(in input, k kind, from io.Reader) *source {
	spent := &budget{}
	return &source{input: in, kind: k, in: bufio.NewReaderSize(counted{from, &spent.packed}, sniffBytes), spent: spent}
}

// fromFile makes use of what a file allows.
func (s *source) fromFile(file *os.File) {
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		s.at, s.size = file, info.Size()
		s.spent.size = info.Size()
	}
}

// member is what lies in the archive under a name, as from gives it.
func (s *source) member(name string, k kind, from io.Reader) *source {
	return &source{
		input: input{name: name}, kind: k, depth: s.depth + 1, spent: s.spent,
		in: bufio.NewReaderSize(unpacked{from, s.spent}, sniffBytes),
	}
}

// budget is what a file has unpacked to so far.
type budget struct {
	size     int64 // of the file, where that is known
	packed   int64 // bytes of it that were read
	unpacked int64
}

func (b *budget) over() bool {
	return b.unpacked > bombFloor && b.unpacked/bombRatio > max(b.packed, b.size)
}

var errBomb = errors.New("unpacks to more than 250 times its size: not read further")

// unpacked counts what an archive gives, and ends when that is too much.
type unpacked struct {
	in    io.Reader
	spent *budget
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.in.Read(p)
	if u.spent.unpacked += int64(n); u.spent.over() {
		return 0, errBomb
	}
	return n, err
}

// counted counts what is read.
type counted struct {
	in io.Reader
	n  *int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	*c.n += int64(n)
	return n, err
}

// members makes tasks of what lies in an archive, one after the other.
type members struct {
	f    *feeder
	s    *source
	n    int
	used map[string]bool
}

// name is FILE#MEMBER, with "#PLACE" where that name was used already. The name
// is only shown, and no place that anything is written to.
func (m *members) name(member string) string {
	if m.used == nil {
		m.used = map[string]bool{}
	}
	m.n++
	name := m.s.name + "#" + strings.ToValidUTF8(member, "\ufffd")
	if m.used[name] {
		name += "#" + strconv.Itoa(m.n)
	}
	m.used[name] = true
	return name
}

// skip says why a member is not looked at, if so.
func (m *members) skip(member string) string {
	switch base := path.Base(strings.ReplaceAll(member, "\\", "/")); {
	case strings.HasPrefix(base, "."), strings.HasPrefix(member, "__MACOSX/"):
		return hidden
	case kindOf(base) == unknownKind:
		return unknownExtension
	}
	return ""
}

// member makes the tasks of one member.
func (m *members) member(member string, from io.Reader) bool {
	name := m.name(member)
	in := input{name: name}
	if why := m.skip(member); why != "" {
		return m.f.refuse(in, refusal{stemma.Skipped, why})
	}
	if m.s.depth >= maxDepth {
		return m.f.refuse(in, failed("lies in more archives within archives than are opened"))
	}
	return m.f.source(m.s.member(name, kindOf(member), from))
}

// fail makes the row of an archive that ends before its time.
func (m *members) fail(err error) bool { return m.f.refuse(m.s.input, failed(reason(err))) }
