package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/parts"
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

// TestDigestParts: a digest goes with the part that it shares most claims with,
// and stays by itself where it shares none.
func TestDigestParts(t *testing.T) {
	digest := []bool{false, false, false, true, true}
	held := [][]int{{0, 1, 3}, {2, 3}, {0, 3}}
	part := []int{0, 0, 2, 3, 4}
	if got := digestParts(held, part, digest); got[3] != 0 || len(got) != 1 {
		t.Errorf("%v, not 3 with 0", got)
	}
}

// TestMergeAll: the reports of a claim are one part, and none are none.
func TestMergeAll(t *testing.T) {
	p := parts.New[int](6)
	mergeAll(p, []int{3, 5})
	mergeAll(p, nil)
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4, 3}, p.Flat()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
