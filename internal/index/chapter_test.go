package index

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCodeLengths(t *testing.T) {
	fibonacci := make([]uint32, 45)
	for i := range fibonacci {
		n := len(fibonacci) - 1 - i
		if fibonacci[n] = 1; i > 1 {
			fibonacci[n] = fibonacci[n+1] + fibonacci[n+2]
		}
	}
	for name, test := range map[string]struct {
		frequency []uint32
		bits      uint64 // of all; 0 where they are not counted
	}{
		"none":    {nil, 0},
		"one":     {[]uint32{7}, 7},
		"two":     {[]uint32{7, 1}, 8},
		"uneven":  {[]uint32{8, 4, 2, 1, 1}, 8 + 8 + 6 + 4 + 4},
		"even":    {[]uint32{3, 3, 3, 3}, 24},
		"deep":    {fibonacci, 0},
		"largest": {[]uint32{1<<32 - 1, 1<<32 - 1, 1}, 3*(1<<32-1) + 2},
	} {
		var filled, bits uint64
		last := uint8(0)
		for i, l := range codeLengths(test.frequency) {
			if l < last || l < 1 || l > longestCode {
				t.Errorf("%s: length %d after %d", name, l, last)
			}
			last = l
			filled += 1 << (longestCode - l)
			bits += uint64(l) * uint64(test.frequency[i])
		}
		if len(test.frequency) > 1 && filled != 1<<longestCode {
			t.Errorf("%s: not all code words are used, or too many", name)
		}
		if test.bits > 0 && bits != test.bits {
			t.Errorf("%s: %d bits, not %d", name, bits, test.bits)
		}
	}
}

// kept writes reports as a segment and reads them.
func reread(t *testing.T, reports []Report) []Report {
	t.Helper()
	name := filepath.Join(t.TempDir(), "x.seg")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	b := newBatch()
	for _, r := range reports {
		b.add(r)
	}
	if _, err := newFlusher().write(out, b); err != nil {
		t.Fatal(err)
	}
	s, err := openSegment(name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	all := make([]Report, s.foot.reports)
	for doc := range all {
		if all[doc], _, err = s.report(uint32(doc), false, nil); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// FuzzChapter packs any text beside a plain one and unpacks it.
func FuzzChapter(f *testing.F) {
	for _, text := range []string{
		"", " ", "  ", "a", " a", "a ", "a b", "a  b", "a, b", "B52s in 1987, 19871 or 198719871987", "\n\n",
		"a\nb\r\n c",
		"The Ünder \xff\x00\xfe bytes", "日本 語", strings.Repeat("x", 200), strings.Repeat(" ", 200),
		strings.Repeat("ab ", 300),
		strings.Repeat("\xf0", 99) + " \xf0", strings.Repeat("0", 99) + "a0a 0 0",
	} {
		f.Add("name "+text, "2024-05-02", text)
		f.Add("", text, text+text)
	}
	f.Fuzz(func(t *testing.T, name, date, text string) {
		want := Report{Name: name, Outlet: "o" + name, Published: date, Text: text}
		for _, got := range reread(t, []Report{want, {Name: name + "2", Text: ferry + text + ferry + text + ferry},
			{Name: name + "3", Text: text}}) {
			if got.Name == want.Name && got != want {
				t.Errorf("%q\nis not\n%q", got, want)
			}
		}
	})
}
