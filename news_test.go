package stemma

import (
	"strings"
	"testing"
)

// pile is a story of reports of one paragraph each; the statements of each stand in
// its text, one claim by the letter before a bar: "s|The council shut the bridge."
func pile(reports ...[]string) (*Dossier, *Story) {
	d, s, at := &Dossier{}, Story{}, map[string]int{}
	for i, r := range reports {
		id := string(rune('a' + i))
		title, body := r[0], ""
		for _, part := range r[1:] {
			_, words, _ := strings.Cut(part, "|")
			body += words + " "
		}
		text := title + "\n\n" + body
		report := Report{ID: id, Title: title, Text: text}
		report.Segments = []Segment{{Kind: Paragraph, Start: len(title) + 2, End: len(text)}}
		for _, part := range r[1:] {
			claim, words, _ := strings.Cut(part, "|")
			start := strings.Index(text, words)
			span := report.Span(start, start+len(words))
			if _, known := at[claim]; !known {
				at[claim] = len(s.Claims)
				s.Claims = append(s.Claims, Claim{ID: claim})
			}
			c := &s.Claims[at[claim]]
			c.Statements = append(c.Statements, Statement{Span: span, Sentence: span, Background: claim == "b"})
		}
		d.Reports = append(d.Reports, report)
		s.Witnesses = append(s.Witnesses, Witness{Siglum: strings.ToUpper(id), Report: Maybe(id)})
	}
	d.Stories = []Story{s}
	return d, &d.Stories[0]
}

const (
	shut = "The harbour council shut the iron bridge on Monday over missing bolts."
	sold = "The iron bridge had been sold to a ferry company for one crown."
)

// TestMainClaimIsNews: what was so before, though all tell it, does not stand for a
// story whose headlines are about something else; and where no two reports tell what
// the headlines share, nothing does.
func TestMainClaimIsNews(t *testing.T) {
	heads := []string{"Council shuts iron bridge", "Iron bridge shut over bolts", "Missing bolts: council shuts bridge"}
	d, s := pile(
		[]string{heads[0], "n|" + shut, "b|" + sold},
		[]string{heads[1], "b|" + sold, "n|Over missing bolts the iron bridge was shut by the harbour council."},
		[]string{heads[2], "b|" + sold, "x|A choir sang."},
	)
	if m := d.FindMain(s, nil); m == nil || m.Claim.ID != "n" || m.Wording() != shut {
		t.Errorf("main claim %+v", m)
	}
	heads = []string{"Council shuts iron bridge", "Iron bridge: a view of Selmouth",
		"What the bridge in Selmouth means"}
	d, s = pile(
		[]string{heads[0], "n|" + shut, "b|" + sold}, []string{heads[1], "b|" + sold}, []string{heads[2], "b|" + sold},
	)
	if m := d.FindMain(s, nil); m != nil {
		t.Errorf("%q stands for the story", m.Wording())
	}
	if got := d.Headline(s); got != heads[1] {
		t.Errorf("headline %q", got)
	}
}

// TestToldBeside: a report tells a claim in its headline or lead too, without a statement
// that was joined to it; but not what the claim denies, nor by the names in it alone.
func TestToldBeside(t *testing.T) {
	const lead = "Ada Wren, Selmouth's harbour master, shut the iron bridge over bolts that are missing, " +
		"the council said."
	const open = "The harbour council did not shut the iron bridge on Monday."
	const eels = "Ada Wren Selmouth told the Tolmere Evening Post that eels are late."
	for _, test := range []struct {
		claim, headline, body string
		denied                bool
		told                  int
	}{
		{shut, "Harbour council shuts iron bridge", "o|A choir of forty sang.", false, 3},
		{shut, "Selmouth in spring", "o|" + lead, false, 3},
		{shut, "Selmouth in spring", "o|A choir of forty sang.", false, 2},
		{shut, "Iron bridge", "o|A choir of forty sang.", false, 2},
		{open, "Harbour council shuts iron bridge", "o|A choir of forty sang.", true, 2},
		{eels, "Wren Selmouth of Tolmere Evening Post", "o|A choir of forty sang.", false, 2},
	} {
		d, s := pile(
			[]string{"Iron bridge shut by harbour council", "n|" + test.claim},
			[]string{"Harbour council and the iron bridge: bolts missing", "n|" + test.claim},
			[]string{test.headline, test.body},
		)
		for i := range s.Claims[0].Statements {
			if test.denied {
				s.Claims[0].Statements[i].Polarity = Negated
			}
		}
		m := d.FindMain(s, nil)
		if m == nil || len(m.Reports) != test.told || m.Beside > 0 != (test.told > 2) {
			t.Errorf("%s, %s: main claim %+v, want it told by %d", test.claim, test.headline, m, test.told)
		}
	}
}

// TestToldByHeadlineAndLead: a headline and a lead together tell a claim if they have most
// of what it begins with, but not if that is names alone.
func TestToldByHeadlineAndLead(t *testing.T) {
	const eels = "Ada Wren signed the Selmouth Eel Treaty for Tolmere Bridge Council."
	for _, test := range []struct {
		claim, headline, lead string
		told                  int
	}{
		{shut, "Iron bridge", "o|Engineers who came on Monday found missing bolts at the harbour council.", 3},
		{eels, "Ada Wren of Tolmere Bridge Council", "o|At Selmouth the Eel Treaty is far.", 2},
	} {
		d, s := pile(
			[]string{"Harbour council shuts iron bridge: Selmouth Eel Treaty signed", "n|" + test.claim},
			[]string{"Iron bridge shut over missing bolts: Selmouth Eel Treaty signed", "n|" + test.claim},
			[]string{test.headline, test.lead},
		)
		if m := d.FindMain(s, nil); m == nil || len(m.Reports) != test.told {
			t.Errorf("%s: main claim %+v, want it told by %d", test.headline, m, test.told)
		}
	}
}

// TestOpensItsReport: of two claims that tell as much the one stands for the story that
// opens a report.
func TestOpensItsReport(t *testing.T) {
	const later = "The iron bridge of the harbour council lacks bolts, so it was shut on Monday."
	heads := []string{"Council shuts iron bridge", "Iron bridge shut over bolts"}
	for _, first := range []string{"n", "m"} {
		words := map[string]string{"n": shut, "m": later}
		second := map[string]string{"n": "m", "m": "n"}[first]
		body := []string{first + "|" + words[first], second + "|" + words[second]}
		d, s := pile(append(heads[:1:1], body...), append(heads[1:2:2], body...))
		if m := d.FindMain(s, nil); m == nil || m.Claim.ID != first {
			t.Errorf("main claim %+v, want %s", m, first)
		}
	}
}

// TestWouldNotSay: that somebody would not say whether something is so is told, not asked.
func TestWouldNotSay(t *testing.T) {
	const mum = "The harbour council declined to say on Monday whether it will shut the iron bridge."
	d, s := pile([]string{"Council mum on iron bridge", "n|" + mum}, []string{"Iron bridge: council will not say",
		"n|" + mum})
	for i := range s.Claims[0].Statements {
		s.Claims[0].Statements[i].Certainty = UnknownCert
	}
	if m := d.FindMain(s, nil); m == nil || m.Wording() != mum {
		t.Errorf("main claim %+v", m)
	}
}

// TestDullWords: what stands in many sentences and in no headline tells nothing.
func TestDullWords(t *testing.T) {
	report := []string{"Council shuts iron bridge"}
	for _, who := range []string{"Ada", "Bo", "Cid", "Dan", "Eve"} {
		report = append(report, who+"|"+who+" said that the bridge belongs into Selmouth.")
	}
	d, s := pile(report)
	dull := d.dullWords(s)
	for word, want := range map[string]bool{"that": true, "into": true, "bridg": false, "selmo": false} {
		if dull[word] != want {
			t.Errorf("%q is dull: %v", word, !want)
		}
	}
}

// TestPartsStandForNothing: words that are no clause, of a longer sentence, stand for no
// story.
func TestPartsStandForNothing(t *testing.T) {
	d, s := pile([]string{"Council shuts iron bridge", "n|" + shut}, []string{"Iron bridge shut", "n|" + shut})
	for i := range s.Claims[0].Statements {
		st := &s.Claims[0].Statements[i]
		st.Scrap = true
		st.Sentence = d.Reports[i].Span(0, len(d.Reports[i].Text))
	}
	if m := d.FindMain(s, nil); m != nil {
		t.Errorf("%q stands for the story", m.Wording())
	}
}

// TestMainClaimIsClear: of the statements of a claim the one that reads alone stands
// for it.
func TestMainClaimIsClear(t *testing.T) {
	d, s := pile(
		[]string{"Council shuts iron bridge",
			"n|She shut the iron bridge on Monday over missing bolts of the council."},
		[]string{"Iron bridge shut", "n|“We shut the iron bridge on Monday over the missing bolts, the council and I”"},
		[]string{"Iron bridge shut by council", "n|" + shut},
	)
	c := &s.Claims[0]
	c.Statements[0].Unnamed, c.Statements[0].Leans, c.Statements[1].Quoted = true, true, true
	if m := d.FindMain(s, nil); m == nil || m.Wording() != shut || len(m.Reports) != 3 {
		t.Errorf("main claim %+v", m)
	}
}

func TestAfterDateline(t *testing.T) {
	for text, want := range map[string]string{
		"— The bridge is shut":                     "The bridge is shut",
		"SELMOUTH (Meridian) - The bridge is shut": "The bridge is shut",
		"Selmouth, Ardmouth (Meridian) The bridge": "The bridge",
		"Meridian) The bridge is shut":             "The bridge is shut",
		"Ada Wren (the keeper) Shut the bridge":    "Ada Wren (the keeper) Shut the bridge",
		"Ada Wren (Tolmere) shut the bridge":       "Ada Wren (Tolmere) shut the bridge",
		"SELMOUTH — The bridge is shut":            "The bridge is shut",
		"ADA WREN — the bridge":                    "ADA WREN — the bridge",
		"The bridge is shut":                       "The bridge is shut",
		") (":                                      ") (",
		"":                                         "",
	} {
		if got := afterDateline(text); got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

// TestProse: furniture that ran into a line is not read, what has lines of its own is none
// of a span.
func TestProse(t *testing.T) {
	text := "Ada Wren Links MORE left the mill.\n\nShare\n\nBo Ek came."
	r := Report{Text: text, Segments: []Segment{
		{Kind: Paragraph, End: 8}, {Kind: Boilerplate, Start: 9, End: 19}, {Kind: Paragraph, Start: 20, End: 34},
		{Kind: Boilerplate, Start: 36, End: 41}, {Kind: Paragraph, Start: 43, End: len(text)},
	}}
	if got, want := r.Prose(text[:34]), "Ada Wren left the mill."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := r.Prose("a Share"); got != "a Share" {
		t.Errorf("%q", got)
	}
	for range 1000 {
		n := len(r.Segments)
		r.Segments = append(r.Segments[:n:n], r.Segments[:3]...)
	}
	if n := len(r.inLines()); n != 1 {
		t.Errorf("%d wordings are looked for, not one", n)
	}
}

// TestMainClaimIsAgreed: of two claims that headlines and leads make, what several surely say
// stands for the story before what only reads a little better.
func TestMainClaimIsAgreed(t *testing.T) {
	const bolts = "Forty bolts of the iron bridge were found missing by the harbour council."
	d, s := pile(
		[]string{"Iron bridge shut: bolts missing", "n|" + shut, "m|" + bolts},
		[]string{"Bolts missing, iron bridge shut", "n|Shut is the iron bridge, and the harbour council is sorry.",
			"m|" + bolts},
		[]string{"Council shuts iron bridge", "n|The harbour council shut the bridge early.", "m|" + bolts},
	)
	sure := func(of string) func(c, at int) int {
		return func(c, at int) int {
			if s.Claims[c].ID == of {
				return 2
			}
			return 0
		}
	}
	for _, id := range []string{"n", "m"} {
		if m := d.FindMain(s, sure(id)); m == nil || m.Claim.ID != id {
			t.Errorf("three reports surely say %s, the main claim is %+v", id, m)
		}
	}
}
