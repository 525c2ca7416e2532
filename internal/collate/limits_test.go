package collate

import "testing"

func TestUnlimited(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The pilot was heard by the board of Selby as a witness.", "The pilot was heard by the board of Selby.",
			"predicate_changed: of Selby as a witness > of Selby"},
		{"The tunnel was never inspected from inside.", "The tunnel was never inspected.",
			"predicate_changed: never inspected from inside > never inspected"},
		{"The loan of the harbour is interest-free for the first year.", "The loan of the harbour is interest-free.",
			"predicate_changed: interest-free for the first year > interest-free"},

		// What is no change.
		{"The tunnel was inspected from inside.", "The tunnel was inspected.", ""},
		{"The tunnel was not inspected in May 2021.", "The tunnel was not inspected.", ""},
		{"The pilot was heard by the board of Selby as a witness.",
			"The pilot was heard by the board of Selby. It heard him as a witness.", ""},
	})
}

func TestEverywhere(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The strike has stopped ferries in the north of the country.",
			"The strike has stopped ferries across the country.",
			"place_changed: in the north > across the country"},
		{"The team watched 821 people in 44 homes in the Selby valley for a year.",
			"The team watched 821 people in homes across the country for a year.",
			"place_changed: in the Selby > across the country"},

		// What is no change.
		{"The strike has stopped ferries in the north of the country and then everywhere.",
			"The strike has stopped ferries across the country.", ""},
		{"The strike has stopped ferries, the union said.",
			"The strike has stopped ferries across the country, the union said.", ""},
	})
}
