package collate

import "testing"

func TestPosts(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"It is so, said Ada Wren, a lecturer at the college of Selby, on Monday.",
			"Ada Wren, a professor at the college of Selby, told the Bell of it.", Copy,
			"title_changed: a lecturer at the college of Selby > a professor at the college of Selby"},
		{"They met Ned Ash, a former chief inspector, at the weir.",
			"Ned Ash, a former inspection commissioner, spoke of the log.", Copy,
			"title_changed: a former chief inspector > a former inspection commissioner"},
		{"It came from Ada Wren, head of structures at the council, in May.",
			"The town's chief engineer, Ada Wren, sent it.", Copy,
			"title_changed: head of structures at the council > The town's chief engineer"},

		// Two reporters call one by two of his posts.
		{"They met Ned Ash, a former chief inspector, at the weir.",
			"Ned Ash, a former inspection commissioner, spoke of the log.", Siblings, ""},
		// Whoever leads has many names; an office that is only sought; one that he has too.
		{"Ada Wren, its director, spoke.", "They heard chief Ada Wren of the guild.", Copy, ""},
		{"Senator Ada Wren spoke.", "They heard nominee Ada Wren in the town.", Copy, ""},
		{"It is so, said Ada Wren, a lecturer at the college. Professor Ada Wren left.",
			"Ada Wren, a professor at the college, told the Bell of it.", Copy, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}
