package collate

import "testing"

// TestCarriedOut has deeds that were only spoken of and are told as done.
func TestCarriedOut(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The council works with Selby to stop the smuggling of eels in terms of sending more boats.",
			"The mayor noted that more boats have been deployed to help Selby stop the smuggling of eels.",
			"modality_strengthened: sending more boats > more boats have been deployed"},
		{"The council works with Selby to stop the smuggling of eels in terms of sending more boats.",
			"The mayor noted that more boats may be sent to help Selby stop the smuggling of eels.", ""},
		{"The council works with Selby to stop the smuggling of eels in terms of sending more boats.",
			"The mayor noted that more boats have not been sent to help Selby stop the smuggling of eels.", ""},
		{"There was talk of closing the weir of Orrin. On Monday the weir of Orrin was closed.",
			"The old weir of Orrin was closed by the council.", ""},
		{"There was talk of closing the weir.", "A tea house in Tolmere was closed, and a weir was built.", ""},
	})
}
