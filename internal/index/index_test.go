package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stemma/internal/reuse"
)

// build makes an index of reports, added in groups.
func build(t testing.TB, dir string, groups ...[]Report) {
	t.Helper()
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, group := range groups {
		for _, r := range group {
			if err := a.Add(r); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(a.Commit(), a.Wait(context.Background())); err != nil {
			t.Fatal(err)
		}
	}
}

// ask gives the passages of a text with an index as "name: passage in the
// text | passage in the report".
func ask(t testing.TB, dir, text string) []string {
	t.Helper()
	got, err := tryAsk(dir, text)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func tryAsk(dir, text string) ([]string, error) {
	x, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	hits, err := x.NewQuery(0, 2).Find(Report{Name: "?", Text: text})
	var got []string
	for _, h := range hits {
		for _, p := range h.Passages {
			got = append(got, fmt.Sprintf("%s: %s | %s", h.Report.Name, text[p.A0:p.A1], h.Report.Text[p.B0:p.B1]))
		}
	}
	return got, err
}

const ferry = "the ferry that sank on Monday had no rafts on board"

func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	build(t, dir,
		[]Report{
			{Name: "b", Published: "2024-05-02", Text: "Officials say " + ferry + "."},
			{Name: "a", Outlet: "Selmouth Bell", Text: "The harbour was quiet. " + strings.ToUpper(ferry) + " at all."},
			{Name: "c", Text: "Nothing of the kind was ever said in this short report."},
		})
	want := []string{
		"a: the ferry that sank on Monday had no rafts on board | THE FERRY THAT SANK ON MONDAY HAD NO RAFTS ON BOARD",
		"b: the ferry that sank on Monday had no rafts on board | the ferry that sank on Monday had no rafts on board",
	}
	if diff := cmp.Diff(want, ask(t, dir, "We read that "+ferry+", twice.")); diff != "" {
		t.Error(diff)
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	old, fresh := Report{Name: "a", Text: ferry}, Report{Name: "a",
		Text: "now it says something else altogether, in more than eight words"}
	other := Report{Name: "b", Text: ferry}
	for name, groups := range map[string][][]Report{
		"in one add":   {{old, other, fresh}},
		"in a later":   {{old, other}, {fresh}},
		"again and in": {{fresh}, {old, other}, {old}, {fresh}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(dir, name)
			build(t, dir, groups...)
			want := []string{"b: " + ferry + " | " + ferry}
			if diff := cmp.Diff(want, ask(t, dir, ferry)); diff != "" {
				t.Error(diff)
			}
			x, err := Open(dir)
			if err != nil || x.Len() != 2 {
				t.Fatal(err, x.Len())
			}
			x.Close()
		})
	}
}

// TestNoIndex and what is not one.
func TestNoIndex(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	dir := t.TempDir()
	build(t, dir, nil)
	if _, err := Open(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("an empty add made an index:", err)
	}
}

func TestChanged(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []Report{{Name: "a", Text: ferry}})
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if x.Changed() {
		t.Error("changed by nobody")
	}
	build(t, dir, []Report{{Name: "b", Text: ferry}})
	if !x.Changed() || x.Len() != 1 {
		t.Error("an addition is not seen, or by who opened before")
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenAdder(dir, 2); !errors.Is(err, errLocked) {
		t.Error(err)
	}
	a.Close()
	build(t, dir, []Report{{Name: "a", Text: ferry}})
}

// made gives n reports of random words, some of which hold pieces of others.
func made(n int, r *rand.Rand) []Report {
	reports := make([]Report, n)
	for i := range reports {
		var words []string
		for len(words) < 20+r.IntN(120) {
			words = append(words, fmt.Sprintf("w%d", r.IntN(5000)))
		}
		if i > 0 && r.IntN(3) > 0 {
			from := strings.Fields(reports[r.IntN(i)].Text)
			at := r.IntN(len(from) - 9)
			words = slices.Insert(words, r.IntN(len(words)), from[at:at+8+r.IntN(len(from)-at-8)]...)
		}
		reports[i] = Report{Name: fmt.Sprintf("r%05d", i), Outlet: fmt.Sprint("o", i%7),
			Published: fmt.Sprintf("2024-01-%02d", 1+r.IntN(28)), Text: strings.Join(words, " ")}
	}
	return reports
}

// TestSplit makes sure that what is found does not depend on how reports are
// split into adds and segments.
func TestSplit(t *testing.T) {
	reports := made(300, rand.New(rand.NewPCG(1, 2)))
	var want []string
	one := t.TempDir()
	build(t, one, reports)
	for _, r := range reports[:60] {
		want = append(want, ask(t, one, r.Text)...)
	}
	for _, size := range []int{1, 7, 40} {
		dir := t.TempDir()
		var groups [][]Report
		for group := range slices.Chunk(reports, size) {
			groups = append(groups, group)
		}
		slices.Reverse(groups)
		build(t, dir, groups...)
		var got []string
		for _, r := range reports[:60] {
			got = append(got, ask(t, dir, r.Text)...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("adds of %d: %s", size, diff)
		}
		if files, _ := filepath.Glob(filepath.Join(dir, "*.seg")); len(files) > 2*maxOfClass {
			t.Errorf("adds of %d: %d segments", size, len(files))
		}
	}
}

// TestGuarantee plants a shared run of eight words in random texts.
func TestGuarantee(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{1,6}`)
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		planted := rapid.SliceOfN(word, reuse.Guarantee, reuse.Guarantee+6).Draw(rt, "planted")
		around := rapid.SliceOfN(word, 0, 30)
		text := func(label string) string {
			before, after := around.Draw(rt, label+" before"), around.Draw(rt, label+" after")
			return strings.Join(append(append(before, planted...), after...), " ")
		}
		n++
		a, b := text("a"), text("b")
		run := strings.Join(planted, " ")
		folder := filepath.Join(dir, fmt.Sprint(n))
		build(t, folder, []Report{{Name: "x", Text: text("x")}, {Name: "b", Text: b}})
		for _, hit := range ask(t, folder, a) {
			if strings.HasPrefix(hit, "b: ") && strings.Contains(hit, run) {
				return
			}
		}
		rt.Fatalf("%q not found in %q and %q", run, a, b)
	})
}

// TestCrowd holds a sentence in more reports than all are given of: the
// earliest are.
func TestCrowd(t *testing.T) {
	var reports []Report
	for i := range 400 {
		reports = append(reports, Report{Name: fmt.Sprintf("r%03d", i), Published: fmt.Sprintf("2024-02-%02d",
			28-i%28), Text: fmt.Sprintf("x%d x%d x%d "+ferry+" y%d y%d y%d", i, i, i, i, i, i)})
	}
	dir := t.TempDir()
	build(t, dir, reports[:190], reports[190:])
	got := ask(t, dir, "said: "+ferry+".")
	var names []string
	for _, g := range got {
		names = append(names, g[:4])
	}
	want := []string{"r027", "r055", "r083", "r111", "r139", "r167"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}
