package derive

import (
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestKnowsNobody: a report that does not name those whom a credit is about is
// not the one that is meant.
func TestKnowsNobody(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	citing := day("a", 4, "The Gazette reported in May that Anna Wren had asked Tom Bell to open the sluice.")
	kept := day("b", 3, "Tom Bell opened the sluice at the mill, and nobody asked who had told him to.")
	span := citing.Span(0, len(citing.Text))
	person := func(name string) stemma.Value { return stemma.Value{Kind: stemma.PersonValue, Value: name} }
	tests := []struct {
		name   string
		people []stemma.Value
		piece  string
		want   bool
	}{
		{"nobody is named", nil, "", false},
		{"who is named is there", []stemma.Value{person("tom bell")}, "", false},
		{"one of two is there", []stemma.Value{person("tom bell"), person("anna wren")}, "", false},
		{"who is named is not there", []stemma.Value{person("anna wren")}, "", true},
		{"most are not there", []stemma.Value{person("tom bell"), person("anna wren"), person("ivo penn")}, "", true},
		{"the programme is not there", nil, "Morning Round", true},
	}
	for _, test := range tests {
		st := &stemma.Statement{Span: span, Sentence: span, Values: test.people}
		m := &material{
			reports: newReports([]*stemma.Text{segment.Split(&citing, pack), segment.Split(&kept, pack)}),
			people:  stemma.NewIndex(nil, nil, nil), units: [][]unit{{{statement: st}}, nil},
		}
		w := newSearch(newPairs(m, nil), &tables{}, nil)
		c := credit{by: 0, content: []stemma.Span{span}, piece: test.piece}
		if got := w.knowsNobody(c, 1); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
