package collate

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// rewrites makes reports of one report: each sentence has a word and a number of
// its report's own.
func rewrites(reports, sentences int) []string {
	things := strings.Fields("bolts sheep barrels lanterns oars ropes sacks wagons ploughs ferries")
	var texts []string
	for n := range reports {
		var b strings.Builder
		for k := range sentences {
			fmt.Fprintf(&b, "The council of Orrin counted %d %s near weir%d before the flood%d. ", 20+n,
				things[k%len(things)], k, n)
		}
		texts = append(texts, b.String())
	}
	return texts
}

// TestSentencesAreLaidBesideFew bounds the pairs of sentences that are aligned
// when every report is compared with every other one.
func TestSentencesAreLaidBesideFew(t *testing.T) {
	const reports, sentences = 200, 6
	b := newBench(t)
	r := b.reports(rewrites(reports, sentences)...)
	for k := range r {
		for i := range k {
			b.Changes(r[i], r[k], Siblings)
		}
	}
	if most := reports * sentences * (mostModels + candidates); b.aligned == 0 || b.aligned > most {
		t.Errorf("%d pairs of sentences were aligned, want %d at most", b.aligned, most)
	}
}

// TestReprintsChangeNothing holds that of a text that is printed twice nothing is
// compared, though it contradicts itself.
func TestReprintsChangeNothing(t *testing.T) {
	const text = "About 40 boats lay at the quay of Orrin, said Ada Wren. About 60 boats lay at the quay of Orrin."
	b := newBench(t)
	r := b.reports(text, text)
	for _, kin := range []Kin{Copy, Siblings, Neighbours} {
		if found := b.Changes(r[0], r[1], kin); len(found) > 0 || b.aligned > 0 {
			t.Errorf("kin %v: %d changes, %d pairs aligned", kin, len(found), b.aligned)
		}
	}
}

// TestQuotationsAreLaidBesideFew does so with quotations, one a report.
func TestQuotationsAreLaidBesideFew(t *testing.T) {
	const reports = 60
	b := newBench(t)
	var texts []string
	for n := range reports {
		texts = append(texts,
			fmt.Sprintf(`"We counted bolts on the iron bridge and sheep%d near the old weir," said Ada Wren.`, n))
	}
	r := b.reports(texts...)
	for k := range r {
		for i := range k {
			b.quotations(r[i], r[k], Neighbours)
		}
	}
	if most := reports * mostModels / candidates; b.aligned == 0 || b.aligned > most {
		t.Errorf("%d pairs of quotations were aligned, want %d at most", b.aligned, most)
	}
}

// TestCopiesAreComparedOnce has reports that repeat the sentences of two.
func TestCopiesAreComparedOnce(t *testing.T) {
	b := newBench(t)
	old, changed := "The council shut the iron bridge with forty bolts missing.",
		"The council shut the iron bridge with fourteen bolts missing."
	repeated := b.reports(strings.Repeat(old+"\n", 30), strings.Repeat(changed+"\n", 30), old, changed, old)
	for _, pair := range [][2]int{{0, 1}, {2, 3}, {0, 3}, {2, 1}, {4, 1}} {
		if found := b.Changes(repeated[pair[0]], repeated[pair[1]], Copy); len(found) != 1 {
			t.Errorf("reports %v: %d changes, want 1", pair, len(found))
		}
	}
	if b.aligned != 1 {
		t.Errorf("%d pairs of sentences were aligned, want 1", b.aligned)
	}
	if found := b.Changes(repeated[0], repeated[4], Copy); len(found) != 0 || b.aligned != 1 {
		t.Errorf("a sentence that stands in both: %d changes, %d pairs aligned", len(found), b.aligned)
	}
}

// TestCrowdedWordsLead has no word in a sentence that leads to few.
func TestCrowdedWordsLead(t *testing.T) {
	b := newBench(t)
	var before []string
	for _, place := range strings.Fields(
		"Orrin Vell Tarn Ussk Mardo Pell Quay Brint Holm Soke Wick Dray Lunt Yarrow Stell") {
		before = append(before, "The council shut the iron bridge with forty bolts missing near "+place+".")
	}
	got := b.changes(t, strings.Join(before, " "), "The council shut the iron bridge with fourteen bolts missing.",
		Copy)
	if want := "number_changed: forty bolts > fourteen bolts"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A story that is compared again gives what it gave, though nothing is laid beside
// anything anew: also where a sentence may only be laid beside so many.
func TestAgain(t *testing.T) {
	b := newBench(t)
	r := b.reports(rewrites(40, 6)...)
	all := func() string {
		var found strings.Builder
		for k := range r {
			for i := range k {
				if err := json.NewEncoder(&found).Encode(b.Changes(r[i], r[k], Siblings)); err != nil {
					t.Fatal(err)
				}
			}
		}
		return found.String()
	}
	first := all()
	aligned := b.aligned
	for range 2 {
		b.Again()
		if got := all(); got != first || b.aligned != aligned {
			t.Fatalf("%d pairs and %d bytes, and %d and %d the first time", b.aligned, len(got), aligned, len(first))
		}
	}
	if b.Again(); len(b.before) != aligned {
		t.Errorf("%d of %d pairs are remembered", len(b.before), aligned)
	}
}

// TestRelease compares a pair anew with what an earlier collation read of its words.
func TestRelease(t *testing.T) {
	b := newBench(t)
	want := b.changes(t, "The barge nearly hit the weir.", "The barge hit the weir.", Copy)
	for range 3 {
		b.Release()
		b.Collation = b.Collator.Collation()
		if got := b.changes(t, "The barge nearly hit the weir.", "The barge hit the weir.", Copy); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
