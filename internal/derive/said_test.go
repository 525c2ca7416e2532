package derive

import (
	"slices"
	"testing"

	"stemma"
)

// TestSaid: what the user says of a descent holds, whatever the texts say.
func TestSaid(t *testing.T) {
	strangers := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, "A heron stood there.")}}
	copied := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain)}, copies: [][2]string{{"a", "b"}}}
	credits := hand{reports: strangers.reports, mentions: []stemma.Mention{{
		Report: "b", Name: "Orrin Herald", Kind: stemma.LostOutlet, Role: stemma.CreditRole,
		Span: strangers.reports[1].Span(0, 1)}}}
	tests := []struct {
		name string
		pile hand
		said Said
		want []string
	}{
		{"strangers", strangers, Said{Copy: "b", Exemplar: "a", Is: true}, []string{"a > b"}},
		{"against the dates", strangers, Said{Copy: "a", Exemplar: "b", Is: true}, []string{"b > a"}},
		{"what is found is said too", copied, Said{Copy: "b", Exemplar: "a", Is: true}, []string{"a > b"}},
		{"no copy", copied, Said{Copy: "b", Exemplar: "a"},
			[]string{"unnamed common text > a", "unnamed common text > b"}},
		{"a lost outlet", strangers, Said{Copy: "b", Lost: "Orrin Herald", Is: true}, []string{"Orrin Herald > b"}},
		{"a lost agency", strangers, Said{Copy: "b", Lost: "Reuters", Is: true}, []string{"Reuters > b"}},
		{"no lost outlet", credits, Said{Copy: "b", Lost: "The Orrin Herald"}, []string{}},
		{"another lost outlet", credits, Said{Copy: "b", Lost: "Selby Courier"}, []string{"Orrin Herald > b"}},
		{"a report that is not there", strangers, Said{Copy: "z", Exemplar: "a", Is: true}, []string{}},
		{"its own copy", strangers, Said{Copy: "a", Exemplar: "a", Is: true}, []string{}},
	}
	for _, test := range tests {
		test.pile.said = []Said{test.said}
		tree := test.pile.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		for _, x := range tree.Possible {
			if x.From == test.said.Exemplar {
				t.Errorf("%s: still listed as possible", test.name)
			}
		}
	}
}
