package web

import (
	"context"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma"
)

// TestSays: a word is found in the statement of a claim, its id or a sentence in which it is
// told, in whichever letters, and in no two of them together.
func TestSays(t *testing.T) {
	for _, test := range []struct {
		text, word string
		want       bool
	}{
		{"The gale took Forty tiles", "forty", true}, {"The gale took Forty tiles", "tiles", true},
		{"The gale took forty tiles", "tilest", false}, {"", "a", false}, {"A", "a", true}, {"aab", "ab", true},
		{"ÉCLUSE of the mill", "écluse", true}, {"the écluse", "mill", false}, {"on 3 May", "3", true},
		{"\xff\xc3 Mill", "mill", true}, {"Straße", "straß", true}, {"a", "x1-2", true}, {"a", "xac", false},
	} {
		claim := &stemma.Claim{ID: "x1-2", Statement: test.text}
		told := &stemma.Claim{ID: "x1-2", Statement: "xx", Statements: []stemma.Statement{
			{Sentence: stemma.Span{Text: test.text}}, {Sentence: stemma.Span{Text: "c"}},
		}}
		for _, c := range []*stemma.Claim{claim, told} {
			if got := (&tableClaim{claim: c}).says([]string{test.word}); got != test.want {
				t.Errorf("%q in %q: %v", test.word, test.text, got)
			}
		}
	}
}

// TestOrder: what is equal in a column stands by how many reports tell it, scraps last.
func TestOrder(t *testing.T) {
	d := &stemma.Dossier{Stories: make([]stemma.Story, 1)}
	claim := func(id string, reports int, verdict stemma.Verdict, st stemma.Statement) {
		c := stemma.Claim{ID: id, Statement: id, Verdict: verdict}
		for i := range reports {
			st.Span.Report = id + strconv.Itoa(i)
			c.Statements = append(c.Statements, st)
		}
		d.Stories[0].Claims = append(d.Stories[0].Claims, c)
	}
	scrap, before := stemma.Statement{Scrap: true}, stemma.Statement{Background: true}
	claim("e", 1, "single-source", scrap)
	claim("d", 1, "contested", stemma.Statement{})
	claim("a", 3, "contested", scrap)
	claim("b", 2, "single-source", before)
	claim("c", 2, "contested", stemma.Statement{})
	for by, want := range map[string]string{"": "cbade", "verdict": "cadbe", "words": "abcde"} {
		f := Whole(d, Renderers{})
		rows, err := sortedRows(f, asked{}, by)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, row := range rows {
			ids = append(ids, row.ID)
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

func (c still) Findings(context.Context) (Findings, error) { return Whole(c.d, Renderers{}), nil }

// TestRow: the reports that only perhaps tell a claim are told from those that do, by which
// the table is ordered.
func TestRow(t *testing.T) {
	st := &stemma.Story{ID: "s1"}
	c := &stemma.Claim{ID: "c1", Statement: `The police had to respond,"`}
	for i, siglum := range []string{"A", "B", "C"} {
		report := "r" + siglum
		st.Witnesses = append(st.Witnesses, stemma.Witness{Siglum: siglum, Report: stemma.Maybe(report)})
		c.Statements = append(c.Statements, stemma.Statement{Span: stemma.Span{Report: report}, Loose: i == 1})
	}
	row := (&tableClaim{story: st, claim: c}).shown(nil)
	if strings.Join(row.Sigla, "") != "AC" || strings.Join(row.Perhaps, "") != "B" {
		t.Errorf("%q, perhaps %q", row.Sigla, row.Perhaps)
	}
	if want := "The police had to respond"; row.Statement != want { // of the mark the other half stands outside
		t.Errorf("%q, want %q", row.Statement, want)
	}
}

func TestNear(t *testing.T) {
	if got := near("Updated.\r\n\r\n\n The mill "); got != "Updated.\n The mill " {
		t.Errorf("%q", got)
	}
}

// TestRowsOfPages: the pages of what is found are one list, cut, however many parts its order
// lies in; in memory and on a shelf.
func TestRowsOfPages(t *testing.T) {
	d := manyStories(1)
	claims := make([]stemma.Claim, 2*orderRows+500)
	for i := range claims {
		claims[i] = stemma.Claim{ID: "c" + strconv.Itoa(i), Statement: strconv.Itoa(i * i % 9973),
			Verdict: []stemma.Verdict{stemma.SingleSource, stemma.Contested, stemma.Unattributed}[i%3]}
	}
	d.Stories[0].Claims = claims
	on := things{}
	shelve(t, &Shelver{}, d, on)
	shelf, _, err := OpenShelf(on.get)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []Findings{Whole(d, renderers()), shelf} {
		found, err1 := f.Search(asked{verdict: string(stemma.Contested)})
		order, err2 := f.Order(byWords, 0, len(claims))
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		want := slices.Collect(found.all(order))
		for _, from := range []int{0, 99, 2 * pageRows, 3000, len(want) - 50, len(want)} {
			got, err := rowsIn(f, found, byWords, from)
			if err != nil || !slices.Equal(got, want[from:min(from+pageRows, len(want))]) {
				t.Errorf("%T from %d: %d rows, or others: %v", f, from, len(got), err)
			}
		}
	}
}
