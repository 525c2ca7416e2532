package align

import "testing"

func TestVerdicts(t *testing.T) {
	const words = 70
	like := func(a, b int32) bool { return a != b && (a*b+a+b)%7 == 0 }
	var v verdicts
	if v.row(3).of(4) != unread {
		t.Error("something is known before there is room")
	}
	for a := range int32(words) {
		for b := a + 1; b < words; b++ {
			if !v.holds(a, b, words) {
				t.Fatalf("no room for words %d and %d", a, b)
			}
			v.put(a, b, like(a, b))
		}
	}
	for a := range int32(words) {
		for b := range int32(words) {
			want := strangers
			switch {
			case a == b:
				want = unread
			case like(a, b):
				want = alike
			}
			if got := v.row(a).of(b); got != want {
				t.Fatalf("verdict %d on words %d and %d, want %d", got, a, b, want)
			}
		}
	}
	if v.row(-1).of(2) != unread || v.row(2).of(-1) != unread || v.row(words).of(2) != unread || v.row(2).of(words+40) != unread {
		t.Error("something is known of a value, or of a word that came later")
	}
	if v.holds(2, words, words+1) {
		t.Error("there is room for a word that came later")
	}
}

func TestVerdictsOfManyWords(t *testing.T) {
	if v := (verdicts{}); v.holds(1, 2, mostWords+1) {
		t.Error("there is room for a vocabulary without bound")
	}
}
