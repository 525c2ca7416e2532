package derive

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestOddFigures: a figure that nobody rounds leads to another report; years, round
// figures and short ones do not.
func TestOddFigures(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want []string
	}{
		{"The weir has 18,430 bolts and 1,207 nuts.", []string{"18,430", "1,207"}},
		{"In 1987 the weir had 18,000 bolts, 512 nuts and 30 keepers.", nil},
		{"It is 3.1415 miles long.", []string{"3.1415"}},
	} {
		r := day("a", 4, test.text)
		text := segment.Split(&r, pack)
		var got []string
		for k, tok := range text.Tokens {
			if _, ok := odd(text, k); ok {
				got = append(got, r.Text[tok.Start:tok.End])
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.text, got, test.want)
		}
	}
}

// TestTrailNeedsSources: words of one source alone lead nowhere, and neither do figures.
func TestTrailNeedsSources(t *testing.T) {
	quote := func(source string) clue { return clue{source: source} }
	figure, named := clue{figure: true}, clue{named: true, source: "p9"}
	for _, test := range []struct {
		clues []clue
		want  bool
	}{
		{[]clue{quote("p1"), quote("p1"), quote("p1")}, false},
		{[]clue{quote("p1"), quote("p2")}, false},
		{[]clue{quote("p1"), figure, figure}, false},
		{[]clue{quote("p1"), quote("p1"), figure}, true},
		{[]clue{quote("p1"), quote("p2"), quote("p2")}, true},
		{[]clue{quote("p1"), quote("p1"), named}, true},
		{[]clue{quote("p1"), named, named}, false},
	} {
		if got := (trails{}).isTrail(test.clues); got != test.want {
			t.Errorf("%v: %v", test.clues, got)
		}
	}
	if got := (trails{}).told(map[int][]clue{}); got != nil {
		t.Errorf("%v", got)
	}
}

// hasTrail says whether a trail leads from report b to report a.
func (h hand) hasTrail(t *testing.T) bool {
	t.Helper()
	return slices.ContainsFunc(h.build(t).Weighed, func(c Candidate) bool {
		return c.Exemplar == "a" && c.Copy == "b" && c.Traces[TrailTrace] > 0
	})
}

// TestTrail: words that two sources told one report alone, and a figure that nobody rounds, lead to a later
// report that names nobody; not to one of the same house, and not where nobody can tell which is the elder.
func TestTrail(t *testing.T) {
	const elder = "“The old wheel had been turned twice before the frost came,” a keeper said. " +
		"“Nobody oiled the iron gate after the late harvest,” a clerk said. The pond held 18,437 litres."
	const later = "The old wheel had been turned twice before the frost came, and nobody saw it. " +
		"Nobody oiled the iron gate after the late harvest. Some 18,437 litres ran off."
	for _, test := range []struct {
		name string
		days [2]int
		want bool
	}{
		{"the elder leads", [2]int{4, 6}, true},
		{"the later does not", [2]int{6, 4}, false},
		{"nobody can tell", [2]int{4, 4}, false},
	} {
		h := hand{
			reports: []stemma.Report{day("a", test.days[0], elder), day("b", test.days[1], later)},
			says:    map[string][]int{"a": {1, 2, 3}, "b": {4, 5, 6}},
			voices:  map[string][]stemma.Maybe{"a": {"p1", "p2"}},
			speakers: []stemma.Speaker{
				{ID: "p1", Name: "a keeper", Kind: stemma.Anonymous},
				{ID: "p2", Name: "a clerk", Kind: stemma.Anonymous},
			},
		}
		if found := h.hasTrail(t); found != test.want {
			t.Errorf("%s: %v, want %v", test.name, found, test.want)
		}
	}
}

// TestTrailOfNamed: words of somebody with a name help only where no title names her: who makes
// the news speaks to all.
func TestTrailOfNamed(t *testing.T) {
	const elder = "“The old wheel had been turned twice before the frost came,” a keeper said. " +
		"“Nobody oiled the iron gate after the late harvest,” the keeper said. " +
		"“My boat was never brought back from the upper lock,” Ada Wren said."
	const later = "The old wheel had been turned twice before the frost came, and nobody saw it. " +
		"Nobody oiled the iron gate after the late harvest. My boat was never brought back from the upper lock."
	for title, want := range map[string]bool{"Gate": true, "Wren": false} {
		a, b := day("a", 4, elder), day("b", 6, title+"\n\n"+later)
		b.Segments = []stemma.Segment{{Kind: stemma.TitleSegment, End: len(title)},
			{Kind: stemma.Paragraph, Start: len(title) + 2, End: len(b.Text)}}
		h := hand{
			open: true, reports: []stemma.Report{a, b},
			says:   map[string][]int{"a": {1, 2, 3}, "b": {4, 5, 6}},
			voices: map[string][]stemma.Maybe{"a": {"p1", "p1", "p2"}},
			speakers: []stemma.Speaker{
				{ID: "p1", Name: "a keeper", Kind: stemma.Anonymous},
				{ID: "p2", Name: "Ada Wren", Kind: stemma.Person},
			},
		}
		if found := h.hasTrail(t); found != want {
			t.Errorf("%s: %v, want %v", title, found, want)
		}
	}
}

// TestChorus: remarks of several people who may have spoken to all lead to the elder report only
// where the later one quotes nobody else.
func TestChorus(t *testing.T) {
	const elder = "“The old wheel had been turned twice before the frost came,” Ada Wren said. " +
		"“Nobody oiled the iron gate after the late harvest,” Ned Ash said. " +
		"“My boat was never brought back from the upper lock,” Nora Bell said. " +
		"“The clerk had lost both keys long before it happened,” Ada Wren said."
	const more = " “We have asked for a second lamp at the bridge,” Tom Rook said. " +
		"“The third boat came back with a broken rudder in May,” Tom Rook said."
	for added, want := range map[string]bool{"": true, more: false} {
		a, b := day("a", 4, elder), day("b", 6, elder+added)
		person := func(id, name string) stemma.Speaker {
			return stemma.Speaker{ID: id, Name: name, Kind: stemma.Person}
		}
		h := hand{
			open: true, reports: []stemma.Report{a, b},
			says:   map[string][]int{"a": {1, 2, 3, 4}, "b": {5, 6, 7, 8, 9, 10}},
			voices: map[string][]stemma.Maybe{"a": {"p1", "p2", "p3", "p1"}, "b": {"p1", "p2", "p3", "p1", "p4", "p4"}},
			speakers: []stemma.Speaker{
				person("p1", "Ada Wren"), person("p2", "Ned Ash"), person("p3", "Nora Bell"), person("p4", "Tom Rook"),
			},
		}
		if found := h.hasTrail(t); found != want {
			t.Errorf("%q: %v, want %v", added, found, want)
		}
	}
}
