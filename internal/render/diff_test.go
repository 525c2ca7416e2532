package render

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

// notation writes chunks as "same [-gone-] {+new+}".
func notation(cs []chunk) string {
	var b strings.Builder
	for _, c := range cs {
		switch {
		case c.same:
			b.WriteString(c.b)
		default:
			if c.a != "" {
				b.WriteString("[-" + core(c.a) + "-]")
			}
			if c.b != "" {
				b.WriteString("{+" + core(c.b) + "+}")
			}
			b.WriteString(" ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestDiffer(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"a b c", "a b c", "a b c"},
		{"a b c", "a  b\nc", "a b c"},
		{"about 40 jackets", "40 jackets", "[-about-] 40 jackets"},
		{"more than 40 jackets", "more than 400 jackets", "more than [-40-]{+400+} jackets"},
		{"1,200 left", "1,300 left", "[-1,200-]{+1,300+} left"},
		{"it’s x", "it’s y", "it’s [-x-]{+y+}"},
		{"", "new words", "{+new words+}"},
		{"the x", "The y", "The [-x-]{+y+}"},
		{"gone", "", "[-gone-]"},
		{"a b c d e f", "a x c d y f", "a [-b-]{+x+} c d [-e-]{+y+} f"},
		{"四十着", "五十着", "[-四-]{+五+} 十着"},
	} {
		if got := notation(differ(c.a, c.b)); got != c.want {
			t.Errorf("differ(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestSettle(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"the ship sailed", "a ship sailed", "[-the-]{+a+} ship sailed"},
		{"on Monday the mayor left", "on Sunday the council left",
			"on [-Monday the mayor-]{+Sunday the council+} left"},
		{"one two three four five six seven eight nine ten",
			"alpha beta gamma delta five epsilon zeta eta theta iota",
			"alpha beta gamma delta five epsilon zeta eta theta iota"},
		{"40", "400", "[-40-]{+400+}"},
	} {
		if got := notation(settle(differ(c.a, c.b))); got != c.want {
			t.Errorf("settle(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// Whatever is compared, each side of the chunks is the text itself, and same
// chunks are the same words.
func TestDifferKeepsBothTexts(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(string(rune('a'+r.Intn(4))) + " ")
		}
		return b.String()
	}
	for range 300 {
		checkDiffer(t, text(r.Intn(30)), text(r.Intn(30)))
	}
	checkDiffer(t, text(3000), strings.ReplaceAll(text(3000), "a", "é"))
}

func FuzzDiffer(f *testing.F) {
	f.Add("a b c", "a x c")
	f.Add("\xff \x00", "e\u0301 \u202e")
	f.Fuzz(func(t *testing.T, a, b string) {
		if utf8.ValidString(a) && utf8.ValidString(b) {
			checkDiffer(t, a, b)
		}
	})
}

func checkDiffer(t *testing.T, a, b string) {
	t.Helper()
	var left, right strings.Builder
	for _, c := range differ(a, b) {
		left.WriteString(c.a)
		right.WriteString(c.b)
		if c.same && !strings.EqualFold(strings.Join(strings.Fields(c.a), ""), strings.Join(strings.Fields(c.b), "")) {
			t.Fatalf("%q is not %q", c.a, c.b)
		}
	}
	if left.String() != a || right.String() != b {
		t.Fatalf("differ(%q, %q) lost text", a, b)
	}
}
