package index

import (
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// damaged asks every report of an index one of whose files was changed: an
// error or what was right before.
func damaged(t *testing.T, dir string, texts []string, want [][]string, what string) {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		return
	}
	defer x.Close()
	q := x.NewQuery(0, 2)
	for i, text := range texts {
		hits, err := q.Find(Report{Name: "?", Text: text})
		if err != nil {
			continue
		}
		var got []string
		for _, h := range hits {
			got = append(got, h.Report.Name)
		}
		if !slices.Equal(got, want[i]) {
			t.Fatalf("%s: text %d: %q, not %q", what, i, got, want[i])
		}
	}
}

func small(t *testing.T) (dir string, texts []string, want [][]string) {
	t.Helper()
	dir = t.TempDir()
	reports := made(12, rand.New(rand.NewPCG(3, 4)))
	build(t, dir, reports[:8], reports[6:])
	for _, r := range reports[:3] {
		texts = append(texts, r.Text)
		x, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		hits, err := x.NewQuery(0, 2).Find(Report{Name: "?", Text: r.Text})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, h := range hits {
			names = append(names, h.Report.Name)
		}
		want = append(want, names)
		x.Close()
	}
	return dir, texts, want
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != lockName {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	return names
}

// TestBitFlip flips a bit of every byte of a small index, and asks it every
// fourth time.
func TestBitFlip(t *testing.T) {
	dir, texts, want := small(t)
	for _, name := range files(t, dir) {
		good, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range good {
			bad := slices.Clone(good)
			bad[i] ^= 1 << (i % 8)
			if err := os.WriteFile(name, bad, 0o644); err != nil {
				t.Fatal(err)
			}
			if x, err := Open(dir); err == nil {
				if x.Check() == nil {
					t.Fatalf("%s: byte %d: not detected", filepath.Base(name), i)
				}
				x.Close()
			}
			if i%4 == 0 {
				damaged(t, dir, texts, want, name)
			}
		}
		if err := os.WriteFile(name, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	damaged(t, dir, texts, want, "mended")
}

// TestTruncated cuts every file short at every byte.
func TestTruncated(t *testing.T) {
	dir, _, _ := small(t)
	for _, name := range files(t, dir) {
		good, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range good {
			if err := os.WriteFile(name, good[:i], 0o644); err != nil {
				t.Fatal(err)
			}
			if x, err := Open(dir); err == nil {
				x.Close()
				t.Fatalf("%s: %d bytes of %d: not detected", filepath.Base(name), i, len(good))
			}
		}
		if err := os.WriteFile(name, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNamed makes sure that an error names the file and the part.
func TestNamed(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []Report{{Name: "a", Text: ferry}})
	s, err := openSegment(filepath.Join(dir, "000001.seg"))
	if err != nil {
		t.Fatal(err)
	}
	at := s.at
	s.close()
	const page = "index: 000001.seg: page 0 of the file, of texts, postings, rows, chapters, buckets: checksum differs"
	for section, want := range map[int]string{
		textsSection: page, postingsSection: page, rowsSection: page, bucketsSection: page,
		pagesSection: "index: 000001.seg: pages: checksum differs",
	} {
		name := filepath.Join(dir, "000001.seg")
		good, _ := os.ReadFile(name)
		bad := slices.Clone(good)
		bad[at[section]] ^= 4
		if err := os.WriteFile(name, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := tryAsk(dir, ferry); err == nil || err.Error() != want {
			t.Errorf("%v, not %s", err, want)
		}
		if err := os.WriteFile(name, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// faulty is a disk that is full after so many bytes.
type faulty struct {
	outFile
	left *int
}

var errFull = errors.New("no space left on device")

func (f faulty) Write(b []byte) (int, error) {
	if *f.left -= len(b); *f.left < 0 {
		return 0, errFull
	}
	return f.outFile.Write(b)
}

func (f faulty) Sync() error {
	if *f.left < 0 {
		return errFull
	}
	return f.outFile.Sync()
}

// TestFullDisk fills the disk after every number of bytes of an add: the index
// is the old one or, once all is written, the new.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []Report{{Name: "a", Text: ferry}})
	want := ask(t, dir, ferry)
	for room := 0; ; room += 13 {
		a, err := OpenAdder(dir, 2)
		if err != nil {
			t.Fatal(err)
		}
		left := room
		a.create = func(path string) (outFile, error) {
			f, err := create(path)
			return faulty{f, &left}, err
		}
		err = errors.Join(a.Add(Report{Name: "b", Text: ferry}), a.Add(Report{Name: "a", Text: "else"}), a.Commit())
		a.Close()
		if err == nil {
			break
		}
		if !errors.Is(err, errFull) {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, ask(t, dir, ferry)); diff != "" {
			t.Fatalf("%d bytes: %s", room, diff)
		}
	}
	if got := ask(t, dir, ferry); len(got) != 1 || got[0][:1] != "b" {
		t.Errorf("after all: %q", got)
	}
}

// TestKilled stops an adder before its commit, with files half written, as if
// the process had ended there.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []Report{{Name: "a", Text: ferry}})
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	a.batch = 1
	if err := a.Add(Report{Name: "b", Text: ferry}); err != nil {
		t.Fatal(err)
	}
	a.flushes.Wait()
	a.lock.Close() // as the system does, without a.Close
	for name, b := range map[string]string{"000009.seg": "stemm", manifestName + ".new": manifestHead} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"a: " + ferry + " | " + ferry}
	if diff := cmp.Diff(want, ask(t, dir, ferry)); diff != "" {
		t.Error(diff)
	}
	build(t, dir, nil)
	if left := files(t, dir); len(left) != 2 {
		t.Errorf("left: %q", left)
	}
	if diff := cmp.Diff(want, ask(t, dir, ferry)); diff != "" {
		t.Error(diff)
	}
}

// FuzzSegment opens anything as a segment, with right checksums so that what
// lies behind them is read, and reads all of it: a few bytes of a good one are
// changed at chosen places, or all of it is made up.
func FuzzSegment(f *testing.F) {
	reports := append(made(40, rand.New(rand.NewPCG(9, 9))), Report{Name: "a", Outlet: "o1", Text: ferry},
		Report{Name: "b", Text: "more " + ferry})
	dir := f.TempDir()
	build(f, dir, reports)
	good, err := os.ReadFile(filepath.Join(dir, "000001.seg"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{}, []byte{})
	f.Add(good[:40], []byte{})
	f.Add([]byte{}, []byte{0, 0, 0, 20, 1})
	for i := range 60 {
		at := i * len(good) / 60
		f.Add([]byte{}, []byte{0, byte(at >> 16), byte(at >> 8), byte(at), 1 << (i % 8)})
		at = len(good) - 1 - i
		f.Add([]byte{}, []byte{0, byte(at >> 16), byte(at >> 8), byte(at), 0xff})
	}
	name := filepath.Join(f.TempDir(), "x.seg")
	f.Fuzz(func(t *testing.T, whole, changes []byte) {
		b := whole
		if len(whole) == 0 {
			b = slices.Clone(good)
		}
		for ; len(changes) >= 5 && len(b) > 0; changes = changes[5:] {
			b[int(binary.BigEndian.Uint32(changes))%len(b)] ^= changes[4]
		}
		if err := os.WriteFile(name, mended(b), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := openSegment(name)
		if err != nil {
			return
		}
		x := &Index{segments: []*segment{s}}
		defer x.Close()
		_ = x.Check()
		_, _ = x.NewQuery(0, 1).Find(Report{Name: "?", Outlet: "o1", Text: "he said " + ferry + " again"})
		var halt atomic.Bool
		_, _ = (&merger{x: x, halt: &halt}).write(io.Discard)
	})
}

// mended gives the bytes with checksums that are right, so that what lies
// behind them is tried.
func mended(b []byte) []byte {
	b = slices.Clone(b)
	if len(b) < headerLen+footerLen {
		return b
	}
	copy(b, header())
	foot := b[len(b)-footerLen:]
	end := footerLen - len(magic) - 4
	copy(foot[end+4:], magic)
	sum(foot[:end], foot[end:])
	decoded, err := decodeFooter(foot, int64(len(b)))
	if err != nil {
		return b
	}
	pages := b[len(b)-footerLen-int(decoded.size[pagesSection]) : len(b)-footerLen]
	paged := b[:len(b)-footerLen-len(pages)]
	for i := range len(pages) / 4 {
		sum(paged[i*pageLen:min(len(paged), (i+1)*pageLen)], pages[4*i:])
	}
	sum(pages, foot[end-4:])
	sum(foot[:end], foot[end:])
	return b
}

func sum(b, into []byte) {
	c := checksum(b)
	into[0], into[1], into[2], into[3] = byte(c), byte(c>>8), byte(c>>16), byte(c>>24)
}
