package claim

import (
	"fmt"
	"testing"
)

// Ties hold whatever else is joined, by whatever way; of two that contradict
// each other, the one that keeps apart.
func TestTies(t *testing.T) {
	for _, test := range []struct {
		ties  Ties
		joins []Pair
		want  string
	}{
		{Ties{}, []Pair{{0, 1}, {1, 2}}, "[[0 1 2] [3]]"},
		{Ties{Same: []Pair{{3, 1}}}, []Pair{{0, 1}}, "[[0 1 3] [2]]"},
		{Ties{Other: []Pair{{0, 2}}}, []Pair{{0, 1}, {1, 2}, {2, 3}}, "[[0 1] [2 3]]"},
		{Ties{Other: []Pair{{0, 1}}, Same: []Pair{{1, 0}}}, nil, "[[0] [1] [2] [3]]"},
	} {
		u := newUnion(4, test.ties)
		for _, p := range test.joins {
			u.join(p[0], p[1])
		}
		if got := fmt.Sprint(u.groups()); got != test.want {
			t.Errorf("%v: %s, not %s", test, got, test.want)
		}
	}
}
