package derive

import (
	"slices"
	"strings"
	"testing"
	"time"

	"stemma"
)

const (
	oldWheel = "“The old wheel had been turned twice before the frost came, and then it broke,” Ada Wren said. " +
		"“Nobody oiled the iron gate after the late harvest,” Ned Ash said. " +
		"The pond held 437 litres, 61 carp and 22 pike."
	wheelRetold = "“The old wheel had been turned twice before the frost,” Ada Wren sighed. " +
		"“Nobody oiled the iron gate,” Ned Ash fumed. Gone are 437 litres, 61 carp and 22 pike."
)

// retoldPile is an elder report, a, and a later one, b, of which each sentence that quotes somebody is a statement.
func retoldPile(elder, later string) hand {
	h := hand{
		open: true, reports: []stemma.Report{day("a", 4, elder), day("b", 6, later)},
		says: map[string][]int{}, voices: map[string][]stemma.Maybe{},
	}
	for n, name := range []string{"Ada Wren", "Ned Ash", "Tom Rook"} {
		id := string("xyz"[n])
		h.speakers = append(h.speakers, stemma.Speaker{ID: id, Name: name, Kind: stemma.Person})
		for i, text := range []string{elder, later} {
			report := h.reports[i].ID
			for k, sentence := range strings.SplitAfter(text, ". ") {
				if strings.Contains(sentence, name) {
					for len(h.says[report]) <= k {
						h.says[report] = append(h.says[report], 0)
						h.voices[report] = append(h.voices[report], "")
					}
					h.says[report][k] = 10*i + k + 1
					h.voices[report][k] = stemma.Maybe(id)
				}
			}
		}
	}
	return h
}

// TestRetold: remarks of two people and three figures that an elder report was the first to have lead to a later one
// that has little else, whether or not it says so; each by itself does not.
func TestRetold(t *testing.T) {
	const altered = " “My three boats were brought home by nobody,” Tom Rook said. " +
		"“Boats, brought home?” Tom Rook said."
	for _, test := range []struct {
		name         string
		elder, later string
		want         bool
	}{
		{"remarks and figures", oldWheel, wheelRetold, true},
		{"two figures", strings.Replace(oldWheel, "61", "sixty", 1), wheelRetold, false},
		{"two figures of the day", oldWheel, strings.Replace(wheelRetold, "61 carp", "9 carp", 1), false},
		{"one person", strings.ReplaceAll(oldWheel, "Ned Ash", "Ada Wren"),
			strings.ReplaceAll(wheelRetold, "Ned Ash", "Ada Wren"), false},
		{"one remark", oldWheel, strings.Replace(wheelRetold, "Nobody oiled the iron gate", "It was rust", 1), false},
		{"more of its own", oldWheel, wheelRetold + " “We asked for a second lamp at the bridge,” Tom Rook said. " +
			"“Somebody took our lantern from the jetty,” Tom Rook said.", false},
		{"altered remarks", oldWheel + " “Nobody ever brought my three boats home again,” Tom Rook said.",
			wheelRetold + altered, true},
		{"the same without their origin", oldWheel, wheelRetold + altered, false},
	} {
		if got := retoldPile(test.elder, test.later).hasTrail(t); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestRetoldOrder: of two reports of one day nobody can tell which tells the other over, unless both tell the hour.
func TestRetoldOrder(t *testing.T) {
	h := retoldPile(oldWheel, wheelRetold)
	h.reports[1].Published = h.reports[0].Published
	if h.hasTrail(t) {
		t.Error("one day")
	}
	for i := range h.reports {
		h.reports[i].Published.Precision = stemma.Minute
	}
	h.reports[1].Published.Time = h.reports[1].Published.Time.Add(3 * time.Hour)
	h.reports[1].Published.Local = true
	if !h.hasTrail(t) {
		t.Error("two clocks")
	}
}

// TestRetoldThird: who has all of it from a report between may have it from that one; what a third report says first is
// not the elder one's; and who makes the news speaks to all.
func TestRetoldThird(t *testing.T) {
	for _, test := range []struct {
		name, text string
		day        int
		want       bool
	}{
		{"between", oldWheel, 5, false},
		{"first", oldWheel, 3, false},
		{"afterwards", oldWheel, 8, true},
		{"some of it between", wheelRetold[:strings.Index(wheelRetold, "“Nobody")], 5, true},
	} {
		h := retoldPile(oldWheel, wheelRetold)
		h.reports = append(h.reports, day("c", test.day, test.text))
		if got := h.hasTrail(t); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	h := retoldPile(oldWheel, wheelRetold)
	title := "Wren and Ash"
	h.reports[0].Text = title + ". " + oldWheel
	h.reports[0].Segments = []stemma.Segment{{Kind: stemma.TitleSegment, End: len(title) + 1},
		{Kind: stemma.Paragraph, Start: len(title) + 2, End: len(h.reports[0].Text)}}
	for _, report := range []string{"a"} {
		h.says[report] = append([]int{0}, h.says[report]...)
		h.voices[report] = append([]stemma.Maybe{""}, h.voices[report]...)
	}
	if h.hasTrail(t) {
		t.Error("newsmakers")
	}
}

// TestRetoldRest: who tells a report over takes what is left from others: a remark and a figure each.
func TestRetoldRest(t *testing.T) {
	for more, want := range map[string]bool{
		"“The third boat came back with a broken rudder,” Tom Rook said. He is 58.": true,
		"“The third boat came back with a broken rudder,” Tom Rook said.":           false,
		"He is 58.": false,
	} {
		h := retoldPile(oldWheel, wheelRetold+" “The third boat came back with a broken rudder,” cried one, 58.")
		h.reports = append(h.reports, day("c", 5, more))
		got := slices.ContainsFunc(h.build(t).Weighed, func(c Candidate) bool {
			return c.Exemplar == "c" && c.Copy == "b" && c.Traces[TrailTrace] > 0
		})
		if got != want || !h.hasTrail(t) {
			t.Errorf("%q: %v", more, got)
		}
	}
}
