package collate

import "testing"

// TestQuestions: who asks whether one should not says that one should.
func TestQuestions(t *testing.T) {
	newBench(t).copies(t, []copied{
		{"Given the leak at the weir, for the very same reason shouldn't we be worried about the mill of Orrin?",
			"Given the leak at the weir, for the very same reason we should be worried about the mill of Orrin.", ""},
		{"Given the leak at the weir, for the very same reason we shouldn't be worried about the mill of Orrin.",
			"Given the leak at the weir, for the very same reason we should be worried about the mill of Orrin.",
			"polarity_changed: shouldn't be worried > should be worried"},
	})
}
