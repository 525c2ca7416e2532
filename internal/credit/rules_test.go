package credit

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

// TestNameRules has a sentence for each rule by which names are found.
func TestNameRules(t *testing.T) {
	english := in(t, "en")
	tests := []struct{ rule, text, want string }{
		{"station: a call sign", "The lock was shut, WKLM reported.", "credit WKLM"},
		{"station: with a hyphen", "The lock was shut, WKLM-TV reported.", "credit WKLM-TV"},
		{"station: a channel", "The lock was shut, CBS4 reported.", "credit CBS4"},
		{"isHead: a number", "The lock was shut, Channel 10 reported.", "credit Channel 10"},
		{"capitals: an owner", "Ada Wren's Harbour Gazette reported that the lock was shut.", "credit Harbour Gazette"},
		{"isOthers: a given name", "They asked James Post about it.", ""},
		{"described", "The lock was shut, the website Harbourside reported.", "credit Harbourside"},
		{"described: a verb before a person",
			"“I paid,” Fern Alder said. First papers show Alder obtained the key.", ""},
		{"described: a station's number", "The lock was shut, the clerk told the radio Northmouth 1.",
			"venue Northmouth 1"},
		{"partOfLonger: a ministry", "The Ministry of Foreign Affairs reported that the lock was shut.", ""},
		{"headed: a plain noun", "State TV reported that the lock was shut.", "generic"},
		{"headed: where parliaments print", "The memo was published in the Congressional Record.", ""},
		{"described: an owner ends it", "He cited the website Harbourside's report on the lock.", "credit Harbourside"},
		{"address: no domain", "The lock was shut, said harbour.Ada, and left.", ""},
		{"shape", "Ap reported that the lock was shut.", ""},
		{"isSpelled: capitals", "The harbour gazette reported that the lock was shut.", ""},
		{"addShort", "The Harbour Gazette opened in May. The lock was shut, the Gazette reported.",
			"credit Harbour Gazette"},
		{"addShort: a word of another name", "The Harbour Gazette opened. The Gazette Inn was shut, he said.", ""},
		{"relays", "Cratewatch, the price service, reported on May 3, quoting the Harbour Gazette, that the lock " +
			"was shut. It rained, Cratewatch wrote.", "credit Cratewatch, credit Harbour Gazette, credit Cratewatch"},
		{"nextTo: what it is called", "He told the Harbour Gazette and the railway blog Bell Tribune that it rained.",
			"venue Harbour Gazette, venue Bell Tribune"},
		{"isLinking: a noun", "He told the trade magazine Bell Tribune that it rained.", "venue Bell Tribune"},
		{"isLinking: another noun", "He told the mayor of Bell Tribune that it rained.", ""},
		{"quotedByOutlet", "Radio Kestrel was quoting the Harbour Gazette.", "credit Harbour Gazette"},
		{"quotedByOutlet: a person", "Ada Wren was quoting the Harbour Gazette.", ""},
		{"relays: a person", "Ada Wren reported on Thursday, quoting the Harbour Gazette, that the lock was shut.",
			"credit Harbour Gazette"},
		{"headed: a head in front", "The lock was shut, Radio Kestrel said. Kestrel reported that it rained.",
			"credit Radio Kestrel, credit Radio Kestrel"},
		{"headed: a shop", "The lock was shut, Radio Shack reported.", ""},
		{"described: a report of every quarter",
			"The lock was shut, according to the quarterly U.S. army inspector general's report.", ""},
		{"described: a monthly", "The lock was shut, the monthly Le Phare reports.", "credit Le Phare"},
		{"isShort", "The lock was shut, the Selby Town Daily News reported.", "credit Selby Town Daily News"},
	}
	for _, test := range tests {
		if got := written(read(english, "Valley Tribune", test.text)); got != test.want {
			t.Errorf("%s: %s\n got %q\nwant %q", test.rule, test.text, got, test.want)
		}
	}
}

// TestCueRules has a sentence for each rule by which words around a name tell
// its part.
func TestCueRules(t *testing.T) {
	english := in(t, "en")
	tests := []struct{ rule, text, want string }{
		{"inName: a picture's credit", "The lock was shut. | Harbour Gazette", ""},
		{"inName: a hyphen before", "He read a Selwick-Harbour Gazette poll.", ""},
		{"byPost", "The lock is shut. — Harbour Gazette (@harbourgazette) March 3, 2016", "credit Harbour Gazette"},
		{"byWordsBefore: nobody speaks", "There was an interview with the Harbour Gazette.", ""},
		{"byWordsBefore: on air", "“We knew,” the mayor said on CNN's “State of the Union”.", "venue CNN"},
		{"onShow: a team", "“We knew,” the mayor said, now on CNN's team.", ""},
		{"isOnAir", "“We knew,” the mayor said, live on CNN.", "venue CNN"},
		{"byPrint: where it was said", "“We knew,” the mayor said in a recent Harbour Gazette interview.",
			"venue Harbour Gazette"},
		{"byPrint: an interview that is told of", "The mayor read a Harbour Gazette interview.", ""},
		{"byVerb: what it is called", "The lock was shut, the Reuters agency reported.", "credit Reuters"},
		{"cueAfter: an aside", "The Harbour Gazette, which on 12 June told of a leak, had it at 830 tonnes.",
			"credit Harbour Gazette"},
		{"cueAfter: an aside on a person", "Ada Wren, who spoke to the board, was the clerk.", ""},
		{"dropSelfTalk: of its work", "The Harbour Gazette said the lock was shut. It named a log, which it said " +
			"it had compared with another one.", "credit Harbour Gazette, actor Harbour Gazette"},
		{"byVerb: inverted", "Who shut the lock, asks the Harbour Gazette.", "credit Harbour Gazette"},
		{"byVerb: inverted behind so", "So wrote the Harbour Gazette on Monday.", "credit Harbour Gazette"},
		{"byBracket", "The lock was shut (via the Harbour Gazette).", "credit Harbour Gazette"},
		{"byBracket: a source", "The lock was shut. (Source: Harbour Gazette)", "credit Harbour Gazette"},
		{"byBracket: more in it", "The lock (via the Harbour Gazette building) was shut.", ""},
		{"byBracket: nothing more", "The lock was shut (Harbour Gazette).", "credit Harbour Gazette"},
		{"byBracket: whose", "We met Ada Wren (Harbour Gazette).", ""},
		{"byBracket: at the end", "The lock was shut, via the Harbour Gazette.", "credit Harbour Gazette"},
		{"byMember", "Three outlets, including the Harbour Gazette, have reported that the lock was shut.",
			"generic, credit Harbour Gazette"},
		{"byMember: no verb of telling", "Many outlets, including the Harbour Gazette, have cut staff.", ""},
		{"isReporterOf", "“We knew,” the mayor told a reporter for the Harbour Gazette.", "venue Harbour Gazette"},
		{"isReporterOf: at a breakfast", "“We knew,” the mayor told reporters at a Harbour Gazette breakfast.", ""},
		{"isSkipped: an owner", "A story in Monday's Harbour Gazette told of the leak.", "credit Harbour Gazette"},
		{"publisher", "cnn.com reported that the lock was shut.", "credit CNN"},
		{"publisher: unheard of", "lockhouse.com reported that the lock was shut.", ""},
		{"isApposed", "The lock was shut, a local newspaper, the Harbour Gazette, reported.",
			"generic, credit Harbour Gazette"},
		{"isApposed: no newspaper", "The lock was shut, the mayor, the Harbour Gazette, all said.", ""},
		{"before: what it gave", "Material from the Harbour Gazette was used in this report.",
			"credit Harbour Gazette"},
		{"before: where it came out", "It emerged in the Harbour Gazette that the lock was shut.",
			"credit Harbour Gazette"},
		{"cueAfter: a participle", "The lock was shut, CNN reported, and the Harbour Gazette, citing a clerk, agreed.",
			"credit CNN, credit Harbour Gazette"},
		{"cueAfter: a bracket", "The Harbour Gazette (a weekly) reported that the lock was shut.",
			"credit Harbour Gazette"},
		{"closes: at the end", "He had seen the Harbour Gazette report.", "credit Harbour Gazette"},
		{"closes: a participle", "A Harbour Gazette report published in May told of it.", "credit Harbour Gazette"},
		{"closes: another noun", "He met Harbour Gazette story editors.", ""},
		{"isLinking: an affiliate", "The mayor told CNN affiliate WKLM that she knew.", "actor CNN, venue WKLM"},
		{"isTime", "“We knew,” the mayor told on Friday the Harbour Gazette.", "venue Harbour Gazette"},
		{"isGeneric: a noun", "The newspaper reported that the lock was shut.", "generic"},
		{"isGeneric: whoever's", "Turkish state media reported that the lock was shut.", "generic"},
		{"isNoPaper", "AP opened in May. AP said the lock was shut. The newspaper reported rain.",
			"credit The Associated Press, generic"},
		{"isGeneric: an owner's", "Tolmia's state-run media reported that the lock was shut.", "generic"},
		{"isGeneric: a name before the noun",
			"The lock was shut, the TPS news agency reported.", "credit TPS news agency"},
		{"isGeneric: several", "Local leaks and small press reports said that the lock was shut.", "generic"},
		{"inStatement", "In a statement the Harbour Gazette said it would appeal.", "actor Harbour Gazette"},
		{"tellsItself: a pronoun", "The Harbour Gazette said that its lawyers would appeal.", "actor Harbour Gazette"},
		{"tellsItself: its people", "The Harbour Gazette said the editors would appeal.", "actor Harbour Gazette"},
	}
	for _, test := range tests {
		if got := written(read(english, "Valley Tribune", test.text)); got != test.want {
			t.Errorf("%s: %s\n got %q\nwant %q", test.rule, test.text, got, test.want)
		}
	}
}

// TestPieces: the programme on which words were spoken is named with who airs it.
func TestPieces(t *testing.T) {
	english := in(t, "en")
	for text, want := range map[string]string{
		"“We knew,” the mayor said on CNN's “State of the Union” on Sunday.": "State of the Union",
		"“We knew,” the mayor said on “Face the Nation”.":                    "Face the Nation",
		"“We knew,” the mayor told CNN's “Selwick at Night” on Sunday.":      "Selwick at Night",
		"“We knew,” the mayor said on CBS’ “Face the Nation” on Sunday.":     "Face the Nation",
		"\"We knew,\" the mayor told CBS' \"Face the Nation\" on Sunday.":    "Face the Nation",
		"“We knew,” the mayor said on CBS News’ Face the Nation.":            "Face the Nation",
		"“We knew,” the mayor told CNN's Jane Roe.":                          "",
		"“We knew,” the mayor told CNN.":                                     "",
	} {
		got := ""
		for _, m := range read(english, "Valley Tribune", text) {
			got += m.Piece
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// formalOf reads the credits outside of the prose of a report of the paragraphs.
func formalOf(s stages, outlet string, credits []stemma.Credit, paragraphs ...string) []stemma.Mention {
	text := strings.Join(paragraphs, "\n\n")
	report := &stemma.Report{ID: "r", Outlet: stemma.Maybe(outlet), URL: "https://www.nytimes.com/tide", Text: text}
	at := 0
	for _, p := range paragraphs {
		report.Segments = append(report.Segments, stemma.Segment{Kind: stemma.Paragraph, Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	for i := range credits {
		start := strings.Index(text, credits[i].Span.Text)
		credits[i].Span = report.Span(start, start+len(credits[i].Span.Text))
	}
	report.Credits = credits
	texts := []*stemma.Text{segment.Split(report, s.pack)}
	attributions, speakers := s.quotes.Join(texts, []quote.Reading{s.quotes.Read(texts[0])})
	index := stemma.NewIndex(texts, attributions, speakers)
	names := s.credits.Names(texts, index, attributions)
	var out []stemma.Mention
	for _, m := range s.credits.Read(Input{Text: texts[0], Attributions: attributions, Index: index, Names: names}) {
		switch m.Form {
		case stemma.BylineForm, stemma.GivingForm, stemma.FooterForm, stemma.LinkForm:
			out = append(out, m)
		}
	}
	return out
}

func TestFormal(t *testing.T) {
	english := in(t, "en")
	credit := func(kind stemma.CreditKind, name, words string) []stemma.Credit {
		return []stemma.Credit{{Kind: kind, Name: name, Span: stemma.Span{Text: words}}}
	}
	rain := "It rained in Selwick all day."
	tests := []struct {
		what       string
		outlet     string
		credits    []stemma.Credit
		paragraphs []string
		want       string // form, name, and whether it is the report's own
	}{
		{"agency", "Valley Tribune", credit(stemma.AgencyCredit, "AP", "AP"), []string{"SELWICK (AP) - It rained."},
			"byline The Associated Press"},
		{"who helped", "Valley Tribune", credit(stemma.AgencyCredit, "AP", "AP"),
			[]string{rain, "AP contributed to this report."},
			"giving The Associated Press"},
		{"a member of a party", "Valley Tribune", credit(stemma.AgencyCredit, "R-Selwick", "R-Selwick"),
			[]string{"Ada Wren (R-Selwick) left."}, ""},
		{"foot", "Valley Tribune", credit(stemma.FooterCredit, "Harbour Gazette", "Harbour Gazette"),
			[]string{rain, "This came out first in the Harbour Gazette."}, "footer Harbour Gazette"},
		{"link", "Valley Tribune", credit(stemma.LinkCredit, "Harbour Gazette", "told"),
			[]string{"It was told before."}, "link Harbour Gazette"},
		{"its own, shortened", "Harbour NewsBay", credit(stemma.FooterCredit, "Harbour News", "Harbour News"),
			[]string{rain, "By Harbour News staff."}, "footer Harbour News own"},
		{"by its address", "Valley Tribune", credit(stemma.FooterCredit, "The New York Times", "New York Times"),
			[]string{rain, "Out of the New York Times."}, "footer The New York Times own"},
		{"signature", "Valley Tribune", nil, []string{rain, "The lock was shut. (ktl/afp)"},
			"byline Agence France-Presse"},
		{"a writer's initials", "Valley Tribune", nil, []string{rain, "The lock was shut. (ak)"}, ""},
		{"a word in brackets", "Valley Tribune", nil, []string{rain, "The lock was shut. (that)"}, ""},
		{"no brackets", "Valley Tribune", nil, []string{rain, "The lock was shut."}, ""},
		{"one byline is enough", "Valley Tribune", credit(stemma.AgencyCredit, "AP", "AP"),
			[]string{"SELWICK (AP) - It rained.", "It did. (ktl/afp)"},
			"byline The Associated Press"},
	}
	for _, test := range tests {
		var parts []string
		for _, m := range formalOf(english, test.outlet, test.credits, test.paragraphs...) {
			part := string(m.Form) + " " + m.Name
			if m.Own {
				part += " own"
			}
			parts = append(parts, part)
		}
		if got := strings.Join(parts, ", "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
	}
}

// TestWritersOfThePile: who has a report of the pile under his name is credited by
// his name, or behind a title.
func TestWritersOfThePile(t *testing.T) {
	english := in(t, "en")
	for _, test := range []struct{ text, byline, want string }{
		{"The lock was shut, Orla Finch reported.", "Orla Finch", "credit Orla Finch"},
		{"A report by Orla Finch, a podcaster, told of it.", "", "credit Orla Finch"},
		{"Orla Finch, of Selwick a podcaster, left.", "", ""},
	} {
		if got := written(read(english, "Valley Tribune", test.text, test.byline)); got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

// TestReporters: who is called a reporter and is credited publishes by himself, unless
// the outlet that he works for is named at one place, or the pile is about him.
func TestReporters(t *testing.T) {
	english := in(t, "en")
	for _, test := range []struct {
		name, want string
		titles     []string
		texts      []string
	}{
		{"by himself", "venue Orla Finch", nil,
			[]string{"The lock was shut, a clerk told journalist Orla Finch."}},
		{"an outlet behind the name", "", nil,
			[]string{"The clerk told Finch that the lock was shut.",
				"The clerk hit reporter Orla Finch of the Harbour Gazette.",
				"The clerk hit reporter Orla Finch."}},
		{"an outlet before it", "", nil,
			[]string{"CNN reporter Orla Finch shared a film.", "Finch wrote that the lock was shut.",
				"She met reporter Orla Finch."}},
		{"whom the pile is about", "", []string{"Search for Orla Finch", "Finch is found"},
			[]string{"The clerk told Finch that the lock was shut.", "The journalist Orla Finch was lost."}},
	} {
		var texts []*stemma.Text
		for i, x := range test.texts {
			report := &stemma.Report{ID: string(rune('a' + i)), Outlet: "Valley Tribune", Text: x,
				Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(x)}}}
			if i < len(test.titles) {
				report.Title = test.titles[i]
			}
			texts = append(texts, segment.Split(report, english.pack))
		}
		if got := mentionsOf(english, texts, "Orla Finch"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestArmedGroups: a group that makes films public is credited with them, one that
// fights is not.
func TestArmedGroups(t *testing.T) {
	english := in(t, "en")
	for text, want := range map[string]string{
		"Open Ledger, an activist group, released a video of the " +
			"lock. Open Ledger released a film.": "credit Open Ledger",
		"Ledger Front, the militant group of the hills, released a film. Ledger Front released a video.": "",
	} {
		if got := written(read(english, "Valley Tribune", text)); strings.HasPrefix(got, want) != true ||
			want == "" && got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestSpoke: who wrote to an outlet or in it gave no interview.
func TestSpoke(t *testing.T) {
	english := in(t, "en")
	for text, want := range map[string]bool{
		"“We knew,” Ada Wren told the Harbour Gazette on Monday.":           true,
		"“We knew,” Ada Wren wrote in the Harbour Gazette on Monday.":       false,
		"“We knew,” Ada Wren said in a letter sent to the Harbour Gazette.": false,
	} {
		for _, m := range read(english, "Valley Tribune", text) {
			if m.Name == "Harbour Gazette" && (m.Spoke != "") != want {
				t.Errorf("%s: %+v", text, m)
			}
		}
	}
}

// mentionsOf gives the roles of the first text's mentions of somebody.
func mentionsOf(s stages, texts []*stemma.Text, name string) string {
	var readings []quote.Reading
	for _, t := range texts {
		readings = append(readings, s.quotes.Read(t))
	}
	attributions, speakers := s.quotes.Join(texts, readings)
	index := stemma.NewIndex(texts, attributions, speakers)
	var own []stemma.Attribution
	for _, a := range attributions {
		if a.Report == texts[0].Report.ID {
			own = append(own, a)
		}
	}
	names := s.credits.Names(texts, index, attributions)
	var found []stemma.Mention
	for _, m := range s.credits.Read(Input{Text: texts[0], Attributions: own, Index: index, Names: names}) {
		if m.Name == name {
			found = append(found, m)
		}
	}
	return written(found)
}

// TestTitleNames: headlines and headings are read too, captions are not.
func TestTitleNames(t *testing.T) {
	s := in(t, "en")
	text := "Harbour Gazette: the lock was shut\n\nThe Harbour Gazette reported it.\n\nPhoto: Harbour Gazette"
	report := &stemma.Report{ID: "r", Text: text, Segments: []stemma.Segment{
		{Kind: stemma.TitleSegment, Start: 0, End: 34}, {Kind: stemma.Paragraph, Start: 36, End: 69},
		{Kind: stemma.Caption, Start: 71, End: len(text)},
	}}
	texts := []*stemma.Text{segment.Split(report, s.pack)}
	index := stemma.NewIndex(texts, nil, nil)
	for _, m := range s.credits.Read(Input{Text: texts[0], Index: index}) {
		if m.Span.Start >= 71 {
			t.Errorf("got %+v from a caption", m)
		}
	}
}

// TestNested: what stands in an attribution to an outlet is said inside of it.
func TestNested(t *testing.T) {
	mentions := read(in(t, "en"), "Valley Tribune",
		"The Harbour Gazette reported that CNN reported that the lock was shut.")
	if len(mentions) != 2 || mentions[0].Nested || !mentions[1].Nested {
		t.Errorf("got %+v", mentions)
	}
}

// TestGermanRules has a sentence for each rule that only German has.
func TestGermanRules(t *testing.T) {
	german := in(t, "de")
	tests := []struct{ rule, text, want string }{
		{"cue before", "Laut Harener Kurier war die Schleuse zu.", "credit Harener Kurier"},
		{"ungenitive", "Einem Bericht des Handelsblatts zufolge war die Schleuse zu.", "credit Handelsblatt"},
		{"framed", "Zuerst hatte der Harener Kurier darüber berichtet.", "credit Harener Kurier"},
		{"framed: no verb of telling", "Im Mai hatte der Harener Kurier die Druckerei verkauft.", ""},
		{"inverted", "Die Schleuse war zu, meldete der Harener Kurier.", "credit Harener Kurier"},
		{"folded", "Gegenüber dem Harener Kurier sagte Jana Rohde, die Schleuse sei zu.", "venue Harener Kurier"},
		{"an actor", "Die Stadt verklagte den Harener Kurier.", ""},
	}
	for _, test := range tests {
		if got := written(read(german, "Valley Tribune", test.text)); got != test.want {
			t.Errorf("%s: %s\n got %q\nwant %q", test.rule, test.text, got, test.want)
		}
	}
}
