package collate

import "testing"

func TestPapers(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The weir of Orrin is closed, The Lantern said, citing a laboratory report.",
			"The weir of Orrin is closed, The Lantern said, citing laboratory reports.",
			"source_inflated: a laboratory report > laboratory reports"},
		{"The weir of Orrin lost forty bolts in May, according to a letter.",
			"Leaked papers show that the weir of Orrin lost forty bolts in May.",
			"source_inflated: a letter > Leaked papers"},

		// What is no change.
		{"The weir of Orrin is closed, The Lantern said, citing a laboratory report.",
			"The weir of Orrin is closed, The Lantern said, citing a report.", ""},
		{"The weir of Orrin lost forty bolts in May, according to a letter. The Lantern has seen other documents too.",
			"Leaked papers show that the weir of Orrin lost forty bolts in May.", ""},
		{"The weir of Orrin lost forty bolts in May, according to a letter. A memo says that it rained.",
			"Leaked papers show that the weir of Orrin lost forty bolts in May.", ""},
		{"The weir of Orrin lost forty bolts in May, according to a letter.",
			"Leaked papers show that the ferry was sold to a chain.", ""},
	})
}

func TestOneOfThem(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Two officials spoke to the Lantern. One of them said the weir of Orrin had lost forty bolts in May.",
			"Two officials said the weir of Orrin had lost forty bolts in May.",
			"source_inflated: One of them > Two officials"},
		{"Two officials said the weir of Orrin had lost forty bolts in May.",
			"Both officials said the weir of Orrin had lost forty bolts in May.", ""},
	})
}

func TestManyTimes(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Ada Wren said she had warned the council of Orrin of the loose bolts.",
			"Ada Wren had repeatedly warned the council of Orrin of the loose bolts.",
			"predicate_changed: warned > repeatedly warned"},

		// What is no change.
		{"Ada Wren said she had often warned the council of Orrin of the loose bolts.",
			"Ada Wren had repeatedly warned the council of Orrin of the loose bolts.", ""},
		{"Ada Wren had repeatedly warned the council of Orrin of the loose bolts.",
			"Ada Wren had warned the council of Orrin of the loose bolts.", ""},
	})
}
