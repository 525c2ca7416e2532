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

// TestElderTake: the state that an agency's text changes was made from an elder one that is kept, if
// the two share a passage.
func TestElderTake(t *testing.T) {
	const shared = "Two of the five sluices at the mill in Tarn Hollow were found open at dawn."
	head := "(Updates with the miller's answer)\n"
	for text, want := range map[string][]string{
		shared + " The miller had slept at the inn, where her dog had barked at nobody, and asked for a new lock.": {
			"Reuters > b", "a > Reuters",
		},
		"It rained on the coast all night.": {"Reuters > b"},
	} {
		first, second := day("a", 4, plain), day("b", 6, head+text)
		first.Outlet, second.Outlet = "Reuters", "Reuters"
		h := hand{reports: []stemma.Report{first, second}}
		if len(want) > 1 {
			h.passages = [][3]string{{"a", "b", shared}}
		}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
