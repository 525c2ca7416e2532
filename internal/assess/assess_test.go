package assess

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// said is one statement of the claim under test: which witness makes it,
// under whose name, and in which words. A source in own told this report.
type said struct {
	by, source string
	own        bool
	text       string
}

// tale is a story by hand.
type tale struct {
	witnesses string // "A:Selmouth Bell B:… α:Reuters"; a Greek letter is lost
	sources   string // "Ada-Wren=person masons=anonymous:2..2"
	descents  string // "A>B:rewrite"
	said      []said
}

// input builds what the stage takes: one claim, each statement a sentence.
func (s tale) input(t testing.TB) Input {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	values := value.New(pack)
	in := Input{Names: name.New(nil, pack), Stemma: stemma.Stemma{Witnesses: []stemma.Witness{}, Descents: s.edges()}}
	claim := stemma.Claim{ID: "c1"}
	for _, field := range strings.Split(s.witnesses, ", ") {
		siglum, called, _ := strings.Cut(field, ":")
		if siglum[0] >= 0x80 {
			in.Stemma.Witnesses = append(in.Stemma.Witnesses,
				stemma.Witness{Siglum: siglum, Lost: true, Name: called, Kind: stemma.LostWire})
			continue
		}
		in.Stemma.Witnesses = append(in.Stemma.Witnesses,
			stemma.Witness{Siglum: siglum, Report: stemma.Maybe("r" + siglum)})
		text := segment.Split(s.report(siglum, called), pack)
		in.Texts = append(in.Texts, text)
		for i, x := range s.of(siglum) {
			st := s.statement(text, i, values)
			if x.source != "" {
				a := s.attribution(text, st.Span, x, len(in.Attributions))
				in.Attributions = append(in.Attributions, a)
				st.Attribution, st.Chain = stemma.Maybe(a.ID), []string{a.ID}
			}
			claim.Statements = append(claim.Statements, st)
		}
	}
	in.Claims = []stemma.Claim{claim}
	in.Index = stemma.NewIndex(in.Texts, in.Attributions, s.speakers())
	in.Aligned = align.New(pack, vector.Open()).Story(in.Texts, claim.Statements, in.Index)
	return in
}

func (s tale) of(siglum string) (found []said) {
	for _, x := range s.said {
		if x.by == siglum {
			found = append(found, x)
		}
	}
	return found
}

func (s tale) report(siglum, outlet string) *stemma.Report {
	r := &stemma.Report{ID: "r" + siglum, Outlet: stemma.Maybe(outlet)}
	for _, x := range s.of(siglum) {
		start := len(r.Text)
		r.Text += x.text + "\n\n"
		r.Segments = append(r.Segments, stemma.Segment{Kind: stemma.Paragraph, Start: start, End: start + len(x.text)})
	}
	return r
}

func (s tale) statement(t *stemma.Text, i int, values *value.Reader) stemma.Statement {
	x := t.Sentences[i]
	span := t.Report.Span(x.Start, x.End)
	return stemma.Statement{
		Span: span, Sentence: span, Certainty: stemma.Certain, Polarity: stemma.Affirmed,
		Values: values.Values(t, x.First, x.Last), Chain: []string{},
	}
}

func (s tale) attribution(t *stemma.Text, content stemma.Span, x said, n int) stemma.Attribution {
	source := t.Report.Span(content.Start, content.Start+1)
	return stemma.Attribution{
		ID: fmt.Sprint("a", n+1), Report: t.Report.ID, Kind: stemma.Indirect, Source: &source,
		Content: []stemma.Span{content}, Speaker: stemma.Maybe(x.source), Own: x.own,
	}
}

func (s tale) speakers() (found []stemma.Speaker) {
	for _, field := range strings.Fields(s.sources) {
		id, rest, _ := strings.Cut(field, "=")
		kind, count, counted := strings.Cut(rest, ":")
		speaker := stemma.Speaker{ID: id, Name: strings.ReplaceAll(id, "-", " "), Kind: stemma.SpeakerKind(kind),
			Count: stemma.Count{Min: 1, Max: 1}}
		if counted {
			fmt.Sscanf(count, "%d..%d", &speaker.Count.Min, &speaker.Count.Max)
		}
		found = append(found, speaker)
	}
	return found
}

func (s tale) edges() []stemma.Descent {
	found := []stemma.Descent{}
	for i, field := range strings.Split(s.descents, ", ") {
		way, kind, ok := strings.Cut(field, ":")
		from, to, both := strings.Cut(way, ">")
		if ok && both {
			found = append(found,
				stemma.Descent{ID: fmt.Sprint("d", i+1), From: from, To: to, Kind: stemma.DescentKind(kind),
					Confidence: 0.9})
		}
	}
	return found
}

const (
	bolts    = "Forty bolts of the bridge were missing."
	reworded = "Of the bridge, forty bolts were missing."
	fewer    = "Fourteen bolts of the bridge were missing."
)

// TestOrigins: how many origins a claim has, and where.
func TestOrigins(t *testing.T) {
	tests := []struct {
		name  string
		tale  tale
		want  string // min..max verdict, and the witnesses of the origins
		alone bool   // the lower bound must not reach two, whatever else
	}{
		{"one report, one source", tale{"A:Bell", "Ada-Wren=person", "", []said{{"A", "Ada-Wren", true, bolts}}},
			"1..1 single-source A", true},
		{"one report, two sources",
			tale{"A:Bell", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"A", "Una-Moss", true, reworded}}},
			"1..1 single-origin A", true},
		{"one report, two masons", tale{"A:Bell", "masons=anonymous:2..2", "", []said{{"A", "masons", true, bolts}}},
			"1..1 single-origin A", true},
		{"one report, nobody credited", tale{"A:Bell", "", "", []said{{"A", "", false, bolts}}},
			"1..1 unattributed A", true},
		{"one report, credited to a \"he\" that stands for nobody known",
			tale{"A:Bell", "", "", []said{{"A", "he", false, bolts}}},
			"1..1 single-origin A", true},
		{"a copy that alone credits somebody",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "A>B:rewrite",
				[]said{{"A", "", false, bolts}, {"B", "Ada-Wren", false, bolts}}},
			"1..1 single-origin A", true},
		{"a copy",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "A>B:repost",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Ada-Wren", true, bolts}}},
			"1..1 single-source A", true},
		{"a copy that drops the source",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "A>B:rewrite",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "", false, bolts}}},
			"1..1 single-source A", true},
		{"a copy that labels an unnamed source otherwise",
			tale{"A:Bell, B:Herald", "masons=anonymous:2..2 officials=anonymous:2..0", "A>B:rewrite",
				[]said{{"A", "masons", true, bolts}, {"B", "officials", false, bolts}}},
			"1..1 single-origin A", true},
		{"copies of copies",
			tale{"A:Bell, B:Herald, C:Gazette, D:Post", "Ada-Wren=person",
				"A>B:rewrite, B>C:rewrite, A>D:repost, C>D:citation",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Ada-Wren", false, bolts}, {"C", "", false, bolts},
					{"D", "", false, bolts}}},
			"1..1 single-source A", true},
		{"two printings of an agency",
			tale{"A:Bell, B:Herald, α:Reuters", "Ada-Wren=person", "α>A:wire copy, α>B:wire copy",
				[]said{{"A", "Ada-Wren", false, bolts}, {"B", "Ada-Wren", false, bolts}}},
			"1..1 single-source α", true},
		{"two reporters, two sources",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Una-Moss", true, reworded}}},
			"2..2 corroborated A B", false},
		{"two reporters, of whom the first says nothing of where he has it",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "",
				[]said{{"A", "", false, bolts}, {"B", "Ada-Wren", true, reworded}}},
			"1..2 single-origin B", true},
		{"two reporters, one source",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Ada-Wren", true, reworded}}},
			"", true},
		{"two reporters, unnamed sources that may be the same",
			tale{"A:Bell, B:Herald", "masons=anonymous:2..2 workers=anonymous:2..0", "",
				[]said{{"A", "masons", true, bolts}, {"B", "workers", true, reworded}}},
			"", true},
		{"two reporters, one paper",
			tale{"A:Bell, B:Herald", "ledger=document", "",
				[]said{{"A", "ledger", true, bolts}, {"B", "ledger", true, reworded}}},
			"", true},
		{"two reports of one outlet",
			tale{"A:Bell, B:Bell", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Una-Moss", true, reworded}}},
			"1..1 single-origin A B", true},
		{"two reports, lineage unknown",
			tale{"A:Bell, B:Herald", "", "", []said{{"A", "", false, bolts}, {"B", "", false, reworded}}},
			"1..2 unattributed A", true},
		{"one origin, and one of unknown lineage",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "", false, reworded}}},
			"", true},
		{"two reporters who contradict each other",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Una-Moss", true, fewer}}},
			"2..2 contested A B", false},
		{"a copy with a source of its own",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Maud-Moss=person", "A>B:follow-up",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Maud-Moss", true, reworded}}},
			"2..2 corroborated A B", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := judged(test.tale.input(t))
			c := result.Claims[0]
			if test.alone && c.Origins.Min > 1 {
				t.Errorf("counted as independent: %+v", c.Origins)
			}
			if c.Origins.Min < 1 || c.Origins.Max < c.Origins.Min {
				t.Errorf("origins %+v", c.Origins)
			}
			if len(result.Origins) != len(c.Origins.IDs) {
				t.Errorf("an origin on which no claim rests: %+v, %+v", result.Origins, c.Origins)
			}
			if got := told(result); test.want != "" && got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// told is the first claim's origins in words.
func told(r Result) string {
	c := r.Claims[0]
	line := fmt.Sprintf("%d..%d %s", c.Origins.Min, c.Origins.Max, c.Verdict)
	for _, o := range r.Origins {
		if slices.Contains(c.Origins.IDs, o.ID) {
			line += " " + o.Witness
		}
	}
	return line
}

func TestUnresolved(t *testing.T) {
	r := judged(tale{"A:Bell, B:Herald", "Ada-Wren=person", "",
		[]said{{"A", "Ada-Wren", true, bolts}, {"B", "", false, reworded}}}.input(t))
	if n := r.Claims[0].Origins.Unresolved; n != 1 {
		t.Errorf("%d statements of unknown lineage", n)
	}
}

func TestWarnings(t *testing.T) {
	copied := tale{"A:Bell, B:Herald", "Ada-Wren=person", "A>B:repost",
		[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Ada-Wren", false, bolts}}}
	tests := []struct {
		name string
		in   Input
		want string
	}{
		{"copied", copied.input(t), "single-origin single-source"},
		{"one report", tale{"A:Bell", "Ada-Wren=person", "", []said{{"A", "Ada-Wren", true, bolts}}}.input(t), ""},
		{"two origins",
			tale{"A:Bell, B:Herald", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Una-Moss", true, reworded}}}.input(t), ""},
		{"unknown",
			tale{"A:Bell, B:Herald", "Ada-Wren=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "", false, "A choir sang."}}}.input(t), "unknown-lineage"},
		{"two of one house",
			tale{"A:Bell, B:Bell", "Ada-Wren=person Una-Moss=person", "",
				[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Una-Moss", true, reworded}}}.input(t), ""},
		{"loop", looped(copied.input(t)), "single-origin circular single-source"},
	}
	for _, test := range tests {
		var kinds []string
		for _, w := range judged(test.in).Warnings {
			kinds = append(kinds, string(w.Kind))
			if w.Saying.Sentence == "" {
				t.Errorf("%s: %s says nothing", test.name, w.Kind)
			}
		}
		slices.Sort(kinds)
		want := strings.Fields(test.want)
		slices.Sort(want)
		for _, k := range want {
			if !slices.Contains(kinds, k) {
				t.Errorf("%s: no warning %s among %v", test.name, k, kinds)
			}
		}
		if test.want == "" && slices.Contains(kinds, string(stemma.SingleOriginWarning)) {
			t.Errorf("%s: warns of a single origin: %v", test.name, kinds)
		}
	}
}

func looped(in Input) Input {
	in.Loops = [][2]string{{"A", "B"}}
	return in
}

// judged judges a story of which nobody compares the reports.
func judged(in Input) Result { return Begin(in).Result() }

// compared judges one of which somebody does.
func compared(in Input, changes func(before, after string, kin Kin) []stemma.Drift) Result {
	j := Begin(in)
	for _, w := range j.Ways() {
		j.Add(w, changes(w.Before, w.After, w.Kin))
	}
	return j.Result()
}

// differs compares the first statements of two reports by their words.
func differs(in Input) func(before, after string, kin Kin) []stemma.Drift {
	first := func(report string) *stemma.Span {
		for _, st := range in.Claims[0].Statements {
			if st.Span.Report == report {
				return &st.Span
			}
		}
		return nil
	}
	return func(before, after string, kin Kin) []stemma.Drift {
		x, y := first(before), first(after)
		if x == nil || y == nil || x.Text == y.Text {
			return nil
		}
		return []stemma.Drift{{Kind: stemma.NumberChanged, Before: x, After: y, Severity: 2, Says: "changed"}}
	}
}

// leftOutOf takes what differs from a report for left out of the others.
func leftOutOf(in Input, report string) func(before, after string, kin Kin) []stemma.Drift {
	differing := differs(in)
	return func(before, after string, kin Kin) []stemma.Drift {
		changes := differing(before, after, kin)
		if before != report {
			return nil
		}
		for i := range changes {
			changes[i].Kind, changes[i].After = stemma.Omission, nil
		}
		return changes
	}
}

// TestOneChangeOnce: a change that several reports have is told once, where it
// was made, with the others that have it.
func TestOneChangeOnce(t *testing.T) {
	tests := []struct {
		name, descents, want string
		said                 string // the witnesses that have the other reading
	}{
		{"copies of a copy", "A>B:rewrite, B>C:rewrite", "rA rB []", "BC"},
		{"two copies", "A>B:rewrite, A>C:rewrite", "rA rB [C]", "BC"},
		{"siblings: the odd one", "α>A:wire copy, α>B:wire copy, α>C:wire copy", "rB rA []", "A"},
		{"siblings: the younger one", "α>A:wire copy, α>B:wire copy", "rA rB []", "B"},
	}
	for _, test := range tests {
		var all []said
		for _, siglum := range []string{"A", "B", "C"} {
			text := bolts
			if strings.Contains(test.said, siglum) {
				text = fewer
			}
			all = append(all, said{siglum, "", false, text})
		}
		in := tale{"A:Bell, B:Herald, C:Gazette, α:Wire", "", test.descents, all}.input(t)
		var got []string
		for _, x := range compared(in, differs(in)).Drifts {
			got = append(got, fmt.Sprint(x.Before.Report, " ", x.After.Report, " ", x.InheritedBy))
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%s: %s, want %s", test.name, joined, test.want)
		}
	}
}

// TestLeftOutTwice: two copies of one report may leave out the same, each for itself, and both
// are told to; who has it from one that left it out, or from what is lost above both, made nothing.
func TestLeftOutTwice(t *testing.T) {
	tests := []struct{ name, descents, want string }{
		{"a copy of a copy", "A>B:rewrite, B>C:rewrite, A>C:citation", "B [C]"},
		{"two copies", "A>B:rewrite, A>C:rewrite", "B [] C []"},
		{"a lost text between", "A>α:rewrite, α>B:wire copy, α>C:wire copy", "B [C]"},
		{"a lost text above", "α>A:wire copy, A>B:rewrite, A>C:rewrite", "B [] C []"},
		{"many copies", "A>B:rewrite, A>C:rewrite, A>D:rewrite, A>E:rewrite, A>F:rewrite",
			"B [E F] C [] D []"},
	}
	for _, test := range tests {
		all := []said{{"A", "", false, bolts}}
		outlets := "A:Bell, α:Wire"
		for _, siglum := range []string{"B", "C", "D", "E", "F"} {
			if strings.Contains(test.descents, siglum) {
				all = append(all, said{siglum, "", false, fewer})
				outlets += ", " + siglum + ":Paper " + siglum
			}
		}
		in := tale{outlets, "", test.descents, all}.input(t)
		var got []string
		for _, x := range compared(in, leftOutOf(in, "rA")).Drifts {
			i := slices.IndexFunc(in.Stemma.Descents, func(d stemma.Descent) bool { return d.ID == string(x.Descent) })
			got = append(got, fmt.Sprint(in.Stemma.Descents[i].To, " ", x.InheritedBy))
		}
		if joined := strings.Join(got, " "); joined != test.want {
			t.Errorf("%s: %s, want %s", test.name, joined, test.want)
		}
	}
}

// TestLossBetweenSiblings: of two copies of one text the one without the hedge
// lost it.
func TestLossBetweenSiblings(t *testing.T) {
	x, y := stemma.Span{Text: "leaked"}, stemma.Span{Text: "may have leaked"}
	d, ok := gained(stemma.Drift{Kind: stemma.ModalityWeakened, Before: &x, After: &y, Severity: 1})
	if !ok || d.Kind != stemma.ModalityStrengthened || d.Before.Text != y.Text || d.After.Text != x.Text {
		t.Errorf("%+v", d)
	}
	if _, ok := gained(stemma.Drift{Kind: stemma.NumberChanged, Before: &x, After: &y}); ok {
		t.Error("a number was turned round")
	}
}

// TestGravestFirst: severity, then how many have it.
func TestGravestFirst(t *testing.T) {
	got := ordered([]stemma.Drift{
		{Says: "slight", Severity: 1, InheritedBy: []string{"C", "B"}}, {Says: "grave", Severity: 3},
		{Says: "grave and spread", Severity: 3, InheritedBy: []string{"B"}},
	})
	if got[0].Says != "grave and spread" || got[0].ID != "x1" || got[1].Says != "grave" ||
		got[2].InheritedBy[0] != "B" {
		t.Errorf("%+v", got)
	}
}

// TestDriftsAlongDescents: a drift is found between exemplar and copy, with
// the ids of both, and not between cousins.
func TestDriftsAlongDescents(t *testing.T) {
	story := tale{"A:Bell, B:Herald, C:Gazette", "Ada-Wren=person", "A>B:rewrite, A>C:rewrite",
		[]said{{"A", "Ada-Wren", true, bolts}, {"B", "Ada-Wren", false, fewer}, {"C", "Ada-Wren", false, bolts}}}
	in := story.input(t)
	var got []string
	for _, x := range compared(in, differs(in)).Drifts {
		if x.Kind == stemma.NumberChanged {
			got = append(got, fmt.Sprint(x.Claim, " ", x.Descent, " ", x.Before.Report, " ", x.After.Report))
		}
	}
	if joined := strings.Join(got, ", "); joined != "c1 d1 rA rB" {
		t.Errorf("drifts %s", joined)
	}
}

// TestReadingOfAnotherExemplar: what any exemplar has is no drift of the copy.
func TestReadingOfAnotherExemplar(t *testing.T) {
	in := tale{"A:Bell, B:Herald, C:Gazette", "", "A>C:rewrite, B>C:rewrite",
		[]said{{"A", "", false, bolts}, {"B", "", false, fewer}, {"C", "", false, fewer}}}.input(t)
	for _, x := range compared(in, differs(in)).Drifts {
		if x.Kind == stemma.NumberChanged {
			t.Errorf("drift %+v", x)
		}
	}
}
