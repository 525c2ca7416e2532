package claim

import (
	"fmt"
	"testing"

	"stemma"
)

// Ties hold whatever else is joined, by whatever way; of two that contradict
// each other, the one that keeps apart.
func TestTies(t *testing.T) {
	for _, test := range []struct {
		ties  Ties
		joins []Pair
		want  string
	}{
		{Ties{}, []Pair{{0, 1}, {1, 2}}, "[[0 1 2] [3]]"},
		{Ties{Same: []Pair{{3, 1}}}, []Pair{{0, 1}}, "[[0 1 3] [2]]"},
		{Ties{Other: []Pair{{0, 2}}}, []Pair{{0, 1}, {1, 2}, {2, 3}}, "[[0 1] [2 3]]"},
		{Ties{Other: []Pair{{0, 1}}, Same: []Pair{{1, 0}}}, nil, "[[0] [1] [2] [3]]"},
	} {
		u := newUnion(4, test.ties)
		for _, p := range test.joins {
			u.join(p[0], p[1])
		}
		if got := fmt.Sprint(u.groups()); got != test.want {
			t.Errorf("%v: %s, not %s", test, got, test.want)
		}
	}
}

// What merely resembles the statement that stands for a claim is loose; copies, what is nearly
// the same and what the user joined are not.
func TestLoose(t *testing.T) {
	b := newBench(t)
	reports := []*stemma.Text{
		b.text("1", "The council of Selby closed the old mill on Monday after 14 workers fell ill."),
		b.text("2", "The council of Selby closed the old mill on Monday after 14 workers fell ill."),
		b.text("3", "The council of Selby shut the old mill on Monday because 14 workers fell ill."),
		b.text("4", "The old mill is worth a visit."),
	}
	statements, index := b.stated(reports...)
	texts := map[string]int{}
	group := Group{}
	for i := range statements {
		if r := statements[i].Span.Report; texts[r] == 0 {
			texts[r] = 1
			group = append(group, i)
		}
	}
	story := b.aligner.Story(reports, statements, index)
	tied := Ties{Same: []Pair{{group[0], group[3]}}}
	for _, test := range []struct {
		name  string
		group Group
		ties  Ties
		head  int
		want  string
	}{
		{"the first stands for it", group, Ties{}, 0, "[false false false true] [2 2 2 0] [false false false true]"},
		{"what nothing else surely says stands for it", group, Ties{}, 3,
			"[true true true false] [2 2 2 0] [false false false true]"},
		{"the user joined the first and the last", group, tied, 0,
			"[false false false false] [3 2 2 1] [false false false true]"},
		{"the user joined others", group, tied, 1, "[false false false true] [3 2 2 1] [false false false true]"},
		{"one report", group[:1], Ties{}, 0, "[false] [0] [false]"},
	} {
		c := Compare(story, test.group, test.ties)
		if got := fmt.Sprint(c.Loose(test.head), c.Sure, c.Odd); got != test.want {
			t.Errorf("%s: %s of %s", test.name, got, cut(statements, index))
		}
	}
}

// Where a claim is surely made by several reports, what none of them surely says is alone; where
// nothing is sure, nothing is.
func TestAlone(t *testing.T) {
	for want, sure := range map[string][]int{"[false false true]": {1, 1, 0}, "[false false]": {0, 0}} {
		if got := fmt.Sprint((&Company{Sure: sure}).Alone()); got != want {
			t.Errorf("%v: %s, want %s", sure, got, want)
		}
	}
}
