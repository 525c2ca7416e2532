package pipeline

import (
	"fmt"
	"slices"
	"testing"

	"stemma"
	"stemma/internal/claim"
)

// TestPassagesOfAStory: a story has the passages that its reports share among them,
// in the order of the pile's, and lets go what was read for it once it is told.
func TestPassagesOfAStory(t *testing.T) {
	d := &stemma.Dossier{}
	var texts []*stemma.Text
	var shared []stemma.Reuse
	for i := range 6 {
		id := fmt.Sprint("r", i)
		texts = append(texts, &stemma.Text{Report: &stemma.Report{ID: id}, Tokens: make([]stemma.Token, 1)})
		for k := range i {
			shared = append(shared, stemma.Reuse{A: stemma.Span{Report: id}, B: stemma.Span{Report: fmt.Sprint("r", k)}})
		}
	}
	told := newTelling(&Pipeline{}, d, texts, speech{by: map[string]*tongue{}})
	told.share(shared)
	group := claim.Group{5, 1, 3}
	var got []string
	for _, r := range told.pick(group, nil).reuse {
		got = append(got, r.A.Report+r.B.Report)
	}
	if want := []string{"r3r1", "r5r1", "r5r3"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	told.release(group)
	for i, text := range texts {
		if (text.Tokens == nil) != slices.Contains(group, i) {
			t.Errorf("report %d has %d tokens", i, len(text.Tokens))
		}
	}
}
