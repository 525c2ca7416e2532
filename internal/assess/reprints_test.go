package assess

import (
	"testing"

	"stemma"
)

// Of the printings of one text none is compared with another; one that differs is
// compared with all.
func TestReprintsAreNotCompared(t *testing.T) {
	b := &lineage{report: map[string]*stemma.Text{}}
	for siglum, text := range map[string]string{"A": "The weir held.", "B": "The weir held.", "C": "The weir broke."} {
		b.report[siglum] = &stemma.Text{Report: &stemma.Report{Text: text}}
	}
	for _, test := range []struct {
		from, to string
		want     bool
	}{{"A", "B", true}, {"A", "C", false}, {"C", "B", false}} {
		if got := b.isReprint(Way{from: test.from, to: test.to}); got != test.want {
			t.Errorf("%s and %s: %v", test.from, test.to, got)
		}
	}
}
