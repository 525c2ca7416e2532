package pipeline

import (
	"context"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/correct"
)

// corrected traces the demo story with corrections.
func corrected(t *testing.T, lines ...string) *stemma.Dossier {
	t.Helper()
	said, err := correct.Parse("c.txt", strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(Options{Jobs: 2, Corrections: said})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Trace(context.Background(), []string{demoFolder})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Each correction is heeded, and is seen where it was made.
func TestCorrections(t *testing.T) {
	for _, test := range []struct {
		line string
		seen func(*stemma.Dossier, []string) bool
	}{
		{"descent: 07-the-quayside.html from The Ardmouth Ledger", func(d *stemma.Dossier, found []string) bool {
			x := descentOf(d, found[0])
			return x != nil && x.Evidence[0].Kind == stemma.CorrectionEvidence && between(d, "01-", "07-")
		}},
		{"descent: 08-carrow-observer.html not from 07-the-quayside.html", func(d *stemma.Dossier, _ []string) bool {
			return !between(d, "07-", "08-") && between(d, "01-", "08-")
		}},
		{"descent: 02-northern-standard.html not from Meridian Wire Service", func(d *stemma.Dossier, _ []string) bool {
			return !strings.Contains(witnessAbove(d, "02-"), "Meridian")
		}},
		{"descent: 06-morning-rounds.txt from Daily Trumpet", func(d *stemma.Dossier, _ []string) bool {
			return strings.Contains(witnessAbove(d, "06-"), "Daily Trumpet")
		}},
		{`same claim: 01-ardmouth-ledger.html "no death can be linked" = 01-ardmouth-ledger.html "between 600,000"`,
			func(d *stemma.Dossier, found []string) bool { return len(found) == 1 }},
		{`other claim: 01-ardmouth-ledger.html "four of whom" = 05-halmark-tonight.html "Nine patients were harmed"`,
			func(d *stemma.Dossier, found []string) bool { return len(found) == 2 }},
		{"other story: 01-ardmouth-ledger.html = 06-morning-rounds.txt", func(d *stemma.Dossier, _ []string) bool {
			return len(d.Stories) == 2
		}},
		{"same person: Ilse Varga = Leona Strand", func(d *stemma.Dossier, found []string) bool {
			s := d.Speaker(found[0])
			return isCalled(s, "Leona Strand") && isCalled(s, "Ilse Varga")
		}},
		{"same outlet: The Ardmouth Ledger = Halmark Tonight", func(d *stemma.Dossier, found []string) bool {
			return len(found) == 2
		}},
		{`source: 03-tolmere-post.txt "five of whom" = Ada Wren (person)`, func(d *stemma.Dossier, found []string) bool {
			return d.Speaker(string(d.Attribution(found[0]).Speaker)).Name == "Ada Wren"
		}},
		{`source: 01-ardmouth-ledger.html "may be wrong" = Ilse Varga`, func(d *stemma.Dossier, found []string) bool {
			return d.Speaker(string(d.Attribution(found[0]).Speaker)).Name == "Ilse Varga"
		}},
		{`no drift: 03-tolmere-post.txt "five"`, func(d *stemma.Dossier, found []string) bool {
			return !slices.ContainsFunc(d.Stories[0].Drifts, func(x stemma.Drift) bool { return x.ID == found[0] })
		}},
		{"note: 01-ardmouth-ledger.html = the desk confirms it", func(d *stemma.Dossier, found []string) bool {
			return d.Report(found[0]) != nil
		}},
	} {
		d := corrected(t, test.line)
		if c := d.Corrections[0]; !c.Applied || c.Reason != "" {
			t.Errorf("%s: not applied: %s", test.line, c.Reason)
		} else if !test.seen(d, c.Findings) {
			t.Errorf("%s: cannot be seen; findings %v", test.line, c.Findings)
		}
	}
}

// An id of the last run says the same as the words.
func TestCorrectionsByID(t *testing.T) {
	plain := corrected(t)
	s := &plain.Stories[0]
	one, other := &s.Claims[0], &s.Claims[len(s.Claims)-1]
	lines := []string{
		"no drift: " + s.Drifts[0].ID, "same claim: " + one.ID + " = " + other.ID,
		"source: " + plain.Attributions[0].ID + " = Ada Wren", "note: " + s.Descents[0].ID + " = sure",
	}
	d := corrected(t, lines...)
	for _, c := range d.Corrections {
		if !c.Applied {
			t.Errorf("%s: not applied: %s", c.Text, c.Reason)
		}
	}
	if n := len(d.Stories[0].Claims); n != len(s.Claims)-1 {
		t.Errorf("%d claims, not one less than %d", n, len(s.Claims))
	}
	if d.Corrections[2].Findings[0] != plain.Attributions[0].ID {
		t.Errorf("the attribution is %s, not %s", d.Corrections[2].Findings[0], plain.Attributions[0].ID)
	}
}

// What fits nothing is said, and changes nothing else.
func TestUnfitCorrections(t *testing.T) {
	for line, want := range map[string]string{
		"descent: A from B":                            "is a siglum",
		"descent: 09.txt from 01-ardmouth-ledger.html": `no report is called "09.txt"`,
		"no drift: xfffff":                             "no drift has the id",
		"same claim: cfffff = cffffe":                  "no claim has the id",
		`same claim: 01-ardmouth-ledger.html "no such words" = 03-tolmere-post.txt`: "does not say",
		"same person: Nobody Here = Ilse Varga":                                     "no source is called",
		"other outlet: The Ardmouth Ledger = Gullhaven Courier":                     "no report names",
		"source: afffff = Ada Wren":                                                 "no attribution has the id",
		"note: zzz = what": "no finding and no report is " +
			"called",
		`no drift: 01-ardmouth-ledger.html "may be wrong"`:              "no drift has changed the words",
		"descent: 01-ardmouth-ledger.html from 01-ardmouth-ledger.html": "names one report twice",
		`note: 01-ardmouth-ledger.html "no such words" = what`:          "does not say",
		"same story: 01-ardmouth-ledger.html = nowhere.txt":             "no report is called",
	} {
		d := corrected(t, line)
		if c := d.Corrections[0]; c.Applied || !strings.Contains(c.Reason, want) {
			t.Errorf("%s: applied %t, %q, not %q", line, c.Applied, c.Reason, want)
		}
		if len(d.Stories) != 1 {
			t.Errorf("%s: %d stories", line, len(d.Stories))
		}
	}
}

func TestFindWords(t *testing.T) {
	for _, test := range []struct {
		words, want string
	}{
		{"five of", "Five\n of"}, {"the", "the"}, {"“é", ""}, {"", ""}, {"bells", ""}, {"Élan the",
			"élan the"}, {"of whom.", "of whom."},
	} {
		text := "Fivebells weather. Five\n of whom. élan the"
		start, end, ok := findWords(text, test.words)
		if got := text[start:end]; got != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q %t, not %q", test.words, got, ok, test.want)
		}
	}
}

// Two lines that contradict each other: the one that had no effect names the
// other; descents that go round name the circle.
func TestContradictingCorrections(t *testing.T) {
	d := corrected(t, "same story: 01-ardmouth-ledger.html = 06-morning-rounds.txt",
		"other story: 06-morning-rounds.txt = 01-ardmouth-ledger.html")
	if a, b := d.Corrections[0], d.Corrections[1]; a.Applied == b.Applied ||
		!strings.Contains(a.Reason+b.Reason, "says the opposite") {
		t.Errorf("%+v %+v", a, b)
	}
	for _, test := range []struct {
		lines []string
		why   string
	}{
		{[]string{"descent: 01-ardmouth-ledger.html from 03-tolmere-post.txt",
			"descent: 03-tolmere-post.txt from The Ardmouth Ledger"}, "says that it went the other way"},
		{[]string{"descent: 01-ardmouth-ledger.html from 03-tolmere-post.txt",
			"descent: 03-tolmere-post.txt from 08-carrow-observer.html",
			"descent: 08-carrow-observer.html from 01-ardmouth-ledger.html"}, "circle"},
		{[]string{"other story: 03-tolmere-post.txt = 01-ardmouth-ledger.html",
			"descent: 03-tolmere-post.txt from The Ardmouth Ledger"}, "line 1 says the opposite"},
		{[]string{`same claim: 01-ardmouth-ledger.html "four of whom" = 05-halmark-tonight.html "Nine patients were harmed"`,
			`other claim: 01-ardmouth-ledger.html "FOUR of whom" = 05-halmark-tonight.html "nine patients were"`},
			"says the opposite"},
		{[]string{"same outlet: The Ardmouth Ledger = Halmark Tonight",
			"other outlet: Halmark Tonight = the ardmouth ledger"},
			"says the opposite"},
	} {
		d := corrected(t, test.lines...)
		unfit := slices.DeleteFunc(slices.Clone(d.Corrections), func(c stemma.Correction) bool { return c.Applied })
		if len(unfit) != 1 || !strings.Contains(unfit[0].Reason, test.why) {
			t.Errorf("%q: %+v", test.lines, unfit)
		}
	}
}

func descentOf(d *stemma.Dossier, id string) *stemma.Descent {
	for i := range d.Stories[0].Descents {
		if d.Stories[0].Descents[i].ID == id {
			return &d.Stories[0].Descents[i]
		}
	}
	return nil
}

// siglumOf is the siglum of the report whose input begins so.
func siglumOf(d *stemma.Dossier, input string) string {
	for _, w := range d.Stories[0].Witnesses {
		if r := d.Report(string(w.Report)); r != nil && strings.Contains(r.Input, "/"+input) {
			return w.Siglum
		}
	}
	return ""
}

// between says whether one report descends from another in one step.
func between(d *stemma.Dossier, from, to string) bool {
	return slices.ContainsFunc(d.Stories[0].Descents, func(x stemma.Descent) bool {
		return x.From == siglumOf(d, from) && x.To == siglumOf(d, to)
	})
}

// witnessAbove names the lost witnesses above a report.
func witnessAbove(d *stemma.Dossier, input string) string {
	var names []string
	for _, x := range d.Stories[0].Parents(siglumOf(d, input)) {
		names = append(names, d.Stories[0].Witness(x.From).Name)
	}
	return strings.Join(names, ", ")
}
