package render

import "testing"

// TestAreEnds tells the two reports of a descent, either way round.
func TestAreEnds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"A", "B", true}, {"B", "A", true}, {"A", "C", false}, {"A", "A", false}, {"", "B", false},
	} {
		if got := areEnds(c.a, c.b, "A", "B"); got != c.want {
			t.Errorf("%q and %q: got %v", c.a, c.b, got)
		}
	}
}
