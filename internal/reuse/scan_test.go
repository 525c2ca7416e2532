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
		"Zürich’s café":                           "Zürich’s|café",
	} {
		var r Row
		s.Scan(text, &r)
		var words []string
		for i := range r.Words {
			words = append(words, r.Word(i))
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}
