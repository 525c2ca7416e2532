package derive

import (
	"slices"
	"testing"

	"stemma"
)

// TestEarlierState: an agency's text that says what it changes hangs from an earlier state
// of it, unless that one is kept; nobody else's does.
func TestEarlierState(t *testing.T) {
	for _, test := range []struct {
		outlet, head string
		want         []string
	}{
		{"Reuters", "(Updates with the miller's answer)", []string{"Reuters > a"}},
		{"Reuters", "(The miller's answer is below)", []string{}},
		{"Harbour Gazette", "(Updates with the miller's answer)", []string{}},
	} {
		r := day("a", 4, test.head+"\n"+plain)
		r.Outlet = stemma.Maybe(test.outlet)
		tree := hand{reports: []stemma.Report{r, day("b", 6, "It rained on the coast.")}}.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, test.want) {
			t.Errorf("%s, %s: %v, want %v", test.outlet, test.head, got, test.want)
		}
	}
}
