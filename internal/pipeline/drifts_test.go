package pipeline

import (
	"fmt"
	"slices"
	"testing"

	"stemma"
)

// TestSharers: of those that share a passage with many, each is compared with the
// ones that share most; who shares little keeps the most that it has.
func TestSharers(t *testing.T) {
	const many = 3 * mostNeighbours
	var passages []stemma.Reuse
	add := func(a, b string, bytes int) {
		passages = append(passages, stemma.Reuse{A: stemma.Span{Report: a, End: bytes}, B: stemma.Span{Report: b,
			End: bytes}})
	}
	name := func(i int) string { return fmt.Sprintf("r%02d", i) }
	for i := range many {
		for k := range i {
			add(name(i), name(k), 1000-(i-k))
		}
	}
	add("shy", name(7), 10)
	add(name(7), name(7), 5000)
	got := sharers(passages)
	if !slices.Contains(got, [2]string{"r07", "shy"}) {
		t.Error("the only one that a report shares anything with is gone")
	}
	if slices.Contains(got, [2]string{"r07", "r07"}) {
		t.Error("a report is compared with itself")
	}
	if !slices.Contains(got, [2]string{"r20", "r21"}) || slices.Contains(got, [2]string{"r10", "r40"}) {
		t.Error("not those that share the most")
	}
	if len(got) > many*mostNeighbours+1 || !slices.IsSortedFunc(got, comparePairs) {
		t.Errorf("%d pairs", len(got))
	}
	slices.Reverse(passages)
	if !slices.Equal(got, sharers(passages)) {
		t.Error("the order of the passages shows")
	}
}
