package collate

import "testing"

func TestStrays(t *testing.T) {
	b := newBench(t)
	const a = "She thought that the council feared it would lose its talks with Prince Osric and Lena Tarrant."
	tests := []struct{ before, after, want string }{
		{a, "While she was being taped, Wren said the keepers worried that the story of the weir, which burst in the " +
			"spring, would cost the paper its coming talks with Prince Edwin and Lena Tarrant.",
			"actor_changed: Osric > Edwin"},
		{a, "While she was being taped, Wren said the keepers worried that the story of the weir, which burst in the " +
			"spring, would cost the paper its coming talks with Prince Edwin and Carl Weiss.", ""},
		{a + " Prince Edwin was away.",
			"While she was being taped, Wren said the keepers worried that the story of the " +
				"weir, which burst in the spring, would cost it its talks with Prince Edwin and Lena Tarrant.", ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Siblings); got != tt.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", tt.before, tt.after, got, tt.want)
		}
	}
}
