package collate

import "testing"

// TestPosts: who has another profession in a copy, and neither has to do with the other; ranks,
// what is called otherwise, and offices that one may have beside another one are no change.
func TestPosts(t *testing.T) {
	b := newBench(t)
	const was = "Ada Wren, a consulting engineer, walked below the dam. The wall of Orrin is 60 metres high."
	b.copies(t, []copied{
		{was, "Ada Wren, a professor, spoke to the council. The wall of Orrin is 60 metres high.",
			"title_changed: Ada Wren, a consulting engineer > Ada Wren, a professor"},
		{"Ada Wren, head of structures, walked below the dam. The wall of Orrin is 60 metres high.",
			"Ada Wren, the chief engineer, spoke to the council. The wall of Orrin is 60 metres high.",
			"title_changed: Ada Wren, head of structures > Ada Wren, the chief engineer"},
		{"Ada Wren, head of engineering, walked below the dam. The wall of Orrin is 60 metres high.",
			"Ada Wren, the chief engineer, spoke to the council. The wall of Orrin is 60 metres high.", ""},
		{was, "Ada Wren, a critic of the guild, spoke to the council. The wall of Orrin is 60 metres high.", ""},
		{was, "Ada Wren, a former professor, spoke to the council. The wall of Orrin is 60 metres high.", ""},
		{was, "Ada Wren, an engineer, spoke to the council. The wall of Orrin is 60 metres high.", ""},
	})
	if got := b.changes(t, was, "Ada Wren, a professor, spoke to the council.", Siblings); got != "" {
		t.Errorf("between siblings: %q", got)
	}
}
