package match

import (
	"fmt"
	"strings"
	"testing"
)

func (b bench) changes(x, y string) string {
	var found []string
	for _, c := range b.Match(b.text(x), b.text(y)).Changes {
		found = append(found, fmt.Sprintf("%s: %s > %s", c.Kind, c.Before.Text, c.After.Text))
	}
	return strings.Join(found, "; ")
}

// TestChanges: each row is two texts and what was put for what.
func TestChanges(t *testing.T) {
	b := newBench(t, "en")
	const rest = " The keeper of the weir showed a dozen visitors around the old mill."
	for _, test := range []struct{ a, b, want string }{
		{"On Monday Ada Wren opened the weir at Selmouth.", "On Monday Odo Larn opened the weir at Selmouth.",
			"actor_changed: Ada Wren > Odo Larn"},
		{"The council praised her for the new weir.", "The council praised him for the new weir.",
			"actor_changed: her > him"},
		{"The keeper said the wall was safe for boats.", "The keeper said the wall was not safe for boats.",
			"polarity_changed: safe > not safe"},
		{"The north wall of the weir is strong.", "The north wall of the weir is weak.",
			"predicate_changed: strong > weak"},
		// Only where nothing else was touched is another word a change.
		{"The ferry carried sheep to Orrin." + rest, "The ferry carried timber to Orrin." + rest,
			"actor_changed: sheep > timber"},
		{"The ferry carried 40 sheep to Orrin." + rest, "The ferry carried 14 sheep to Orrin." + rest,
			"number_changed: 40 > 14"},
		{"The ferry carried sheep to Orrin." + rest,
			"The ferry to Orrin carried timber, and the keeper showed the mill.", ""},
		// Other words for the same thing are none.
		{"The big ferry carried sheep to Orrin." + rest, "The large ferry carried sheep to Orrin." + rest, ""},
		{"The ferry carries sheep to Orrin." + rest, "The ferry carried sheep to Orrin." + rest, ""},
		{"The ferry left at 3:30 for Orrin." + rest, "The ferry left at 15:30 for Orrin." + rest, ""},
		{"Some 12'000 people saw the weir at Orrin." + rest, "Some 12,000 people saw the weir at Orrin." + rest, ""},
		{"The Larn River Board shut the weir at Orrin.", "The LRB shut the weir at Orrin.", ""},
		{"The board closed the file No. 17 in the old mill.", "The board closed the file 17 in the old mill.", ""},
		{"The ferry runs.", "A choir from Wend sang in the chapel.", ""},
		{"", "The ferry runs.", ""},
	} {
		if got := b.changes(test.a, test.b); got != test.want {
			t.Errorf("%s\n%s\n got %s\nwant %s", test.a, test.b, got, test.want)
		}
	}
}

func TestLay(t *testing.T) {
	b := newBench(t, "en")
	c := b.begin(b.text("the mill by the weir burned down"), b.text("the barn by the weir fell"))
	var got []string
	for _, s := range lay(c.a.words, c.b.words).slots() {
		got = append(got, c.show(s.before())+">"+c.show(s.after()))
	}
	if want := "mill>barn, burned down>fell"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func (c *comparison) show(words []word) string {
	var all []string
	for _, w := range words {
		all = append(all, c.names[w.form])
	}
	return strings.Join(all, " ")
}
