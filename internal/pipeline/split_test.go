package pipeline

import (
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// TestCreditors: a report that stands alone goes to the part that credits its
// outlet, if two reports of it do and they do not only tell of the outlet.
func TestCreditors(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	m := material{spoken: speech{main: &tongue{names: name.New(nil, pack)}}}
	for id, outlet := range map[string]string{"scoop": "Selmouth Bell"} {
		m.texts = append(m.texts, &stemma.Text{Report: &stemma.Report{ID: id, Outlet: stemma.Maybe(outlet)}})
	}
	for _, id := range []string{"b", "c", "d"} {
		m.texts = append(m.texts, &stemma.Text{Report: &stemma.Report{ID: id, Outlet: "Orrin Gazette"}})
	}
	part := []int{0, 1, 1, 1}
	bell := func(report string, role stemma.Role) stemma.Mention {
		return stemma.Mention{Report: report, Name: "The Selmouth Bell", Role: role}
	}
	tests := []struct {
		name     string
		mentions []stemma.Mention
		want     bool
	}{
		{"nobody", nil, false},
		{"one report, twice", []stemma.Mention{bell("b", stemma.CreditRole), bell("b", stemma.CreditRole)}, false},
		{"two reports", []stemma.Mention{bell("b", stemma.CreditRole), bell("d", stemma.VenueRole)}, true},
		{"one tells of it", []stemma.Mention{bell("b", stemma.CreditRole), bell("d", stemma.ActorRole)}, false},
	}
	for _, test := range tests {
		if _, got := creditors(m, test.mentions, part, 0); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
