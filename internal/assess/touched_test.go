package assess

import (
	"testing"

	"stemma"
)

func TestTouched(t *testing.T) {
	span := func(report string, start, end int) stemma.Span {
		return stemma.Span{Report: report, Start: start, End: end}
	}
	d := stemma.Descent{Evidence: []stemma.Evidence{
		{Kind: stemma.CreditEvidence, Spans: []stemma.Span{span("b", 40, 50), span("a", 5, 90)}},
		{Kind: stemma.ReuseEvidence, Spans: []stemma.Span{span("b", 60, 70)}},
		{Kind: stemma.CreditEvidence, Spans: []stemma.Span{span("b", 10, 20), span("c", 0, 5)}},
	}}
	known := touched{}
	for _, test := range []struct {
		st   stemma.Statement
		want bool
	}{
		{stemma.Statement{Span: span("b", 12, 15), Sentence: span("b", 12, 30)}, true},
		{stemma.Statement{Span: span("b", 25, 35), Sentence: span("b", 25, 50)}, true},
		{stemma.Statement{Span: span("b", 25, 35), Sentence: span("b", 25, 45)}, false},
		{stemma.Statement{Span: span("b", 60, 70), Sentence: span("b", 60, 70)}, false},
		{stemma.Statement{Span: span("a", 80, 95), Sentence: span("a", 80, 95)}, true},
		{stemma.Statement{Span: span("d", 0, 95), Sentence: span("d", 0, 95)}, false},
	} {
		if got := known.credits(d, &test.st); got != test.want {
			t.Errorf("%+v: %v", test.st.Span, got)
		}
	}
	if len(known) != 1 || known.credits(stemma.Descent{}, &stemma.Statement{}) {
		t.Error("places are put in order once, and nothing is touched without evidence")
	}
}

// Of ten thousand credits a statement is held against those that stand near it.
func TestTouchedSteps(t *testing.T) {
	e := stemma.Evidence{Kind: stemma.CreditEvidence}
	for i := range 10_000 {
		e.Spans = append(e.Spans, stemma.Span{Report: "a", Start: 100 * i, End: 100*i + 30})
	}
	at := stemma.Span{Report: "a", Start: 500_000, End: 500_090}
	near := creditsOf(stemma.Descent{Evidence: []stemma.Evidence{e}}).near(&stemma.Statement{Span: at, Sentence: at})
	if len(near) != 1 {
		t.Errorf("%d places are looked at", len(near))
	}
}

// Sources of a root are told apart in one walk.
func TestSourcesOfRoot(t *testing.T) {
	a, b := &stemma.Speaker{ID: "s1"}, &stemma.Speaker{ID: "s2"}
	r := root{mentions: []mention{{sources: []*stemma.Speaker{a, b}}, {sources: []*stemma.Speaker{b}}}}
	if got := r.sources(); len(got) != 2 || got[0] != a || got[1] != b {
		t.Errorf("%v", got)
	}
}
