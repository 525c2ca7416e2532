package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/segment"
	"stemma/internal/vector"
)

// hand is a pile by hand: no stage runs before this one.
type hand struct {
	open     bool // the voices spoke to more than one report
	reports  []stemma.Report
	says     map[string][]int          // report id → the claim of each of its sentences; 0 is none
	credits  [][2]string               // who credits whom, by ids
	copies   [][2]string               // whole texts that are the same
	parts    [][2]string               // of which the first stands whole in the second
	sources  map[string]int            // report id → the sentence that a source of its own told it
	voices   map[string][]stemma.Maybe // report id → the speaker of each of its sentences, who told it alone
	passages [][3]string               // two reports and words that stand in both
	said     []Said
	speakers []stemma.Speaker
	mentions []stemma.Mention
}

// day is a report of a day of May, in sentences.
func day(id string, n int, text string) stemma.Report {
	r := stemma.Report{ID: id, Input: id, Outlet: stemma.Maybe("Port" + id + " Gazette"), Text: text}
	r.Segments = []stemma.Segment{{Kind: stemma.Paragraph, Start: 0, End: len(text)}}
	if n > 0 {
		r.Published = stemma.Moment{Time: time.Date(2031, 5, n, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
	}
	return r
}

func (h hand) build(t testing.TB) Tree {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Weigh: true}
	byID := map[string]*stemma.Text{}
	claims := map[int]*stemma.Claim{}
	var order []int
	var statements []stemma.Statement
	for i := range h.reports {
		text := segment.Split(&h.reports[i], pack)
		in.Texts = append(in.Texts, text)
		byID[h.reports[i].ID] = text
		for k, s := range text.Sentences {
			if says := h.says[h.reports[i].ID]; k < len(says) && says[k] > 0 {
				span := text.Report.Span(s.Start, s.End)
				st := stemma.Statement{Span: span, Sentence: span, Chain: []string{}}
				if n, ok := h.sources[h.reports[i].ID]; ok && n == k {
					id := fmt.Sprint("own ", h.reports[i].ID)
					in.Attributions = append(in.Attributions, stemma.Attribution{
						ID: id, Report: h.reports[i].ID, Kind: stemma.Indirect, Content: []stemma.Span{span},
						Own: true})
					st.Attribution, st.Chain = stemma.Maybe(id), []string{id}
				}
				if all := h.voices[h.reports[i].ID]; k < len(all) && all[k] != "" {
					id := fmt.Sprint("voice ", h.reports[i].ID, k)
					in.Attributions = append(in.Attributions, stemma.Attribution{
						ID: id, Report: h.reports[i].ID, Kind: stemma.Direct, Content: []stemma.Span{span},
						Speaker: all[k], Own: !h.open})
					st.Attribution, st.Chain = stemma.Maybe(id), []string{id}
				}
				if claims[says[k]] == nil {
					claims[says[k]] = &stemma.Claim{}
					order = append(order, says[k])
				}
				claims[says[k]].Statements = append(claims[says[k]].Statements, st)
				statements = append(statements, st)
			}
		}
	}
	slices.Sort(order)
	for _, c := range order {
		in.Claims = append(in.Claims, *claims[c])
	}
	for _, c := range h.copies {
		a, b := byID[c[0]].Report, byID[c[1]].Report
		in.Reuse = append(in.Reuse, stemma.Reuse{A: a.Span(0, len(a.Text)), B: b.Span(0, len(b.Text)),
			Kind: stemma.Verbatim, Identity: 1})
	}
	for _, c := range h.parts {
		a, b := byID[c[0]].Report, byID[c[1]].Report
		in.Reuse = append(in.Reuse, stemma.Reuse{A: a.Span(0, len(a.Text)), B: b.Span(0, len(a.Text)),
			Kind: stemma.Verbatim, Identity: 1})
	}
	for _, p := range h.passages {
		a, b := byID[p[0]].Report, byID[p[1]].Report
		from, to := strings.Index(a.Text, p[2]), strings.Index(b.Text, p[2])
		in.Reuse = append(in.Reuse, stemma.Reuse{A: a.Span(from, from+len(p[2])), B: b.Span(to, to+len(p[2])),
			Kind: stemma.Verbatim, Identity: 1})
	}
	in.Mentions, in.Said = h.mentions, h.said
	for _, c := range h.credits {
		r := byID[c[0]].Report
		in.Mentions = append(in.Mentions, stemma.Mention{
			Report: c[0], Name: string(byID[c[1]].Report.Outlet), Kind: stemma.LostOutlet, Role: stemma.CreditRole,
			Span: r.Span(0, min(5, len(r.Text)))})
	}
	in.Index = stemma.NewIndex(in.Texts, in.Attributions, h.speakers)
	in.Aligned = align.New(pack, vector.Open()).Story(in.Texts, statements, in.Index)
	return New(pack, name.New(nil, pack)).Build(in)
}

// citing is a credit of a report to an outlet, of all of one sentence in it.
func citing(r stemma.Report, outlet, sentence string) []stemma.Mention {
	at := strings.Index(r.Text, sentence)
	return []stemma.Mention{{
		Report: r.ID, Name: outlet, Kind: stemma.LostOutlet, Role: stemma.CreditRole, Form: stemma.SayingForm,
		Span: r.Span(at, at+5), Content: []stemma.Span{r.Span(at+6, at+len(sentence))}}}
}

// ways writes descents as "a > b".
func ways(tree Tree, descents []stemma.Descent) []string {
	found := []string{}
	for _, d := range descents {
		from, to := tree.Witness(d.From), tree.Witness(d.To)
		called := func(w *stemma.Witness) string {
			if w.Lost {
				return w.Name
			}
			return string(w.Report)
		}
		found = append(found, called(from)+" > "+called(to))
	}
	slices.Sort(found)
	return found
}

const plain = "Two of the five sluices at the mill in Tarn Hollow were found open at dawn. A heron stood in the " +
	"drained pond and nobody knew who had turned the wheel. The miller has kept the only key since her brother " +
	"left for the coast."

func TestDates(t *testing.T) {
	tests := []struct {
		name            string
		a, b            int // days of the two printings; 0 is none
		drawn, possible []string
	}{
		{"the elder is copied", 4, 6, []string{"a > b"}, []string{}},
		{"never backwards", 6, 4, []string{"b > a"}, []string{}},
		{"one day: either", 4, 4, []string{"unnamed common text > a", "unnamed common text > b"}, []string{}},
		{"no dates: either", 0, 0, []string{"unnamed common text > a", "unnamed common text > b"}, []string{}},
	}
	for _, test := range tests {
		h := hand{
			reports: []stemma.Report{day("a", test.a, plain), day("b", test.b, plain)}, copies: [][2]string{{"a", "b"}},
			says: map[string][]int{"a": {1, 2, 3}, "b": {1, 2, 3}},
		}
		tree := h.build(t)
		if got := ways(tree, tree.Descents); !slices.Equal(got, test.drawn) {
			t.Errorf("%s: drawn %v, want %v", test.name, got, test.drawn)
		}
		if got := ways(tree, tree.Possible); !slices.Equal(got, test.possible) {
			t.Errorf("%s: possible %v, want %v", test.name, got, test.possible)
		}
		checkTree(t, tree)
	}
}

// TestBackwardCredit: a credit of what appeared later means another report.
func TestBackwardCredit(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain)}, credits: [][2]string{{"a", "b"}}}
	tree := h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"Portb Gazette > a"}) {
		t.Errorf("%v", got)
	}
	h.reports[1].Published.Precision = stemma.Month
	tree = h.build(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"b > a"}) {
		t.Errorf("a coarse date: %v", got)
	}
}

// TestLocalClock: a clock of which the zone is not told forbids nothing that day.
func TestLocalClock(t *testing.T) {
	for _, local := range []bool{true, false} {
		h := hand{reports: []stemma.Report{day("a", 4, plain), day("b", 4, plain)},
			credits: [][2]string{{"a", "b"}}, copies: [][2]string{{"a", "b"}}}
		for i := range h.reports {
			at := &h.reports[i].Published
			at.Precision, at.Time = stemma.Minute, at.Time.Add(time.Duration(10+i)*time.Hour)
		}
		h.reports[1].Published.Local = local
		tree := h.build(t)
		if got := ways(tree, tree.Descents); slices.Contains(got, "b > a") != local {
			t.Errorf("local %v: %v", local, got)
		}
	}
}

// TestOtherState: a printing begins with figures that the kept state of the text lacks.
func TestOtherState(t *testing.T) {
	units := func(figures ...string) []unit {
		var all []unit
		for _, f := range figures {
			all = append(all,
				unit{statement: &stemma.Statement{Values: []stemma.Value{{Kind: stemma.QuantityValue, Value: f}}}})
		}
		return all
	}
	text := &stemma.Text{Sentences: []stemma.Sentence{{End: 10}, {End: 20}, {End: 30}}}
	for _, test := range []struct {
		printing, kept []string
		want           bool
	}{
		{[]string{"12", "3"}, []string{"40", "900"}, true},
		{[]string{"12", "40"}, []string{"40", "900"}, false},
		{[]string{"12", "3", "40", "900", "7"}, []string{"40", "900", "7"}, false},
		{nil, []string{"40"}, false},
	} {
		if got := otherState(text, units(test.printing...), units(test.kept...)); got != test.want {
			t.Errorf("%v of %v: %v", test.printing, test.kept, got)
		}
	}
}

// TestStrangers: what shares no passage, credit or telling is not weighed.
func TestStrangers(t *testing.T) {
	h := hand{}
	for i := range 30 {
		h.reports = append(h.reports, day(fmt.Sprint("r", i), 1+i%9,
			fmt.Sprintf("The bell of tower %d rang %d times before noon.", i, i+7)))
	}
	if tree := h.build(t); len(tree.Weighed)+len(tree.Descents)+len(tree.Possible) > 0 {
		t.Errorf("%d weighed, %d drawn", len(tree.Weighed), len(tree.Descents))
	}
}

// TestMutualCredit: two reports that credit each other never go round.
func TestMutualCredit(t *testing.T) {
	for _, days := range [][2]int{{0, 0}, {4, 4}, {4, 6}, {6, 4}} {
		h := hand{
			reports: []stemma.Report{day("a", days[0], plain), day("b", days[1], plain)},
			credits: [][2]string{{"a", "b"}, {"b", "a"}}, says: map[string][]int{"a": {1, 2, 3}, "b": {1, 2, 3}},
		}
		tree := h.build(t)
		checkAcyclic(t, tree)
	}
}

func TestLongChainOfCredit(t *testing.T) {
	h := hand{}
	const long = 2000
	for i := range long {
		r := day(fmt.Sprintf("r%04d", i), 0, "The Gazette has it.")
		r.Published = stemma.Moment{Time: time.Date(2020, 1, 1+i, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
		r.URL = stemma.Maybe(fmt.Sprintf("https://harbour.example/%d", i))
		h.reports = append(h.reports, r)
		if i > 0 {
			h.mentions = append(h.mentions, stemma.Mention{
				Report: r.ID, Name: "harbour.example", Role: stemma.CreditRole,
				URL:  fmt.Sprintf("https://harbour.example/%d", i-1),
				Form: stemma.LinkForm, Span: r.Span(0, 3)})
		}
	}
	tree := h.build(t)
	checkAcyclic(t, tree)
	if len(tree.Descents) != long-1 {
		t.Errorf("%d descents", len(tree.Descents))
	}
}

// TestManyCopies: of many copies each hangs from the first.
func TestManyCopies(t *testing.T) {
	h := hand{says: map[string][]int{}}
	for i := range 60 {
		id := fmt.Sprintf("r%03d", i)
		h.reports = append(h.reports, day(id, 1+min(i, 1), plain))
		h.says[id] = []int{1, 2, 3}
		for k := range i {
			h.copies = append(h.copies, [2]string{fmt.Sprintf("r%03d", k), id})
		}
	}
	tree := h.build(t)
	checkAcyclic(t, tree)
	for _, d := range tree.Descents {
		if d.From != "A" {
			t.Errorf("%s > %s", d.From, d.To)
		}
	}
	if len(tree.Descents) != 59 {
		t.Errorf("%d descents", len(tree.Descents))
	}
}

// TestSilentRepost: a report that prints an elder one word for word and adds to
// it is a copy, though none of its sentences is told by it alone.
func TestSilentRepost(t *testing.T) {
	h := hand{reports: []stemma.Report{day("a", 4, plain),
		day("b", 5, plain+" She would not say who had asked for it."), day("c", 6, "A heron stood there.")}}
	h.parts = append(h.parts, [2]string{"a", "b"})
	built := h.build(t)
	if got := ways(built, built.Descents); !slices.Equal(got, []string{"a > b"}) {
		t.Errorf("%v", got)
	}
}

// TestLeak: what a source told one report alone shows where it was taken from.
func TestLeak(t *testing.T) {
	h := hand{
		reports: []stemma.Report{day("a", 4, plain), day("b", 6, plain)},
		says:    map[string][]int{"a": {0, 2}, "b": {0, 2}}, sources: map[string]int{"a": 1},
		copies: [][2]string{{"a", "b"}},
	}
	tree := h.build(t)
	leaked := slices.ContainsFunc(tree.Weighed,
		func(c Candidate) bool { return c.Copy == "b" && c.Traces[LeakTrace] > 0 })
	if got := ways(tree, tree.Descents); !leaked || !slices.Equal(got, []string{"a > b"}) {
		t.Errorf("%v, leaked %v", got, leaked)
	}
}

// TestRelease: a press release is there to be printed, whatever its date.
func TestRelease(t *testing.T) {
	h := hand{
		reports: []stemma.Report{day("a", 4, plain), day("b", 4, plain+"\nNotes to editors: the pond was dry.")},
		says:    map[string][]int{"a": {1, 2, 3}, "b": {1, 2, 3}},
	}
	h.reports[1].Segments[0].End = len(plain)
	tree := h.buildShared(t)
	if got := ways(tree, tree.Descents); !slices.Equal(got, []string{"b > a"}) {
		t.Errorf("%v", got)
	}
}

// buildShared builds a pile of two whose second begins with the first's text.
func (h hand) buildShared(t testing.TB) Tree {
	h.copies = nil
	h.mentions = nil
	h.reports[1].Segments = append(h.reports[1].Segments,
		stemma.Segment{Kind: stemma.Boilerplate, Start: len(plain) + 1, End: len(h.reports[1].Text)})
	return h.build(t)
}

func checkAcyclic(t *testing.T, tree Tree) {
	t.Helper()
	up := map[string][]string{}
	for _, d := range tree.Descents {
		up[d.To] = append(up[d.To], d.From)
	}
	state := map[string]int{}
	for _, w := range tree.Witnesses {
		type step struct {
			at   string
			done bool
		}
		for stack := []step{{w.Siglum, false}}; len(stack) > 0; {
			s := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			switch {
			case s.done:
				state[s.at] = 2
			case state[s.at] == 0:
				state[s.at] = 1
				stack = append(stack, step{s.at, true})
				for _, from := range up[s.at] {
					if state[from] == 1 {
						t.Fatalf("%s goes round", from)
					}
					stack = append(stack, step{from, false})
				}
			}
		}
	}
}
