package collate

import "testing"

// TestHalves: of what turns against itself, the half that limits is missed where the other
// one is told; a plain fact is not.
func TestHalves(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{`"We know of no pump that was reported and not mended," Ada Wren, the keeper, said, ` +
			`"but I would much rather look at the log first."`,
			`Ada Wren said that she knew of no pump that had been reported and not mended.`,
			"omission: but I would much rather look at the log first > -"},
		{"The old pump moves two litres of water a second, but nobody has verified this at the weir of Orrin.",
			"Two litres of water a second is what the old pump moves, the Bell wrote.",
			"omission: but nobody has verified this at the weir of Orrin > -"},
		{"The old pump moves two litres of water a second, but the miller of Orrin likes the new one.",
			"Two litres of water a second is what the old pump moves, the Bell wrote.", ""},
		{"Not only the old pump moves two litres of water a second, but nobody has verified this at Orrin.",
			"Two litres of water a second is what the old pump moves, the Bell wrote.", ""},
	})
}
