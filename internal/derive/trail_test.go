package derive

import (
	"slices"
	"testing"

	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestOddFigures: a figure that nobody rounds leads to another report; years, round
// figures and short ones do not.
func TestOddFigures(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want []string
	}{
		{"The weir has 18,430 bolts and 1,207 nuts.", []string{"18,430", "1,207"}},
		{"In 1987 the weir had 18,000 bolts, 512 nuts and 30 keepers.", nil},
		{"It is 3.1415 miles long.", []string{"3.1415"}},
	} {
		r := day("a", 4, test.text)
		text := segment.Split(&r, pack)
		var got []string
		for k, tok := range text.Tokens {
			if _, ok := odd(text, k); ok {
				got = append(got, r.Text[tok.Start:tok.End])
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.text, got, test.want)
		}
	}
}

// TestTrailNeedsSources: words of one source alone lead nowhere, and neither do figures.
func TestTrailNeedsSources(t *testing.T) {
	quote := func(source string) clue { return clue{source: source} }
	figure := clue{figure: true}
	for _, test := range []struct {
		clues []clue
		want  bool
	}{
		{[]clue{quote("p1"), quote("p1"), quote("p1")}, false},
		{[]clue{quote("p1"), quote("p2")}, false},
		{[]clue{quote("p1"), figure, figure}, false},
		{[]clue{quote("p1"), quote("p1"), figure}, true},
		{[]clue{quote("p1"), quote("p2"), quote("p2")}, true},
	} {
		if got := (trails{}).isTrail(test.clues); got != test.want {
			t.Errorf("%v: %v", test.clues, got)
		}
	}
	if got := (trails{}).told(map[int][]clue{}); got != nil {
		t.Errorf("%v", got)
	}
}
