package collate

import "testing"

func TestAlternatives(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The letter says nine of the sluices of the weir are “cracked or probably cracked”.",
			"Nine of the sluices of the weir are cracked.",
			"hedge_dropped: cracked or probably cracked > are cracked"},
		{"Nine of the sluices of the weir are cracked or broken.", "Nine of the sluices of the weir are cracked.", ""},
		{"Nine of the sluices of the weir are “cracked or probably cracked”.",
			"Nine of the sluices of the weir are cracked or probably cracked.", ""},
	})
}

func TestNobodyDoes(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The mayor said that nothing would go to the council before the spring fair.",
			"The mayor said the plan goes to the council before the spring fair.",
			"polarity_changed: nothing would go > the plan goes"},
		{"Nobody was hurt in the fire at the old mill.", "Four people were hurt in the fire at the old mill.",
			""},
		{"The mayor said that nothing would go to the council before the spring fair.",
			"The mayor said no plan goes to the council before the spring fair.", ""},
		{"The mayor said that nothing would go to the council before the spring fair.",
			"The mayor said the plan may go to the council before the spring fair.", ""},
	})
}

func TestDatesAgreeAsWritten(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Tobias Wren, a keeper, said in May 2022 he was told to copy the readings of the year before.",
			"Tobias Wren, a keeper, said in May 2023 he was told to copy the readings of the year before.",
			"date_changed: May 2022 > May 2023"},
		{"Two wardens, who were not named, said that the weir was never inspected.",
			"Two wardens said the weir was never inspected.", ""},
	})
}
