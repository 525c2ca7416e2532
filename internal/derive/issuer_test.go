package derive

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/segment"
	"stemma/internal/vector"
)

// TestReleaseOf: whoever names the issuer of a press release has it from there where he
// tells it with its figures, or says that a statement is meant; else it is only named.
func TestReleaseOf(t *testing.T) {
	const release = "The dike board will close 41 of its 212 sluices by 2034 and save 61,300 crowns."
	tests := []struct {
		name, text string
		figures    []string
		want       bool
	}{
		{"told with its figures", "By 2034 the dike board will close 41 of its 212 sluices to save 61,300 crowns.",
			[]string{"41", "212", "61300"}, true},
		{"a statement is meant", "The dike board said so in a statement.", nil, true},
		{"its notice is meant", "The dike board met on Monday. The notice says so, a clerk said.", nil, true},
		{"somebody's notice later", "The dike board met on Monday. A clerk read out the notice.", nil, false},
		{"only named", "The dike board meets in a house by the pond.", nil, false},
		{"other figures", "By 2034 the dike board will close 44 of its 215 sluices to save 63,100 crowns.",
			[]string{"44", "215", "63100"}, false},
	}
	for _, test := range tests {
		w := releasePile(t, release, test.text, test.figures)
		m := &stemma.Mention{Report: "b", Name: "Dike Board", Role: stemma.ActorRole, Span: w.report(1).Span(4, 14)}
		if at := slices.Index(tokenForms(w.texts[1]), "dike"); at >= 0 {
			m.Span = w.report(1).Span(w.texts[1].Tokens[at].Start, w.texts[1].Tokens[at+1].End)
		}
		if got := w.releaseOf(1, m) == 0; got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// releasePile is a press release of the Dike Board of 3 May, and a report of 4 May.
func releasePile(t *testing.T, release, text string, figures []string) search {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	a, b := day("a", 3, release+"\nNotes to editors: none."), day("b", 4, text)
	a.Outlet, a.Segments[0].End = "Dike Board", len(release)
	texts := []*stemma.Text{segment.Split(&a, pack), segment.Split(&b, pack)}
	values := func(of []string) (found []stemma.Value) {
		for _, v := range of {
			found = append(found, stemma.Value{Kind: stemma.QuantityValue, Value: v})
		}
		return found
	}
	statements := []stemma.Statement{
		{Span: a.Span(0, len(release)), Chain: []string{}, Values: values([]string{"41", "212", "61300"})},
		{Span: b.Span(0, len(text)), Chain: []string{}, Values: values(figures)},
	}
	index := stemma.NewIndex(texts, nil, nil)
	d := New(pack, name.New(nil, pack))
	return newSearch(newPairs(d.read(Input{
		Texts: texts, Index: index, Claims: []stemma.Claim{{ID: "c1", Statements: statements}},
		Aligned: align.New(pack, vector.Open()).Story(texts, statements, index),
	}), nil), d.tables, nil)
}

func tokenForms(t *stemma.Text) (forms []string) {
	for _, tok := range t.Tokens {
		forms = append(forms, tok.Form)
	}
	return forms
}
