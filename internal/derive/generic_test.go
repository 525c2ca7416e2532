package derive

import (
	"slices"
	"strings"
	"testing"

	"stemma"
)

// TestMediaReports: whoever credits "media reports" has it from the kept ones in which most
// of it stands, and from a further one that adds to it; not from one that leans on media
// itself, nor where he has sources of his own, nor if one report is meant.
func TestMediaReports(t *testing.T) {
	told := strings.Join([]string{ofSluices, ofHeron, ofKey}, " ")
	pile := func(name string) hand {
		h := hand{
			reports: []stemma.Report{day("a", 4, ofSluices+" "+ofHeron+" It rained."), day("b", 5, ofKey+" It rained."),
				day("c", 7, name+" told of it. "+told)},
			says: map[string][]int{"a": {1, 2, 4}, "b": {3, 4}, "c": {0, 1, 2, 3}},
		}
		m := naming(h.reports[2], name, stemma.SayingForm, stemma.LostOutlet)
		m.Generic, m.Span = true, h.reports[2].Span(0, len(name))
		h.mentions = []stemma.Mention{m}
		return h
	}
	tests := []struct {
		name   string
		change func(h *hand)
		of     string
		want   []string
	}{
		{"most of it, and the rest", func(*hand) {}, "Media reports", []string{"a > c", "b > c"}},
		{"one report", func(*hand) {}, "One weekly", []string{}},
		{"a source of its own", func(h *hand) { h.sources = map[string]int{"c": 1} }, "Media reports", []string{}},
		{"who leans on media too", func(h *hand) {
			for i := range 2 {
				h.reports[i].Text = "Papers say: " + h.reports[i].Text
				h.reports[i].Segments[0].End = len(h.reports[i].Text)
				m := naming(h.reports[i], "Papers", stemma.SayingForm, stemma.LostOutlet)
				m.Generic, m.Span = true, h.reports[i].Span(0, 6)
				h.mentions = append(h.mentions, m)
			}
		}, "Media reports", []string{}},
	}
	for _, test := range tests {
		h := pile(test.of)
		test.change(&h)
		tree := h.build(t)
		got := ways(tree, slices.DeleteFunc(tree.Descents, func(d stemma.Descent) bool {
			isCredit := func(e stemma.Evidence) bool { return e.Kind == stemma.CreditEvidence }
			return tree.Witness(d.To).Report != "c" || !slices.ContainsFunc(d.Evidence, isCredit)
		}))
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
