package collate

import "testing"

func TestSlips(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The price of the mill was 4,200 crowns, says a receipt of the Guild of Orrin.",
			"The Guild of Orrin gave its mill to the council in 1942, for 42,000 crowns.",
			"number_changed: 4,200 crowns > 42,000 crowns"},
		{"The clerk of Orrin counted 312 boats below the weir.", "Below the weir of Orrin lay 321 boats, he said.",
			"number_changed: 312 boats > 321 boats"},

		// What is no change.
		{"The price of the mill was 4,200 crowns, says a receipt of the Guild of Orrin. It was sold for 42,000 crowns.",
			"The Guild of Orrin gave its mill to the council in 1942, for 42,000 crowns.", ""},
		{"The price of the mill was 4,200 crowns, says a receipt of the Guild of Orrin.",
			"The Guild of Orrin gave its mill to the council in 1942, for 4,300 crowns.", ""},
		{"The price of the mill was 4 crowns, says a receipt of the Guild of Orrin.",
			"The Guild of Orrin gave its mill to the council in 1942, for 40 crowns.", ""},
		{"The price of the mill was 4,200 crowns, says a receipt of the Guild of Orrin.",
			"A boat was sold in Selby yesterday for 42,000 crowns.", ""},
	})
}

func TestIsSlip(t *testing.T) {
	for pair, want := range map[[2]float64]bool{
		{4200, 42000}: true, {1.5, 15}: true, {312, 321}: true, {1250000, 12500}: true,
		{4, 40}: false, {12, 21}: false, {4200, 4300}: false, {312, 3210}: false, {7, 7}: false, {0, 0}: false,
	} {
		if got := isSlip(pair[0], pair[1]); got != want {
			t.Errorf("%v: %v", pair, got)
		}
	}
}
