package claim

import (
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/quote"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// bench is what the tests work with: the reader, and the stages before it.
type bench struct {
	*Reader
	pack   *language.Pack
	quotes *quote.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return &bench{New(pack, value.New(pack), vector.Open()), pack, quote.New(pack)}
}

// text makes a report of paragraphs. A first one that starts with "# " is its
// title.
func (b *bench) text(id string, paragraphs ...string) *stemma.Text {
	r := &stemma.Report{ID: id, Input: id + ".txt"}
	for _, p := range paragraphs {
		kind := stemma.Paragraph
		if title, ok := strings.CutPrefix(p, "# "); ok {
			kind, p, r.Title = stemma.TitleSegment, title, title
		}
		if r.Text != "" {
			r.Text += "\n\n"
		}
		r.Segments = append(r.Segments, stemma.Segment{Kind: kind, Start: len(r.Text), End: len(r.Text) + len(p)})
		r.Text += p
	}
	return segment.Split(r, b.pack)
}

// stated gives the statements of texts with the index of their attributions.
func (b *bench) stated(texts ...*stemma.Text) ([]stemma.Statement, *stemma.Index) {
	readings := make([]quote.Reading, len(texts))
	for i, t := range texts {
		readings[i] = b.quotes.Read(t)
	}
	attributions, speakers := b.quotes.Join(texts, readings)
	var found []stemma.Statement
	for _, t := range texts {
		found = append(found, b.Statements(t, attributions)...)
	}
	return found, stemma.NewIndex(texts, attributions, speakers)
}

// cut is a sentence's statements, "|" between them; one that stands under an
// attribution is in brackets, after its source.
func cut(statements []stemma.Statement, index *stemma.Index) string {
	var parts []string
	for i := range statements {
		part := statements[i].Span.Text
		if a := index.Attribution(statements[i].Attribution); a != nil {
			who := ""
			if a.Source != nil {
				who = a.Source.Text + ": "
			}
			part = "[" + who + part + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " | ")
}

// TestScraps: a pronoun and the place of a dateline that is cut off state nothing, in
// a language whose words the model does not weigh.
func TestScraps(t *testing.T) {
	pack, err := language.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{New(pack, value.New(pack), vector.Open()), pack, quote.New(pack)}
	text := b.text("r1", "Selby. Die Brücke ist gesperrt. Das berichtet der Hafenkurier.")
	want := "[der Hafenkurier: Die Brücke ist gesperrt]"
	if got := cut(b.stated(text)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestStatements: the report's own statements stand bare, credited ones in
// brackets after their source.
func TestStatements(t *testing.T) {
	b := newBench(t)
	tests := []struct{ text, want string }{
		{"The council shut the iron bridge on Monday.", "The council shut the iron bridge on Monday"},
		{"The weir holds 40 million litres, and the ferry carries 12 carts.",
			"The weir holds 40 million litres | the ferry carries 12 carts"},
		{"The council shut the bridge, but the ferry crew kept rowing carts.",
			"The council shut the bridge | the ferry crew kept rowing carts"},
		{"The council shut the bridge; the ferry crew kept rowing carts.",
			"The council shut the bridge | the ferry crew kept rowing carts"},
		{"SELMOUTH — Council officers shut the iron bridge on Monday.",
			"Council officers shut the iron bridge on Monday"},
		{"SELMOUTH—Council officers shut the iron bridge on Monday.",
			"Council officers shut the iron bridge on Monday"},
		{"USAW—the weir's union—shut the iron bridge on Monday.",
			"USAW—the weir's union—shut the iron bridge on Monday"},
		{"Ada Wren said that forty bolts were missing.", "[Ada Wren: forty bolts were missing]"},
		{`"It is not safe," Ada Wren said.`, `[Ada Wren: "It is not safe,"]`},
		{"According to the harbour office, 900 carts crossed the bridge, which was built in 1871.",
			"[the harbour office: 900 carts crossed the bridge] | [the harbour office: which was built in 1871]"},
		{"The mayor said the engineer had told him that the bolts were cut with a saw.",
			"[the engineer: the bolts were cut with a saw]"},
		{"SELMOUTH, March 14 (Pressline) -- The council shut the bridge.", "The council shut the bridge"},
		{"(Pressline) - The council shut the bridge.", "The council shut the bridge"},
		{"(Two of them - both masons - left the bridge on Monday.)",
			"Two of them - both masons - left the bridge on Monday"},
		{"The storm broke 40 panes in the east hall, 12 of them in the roof.",
			"The storm broke 40 panes in the east hall | 12 of them in the roof"},
		{"Sold: 14 crates of pears and 9 of plums from Orrin.", "Sold: 14 crates of pears and 9 of plums from Orrin"},
		{"On Tuesday, by telephone.", ""},
		{"Yes.", ""},
		{`poster="http://example.org/5-vs.jpg" The council shut the bridge.`, ""},
		{"(CNN) The council shut the iron bridge on Monday.", "The council shut the iron bridge on Monday"},
		{"The iron bridge is shut! — Ada Wren (@adawren) March 3, 2016", "[Ada Wren: The iron bridge is shut]"},
		{"The iron bridge is shut! — Ada Wren (@adawren) March 3, 2016 Report", "The iron bridge is shut"},
		{"Ada Wren (@adawren) shut the iron bridge on March 3, 2016.",
			"Ada Wren (@adawren) shut the iron bridge on March 3, 2016"},
		{"", ""},
	}
	for _, test := range tests {
		if got := cut(b.stated(b.text("r1", test.text))); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestInBrackets: a party and a place behind a name are one word in brackets, and state nothing.
func TestInBrackets(t *testing.T) {
	b := newBench(t)
	of := &text{Text: b.text("r1", "Ada Wren (D-N.J.) shut the bridge (Monday week).")}
	for words, want := range map[string]bool{"D-N.J": true, "Monday week": false, "shut": false} {
		at := strings.Index(of.Report.Text, words)
		p := piece{of.TokenAt(at), of.TokenAt(at+len(words)-1) + 1, asserted}
		if got := inBrackets(of, p); got != want {
			t.Errorf("%s: %v", words, got)
		}
	}
}

func TestStatementDetails(t *testing.T) {
	b := newBench(t)
	statements, _ := b.stated(b.text("r1", "# Forty bolts missing from bridge",
		"The mayor said the engineer had told him that the bolts may not have been cut with a saw.",
		`"It is not safe," Ada Wren said.`))
	if len(statements) != 3 {
		t.Fatalf("%d statements", len(statements))
	}
	title, nested, quoted := statements[0], statements[1], statements[2]
	if !title.Headline || nested.Headline {
		t.Error("only the title is a headline")
	}
	if len(title.Values) == 0 || title.Values[0].Value != "40" {
		t.Errorf("values of the title: %+v", title.Values)
	}
	if nested.Certainty != stemma.Possible || nested.Polarity != stemma.Negated || len(nested.Hedges) == 0 {
		t.Errorf("may not have: %s %s %v", nested.Certainty, nested.Polarity, nested.Hedges)
	}
	if len(nested.Chain) != 2 || nested.Chain[0] != string(nested.Attribution) {
		t.Errorf("under %s, chain %v", nested.Attribution, nested.Chain)
	}
	if !quoted.Quoted || nested.Quoted {
		t.Error("only what stands in marks is quoted")
	}
}

// TestTurned: what a source denies or asks is nobody's statement by itself; what he
// speaks ill of is as true as before.
func TestTurned(t *testing.T) {
	b := newBench(t)
	for text, want := range map[string]bool{
		"The mayor denied that the council sold the iron bridge.":             true,
		"The review did not find that the council sold the iron bridge.":      true,
		"The mayor said that the council sold the iron bridge.":               false,
		"The mayor criticized that the council sold the iron bridge.":         false,
		"The mayor said she denied that the council sold the iron bridge.":    true,
		"The council sold the iron bridge, the mayor of the town said Monday": false,
	} {
		statements, _ := b.stated(b.text("r1", text))
		turned := false
		for _, st := range statements {
			turned = turned || st.Turned
		}
		if turned != want {
			t.Errorf("%s: %t", text, turned)
		}
	}
}

func TestJoin(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		a, b string
		one  bool
	}{
		{"The council shut the iron bridge on Monday.", "The council shut the iron bridge on Monday.", true},
		{"The council shut the iron bridge on Monday.", "The iron bridge was closed by the council on Monday.", true},
		{"The council shut the iron bridge with forty bolts missing.",
			"The council shut the iron bridge with fourteen bolts missing.", true},
		{"The engineer said the old weir may burst before winter.",
			"The old weir will burst before winter, the engineer said.", true},
		{"The barge sank upstream of the Orrin weir.", "The barge sank downstream of the Orrin weir.", false},
		{"The bank raised its lending rate in March.", "The bank cut its lending rate in March.", false},
		{"The ferry crew found a brass bell in the mud.", "A choir from Orrin won the silver medal.", false},
	}
	for _, test := range tests {
		texts := []*stemma.Text{b.text("r1", test.a), b.text("r2", test.b)}
		statements, index := b.stated(texts...)
		groups := Join(b.aligner.Story(texts, statements, index), index)
		if one := len(groups) == 1 && len(statements) == 2; one != test.one {
			t.Errorf("one claim is %v, want %v:\n%s\n%s\n%v", one, test.one, test.a, test.b, groups)
		}
		checkGroups(t, groups, len(statements))
	}
}

// TestJoinWithin: two statements of one sentence are two claims, a quotation
// belongs to its paraphrase.
func TestJoinWithin(t *testing.T) {
	b := newBench(t)
	for text, want := range map[string]int{
		"The weir holds 40 million litres, and the weir feeds 40 million lamps.":       2,
		`Ada Wren said that nobody had warned the ferrymen. "Not one call," she said.`: 1,
		"The weir holds 40 million litres. A choir from Orrin won the silver medal.":   2,
	} {
		texts := []*stemma.Text{b.text("r1", text)}
		statements, index := b.stated(texts...)
		if groups := Join(b.aligner.Story(texts, statements, index), index); len(groups) != want {
			t.Errorf("%d claims, want %d: %s", len(groups), want, text)
		}
	}
}

// checkGroups makes sure that every statement is in one group, in order.
func checkGroups(t *testing.T, groups []Group, n int) {
	t.Helper()
	seen := make([]int, n)
	first := -1
	for _, g := range groups {
		if len(g) == 0 || g[0] <= first {
			t.Errorf("groups out of order: %v", groups)
		}
		first = g[0]
		for i, k := range g {
			seen[k]++
			if i > 0 && g[i-1] >= k {
				t.Errorf("group out of order: %v", g)
			}
		}
	}
	for i, k := range seen {
		if k != 1 {
			t.Errorf("statement %d is in %d groups", i, k)
		}
	}
}

func TestStories(t *testing.T) {
	b := newBench(t)
	bridge := []string{"# Iron bridge shut",
		"The council of Selmouth shut the iron bridge on Monday with forty bolts missing.",
		`"It is not safe," Ada Wren, the town engineer of Selmouth, told the Bell.`}
	texts := []*stemma.Text{
		b.text("r0", bridge...),
		b.text("r1", "# Choir wins silver",
			"The ferrymen's choir of Hillfoot won the silver medal at the festival in Orrin.",
			"Conductor Maud Tressell thanked the bakers of Lisle."),
		b.text("r2", "# Bolts missing in Selmouth",
			"Ada Wren, the engineer of Selmouth, said that bolts of the iron bridge had been cut. The council shut "+
				"the bridge on Monday."),
		b.text("r3", "# Silver for Hillfoot",
			"The choir of the Hillfoot ferrymen came second at the Orrin festival, the conductor, Maud Tressell, "+
				"said."),
		b.text("r4"),
	}
	var got []string
	for _, group := range b.Stories(texts, nil) {
		var ids []string
		for _, i := range group {
			ids = append(ids, texts[i].Report.ID)
		}
		got = append(got, strings.Join(ids, " "))
	}
	if joined := strings.Join(got, " | "); joined != "r0 r2 | r1 r3 | r4" {
		t.Errorf("stories %s", joined)
	}
	if stories := b.Stories(nil, nil); len(stories) != 0 {
		t.Errorf("stories of nothing: %v", stories)
	}
}

// TestNearStories: in a small pile less likeness is needed of reports of the same days.
func TestNearStories(t *testing.T) {
	b := newBench(t)
	dated := func(id string, day int, paragraphs ...string) *stemma.Text {
		text := b.text(id, paragraphs...)
		text.Report.Published = stemma.Moment{Time: time.Date(2016, 3, day, 0, 0, 0, 0, time.UTC),
			Precision: stemma.Day}
		return text
	}
	for day, want := range map[int]int{2: 1, 20: 2} {
		texts := []*stemma.Text{
			dated("r0", 1, "The council of Selmouth shut the iron bridge on Monday with forty bolts missing.",
				"Engineer Ada Wren blamed rust, salt and the weight of the new trams for the damage.",
				"Carters from Orrin now take the long road through Lisle, past the quarry and the mill."),
			dated("r1", day, "Ferrymen rowed carts over the river all night while Selmouth waits for repairs.",
				"Their guild asked for double wages, lanterns and bread, which the mayor promised on the quay.",
				"Nobody knows when the bridge opens; the smiths of Hillfoot have to cast every piece anew."),
		}
		if got := len(b.Stories(texts, nil)); got != want {
			t.Errorf("%d stories of reports of 1 and %d March, want %d", got, day, want)
		}
	}
}

// TestSharedPassage: reports that share much text are one story whatever else
// is in them.
func TestSharedPassage(t *testing.T) {
	b := newBench(t)
	long := strings.TrimSpace(strings.Repeat("lead pipe under the old brewery wall ", 12))
	texts := []*stemma.Text{
		b.text("r0", "Vineyards of Lisle.", long),
		b.text("r1", "Trams of Orrin.", long),
	}
	at := func(t *stemma.Text) stemma.Span { s := t.Report.Segments[1]; return t.Report.Span(s.Start, s.End) }
	shared := []stemma.Reuse{{A: at(texts[0]), B: at(texts[1]), Kind: stemma.Verbatim, Identity: 1}}
	if stories := b.Stories(texts, shared); len(stories) != 1 {
		t.Errorf("stories %v", stories)
	}
}

func FuzzStatements(f *testing.F) {
	f.Add(`Ada Wren said that "forty bolts, and 14 nuts; were" missing - or so, which was built in 1871.`)
	f.Add("“It” 'is' \"not\" safe,\" she said — said, said: 58 metres high and 3.5 to 4 million\x80\xff")
	f.Add("- ; , and $ £ % 1 2 3 was were is are")
	f.Add("# 000000000000000000000000000000")
	b := newBench(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		report := b.text("r1", text)
		statements, index := b.stated(report)
		text = report.Report.Text // a title is without its mark
		at := 0
		for _, st := range statements {
			span := st.Span
			inText := span.Start >= at && span.End > span.Start && span.End <= len(text)
			if !inText || text[span.Start:span.End] != span.Text {
				t.Fatalf("span %+v after %d in %q", span, at, text)
			}
			if !st.Sentence.Contains(span) {
				t.Fatalf("%q is not in %q", span.Text, st.Sentence.Text)
			}
			for _, v := range st.Values {
				if !span.Contains(v.Span) {
					t.Fatalf("value %q is not in %q", v.Span.Text, span.Text)
				}
			}
			at = span.End
		}
		checkGroups(t, Join(b.aligner.Story([]*stemma.Text{report}, statements, index), index), len(statements))
	})
}
