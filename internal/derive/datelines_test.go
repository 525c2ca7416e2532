package derive

import (
	"slices"
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestDatelines: a dateline has the year in which its day lies nearest to the others.
func TestDatelines(t *testing.T) {
	at := func(year int, month time.Month, day int) time.Time {
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	}
	for _, test := range []struct {
		month  time.Month
		day    int
		others []time.Time
		want   time.Time
	}{
		{time.May, 4, []time.Time{at(2031, 5, 6)}, at(2031, 5, 4)},
		{time.December, 30, []time.Time{at(2032, 1, 2), at(2032, 3, 1)}, at(2031, 12, 30)},
		{time.January, 2, []time.Time{at(2031, 12, 30)}, at(2032, 1, 2)},
		{time.October, 4, []time.Time{at(2031, 5, 6)}, time.Time{}},
		{time.February, 30, []time.Time{at(2031, 2, 6)}, time.Time{}},
		{0, 0, []time.Time{at(2031, 2, 6)}, time.Time{}},
	} {
		if got := nearestYear(test.month, test.day, test.others); !got.Equal(test.want) {
			t.Errorf("%v %d: %v, want %v", test.month, test.day, got, test.want)
		}
	}
}

// TestReadDatelines: a day counts where a dateline has it, and nowhere else.
func TestReadDatelines(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	d := New(pack, nil)
	for text, want := range map[string][2]int{
		"PORTA, May 3 (QNA) - The mill shut.":                 {5, 3},
		"PORTA, Fenland, Sept. 14 (QNA) - The mill shut.":     {9, 14},
		"PORTA, 21 Oct (QNA) -- The mill shut.":               {10, 21},
		"May 3 - The mill shut.":                              {5, 3},
		"The flood of Sept. 11 (a Tuesday) shut the mill.":    {},
		"PORTA - The mill shut on May 4 (a Sunday), it said.": {},
		"May (the miller) - and others - shut the mill.":      {},
		"PORTA, May 43 (QNA) - The mill shut.":                {},
		"":                                                    {},
	} {
		r := day("a", 4, text)
		month, n := d.dateline(segment.Split(&r, pack))
		if got := [2]int{int(month), n}; got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// TestDatesFarAway: of two dates that a page states the one that lies far from all others of the story bounds nothing.
func TestDatesFarAway(t *testing.T) {
	at := func(year, month int) stemma.Moment {
		return stemma.Moment{Time: time.Date(year, time.Month(month), 5, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
	}
	others := []time.Time{time.Date(2031, 5, 6, 0, 0, 0, 0, time.UTC)}
	for name, test := range map[string]struct {
		published stemma.Moment
		dates     []stemma.Moment
		want      stemma.Moment
		left      int
	}{
		"another year":    {at(2030, 5), []stemma.Moment{at(2030, 5), at(2031, 5)}, at(2031, 5), 0},
		"the right one":   {at(2031, 5), []stemma.Moment{at(2030, 5), at(2031, 5)}, at(2031, 5), 0},
		"both near":       {at(2031, 5), []stemma.Moment{at(2031, 5), at(2031, 6)}, at(2031, 5), 2},
		"none near":       {at(2030, 5), []stemma.Moment{at(2029, 5), at(2030, 5)}, at(2030, 5), 2},
		"one beside both": {at(2031, 5), []stemma.Moment{at(2030, 5), at(2031, 5), at(2031, 6)}, at(2031, 5), 2},
	} {
		r := &stemma.Report{Published: test.published, Dates: test.dates}
		if keepNear(r, others); r.Published != test.want || len(r.Dates) != test.left {
			t.Errorf("%s: %v, %d dates", name, r.Published, len(r.Dates))
		}
	}
}

// TestDatelineOrders: a report dated in its dateline alone is not taken from a younger one, which
// it could be without a date.
func TestDatelineOrders(t *testing.T) {
	long := ofHeron + " " + plain
	for line, want := range map[string]string{"PORTA, May 3 (QNA) - ": "b > a", "PORTA, May 9 (QNA) - ": "a > b"} {
		a, b := day("a", 6, long), day("b", 0, line+long)
		b.Published = stemma.Moment{}
		h := hand{reports: []stemma.Report{a, b}, passages: [][3]string{{"a", "b", long}}}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", line, got, want)
		}
	}
}
