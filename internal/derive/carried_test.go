package derive

import "testing"

// TestCarried: who prints an agency's text with the credit in it has it from the agency, which has it from
// the paper that it credits, though nothing but the credit tells which of these two was first.
func TestCarried(t *testing.T) {
	wire := "The iron bridge of Selmouth was shut this week, the Selmouth Bell newspaper reported on Tuesday, " +
		"after its engineer had counted the bolts.\n\nA harbour pilot, Tom Rook, told QNA that ferries ran from " +
		"the lower quay at a shilling a head, and that the salt works had hired four barges for the carts which " +
		"could no longer cross.\n\nThe county has set no day for the repair, and its treasurer was not to be " +
		"reached on the telephone."
	slug, dateline := "QNA0815 3 GEN BRIDGE\n\nBridge of Selmouth shut\n\n", "SELMOUTH, May 4 (QNA) - "
	files := map[string]string{
		"a": bell,
		"b": slug + dateline + wire + "\n\nQNA 041600 MAY 21",
		"c": by("Tern Post", "5 May 2021", wire),
	}
	if got, want := drawn(build(t, files)), "a > b follow-up\nb > c repost"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	files["c"] = by("Tern Post", "5 May 2021", wire+"\n\nIt is the third bridge this year, the Selmouth Bell "+
		"wrote in a leader that called for the engineer to be heard.")
	if got, want := drawn(build(t, files)), "a > b follow-up\na > c rewrite\nb > c repost"; got != want {
		t.Errorf("with a credit of its own: got\n%s\nwant\n%s", got, want)
	}
}
