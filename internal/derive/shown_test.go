package derive

import (
	"testing"

	"stemma"
)

// TestStated: what has no direction gets little, what has one and no credit is drawn
// from a higher level, and a credit tells the way by itself.
func TestStated(t *testing.T) {
	for name, c := range map[string]struct {
		traces      Traces
		kin, order  float64
		least, most float64
	}{
		"credit":            {Traces{CreditTrace: 1}, 0.9, 0.7, 0.63, 0.63},
		"sure":              {Traces{ProseTrace: 1}, 0.95, 0.95, 0.9, 0.91},
		"a way, less sure":  {Traces{ProseTrace: 1}, 0.8, 0.95, mostPossible, mostPossible},
		"no way":            {Traces{ProseTrace: 1}, 0.99, 0.7, openLevel, openLevel},
		"no way, unlikely":  {Traces{ProseTrace: 1}, 0.2, 0.7, 0.14, 0.141},
		"in other words":    {Traces{CoverTrace: 1, StandingTrace: 1}, 0.99, 0.99, openLevel, openLevel},
		"told it alone":     {Traces{CoverTrace: 1, LeakTrace: 1}, 0.99, 0.99, 0.98, 0.981},
		"undated versions":  {Traces{VersionTrace: 1, ContainTrace: 1}, 0.99, 0.99, openLevel, openLevel},
		"versions by dates": {Traces{VersionTrace: 1, ElderTrace: 1}, 0.99, 0.99, 0.98, 0.981},
	} {
		if got := Shown(c.traces, c.kin, c.order); got < c.least-1e-9 || got > c.most {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestTwinsAreTold: two printings of one text of which nothing tells the elder hang
// from that text, and whoever fits the weights is told.
func TestTwinsAreTold(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 3, plain), day("b", 3, plain)}, copies: [][2]string{{"a", "b"}}}
	tree := h.build(t)
	if len(tree.Weighed) == 0 || !tree.Weighed[0].Twins {
		t.Errorf("weighed: %+v", tree.Weighed)
	}
	if len(tree.Possible) > 0 {
		t.Errorf("possible: %+v", tree.Possible)
	}
}
