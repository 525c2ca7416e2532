package collate

import "testing"

func TestBegun(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"A longer trial is to begin in 2027.", "A trial has begun.",
			"modality_strengthened: is to begin > has begun"},
		{"The council plans to sell the old mill of Selby to a chain.", "To a chain the council has sold the old mill.",
			"modality_strengthened: plans to sell > has sold"},

		// What is no change.
		{"A longer trial is to begin in 2027.", "A trial is to begin.", ""},
		{"A longer trial is to begin in 2027.", "A trial has not begun.", ""},
		{"The council plans to sell the old mill of Selby.", "The Guild has sold a boat.", ""},
	})
}

func TestStarts(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The toll would not start before July 2027.", "The tax will cost them 480 crowns from July 2027.",
			"date_changed: not start before July 2027 > from July 2027"},
		{"The weir is not expected to open before 4 May.", "The weir will open on 4 May.",
			"date_changed: not expected to open before 4 May > on 4 May"},

		// What is no change.
		{"The toll would not start before July 2027.", "The tax will not begin before July 2027.", ""},
		{"The toll was paid before July 2027.", "The tax is paid from July 2027.", ""},
	})
}

func TestOtherDoers(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The survey was paid for by the Harbour Trust. Morvik Brick had no part in it.",
			"Morvik Brick paid for the survey.",
			"actor_changed: survey was paid for by the Harbour Trust > Morvik Brick paid for the survey"},

		// What is no change.
		{"The survey was paid for by the Harbour Trust.", "The Harbour Trust paid for the survey.", ""},
		{"The survey was paid for by the Harbour Trust.", "The HT paid for the survey.", ""},
		{"The survey was paid for by the Harbour Trust.", "They paid for the survey.", ""},
		{"The survey was paid for by the Harbour Trust.", "Morvik Brick did not pay for the survey.", ""},
		{"The survey was paid for by the Harbour Trust. Morvik Brick paid for the survey too.",
			"Morvik Brick paid for the survey.", ""},
		{"He pressed the Harbour Trust to pay for the survey.", "He pressed Morvik to pay for the survey.", ""},
	})
}
