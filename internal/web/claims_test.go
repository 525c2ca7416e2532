package web

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"

	"stemma"
)

func TestContainsFold(t *testing.T) {
	for _, test := range []struct {
		text, word string
		want       bool
	}{
		{"The gale took Forty tiles", "forty", true}, {"The gale took Forty tiles", "tiles", true},
		{"The gale took forty tiles", "tilest", false}, {"", "a", false}, {"A", "a", true}, {"aab", "ab", true},
		{"ÉCLUSE of the mill", "écluse", true}, {"the écluse", "mill", false}, {"on 3 May", "3", true},
		{"\xff\xc3 Mill", "mill", true}, {"Straße", "straß", true}, {"C1A2", "c1a2", true},
	} {
		if got := containsFold(test.text, test.word); got != test.want {
			t.Errorf("%q in %q: %v", test.word, test.text, got)
		}
	}
}

// TestOrder: what is equal in a column stands by how many reports tell it, scraps last.
func TestOrder(t *testing.T) {
	row := func(id string, reports int, verdict stemma.Verdict, st stemma.Statement) found {
		c := &stemma.Claim{ID: id, Statement: id, Verdict: verdict, Statements: []stemma.Statement{st}}
		return found{claim: c, reports: reports}
	}
	scrap, before := stemma.Statement{Scrap: true}, stemma.Statement{Background: true}
	for by, want := range map[string]string{"": "cbade", "verdict": "cadbe", "words": "abcde"} {
		rows := []found{
			row("e", 1, "single-source", scrap), row("d", 1, "contested", stemma.Statement{}),
			row("a", 3, "contested", scrap), row("b", 2, "single-source", before), row("c", 2, "contested", stemma.Statement{}),
		}
		order(rows, by)
		var ids []string
		for _, f := range rows {
			ids = append(ids, f.claim.ID)
		}
		if got := strings.Join(ids, ""); got != want {
			t.Errorf("by %q: %s, want %s", by, got, want)
		}
	}
}

// TestManyReportsAreNoChoice: a list of thousands of reports would be most of the page.
func TestManyReportsAreNoChoice(t *testing.T) {
	for n, want := range map[int]int{mostChoices: mostChoices, mostChoices + 1: 0} {
		d := &stemma.Dossier{Reports: make([]stemma.Report, n)}
		s := &server{kept: still{d: d}}
		_, body, err := showClaims(s, httptest.NewRequest("GET", "/claims", nil))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(body.(claimsPage).Reports); got != want {
			t.Errorf("of %d reports %d may be picked", n, got)
		}
	}
}

// still is a case in which nothing happens.
type still struct {
	Case
	d *stemma.Dossier
}

func (c still) Dossier(context.Context) (*stemma.Dossier, error) { return c.d, nil }

// TestRow: the reports that only perhaps tell a claim are told from those that do, by which
// the table is ordered.
func TestRow(t *testing.T) {
	st := &stemma.Story{ID: "s1"}
	c := &stemma.Claim{ID: "c1"}
	for i, siglum := range []string{"A", "B", "C"} {
		report := "r" + siglum
		st.Witnesses = append(st.Witnesses, stemma.Witness{Siglum: siglum, Report: stemma.Maybe(report)})
		c.Statements = append(c.Statements, stemma.Statement{Span: stemma.Span{Report: report}, Loose: i == 1})
	}
	row := found{story: st, claim: c}.row()
	if strings.Join(row.Sigla, "") != "AC" || strings.Join(row.Perhaps, "") != "B" {
		t.Errorf("%q, perhaps %q", row.Sigla, row.Perhaps)
	}
}

func TestNear(t *testing.T) {
	if got := near("Updated.\r\n\r\n\n The mill "); got != "Updated.\n The mill " {
		t.Errorf("%q", got)
	}
}
