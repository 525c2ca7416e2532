package index

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The manifest is text, a line each:
//
//	stemma index 1
//	next N                                    number of the next file
//	segment NNNNNN.seg SIZE SUM REPORTS       SUM: of its footer, in hex
//	dead NNNNNN.dead SIZE SUM NNNNNN.seg      SUM: of the file
//	end SUM                                   of the lines above
//
// A dead file is the numbers of the reports of a segment that later ones
// replaced, ascending, 4 bytes each. What is not listed is no part of the
// index.
const (
	manifestName = "MANIFEST"
	lockName     = "LOCK"
	manifestHead = "stemma index 1"
)

// entry is a live segment.
type entry struct {
	name    string
	size    int64
	sum     uint32
	reports uint32
	dead    string // file of the dead reports, or ""
	deadLen int64
	deadSum uint32
}

type manifest struct {
	next    int
	entries []entry
}

// file gives a new name.
func (m *manifest) file(kind string) string {
	m.next++
	return fmt.Sprintf("%06d.%s", m.next-1, kind)
}

func (m *manifest) encode() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nnext %d\n", manifestHead, m.next)
	for _, e := range m.entries {
		fmt.Fprintf(&b, "segment %s %d %08x %d\n", e.name, e.size, e.sum, e.reports)
	}
	for _, e := range m.entries {
		if e.dead != "" {
			fmt.Fprintf(&b, "dead %s %d %08x %s\n", e.dead, e.deadLen, e.deadSum, e.name)
		}
	}
	fmt.Fprintf(&b, "end %08x\n", checksum([]byte(b.String())))
	return []byte(b.String())
}

// readManifest reads the manifest of a folder. The error is fs.ErrNotExist
// where there is none.
func readManifest(dir string) (*manifest, error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("index: %s: no index: no file %s: %w", dir, manifestName, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	m, err := decodeManifest(b)
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", manifestName, err)
	}
	return m, nil
}

func decodeManifest(b []byte) (*manifest, error) {
	text := string(b)
	at := strings.LastIndex(text, "end ")
	if !strings.HasPrefix(text, "stemma index ") || at < 0 {
		return nil, errors.New("cut short, or not a manifest")
	}
	if text[at:] != fmt.Sprintf("end %08x\n", checksum(b[:at])) {
		return nil, errDiffers
	}
	m := &manifest{}
	lines := bufio.NewScanner(strings.NewReader(text[:at]))
	for n := 0; lines.Scan(); n++ {
		if err := m.line(n, lines.Text()); err != nil {
			return nil, err
		}
	}
	return m, lines.Err()
}

func (m *manifest) line(n int, line string) error {
	var e entry
	var of string
	switch {
	case n == 0:
		if line != manifestHead {
			return fmt.Errorf("%q; this program reads %q", line, manifestHead)
		}
		return nil
	case scan(line, "next %d", &m.next):
		return nil
	case scan(line, "segment %s %d %x %d", &e.name, &e.size, &e.sum, &e.reports) && plain(e.name):
		m.entries = append(m.entries, e)
		return nil
	case scan(line, "dead %s %d %x %s", &e.dead, &e.deadLen, &e.deadSum, &of) && plain(e.dead):
		for i := range m.entries {
			if s := &m.entries[i]; s.name == of {
				s.dead, s.deadLen, s.deadSum = e.dead, e.deadLen, e.deadSum
				return nil
			}
		}
	}
	return fmt.Errorf("line %d is not understood", n+1)
}

func scan(line, format string, into ...any) bool {
	n, err := fmt.Sscanf(line, format, into...)
	return err == nil && n == len(into)
}

// plain says whether a name stays in the folder.
func plain(name string) bool { return name == filepath.Base(name) && name != "." && name != ".." }

// readDead reads the dead reports of a segment.
func readDead(dir string, e entry) (map[uint32]bool, error) {
	if e.dead == "" {
		return nil, nil
	}
	b, err := os.ReadFile(filepath.Join(dir, e.dead))
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	if int64(len(b)) != e.deadLen || len(b)%4 != 0 {
		return nil, fmt.Errorf("index: %s: cut short", e.dead)
	}
	if checksum(b) != e.deadSum {
		return nil, fmt.Errorf("index: %s: %w", e.dead, errDiffers)
	}
	dead := make(map[uint32]bool, len(b)/4)
	for ; len(b) > 0; b = b[4:] {
		dead[binary.LittleEndian.Uint32(b)] = true
	}
	return dead, nil
}

// outFile is a file that is being written.
type outFile interface {
	io.WriteCloser
	Sync() error
}

func create(path string) (outFile, error) { return os.Create(path) }

// write writes a file whole and makes it last, or leaves none.
func write(path string, create func(string) (outFile, error), fill func(io.Writer) error) (size int64, err error) {
	f, err := create(path)
	if err != nil {
		return 0, fmt.Errorf("index: %w", err)
	}
	out := bufio.NewWriterSize(f, 1<<18)
	counted := &counter{Writer: out}
	err = fill(counted)
	for _, step := range []func() error{out.Flush, f.Sync} {
		if err == nil {
			err = step()
		}
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(path)
		return 0, fmt.Errorf("index: %s: %w", filepath.Base(path), bare(err))
	}
	return counted.n, nil
}

// bare drops the path from an error that is told of a named file.
func bare(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}

type counter struct {
	io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.n += int64(n)
	return n, err
}
