package claim

import (
	"testing"

	"stemma"
)

// TestJoinFigures: what tells another figure of a like matter is another claim, unless the rest is
// the same.
func TestJoinFigures(t *testing.T) {
	for _, test := range []struct {
		a, b string
		one  bool
	}{
		{"Carriers lost 212 crates at the northern quay.", "The ferrymen sold 40 crates at the southern quay.", false},
		{"The ferrymen hired 212 carts to bring eels to the northern market.",
			"The council lent the ferrymen 40 carts for the northern road.", false},
		{"The flood at Selmouth reached 212 houses by the river on Monday.",
			"The flood at Selmouth reached 221 houses by the river on Monday.", true},
	} {
		b := newBench(t)
		texts := []*stemma.Text{b.text("r1", test.a), b.text("r2", test.b)}
		found, index := b.stated(texts...)
		one := false
		for _, group := range Join(b.aligner.Story(texts, found, index), index) {
			one = one || len(group) > 1
		}
		if one != test.one {
			t.Errorf("%q, %q: one claim: %v, want %v", test.a, test.b, one, test.one)
		}
	}
}
