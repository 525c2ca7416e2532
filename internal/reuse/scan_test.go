package reuse

import (
	"strings"
	"testing"
)

// TestScan cuts texts into words, written with bars between them.
func TestScan(t *testing.T) {
	s := NewScanner()
	for text, want := range map[string]string{
		"on board, twice. No 'rafts', he's said.":                   "on|board|twice|No|rafts|he's|said",
		"It cost 3.5 or 1,250, not 7.":                              "It|cost|3.5|or|1,250|not|7",
		"a.b ,c ... , d'":                                           "a|b|c|d",
		"a bro-\nken, well-known bro-\r\n  ken wo-\n\nrd Mo-\nnday": "a|bro-\nken|well|known|bro-\r\n  ken|wo|rd|Mo-\nnday",
		"x-\nRay 7-\n8 ü-\nber end-\n":                              "x|Ray|7|8|ü-\nber|end",
		"bro\u00adken bro\u200bken \u00adken ken\u00ad":             "bro\u00adken|bro\u200bken|ken|ken",
		"Zürich’s café":                                             "Zürich’s|café",
	} {
		var r Row
		s.Scan(text, &r)
		var words []string
		for i := range r.Words {
			words = append(words, r.Word(i))
		}
		for i, hash := range r.Words {
			if whole := s.hash(r.Word(i)); whole != hash {
				t.Errorf("%q: the hash of %q is %d, and read at once %d", text, r.Word(i), hash, whole)
			}
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}

// TestBrokenWords: a word is the same whether a line's end breaks it or not.
func TestBrokenWords(t *testing.T) {
	s := NewScanner()
	var whole, broken Row
	s.Scan("the pier was broken over night", &whole)
	s.Scan("the pi-\ner was bro-\r\n   ken o\u00adver night", &broken)
	if len(whole.Words) != len(broken.Words) {
		t.Fatalf("%d words and %d", len(whole.Words), len(broken.Words))
	}
	for i := range whole.Words {
		if whole.Words[i] != broken.Words[i] || !s.equal(whole.Word(i), broken.Word(i)) {
			t.Errorf("%q and %q", whole.Word(i), broken.Word(i))
		}
	}
}
