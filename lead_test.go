package stemma

import "testing"

// made is a report of one paragraph behind a title, and its statements.
func made(id, title, body string) (Report, []Statement) {
	text := title + "\n\n" + body
	r := Report{ID: id, Text: text, Segments: []Segment{
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
	witnesses := Stemma{Witnesses: []Witness{{Siglum: "A", Report: "a"}, {Siglum: "B", Report: "b"}, {Siglum: "C", Report: "c"}}}
	d.Stories = []Story{{ID: "s1", Stemma: Stemma{Witnesses: witnesses.Witnesses[:1]}}, {ID: "s2", Stemma: witnesses, Claims: []Claim{
		{ID: "c1", Statements: append([]Statement{sc[1]}, sa[0])},
		{ID: "c2", Statements: []Statement{sa[1], sb[1], sc[1]}},
	}}}
	if s := d.Largest(); s == nil || s.ID != "s2" {
		t.Fatalf("largest is %+v", s)
	}
	m := d.Main(&d.Stories[1])
	if m == nil || m.Claim.ID != "c2" || m.Statement.Span.Report != "a" {
		t.Fatalf("main claim %+v", m)
	}
	if len(m.Reports) != 2 || m.Reports[0] != "a" || m.Reports[1] != "b" {
		t.Errorf("told by %v: the choir is no part of it", m.Reports)
	}
	if m := d.Main(&d.Stories[0]); m != nil {
		t.Errorf("a main claim where there is none: %+v", m)
	}
	if s := (&Dossier{}).Largest(); s != nil {
		t.Errorf("a story in nothing: %+v", s)
	}
}
