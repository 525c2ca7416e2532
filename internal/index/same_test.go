package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/reuse"
)

// searched gives the passages of the first report with the others, as package
// reuse finds them.
func searched(t *testing.T, reports []Report) []string {
	t.Helper()
	s := reuse.NewSearch(reuse.Options{})
	defer s.Close()
	b := reuse.Batch{At: []int{0}}
	for _, r := range reports {
		b.Docs = append(b.Docs, reuse.Doc{Name: r.Name, Outlet: r.Outlet, Published: r.Published})
		b.Text = append(b.Text, r.Text...)
		b.At = append(b.At, len(b.Text))
	}
	if err := s.Add(b); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := s.Run(context.Background(), func(f reuse.Found) error {
		for _, p := range f.Passages {
			if f.Docs[p.A].Name == reports[0].Name {
				got = append(got, line(f.Docs[p.B].Name, &p))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	return got
}

func line(name string, p *reuse.Passage) string {
	return fmt.Sprintf("%s %d-%d %d-%d %d/%d", name, p.A0, p.A1, p.B0, p.B1, p.Equal, p.Columns)
}

// asking gives the passages of the first report with an index of the others.
func asking(t *testing.T, reports []Report) []string {
	t.Helper()
	dir := t.TempDir()
	build(t, dir, reports[1:len(reports)/2], reports[len(reports)/2:])
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	hits, err := x.NewQuery(0, 2).Find(reports[0])
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range hits {
		for _, p := range h.Passages {
			got = append(got, line(h.Report.Name, &p))
		}
	}
	slices.Sort(got)
	return got
}

// news makes a report of sentences, some of which others have too, some with
// words changed; and of its outlet's motto, if it has one.
func news(name, outlet string, sentences [][]string, random *rand.Rand) Report {
	var text []string
	for range 3 + random.IntN(8) {
		s := slices.Clone(sentences[random.IntN(len(sentences))])
		for i := range s {
			if random.IntN(12) == 0 {
				s[i] = fmt.Sprint("c", random.IntN(40))
			}
		}
		if random.IntN(10) == 0 {
			s = append(s, s...)
		}
		text = append(text, strings.Join(s, " ")+".")
	}
	if outlet != "" {
		text = append(text,
			"You have read "+outlet+" with the best of all reports on what goes on in the harbour of the town.")
	}
	return Report{Name: name, Outlet: outlet, Published: fmt.Sprintf("2024-03-%02d", 1+random.IntN(28)),
		Text: strings.Join(text, " ")}
}

// TestSameAsReuse makes sure that an index gives for a report what a search of
// the report among those of the index gives.
func TestSameAsReuse(t *testing.T) {
	found := 0
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 1))
		sentences := make([][]string, 60)
		for i := range sentences {
			for range 4 + random.IntN(20) {
				sentences[i] = append(sentences[i], fmt.Sprint("w", random.IntN(300)))
			}
		}
		outlets := []string{"", "Selmouth Bell", "The Tolmere Post", "Harbour Watch"}
		reports := []Report{news("!", outlets[seed%4], sentences, random)}
		for i := range 20 + random.IntN(40) {
			reports = append(reports, news(fmt.Sprintf("r%02d", i), outlets[random.IntN(4)], sentences, random))
		}
		twin := reports[0]
		twin.Name, twin.Outlet = "twin", ""
		reports = append(reports, twin)
		want := searched(t, reports)
		if diff := cmp.Diff(want, asking(t, reports)); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		found += len(want)
	}
	if found < 1000 {
		t.Errorf("only %d passages", found)
	}
}

// TestMasthead makes sure that a motto joins no two reports of its outlet, and
// is reuse between outlets.
func TestMasthead(t *testing.T) {
	const motto = "This was the Selmouth Bell of the morning with the news from all over the county"
	var reports []Report
	for i := range 6 {
		reports = append(reports, Report{Name: fmt.Sprint("bell", i), Outlet: "Selmouth Bell",
			Text: fmt.Sprintf("x%d y%d z%d. ", i, i, i) + motto})
	}
	reports[5].Text += ", and " + ferry
	dir := t.TempDir()
	build(t, dir, reports[:3], reports[3:])
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for outlet, want := range map[string]int{"Selmouth Bell": 1, "The Tolmere Post": 6, "": 6} {
		hits, err := x.NewQuery(0, 1).Find(Report{Name: "new", Outlet: outlet,
			Text: "Again. " + motto + ". And more: " + ferry})
		if err != nil || len(hits) != want {
			t.Errorf("%s: %d hits, not %d; %v", outlet, len(hits), want, err)
		}
	}
}
