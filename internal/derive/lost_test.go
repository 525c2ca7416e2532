package derive

import (
	"slices"
	"testing"

	"stemma"
)

const (
	ofSluices = "Two of the five sluices at the mill in Tarn Hollow were found open at dawn."
	ofHeron   = "A heron stood in the drained pond and nobody knew who had turned the wheel."
	ofKey     = "The miller has kept the only key since her brother left for the coast."
)

// TestCommonText: of three reports each two share what the third lacks, so that all have
// it from a text that is not here; not so where one of them credits another.
func TestCommonText(t *testing.T) {
	h := hand{
		reports: []stemma.Report{day("a", 4, ofSluices+" "+ofHeron), day("b", 5, ofSluices+" "+ofKey),
			day("c", 6, ofHeron+" "+ofKey)},
		passages: [][3]string{{"a", "b", ofSluices}, {"a", "c", ofHeron}, {"b", "c", ofKey}},
	}
	tree := h.build(t)
	want := []string{"unnamed common text > a", "unnamed common text > b", "unnamed common text > c"}
	if got := ways(tree, tree.Descents); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	h.credits = [][2]string{{"c", "a"}}
	tree = h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "a > c") || slices.Contains(got, want[2]) {
		t.Errorf("with a credit: %v", got)
	}
}

// TestWhoWroteIt: the author of a kept report is no lost witness, another reporter is one.
func TestWhoWroteIt(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string
	}{{"Ivo Penn", []string{}}, {"Anna Wren", []string{"Anna Wren > b"}}} {
		kept := day("a", 4, plain)
		kept.Byline = []string{"Ivo Penn"}
		h := hand{reports: []stemma.Report{kept,
			day("b", 6, "He said that heavy storms would flood northern harbours tomorrow.")}}
		h.mentions = []stemma.Mention{{
			Report: "b", Name: test.name, Kind: stemma.LostPerson, Role: stemma.CreditRole, Form: stemma.SayingForm,
			Span: h.reports[1].Span(0, 2), Content: []stemma.Span{h.reports[1].Span(13, 64)}}}
		h.says = map[string][]int{"a": {1, 2, 3}, "b": {4}}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestOwnName: a report's outlet under a shorter form of its name is nobody's exemplar.
func TestOwnName(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain)}}
	h.reports[0].Outlet = "The Tarn Hollow Gazette"
	for name, want := range map[string]int{"Hollow Gazette": 0, "Coast Gazette": 1} {
		h.mentions = []stemma.Mention{{Report: "a", Name: name, Kind: stemma.LostOutlet, Role: stemma.CreditRole,
			Span: h.reports[0].Span(0, 3)}}
		if got := len(h.build(t).Descents); got != want {
			t.Errorf("%s: %d descents, want %d", name, got, want)
		}
	}
}

// TestWhichOfAnOutlet: of two reports of an outlet that say alike what is credited the
// elder is meant; of two states of one text the last that was there.
func TestWhichOfAnOutlet(t *testing.T) {
	first, second := day("a", 3, plain), day("b", 4, plain)
	second.Outlet = first.Outlet
	telling := day("c", 6, "Five sluices at the mill in Tarn Hollow were found open at dawn. It rained on the coast.")
	says := map[string][]int{"a": {1, 2, 3}, "b": {1, 2, 3}, "c": {1}}
	h := hand{reports: []stemma.Report{first, second, telling}, says: says}
	h.mentions = citing(telling, string(first.Outlet),
		"Five sluices at the mill in Tarn Hollow were found open at dawn.")
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "a > c") || slices.Contains(got, "b > c") {
		t.Errorf("two pieces: %v", got)
	}
	h.copies = [][2]string{{"a", "b"}}
	tree = h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "b > c") {
		t.Errorf("two states: %v", got)
	}
}
