package render

import (
	"bytes"
	"strings"
	"testing"

	"stemma"
)

// TestApart: where neither of two reports was taken from the other, no arrow leads from one to the other,
// and nothing is said to have become anything.
func TestApart(t *testing.T) {
	d := ferry(t)
	drifts := d.Stories[0].Drifts
	drifts[1].Relation, drifts[1].Common = stemma.Siblings, []string{"α"}
	drifts[3].Relation, drifts[3].Kind = stemma.Parallel, stemma.QuoteAltered
	wantInOrder(t, textOf(t, Terminal, d, Style{}),
		"Drifts — 5 changes in the retelling, 2 told differently, the most serious",
		"▲▲▲ perhaps modality strengthened, severe · A → B x3",
		"▲▲▲ perhaps told differently (number), severe · C | D x2",
		"Neither is shown to be taken from the other; both draw on α Continental",
		"▲▲  quoted differently, misleading · A | B x4",
		"Neither is shown to be taken from the other.",
	)
	var brief bytes.Buffer
	if err := Brief(&brief, d); err != nil {
		t.Fatal(err)
	}
	page := pageOf(t, d)
	for _, want := range []struct{ text, part string }{
		{brief.String(), "told differently (number), severe C | D `x2`: «more than 40» in one, «more than 400»"},
		{page, "</span> quoted differently <span class=\"tag\">misleading</span>"},
		{page, "Neither is shown to be taken from the other; both draw on α Continental Press Service."},
	} {
		if !strings.Contains(want.text, want.part) {
			t.Errorf("no %q", want.part)
		}
	}
}
