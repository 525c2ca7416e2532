package collate

import "testing"

func TestPersons(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"Ned Ash, the deputy harbour minister, asked for the draft of the weir.",
			"It was a plan that minister Ned Ash drew up for the old mill.", Copy,
			"title_changed: Ned Ash, the deputy harbour minister > minister Ned Ash"},
		{"Mayor Ada Wren denied it.", "Deputy Mayor Ada Wren ran away.", Neighbours,
			"title_changed: Mayor > Deputy Mayor"},
		{"Minority Leader Ada Wren denied it.", "It was the Majority Leader Ada Wren who spoke of it.", Neighbours,
			"title_changed: Minority Leader Ada Wren > Majority Leader Ada Wren"},
		{"It is so, said Ada Wren, an associate professor.", "Professor Ada Wren told the Bell.", Copy,
			"title_changed: Ada Wren, an associate professor > Professor Ada Wren"},
		{"Police Captain Ada Wren spoke to them.", "They heard police captain Nora Wren in the town.", Siblings,
			"actor_changed: Ada Wren > Nora Wren"},
		{"Police Captain Kendal Wren spoke to them.", "They heard police captain Kendra Wren in the town.", Neighbours,
			"actor_changed: Kendal Wren > Kendra Wren"},
		{"Police Captain Erik Wrzesny spoke to them.", "They heard police captain Paul Wrzesny in town.", Neighbours,
			"actor_changed: Erik Wrzesny > Paul Wrzesny"},

		// Two reporters may speak of two captains.
		{"Police Captain Ada Wren spoke to them.", "They heard police captain Nora Wren in the town.", Neighbours, ""},
		// One name, short and in full.
		{"Police Captain Medy Wrzesny spoke to them.", "They heard police captain Melchior Wrzesny in the town.",
			Neighbours, ""},
		{"Captain Ada Wren of the police denied it.", "Senator Nora Wren ran away.", Copy, ""},
		// One man by several names, and one office by several words.
		{"Police Captain Jerry Wren spoke to them.", "They heard police captain Jerrold Wren in the town.", Siblings,
			""},
		{"Ambassador Chris Wren spoke to them.", "They heard ambassador J. Christopher Wren in the town.", Siblings,
			""},
		{"Majority Leader Ada Wren denied it.", "Democratic Leader Ada Wren ran away.", Copy, ""},
		{"Former President Ada Wren denied it.", "It began under President Ada Wren.", Copy, ""},
		// Nobody is called less than he is.
		{"Mayor Ada Wren denied it.", "Former Mayor Ada Wren ran away.", Copy, ""},
		{"Former mayor Ada Wren denied it.", "It began under then-Mayor Ada Wren.", Copy, ""},
		{"Deputy Mayor Ada Wren denied it.", "The acting mayor ran away from Ada Wren, the deputy mayor.", Copy, ""},
		{"The acting director Ada Wren denied that it leaks.",
			"The ferry of Selby sank with all its linen in the spring. Two of its boats lie in the mud of Orrin. " +
				"It was the director Ada Wren who ran away.", Neighbours, ""},
		{"Mayor Ada Wren denied it, as did her husband Ned Wren.", "Mayor Ned Wren ran away.", Neighbours, ""},
		{"Captain Robert Wren spoke.", "They heard captain Bob Wren in the town.", Neighbours, ""},
		{"Ada Wren is liked more than the president.", "President Ned Wren leads.", Neighbours, ""},
		{"Mayor Ada B. Wren denied it.", "They met mayor Ada C. Wren in town.", Copy, ""},
		{"Mayor Ada Wren denied it.", `He called her "Deputy Mayor Ada Wren" to her face.`, Copy, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestQuotationsOfTwoMouths(t *testing.T) {
	b := newBench(t)
	tests := []struct{ before, after, want string }{
		{`"The old weir is doing fine this year," said Ada Wren.`,
			`"The old weir is not doing fine this year," said Ned Ash.`,
			"attribution_changed: Ada Wren > Ned Ash"},
		{`"The old weir is doing fine this year," said Ada Wren.`,
			`"The old weir is not doing fine this year," said Ada Wren.`,
			"quote_altered: is doing > is not doing"},
		{`"They threw it up against the wall and left," said Ada Wren.`,
			`"They threw it up against the walls and left," said Ada Wren.`,
			"quote_altered: the wall and > the walls and"},
		{`"We just do not know who made it and why," she said.`, `"We just do not know who made it or why," she said.`,
			"quote_altered: it and why > it or why"},
		// A capital that an editor put in; a word that he did.
		{`"While this old weir does not leak it is old," said Ada Wren.`,
			`"[W]hile this old weir does not leak it is old," said Ada Wren.`, ""},
		// Two sentences of one speech.
		{`"The old weir of ours did not leak into the town and its mills," said Ada Wren.`,
			`"The weir did never leak in our town or their mills," said Ada Wren.`, ""},
		// One name in the sentence of the other.
		{"The keeper and Ada Wren wrote that the old weir was sound and dry.",
			"Ned Ash wrote that the old weir was sound and dry, as did Ada Wren.", ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Neighbours); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestKinship(t *testing.T) {
	b := newBench(t)
	text := "The council shut the iron bridge of Orrin. The keeper had found forty loose bolts. Ada Wren signed " +
		"the order on Monday."
	tests := []struct {
		before, after string
		want          Kin
	}{
		{text, "Ada Wren signed the order on Monday. The council shut the old iron bridge of Orrin.", Siblings},
		{text, "The ferry of Selby carries linen. Ned Ash owns it. A storm sank two of its boats in the spring.",
			Neighbours},
	}
	for _, tt := range tests {
		r := b.reports(tt.before, tt.after)
		if got := kinship(b.Collation, r[0], r[1], Neighbours); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.after, got, tt.want)
		}
	}
}
