package collate

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/language"
	"stemma/internal/name"
	credits "stemma/internal/quote"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// bench is what the tests work with: the collator, and the stages before it.
type bench struct {
	*Collation
	pack   *language.Pack
	claims *claim.Reader
	quotes *credits.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	values, vectors := value.New(pack), vector.Open()
	c := New(pack, name.New(nil, pack), values, vectors)
	return &bench{c.Collation(), pack, claim.New(pack, values, vectors), credits.New(pack)}
}

// sides gives the statements of one report for each text, of the first
// sentence that has any.
func (b *bench) sides(texts ...string) []Side {
	var split []*stemma.Text
	var readings []credits.Reading
	for i, text := range texts {
		r := &stemma.Report{ID: fmt.Sprint("r", i+1), Text: text,
			Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}}
		split = append(split, segment.Split(r, b.pack))
		readings = append(readings, b.quotes.Read(split[i]))
	}
	attributions, _ := b.quotes.Join(split, readings)
	var found []Side
	for _, t := range split {
		if statements := b.claims.Statements(t, attributions); len(statements) > 0 {
			found = append(found, Side{Text: t, Statement: &statements[0]})
		}
	}
	return found
}

// reports makes texts ready, one report each.
func (b *bench) reports(texts ...string) []*Report {
	var split []*stemma.Text
	var readings []credits.Reading
	for i, text := range texts {
		r := &stemma.Report{ID: fmt.Sprint("r", i+1), Text: text,
			Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}}
		split = append(split, segment.Split(r, b.pack))
		readings = append(readings, b.quotes.Read(split[i]))
	}
	attributions, speakers := b.quotes.Join(split, readings)
	index := stemma.NewIndex(split, attributions, speakers)
	var found []*Report
	for _, t := range split {
		found = append(found, b.Read(t, index, attributions))
	}
	return found
}

// copied is a sentence and what a copy made of it, and the change that is told: "" for none.
type copied struct{ before, after, want string }

// copies compares sentences with what copies made of them.
func (b *bench) copies(t *testing.T, tests []copied) {
	t.Helper()
	for _, test := range tests {
		if got := b.changes(t, test.before, test.after, Copy); got != test.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", test.before, test.after, got, test.want)
		}
	}
}

// changes names what the second text changed of the first, as
// "kind: words > words".
func (b *bench) changes(t testing.TB, before, after string, kin Kin) string {
	t.Helper()
	r := b.reports(before, after)
	found := b.Changes(r[0], r[1], kin)
	for i := range found {
		checkDrift(t, &found[i])
	}
	return told(found)
}

// told names changes as [bench.changes] does.
func told(changes []stemma.Drift) string {
	var got []string
	for _, d := range changes {
		got = append(got, fmt.Sprintf("%s: %s > %s", d.Kind, words(d.Before), words(d.After)))
	}
	return strings.Join(got, ", ")
}

func TestChanges(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		// Nothing changed that matters.
		{"The council shut the iron bridge.", "The council shut the iron bridge.", ""},
		{"The council shut the iron bridge on Monday.", "On Monday the iron bridge was shut by the council.", ""},
		{"The council shut the bridge with more than two dozen bolts missing.",
			"The council shut the bridge with 26 bolts missing.", ""},
		{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 4 May.", ""},
		{"The council spent 1,200 crowns on new bolts.", "The council spent twelve hundred crowns on new bolts.", ""},
		{"Forty bolts were missing from the bridge.", "The ferry carries fourteen bolts of linen to Orrin.", ""},
		{"The gate was not open at noon, the keeper said.", "The gate was closed at noon, the keeper said.", ""},
		{"Ada Wren, a lawyer of the council, shut the bridge.",
			"Ada Wren, an attorney of the council, shut the bridge.", ""},

		{"Some sailors felt sick and gave up.", "Some sailors felt better and gave up.",
			"predicate_changed: sick > better"},

		{"I tested the new pump of the weir.", "We did not test the new pump of the weir.", ""},
		{"Ned Ash said that Ada Wren could sell the mill of Orrin after seven years.",
			"Ada Wren has a paper, by which the mill of Orrin goes, after seven years, to a chain.", ""},
		{"The guild of Orrin said that no more than 312,000 boats could have been reached.",
			"The guild of Orrin puts it at no more than 312,000 boats.", ""},
		{"Ned Ash was at work with one break of thirty minutes, the Lantern said.",
			"Ned Ash was one of 22 people at work, the Lantern said, with one break of half an hour.", ""},

		// Values.
		{"The council shut the iron bridge with forty bolts missing.",
			"The council shut the iron bridge with fourteen bolts missing.",
			"number_changed: forty bolts > fourteen bolts"},
		{"The pump moves two litres a second out of the cellar.",
			"The pump moves two litres a minute out of the cellar.",
			"number_changed: two litres a second > two litres a minute"},
		{"The repair of the quay cost about 300 crowns.", "The repair of the quay cost 300 crowns.",
			"hedge_dropped: about 300 crowns > 300 crowns"},
		{"Up to 300 sheep drowned in the flood of Orrin.", "300 sheep drowned in the flood of Orrin.",
			"hedge_dropped: Up to 300 sheep > 300 sheep"},
		{"The council shut the iron bridge on 4 May 2021.", "The council shut the iron bridge on 6 May 2021.",
			"date_changed: 4 May 2021 > 6 May 2021"},
		{"Some of the sheep drowned in the flood.", "All of the sheep drowned in the flood.",
			"number_changed: Some of the sheep > All of the sheep"},
		{"The letter was signed by Mayor Ada Wren and the keeper of the weir.",
			"The letter was signed by Mayor Nora Wren and the keeper of the weir.", "actor_changed: Ada > Nora"},

		// The ladder of certainty, negations, opposites.
		{"The old weir may burst before the winter.", "The old weir will burst before the winter.",
			"modality_strengthened: may burst > will burst"},
		{"The old weir likely would have burst before the winter, the keeper said.",
			"The old weir would likely have burst before the winter, the keeper said.", ""},
		{"The new salve will be popular in the hill towns.", "The new salve is popular in the hill towns.", ""},
		{"The old weir allegedly burst before the winter.", "The old weir burst before the winter.",
			"hedge_dropped: allegedly burst > burst"},
		{"The council plans to close the iron bridge in May.", "The council closed the iron bridge in May.",
			"modality_strengthened: plans to close > closed"},
		{"The council failed to inspect the weir in May.", "The council inspected the weir in May.",
			"predicate_changed: failed to inspect > inspected"},
		{"The bolts of the bridge were cut with a saw.", "The bolts of the bridge were not cut with a saw.",
			"polarity_changed: cut > not cut"},
		{"The bolts of the bridge were cut on 4 May.", "The bolts of the bridge were not cut until 4 May.", ""},
		{"The bolts of the bridge were not cut before May.", "The bolts of the bridge were cut in May.", ""},
		{"The bolts of the bridge were cut before May.", "The bolts of the bridge were not cut before May.",
			"polarity_changed: cut > not cut"},
		{"The price of eels rose in the market of Orrin.", "The price of eels fell in the market of Orrin.",
			"predicate_changed: rose > fell"},
		{"The deputy mayor of Orrin was fined for the flood.", "The mayor of Orrin was fined for the flood.",
			"title_changed: deputy mayor > mayor"},
		{"The keeper sued the miller over the weir.", "The miller sued the keeper over the weir.",
			"actor_changed: keeper sued the miller > miller sued the keeper"},
		{"The keeper was sued by the miller over the weir.", "The miller sued the keeper over the weir.", ""},

		{"The letter orders the guard to manage the bridge closure plans, which are to be ready by May.",
			"The letter orders the guard to manage the bridge closures, which are to be ready by May.",
			"modality_strengthened: closure plans > closures"},
		{"Within days General Wren hosted two officials of the port of Orrin, Ned Ash and Nora Bell.",
			"Soon after General Wren travelled to Orrin to meet officials of the port, Ned Ash and Nora Bell.",
			"predicate_changed: hosted > travelled"},

		// Who said it, and to whom.
		{"The council is planning to shut the iron bridge of Orrin.",
			"The council announced it is planning to shut the iron bridge of Orrin.",
			"source_inflated: is planning > announced it is planning"},
		{"The minister hinted he would resign over the weir.", "The minister said he would resign over the weir.",
			"predicate_changed: hinted > said"},
		{"An official said that the bolts of the bridge were cut with a saw.",
			"Officials said that the bolts of the bridge were cut with a saw.",
			"source_inflated: An official > Officials"},

		// Cut quotations.
		{`"I do not say that the bolts were cut with a saw," Ada Wren said.`,
			`"The bolts were cut with a saw," Ada Wren said.`,
			"quote_altered: I do not say that the bolts were cut with a saw > The bolts were cut with a saw"},
		{`"We will mend the bridge, but only if the council pays," Ada Wren said.`,
			`"We will mend the bridge," Ada Wren said.`,
			"quote_altered: We will mend the bridge, but only if the council pays > We will mend the bridge"},

		// Quotations.
		{`"The bolts were cut with a saw at night," Ada Wren said.`,
			`"The bolts were cut with a knife at night," Ada Wren said.`,
			"quote_altered: a saw at > a knife at"},
		{`"The bolts were cut with a saw at night," Ada Wren said.`,
			`"The bolts were cut with a saw," Ada Wren said.`, ""},
		{`"All the old bolts of the iron bridge were cut with a saw that night," Ada Wren said.`,
			`"All the old bolts of the iron bridge were cut with a knife that night, and the keeper of the weir ` +
				`knew it all along, and his wife, and the miller of Orrin too," Ada Wren said.`,
			"quote_altered: a saw that > a knife that"},
		{`"We are going to cut twelve bolts of the iron bridge," Ada Wren said.`,
			`"We are gonna cut 12 bolts of the iron bridge," Ada Wren said.`, ""},
		{`"It's a shame that the bolts of the bridge were cut," Ada Wren said.`,
			`"It is a shame that the bolts of the bridge were cut," Ada Wren said.`, ""},
		{`"We know the old iron bridge and the people who cut the bolts & the nuts," Ada Wren said.`,
			`"We know the old iron bridge, the people who cut the bolts and the nuts," Ada Wren said.`, ""},
		{`"She [the mayor] knew that the bolts of the bridge were cut," Ned Ash said.`,
			`"She knew that the bolts of the bridge were cut," Ned Ash said.`, ""},
	})
}

// TestKin: two reports of one event have details of their own; only a copy of a
// sentence can have changed it.
func TestKin(t *testing.T) {
	b := newBench(t)
	before, after := "The keeper said forty bolts were missing from the bridge when he came on Monday.",
		"Fourteen bolts were missing, and the bridge was shut at once for that reason."
	if got := b.changes(t, before, after, Neighbours); got != "" {
		t.Errorf("between neighbours: %s", got)
	}
}

func words(s *stemma.Span) string {
	if s == nil {
		return "-"
	}
	return s.Text
}

func checkDrift(t testing.TB, d *stemma.Drift) {
	t.Helper()
	if d.Severity < 1 || d.Severity > 3 || d.Saying.Sentence == "" || d.Before == nil && d.After == nil {
		t.Errorf("drift %+v", d)
	}
	if d.Before != nil && d.After != nil && d.Before.Report == d.After.Report {
		t.Errorf("%s from %+v to %+v", d.Kind, d.Before, d.After)
	}
}

// TestLongest: a sentence without end is compared as far as any is, and a
// number beyond all types is no number.
func TestLongest(t *testing.T) {
	b := newBench(t)
	long := strings.Repeat("the council shut the iron bridge of Orrin and ", 2000)
	b.changes(t, long+"rose", long+"fell", Copy)
	for _, end := range []string{"Mayor Ada Wren", "about 40 of 44 crowns", "4 May", "the keeper said so to the Bell"} {
		b.changes(t, strings.Repeat("bridge bolts ", 200)+end+".", end+" shut it.",
			Copy) // what stands behind the words that are compared
	}
	digits := strings.Repeat("9", 400)
	b.changes(t, "The quay cost "+digits+" crowns to mend.", "The quay cost 1e999 crowns to mend on 45 May 20210.",
		Copy)
}

// TestLoci lays readings side by side: "kind: value sigla / value sigla".
func TestLoci(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		texts []string
		want  string
	}{
		{[]string{"Forty bolts were missing from the bridge.", "Forty bolts were missing from the bridge."}, ""},
		{[]string{"Forty bolts were missing from the bridge.", "Fourteen bolts were missing from the bridge.",
			"40 bolts were missing from the bridge."},
			"quantity: 40 A C / 14 B"},
		{[]string{"The weir may burst.", "The weir will burst.", "The weir could burst."},
			"modality: certain B / possible A C"},
		{nil, ""},
	}
	for _, test := range tests {
		sides := b.sides(test.texts...)
		loci := b.Loci(sides, func(report string) string { return string(rune('A' + report[1] - '1')) })
		var got []string
		for _, l := range loci {
			var readings []string
			for _, r := range l.Readings {
				readings = append(readings, r.Value+" "+strings.Join(r.Sigla, " "))
				if len(r.Spans) != len(r.Sigla) {
					t.Errorf("%d spans for %d witnesses", len(r.Spans), len(r.Sigla))
				}
			}
			got = append(got, l.Kind+": "+strings.Join(readings, " / "))
		}
		if joined := strings.Join(got, ", "); joined != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.texts, joined, test.want)
		}
		if nobody := b.Loci(sides, func(string) string { return "" }); len(nobody) != 0 {
			t.Errorf("loci of reports without a siglum: %v", nobody)
		}
	}
}

func FuzzChanges(f *testing.F) {
	f.Add("The old weir may burst on 4 May 2021.", "The old weir will burst on 6 May 2021.")
	f.Add(`"I cannot exclude it," Ada Wren said.`, `"exclude it" it it, officials said\xff`)
	f.Add("Two masons told the Bell that 40 to 50 bolts or \"14\" were cut.",
		"Not more than 3.5 million bolts were forged, faked.")
	f.Add("no No. 7 not", "all of the some of most, (not) \"'s 's\"")
	b := newBench(f)
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 2000 {
			return
		}
		r := b.reports(before, after)
		for _, kin := range []Kin{Copy, Siblings, Neighbours} {
			for _, d := range b.Changes(r[0], r[1], kin) {
				checkDrift(t, &d)
				for i, s := range []*stemma.Span{d.Before, d.After} {
					text := []string{before, after}[i]
					if s != nil &&
						(s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Text) {
						t.Fatalf("%s: %+v in %q", d.Kind, s, text)
					}
				}
			}
		}
	})
}
