package collate

import "testing"

// TestAsides: what made less of something between two commas, in a sentence that a copy tells
// without it; not where the copy says it elsewhere, nor what only tells more.
func TestAsides(t *testing.T) {
	b := newBench(t)
	const was = "The memo lists 40 cracks, some of them hairline, in the upper wall of the Orrin dam. It is of May."
	b.copies(t, []copied{
		{was, "The memo lists 40 cracks in the upper wall of the Orrin dam. The mill burned.",
			"hedge_dropped: some of them hairline > -"},
		{was, "The memo lists 40 cracks in the upper wall of the Orrin dam. Most are hairline cracks.", ""},
		{"The memo lists 40 cracks, some of them in the crest, in the upper wall of the Orrin dam. It is of May.",
			"The memo lists 40 cracks in the upper wall of the Orrin dam. The mill burned.", ""},
		{was, "The keeper of the ferry lists his lost oars. The mill burned.", ""},
	})
}

// TestCreditCutOff: a sentence that is otherwise as it stood lost the outlet that has it, and goes on
// crediting others; that it speaks of the town names no outlet of that town.
func TestCreditCutOff(t *testing.T) {
	b := newBench(t)
	const was = "The memo lists 40 cracks in the upper wall of the dam and says that six wells are blocked, the " +
		"Orrin Lantern said. The wall is old."
	const tells = "The memo lists 40 cracks in the upper wall of the dam and says that six wells are blocked."
	b.copies(t, []copied{
		{was, tells + " The wall of Orrin is old.",
			"attribution_dropped: the Orrin Lantern said > " + tells[:len(tells)-1]},
		{was, tells + " The Lantern has not seen it.", ""},
		{"\"I typed grams and the chart printed pounds,\" the pharmacist said, as a keeper said.",
			"\"I typed grams and the chart printed pounds,\" one said.", ""},
	})
}
