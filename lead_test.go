package stemma

import (
	"strings"
	"testing"
	"time"
)

// made is a report of one paragraph behind a title, and its statements.
func made(id, title, body string) (Report, []Statement) {
	text := title + "\n\n" + body
	r := Report{ID: id, Title: title, Text: text, Segments: []Segment{
		{Kind: TitleSegment, End: len(title)}, {Kind: Paragraph, Start: len(title) + 2, End: len(text)},
	}}
	head, lead := r.Span(0, len(title)), r.Span(len(title)+2, len(text))
	return r, []Statement{{Span: head, Sentence: head, Headline: true}, {Span: lead, Sentence: lead}}
}

func TestMainClaim(t *testing.T) {
	a, sa := made("a", "Bridge shut", "The council shut the iron bridge after forty bolts were found missing.")
	b, sb := made("b", "No bolts", "After forty bolts were found missing the iron bridge was shut by the council.")
	c, sc := made("c", "Ada Wren, 40, of Selmouth in the north", "A choir sang in the town hall for an hour on Monday.")
	d := &Dossier{Reports: []Report{a, b, c}}
	witnesses := Stemma{Witnesses: []Witness{{Siglum: "A", Report: "a"}, {Siglum: "B", Report: "b"}, {Siglum: "C",
		Report: "c"}}}
	d.Stories = []Story{{ID: "s1", Stemma: Stemma{Witnesses: witnesses.Witnesses[:1]}}, {ID: "s2", Stemma: witnesses,
		Claims: []Claim{
			{ID: "c1", Statements: append([]Statement{sc[1]}, sa[0])},
			{ID: "c2", Statements: []Statement{sa[1], sb[1], sc[1]}},
		}}}
	if s := d.Largest(); s == nil || s.ID != "s2" {
		t.Fatalf("largest is %+v", s)
	}
	m := d.FindMain(&d.Stories[1], nil)
	if m == nil || m.Claim.ID != "c2" || m.Statement.Span.Report != "a" {
		t.Fatalf("main claim %+v", m)
	}
	if len(m.Reports) != 2 || m.Reports[0] != "a" || m.Reports[1] != "b" {
		t.Errorf("told by %v: the choir is no part of it", m.Reports)
	}
	if m := d.FindMain(&d.Stories[0], nil); m != nil {
		t.Errorf("a main claim where there is none: %+v", m)
	}
	if s := (&Dossier{}).Largest(); s != nil {
		t.Errorf("a story in nothing: %+v", s)
	}
}

// TestMainClaimIsTheTopic: as many reports tell of the choir as of the bridge, but
// the headlines are about the bridge.
func TestMainClaimIsTheTopic(t *testing.T) {
	const choir = "A choir of forty sang in the town hall on Monday evening. "
	a, sa := made("a", "Council shuts iron bridge over missing bolts",
		choir+"The iron bridge is shut since bolts are missing from it, the council said.")
	b, sb := made("b", "Missing bolts: iron bridge shut by council",
		choir+"The council shut the iron bridge because bolts are missing from its arches.")
	var songs, bolts []Statement
	for _, x := range []struct {
		r  *Report
		st Statement
	}{{&a, sa[1]}, {&b, sb[1]}} {
		at, end := x.st.Span.Start, x.st.Span.Start+len(choir)-1
		songs = append(songs, Statement{Span: x.r.Span(at, end), Sentence: x.r.Span(at, end)})
		bolts = append(bolts, Statement{Span: x.r.Span(end+1, x.st.Span.End), Sentence: x.r.Span(end+1, x.st.Span.End)})
	}
	d := &Dossier{Reports: []Report{a, b}}
	d.Stories = []Story{{
		Stemma: Stemma{Witnesses: []Witness{{Siglum: "A", Report: "a"}, {Siglum: "B", Report: "b"}}},
		Claims: []Claim{{ID: "c1", Statements: songs}, {ID: "c2", Statements: bolts}},
	}}
	if m := d.FindMain(&d.Stories[0], nil); m == nil || m.Claim.ID != "c2" {
		t.Errorf("main claim %+v", m)
	}
}

func TestWording(t *testing.T) {
	const long = "In a letter that it took the council of the town nearly a month and three meetings to agree on, " +
		"and that was read out aloud in the square on Monday, Ada Wren was told to leave the bridge to the town."
	for _, test := range []struct{ sentence, span, want string }{
		{"The council told a court on Monday that it still wants the bridge.", "it still wants the bridge",
			"The council told a court on Monday that it still wants the bridge."},
		{"The council told a court that " + long, "told a court that " + long, "The council told a court that " + long},
		{long, "told to leave the bridge to the town", "told to leave the bridge to the town"},
		{"# Ada Wren Calls Bridge 'A Ruin, A Trap'", "Bridge 'A Ruin, A Trap'",
			"Ada Wren Calls Bridge 'A Ruin, A Trap'"},
		{"On Monday Ada Wren left the bridge.", "Ada Wren left the bridge", "Ada Wren left the bridge"},
	} {
		sentence, isHeadline := strings.CutPrefix(test.sentence, "# ")
		r := Report{ID: "a", Text: sentence}
		start := strings.Index(sentence, test.span)
		st := &Statement{Span: r.Span(start, start+len(test.span)), Sentence: r.Span(0, len(r.Text)),
			Headline: isHeadline}
		if got := (&Main{Statement: st}).Wording(); got != test.want {
			t.Errorf("%q of %q reads %q, want %q", test.span, test.sentence, got, test.want)
		}
	}
}

// turned is a claim of statements, one a report; those whose words stand between bars
// are denied by who stands before them.
func turned(marked ...string) (*Dossier, *Story) {
	d := &Dossier{}
	var s Story
	var c Claim
	for i, m := range marked {
		before, rest, isTurned := strings.Cut(m, "|")
		words, after, _ := strings.Cut(rest, "|")
		if !isTurned {
			before, words = "", m
		}
		id := string(rune('a' + i))
		r := Report{ID: id, Text: before + words + after, Segments: []Segment{{Kind: Paragraph,
			End: len(before + words + after)}}}
		c.Statements = append(c.Statements, Statement{
			Span: r.Span(len(before), len(before)+len(words)), Sentence: r.Span(0, len(r.Text)), Turned: isTurned,
		})
		d.Reports = append(d.Reports, r)
		s.Witnesses = append(s.Witnesses, Witness{Siglum: id, Report: Maybe(id)})
	}
	s.Claims = []Claim{c}
	d.Stories = []Story{s}
	return d, &d.Stories[0]
}

// TestMainClaimIsNotTurned: what is denied or asked never stands alone, and what more
// reports say than deny stands for the claim.
func TestMainClaimIsNotTurned(t *testing.T) {
	const whole = "The review did not find that the Council sold the iron bridge to a ferry company."
	for _, test := range []struct {
		want   string
		marked []string
	}{
		{whole, []string{
			"The review did not find that |the Council sold the iron bridge to a ferry company|.",
			"It did not find in its review that |the Council sold the iron bridge to the ferry company|.",
		}},
		{"The council sold its iron bridge to a ferry company.", []string{
			"Ada Wren denied that |the council sold the iron bridge to a ferry company|.",
			"The council sold its iron bridge to a ferry company.",
			"In May the council sold its bridge, made of iron, to the ferry company.",
		}},
	} {
		d, s := turned(test.marked...)
		m := d.FindMain(s, nil)
		if m == nil {
			t.Errorf("no main claim, want %q", test.want)
		} else if !strings.EqualFold(m.Wording(), test.want) {
			t.Errorf("%q, want %q", m.Wording(), test.want)
		}
	}
}

func TestRunTogether(t *testing.T) {
	for text, want := range map[string]bool{
		"Keeper Ada Wren Ada Lund WrenMill to open again MORE shut the lock": true,
		"Keeper Wren Ada (Lund) WrenMill to open again shut the lock":        true,
		"Ada Wren shut the lock, and Ada Wren opened it":                     false,
		"Ada McWren of DeLund shut WrenMill":                                 false,
		"Ada Wren shut the lock . The mill is open":                          false,
		"": false,
	} {
		if got := runTogether(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestStub(t *testing.T) {
	r := Report{ID: "a", Text: "Ada Wren left the mill at Selmouth, one day after it was shut."}
	for end, want := range map[int]string{
		len("Ada Wren left the mill at Selmouth, one day"): "Ada Wren left the mill at Selmouth",
		len("Ada Wren left the mill at Selmouth"):          "Ada Wren left the mill at Selmouth",
		len(r.Text): r.Text,
	} {
		st := &Statement{Span: r.Span(0, end), Sentence: r.Span(0, len(r.Text))}
		if got := st.withoutStub(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestBeginningOf(t *testing.T) {
	for word, want := range map[string]string{
		"Appointed": "appoi", "appoints": "appoi", "fires": "fire", "Fired": "fire", "two": "", "NHS": "nhs", "Nhs": "",
		"12": "12", "123456": "12345", "Écluses": "éclus", "écru": "écru", "ÉDF": "édf", "at": "", "2nd": "2nd",
	} {
		if got, tells := beginningOf(word); got != want || tells != (want != "") {
			t.Errorf("%q begins %q (%v), not %q", word, got, tells, want)
		}
	}
}

// TestDullWordsOfSentences: a word is dull that stands in enough sentences without a capital, once in each
// at least, and in no headline; one sentence in which it has only a capital makes it a name.
func TestDullWordsOfSentences(t *testing.T) {
	d := &Dossier{Reports: []Report{{ID: "r1", Title: "Harbour under water"}}}
	s := &Story{}
	s.Witnesses = []Witness{{Report: "r1"}}
	for i, text := range []string{
		"They think that over.", "That was what that under law meant over there.", "But that is over there, Over.",
		"And that, under oath, Over there.", "It is that under over.",
	} {
		for range 2 { // a sentence that two statements are of counts once
			st := Statement{Sentence: Span{Report: "r1", Start: 100 * i, End: 100*i + len(text), Text: text}}
			s.Claims = append(s.Claims, Claim{Statements: []Statement{st}})
		}
	}
	if dull := d.dullWords(s); len(dull) != 1 || !dull["that"] {
		t.Errorf("%v", dull)
	}
}

// TestMainIsTheMarkedOne: a main claim is found with a statement that other reports surely make, if
// it is fit; once one is marked it is the main one as it is listed, and no other is looked for.
func TestMainIsTheMarkedOne(t *testing.T) {
	a, sa := made("a", "Council shuts bridge", "The council shut the iron bridge after forty bolts were found missing.")
	b, sb := made("b", "Iron bridge is shut", "After forty bolts were found missing the council shut the iron bridge.")
	c, sc := made("c", "Council, bridge", "The council shut the iron bridge when some of its bolts were found missing.")
	d := &Dossier{Reports: []Report{a, b, c}}
	d.Stories = []Story{{
		Stemma: Stemma{Witnesses: []Witness{{Report: "a"}, {Report: "b"}, {Report: "c"}}},
		Claims: []Claim{
			{ID: "c1", Statement: "Told so", Statements: []Statement{sa[1], sb[1], sc[1]}},
			{ID: "c2", Statement: "No news", Statements: []Statement{sc[0]}},
		},
	}}
	s := &d.Stories[0]
	statements := s.Claims[0].Statements
	for want, loose := range map[int]int{0: 2, 1: 0} {
		for i := range statements {
			statements[i].Loose = i == loose
		}
		if m := d.FindMain(s, nil); m == nil || !m.Is(statements[want]) {
			t.Errorf("%d loose: %+v, want %d", loose, m, want)
		}
	}
	if m := d.Main(s); m != nil {
		t.Errorf("a main claim where none is marked: %+v", m)
	}
	for i := range s.Claims {
		s.Claims[i].Statements[len(s.Claims[i].Statements)-1].Head = true
	}
	s.Claims[1].Main = true
	if m := d.Main(s); m == nil || m.Claim.ID != "c2" || m.Wording() != "No news" {
		t.Errorf("main claim %+v", m)
	}
}

// TestBefore: who is dated a day or more before all others is before them, and nobody is before what
// has no day.
func TestBefore(t *testing.T) {
	day := func(n int, p Precision) Moment {
		return Moment{Time: time.Date(2031, 5, n, 0, 0, 0, 0, time.UTC), Precision: p}
	}
	b := &bill{reports: map[string]*Report{
		"a": {Published: day(1, Day)}, "b": {Published: day(2, Day)}, "c": {Published: day(2, Second)},
		"d": {Published: day(1, Year)}, "e": {},
	}}
	for others, want := range map[string]bool{"b c": true, "b a": false, "b d": false, "b e": false, "c": true} {
		if got := b.before("a", strings.Fields(others)); got != want {
			t.Errorf("before %s: %v", others, got)
		}
	}
	if b.before("e", []string{"b"}) || b.before("b", []string{"a"}) {
		t.Error("what has no day, or a later one, is not before others")
	}
}
