package expect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// dossier is a small story: A and B print a lost wire (α) that took from D;
// C took from B.
func dossier() *stemma.Dossier {
	d := &stemma.Dossier{}
	for _, r := range []struct{ id, input, text string }{
		{"ra", "pile/01-bell.html", "The “tide mill” lost 40 tiles,\nthe Bell said."},
		{"rb", "pile/02.txt", "The tide mill lost 14 tiles."},
		{"rc", "pile/03.txt", "Mill loses tiles."},
		{"rd", "pile/04.txt", "The tide mill lost 40 tiles in the gale, Ada Wren told us."},
	} {
		d.Reports = append(d.Reports, stemma.Report{ID: r.id, Input: r.input, Text: r.text})
	}
	all := func(i int) stemma.Span { r := &d.Reports[i]; return r.Span(0, len(r.Text)) }
	before, after := d.Reports[0].Span(20, 36), d.Reports[1].Span(14, 27)
	source := d.Reports[3].Span(41, 49)
	d.Attributions = []stemma.Attribution{{Report: "rd", Source: &source, Content: []stemma.Span{d.Reports[3].Span(0,
		39)}}}
	d.Stories = []stemma.Story{{
		Stemma: stemma.Stemma{
			Witnesses: []stemma.Witness{
				{Siglum: "A", Report: "ra"}, {Siglum: "B", Report: "rb"}, {Siglum: "C", Report: "rc"}, {Siglum: "D",
					Report: "rd"},
				{Siglum: "α", Lost: true, Name: "Coastal Press Service"},
			},
			Descents: []stemma.Descent{
				{ID: "d1", From: "D", To: "α"}, {ID: "d2", From: "α", To: "A"}, {ID: "d3", From: "α", To: "B"},
				{ID: "d4", From: "B", To: "C"},
			},
		},
		Claims: []stemma.Claim{{Statements: []stemma.Statement{{Span: all(0)}, {Span: all(1)}, {Span: all(3)}},
			Origins: stemma.Origins{Min: 1, Max: 2}}},
		Drifts:   []stemma.Drift{{Kind: stemma.NumberChanged, Descent: "d3", Before: &before, After: &after}},
		Warnings: []stemma.Warning{{Kind: stemma.CircularWarning}},
	}}
	return d
}

func TestCheck(t *testing.T) {
	tests := []struct {
		line string
		met  bool
	}{
		{"story: 01 02 03 04", true},
		{"story: 01 05", false},
		{"descent: 04 > 01", true},
		{`descent: 04 > "CPS" > 02`, true},
		{`descent: 04 > "Inland Gazette" > 02`, false},
		{`descent: 02 > "CPS" > 03`, false},
		{"descent: 02 > 03", true},
		{"descent: 04 > 03", false},
		{"lost: 01 02", true},
		{`lost: "Coastal Press" 01 02`, true},
		{"lost: 01 03", false},
		{"no descent: 01 - 02", true},
		{"no descent: 01 - 04", false},
		{"origins: 1..2 | the \"tide mill\" lost 40 tiles", true},
		{"origins: 1 | The tide mill lost 14 tiles", false},
		{"origins: 1 | no such words", false},
		{"never: 2 | The tide mill lost 14 tiles", true},
		{"never: 1 | The tide mill lost 14 tiles", false},
		{"drift: 02 date_changed | lost 40 tiles | lost 14 tiles", true},
		{"drift: 02 title_changed/number_changed | lost 40 tiles | -", true},
		{"drift: 02 title_changed | lost 40 tiles | -", false},
		{"drift: 01 number_changed | lost 40 tiles | lost 14 tiles", false},
		{"attribution: 04 | Wren | tide mill lost 40 tiles", true},
		{"attribution: 04 | Crane | tide mill lost 40 tiles", false},
		{"attribution: 02 | Wren | tide mill lost 40 tiles", false},
		{"warning: circular", true},
		{"warning: single-source", false},
	}
	for _, test := range tests {
		e, err := Parse([]byte(test.line + "\n"))
		if err != nil {
			t.Errorf("%s: %v", test.line, err)
			continue
		}
		met, failed := e.Check(dossier())
		if len(met)+len(failed) != 1 || (len(met) == 1) != test.met {
			t.Errorf("%s: met %q, failed %q", test.line, met, failed)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, line := range []string{
		"story", "story:", "shape: round", "descent: 01", "descent: 01 > > 02", `lost: "CPS 01`, "lost: ",
		"no descent: 01 02", "origins: x | words", "origins: 1..y | words", "origins: 1", "never: x | w",
		"drift: 02 | a | b", "drift: 02 number_changed | a", "attribution: 01 | | b",
	} {
		if _, err := Parse([]byte("# ok\n" + line)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v, want one that names line 2", line, err)
		}
	}
}

func TestParseStory(t *testing.T) {
	story, err := ParseStory([]byte("What it\ntests.\n-- 01.txt --\nOne.\n\nTwo -- three.\n" +
		"-- expect --\nwarning: circular\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Story{
		Comment: "What it\ntests.\n", Files: []File{{"01.txt", "One.\n\nTwo -- three.\n"}},
		Expectation: Expectation{Warnings: []stemma.WarningKind{stemma.CircularWarning}},
	}
	if diff := cmp.Diff(want, story); diff != "" {
		t.Error(diff)
	}
	if _, err := ParseStory([]byte("-- 01.txt --\nOne.\n")); err == nil {
		t.Error("a story without expectation: no error")
	}
}

func TestLocate(t *testing.T) {
	r := &stemma.Report{ID: "r", Text: "Nine  men said\n“Nine boats’ sails” – İzmir nine."}
	tests := []struct{ words, want string }{
		{"nine men", "Nine  men"},
		{`"nine boats' sails"`, "“Nine boats’ sails”"},
		{"said \"nine", "said\n“Nine"},
		{"ine men", ""},
		{"nine", "Nine|Nine|nine"},
		{"", ""},
	}
	for _, test := range tests {
		var got []string
		for _, span := range Locate(r, test.words) {
			got = append(got, span.Text)
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q: %q, want %q", test.words, got, test.want)
		}
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"Coastal Press Service (CPS)", "CPS", true},
		{"Coastal Press Service", "the CPS agency", true},
		{"Coastal Press Service", "Inland Press Service", false},
		{"The Hill Bell", "Hill Bell", true},
		{"", "", false},
	}
	for _, test := range tests {
		if SameName(test.a, test.b) != test.same {
			t.Errorf("%q, %q: not %v", test.a, test.b, test.same)
		}
	}
}

func FuzzParseStory(f *testing.F) {
	f.Add([]byte("c\n-- a --\nx\n-- expect --\nstory: a\ndescent: a > \"b\" > c\n" +
		"origins: 1..2 | w\ndrift: a k/l | - | x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		story, err := ParseStory(data)
		if err == nil {
			story.Expectation.Check(dossier())
		}
	})
}

func FuzzLocate(f *testing.F) {
	f.Add("The “tide”\n mill", "the \"tide\" mill")
	f.Fuzz(func(t *testing.T, text, words string) {
		r := &stemma.Report{ID: "r", Text: text}
		for _, span := range Locate(r, words) {
			if span.Text != text[span.Start:span.End] {
				t.Fatalf("span %v is not its text", span)
			}
		}
	})
}
