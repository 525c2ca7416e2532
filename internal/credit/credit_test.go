package credit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
	outlets "stemma/internal/name"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

// stages are this one and the one before it, in one language.
type stages struct {
	pack    *language.Pack
	quotes  *quote.Reader
	credits *Reader
}

func in(t testing.TB, code string) stages {
	t.Helper()
	pack, err := language.Load(code)
	if err != nil {
		t.Fatal(err)
	}
	return stages{pack, quote.New(pack), New(pack, outlets.New(nil, pack))}
}

// read gives the mentions of a text that the outlet publishes.
func read(s stages, outlet, text string, byline ...string) []stemma.Mention {
	report := &stemma.Report{ID: "r", Outlet: stemma.Maybe(outlet), Text: text, Byline: byline}
	at := 0
	for _, p := range strings.Split(text, "\n\n") {
		if p != "" {
			report.Segments = append(report.Segments,
				stemma.Segment{Kind: stemma.Paragraph, Start: at, End: at + len(p)})
		}
		at += len(p) + 2
	}
	texts := []*stemma.Text{segment.Split(report, s.pack)}
	attributions, speakers := s.quotes.Join(texts, []quote.Reading{s.quotes.Read(texts[0])})
	index := stemma.NewIndex(texts, attributions, speakers)
	names := s.credits.Names(texts, index, attributions)
	return s.credits.Read(Input{Text: texts[0], Attributions: attributions, Index: index, Names: names})
}

// TestNameOfThePile: an outlet of the pile that no table has is called by its last word elsewhere.
func TestNameOfThePile(t *testing.T) {
	s := in(t, "en")
	text := "The best thing in the press was the Bulletin's piece. It rained."
	for other, want := range map[string]string{
		"The Orrin Bulletin": "credit The Orrin Bulletin", "The Orrin Herald": "", "": "",
	} {
		reports := []*stemma.Report{
			{ID: "r", Text: text, Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(text)}}},
			{ID: "s", Outlet: stemma.Maybe(other), Text: "It rained."},
		}
		texts := []*stemma.Text{segment.Split(reports[0], s.pack), segment.Split(reports[1], s.pack)}
		index := stemma.NewIndex(texts, nil, nil)
		names := s.credits.Names(texts, index, nil)
		if got := written(s.credits.Read(Input{Text: texts[0], Index: index, Names: names})); got != want {
			t.Errorf("beside %q: got %q, want %q", other, got, want)
		}
	}
}

// written is mentions as "role name", "own" before the report's own outlet, of
// those that are no bare actors.
func written(mentions []stemma.Mention) string {
	var parts []string
	for _, m := range mentions {
		switch {
		case m.Form == stemma.BareForm:
			continue
		case m.Own:
			parts = append(parts, "own")
		case m.Generic:
			parts = append(parts, "generic")
		default:
			parts = append(parts, fmt.Sprintf("%s %s", m.Role, m.Name))
		}
	}
	return strings.Join(parts, ", ")
}

func TestRoles(t *testing.T) {
	english := in(t, "en")
	tests := []struct{ text, want string }{
		// What is told by an outlet.
		{"The council knew of the leak in May, the Harbour Gazette reported.", "credit Harbour Gazette"},
		{"According to the Harbour Gazette, the council knew of the leak.", "credit Harbour Gazette"},
		{"The leak was first reported by the Harbour Gazette on Friday.", "credit Harbour Gazette"},
		{"The mayor called a Harbour Gazette report on the leak untrue.", "credit Harbour Gazette"},
		{"The inquiry follows a report in the Harbour Gazette about the leak.", "credit Harbour Gazette"},
		{"CNN just spoke with the keeper of the lock.", "credit CNN"},
		{"The Los Angeles Times interviewed his brother in May.", "credit Los Angeles Times"},
		{"Reuters has since learned that the lock was shut.", "credit Reuters"},
		{"The Harbour Gazette's Ada Wren reports that the lock was shut.", "credit Harbour Gazette"},
		{"Harbour Gazette reporter Ada Wren wrote that the lock was shut.", "credit Harbour Gazette"},
		{"The lock was shut, the Harbour Gazette, a weekly in the old port, reported.", "credit Harbour Gazette"},
		{"According to the Harbour Gazette, CNN and Reuters, the lock leaked.",
			"credit Harbour Gazette, credit CNN, credit Reuters"},
		{"The Harbour Gazette reported the leak, CNN and Reuters left.", "credit Harbour Gazette"},
		{"Fox8.com reported that the lock was shut.", "credit Fox8.com"},
		// Where words were spoken.
		{"“We knew,” the mayor told CNN.", "venue CNN"},
		{"“We knew,” the mayor told CNN's Jane Roe.", "venue CNN"},
		{"In an interview with the Harbour Gazette, the mayor said that she knew.", "venue Harbour Gazette"},
		{"The mayor said on “Face the Nation” that she knew.", "venue CBS"},
		{"“We knew,” the mayor said on MSNBC Friday.", "venue MSNBC"},
		{"Politico’s Ada Wren and Ivo Penn report that the mayor knew.", "credit Politico"},
		{"The BBC's Ada Wren adds that the mayor knew.", "credit BBC"},
		{"From the Washington Examiner:\nThe mayor knew.", "credit Washington Examiner"},
		{"“We knew,” the mayor told Belgian public broadcaster RTBF.", "venue RTBF"},
		{"“We knew,” the mayor told the RTL network.", "venue RTL"},
		{"The mayor's plan was first reported by the Atlanta Journal Constitution.",
			"credit The Atlanta Journal-Constitution"},
		{"The mayor refused to take the bait in an interview on NBC’s “Meet the Press.”", "venue NBC"},
		{"Two engineers rebutted the mayor in an op-ed in The Wall Street Journal.", "venue Wall Street Journal"},
		{"The Daily Caller has got hold of a memo.", "credit The Daily Caller"},
		{"The memo—first reported by the San Francisco Chronicle—said that the mayor knew.",
			"credit San Francisco Chronicle"},
		{"The mayor was dismayed by his decision to appear on MSNBC, saying “We knew.”", "actor MSNBC"},
		{"A memo obtained by the Harbour Gazette shows that the mayor knew.", "venue Harbour Gazette"},
		{"The mayor told CNN affiliate WXYZ that she knew.", "actor CNN, venue WXYZ"},
		{"“We knew,” the mayor told the Harbour Gazette and CNN on Friday.", "venue Harbour Gazette, venue CNN"},
		{"The Harbour Gazette, citing two officials, gave more of it.", "credit Harbour Gazette"},
		{"The file, which Britain's Guardian posted online, is long.", "credit The Guardian"},
		{"The mayor told an Atlantic columnist that the lock leaked.", "venue The Atlantic"},
		{"The mayor told National Editor Tom Pell that the lock leaked.", ""},
		{"The lock leaked, Perth's National News Service reported.", "credit National News Service"},
		// Whose surname is an outlet's short name.
		{"Fisherman Tom Herald said the lock was shut. Tom Herald reported that it leaked.", ""},
		{"Moira Guardian, the clerk, said the lock was shut. Guardian reported that it leaked.", ""},
		{"Moira Guardian, the clerk, said the lock was shut. The Guardian reported it.", "credit The Guardian"},
		// Who the report is about.
		{"Is this the keeper of the lock talking to CNN in 1993?", ""},
		{"“I read it in the Harbour Gazette, according to the Harbour Gazette it rained,” she said.", ""},
		{"Harbour Gazette writer Ada Wren reported from Perth.", "actor Harbour Gazette"},
		{"The mayor sued the Harbour Gazette over the leak.", ""},
		{"A spokesman for the Harbour Gazette said it would appeal.", "actor Harbour Gazette"},
		{"The Harbour Gazette said in a statement that it would appeal.", "actor Harbour Gazette"},
		{"The Harbour Gazette declined to comment on the ruling.", "actor Harbour Gazette"},
		{"The Harbour Gazette fired its manager on Monday.", ""},
		{"He was hired by CNN in 2009 and left in 2012.", ""},
		{"CNN analyst Ada Wren said that the lock was shut.", "actor CNN"},
		{"The mayor defended her attack on CNN, she said.", "actor CNN"},
		{"A CNN-Harbour Gazette poll puts the mayor ahead.", ""},
		{"News reports that the mayor had left were wrong, her office said.", ""},
		{"Time contributed to the decay of the wall, the board said.", ""},
		{"The Tea Party Express praised the mayor for her courage.", "actor Tea Party Express"},
		{"It met ABC's editorial standards, she said.", ""},
		{"Several media outlets reported that the lock was shut.", "generic"},
		// The report's own outlet.
		{"“We knew,” the mayor told the Valley Tribune.", "own"},
		{"“We knew,” the mayor told the Tribune.", "own"},
		// Reporters who publish by themselves.
		{"Podcaster Orla Finch released the recording. The lock was shut, Finch reported.",
			"credit Orla Finch, credit Orla Finch"},
		{"The video was made public on Tuesday by the activist group Open Ledger.", "credit Open Ledger"},
		{"Open Ledger, a watchdog group, said that it would sue.", "actor Open Ledger"},
		{"The mayor, Orla Finch, said that the lock was shut.", ""},
	}
	for _, test := range tests {
		if got := written(read(english, "Valley Tribune", test.text)); got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestDeskIsNoPerson(t *testing.T) {
	mentions := read(in(t, "en"), "Valley Tribune", "The lock was shut, National Security reported.",
		"National Security")
	if got := written(mentions); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestContent(t *testing.T) {
	text := "The council knew of the leak in May, the Harbour Gazette reported. It rained."
	mentions := read(in(t, "en"), "Valley Tribune", text)
	if len(mentions) != 1 || len(mentions[0].Content) != 1 || mentions[0].Content[0].Text != text[:35] {
		t.Errorf("got %+v", mentions)
	}
}

// TestUnknownLanguage: where no table is, nothing is found, and nothing breaks.
func TestUnknownLanguage(t *testing.T) {
	read(in(t, language.Unknown), "", "The Harbour Gazette reported it.")
}

func FuzzRead(f *testing.F) {
	f.Add("Harbour Gazette", "A")
	f.Add("Harbour Gazette", "According to the Harbour Gazette's “Face the Nation”, (AP) — Ada Wren (@ada) May 3")
	f.Add("", "the 's ' - / @ CNN")
	f.Add("The", "told the Times' , The Times")
	english := in(f, "en")
	f.Fuzz(func(t *testing.T, outlet, text string) {
		for _, m := range read(english, outlet, text) {
			if m.Name == "" || m.Span.Text != text[m.Span.Start:m.Span.End] || m.Content == nil {
				t.Errorf("mention %+v", m)
			}
		}
	})
}

// TestOutletUnderItsWritersName reads a report that credits a writer whose own
// site, in the pile, goes by his name.
func TestOutletUnderItsWritersName(t *testing.T) {
	s := in(t, "en")
	var texts []*stemma.Text
	for id, x := range map[string][2]string{
		"a": {"Anna Wren", "The harbour board has sold the east quay, three clerks told me."},
		"b": {"Coast Gazette",
			"According to three navy sources who spoke to independent journalist Anna Wren, the harbour board has " +
				"sold the east quay."},
	} {
		report := &stemma.Report{ID: id, Outlet: stemma.Maybe(x[0]), Text: x[1],
			Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(x[1])}}}
		texts = append(texts, segment.Split(report, s.pack))
	}
	slices.SortFunc(texts, func(x, y *stemma.Text) int { return strings.Compare(x.Report.ID, y.Report.ID) })
	attributions, speakers := s.quotes.Join(texts, []quote.Reading{s.quotes.Read(texts[0]), s.quotes.Read(texts[1])})
	for i := range speakers {
		if speakers[i].Name == "Anna Wren" {
			speakers[i].Kind = stemma.Person // as other reports of a pile make her
		}
	}
	index := stemma.NewIndex(texts, attributions, speakers)
	var own []stemma.Attribution
	for _, a := range attributions {
		if a.Report == "b" {
			own = append(own, a)
		}
	}
	got := s.credits.Read(
		Input{Text: texts[1], Attributions: own, Index: index, Names: s.credits.Names(texts, index, attributions)})
	if len(got) == 0 || got[0].Role != stemma.VenueRole || got[0].Name != "Anna Wren" {
		t.Errorf("got %+v, want the venue Anna Wren first", got)
	}
}
