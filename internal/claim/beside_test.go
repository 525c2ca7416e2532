package claim

import (
	"testing"

	"stemma/internal/align"
)

// However often one report says the same, a statement is held against those of other reports at
// once: the steps to them grow with the others, not with the repetitions.
func TestBesideSteps(t *testing.T) {
	const repeated = 10_000
	group, story := Group{}, &align.Story{}
	for i := range repeated + 2 {
		group = append(group, i)
		story.Clauses = append(story.Clauses, &align.Clause{Report: 1})
	}
	story.Clauses[0].Report, story.Clauses[repeated/2].Report = 0, 2
	near := besideEach(story, group)
	for _, test := range []struct {
		of   int
		want int // statements of other reports
	}{{1, 2}, {repeated, 2}, {0, repeated + 1}} {
		steps, last := 0, -1
		for k := near.first(test.of, 0); k < len(group); k = near.first(test.of, k+1) {
			if near.units[k].Report == near.units[test.of].Report || k <= last {
				t.Fatalf("%d is no other than %d", k, test.of)
			}
			steps, last = steps+1, k
		}
		if steps != test.want {
			t.Errorf("%d: %d steps, not %d", test.of, steps, test.want)
		}
	}
}
