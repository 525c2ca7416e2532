package reuse_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/reuse"
	"stemma/internal/segment"
)

func texts(t testing.TB, bodies ...string) []*stemma.Text {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	var all []*stemma.Text
	for i, body := range bodies {
		r := &stemma.Report{ID: fmt.Sprintf("r%d", i+1), Text: body,
			Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(body)}}}
		all = append(all, segment.Split(r, pack))
	}
	return all
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       []string // kind: passage in b
	}{
		{"typesetting does not matter",
			"She said “the ferry had no rafts on board that night”, twice.",
			"He wrote: \"The ferry had no rafts on board that night\" and left.",
			[]string{"verbatim: The ferry had no rafts on board that night"}},
		{"seven words are too few",
			"the ferry had no rafts on board, alas",
			"the ferry had no rafts on board",
			nil},
		{"a changed word in the middle is bridged",
			"the ferry that sank on Monday had no rafts on board and nobody at the company had been told about it",
			"the ferry that sank on Monday had few rafts on board and nobody at the company had been told about it",
			[]string{"near: the ferry that sank on Monday had few rafts on board and nobody at the company had been " +
				"told about it"}},
		{"two passages in another order",
			"alpha beta gamma delta epsilon zeta eta theta iota. one two three four five six seven eight nine.",
			"one two three four five six seven eight nine. alpha beta gamma delta epsilon zeta eta theta iota.",
			[]string{
				"verbatim: alpha beta gamma delta epsilon zeta eta theta iota",
				"verbatim: one two three four five six seven eight nine"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			cut := texts(t, tt.a, tt.b)
			for _, r := range reuse.Find(cut, reuse.Options{}) {
				got = append(got, string(r.Kind)+": "+r.B.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			places := []string{reuse.Places(cut[0]), reuse.Places(cut[1])}
			whole := []*stemma.Text{{Report: cut[0].Report}, {Report: cut[1].Report}}
			// What is known serves a search beside other texts, too.
			all := []*reuse.Known{reuse.NewKnown(places[0]), reuse.NewKnown(places[1]), reuse.NewKnown(places[1])}
			known := reuse.Options{Known: func(i int) *reuse.Known { return all[i] }}
			if diff := cmp.Diff(reuse.Find(cut, reuse.Options{}), reuse.Find(whole, known)); diff != "" {
				t.Errorf("by the places of their words: %s", diff)
			}
			all = append(all[2:], all[1], all[0])
			whole, cut = append(whole[1:], whole[1], whole[0]), append(cut[1:], cut[1], cut[0])
			if diff := cmp.Diff(reuse.Find(cut, reuse.Options{}), reuse.Find(whole, known)); diff != "" {
				t.Errorf("by what another search has read: %s", diff)
			}
		})
	}
}

// TestDamagedPlaces: places that cannot be end the words of a text there.
func TestDamagedPlaces(t *testing.T) {
	const text = "one two three four five six seven eight nine ten"
	cut := texts(t, text, text)
	good := reuse.Places(cut[0])
	whole := []*stemma.Text{{Report: cut[0].Report}, {Report: cut[1].Report}}
	for _, bad := range []string{
		"", good[:len(good)-1], good + "\x00\x01", good + "\xff", "\x80", "\x00\x80", "\x7f\x01", "\x00\x7f",
		"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01",
	} {
		known := func(int) *reuse.Known { return reuse.NewKnown(bad) }
		for _, r := range reuse.Find(whole, reuse.Options{Known: known}) {
			if r.A.End > len(text) || r.B.End > len(text) {
				t.Errorf("%q: %+v", bad, r)
			}
		}
	}
}

// TestGuarantee plants a shared run of eight words in random texts.
func TestGuarantee(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{1,6}`)
	rapid.Check(t, func(rt *rapid.T) {
		planted := rapid.SliceOfN(word, reuse.Guarantee, reuse.Guarantee+6).Draw(rt, "planted")
		around := rapid.SliceOfN(word, 0, 30)
		build := func(label string) string {
			before, after := around.Draw(rt, label+" before"), around.Draw(rt, label+" after")
			return strings.Join(append(append(before, planted...), after...), " ")
		}
		a, b := build("a"), build("b")
		run := strings.Join(planted, " ")
		for _, r := range reuse.Find(texts(t, a, b), reuse.Options{}) {
			if strings.Contains(r.A.Text, run) || strings.Contains(r.B.Text, run) {
				return
			}
		}
		rt.Fatalf("%q not found in %q and %q", run, a, b)
	})
}

func TestMastheadIsNotReuse(t *testing.T) {
	motto := "The Harbour Courier is owned by nobody and printed for everybody who can read."
	bodies := make([]string, 6)
	for i := range bodies {
		bodies[i] = fmt.Sprintf("Report number %d tells of matter %d. %s", i, i*i, motto)
	}
	all := texts(t, bodies...)
	for _, x := range all {
		x.Report.Outlet = "Harbour Courier"
	}
	if found := reuse.Find(all, reuse.Options{}); len(found) != 0 {
		t.Errorf("%d passages, the first %q", len(found), found[0].B.Text)
	}
}

// common makes n texts that have one sentence in common.
func common(n int) []string {
	bodies := make([]string, n)
	for i := range bodies {
		bodies[i] = fmt.Sprintf("number %d. all of them print this one sentence word for word today. end %d", i, i)
	}
	return bodies
}

// TestCrowd pairs all that share a sentence, up to the cut of the
// document-frequency rule, and above it each with the earliest.
func TestCrowd(t *testing.T) {
	for _, n := range []int{3, 70, 200, reuse.MaxOwners} {
		found := reuse.Find(texts(t, common(n)...), reuse.Options{})
		if len(found) != n*(n-1)/2 {
			t.Errorf("%d texts: %d passages", n, len(found))
		}
	}
	n := reuse.MaxOwners + 100
	found := reuse.Find(texts(t, common(n)...), reuse.Options{})
	linked := map[string]int{}
	for _, r := range found {
		linked[r.B.Report]++
	}
	// A shingle at the sentence's edge is kept by some of them only, which are
	// no crowd of their own.
	if least, most := reuse.Earliest*(n-reuse.Earliest), reuse.Earliest*n; len(linked) != n-1 ||
		len(found) < least || len(found) > most {
		t.Errorf("above the cut: %d linked, %d passages, not %d to %d", len(linked), len(found), least, most)
	}
}

// TestOwners lowers the cut: the pairs are of the earliest by date, not by name.
func TestOwners(t *testing.T) {
	all := texts(t, common(100)...)
	begin := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	for i, x := range all {
		x.Report.Published = stemma.Moment{Time: begin.Add(-time.Duration(i) * time.Second), Precision: stemma.Second}
	}
	linked := map[string]int{}
	for _, r := range reuse.Find(all, reuse.Options{Owners: 64}) {
		linked[r.A.Report]++
		linked[r.B.Report]++
	}
	// The six eldest stand last, and meet all others. The rest meet these, and
	// those with whom a shingle at the sentence's edge is shared.
	for i, x := range all {
		n, eldest := linked[x.Report.ID], i >= len(all)-reuse.Earliest
		if n < reuse.Earliest || eldest && n != len(all)-1 || !eldest && n > 3*len(all)/4 {
			t.Errorf("report %d has %d passages", i, n)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("one two three four five six seven eight", "one two three four five six seven eight")
	f.Add(strings.Repeat("a ", 300), strings.Repeat("a ", 200))
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, r := range reuse.Find(texts(t, a, b), reuse.Options{}) {
			if a[r.A.Start:r.A.End] != r.A.Text || b[r.B.Start:r.B.End] != r.B.Text || r.Identity <= 0 ||
				r.Identity > 1 {
				t.Fatalf("bad passage %+v", r)
			}
		}
	})
}

// BenchmarkRepetition shows that one sentence repeated costs linear time.
func BenchmarkRepetition(b *testing.B) {
	for _, n := range []int{1000, 16000} {
		body := strings.Repeat("one and the same sentence stands here again and again. ", n)
		all := texts(b, body, body)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				reuse.Find(all, reuse.Options{})
			}
		})
	}
}
