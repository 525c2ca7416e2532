package collate

import (
	"fmt"
	"testing"
)

// TestFree: between a report and one that was taken from it, what rests on few words in common is told only
// where the second one retells the first.
func TestFree(t *testing.T) {
	const matter = "The weir at Orrin leaks at both gates, the council's engineers found. " +
		"Its keeper wrote to the council in May about the cracks. The council sent two divers in June. " +
		"They found a hole of two hands beside the northern gate. The mill below the weir was shut for a week. "
	const own = "The mayor of Selwick opened a new library on Monday. Its roof is made of slate from Torvald. " +
		"The old library burned down nine years ago. Children read poems to the guests. " +
		"A band played until the evening. The pages of the register were saved by neighbours. "
	const grilled = "Capt Ash, 51, was grilled by the harbour board yesterday."
	const arrested = "The boat sank at noon, and Captain Ned Ash was arrested by the harbour board after the crash."
	b := newBench(t)
	tests := []struct{ name, after, want string }{
		{"retold", matter + arrested, "predicate_changed: grilled > arrested"},
		{"free", own + arrested, ""},
	}
	if got := b.changes(t, matter+grilled, own+arrested, Copy); got != tests[0].want {
		t.Errorf("a rewrite tells little of it: %s", got)
	}
	for _, tt := range tests {
		if got := b.changes(t, matter+grilled, tt.after, Citing); got != tt.want {
			t.Errorf("%s:\n got  %s\n want %s", tt.name, got, tt.want)
		}
	}
}

// TestOtherDays: two reporters who count on other days do not contradict each other, however alike they write.
func TestOtherDays(t *testing.T) {
	b := newBench(t)
	const counted = "The council of Orrin reported the damage to the northern weir had been found early"
	late := counted[:len(counted)-len("early")] + "late"
	if got := b.changes(t, counted+" on Thursday.", late+" on Wednesday.", Siblings); got != "" {
		t.Errorf("other days: %q", got)
	}
	const want = "predicate_changed: early > late"
	if got := b.changes(t, counted+" on Thursday.", late+" on Thursday.", Siblings); got != want {
		t.Errorf("one day: %q", got)
	}
}

// TestFreeCredits: a report that cites another one may have met such officials as that one, and quote who says
// what is known by now.
func TestFreeCredits(t *testing.T) {
	b := newBench(t)
	filler := func(format string) (text string) {
		for i := range 40 {
			text += fmt.Sprintf(format, i+4, i+9)
		}
		return text
	}
	const one = "An official said that the lower weir was cracked in nine places before the flood."
	const many = "Officials say they have seen nine cracks in the weir, which was built by monks of Selby."
	mills, rooms := filler(" The %dth mill needs %d stones."), filler(" Room %d has %d chairs.")
	if got := b.changes(t, one+mills, many+rooms, Citing); got != "" {
		t.Errorf("free: %q", got)
	}
	if got := b.changes(t, one, many, Copy); got != "source_inflated: An official > Officials" {
		t.Errorf("short: %q", got)
	}
}

// TestMonthSlip: one day of two months is one date, where sentences that are next to the same have no other.
func TestMonthSlip(t *testing.T) {
	b := newBench(t)
	const pass = "Marlo said that, given the recent decision of Orrin to grind more flour, it would pass the limit of "
	for after, want := range map[string]string{
		"660 pounds on Thursday, July 27.":        "date_changed: June 27 > Thursday, July 27",
		"300 kilograms on Thursday, July 27.":     "date_changed: June 27 > Thursday, July 27",
		"300 kilograms on July 27, after June 1.": "",
	} {
		if got := b.changes(t, pass+"660 pounds on June 27.", pass+after, Neighbours); got != want {
			t.Errorf("%s: %q, want %q", after, got, want)
		}
	}
}
