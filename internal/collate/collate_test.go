package collate

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/claim"
	"stemma/internal/language"
	credits "stemma/internal/quote"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// bench is what the tests work with: the collator, and the stages before it.
type bench struct {
	*Collator
	pack    *language.Pack
	aligner *align.Aligner
	claims  *claim.Reader
	quotes  *credits.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	values, vectors := value.New(pack), vector.Open()
	return &bench{New(pack, values, vectors), pack, align.New(pack, vectors), claim.New(pack, values, vectors), credits.New(pack)}
}

// sides gives the statements of one report for each text, of the first
// sentence that has any.
func (b *bench) sides(texts ...string) []Side {
	var split []*stemma.Text
	var readings []credits.Reading
	for i, text := range texts {
		r := &stemma.Report{ID: fmt.Sprint("r", i+1), Text: text, Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}}
		split = append(split, segment.Split(r, b.pack))
		readings = append(readings, b.quotes.Read(split[i]))
	}
	attributions, speakers := b.quotes.Join(split, readings)
	index := stemma.NewIndex(split, attributions, speakers)
	var found []Side
	for _, t := range split {
		if statements := b.claims.Statements(t, attributions); len(statements) > 0 {
			found = append(found, Side{Clause: b.aligner.Clause(t, &statements[0]), Index: index})
		}
	}
	return found
}

// TestCompare names the changes from one sentence to the other, as
// "kind: words > words".
func TestCompare(t *testing.T) {
	b := newBench(t)
	tests := []struct{ before, after, want string }{
		// Nothing changed that matters.
		{"The council shut the iron bridge.", "The council shut the iron bridge.", ""},
		{"The council shut the iron bridge on Monday.", "On Monday the iron bridge was shut by the council.", ""},
		{"The council shut the bridge after more than two dozen bolts were found missing.", "The council shut the bridge after 26 bolts were found missing.", ""},
		{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 4 May.", ""},
		{"The council spent 1,200 crowns on new bolts.", "The council spent twelve hundred crowns on new bolts.", ""},
		{"Forty bolts were missing from the bridge.", "The ferry carries fourteen bolts of linen to Orrin.", ""},

		// Values.
		{"The council shut the iron bridge after forty bolts were found missing.", "The council shut the iron bridge after fourteen bolts were found missing.",
			"number_changed: forty bolts > fourteen bolts"},
		{"The pump moves two litres a second out of the cellar.", "The pump moves two litres a minute out of the cellar.",
			"number_changed: two litres a second > two litres a minute"},
		{"The repair of the quay cost between 300 and 400 crowns.", "The repair of the quay cost 400 crowns.",
			"number_changed: between 300 and 400 crowns > 400 crowns"},
		{"The repair of the quay cost about 300 crowns.", "The repair of the quay cost 300 crowns.",
			"hedge_dropped: about 300 crowns > 300 crowns"},
		{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 6 May 2021.",
			"date_changed: 4 May 2021 > 6 May 2021"},

		// Hedges and negations.
		{"The old weir may burst before the winter.", "The old weir will burst before the winter.", "modality_strengthened"},
		{"The old weir will probably burst before the winter.", "The old weir will burst before the winter.", "hedge_dropped"},
		{"The old weir allegedly burst before the winter.", "The old weir burst before the winter.", "hedge_dropped"},
		{"The old weir will burst before the winter.", "The old weir may burst before the winter.", "modality_weakened: - > may"},
		{"The bolts of the bridge were cut with a saw.", "The bolts of the bridge were not cut with a saw.", "polarity_changed"},

		// Quotations.
		{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a knife at night," Ada Wren said.`, "quote_altered"},
		{`"I cannot exclude that the bolts were cut with a saw," Ada Wren said.`, `"The bolts were cut with a saw," Ada Wren said.`, "quote_altered"},
		{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a saw," Ada Wren said.`, ""},

		// Credit.
		{"Two masons said that the bolts of the bridge were cut with a saw.", "The bolts of the bridge were cut with a saw.",
			"attribution_dropped: Two masons > The bolts of the bridge were cut with a saw"},
		{"Ada Wren said that the bolts of the bridge were cut with a saw.", "The bolts of the bridge were cut with a saw.",
			"attribution_dropped: Ada Wren > The bolts of the bridge were cut with a saw"},
		{"Two masons said that the bolts of the bridge were cut with a saw.", "The council said that the bolts of the bridge were cut with a saw.",
			"source_inflated: Two masons > The council"},
		{"An official said that the bolts of the bridge were cut with a saw.", "Officials said that the bolts of the bridge were cut with a saw.",
			"source_inflated: An official > Officials"},
		{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a saw at night," Ned Ashgrove said.`,
			"attribution_changed: Ada Wren > Ned Ashgrove"},

		// Words that accuse.
		{"The council changed the date on the certificate.", "The council forged the date on the certificate.", "predicate_changed"},
	}
	for _, test := range tests {
		sides := b.sides(test.before, test.after)
		if len(sides) != 2 {
			t.Fatalf("%+v: %d statements", test, len(sides))
		}
		drifts := b.Compare(sides[0], sides[1])
		var got []string
		for i := range drifts {
			checkDrift(t, &drifts[i])
			line := string(drifts[i].Kind)
			if strings.Contains(test.want, ":") {
				line += ": " + words(drifts[i].Before) + " > " + words(drifts[i].After)
			}
			got = append(got, line)
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%s\n%s\n got %s\nwant %s", test.before, test.after, joined, test.want)
		}
	}
}

func words(s *stemma.Span) string {
	if s == nil {
		return "-"
	}
	return s.Text
}

func checkDrift(t testing.TB, d *stemma.Drift) {
	t.Helper()
	if d.Severity < 1 || d.Severity > 3 || d.Says == "" || d.Before == nil && d.After == nil {
		t.Errorf("drift %+v", d)
	}
	if d.Before != nil && d.Before.Report != "r1" || d.After != nil && d.After.Report != "r2" {
		t.Errorf("%s from %+v to %+v", d.Kind, d.Before, d.After)
	}
}

// TestSeverity: what makes a reader believe something else weighs more.
func TestSeverity(t *testing.T) {
	b := newBench(t)
	severity := func(before, after string) int {
		sides := b.sides(before, after)
		drifts := b.Compare(sides[0], sides[1])
		if len(drifts) != 1 {
			t.Fatalf("%s\n%s: %d drifts", before, after, len(drifts))
		}
		return drifts[0].Severity
	}
	if slight, grave := severity("The quay cost 400 crowns to mend.", "The quay cost 410 crowns to mend."),
		severity("The quay cost 400 crowns to mend.", "The quay cost 4,000 crowns to mend."); slight >= grave {
		t.Errorf("400 to 410 crowns is %d, 400 to 4,000 is %d", slight, grave)
	}
	if named, unnamed := severity("Ada Wren said that the bolts were cut with a saw.", "The bolts were cut with a saw."),
		severity("Two masons said that the bolts were cut with a saw.", "The bolts were cut with a saw."); named >= unnamed {
		t.Errorf("a named source dropped is %d, an unnamed one %d", named, unnamed)
	}
}

func TestAgreement(t *testing.T) {
	b := newBench(t)
	whole, part, other := "The council shut the iron bridge on Monday after a storm.", "The council shut the iron bridge.", "Choirs from Orrin sing."
	sides := b.sides(whole, part, other)
	if a := align.Agreement(sides[0].Clause, sides[1].Clause); a != 1 {
		t.Errorf("a part agrees by %v with the whole", a)
	}
	if align.Likeness(sides[0].Clause, sides[1].Clause) >= 1 || align.Likeness(sides[0].Clause, sides[0].Clause) != 1 {
		t.Error("a part is not as like the whole as the whole itself")
	}
	if align.Agreement(sides[0].Clause, sides[2].Clause) != 0 || align.Likeness(sides[0].Clause, sides[2].Clause) != 0 {
		t.Error("nothing is shared, but they agree")
	}
}

// TestLoci lays readings side by side: "kind: value sigla / value sigla".
func TestLoci(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		texts []string
		want  string
	}{
		{[]string{"Forty bolts were missing from the bridge.", "Forty bolts were missing from the bridge."}, ""},
		{[]string{"Forty bolts were missing from the bridge.", "Fourteen bolts were missing from the bridge.", "40 bolts were missing from the bridge."},
			"quantity: 40 A C / 14 B"},
		{[]string{"The weir may burst.", "The weir will burst.", "The weir could burst."}, "modality: certain B / possible A C"},
		{nil, ""},
	}
	for _, test := range tests {
		sides := b.sides(test.texts...)
		loci := b.Loci(sides, func(report string) string { return string(rune('A' + report[1] - '1')) })
		var got []string
		for _, l := range loci {
			var readings []string
			for _, r := range l.Readings {
				readings = append(readings, r.Value+" "+strings.Join(r.Sigla, " "))
				if len(r.Spans) != len(r.Sigla) {
					t.Errorf("%d spans for %d witnesses", len(r.Spans), len(r.Sigla))
				}
			}
			got = append(got, l.Kind+": "+strings.Join(readings, " / "))
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.texts, joined, test.want)
		}
		if nobody := b.Loci(sides, func(string) string { return "" }); len(nobody) != 0 {
			t.Errorf("loci of reports without a siglum: %v", nobody)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("The old weir may burst on 4 May 2021.", "The old weir will burst on 6 May 2021.")
	f.Add(`"I cannot exclude it," Ada Wren said.`, `"exclude it" it it, officials said\xff`)
	f.Add("Two masons told the Bell that 40 to 50 bolts or \"14\" were cut.", "Not more than 3.5 million bolts were forged, faked.")
	b := newBench(f)
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 2000 {
			return
		}
		sides := b.sides(before, after)
		if len(sides) != 2 {
			return
		}
		for _, d := range b.Compare(sides[0], sides[1]) {
			checkDrift(t, &d)
			for i, s := range []*stemma.Span{d.Before, d.After} {
				text := []string{before, after}[i]
				if s != nil && (s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Text) {
					t.Fatalf("%s: %+v in %q", d.Kind, s, text)
				}
			}
		}
		for _, x := range []float64{align.Agreement(sides[0].Clause, sides[1].Clause), align.Likeness(sides[0].Clause, sides[1].Clause)} {
			if x < 0 || x > 1 {
				t.Fatalf("%v of %q and %q", x, before, after)
			}
		}
		b.Loci(sides, func(report string) string { return report })
	})
}
