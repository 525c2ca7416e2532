package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"stemma"
)

// TestFailOn: the gate looks at the main claim of the largest story and at
// nothing else.
func TestFailOn(t *testing.T) {
	const lead = "The council shut the iron bridge after forty bolts were found missing."
	pile := func(origins int, warnings ...stemma.Warning) *stemma.Dossier {
		d := &stemma.Dossier{Reports: []stemma.Report{{ID: "a", Text: lead}, {ID: "b", Text: lead}}}
		claim := stemma.Claim{Main: true, Origins: stemma.Origins{Min: origins, Max: 2}}
		for i := range d.Reports {
			span := d.Reports[i].Span(0, len(lead))
			claim.Statements = append(claim.Statements, stemma.Statement{Span: span, Sentence: span})
		}
		claim.Statements[0].Head = true
		story := stemma.Story{Claims: []stemma.Claim{claim}, Warnings: warnings}
		story.Witnesses = []stemma.Witness{{Siglum: "A", Report: "a"}, {Siglum: "B", Report: "b"}}
		d.Stories = []stemma.Story{story}
		return d
	}
	side := stemma.Warning{Kind: stemma.SingleSourceWarning}
	for _, test := range []struct {
		name string
		in   *stemma.Dossier
		hits bool
	}{
		{"one origin", pile(1), true},
		{"two origins", pile(2), false},
		{"two origins, a warning of side claims", pile(2, side), false},
		{"nothing read", &stemma.Dossier{}, true},
		{"no claim", &stemma.Dossier{Stories: []stemma.Story{{}}}, true},
	} {
		if got := hitsSingleOrigin(test.in); got != test.hits {
			t.Errorf("%s: hits %v", test.name, got)
		}
	}
}

// TestUnjudged: a story of which nothing could be told is named on stderr, and the exit code tells of it.
func TestUnjudged(t *testing.T) {
	var faults unjudged
	faults.note(&stemma.Story{Title: "Ferry sold"})
	var none bytes.Buffer
	if err := faults.warn(&common{}, streams{err: &none}); err != nil || none.Len() > 0 {
		t.Errorf("%v, %q", err, none.String())
	}
	faults.note(&stemma.Story{Title: "Gate\x1b opened", Fault: "no clause", Stemma: stemma.Stemma{
		Witnesses: make([]stemma.Witness, 2),
	}})
	var out bytes.Buffer
	var code exit
	if err := faults.warn(&common{}, streams{err: &out}); !errors.As(err, &code) || code.code != exitUnread {
		t.Errorf("%v", err)
	}
	if s := out.String(); !strings.Contains(s, "of 2 reports: no clause\n") || strings.Contains(s, "\x1b") {
		t.Errorf("%q", s)
	}
}
