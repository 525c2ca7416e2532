package collate

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
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
	pack   *language.Pack
	claims *claim.Reader
	quotes *credits.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	values, vectors := value.New(pack), vector.Open()
	return &bench{New(pack, values, vectors), pack, claim.New(pack, values, vectors), credits.New(pack)}
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
			found = append(found, Side{Text: t, Statement: &statements[0], Index: index})
		}
	}
	return found
}

// TestCompare: "before -> after: kinds", kinds with their severity.
func TestTmp(t *testing.T) {
	b := newBench(t)
	for _, p := range compareCases {
		s := b.sides(p.before, p.after)
		if len(s) != 2 {
			t.Log(p, "statements", len(s))
			continue
		}
		var got []string
		for _, d := range b.Compare(s[0], s[1]) {
			got = append(got, fmt.Sprint(d.Kind, " ", d.Severity, " ", txt(d.Before), "->", txt(d.After)))
		}
		t.Logf("%s -> %s\n     %s", s[0].Statement.Span.Text, s[1].Statement.Span.Text, strings.Join(got, "\n     "))
	}
}

func txt(s *stemma.Span) string {
	if s == nil {
		return "-"
	}
	return s.Text
}

var compareCases = []struct{ before, after, want string }{
	{"The council shut the iron bridge after forty bolts were found missing.", "The council shut the iron bridge after fourteen bolts were found missing.", ""},
	{"The council shut the bridge after more than two dozen bolts were found missing.", "The council shut the bridge after 26 bolts were found missing.", ""},
	{"The pump moves two litres a second out of the cellar.", "The pump moves two litres a minute out of the cellar.", ""},
	{"The repair of the quay cost about 300 crowns.", "The repair of the quay cost 300 crowns.", ""},
	{"The repair of the quay cost between 300 and 400 crowns.", "The repair of the quay cost 400 crowns.", ""},
	{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 6 May 2021.", ""},
	{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 4 May.", ""},
	{"The old weir may burst before the winter.", "The old weir will burst before the winter.", ""},
	{"The old weir will probably burst before the winter.", "The old weir will burst before the winter.", ""},
	{"The old weir is likely to burst before the winter.", "The old weir is to burst before the winter.", ""},
	{"The old weir will burst before the winter.", "The old weir may burst before the winter.", ""},
	{"The old weir allegedly burst before the winter.", "The old weir burst before the winter.", ""},
	{"The bolts of the bridge were cut with a saw.", "The bolts of the bridge were not cut with a saw.", ""},
	{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a knife at night," Ada Wren said.`, ""},
	{`"I cannot exclude that the bolts were cut with a saw," Ada Wren said.`, `"The bolts were cut with a saw," Ada Wren said.`, ""},
	{`"It might be that the bolts were cut with a saw," Ada Wren said.`, `"The bolts were cut with a saw," Ada Wren said.`, ""},
	{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a saw," Ada Wren said.`, ""},
	{"Two masons said that the bolts of the bridge were cut with a saw.", "The bolts of the bridge were cut with a saw.", ""},
	{"Ada Wren said that the bolts of the bridge were cut with a saw.", "The bolts of the bridge were cut with a saw.", ""},
	{"Two masons said that the bolts of the bridge were cut with a saw.", "The council said that the bolts of the bridge were cut with a saw.", ""},
	{"An official said that the bolts of the bridge were cut with a saw.", "Officials said that the bolts of the bridge were cut with a saw.", ""},
	{`"The bolts were cut with a saw at night," Ada Wren said.`, `"The bolts were cut with a saw at night," Ned Ashgrove said.`, ""},
	{"The council changed the date on the certificate.", "The council forged the date on the certificate.", ""},
	{"The council shut the iron bridge.", "The council shut the iron bridge.", ""},
	{"The council shut the iron bridge on Monday.", "On Monday the iron bridge was shut by the council.", ""},
	{"Ada Wren, the deputy engineer, shut the iron bridge.", "Ada Wren, the engineer, shut the iron bridge.", ""},
	{"Forty bolts were missing from the bridge.", "The ferry carries fourteen bolts of linen to Orrin.", ""},
}
