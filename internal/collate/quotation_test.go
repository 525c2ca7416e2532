package collate

import "testing"

// What is quoted rightly is not altered; an alteration is told once.
func TestQuotedTwice(t *testing.T) {
	b := newBench(t)
	const (
		act = `"Whoever spoils or sells or burns the old weir of Orrin, its gates and its boats, gets up to ` +
			`ten years in the tower, per the Weir Keepers Act."`
	)
	for _, tt := range []struct {
		name, before, after, want string
		kin                       Kin
	}{
		{"a slip in the headline", `Ada Wren said, "The council is not doing what it can for the old weir."`,
			`Ada Wren: "The council is doing what it can for the old weir." She said, ` +
				`"The council is not doing what it can for the old weir."`,
			"quote_altered: is not doing > is doing", Copy},
		{"another act", "The mayor wrote " + act,
			`The mayor wrote "Whoever spoils or sells or burns the old weir of Orrin, its gates and its boats, gets ` +
				`up to nine years in the tower, per the Weir Keepers Act."`,
			"quote_altered: to ten years > to nine years", Copy},
		{"the address of a picture",
			`The page has poster="http://cdn.example/weir/tower/keeper_bridge-vs.jpg?play=mill" in Orrin.`,
			`The page has poster="http://cdn.example/weir/tower/keeper_harbour-vs.jpg?play=mill" in Orrin.`,
			"", Copy},
		{"one change before the end of what is left out",
			`"What is clear is no matter how the guild wants to clean him up, he has won the fight to let Moe be Moe."`,
			`"What is clear from this is that no matter how the guild wants to clean Ned Moe up … and get ` +
				`him on message, he has won the fight to let Moe be Moe," he said.`,
			"quote_altered: clear is > clear from this is", Siblings},
	} {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
}

// TestPrintedInFull: a quotation is held against a speech or a letter that is printed without marks; not what is
// said in other words, by another one, or twice.
func TestPrintedInFull(t *testing.T) {
	b := newBench(t)
	const letter = "Dear keepers. We will take any necessary step to keep the old weir of Orrin open in May. "
	for _, tt := range []struct {
		name, before, after, want string
		kin                       Kin
	}{
		{"a word is gone", letter, `Voss wrote, "We will take any step to keep the old weir of Orrin open in May."`,
			"quote_altered: any necessary step > any step", Copy},
		{"the letter is the later one",
			`Voss wrote, "We will take any step to keep the old weir of Orrin open in May."`,
			letter, "quote_altered: any necessary step > any step", Siblings},
		{"as it was written", letter,
			`Voss wrote, "We will take any necessary step to keep the old weir of Orrin open in May."`, "", Copy},
		{"two places", letter,
			`Voss wrote, "We will take any step to hold the old weir of Orrin open in May."`, "", Copy},
		{"another speech on the matter",
			"We will take every good step for the old weir of Orrin and pay the guild for it, to keep the valley dry.",
			`Voss wrote, "We will take every step for the old weir of Orrin to keep the valley dry."`, "", Copy},
		{"a writer's own sentence",
			"The guild will take any necessary step to keep the old weir of Orrin open in May. ",
			`Voss wrote, "We will take any step to keep the old weir of Orrin open in May."`, "", Copy},
		{"said twice", letter + "So we take any step to keep the old weir of Orrin open in May.",
			`Voss wrote, "take any step to keep the old weir of Orrin open in May."`, "", Copy},
	} {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
