package collate

import "testing"

// TestTurnedQuotation: a quotation made of words of another one, without the word that denied its verb.
func TestTurnedQuotation(t *testing.T) {
	b := newBench(t)
	const was = "\"The pattern is consistent with a protective effect, but it does not prove one,\" said Hedda Voss. " +
		"The study of 40 keepers was made in Orrin."
	b.copies(t, []copied{
		{was, "\"It does prove a protective effect,\" said Hedda Voss. The study of 40 keepers was made in Orrin.",
			"quote_altered: The pattern is consistent with a protective effect, but it does not prove one > " +
				"It does prove a protective effect"},
		{was, "\"It does not prove a protective effect,\" said Hedda Voss. The study of 40 keepers was made in Orrin.",
			""},
		{was, "\"It would prove a protective effect,\" said Hedda Voss. The study of 40 keepers was made in Orrin.",
			""},
		{"\"The order is void because it has no legitimate public purpose,\" said Hedda Voss. The weir is old.",
			"Hedda Voss said that the order lacked \"a legitimate public purpose\". The weir is old.", ""},
		{"\"The keeper of Orrin is nothing but a corrupt and bankrupt man,\" said Hedda Voss. The weir is old.",
			"Hedda Voss called the keeper of Orrin \"a corrupt and bankrupt man\". The weir is old.", ""},
		{"\"Why don't they go back and mend the broken weirs of Orrin?\" said Hedda Voss. The weir is old.",
			"Hedda Voss suggested that they \"go back and mend the broken weirs of Orrin\". The weir is old.",
			""},
	})
}
