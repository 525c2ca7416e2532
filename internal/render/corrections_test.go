package render

import (
	"bytes"
	"strings"
	"testing"

	"stemma"
)

// Corrections stand in the list of them and where the finding does; what fits
// nothing says why. Nothing that the user writes runs.
func TestCorrections(t *testing.T) {
	d := ferry(t)
	claim := d.Stories[0].Claims[0].ID
	d.Corrections = []stemma.Correction{
		{ID: "k1", Kind: stemma.NoteCorrection, Text: "note: " + claim + " = <b>sure</b>", By: "Ana Ruiz",
			On:    "2026-11-28",
			Terms: []string{claim, "<b>sure</b>"}, Applied: true, Findings: []string{claim}},
		{ID: "k2", Kind: stemma.DescentCorrection, Text: "descent: x from y", Terms: []string{"x", "y"},
			Reason: `no report is called "x"`, Findings: []string{}},
	}
	var page, text bytes.Buffer
	if err := Page(&page, d); err != nil {
		t.Fatal(err)
	}
	if err := Terminal(&text, d, Style{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`id="k1"`, `href="#k1"`, "note: &lt;b&gt;sure", "Ana Ruiz, 2026-11-28", "not applied: No report is called"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, want := range []string{"1 correction applied, 1 not", "note: <b>sure</b>", "not applied: No report is"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the terminal lacks %s in\n%s", want, text.String())
		}
	}
}
