package stemma

import (
	"slices"
	"strings"
	"testing"
)

// TestCompareClaims: of claims in several reports what tells something by itself stands
// before scraps, however many have these, and both before what one report has.
func TestCompareClaims(t *testing.T) {
	scrap, before, news := Statement{Scrap: true}, Statement{Background: true}, Statement{}
	claims := map[string]Claim{
		"scrap of 4": {Statements: []Statement{scrap, scrap}}, "old of 2": {Statements: []Statement{before, scrap}},
		"news of 2": {Statements: []Statement{scrap, news}}, "news of 3": {Statements: []Statement{news}},
		"news of 1": {Statements: []Statement{news}}, "scrap of 1": {Statements: []Statement{scrap}},
	}
	reports := func(name string) int { return int(name[len(name)-1] - '0') }
	names := []string{"scrap of 1", "scrap of 4", "old of 2", "news of 1", "news of 2", "news of 3"}
	slices.SortStableFunc(names, func(x, y string) int {
		a, b := claims[x], claims[y]
		return CompareClaims(&a, reports(x), &b, reports(y))
	})
	if got, want := strings.Join(names, ", "),
		"news of 3, news of 2, old of 2, scrap of 4, news of 1, scrap of 1"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestTellers: of statements that only resemble each other the first one's report tells
// the claim, and the others may.
func TestTellers(t *testing.T) {
	sure := func(report string) Statement { return Statement{Span: Span{Report: report}} }
	loose := func(report string) Statement { return Statement{Span: Span{Report: report}, Loose: true} }
	tests := []struct {
		of       []Statement
		are, may []string
	}{
		{[]Statement{sure("a"), sure("b"), sure("a")}, []string{"a", "b"}, nil},
		{[]Statement{sure("a"), sure("b"), loose("c")}, []string{"a", "b"}, []string{"c"}},
		{[]Statement{loose("a"), loose("b")}, []string{"a"}, []string{"b"}},
		{[]Statement{loose("a"), sure("a"), sure("b")}, []string{"a", "b"}, nil},
		{nil, nil, nil},
	}
	for i, tt := range tests {
		c := Claim{Statements: tt.of}
		if got := c.Tellers(); !slices.Equal(got, tt.are) {
			t.Errorf("%d: surely %v, not %v", i, got, tt.are)
		}
		if got := c.Resembling(); !slices.Equal(got, tt.may) {
			t.Errorf("%d: perhaps %v, not %v", i, got, tt.may)
		}
	}
}

// TestTold: a claim is told without half a pair of quotation marks, and without the comma that led on.
func TestTold(t *testing.T) {
	tests := []struct{ statement, want string }{
		{"the weir held all night", "the weir held all night"},
		{`you have to show the towns that it ought to happen."`, "you have to show the towns that it ought to happen."},
		{`"We do not have the whole of it now`, "We do not have the whole of it now"},
		{"“They want to build something else,”", "“They want to build something else”"},
		{"„Sie bauen nun etwas anderes,“", "„Sie bauen nun etwas anderes“"},
		{"the most corrupt guild that any mayor has had,\"", "the most corrupt guild that any mayor has had"},
		{`the "old" weir held,`, `the "old" weir held`},
		{`the "old weir held`, `the "old weir held`},
		{`","`, `","`},
		{`"`, `"`},
		{"", ""},
	}
	for _, tt := range tests {
		c := Claim{Statement: tt.statement}
		if got := c.Told(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.statement, got, tt.want)
		}
	}
}
