package render

import (
	"strings"
	"testing"

	"stemma"
)

// TestClaimsOfOnePlaceStandApart: of claims that stand in the same sentences or quotations of the same
// reports one comes first, and the others behind all that several reports make.
func TestClaimsOfOnePlaceStandApart(t *testing.T) {
	st := func(report string, sentence int, credit stemma.Maybe) stemma.Statement {
		return stemma.Statement{Span: stemma.Span{Report: report},
			Sentence: stemma.Span{Report: report, Start: sentence}, Attribution: credit}
	}
	s := stemma.Story{Claims: []stemma.Claim{
		{ID: "first", Statements: []stemma.Statement{st("a", 10, "a1"), st("b", 20, "a2")}},
		{ID: "its half", Statements: []stemma.Statement{st("a", 10, ""), st("b", 20, "")}},
		{ID: "its quotation", Statements: []stemma.Statement{st("a", 50, "a1"), st("b", 90, "a2")}},
		{ID: "half in one report", Statements: []stemma.Statement{st("a", 10, ""), st("b", 60, "")}},
		{ID: "alone", Statements: []stemma.Statement{st("a", 10, "")}},
		{ID: "elsewhere", Statements: []stemma.Statement{st("a", 70, "a3"), st("b", 70, "a4")}},
	}}
	for _, r := range []string{"a", "b"} {
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: strings.ToUpper(r), Report: stemma.Maybe(r)})
	}
	d := &stemma.Dossier{Reports: []stemma.Report{{ID: "a"}, {ID: "b"}}, Stories: []stemma.Story{s}}
	var got []string
	f := newPile(d).families[0]
	for _, r := range f.rank() {
		got = append(got, f.Claims[r.index].ID)
	}
	want := "first, half in one report, elsewhere, its half, its quotation, alone"
	if strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
