package collate

import "testing"

// TestGradings has deeds that became graver ones, and verbs that look as if they had.
func TestGradings(t *testing.T) {
	b := newBench(t)
	tests := []struct{ name, before, after, want string }{
		{"a suspect", "Capt Ash, 51, was grilled by the harbour board yesterday.",
			"The boat sank at noon, and Captain Ned Ash was arrested by the harbour board after the crash.",
			"predicate_changed: grilled > arrested"},
		{"a post", "Ada Wren, the keeper of the weir until she resigned in June, says she was told to reuse the " +
			"readings.",
			"Ada Wren, who was forced out as keeper of the weir last June, says she was told to reuse the readings.",
			"predicate_changed: resigned > forced out"},
		{"an endeavour", "The council of Orrin is seeking funds for a new weir, which could open in 2031.",
			"The council of Orrin has secured funds for a new weir, which could open in 2031.",
			"predicate_changed: seeking > secured"},
		{"the other side", "Ada Wren, the keeper, voted against a toll on mills in 2021.",
			"Ada Wren proposed such a toll in 2021.",
			"predicate_changed: voted against > proposed"},
		{"a demand", "In its letter the board advised the guild to keep the boats of Orrin off the lock.",
			"The board had ordered the guild to keep the boats of Orrin off the lock.",
			"predicate_changed: advised > ordered"},
		{"one step", "Ned Ash was jailed by the harbour court of Orrin.",
			"Ned Ash was imprisoned by the harbour court of Orrin.", ""},
		{"told by both",
			"Ned Ash was grilled by the harbour board. On Monday Ned Ash was arrested by the harbour board.",
			"The boat sank at noon, and Ned Ash was arrested by the harbour board.", ""},
		{"forced to do it", "Nora Bell was forced out by the council of Orrin in June.",
			"In June, Nora Bell was forced to resign by the council of Orrin.", ""},
		{"another deed", "The police questioned the miller of Selby about the saw.",
			"The keeper of the inn at Orrin was arrested by soldiers on Monday.", ""},
		{"a noun", "The council requested boats from Orrin for the flooded valley.",
			"Boats of the rescue forces from Orrin reached the flooded valley, the council said.", ""},
		{"denied", "Ned Ash was questioned by the harbour board on Monday.",
			"Ned Ash was not arrested by the harbour board on Monday.", ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got  %s\n want %s", tt.name, got, tt.want)
		}
	}
}
