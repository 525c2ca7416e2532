package collate

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/segment"
)

// TestChangesOfCopies has the kinds of change that only a copy shows.
func TestChangesOfCopies(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Some of the bolts of the iron bridge were loose in May.", "The bolts of the iron bridge were loose in May.",
			"hedge_dropped: Some of the bolts > The bolts"},
		{"The bolts of the iron bridge were loose in May.", "All the bolts of the iron bridge were loose in May.",
			"number_changed: The bolts > All the bolts"},
		{"No bolts of the iron bridge were loose in May.", "All bolts of the iron bridge were loose in May.",
			"number_changed: No bolts > All bolts"},
		{"The repair of the old quay cost 300 crowns.", "The repair of the old quay cost up to 300 crowns.",
			"hedge_added: 300 crowns > up to 300 crowns"},
		{"The repair of the old quay cost up to 300 crowns.", "The repair of the old quay cost more than 300 crowns.",
			"number_changed: up to 300 crowns > more than 300 crowns"},
		{"The repair of the old quay cost 300 crowns.", "The repair of the old quay cost about 300 crowns.", ""},
		{"The council closed the iron bridge of Orrin in the spring.",
			"The council may close the iron bridge of Orrin in the spring.",
			"modality_weakened: closed > may close"},
		{"The old weir burst in the winter.", "The old weir allegedly burst in the winter.",
			"hedge_added: burst > allegedly burst"},
		{"Half of the mills of Orrin have yet to make a profit.", "Half of the mills of Orrin make no profit.", ""},
		{"The mayor has yet to approve the iron bridge of Orrin.", "The mayor approved the iron bridge of Orrin.",
			"predicate_changed: has yet to approve > approved"},
		{"The council failed to inspect the iron bridge of Orrin.", "The council inspected the iron bridge of Orrin.",
			"predicate_changed: failed to inspect > inspected"},
		{"The old letter was signed by Ada Wren and the keeper of the weir.",
			"The old letter was signed by Nora Wren and the keeper of the weir.",
			"actor_changed: Ada > Nora"},
		{`"We will drain the weir, but not before the winter is over," said Ada Wren.`,
			`"We will drain the weir," Ada Wren said.`,
			"quote_altered: We will drain the weir, but not before the winter is over > We will drain the weir"},
		{"Ada Wren told the Selby Times that the old weir was sound and dry.",
			"Ada Wren told the Orrin Herald that the old weir was sound and dry.",
			"actor_changed: Selby Times > Orrin Herald"},
	})
}

// TestOwnNameTakenOut has a copy that no longer names whom it was taken from.
func TestOwnNameTakenOut(t *testing.T) {
	b := newBench(t)
	read := func(id, text string) *Report {
		r := &stemma.Report{ID: id, Text: text, Outlet: "Harbour Lantern",
			Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}}
		return b.Read(segment.Split(r, b.pack), nil, nil)
	}
	before := read("r1", "The old wall may burst before the winter, according to a memo seen by the Lantern on Monday.")
	for after, want := range map[string]int{
		"The old wall may burst before the winter, according to a memo on Monday.":                        1,
		"The old wall may burst before the winter, according to a memo on Monday, the Lantern has found.": 0,
	} {
		n := 0
		for _, d := range b.Changes(before, read("r2", after), Copy) {
			if d.Kind == stemma.AttributionDropped {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d, want %d", after, n, want)
		}
	}
}

// TestListsOfFigures has more figures than any report of news, all alike.
func TestListsOfFigures(t *testing.T) {
	b := newBench(t)
	var x, y strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&x, "Up to 40 bolts of hut %d may be 3 to 5 crowns. ", i)
		fmt.Fprintf(&y, "They say 40 bolts of hut %d are 5 crowns. ", i)
	}
	r := b.reports(x.String(), y.String())
	for _, d := range b.Changes(r[0], r[1], Siblings) {
		checkDrift(t, &d)
	}
}
