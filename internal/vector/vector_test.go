package vector

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTableIsWellFormed(t *testing.T) {
	m := Open()
	if table[:8] != "STVEC\x00\x00\x03" || uint32At(table, 12) != dimensions {
		t.Fatal("wrong header")
	}
	for id := range int32(m.size) {
		if word := m.word(int(id)); m.ID(word) != id || m.Rank(word) != int(id) {
			t.Errorf("%q is not found again", word)
		}
	}
}

func TestSimilarity(t *testing.T) {
	m := Open()
	cases := []struct {
		a, b     string
		low, hig float64
	}{
		{"dam", "dam", 1, 1},
		{"zyxxqq", "zyxxqq", 1, 1},
		{"zyxxqq", "dam", 0, 0},
		{"crack", "cracks", 0.9, 1},
		{"zorble", "zorbled", 0.9, 0.9},
		{"river", "lake", 0.5, 0.95},
		{"river", "lawyer", -0.3, 0.4},
	}
	for _, c := range cases {
		if got := m.Similarity(c.a, c.b); got < c.low || got > c.hig+1e-6 {
			t.Errorf("%s ~ %s: %.3f, want %.2f to %.2f", c.a, c.b, got, c.low, c.hig)
		}
	}
}

// Of any two words that are alike enough the whole similarity is given, and of others
// none that is; near words are listed, and no others.
func TestSimilarityAbove(t *testing.T) {
	m := Open()
	var all, none Set
	for id := range int32(m.size) {
		all.Add(m, id)
		none.Add(m, id)
		none.Remove(id)
	}
	alike := 0
	for a := int32(0); a < int32(m.size); a += 1009 {
		m.Neighbours(a, &none, func(b int32) { t.Errorf("%d is near %d, and not in the set", b, a) })
		var near []int32
		for b := range int32(m.size) {
			whole := m.SimilarityID(a, b)
			got, back := m.SimilarityAbove(0.6, a, b), m.SimilarityAbove(0.6, b, a)
			want, wantBack := whole, m.SimilarityID(b, a)
			if whole < 0.6 {
				want, wantBack = 0, 0
			}
			if got != want || back != wantBack {
				t.Fatalf("%s and %s: %v, and whole %v", m.word(int(a)), m.word(int(b)), got, whole)
			}
			if whole >= Near && b > a {
				near = append(near, b)
			}
		}
		var listed []int32
		m.Neighbours(a, &all, func(b int32) { listed = append(listed, b) })
		if !slices.Equal(listed, near) {
			t.Errorf("%s: near are %v, listed %v", m.word(int(a)), near, listed)
		}
		alike += len(near)
	}
	if alike < 100 {
		t.Errorf("%d pairs are alike, too few to tell", alike)
	}
	if m.SimilarityAbove(Near, Unknown, 3) != 0 || m.SimilarityAbove(Near, 3, Unknown) != 0 {
		t.Error("a word that is not known is like another one")
	}
}

func TestRarity(t *testing.T) {
	m := Open()
	if m.Rank("the") != 0 || m.Rank("zyxxqq") != -1 {
		t.Errorf("ranks: the %d, zyxxqq %d", m.Rank("the"), m.Rank("zyxxqq"))
	}
	the, dam, none := m.Rarity("the"), m.Rarity("dam"), m.Rarity("zyxxqq")
	if !(the < 0.05 && dam > 0.8 && none == 1) {
		t.Errorf("rarity: the %.3f, dam %.3f, unknown %.3f", the, dam, none)
	}
}

func TestSentence(t *testing.T) {
	m := Open()
	a := m.Sentence([]string{"the", "dam", "leaks"})
	b := m.Sentence([]string{"water", "escapes", "from", "the", "reservoir"})
	c := m.Sentence([]string{"the", "minister", "resigned"})
	if len(a) != dimensions || math.Abs(Cosine(a, a)-1) > 1e-6 {
		t.Fatalf("length %d, own cosine %f", len(a), Cosine(a, a))
	}
	if Cosine(a, b) <= Cosine(a, c) {
		t.Errorf("water %.3f is not nearer than politics %.3f", Cosine(a, b), Cosine(a, c))
	}
	if m.Sentence([]string{"zyxxqq"}) != nil || Cosine(nil, a) != 0 {
		t.Error("unknown words have a vector")
	}
}

// What one of two forms of a word has more than the other one is an ending.
func TestIsEnding(t *testing.T) {
	m := Open()
	found := 0
	var words []string
	for id := range m.size {
		words = append(words, m.word(id))
	}
	slices.Sort(words)
	for a, x := range words {
		for b := a + 1; b < len(words) && len(x) >= LeastStem && strings.HasPrefix(words[b], x[:LeastStem]); b++ {
			y := words[b]
			if !SameStem(x, y) {
				continue
			}
			found++
			n := 0
			for n < min(len(x), len(y)) && x[n] == y[n] {
				n++
			}
			if !IsEnding(x[:n], x[n:]) || !IsEnding(y[:n], y[n:]) {
				t.Errorf("%s and %s are forms of one word, and %q or %q is no ending", x, y, x[n:], y[n:])
			}
		}
	}
	if found < 10000 {
		t.Errorf("%d pairs are forms of one word, too few to tell", found)
	}
	for _, form := range []string{"shows", "house's", "stopping", "carrying"} {
		found := 0
		for n := LeastStem; n < len(form); n++ {
			if IsEnding(form[:n], form[n:]) {
				found++
			}
		}
		if found == 0 {
			t.Errorf("%q has no ending", form)
		}
	}
}

func TestSameStem(t *testing.T) {
	same := [][2]string{
		{"crack", "cracks"}, {"crack", "cracked"}, {"cracks", "cracking"}, {"move", "moving"}, {"moved", "moving"},
		{"city", "cities"}, {"carry", "carried"}, {"stop", "stopped"}, {"stops", "stopping"}, {"box", "boxes"},
		{"church", "churches"}, {"house", "houses"}, {"city", "city's"}, {"carried", "carrying"}, {"show", "showed"},
	}
	for _, c := range same {
		if !SameStem(c[0], c[1]) || !SameStem(c[1], c[0]) {
			t.Errorf("%s and %s are forms of one word", c[0], c[1])
		}
	}
	other := [][2]string{
		{"rat", "rate"}, {"les", "less"}, {"rats", "rate"}, {"for", "ford"}, {"was", "wash"}, {"car", "care"},
		{"plan", "plane"}, {"the", "then"}, {"pas", "passing"}, {"star", "string"}, {"", "s"}, {"a", "as"},
	}
	for _, c := range other {
		if SameStem(c[0], c[1]) || SameStem(c[1], c[0]) {
			t.Errorf("%s and %s are other words", c[0], c[1])
		}
	}
}

func TestNothingIsAllocated(t *testing.T) {
	m := Open()
	if n := testing.AllocsPerRun(100, func() {
		m.Similarity("rivers", "walked")
		m.Similarity("walks",
			"walked")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		Open()
	}
}

func BenchmarkID(b *testing.B) {
	m := Open()
	for b.Loop() {
		m.ID("reservoir")
	}
}

func BenchmarkSimilarityID(b *testing.B) {
	m := Open()
	river, n := m.ID("river"), int32(0)
	for b.Loop() {
		m.SimilarityID(river, n)
		if n++; n == 4000 {
			n = 0
		}
	}
}

func BenchmarkSimilarity(b *testing.B) {
	m := Open()
	for b.Loop() {
		m.Similarity("reservoir", "crack")
	}
}
