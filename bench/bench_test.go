package main

import (
	"context"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(all ...string) []report {
	reports := make([]report, len(all))
	for i, text := range all {
		outlet, text, _ := strings.Cut(text, "|")
		reports[i] = report{ID: string(rune('a' + i)), Outlet: outlet, Text: text}
	}
	return reports
}

func TestExactCountsSharedGrams(t *testing.T) {
	all := texts(
		"Gull|one two three four five six seven",
		"Tern|ONE two three four five six - eight",
		"Gull|two three four five six",
		"|nothing to see here at all today",
	)
	for least, want := range map[int][]pair{
		1: {{0, 1}, {0, 2}, {1, 2}},
		2: {{0, 1}},
		3: nil,
	} {
		if diff := cmp.Diff(want, exact(all, least), cmp.AllowUnexported(pair{})); diff != "" {
			t.Errorf("at least %d (-want +got):\n%s", least, diff)
		}
	}
}

func TestExactLeavesOutMastheads(t *testing.T) {
	motto := "all the news that is fit to be sung "
	all := texts("Gull|"+motto+"ebb", "Gull|"+motto+"flood", "Gull|"+motto+"tide", "Gull|"+motto+"reef", "Tern|"+motto)
	want := []pair{{0, 4}, {1, 4}, {2, 4}, {3, 4}}
	if diff := cmp.Diff(want, exact(all, 5), cmp.AllowUnexported(pair{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLongestRun(t *testing.T) {
	if got := longestRun("a b c d x b c", "z b c d b c x"); got != 3 {
		t.Errorf("got %d words, want 3", got)
	}
}

func TestTurnKeepsWhatIsEqual(t *testing.T) {
	all := texts("|The gull ate 12 eels, the tern ate 7; the gull left. The auk saw all that.")
	w := newWheel(all)
	turned := w.turn(all[0].Text, 3)
	if len(turned) != len(all[0].Text) || turned == all[0].Text {
		t.Fatalf("turned to %q", turned)
	}
	before, after := strings.Fields(all[0].Text), strings.Fields(turned)
	for i := range before {
		for j := range before {
			if (before[i] == before[j]) != (after[i] == after[j]) {
				t.Errorf("%s and %s became %s and %s", before[i], before[j], after[i], after[j])
			}
		}
	}
	if again := w.turn(all[0].Text, 3); again != turned {
		t.Errorf("again it is %q, not %q", again, turned)
	}
}

func TestRewriteKeepsSomeSentences(t *testing.T) {
	all := texts("|" + strings.Repeat("The gull ate an eel on the pier. A tern saw it go by the boats. ", 50))
	text := newWheel(all).rewrite(all[0].Text, 1, rand.New(rand.NewPCG(1, 2)))
	kept := strings.Count(text, "ate an eel") + strings.Count(text, "saw it go")
	if len(text) != len(all[0].Text) || kept < 10 || kept > 60 {
		t.Errorf("%d of 100 sentences kept in %d bytes of %d", kept, len(text), len(all[0].Text))
	}
}

func TestPlantedStandsAtItsOffsets(t *testing.T) {
	all := texts("|one two three four five six", "|seven eight nine ten", "|eleven twelve")
	reports, plants := planted(7, all)
	for _, p := range plants {
		a, b := reports[p.a].Text[p.a0:p.a1], reports[p.b].Text[p.b0:p.b1]
		x, y := bare(a), bare(b)
		if p.a == p.b || !p.edited && (!slices.Equal(x, y) || len(x) != p.words) {
			t.Errorf("plant %+v: %q and %q", p, a, b)
		}
		if ragged(reports[p.a].Text, p.a0, p.a1) || ragged(reports[p.b].Text, p.b0, p.b1) {
			t.Errorf("plant %+v does not begin and end on words", p)
		}
	}
}

// bare is the words of a text without marks.
func bare(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return !inWord(c) })
}

func TestReapTellsRightFromWrong(t *testing.T) {
	reports := texts("|xx aa bb cc dd yy", "|aa bb cc dd zz")
	plants := []plant{{a: 1, b: 0, a0: 0, a1: 11, b0: 3, b1: 14, words: 4}}
	got := reap(reports, plants, []passage{
		{0, 1, 3, 14, 0, 11},
		{0, 1, 3, 14, 12, 14}, // the other side is elsewhere
		{0, 1, 4, 14, 0, 11},  // begins in a word
	})
	want := harvest{found: 3, right: 2, unedited: 1, exact: 1, ragged: 1}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(harvest{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSearchFindsWhatIsPlanted(t *testing.T) {
	all := texts("|"+strings.Repeat("one two three four five six ", 9), "|"+strings.Repeat("seven eight nine ten ", 9))
	reports, plants := planted(7, all)
	found, err := passagesOf(reports, 2)
	if err != nil {
		t.Fatal(err)
	}
	if h := reap(reports, plants, found); h.found == 0 || h.right != h.found {
		t.Errorf("%+v", h)
	}
}

func TestGrowWritesCopies(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.jsonl")
	n, err := grow(file, texts("|abc", "|defg"), 12, func(*record, int) {})
	if err != nil || n != 14 {
		t.Errorf("%d bytes, %v; want 14", n, err)
	}
}

func TestSlope(t *testing.T) {
	if k, err := slope([]float64{1, 10, 100}, []float64{2, 200, 20000}); err != nil || k < 1.999 || k > 2.001 {
		t.Errorf("slope %g, %v; want 2", k, err)
	}
	if _, err := slope([]float64{1}, []float64{1}); err == nil {
		t.Error("one point has a slope")
	}
}

func TestCoverCountsOverlapsOnce(t *testing.T) {
	if got := cover([]passage{{a0: 10, a1: 30}, {a0: 20, a1: 40}}, 100, 200); got != 0.3 {
		t.Errorf("cover %g, want 0.3", got)
	}
}

func TestMissing(t *testing.T) {
	got := missing([]pair{{1, 2}, {3, 4}}, []pair{{0, 9}, {1, 2}})
	if diff := cmp.Diff([]pair{{3, 4}}, got, cmp.AllowUnexported(pair{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRoundsAreInTurnAndEndWhenStopped(t *testing.T) {
	var order string
	ctx, stop := context.WithCancel(t.Context())
	noting := func(name string, fail error) *task {
		return &task{name: name, run: func() (sample, error) {
			if order += name; len(order) == 6 {
				stop()
			}
			return sample{seconds: float64(len(order))}, fail
		}}
	}
	tasks := []*task{noting("a", nil), noting("b", errFewPoints), noting("c", nil)}
	rounds(ctx, io.Discard, 9, tasks)
	if order != "abcaca" || tasks[0].seconds() != 4 || tasks[2].seconds() != 4 {
		t.Errorf("order %s, medians %g and %g", order, tasks[0].seconds(), tasks[2].seconds())
	}
}

// TestRewrites: the same seed gives the same story, every report tells the lead,
// and a larger story begins with the reports of a smaller one of its seed.
func TestRewrites(t *testing.T) {
	small, large := rewrites(1, 20), rewrites(1, 40)
	if diff := cmp.Diff(small, large[:20]); diff != "" {
		t.Errorf("(-small +large):\n%s", diff)
	}
	outlets := map[string]bool{}
	for i, r := range rewrites(2, 3000) {
		if lead, _, _ := strings.Cut(r.Text, "\n"); !strings.Contains(lead, "Norlund Lines") || outlets[r.Outlet] {
			t.Errorf("report %d of %s: %s", i, r.Outlet, lead)
		}
		outlets[r.Outlet] = true
	}
}
