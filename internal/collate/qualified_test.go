package collate

import "testing"

// TestQualified: a clause that says on what condition or as far as what is known a sentence holds, and is left out.
func TestQualified(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The clerk put the number of open crates in the hall at \"eight that we know of\".",
			"The clerk put the number of open crates in the hall at eight.",
			`hedge_dropped: hall at "eight that we know of > hall at eight`},
		{"The crates had been in the hall before the polls closed on Thursday, \"as far as I can establish\", he said.",
			"The crates had been in the hall before the polls closed on Thursday, he said.",
			`hedge_dropped: closed on Thursday, "as far as I can establish > closed on Thursday`},
		{"Ada Wren said the clerk should leave the town hall if the audit bears out the log.",
			"Ada Wren said the clerk should leave the town hall.",
			"hedge_dropped: the town hall if the audit bears out the log > the town hall"},
		// What is asked is no condition.
		{"Ada Wren asked the clerk of the town hall if the audit bears out the log.",
			"Ada Wren asked the clerk of the town hall.", ""},
		// It is told elsewhere.
		{"Ada Wren said the clerk should leave the town hall if the audit bears out the log.",
			"Ada Wren said the clerk should leave the town hall. That is, if the audit bears out the log.", ""},
		// The sentence was not taken over.
		{"Ada Wren said the clerk should leave the town hall if the audit bears out the log.",
			"Many in the town think that the clerk should leave, and some of them said so in the market.", ""},
	})
}

// TestNoneOf: what holds of none of those before it, left out.
func TestNoneOf(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Inspectors saw 14 farms in the county last summer and wrote three notices, none of them to Orrin.",
			"Inspectors saw 14 farms in the county last summer and wrote three notices.",
			"omission: none of them to Orrin > -"},
	})
}

// TestPartForAll: what is said of a part is said of the whole.
func TestPartForAll(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Nineteen other people were injured, five of whom were kept in hospital.",
			"Nineteen other people were injured and kept in hospital.", "number_changed: Nineteen other people were " +
				"injured, five of whom were kept in hospital > Nineteen other people were injured and kept"},
		{"Nineteen other people were injured, five of whom were kept in hospital.",
			"Nineteen other people were injured and five were kept in hospital.", ""},
	})
}

// TestVerbOfBoth: a verb of saying that is gone while its deed stands in both is no other deed.
func TestVerbOfBoth(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Police in the northern county said a man of 47 was arrested in the harbour on Wednesday.",
			"Police in the northern county arrested a man of 47 in the harbour on Wednesday.", ""},
	})
}

// TestOutgoing: what stands between an article and a noun is nobody's deed.
func TestOutgoing(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The clerk granted the request for a recount of all votes from Ivo Penn, the outgoing mayor, on Monday.",
			"The clerk granted the request for a recount of all votes from outgoing mayor Ivo Penn on Monday.", ""},
	})
}

// TestToldAnother: a body that told an agency tells the paper that prints the agency's text.
func TestToldAnother(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The Harbour Authority told Reuters that its inquiry into the fire was not finished.",
			"The Harbour Authority told the Daily Mail that its inquiry into the fire was not finished.",
			"attribution_changed: Reuters > the Daily Mail"},
	})
}
