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
