package collate

import (
	"testing"

	"stemma"
	"stemma/internal/value"
)

// TestIsFormOf has a relation for each way in which two values tell one detail, or two.
func TestIsFormOf(t *testing.T) {
	for _, c := range []struct {
		rule string
		rel  value.Relation
		kind stemma.ValueKind
		want bool
	}{
		{"two numbers of one thing", value.Different, stemma.QuantityValue, true},
		{"two people", value.Different, stemma.PersonValue, false},
		{"one person", value.Same, stemma.PersonValue, true},
		{"nothing in common", value.Unrelated, stemma.QuantityValue, false},
	} {
		if got := isFormOf(c.rel, c.kind); got != c.want {
			t.Errorf("%s: got %v", c.rule, got)
		}
	}
}
