package derive

import (
	"strings"
	"testing"

	"stemma"
)

// TestKinds: what a copy made of its exemplar.
func TestKinds(t *testing.T) {
	rain := strings.Repeat("It rained on the coast and the boats stayed in. ", 9)
	other := []int{4, 5, 6, 7, 8, 9, 10, 11, 12, 2}
	aside := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, rain+ofHeron)},
		says: map[string][]int{"a": {1, 2, 3}, "b": other}}
	aside.mentions = citing(aside.reports[1], "Porta Gazette", ofHeron)
	goesOn := aside
	goesOn.sources = map[string]int{"b": 0}
	tests := []struct {
		name string
		pile hand
		want stemma.DescentKind
	}{
		{"the whole text", hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain)},
			copies: [][2]string{{"a", "b"}}}, stemma.Repost},
		{"a sentence of it", hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, ofHeron)},
			passages: [][3]string{{"a", "b", ofHeron}}, credits: [][2]string{{"b", "a"}},
			says: map[string][]int{"a": {1, 2, 3}, "b": {2}}}, stemma.Summary},
		{"matter of its own", goesOn, stemma.FollowUp},
		{"an aside", aside, stemma.Citation},
	}
	for _, test := range tests {
		tree := test.pile.build(t)
		got := stemma.DescentKind("none")
		for _, d := range tree.Descents {
			if tree.Witness(d.From).Report == "a" && tree.Witness(d.To).Report == "b" {
				got = d.Kind
			}
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s: %v", test.name, got, test.want, ways(tree, tree.Descents))
		}
	}
}
