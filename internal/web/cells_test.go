package web

import (
	"slices"
	"testing"

	"stemma"
)

// TestCellsOf: a report's sure statement stands in its cell, else one that may say
// something else, and is said to.
func TestCellsOf(t *testing.T) {
	statement := func(report, text string, loose bool) stemma.Statement {
		return stemma.Statement{Span: stemma.Span{Report: report, Text: text}, Loose: loose}
	}
	c := &stemma.Claim{Statements: []stemma.Statement{
		statement("a", "the mill is shut", false),
		statement("b", "the mill may reopen", true), statement("b", "the mill closed", false),
		statement("c", "the mills are old", true), statement("c", "a mill burnt", true),
	}}
	got := cellsOf(c, []witnessRow{{Report: "a"}, {Report: "b"}, {Report: "c"}, {Report: "d"}})
	want := []cell{{Words: "the mill is shut"}, {Words: "the mill closed"}, {"the mills are old", true}, {}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}
