package collate

import "testing"

// TestHedgeBeforeNoun: a word before a noun that says how sure a thing is, was lost; "expected" and its like
// only say that it is still to come.
func TestHedgeBeforeNoun(t *testing.T) {
	newBench(t).copies(t, []copied{
		{"The guild landed 830 tons of fish in Orrin with the apparent knowledge of the keeper of the weir.",
			"The guild landed 830 tons of fish in Orrin with the knowledge of the keeper of the weir.",
			"hedge_dropped: apparent knowledge > knowledge"},
		{"The guild of Orrin spoke on Monday of the expected arrival of the keeper of the weir.",
			"The guild of Orrin spoke on Monday of the arrival of the keeper of the weir.", ""},
	})
}

// TestWish: what is demanded "be" so as well as it "should be" so.
func TestWish(t *testing.T) {
	newBench(t).copies(t, []copied{
		{"The plan would end the rule of Orrin that a leak should be discussed with the keeper of the weir.",
			"The plan would end the rule of Orrin that a leak be discussed with the keeper of the weir.", ""},
		{"The keeper of the weir in Orrin may be ill after the flood in the valley.",
			"The keeper of the weir in Orrin is ill after the flood in the valley.",
			"modality_strengthened: may be ill > is ill"},
	})
}
