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
