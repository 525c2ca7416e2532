package reuse

import (
	"strings"
	"testing"
)

// TestScan cuts texts into words, written with bars between them.
func TestScan(t *testing.T) {
	s := NewScanner()
	for text, want := range map[string]string{
		"on board, twice. No 'rafts', he's said.": "on|board|twice|No|rafts|he's|said",
		"It cost 3.5 or 1,250, not 7.":            "It|cost|3.5|or|1,250|not|7",
		"a.b ,c ... , d'":                         "a|b|c|d",
		"a bro-\nken, well-known bro-\r\n  ken wo-\n\nrd Mo-\nnday": "" +
			"a|bro-\nken|well|known|bro-\r\n  ken|wo|rd|Mo-\nnday",
		"x-\nRay 7-\n8 ü-\nber end-\n":                  "x|Ray|7|8|ü-\nber|end",
		"bro\u00adken bro\u200bken \u00adken ken\u00ad": "bro\u00adken|bro\u200bken|ken|ken",
		"Zürich’s café":                                 "Zürich’s|café",
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

// A row that is held gives its words where they stand, whether it tells the places in steps or,
// where words are too far apart or too long for that, cuts them again.
func TestHeldRow(t *testing.T) {
	s := NewScanner()
	body := "At noon, the well-known ferry «Wren» sailed; it cost 1,250.50 crowns (a third), she’s said. "
	for name, text := range map[string]string{
		"short": "ferry", "even": strings.Repeat("a ferry sailed on ", 4), "prose": body + body + body,
		"far apart": "So " + body + strings.Repeat(" ", 400) + body,
		"long word": body + strings.Repeat("x", 300) + " " + body,
	} {
		var full Row
		s.Scan(text, &full)
		held := full.held("", &rowRoom{})
		if inSteps := held.near != nil; inSteps != (name != "far apart" && name != "long word") {
			t.Errorf("%s: in steps %v", name, inSteps)
		}
		n := len(full.Words)
		d := docs{rows: []*Row{held}, texts: []place{{text: text, size: len(text)}}}
		shelf := shelf{docs: &d, scanner: s}
		for first := range n {
			for last := first + 1; last <= n; last++ {
				var p piece
				if err := shelf.words(0, held, first, last, &p); err != nil {
					t.Fatal(err)
				}
				for i := first; i < last; i++ {
					if got, want := p.word(i), full.Word(i); got != want || p.hashes(i, i+1)[0] != full.Words[i] {
						t.Fatalf("%s: word %d of %d to %d is %q, want %q", name, i, first, last, got, want)
					}
				}
				if got, want := p.placed(first, last), (placed{full.Start[first], full.End[last-1]}); got != want {
					t.Fatalf("%s: %d to %d: at %v, want %v", name, first, last, got, want)
				}
			}
		}
	}
}
