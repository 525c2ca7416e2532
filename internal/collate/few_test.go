package collate

import (
	"fmt"
	"strings"
	"testing"
)

// TestFew: what is found by a search of all pairs of sentences, and a step of what is to come
// between strangers, is told of short reports only.
func TestFew(t *testing.T) {
	b := newBench(t)
	filler := func(verb string) string {
		text := ""
		for i := range 34 {
			text += " The " + []string{"heron", "miller", "ferry", "clerk", "weir"}[i%5] + " of " +
				[]string{"Orrin", "Selby", "Porta", "Aldwick", "Quay", "Moe"}[i%6] + " was " + verb + " on the " +
				[]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh"}[i%7] + " day."
		}
		return text
	}
	long, other := filler("seen there"), filler("painted green")
	for _, test := range []struct {
		name, before, after string
		kin                 Kin
	}{
		{"a graded verb", "The guard questioned the keeper of the iron bridge, Ada Wren, over the lost bolts.",
			"The keeper of the iron bridge, Ada Wren, was arrested over the lost bolts.", Copy},
		{"what is to come", "The council of Orrin plans to replace the keeper of the iron bridge with Ada Wren.",
			"The council of Orrin replaced the keeper of the iron bridge with Ada Wren.", Neighbours},
		{"a tone", "Ada Wren, the keeper of the iron bridge, said that the bolts were lost at night.",
			"Ada Wren, the keeper of the iron bridge, screamed that the bolts were lost at night.", Copy},
	} {
		if got := b.changes(t, test.before, test.after, test.kin); got == "" {
			t.Errorf("%s: nothing in two sentences", test.name)
		}
		if got := b.changes(t, test.before+long, other+" "+test.after, test.kin); strings.Contains(got, "predicate") ||
			strings.Contains(got, "modality") {
			t.Errorf("%s: %s in long reports", test.name, got)
		}
	}
	x := b.reports("The weir held."+long, "The gate was shut."+other)
	if fewPairs(x[0], x[1]) {
		t.Error("34 sentences each are few")
	}
}

// TestReprints: a long report that prints most of another one, in lines and quotation marks of its
// own, left out the answer that it lacks; one that has little of it did not.
func TestReprints(t *testing.T) {
	b := newBench(t)
	text := "The keeper wrote in the log that the “old” pump answered late on nine mornings."
	for i := range 40 {
		text += fmt.Sprintf(" On day %d of the flood, the miller of Orrin’s upper yard counted his barns.", i)
	}
	answer := " A spokeswoman, Petra Lind, said in an email that all pumps of the valley are in order."
	lines := strings.NewReplacer("the ", "the\n", "“", `"`, "”", `"`, "’", "'").Replace(text)
	if got := b.changes(t, text+answer, lines, Copy); !strings.Contains(got, "denial_omitted") {
		t.Errorf("a reprint: %q", got)
	}
	other := strings.ReplaceAll(text, "barns", "sheep, his hives, his carts and his four old ploughs")
	if got := b.changes(t, text+answer, other, Copy); strings.Contains(got, "denial_omitted") {
		t.Errorf("no reprint: %q", got)
	}
}

// TestPlanLeftOut: a plan that is left out makes of it the deed, though the sentence speaks of
// another plan; one that stands elsewhere was not left out.
func TestPlanLeftOut(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"The flood plans of the council and the plans for the mill in Selby are secret.",
			"The floods of the council and the plans for the mill in Selby are secret.",
			"modality_strengthened: flood plans > floods"},
		{"The guild's plan would cost each keeper 40 crowns.",
			"The plan of the guild would cost every keeper 40 crowns.", ""},
	})
}
