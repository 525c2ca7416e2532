package segment

import (
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
)

// hard are texts in which a word or a sentence that looks plain is not.
var hard = []string{
	"", "a", " ", "\r\n", "a_b _ c_", "3,500.50; 3. 5", "it's its' 'it", "it’s its’ ‘it’ —’tis", "a:b a: b",
	"U.S. in May. U.S.A.",
	"a\u0301 .\u0301 \u0301 e\u0301.B", "“No.” “He left.” – yes…no", "x\x80y \xe2\x80", "a  b\t c\n\nd", "日本 。ok",
	"a.\u200bB a\u00adb",
	"1’2 1’a a’1 a'\u0301b", "Mr. Ito (aged 5) left! “Why?” asked Ms. O’Hara—twice.", "\u2028a\u2029b\u0085c",
	"🇩🇪🇫🇷🇪 a👩\u200d🚀",
}

// TestPlainIsTheAnnex holds what is cut at sight against the annex's own rules.
func TestPlainIsTheAnnex(t *testing.T) {
	for _, text := range hard {
		againstAnnex(t, text)
	}
}

func FuzzPlain(f *testing.F) {
	for _, text := range hard {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { againstAnnex(t, text) })
}

func againstAnnex(t *testing.T, text string) {
	t.Helper()
	c := newCutter(text)
	at := 0
	for it := words.FromString(text); it.Next(); {
		end, form := c.next(at, len(text))
		if end != it.End() || form != Fold(it.Value()) {
			t.Fatalf("%q: a word at %d ends at %d as %q; the annex ends it at %d as %q", text, at, end, form,
				it.End(), Fold(it.Value()))
		}
		at = end
	}
	var want [][2]int
	for it := sentences.FromString(text); it.Next(); {
		want = cutAtNumbers(text, it.Start(), it.End(), want)
	}
	got := boundaries(text, nil)
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("%q: sentence %d is %v, by the annex %v", text, i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%q: %d sentences, by the annex %d", text, len(got), len(want))
	}
}
