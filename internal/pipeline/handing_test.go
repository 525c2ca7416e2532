package pipeline

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// mixedPile is a pile of several stories.
func mixedPile(t *testing.T) []string {
	t.Helper()
	all := goldenStories(t)
	at := slices.IndexFunc(all, func(g goldenStory) bool { return g.name == "mixed" })
	if at < 0 {
		t.Fatal("no golden pile of that name")
	}
	return all[at].inputs(t)
}

// handedOver traces a pile and gives what was handed over beside what is left.
func handedOver(t *testing.T, o Options, inputs []string) (*stemma.Dossier, []stemma.Story) {
	t.Helper()
	var got []stemma.Story
	d, err := pipelineWith(t, o).HandingOver(func(_ *stemma.Dossier, s *stemma.Story) error {
		got = append(got, *s)
		return nil
	}).Trace(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return d, got
}

// TestHandingOver holds the stories that are handed over against those of a dossier, with a
// correction, too, for which all are held.
func TestHandingOver(t *testing.T) {
	inputs := mixedPile(t)
	unfit := []stemma.Correction{{
		Kind: stemma.OutletCorrection, Is: true, Terms: []string{"Nowhere Post", "Nobody's Post"},
	}}
	for _, o := range []Options{{Jobs: 1}, {Jobs: 4}, {Jobs: 4, Corrections: unfit}} {
		whole, err := pipelineWith(t, o).Trace(context.Background(), inputs)
		if err != nil {
			t.Fatal(err)
		}
		d, stories := handedOver(t, o, inputs)
		if len(d.Stories) != 0 || len(stories) < 2 {
			t.Fatalf("%d stories are held and %d handed over", len(d.Stories), len(stories))
		}
		d.Stories = stories
		if want, got := toJSON(t, whole), toJSON(t, d); !slices.Equal(want, got) {
			t.Errorf("jobs %d: %s", o.Jobs, firstDifference(want, got))
		}
	}
}

// TestHandingOverFails ends the trace with the error of who takes the stories, and asks
// nothing more of him.
func TestHandingOverFails(t *testing.T) {
	full, asked := errors.New("no room"), 0
	_, err := pipelineWith(t, Options{Jobs: 2}).HandingOver(func(*stemma.Dossier, *stemma.Story) error {
		asked++
		return full
	}).Trace(context.Background(), mixedPile(t))
	if !errors.Is(err, full) || asked != 1 {
		t.Errorf("%v after %d stories", err, asked)
	}
}

// TestHandingOverInOrder has groups done in any order.
func TestHandingOverInOrder(t *testing.T) {
	var got []string
	h := &handing{names: newNamer(), order: map[string]int{"r1": 0, "r2": 1, "r3": 2}}
	h.told = func(s *stemma.Story) error {
		got = append(got, string(s.Witnesses[0].Report))
		return nil
	}
	told := func(report stemma.Maybe) handful {
		s := stemma.Story{}
		s.Witnesses = []stemma.Witness{{Siglum: "A", Report: report}}
		return handful{stories: []stemma.Story{s}}
	}
	h.expect(3)
	h.over(2, told("r3"))
	h.over(0, told("r1"))
	if diff := cmp.Diff([]string{"r1"}, got); diff != "" {
		t.Error(diff)
	}
	h.over(1, told("r2"))
	if diff := cmp.Diff([]string{"r1", "r2", "r3"}, got); diff != "" {
		t.Error(diff)
	}
}
