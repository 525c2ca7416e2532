package collate

import "testing"

func TestTurnedOn(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"An engineer, Ada Wren of the Guild of Wrights, had accused the council of wanting to flood every mill " +
			"and every barn.",
			"The mayor accused the guild's Ada Wren of wanting to flood every mill and every barn.",
			"actor_changed: Wren of the Guild of Wrights, had accused > accused the guild's Ada Wren"},
		{"A cart rolled into the weir, and I saw the keeper, Lena Marsh, drag a rider out from under its axle.",
			"A rider bravely dragged keeper Lena Marsh from under the axle of the cart.",
			"actor_changed: Marsh, drag > dragged keeper Lena Marsh"},
		{"The council was accused by Ada Wren of wanting to flood every mill and every barn.",
			"Ada Wren accused the council of wanting to flood every mill and every barn.", ""},
		{"Ada Wren accused the council of wanting to flood every mill and every barn.",
			"The council was accused of wanting to flood every mill and every barn by Ada Wren.", ""},
		{"The council of Orrin is using the letters against Ada Wren, accusing her of wanting to flood every mill.",
			"In a letter the aides of the council accused Ada Wren of wanting to flood every mill.", ""},
		{"Ada Wren met the mayor of Orrin at the iron bridge.", "The mayor of Orrin met Ada Wren at the iron bridge.",
			""},
	})
}
