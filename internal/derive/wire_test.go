package derive

import (
	"slices"
	"testing"

	"stemma"
)

// naming is a mention by which a report credits somebody outside of its sentences.
func naming(r stemma.Report, name string, form stemma.MentionForm, kind stemma.WitnessKind) stemma.Mention {
	return stemma.Mention{Report: r.ID, Name: name, Kind: kind, Role: stemma.CreditRole, Form: form,
		Span: r.Span(0, 3), Content: []stemma.Span{}}
}

// TestPrintings: what prints an agency's text hangs from the agency, and so does a second
// printing that names nobody, a day later or not; nobody prints it from the first.
func TestPrintings(t *testing.T) {
	h := hand{
		reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain), day("c", 7, "It rained on the coast.")},
		copies:  [][2]string{{"a", "b"}},
	}
	h.mentions = []stemma.Mention{naming(h.reports[0], "Reuters", stemma.BylineForm, stemma.LostWire)}
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"Reuters > a", "Reuters > b"}) {
		t.Errorf("%v", got)
	}
}

// TestPrintingOfACreditor: what an agency's printing credits, the agency credits.
func TestPrintingOfACreditor(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, "Rain fell. "+ofHeron)},
		says: map[string][]int{"a": {1, 2, 3}, "b": {0, 2}}}
	h.mentions = append(citing(h.reports[1], "Porta Gazette", ofHeron),
		naming(h.reports[1], "Reuters", stemma.BylineForm, stemma.LostWire))
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"Reuters > b", "a > Reuters"}) {
		t.Errorf("%v", got)
	}
}

// TestOwnReading: a copy that has the headline of a printing was made from this printing,
// though the text is an agency's.
func TestOwnReading(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain)}, copies: [][2]string{{"a", "b"}},
		passages: [][3]string{{"a", "b", ofSluices}}}
	h.reports[0].Segments = []stemma.Segment{
		{Kind: stemma.TitleSegment, Start: 0, End: len(ofSluices)},
		{Kind: stemma.Paragraph, Start: len(ofSluices) + 1, End: len(plain)},
	}
	h.mentions = []stemma.Mention{naming(h.reports[0], "Reuters", stemma.BylineForm, stemma.LostWire)}
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "a > b") {
		t.Errorf("%v", got)
	}
}

// TestForms: a foot, a link and a help with a report join it to the kept one that is
// meant; a line that names an agency alone tells nothing of the text.
func TestForms(t *testing.T) {
	tests := []struct {
		form     stemma.MentionForm
		name     string
		url      string
		want     []string
		evidence stemma.EvidenceKind
	}{
		{stemma.FooterForm, "Porta Gazette", "", []string{"a > b"}, stemma.FooterEvidence},
		{stemma.LinkForm, "porta.example", "https://porta.example/x", []string{"a > b"}, stemma.LinkEvidence},
		{stemma.LinkForm, "porta.example", "https://porta.example/y", []string{}, ""},
		{stemma.FooterForm, "Orrin Herald", "", []string{"Orrin Herald > b"}, stemma.FooterEvidence},
		{stemma.GivingForm, "Reuters", "", []string{"Reuters > b"}, stemma.CreditEvidence},
		{stemma.BylineForm, "Reuters", "", []string{"Reuters > b"}, stemma.CreditEvidence},
	}
	for _, test := range tests {
		h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, "It rained on the coast.")}}
		h.reports[0].URL = "https://porta.example/x"
		m := naming(h.reports[1], test.name, test.form, stemma.LostOutlet)
		m.URL = test.url
		h.mentions = []stemma.Mention{m}
		tree := h.build(t)
		got := ways(tree, tree.Descents)
		if !slices.Equal(got, test.want) || len(got) > 0 && tree.Descents[0].Evidence[0].Kind != test.evidence {
			t.Errorf("%s of %s: %v, %+v", test.form, test.name, got, tree.Descents)
		}
	}
}

// TestReachedThrough: who credits a lost report, and a kept one only as what that one has
// it from, has both from the lost one.
func TestReachedThrough(t *testing.T) {
	text := "The Herald tells of a heron. " + ofHeron
	h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, text)},
		says: map[string][]int{"a": {1, 2, 3}, "b": {0, 2}}}
	lost := citing(h.reports[1], "Orrin Herald", "The Herald tells of a heron.")
	h.mentions = append(lost, citing(h.reports[1], "Porta Gazette", ofHeron)...)
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "a > b") {
		t.Errorf("two sentences: %v", got)
	}
	both := "The Herald, as the Gazette before it, tells of the heron in the drained pond at the mill."
	h.reports[1] = day("b", 6, both)
	h.says["b"] = []int{2}
	lost, kept := citing(h.reports[1], "Orrin Herald", both), citing(h.reports[1], "Porta Gazette", both)
	kept[0].Span = h.reports[1].Span(19, 26)
	h.mentions = append(lost, kept...)
	tree = h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"Orrin Herald > b", "a > Orrin Herald"}) {
		t.Errorf("one sentence: %v", got)
	}
}

// TestListed: two names in one list are two credits; one is not reached through the other.
func TestListed(t *testing.T) {
	both := "The Herald and the Gazette tell of the heron in the drained pond at the mill."
	h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, both)},
		says: map[string][]int{"a": {1, 2, 3}, "b": {2}}}
	lost, kept := citing(h.reports[1], "Orrin Herald", both), citing(h.reports[1], "Porta Gazette", both)
	lost[0].Span, kept[0].Span = h.reports[1].Span(4, 10), h.reports[1].Span(19, 26)
	h.mentions = append(lost, kept...)
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"Orrin Herald > b", "a > b"}) {
		t.Errorf("%v", got)
	}
}

// TestInterviews: what one person told a lost outlet is called by him; of two people it is
// not, and a programme is called by its name.
func TestInterviews(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoke []string
		piece string
	}{
		{"Orrin Herald (interview with Ivo Penn)", []string{"p1", "p1"}, ""},
		{"Orrin Herald (interview with Hal al-Orri)", []string{"p3"}, ""},
		{"Orrin Herald", []string{"p1", "p2"}, ""},
		{"Orrin Herald", []string{"p4"}, ""}, // he is called by what he is
		{"Orrin Herald (Morning Round)", []string{"p1"}, "Morning Round"},
	} {
		h := hand{reports: []stemma.Report{day("b", 6, "It rained on the coast.")}}
		h.speakers = []stemma.Speaker{{ID: "p1", Name: "Ivo Penn", Kind: stemma.Person},
			{ID: "p2", Name: "Anna Wren", Kind: stemma.Person},
			{ID: "p3", Name: "Hal al-Orri", Kind: stemma.Person},
			{ID: "p4", Name: "Selmouth bridge builder", Kind: stemma.Person}}
		for _, s := range test.spoke {
			m := naming(h.reports[0], "Orrin Herald", stemma.ReceiverForm, stemma.LostOutlet)
			m.Role, m.Spoke, m.Piece = stemma.VenueRole, stemma.Maybe(s), test.piece
			h.mentions = append(h.mentions, m)
		}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, []string{test.name + " > b"}) {
			t.Errorf("%v, want %s", got, test.name)
		}
	}
}

// TestBylineOutsideTheText: a byline that stands in the record only has no words in the
// text, so it is evidence without a span rather than with an empty one.
func TestBylineOutsideTheText(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain)}}
	byline := naming(h.reports[0], "Reuters", stemma.BylineForm, stemma.LostWire)
	byline.Span = h.reports[0].Span(0, 0)
	h.mentions = []stemma.Mention{byline}
	tree := h.build(t)
	if len(tree.Descents) != 1 || len(tree.Descents[0].Evidence) != 1 {
		t.Fatalf("%+v", tree.Descents)
	}
	if spans := tree.Descents[0].Evidence[0].Spans; spans == nil || len(spans) != 0 {
		t.Errorf("%+v", spans)
	}
}
