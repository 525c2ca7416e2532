package pipeline

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/ingest"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
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
			shared = append(shared, stemma.Reuse{A: stemma.Span{Report: id}, B: stemma.Span{Report: fmt.Sprint("r",
				k)}})
		}
	}
	told := newTelling(&Pipeline{}, &heardPile{d: d, texts: texts, spoken: speech{by: map[string]*tongue{}}})
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

// TestWordsGoReportByReport: the words of a pile are cut for as long as they are asked
// for, and stay only of the story that is worked on.
func TestWordsGoReportByReport(t *testing.T) {
	p := pipelineWith(t, Options{Jobs: 1})
	captures, ledger, err := ingest.Read(context.Background(), []string{gates(t)}, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	words := claim.NewVocabulary()
	read := reader{read: (*quote.Reader).Read, spare: &sync.Pool{}, ahead: aheadBy(words, false)}
	heard, err := p.quoted(context.Background(), p.whole(captures, ledger), read)
	if err != nil {
		t.Fatal(err)
	}
	told, texts, spoken := newTelling(p, heard), heard.texts, heard.spoken
	whole := segment.Split(texts[0].Report, spoken.of(texts[0]).pack)
	if got, want := told.passable(0), reuse.NewKnown(reuse.Places(whole)); !reflect.DeepEqual(got, want) {
		t.Errorf("known to the search for passages: %v, want %v", got, want)
	}
	want := words.Sheet(spoken.main.claims.Words(whole))
	if got := told.sheet(0); !reflect.DeepEqual(got, want) {
		t.Errorf("words %v, want %v", got, want)
	}
	for i, text := range texts {
		if text.Tokens != nil {
			t.Errorf("report %d is cut before its story is told", i)
		}
	}
	told.cut(claim.Group{0})
	if !reflect.DeepEqual(texts[0].Tokens, whole.Tokens) || texts[1].Tokens != nil {
		t.Errorf("%d and %d words, want %d and 0", len(texts[0].Tokens), len(texts[1].Tokens), len(whole.Tokens))
	}
}
