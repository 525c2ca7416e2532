package match

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
	"stemma/internal/vector"
)

type bench struct {
	*Matcher
	pack *language.Pack
}

func newBench(t testing.TB, code string) bench {
	pack, err := language.For(code)
	if err != nil {
		t.Fatal(err)
	}
	return bench{New(pack, vector.Open()), pack}
}

func (b bench) text(s string) *stemma.Text {
	r := &stemma.Report{Text: s, Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(s)}}}
	return segment.Split(r, b.pack)
}

func (b bench) match(x, y string) Match { return b.Match(b.text(x), b.text(y)) }

func TestMatch(t *testing.T) {
	b := newBench(t, "en")
	const article = "The council shut the iron bridge on Monday. The ferry to Orrin runs every hour, a clerk said. " +
		"Ada Wren, who built the weir at Selmouth, asked for 40 more boats."
	for _, test := range []struct {
		a, b      string
		same      bool
		supported string // "yes", "no" or "" for in between
	}{
		{"The council shut the iron bridge.", "The council shut the iron bridge.", true, "yes"},
		{"The council shut the iron bridge.", "The council closed the iron bridge.", true, ""},
		{"It may rain in Selmouth.", "It will rain in Selmouth.", true, ""},
		{"The keeper found twelve cracks in the wall.", "The keeper found 12 cracks in the wall.", true, "yes"},
		{"The council shut the iron bridge.", "A choir from Orrin won the silver medal.", false, "no"},
		{article, "The ferry to Orrin runs every hour.", false, "yes"},
		{article, "Ada Wren asked for 60 more boats for the bishop of Larn.", false, "no"},
		{article, "The mayor of Larn owns a vineyard.", false, "no"},
		{"", "The ferry runs every hour.", false, "no"},
		{"The ferry runs every hour.", "", false, "no"},
		{"", "", false, "no"},
	} {
		m := b.match(test.a, test.b)
		doubted := test.supported == "yes" && m.Supported < 0.6
		if m.Same != test.same || doubted || test.supported == "no" && m.Supported > 0.4 {
			t.Errorf("%+v: %+v", test, m)
		}
	}
}

// TestCloser orders pairs: the second pair of each row is less alike.
func TestCloser(t *testing.T) {
	for _, test := range []struct{ language, a, near, far string }{
		{"en", "Storm kills nine in Orrin", "Nine die as storm hits Orrin", "Storm nears Orrin"},
		{"en", "Miners end strike at Wend pit", "Strike at Wend colliery is over", "Miners begin strike at Larn"},
		{"de", "Sturm tötet neun Menschen in Orrin", "Neun Tote bei Sturm in Orrin", "Minister besucht Orrin im Juni"},
		{"und", "La tormenta mata a nueve en Orrin", "Nueve muertos por la tormenta en Orrin",
			"El ministro visita Orrin"},
	} {
		b := newBench(t, test.language)
		near, far := b.match(test.a, test.near).Score, b.match(test.a, test.far).Score
		if near <= far {
			t.Errorf("%q: %q is %.2f near, %q %.2f", test.a, test.near, near, test.far, far)
		}
	}
}

// TestSupported: what is wrong is borne out less than what is right.
func TestSupported(t *testing.T) {
	b := newBench(t, "en")
	const source = "The keeper, Ada Wren, found 40 cracks in the north wall on Friday. She did not close the weir."
	for _, test := range []struct{ right, wrong string }{
		{"Wren found 40 cracks in the wall.", "Wren found 14 cracks in the wall."},
		{"Ada Wren found cracks in the wall.", "Odo Larn found cracks in the wall."},
		{"She did not close the weir.", "She did close the weir."},
		{"The keeper found cracks.", "The keeper found gold."},
	} {
		right, wrong := b.match(source, test.right).Supported, b.match(source, test.wrong).Supported
		if right <= wrong {
			t.Errorf("%q: %.2f, %q: %.2f", test.right, right, test.wrong, wrong)
		}
	}
}

func TestOrdered(t *testing.T) {
	b := newBench(t, "en")
	long := strings.Repeat("one two three four five six seven ", 30)
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"the wall of the weir", "the weir of the wall", 3},
		{"alpha beta", "gamma delta", 0},
		{"a b c d e f", "x a y c z f", 3},
		{long, long, 210},
		{long, "seven " + long, 210},
		{long + "end", "end", 1},
	} {
		c := b.begin(b.text(test.a), b.text(test.b))
		if got := ordered(c.a.words, c.b.words, len(c.names)); got != test.want {
			t.Errorf("%q, %q: %d words in order, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestGrams(t *testing.T) {
	if got := runs([]byte("abcde"), 4); len(got) != 2 || got[0] != 'a'<<24|'b'<<16|'c'<<8|'d' {
		t.Errorf("runs of four: %x", got)
	}
	if got := runs([]byte("ab"), 3); got != nil {
		t.Errorf("runs of three in two letters: %x", got)
	}
	if got := dice([]uint32{1, 2, 2, 5}, []uint32{2, 2, 2, 7}); got != 0.5 {
		t.Errorf("dice %v", got)
	}
}

// TestWeights: where nothing was fitted, nothing counts.
func TestWeights(t *testing.T) {
	plain := plainWeights()
	if plain.short[Meaning] != 0 || plain.long[Meaning] != 0 || plain.same[Meaning] != 0 {
		t.Error("without vectors there is no meaning to weigh")
	}
}

// TestLongTexts: what is long is compared, and within bounds.
func TestLongTexts(t *testing.T) {
	b := newBench(t, "en")
	var many strings.Builder
	for i := range 20000 {
		many.WriteString("wall")
		many.WriteByte(byte('a' + i%26))
		many.WriteByte(byte('a' + i/26%26))
		many.WriteByte(byte('a' + i/676%26))
		many.WriteString(" holds. ")
	}
	x, y := b.text(many.String()), b.text(strings.ReplaceAll(many.String(), ".", ""))
	for _, m := range []Match{b.Match(x, y), b.Match(y, x), b.Match(x, b.text("walls hold"))} {
		if !sane(m.Score) || !sane(m.Supported) {
			t.Errorf("%+v", m)
		}
	}
}

func sane(x float64) bool { return x >= 0 && x <= 1 && !math.IsNaN(x) }

func FuzzMatch(f *testing.F) {
	f.Add("The council shut the bridge.", "The bridge wasn't shut.")
	f.Add("12,000 a", "twelve \xff 's")
	f.Add("", "!?")
	f.Add("the wall of the weir was safe", "the wall of the weir was not")
	english, plain := newBench(f, "en"), newBench(f, "und")
	f.Fuzz(func(t *testing.T, x, y string) {
		for _, b := range []bench{english, plain} {
			m, again := b.match(x, y), b.match(x, y)
			if !reflect.DeepEqual(m, again) || !sane(m.Score) || !sane(m.Supported) {
				t.Fatalf("%+v, %+v", m, again)
			}
			for _, c := range m.Changes {
				if c.Before.Text == "" || c.After.Text == "" || c.Kind == "" {
					t.Fatalf("%+v", c)
				}
			}
			if turned := b.match(y, x); math.Abs(turned.Score-m.Score) > 1e-9 || turned.Same != m.Same {
				t.Fatalf("%+v one way, %+v the other", m, turned)
			}
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	bench := newBench(b, "en")
	x := bench.text("The council shut the iron bridge on Monday after 40 cracks were found in its piers.")
	y := bench.text("Forty cracks in the piers made the council close the bridge of iron this week.")
	for b.Loop() {
		bench.Match(x, y)
	}
}
