package lexis

import (
	"strings"
	"testing"
)

// Every word of the table is found between two of its steps, and no other one.
func TestSteps(t *testing.T) {
	table := &Table{lines: relations, steps: stepsOf(relations)}
	if len(table.steps) < 100 {
		t.Errorf("%d steps", len(table.steps))
	}
	for line := range strings.Lines(relations) {
		word, _, _ := strings.Cut(line, "\t")
		if !table.Has(word) || table.Has(word+"\x01") {
			t.Fatalf("%q is not found, or more than it", word)
		}
	}
	for _, none := range []string{"", "a\x00", "zzzzzzzzzz", "\xff"} {
		if table.Has(none) {
			t.Errorf("%q is found", none)
		}
	}
	few := &Table{lines: "ab\tn1\t\t\n"}
	if few.steps = stepsOf(few.lines); !few.Has("ab") || few.Has("abc") || few.Has("aa") {
		t.Error("a table without steps")
	}
}
