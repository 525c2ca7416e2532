package derive

import "testing"

// TestLikest: of many that tell alike, those are looked at that may be
// exemplars, and of these the likest.
func TestLikest(t *testing.T) {
	var alike []likeness
	for i := range 3 * mostAlike {
		alike = append(alike, likeness{exemplar: i, younger: i%2 == 0, sum: float64(i % 3)})
	}
	if got := likest(alike[:mostAlike]); len(got) != mostAlike || got[0].exemplar != 0 {
		t.Errorf("few are taken as they are: %v", got)
	}
	counts := map[float64]int{}
	for _, l := range likest(alike) {
		if l.younger {
			t.Errorf("%v is younger", l)
		}
		counts[l.sum]++
	}
	if counts[2] != mostAlike/2 || counts[0] != 0 {
		t.Errorf("by what they tell: %v", counts)
	}
}
