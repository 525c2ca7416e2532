package collate

import "testing"

// TestContrasts: what a thing is not stands behind a comma, and a copy leaves it out; not where the copy denies it
// elsewhere, nor what denies the verb.
func TestContrasts(t *testing.T) {
	b := newBench(t)
	const tail = " The weir of Orrin was built in 1931."
	const was = "The samples were taken from the floor and from a drying tower, not from the flour, the keeper said."
	b.copies(t, []copied{
		{was + tail, "The samples were taken from the floor and from a drying tower, the keeper said." + tail,
			"omission: not from the flour > -"},
		{was + tail, "The samples were taken from the floor and from a drying tower, the keeper said. None came from " +
			"the flour." + tail, ""},
		{"The samples were taken from the floor and from a drying tower, not yet cleaned, the keeper said." + tail,
			"The samples were taken from the floor and from a drying tower, the keeper said." + tail, ""},
		{was + tail, "The ferry sank at Selby." + tail, ""},
	})
}
