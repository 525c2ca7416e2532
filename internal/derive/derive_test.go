package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/claim"
	reader "stemma/internal/credit"
	"stemma/internal/extract"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

func newDeriver(t testing.TB) (*Deriver, *language.Pack) {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack, name.New(nil, pack)), pack
}

// build runs the stages before this one, and this one, on plain-text reports
// by name.
func build(t testing.TB, files map[string]string) Tree {
	t.Helper()
	d, pack := newDeriver(t)
	x, quotes, claims := extract.New(pack), quote.New(pack), claim.New(pack, value.New(pack), vector.Open())
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var texts []*stemma.Text
	var readings []quote.Reading
	for _, name := range names {
		r, err := x.Extract(
			stemma.Capture{Input: name, Media: stemma.PlainText, Data: []byte(files[name]),
				SHA256: fmt.Sprintf("%064x", name)})
		if err != nil {
			t.Fatal(err)
		}
		r.ID = name
		texts = append(texts, segment.Split(&r, pack))
		readings = append(readings, quotes.Read(texts[len(texts)-1]))
	}
	attributions, speakers := quotes.Join(texts, readings)
	index := stemma.NewIndex(texts, attributions, speakers)
	var statements []stemma.Statement
	for _, text := range texts {
		statements = append(statements, claims.Statements(text, attributions)...)
	}
	aligned := align.New(pack, vector.Open()).Story(texts, statements, index)
	var joined []stemma.Claim
	for i, group := range claim.Join(aligned, index) {
		c := stemma.Claim{ID: fmt.Sprint("c", i+1)}
		for _, k := range group {
			c.Statements = append(c.Statements, statements[k])
		}
		joined = append(joined, c)
	}
	return d.Build(Input{
		Texts: texts, Reuse: reuse.Find(texts, reuse.Options{}), Attributions: attributions, Index: index,
		Claims: joined, Aligned: aligned, Mentions: mentions(pack, texts, attributions, index),
	})
}

func mentions(pack *language.Pack, texts []*stemma.Text, all []stemma.Attribution,
	index *stemma.Index) []stemma.Mention {
	r := reader.New(pack, name.New(nil, pack))
	names := r.Names(texts, index, all)
	var found []stemma.Mention
	for _, t := range texts {
		var own []stemma.Attribution
		for _, a := range all {
			if a.Report == t.Report.ID {
				own = append(own, a)
			}
		}
		found = append(found, r.Read(reader.Input{Text: t, Attributions: own, Index: index, Names: names})...)
	}
	return found
}

// drawn is a tree as "A > B kind" a line, with the names of reports, and of
// lost witnesses in brackets.
func drawn(tree Tree) string {
	name := func(siglum string) string {
		w := tree.Witness(siglum)
		if w.Lost {
			return "(" + w.Name + ", " + string(w.Kind) + ")"
		}
		return string(w.Report)
	}
	var lines []string
	for _, d := range tree.Descents {
		lines = append(lines, fmt.Sprintf("%s > %s %s", name(d.From), name(d.To), d.Kind))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

const (
	body = `The council of Selmouth shut the iron bridge on Monday after forty bolts were found missing from its northern arch.

"It may not be safe before the autumn," Ada Wren, the town engineer, told the Bell. She said that the bolts had been cut with a saw at night.

The bridge carries 900 carts a day to the salt works, which employ every third family of the lower town.`
	vague = "Forty bolts are missing from the iron bridge in Selmouth, media reports said on Monday. The bolts were " +
		"cut with a saw at night."
	bell = "Iron bridge shut\nSelmouth Bell\n4 May 2021\nBy Ned Ashgrove\n\n" + body
)

// by is a report in the form of a plain-text file.
func by(outlet, date, text string) string {
	return "Iron bridge: " + outlet + "\n" + outlet + "\n" + date + "\n\n" + text
}

func TestBuild(t *testing.T) {
	wired := "SELMOUTH (Reuters) - " + strings.ReplaceAll(body, "the Bell", "Reuters")
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"nothing", nil, ""},
		{"one", map[string]string{"bell": bell}, ""},
		{"a copy without credit", map[string]string{"bell": bell, "copy": by("Hillfoot Herald", "6 May 2021", body)},
			"bell > copy repost"},
		{"a later version",
			map[string]string{"bell": bell,
				"later": by("Selmouth Bell", "6 May 2021", body+"\n\nA ferry will run from Thursday.")},
			"bell > later revision"},
		{"a credit", map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
			"Forty bolts are gone from the iron bridge in Selmouth, the Selmouth Bell reported. The town "+
				"engineer, Ada "+
				"Wren, told the newspaper that someone had sawn them through.")},
			"bell > other summary"},
		{"another story", map[string]string{"bell": bell, "choir": by("Orrin Gazette", "7 May 2021",
			"The ferrymen's choir of Hillfoot won the silver medal at the festival in Lisle.")},
			""},
		{"two reporters, one quotation", map[string]string{"bell": bell, "own": by("Orrin Gazette", "4 May 2021",
			`Ferrymen in Selmouth had not slept when the barriers went up. "It may not be safe before the `+
				`autumn," Ada `+
				`Wren, the town engineer, told us on the quay.`)},
			""},
		{"a credit deep in the report", map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
			strings.Repeat("Ferries carried salt to Hillfoot until the valley road was built. ", 40)+
				"That forty bolts are gone from the iron bridge, the town's engineer told the Selmouth Bell.")},
			"bell > other citation"},
		{"a correction that names its report by the title", map[string]string{
			"bell": strings.Replace(bell, "Iron bridge shut", "Town shuts iron bridge over missing bolts", 1),
			"later": by("Selmouth Bell", "8 May 2021",
				"Our report of 4 May, “Town shuts iron bridge over missing bolts”, said that a saw was found. "+
					"It was a file.")},
			"bell > later summary"},
		{"the last word of a name", map[string]string{
			"klaxon": strings.ReplaceAll(bell, "Bell", "Klaxon"),
			"other": by("Orrin Gazette", "7 May 2021",
				"The Klaxon reported that forty bolts are gone from the iron bridge in Selmouth.")},
			"klaxon > other summary"},
		{"last week", map[string]string{"bell": bell, "other": by("Orrin Gazette", "12 May 2021",
			"The Selmouth Bell reported last week that forty bolts are gone from the iron bridge in Selmouth.")},
			"bell > other summary"},
		{"who heard first", map[string]string{
			"bell": strings.Replace(bell, "\n\n",
				"\n\nThe town told the Selmouth Bell that it first heard of it on Monday. ", 1),
			"other": by("Orrin Gazette", "7 May 2021",
				"Forty bolts are gone from the iron bridge in Selmouth, the Selmouth Bell reported.")},
			"bell > other summary"},
		{"a credit to an outlet that is not here", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"Forty bolts are gone from the iron bridge in Selmouth, the Hillfoot Herald reported. The town "+
				"engineer told "+
				"the Herald that someone had sawn them through.")},
			"(Hillfoot Herald, outlet) > gazette rewrite"},
		{"a programme", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"It rained for days. The bridge was never safe, the town engineer, Ada Wren, told NBC's “Meet the "+
				"Press” on Sunday.")},
			"(NBC (Meet the Press), outlet) > gazette rewrite"},
		{"a remark beside the news", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"It rained for days. Ferries carried salt to Hillfoot. The salt works paid for it. The mayor, Ada Wren, "+
				"told NBC's “Meet the Press” on Sunday that she had no plans.")},
			"(NBC (Meet the Press), outlet) > gazette citation"},
		{"an interview", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"It rained for days. In an interview with CNN, the town engineer, Ada Wren, said that the bridge was "+
				"never safe.")},
			"(CNN (interview with Ada Wren), outlet) > gazette rewrite"},
		{"an interview with a bare surname", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"It rained for days. In an interview with CNN, Wren said that the bridge was never safe.")},
			"(CNN, outlet) > gazette rewrite"},
		{"another report of an outlet that is here",
			map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
				"Ferries carried salt to Hillfoot. The salt works paid for the bridge in 1911, an earlier "+
					"Selmouth Bell report "+
					"said.")},
			"(Selmouth Bell, outlet) > other rewrite"},
		{"a report of another month", map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
			"Ferries carried salt to Hillfoot. Forty bolts are gone from the iron bridge, the Selmouth Bell "+
				"reported in "+
				"February.")},
			"(Selmouth Bell, outlet) > other rewrite"},
		{"behind a credit of another report", map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
			"Ferries carried salt to Hillfoot. The salt works paid for the bridge, the Selmouth Bell reported "+
				"last month. "+
				"Forty bolts are gone from the iron bridge, the Bell reported.")},
			"(Selmouth Bell, outlet) > other rewrite"},
		{"days after another report", map[string]string{"bell": bell, "other": by("Orrin Gazette", "6 May 2021",
			"The ferry was late again. Its master spoke three days after the Selmouth Bell reported that forty "+
				"bolts are "+
				"gone from the iron bridge.")},
			"(Selmouth Bell, outlet) > other rewrite"},
		{"what the kept report does not say", map[string]string{"bell": bell, "other": by("Orrin Gazette", "7 May 2021",
			"Ferries carried salt to Hillfoot. The ferrymen's choir won a silver medal at the festival in Lisle, the "+
				"Selmouth Bell reported.")},
			"(Selmouth Bell, outlet) > other rewrite"},
		{"an agency that gave a part", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			body+"\n\nThe Associated Press contributed to this report.")},
			"(The Associated Press, wire) > gazette rewrite"},
		{"an outlet that the report is about", map[string]string{"gazette": by("Orrin Gazette", "7 May 2021",
			"The Hillfoot Herald said in a statement that it would appeal. A spokesman for the Herald said the "+
				"ruling was "+
				"wrong.")},
			""},
		{"two printings of an agency's text",
			map[string]string{"bell": by("Selmouth Bell", "4 May 2021", wired),
				"gazette": by("Orrin Gazette", "4 May 2021", wired)},
			"(Reuters, wire) > bell wire copy\n(Reuters, wire) > gazette wire copy"},
		{"a later printing that does not say so", map[string]string{"bell": by("Selmouth Bell", "4 May 2021", wired),
			"gazette": by("Orrin Gazette", "6 May 2021", strings.ReplaceAll(body, "the Bell", "reporters"))},
			"(Reuters, wire) > bell wire copy\n(Reuters, wire) > gazette wire copy"},
		{"a page before and after it was changed", map[string]string{
			"before": "Iron bridge shut\nhttps://bell.example/bridge\n\n" + body,
			"after": "Iron bridge: ferry to run\nhttps://bell.example/bridge\nUpdated May 6, 2021\n\nA ferry will " +
				"run from " +
				"Thursday, the council said. " +
				"It takes forty carts an hour.\n\n" + body[:strings.Index(body, "\n")]},
			"before > after revision"},
		{"an agency's own text", map[string]string{
			"sent": "QNA0815 3 GEN QNA-BRIDGE\n\nIron bridge shut\n\nSELMOUTH, 4 May 2021 (QNA) - " + body +
				"\n\nQNA bl/ar\n4 May 2021 08:15",
			"print": "Bridge shut\nOrrin Gazette\n2021-05-04T07:50:00+02:00\n\nSELMOUTH (QNA) - " + body,
			"told": by("Hillfoot Herald", "6 May 2021",
				"Forty bolts are gone from the iron bridge in Selmouth, the agency Quay Newsagency reported.")},
			"sent > print repost\nsent > told summary"},
		{"a press release that is told", map[string]string{
			"release": "HARBOUR BOARD OF SELMOUTH\nPress statement\n4 May 2021\n\nIron bridge shut\n\n" +
				"The iron bridge is shut since 40 bolts were found missing on 12 spans. \"We count 900 carts a " +
				"day,\" said Ada " +
				"Wren, the town engineer.",
			"told": by("Orrin Gazette", "5 May 2021",
				"Selmouth has lost its bridge: 40 bolts are missing from 12 spans. The Harbour Board of Selmouth "+
					"counts 900 "+
					"carts a day there."),
			"said": by("Hillfoot Herald", "6 May 2021",
				"Ferries are full in Hillfoot. The carts will be paid for, says a statement of the Harbour Board "+
					"of Selmouth.")},
			"release > said rewrite\nrelease > told rewrite"},
		{"an earlier report of its own", map[string]string{"bell": bell,
			"next": by("Selmouth Bell", "7 May 2021",
				"A ferry takes the carts from Thursday. The Bell reported on Tuesday that forty bolts were found "+
					"missing from "+
					"the northern arch.")},
			"bell > next summary"},
		{"a list of outlets", map[string]string{"bell": bell, "list": by("Orrin Gazette", "7 May 2021",
			"Forty bolts are gone from the iron bridge in Selmouth, according to reports by the Hillfoot Herald, the "+
				"Selmouth Bell and Reuters.")},
			"(Hillfoot Herald, outlet) > list rewrite\n(Reuters, wire) > list rewrite\nbell > list summary"},
		{"media reports", map[string]string{
			"speech": by("Selmouth Bell", "4 May 2021",
				"Forty bolts are missing from the northern arch of the iron bridge, the mayor of Selmouth, Ned "+
					"Ash, said in a "+
					"speech on Monday. "+
					"The bolts were cut at night with a saw, Ash said. He said that the salt works would close "+
					"until the autumn."),
			"brief": by("Orrin Brief", "5 May 2021",
				"The mayor of Selmouth, Ned Ash, said that forty bolts are missing from an arch of the iron "+
					"bridge, according "+
					"to media reports. "+
					"The bolts were cut with a saw at night, Ash said. The salt works would close until the "+
					"autumn, he said.")},
			"speech > brief rewrite"},
		{"copies that all credit media reports", map[string]string{
			"a": by("Selmouth Bell", "4 May 2021", vague), "b": by("Orrin Brief", "4 May 2021", vague),
			"c": by("Hillfoot Herald", "4 May 2021", vague)},
			"(unnamed common text, unknown) > a repost\n(unnamed common text, unknown) > b repost\n(unnamed " +
				"common text, " +
				"unknown) > c repost"},
		{"media reports of something else", map[string]string{"bell": bell,
			"brief": by("Orrin Brief", "5 May 2021",
				"The council of Selmouth shut the iron bridge. The ferry sank twice since May, according to media "+
					"reports. "+
					"Its master was seen in Lisle with the mayor. The choir of Hillfoot has lost its organ.")},
			""},
		{"a chain", map[string]string{"bell": bell,
			"mid": by("Hillfoot Herald", "6 May 2021",
				"Forty bolts are gone from the iron bridge in Selmouth, the Selmouth Bell reported. The closure "+
					"cuts off the "+
					"salt works and the market in Hillfoot, where stalls stood empty."),
			"end": by("Orrin Gazette", "8 May 2021",
				"Forty bolts are gone from the iron bridge in Selmouth, the Hillfoot Herald reported. The closure "+
					"cuts off the "+
					"salt works and the market in Hillfoot, where stalls stood empty.")},
			"bell > mid summary\nmid > end repost"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree := build(t, test.files)
			if got := drawn(tree); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			checkTree(t, tree)
		})
	}
}

// checkTree checks what every tree promises.
func checkTree(t *testing.T, tree Tree) {
	t.Helper()
	for i, w := range tree.Witnesses {
		if w.Lost != (w.Report == "") {
			t.Errorf("witness %+v", w)
		}
		for _, other := range tree.Witnesses[:i] {
			if other.Siglum == w.Siglum {
				t.Errorf("two witnesses %s", w.Siglum)
			}
		}
	}
	for _, d := range tree.Descents {
		if d.Confidence <= 0 || d.Confidence > 1 || d.Share < 0 || d.Share > 1 || len(d.Evidence) == 0 {
			t.Errorf("descent %+v", d)
		}
		for _, e := range d.Evidence {
			if e.Says == "" && e.Saying.Sentence == "" || e.Weight == 0 {
				t.Errorf("evidence %+v", e)
			}
		}
	}
}

// TestLoop: a report that leans on its own copy goes round, and the tree does
// not.
func TestLoop(t *testing.T) {
	tree := build(t, map[string]string{
		"bell": bell + "\n\nThe Hillfoot Herald confirmed on Tuesday that the bridge is shut.",
		"herald": by("Hillfoot Herald", "6 May 2021",
			"The iron bridge in Selmouth is shut after forty bolts were found missing from its northern arch, the "+
				"Selmouth "+
				"Bell reported."),
	})
	if got := drawn(tree); got != "bell > herald summary" {
		t.Errorf("got %s", got)
	}
	if want := [][2]string{{"A", "B"}}; !slices.Equal(tree.Loops, want) {
		t.Errorf("loops %v", tree.Loops)
	}
	// An outlet that publishes by the hour told it on the day before, too.
	tree = build(t, map[string]string{
		"bell": bell + "\n\nCNN confirmed on Tuesday that the bridge is shut.",
		"cnn": by("CNN", "6 May 2021",
			"The iron bridge in Selmouth is shut after forty bolts were found missing, the Selmouth Bell reported."),
	})
	if len(tree.Loops) > 0 {
		t.Errorf("a credit to an elder report of CNN goes round: %v", tree.Loops)
	}
}

func TestCalled(t *testing.T) {
	d, _ := newDeriver(t)
	r := &stemma.Report{Outlet: "The Selwick Lantern", Byline: []string{"Ada B. Wren", "Reuters"}}
	r.URL = "https://www.lantern.example/a/"
	m := d.read(Input{Texts: []*stemma.Text{{Report: r}}, Index: stemma.NewIndex(nil, nil, nil)})
	w := newSearch(newPairs(m, nil), d.tables, nil)
	for name, want := range map[string]bool{
		"the Lantern": true, "Selwick Lantern": true, "Selwick Lantern Online": true,
		"Ada Wren": true, "Ada B. Wren": true,
		"Wren": false, "Ben Wren": false, "Reuters": false, "the Herald": false, "": false,
		"Selwick": false, "the": false, "the Orrin Lantern": false, "Ada": false,
	} {
		m := &stemma.Mention{Name: name}
		if (len(w.bearers(m)) == 1) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
	link := &stemma.Mention{Form: stemma.LinkForm, URL: "http://lantern.example/a"}
	if len(w.bearers(link)) != 1 {
		t.Error("not by its address")
	}
}

func TestAgency(t *testing.T) {
	d, _ := newDeriver(t)
	for name, want := range map[string]bool{
		"Reuters": true, "AP": true, "the Associated Press": true, "Continental Press Service": true,
		"Meridian News Agency": true,
		"The Selwick Lantern":  false, "Ada Wren": false, "": false,
	} {
		if d.who.IsAgency(name) != want {
			t.Errorf("isAgency(%q) is %v", name, !want)
		}
	}
	if full := d.who.Outlet("AP").Name; full != "The Associated Press" {
		t.Errorf("AP is %q", full)
	}
}

func TestSigla(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 701: "ZZ", 702: "AAA"} {
		if got := latin(n); got != want {
			t.Errorf("latin(%d) is %s, want %s", n, got, want)
		}
	}
	seen := map[string]bool{}
	for n := range 100 {
		if g := greek(n); seen[g] {
			t.Errorf("%s stands twice", g)
		} else {
			seen[g] = true
		}
	}
	if greek(0) != "α" || greek(1) != "β" {
		t.Errorf("%s %s", greek(0), greek(1))
	}
}
