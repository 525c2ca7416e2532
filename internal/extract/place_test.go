package extract

import "testing"

// TestPlaceInBrackets: what stands alone before a text, in brackets, is an agency where it is
// known or short as their codes are, and a place otherwise.
func TestPlaceInBrackets(t *testing.T) {
	for _, c := range []struct {
		before, form, name string
		place              bool
	}{
		{"", "GREENVILLE, S.C.", "GREENVILLE, S.C.", true},
		{"", "SELMOUTH", "SELMOUTH", true},
		{"", "REUTERS", "Reuters", false},
		{"", "WSVN", "WSVN", false},
		{"", "Harbour News", "Harbour News", false},
		{"SELMOUTH ", "HARBOURS", "HARBOURS", false},
	} {
		if got := isPlace(c.before, c.form, c.name); got != c.place {
			t.Errorf("%q (%s): %v", c.before, c.form, got)
		}
	}
}
