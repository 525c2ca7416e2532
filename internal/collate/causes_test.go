package collate

import "testing"

func TestCaused(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Shares in Morvik fell on Tuesday after the council published its report.",
			"Shares in Morvik fell on Tuesday because of the council's report.",
			"causal_link_added: Shares in Morvik fell on Tuesday > because of the council's report"},
		{"The mill closed in May. Its order book had shrunk for two years.",
			"The mill closed in May owing to the new toll.",
			"causal_link_added: The mill closed in May > owing to the new toll"},

		// What is no change.
		{"Shares in Morvik fell on Tuesday, and the council's report was the reason.",
			"Shares in Morvik fell on Tuesday because of the council's report.", ""},
		{"The report of the council made shares in Morvik fall on Tuesday.",
			"Shares in Morvik fell on Tuesday because of the council's report.", ""},
		{"The mill closed in May. The new toll led to it, as the mill said in May.",
			"The mill closed in May owing to the new toll.", ""},
		{"The mill closed in May.", "The mill closed in May, and not because of the toll.", ""},
		{"The miller of Morvik was scheduled to report to the court of Selby by Tuesday.",
			"The miller of Morvik had been due to report to the court of Selby on Tuesday.", ""},
	})
}
