package value

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
)

// TestTableExamples runs the examples that stand in the tables of this room.
func TestTableExamples(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := New(pack)
	for table, holds := range map[string]func(text *stemma.Text, entry string) bool{
		"approximators": func(text *stemma.Text, entry string) bool {
			for _, v := range r.Values(text, 0, len(text.Tokens)) {
				if v.Quantity != nil && v.Quantity.Bound != "" && strings.Contains(strings.ToLower(v.Span.Text), entry) {
					return true
				}
			}
			return false
		},
		"hedges": func(text *stemma.Text, entry string) bool {
			for _, h := range r.Hedges(text, 0, len(text.Tokens)) {
				if strings.ToLower(h.Span.Text) == entry {
					return true
				}
			}
			return false
		},
	} {
		if len(pack.Examples(table)) == 0 {
			t.Errorf("%s: no examples", table)
		}
		for _, e := range pack.Examples(table) {
			if got := holds(plainText(e.Text), e.Entry); got != e.Right {
				t.Errorf("%s: %q in %q: %v", table, e.Entry, e.Text, got)
			}
		}
	}
}
