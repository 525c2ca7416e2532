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

// What merely resembles the statements of other reports is loose; copies, what is nearly the
// same and what the user joined are not.
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
	if got := fmt.Sprint(Loose(story, group, Ties{})); got != "[false false false true]" {
		t.Errorf("%s of %s", got, cut(statements, index))
	}
	if got := fmt.Sprint(Loose(story, group, Ties{Same: []Pair{{group[0],
		group[3]}}})); got != "[false false false false]" {
		t.Errorf("%s where the user joined the first and the last", got)
	}
	if got := fmt.Sprint(Odd(story, group)); got != "[false false false true]" {
		t.Errorf("odd are %s of %s", got, cut(statements, index))
	}
	if got := fmt.Sprint(Odd(story, group[:1])); got != "[false]" {
		t.Errorf("odd is %s of one report", got)
	}
	if got := fmt.Sprint(Loose(story, group[:1], Ties{})); got != "[false]" {
		t.Errorf("%s of one report", got)
	}
}
