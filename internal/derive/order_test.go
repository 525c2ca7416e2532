package derive

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stemma"
)

// TestFramed: of two undated reports that credit each other the one that has a long
// stretch of the other between quotation marks quotes it as a whole.
func TestFramed(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat(plain+" ", 3))
	framed := day("b", 0, "He wrote: “"+long+"” So it was told.")
	h := hand{reports: []stemma.Report{day("a", 0, long), framed}, passages: [][3]string{{"a", "b", long}},
		credits: [][2]string{{"a", "b"}, {"b", "a"}}}
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"a > b"}) {
		t.Errorf("%v", got)
	}
}

// TestContradictingDates: a page that gives two days for itself bounds nothing between
// them; a credit then tells the way, and may stand against the day that was taken.
func TestContradictingDates(t *testing.T) {
	early := stemma.Moment{Time: time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
	a, b := day("a", 8, plain), day("b", 5, ofHeron)
	h := hand{reports: []stemma.Report{a, b}, says: map[string][]int{"a": {1, 2, 3}, "b": {2}}}
	h.mentions = citing(b, "Porta Gazette", ofHeron)
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Contains(got, "Porta Gazette > b") {
		t.Errorf("one date: %v", got)
	}
	h.reports[0].Dates = []stemma.Moment{early}
	tree = h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"a > b"}) {
		t.Errorf("two dates: %v", got)
	}
}

// TestSeenApart: of two captures of one page the later one is the copy, where the page
// says nothing else of its times; what was dated before it is changed came first.
func TestSeenApart(t *testing.T) {
	seen := func(d int) time.Time { return time.Date(2031, 5, d, 9, 0, 0, 0, time.UTC) }
	for name, change := range map[string]func(a, b *stemma.Report){
		"captured": func(a, b *stemma.Report) { a.Captured, b.Captured = seen(4), seen(7) },
		"updated":  func(a, b *stemma.Report) { b.Updated = stemma.Moment{Time: seen(9), Precision: stemma.Minute} },
	} {
		a, b := day("a", 4, plain), day("b", 4, plain+" It rained.")
		a.URL, b.URL, b.Outlet = "https://porta.example/x", "https://porta.example/x", a.Outlet
		change(&a, &b)
		h := hand{reports: []stemma.Report{a, b}, parts: [][2]string{{"a", "b"}}}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"a > b"}) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
