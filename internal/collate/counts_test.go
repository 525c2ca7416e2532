package collate

import "testing"

func TestRecounts(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"Orrin Weir holds back 31 million litres of the Selby and supplies roughly 212,000 people.",
			"Orrin Weir, built in 1961, supplies 220,000 people.", Copy,
			"number_changed: supplies roughly 212,000 people > supplies 220,000 people"},
		{"The clinic of Orrin, as the nurse said, treated 18 children.", "18 children were treated in the clinic.",
			Copy, ""},
		{"The clinic of Orrin, as the nurse said, treated 18 children.",
			"In the clinic of the town, 81 children were treated.", Copy,
			"number_changed: treated 18 children > 81 children were treated"},

		// What is no change.
		{"Orrin Weir supplies at least 212,000 people in the valley.",
			"In the valley, as of now, Orrin Weir supplies 280,000 people.", Copy, ""},
		{"Orrin Weir supplies 212,000 people, or 220,000 people in the spring.",
			"As of now the weir of Orrin supplies 220,000 people.", Copy, ""},
		{"Orrin Weir does not supply 212,000 people.", "Orrin Weir, built in 1961, supplies 220,000 people.", Copy, ""},
		{"The weir supplies 212,000 people.", "The old mill in the east of Selby supplies 220,000 people.", Siblings,
			""},
		{"The ferry sank while 40 people slept at Selby harbour.",
			"The keeper saw that 12 people were killed in Selby harbour.", Copy, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestReparts(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The clinic treated 18 children and kept two of them overnight.", "The clinic kept 18 children overnight.",
			"number_changed: kept two > kept 18 children"},
		{"Forty sailors were hurt, six of them badly, at the pier.",
			"The gale left forty sailors badly hurt at the pier.",
			"number_changed: Forty sailors were hurt, six of them badly > forty sailors badly"},
		{"Of the 412 who drank the water, 24 fell ill in the spring.",
			"Just 24 of 821 fell ill after they drank from the well.",
			"number_changed: 412 who drank the water, 24 > 24 of 821"},
		{"Three of the nine judges signed the letter.", "The letter was signed by the nine judges.",
			"number_changed: Three of the nine judges > signed by the nine judges"},

		// What is no change.
		{"The clinic treated 18 children and kept two of them overnight.",
			"The clinic kept two of the 18 children that it treated overnight.", ""},
		{"Forty sailors were hurt, six of them badly, at the pier.",
			"At the pier six sailors of the forty that were hurt were badly hurt.", ""},
		{"Three of the nine judges signed the letter.", "Of the nine judges, three signed the letter.", ""},
		{"Three of the nine judges signed the letter.", "The nine judges left the town.", ""},
	})
}
