package render

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"
	"time"

	"stemma"
)

// TestJSONIsThatOfTheEncoder: what is written piece by piece is what the encoder
// makes of the whole.
func TestJSONIsThatOfTheEncoder(t *testing.T) {
	span := stemma.Span{Report: "r1", Start: 3, End: 9, Text: "5 < 6 & \"so\"\u2028\xff"}
	d := &stemma.Dossier{Schema: "x", Reports: []stemma.Report{{ID: "r1", Text: "a\nb", Captured: time.Unix(5,
		7).UTC()}, {}}}
	d.Speakers = []stemma.Speaker{{ID: "p1", Count: stemma.Count{Min: 2, Max: 3}}, {Aliases: []string{}}}
	d.Stories = []stemma.Story{{}, {ID: "s1", Claims: []stemma.Claim{{ID: "c1", Statements: []stemma.Statement{{
		Span: span, Certainty: stemma.Certain, Attribution: "a1",
		Values: []stemma.Value{{Span: span, Quantity: &stemma.Quantity{Low: 1e-9, High: 1e22}},
			{Quantity: &stemma.Quantity{Low: -4.5}}},
	}}}}}}
	d.Stories[1].Witnesses = []stemma.Witness{{Siglum: "α", Lost: true}, {Siglum: "A", Report: "r1"}}
	d.Stories[1].Descents = []stemma.Descent{{ID: "d1", Confidence: 0.25,
		Evidence: []stemma.Evidence{{Spans: []stemma.Span{span}}}}}
	d.Stories[1].Drifts = []stemma.Drift{{ID: "x1", Before: &span}}
	for _, v := range []any{d, &stemma.Dossier{}, map[string]any{"b": []int{}, "a": nil}, struct{ A, b int }{1, 2},
		[]*int{nil}} {
		var want, got bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(v); err != nil {
			t.Fatal(err)
		}
		if err := JSON(&got, v); err != nil {
			t.Fatal(err)
		}
		if plain := appendPlain(nil, want.Bytes()); got.String() != string(plain) {
			t.Errorf("%T:\n%s\nwant\n%s", v, got.String(), plain)
		}
	}
	if err := JSON(&bytes.Buffer{}, math.NaN()); err == nil {
		t.Error("not a number was written")
	}
}
