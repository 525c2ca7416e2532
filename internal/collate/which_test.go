package collate

import "testing"

// TestWhich: what tells who is meant is no change of what somebody did, and what belongs to one verb is none of
// another.
func TestWhich(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"Ned Ash and the other sailors who may challenge Wren in the race of 2020.",
			"So far, one sailor is formally challenging Wren in the race.", Siblings, ""},
		{"A clerk of the weir who was contacted by the Lantern said: “I have no comment on this pump.”",
			"A clerk of the weir told the Lantern, “I have no comment on this pump.”", Copy, ""},
		{"Ash is wary of how far-reaching and burdensome the changes might be on small-scale gun sellers.",
			"The mayor will purportedly bypass the guild and crack down on small scale gun sellers.", Copy, ""},
		{"The court heard Selby v. Orrin (13-cv-881) in the hall.",
			"The court heard Selby v. Orrin (13-851) in the hall.", Copy, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%s\n got  %q\n want %q", tt.after, got, tt.want)
		}
	}
}
