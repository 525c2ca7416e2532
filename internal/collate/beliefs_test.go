package collate

import "testing"

func TestBelieved(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Ada Wren, a keeper who had crossed the hills, was surprised she and her neighbours would be called " +
			"smugglers.",
			"Ada Wren, a keeper, said she and her neighbours would be called smugglers.",
			"predicate_changed: was surprised > said"},
		{"Divers suspect that the anchor of the barge tore the cable in March.",
			"Divers say that the anchor of the barge tore the cable in March.",
			"hedge_dropped: suspect > say"},
		// The belief is denied, is kept, or was not one.
		{"Divers do not doubt that the anchor of the barge tore the cable in March.",
			"Divers say that the anchor of the barge tore the cable in March.", ""},
		{"Divers say that the anchor of the barge tore the cable in March.",
			"Divers suspect that the anchor of the barge tore the cable in March.", ""},
	})
}
