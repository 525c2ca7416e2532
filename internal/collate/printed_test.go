package collate

import "testing"

// TestPrintedOtherwise: what a house of press writes otherwise, and a word that somebody began twice, is no change
// of a quotation; another word, a negation and another number are.
func TestPrintedOtherwise(t *testing.T) {
	b := newBench(t)
	for _, tt := range [][3]string{
		{"You won't know that the weir of Orrin is shut", "You will not know that the weir of Orrin is shut", ""},
		{"We can't name the man who burned the mill", "We cannot name the man who burned the mill", ""},
		{"their health care, their boats and their wages", "their healthcare, their boats and their wages", ""},
		{"It was a nonpartisan way to judge the keeper", "It was a non-partisan way to judge the keeper", ""},
		{"the full modernization of the weir of Orrin", "the full modernisation of the weir of Orrin", ""},
		{"ask the United States Senate for the weir", "ask the US Senate for the weir", ""},
		{"I, I choose to keep the weir of Orrin shut", "I choose to keep the weir of Orrin shut", ""},
		{"the guild -- the guild took the old weir", "the guild took the old weir", ""},
		{"We saw, uh, recent marks of the leak in Orrin", "We saw recent marks of the leak in Orrin", ""},
		{"the Second Circuit will hear the case of the weir", "the 2nd Circuit will hear the case of the weir", ""},
		{"We meet on June 12 in the mill of Orrin", "We meet on June 12th in the mill of Orrin", ""},
		{"on Sept. 1 we told the keeper of the weir", "on September 1 we told the keeper of the weir", ""},
		{"Then Lieutenant Moe told us of the weir", "Then Lt. Moe told us of the weir", ""},
		{"This judgement is bad for the valley of Orrin", "This judgment is bad for the valley of Orrin", ""},
		{"He stood at the Orrinian Mill and held the keeper", "He stood at the Orrinean Mill and held the keeper", ""},
		{"We can hold the old weir of Orrin in May", "We cannot hold the old weir of Orrin in May",
			"quote_altered: We can hold > We cannot hold"},
		{"the Second Circuit will hear the case of the weir", "the 3rd Circuit will hear the case of the weir",
			"quote_altered: the Second Circuit > the 3rd Circuit"},
		{"We never ever keep the old weir of Orrin shut", "We ever keep the old weir of Orrin shut",
			"quote_altered: We never ever > We ever"},
	} {
		if got := b.changes(t, `Voss said, "`+tt[0]+`."`, `Voss said, "`+tt[1]+`."`, Siblings); got != tt[2] {
			t.Errorf("%s\n%s\n got %q\nwant %q", tt[0], tt[1], got, tt[2])
		}
	}
}
