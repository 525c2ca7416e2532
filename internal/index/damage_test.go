package index

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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
	q := x.NewQuery(0)
	for i, text := range texts {
		hits, err := q.Find("?", text)
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
		hits, err := x.NewQuery(0).Find("?", r.Text)
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

// TestBitFlip flips a bit of every byte of a small index.
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
			damaged(t, dir, texts, want, name)
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
	for section, want := range map[int]string{
		textsSection:    "index: 000001.seg: block 0 of texts: checksum differs",
		postingsSection: "index: 000001.seg: page 0 of postings: checksum differs",
		namesSection:    "index: 000001.seg: names: checksum differs",
		bucketsSection:  "index: 000001.seg: buckets: checksum differs",
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
		a, err := OpenAdder(dir)
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
	a, err := OpenAdder(dir)
	if err != nil {
		t.Fatal(err)
	}
	a.batch = 1
	if err := a.Add(Report{Name: "b", Text: ferry}); err != nil {
		t.Fatal(err)
	}
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

// FuzzSegment opens anything as a segment, with a right footer where it has
// one, and reads all of it.
func FuzzSegment(f *testing.F) {
	dir := f.TempDir()
	build(f, dir, []Report{{Name: "a", Text: ferry}, {Name: "b", Text: "more " + ferry}})
	good, err := os.ReadFile(filepath.Join(dir, "000001.seg"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:40])
	f.Fuzz(func(t *testing.T, b []byte) {
		name := filepath.Join(t.TempDir(), "x.seg")
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
		_, _ = x.NewQuery(0).Find("?", "he said "+ferry+" again")
		_, _ = mergeSegments(io.Discard, x)
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
	copy(foot[footerLen-len(magic):], magic)
	sum(foot[:footerLen-len(magic)-4], foot[footerLen-len(magic)-4:])
	decoded, err := decodeFooter(foot, int64(len(b)))
	if err != nil {
		return b
	}
	at, start := headerLen, [sections]int{}
	for s := range sections {
		start[s] = at
		at += int(decoded.size[s])
	}
	part := func(s int) []byte { return b[start[s]:][:decoded.size[s]] }
	postings := part(postingsSection)
	for i := range len(part(pagesSection)) / 4 {
		sum(postings[i*pageLen:min(len(postings), (i+1)*pageLen)], part(pagesSection)[4*i:])
	}
	s := segment{blocks: part(blocksSection), foot: decoded}
	for i := range s.blockCount() {
		if info := s.blockAt(i); info.start <= info.end && info.end <= decoded.size[textsSection] {
			sum(part(textsSection)[info.start:info.end], s.blocks[i*blockRow+16:])
		}
	}
	for _, i := range []int{dictSection, namesSection, blocksSection, bucketsSection, pagesSection} {
		sum(part(i), foot[12*i+8:])
	}
	sum(foot[:footerLen-len(magic)-4], foot[footerLen-len(magic)-4:])
	return b
}

func sum(b, into []byte) {
	c := checksum(b)
	into[0], into[1], into[2], into[3] = byte(c), byte(c>>8), byte(c>>16), byte(c>>24)
}
