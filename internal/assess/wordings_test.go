package assess

import (
	"strings"
	"testing"
)

// TestCountOfWordings compares the count with a search through every text.
func TestCountOfWordings(t *testing.T) {
	texts := []string{" ", " weir ", " the old weir burst ", " the old the old weir ", " the older weir burst ",
		" old weir "}
	w := &wordings{texts: texts, spread: map[string]spread{}}
	for _, words := range []string{" ", " weir ", " old weir ", " the old ", " the old weir burst ", " older ",
		" no such words ", " weir burst "} {
		want := 0
		for _, text := range texts {
			if strings.Contains(text, words) {
				want++
			}
		}
		for range 2 {
			if got := w.count(words); got != want {
				t.Errorf("%q stands in %d texts, want %d", words, got, want)
			}
		}
	}
}

// TestCopiesAreNoWitnesses: a text that has words from the one that it was taken from
// does not count.
func TestCopiesAreNoWitnesses(t *testing.T) {
	texts := []string{" forty docks ", " forty sheds ", " the forty sheds ", " those forty sheds "}
	w := &wordings{texts: texts, above: [][]int32{nil, nil, {1}, {0}}, spread: map[string]spread{}}
	if got := w.reach(" forty sheds "); got != (spread{reports: 2, first: 1}) {
		t.Errorf("forty sheds: %v", got)
	}
	if got := w.reach(" no such "); got != (spread{first: len(texts)}) {
		t.Errorf("no such words: %v", got)
	}
}
