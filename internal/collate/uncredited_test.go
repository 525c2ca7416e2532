package collate

import "testing"

// TestUncredited has contents whose source the second report leaves out.
func TestUncredited(t *testing.T) {
	b := newBench(t)
	const kept = " Boats wait below the lock, and their owners are angry."
	tests := []struct{ name, before, after, want string }{
		{"a weekly", "The weir at Orrin was cracked in nine places last autumn, a " +
			"local weekly reported on Thursday." + kept,
			"The weir at Orrin was cracked in nine places last autumn, it emerged on Thursday." + kept,
			"attribution_dropped: a local weekly reported > it emerged"},
		{"claimed", "The weir at Orrin was cracked in nine places last autumn, the keepers said." + kept,
			"It was claimed last night that the weir at Orrin was cracked in nine places. The keepers left." + kept,
			"attribution_dropped: the keepers said > It was claimed"},
		{"other claims", "The weir at Orrin was cracked in nine places last autumn, the keepers said." + kept,
			"It was claimed last night that the lock of Selby was shut for good." + kept, ""},
		{"the police", "Police believe the fire was set on purpose." + kept, "The fire was set on purpose." + kept,
			"attribution_dropped: Police believe > The fire was set on purpose"},
		{"named beside it", "The weir at Orrin was cracked in nine places last autumn, Ada Wren said." + kept,
			"Ada Wren has worked there for years. The weir at Orrin was cracked in nine places last autumn." + kept,
			""},
		{"other contents", "The weir at Orrin was cracked in nine places last autumn, Ada Wren said." + kept,
			"The weir at Orrin was rebuilt from the ground last autumn." + kept, ""},
		{"denied", "Ada Wren denied that the weir at Orrin was cracked in nine places." + kept,
			"The weir at Orrin was cracked in nine places." + kept,
			"denial_omitted: Ada Wren denied that the weir at Orrin was cracked in nine places > -"},
		{"in quotation marks", "The weir at Orrin was cracked in nine places last autumn, Ada Wren said." + kept,
			"“The weir at Orrin was cracked in nine places last autumn.”" + kept, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got  %q\n want %q", tt.name, got, tt.want)
		}
	}
}

// TestUncreditedSentence: an official who says what a sentence tells is not named by others elsewhere; by one
// beside it he is. "US" is nobody who speaks of himself.
func TestUncreditedSentence(t *testing.T) {
	b := newBench(t)
	const was = "The US defense secretary, Ned Moe, is expected to sign an order sending the boats to the border, " +
		"an official said Thursday."
	const tells = "The US defense secretary, Ned Moe, is expected to sign an order sending the boats to the border."
	const far = " The mill burned. The weir held. The ferry sank. The wall stands. " +
		"Officials said that nine barns burned."
	b.copies(t, []copied{
		{was, tells + far, "attribution_dropped: an official said > The US defense secretary, Ned Moe, " +
			"is expected to sign an order sending the boats to the border"},
		{was, tells + " Officials said that nine barns burned.", ""},
	})
}

// TestUncreditedOutlets: what a newspaper had came out by itself in the text of a sibling, be it the elder or the
// younger of the two; that the town of the paper is named does not name the paper.
func TestUncreditedOutlets(t *testing.T) {
	b := newBench(t)
	const kept = " Boats wait below the lock, and their owners are angry. The weir was built in 1931."
	const credits = "The guild of Orrin is considering the sale of its old weir to a miller for 38.5 million " +
		"pounds, a " +
		"local newspaper reported on Tuesday. The letter gives the buyer the right to end the lease of the " +
		"keepers after " +
		"seven years, according to the Selby Examiner." + kept
	const tells = "The guild of Orrin is to sell its old weir to a miller for £38.5m, it emerged yesterday. The " +
		"letter gives " +
		"the buyer the right to end the lease of the keepers after seven years. Selby has a mill." + kept
	const want = "attribution_dropped: a local newspaper reported > it emerged, attribution_dropped: according to " +
		"the " +
		"Selby Examiner > The letter gives the buyer the right to end the lease of the keepers after seven years"
	for _, kin := range []Kin{Copy, Siblings} {
		if got := b.changes(t, credits, tells, kin); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
	if got := b.changes(t, tells, credits, Siblings); got != want {
		t.Errorf("the other way round: got %q", got)
	}
}

// TestUnheard: what officials told a newspaper they just say in a copy, which speaks of no paper but of pages of one.
func TestUnheard(t *testing.T) {
	b := newBench(t)
	const kept = " Boats wait below the lock, and their owners are angry."
	const was = "Two officials told the newspaper that the weir was valued last autumn at between 52 million and " +
		"57 million " +
		"pounds." + kept
	const tells = "Two officials said that the weir was valued last autumn at between £52m and £57m."
	b.copies(t, []copied{
		{was, tells + kept, "attribution_dropped: the newspaper > said"},
		{was, tells + " Ada Wren had read every page of the paper." + kept, "attribution_dropped: the newspaper > " +
			"said"},
		{was, tells + " The paper did not name them." + kept, ""},
		{"The two beams have lost a third of their steel, a diver told the Orrin Courier." + kept,
			"The two beams have lost a third of their steel, a diver said. Orrin has two piers." + kept,
			"attribution_dropped: the Orrin Courier > said"},
	})
}
