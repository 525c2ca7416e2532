package credit

import (
	"testing"

	"stemma"
)

// In a report that names outlets ten thousand times, each with an attribution, a mention meets the
// attributions of its sentence, and an attribution or a row the mentions beside it.
func TestNearSteps(t *testing.T) {
	const times = 10_000
	text := &stemma.Text{Report: &stemma.Report{}}
	p := &document{t: text, near: near{starts: map[int][]int{}}}
	var attributions []stemma.Attribution
	for i := range times {
		text.Sentences = append(text.Sentences, stemma.Sentence{Start: 100 * i, End: 100*i + 100})
		for k := range 10 {
			text.Tokens = append(text.Tokens, stemma.Token{Start: 100*i + 10*k, End: 100*i + 10*k + 9})
		}
		p.found = append(p.found, mention{first: 10*i + 2, last: 10*i + 4})
		source := stemma.Span{Start: 100*i + 20, End: 100*i + 40}
		attributions = append(attributions, stemma.Attribution{Source: &source, Content: []stemma.Span{{}}})
	}
	for s, spoken := range spokenBy(text, attributions) {
		if len(spoken) != 1 || spoken[0] != &attributions[s] {
			t.Fatalf("sentence %d: %d attributions", s, len(spoken))
		}
	}
	ends := endsOf(p.found)
	for i := range attributions {
		if got := p.beginIn(*attributions[i].Source, text, p.found); len(got) != 1 || got[0] != i {
			t.Fatalf("source %d: mentions %v", i, got)
		}
		if got := rowBefore(ends, p.found[i].first); len(got) > 1 {
			t.Fatalf("mention %d: %v may stand in its row", i, got)
		}
	}
	p.found = append(p.found, mention{first: 3, last: 4})
	if got := p.beginIn(*attributions[0].Source, text, p.found); len(got) != 2 || got[1] != times {
		t.Errorf("one more is not found: %v", got)
	}
}
