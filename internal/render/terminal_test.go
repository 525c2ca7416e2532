package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"stemma"
)

type writer func(io.Writer, *stemma.Dossier, Style) error

func textOf(t *testing.T, write writer, d *stemma.Dossier, s Style) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, d, s); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTextFitsItsWidth(t *testing.T) {
	piles := map[string]*stemma.Dossier{"ferry": ferry(t), "empty": {}, "chain": chain(70), "many": many(40, 8)}
	for name, d := range piles {
		for kind, write := range map[string]writer{"trace": Terminal, "quotes": Quotes, "compare": Compare} {
			for _, s := range []Style{{}, {Width: 40}, {Width: 120}, {Color: true}} {
				checkWidth(t, fmt.Sprintf("%s %s %+v", name, kind, s), textOf(t, write, d, s), s)
			}
		}
	}
}

func checkWidth(t *testing.T, what, text string, s Style) {
	t.Helper()
	width := s.Width
	if width == 0 {
		width = defaultWidth
	}
	for i, line := range strings.Split(text, "\n") {
		if w := ansi.StringWidth(line); w > width {
			t.Errorf("%s: line %d is %d wide: %s", what, i+1, w, line)
		}
		if strings.TrimRight(ansi.Strip(line), " ") != ansi.Strip(line) {
			t.Errorf("%s: line %d ends in a space: %q", what, i+1, line)
		}
		for _, r := range ansi.Strip(line) {
			if unicode.IsControl(r) || overrides(r) {
				t.Errorf("%s: line %d holds %U", what, i+1, r)
			}
		}
		if !s.Color && strings.Contains(line, "\x1b") {
			t.Errorf("%s: line %d is coloured", what, i+1)
		}
	}
}

func TestTerminalShowsTheFerry(t *testing.T) {
	text := textOf(t, Terminal, ferry(t), Style{})
	wantInOrder(t, text,
		"6 reports, 1 story. Three of 6 are shown to go back to Continental Press Service\n(not in the pile), one "+
			"to Gullhaven Courier.",
		"A Gullhaven Courier · 6 May 2031 06:10\n├─ B Northern Post · 6 May 2031 11:45\n│     rewrite of A · 71% of "+
			"its words · likely\n│     B names the Gullhaven Courier as its source. (and 3 more)",
		"└─ α (lost) Continental Press Service, wire\n   │  citation of A · 22% of its words · likely",
		"   └─ D Evening Lamp", "also from A", "E Harbour Radio",
		"Claims — 6 found, 4 carried by two or more reports",
		"one origin · in A B C D F", "contested · between 1 and 2 origins",
		"▲▲▲ perhaps number changed, severe · C → D x2", "«more than 40» lifejackets missing, the Gullhaven",
		"«more than\n      400» lifejackets missing",
		"handed on to F",
		"▲▲  perhaps denial omitted, misleading · A → B x6\n    left out: «Marrow Line",
		"added: «400 lifejackets missing»",
		"Beware\n !  circular: D cites",
		"Inputs — 8 offered: 6 read, 1 skipped, 1 failed\n  · skipped pile/g.pdf", "failed pile/h.html")
}

func wantInOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, p := range parts {
		i := strings.Index(rest, p)
		if i < 0 {
			t.Fatalf("no %q, or not in its place, in\n%s", p, text)
		}
		rest = rest[i+len(p):]
	}
}

func TestQuotesShowsTheFerry(t *testing.T) {
	wantInOrder(t, textOf(t, Quotes, ferry(t), Style{}),
		"6 reports, 14 attributions, 7 sources: 2 named people, 1 unnamed source.",
		"a page of the port log (document) — according to — The ferry",
		"one of the pilots (harbour pilots, anonymous, 2 people) — said — “We counted",
		"the Gullhaven Courier (outlet) — reported — A ferry",
		"└─ a port log (page of the port log, document) — citing",
		"Mr Wick (Jonas Wick, person) — said — “I photographed", "nobody named — said",
		"Nobody is credited with anything.")
}

func TestContentKeepsItsMarks(t *testing.T) {
	for text, want := range map[string]string{
		"„Wir sinken“": "„Wir sinken“", "« On coule »": "« On coule »", "We sink": "“We sink”", "“We sink": "“We sink",
	} {
		a := &stemma.Attribution{Kind: stemma.Direct, Content: []stemma.Span{{Text: text}}}
		if got := contentWords(a); got != want {
			t.Errorf("%s: %s, not %s", text, got, want)
		}
	}
}

func TestCompareShowsTwoReports(t *testing.T) {
	wantInOrder(t, textOf(t, Compare, ferry(t), Style{}),
		"3 shared passages, 3 shared claims, 4 drifts.", "B is a rewrite of A: likely, 71% of its words.",
		"with [-about-]\n    40 of its", "The master [-may have known-] {+knew+}", "Shared claims",
		"A The ferry Aldona left", "B The ferry Aldona left",
		"▲▲▲ perhaps modality strengthened, severe · A → B")
	if got := textOf(t, Compare, &stemma.Dossier{Reports: ferry(t).Reports[:1]}, Style{}); !strings.Contains(got,
		"It takes two reports") {
		t.Error(got)
	}
}

func TestTerminalOfLittle(t *testing.T) {
	if got := textOf(t, Terminal, &stemma.Dossier{}, Style{}); !strings.HasPrefix(got, "No report could be read") {
		t.Error(got)
	}
	one := &stemma.Dossier{
		Reports: []stemma.Report{{ID: "r1", Outlet: "Post", Title: "Title", Text: "Text."}},
		Stories: []stemma.Story{{Title: "Title", Stemma: stemma.Stemma{Witnesses: []stemma.Witness{{Siglum: "A",
			Report: "r1"}}}}},
		Ledger: []stemma.LedgerRow{{Input: "a", Outcome: stemma.Read, Report: "r1"}},
	}
	wantInOrder(t, textOf(t, Terminal, one, Style{}), "1 report, 1 story. No claims were found in it.",
		"A Post · undated", "The only input was read.")
}

// chain is a story in which each report copies the one before.
func chain(n int) *stemma.Dossier {
	d := many(n, 1)
	s := &d.Stories[0]
	for i := range s.Descents {
		s.Descents[i].From, s.Descents[i].To = s.Witnesses[i].Siglum, s.Witnesses[i+1].Siglum
	}
	return d
}

// many is piles of invented reports: stories of per each, every copy of one
// of the first, with a shared passage and a claim. With one story, all are
// in it.
func many(reports, stories int) *stemma.Dossier {
	d := &stemma.Dossier{Schema: stemma.DossierSchema}
	lines := strings.Repeat("The harbour office said on Monday that the quay would stay shut until the survey was "+
		"done. ", 20)
	for i := range reports {
		id := fmt.Sprintf("r%d", i)
		text := fmt.Sprintf("Quay %d shut\n\nThe quay was shut at %d o'clock.\n\n%s", i, i%24, lines)
		r := stemma.Report{ID: id, Input: "pile/" + id, Outlet: stemma.Maybe(fmt.Sprintf("Paper %d", i)),
			Title: fmt.Sprintf("Quay %d shut", i), Text: text, Segments: segmentsOf(text), Published: at(1+i%20, i%24,
				i%60)}
		d.Reports = append(d.Reports, r)
		d.Ledger = append(d.Ledger, stemma.LedgerRow{Input: r.Input, Outcome: stemma.Read, Report: stemma.Maybe(id)})
	}
	for i := range stories {
		d.Stories = append(d.Stories, oneOfMany(builder{d}, i, reports*i/stories, reports*(i+1)/stories))
	}
	return d
}

func oneOfMany(b builder, number, from, to int) stemma.Story {
	s := stemma.Story{ID: fmt.Sprintf("s%d", number), Title: b.Reports[from].Title}
	origin := fmt.Sprintf("o%d", number)
	c := stemma.Claim{ID: fmt.Sprintf("c%d", number), Statement: "The quay was shut", Verdict: stemma.SingleOrigin,
		Origins: stemma.Origins{Min: 1, Max: 1, IDs: []string{origin}}}
	for i := from; i < to; i++ {
		r := &b.Reports[i]
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: fmt.Sprintf("A%d", i-from+1),
			Report: stemma.Maybe(r.ID)})
		start := strings.Index(r.Text, "The quay was")
		passage := r.Span(start, start+20)
		c.Statements = append(c.Statements, stemma.Statement{Span: passage, Sentence: passage})
		if i > from {
			s.Descents = append(s.Descents, stemma.Descent{ID: fmt.Sprintf("d%d", i), From: "A1",
				To: s.Witnesses[i-from].Siglum, Kind: stemma.Rewrite, Confidence: 0.9, Share: 0.5})
			b.Reuse = append(b.Reuse, stemma.Reuse{A: c.Statements[0].Span, B: passage, Kind: stemma.Near,
				Identity: 0.9})
		}
	}
	s.Origins = []stemma.Origin{{ID: origin, Witness: "A1"}}
	s.Claims = []stemma.Claim{c}
	return s
}
