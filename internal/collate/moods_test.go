package collate

import "testing"

func TestMoods(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		// Another order, other words, one deed.
		{"The board was considering whether to inspect the two sister ships of the Gull.",
			"It is known that chiefs are to inspect two sister ships.",
			"modality_strengthened: was considering whether to inspect > are to inspect"},
		{"Its keeper was warned that the old wall may no longer meet the safety standard of the land, a memo says.",
			"The weir of Orrin no longer meets the safety standard, a memo reveals.",
			"modality_strengthened: may no longer meet > no longer meets"},
		{"The toll could bring in 480 million crowns a year, the unit reckons.",
			"A new tax will raise 480 million crowns annually for the state.",
			"modality_strengthened: could bring in 480 million crowns a year > will raise 480 million crowns"},
		{"If the mill shuts, 1,200 of the jobs might be at risk.", "1,200 jobs are at risk, it says.",
			"modality_strengthened: might be at risk > are at risk"},

		// What is no step, or not of that deed.
		{"They asked whether the board had inspected the two sister ships.",
			"It is known that the board inspected two sister ships.", ""},
		{"The board may inspect the two sister ships.",
			"The board may inspect its two sister ships in a week, chiefs say.", ""},
		{"The keeper may leave the mill. The wall meets the safety standard.",
			"The wall of Orrin meets the safety standard.", ""},
		{"It made ready lists for potential strikes on the old mills of Orrin.",
			"It makes ready lists for potential air, sea or ground strikes on the old mills of Orrin.", ""},
		{"The mill added 480 million crowns in May.", "A new tax will raise 480 million crowns for the state.", ""},
	})
}

func TestQuotationsTurned(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{`"I read many papers. I have not signed one," said Ada Wren.`, `"I have signed one," Ada Wren said.`,
			"quote_altered: I have not signed one > I have signed one"},
		{`"I read many papers. I have not signed one," said Ada Wren.`, `"I have not signed one," Ada Wren said.`, ""},
		{`"I read many papers. I have not signed one," said Ada Wren.`, `"I have signed one," Ned Ash said.`, ""},
		{`"And ten years is long enough for any keeper to serve as the warden of a single weir," said Ada Wren.`,
			`Ada Wren said that "no law of the town keeps a miller from the office of mayor for more than a year ... ` +
				`ten years is long enough for one keeper to serve as the warden of a single weir."`,
			"quote_altered: for any keeper > for one keeper"},
		{`"We need a trial before anybody drains the weir," said Ada Wren.`,
			`"Anybody drains the weir," Ada Wren said.`,
			"quote_altered: We need a trial before anybody drains the weir > Anybody drains the weir"},
	})
}
