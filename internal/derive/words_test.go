package derive

import (
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

// credited is a search in two reports by hand, a copy and a kept one, and a credit
// of the copy to the outlet of the kept one, of the words after the last bar.
func credited(t *testing.T, form creditForm, copy, kept string) (search, credit) {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	before, content, _ := strings.Cut(copy, "|")
	content, behind, _ := strings.Cut(content, "|")
	a, b := day("a", 9, before+content+behind), day("b", 9, kept)
	b.Byline = []string{"Ivo Penn"}
	texts := []*stemma.Text{segment.Split(&a, pack), segment.Split(&b, pack)}
	span := a.Span(len(before), len(before)+len(content))
	st := stemma.Statement{Span: span, Sentence: span, Chain: []string{}}
	index := stemma.NewIndex(nil, nil, nil)
	d := New(pack, name.New(nil, pack))
	m := d.read(Input{
		Texts: texts, Index: index, Claims: []stemma.Claim{{ID: "c1", Statements: []stemma.Statement{st}}},
		Aligned: align.New(pack, vector.Open()).Story(texts, []stemma.Statement{st}, index),
	})
	at := strings.Index(a.Text, "Gazette")
	named := a.Span(at, at+len("Gazette"))
	c := credit{by: 0, to: missing, form: form, span: named, content: []stemma.Span{span}}
	return newSearch(newPairs(m, nil), d.tables, nil), c
}

// TestShows: what a credit means must show, in its words, in what a report heads
// with, or in who is said to have told it first.
func TestShows(t *testing.T) {
	const theft = `|"a plain and open act of theft by the miller"|.`
	const retold = "The Gazette reported that |the miller had opened the sluice by herself|."
	filler := strings.Repeat("The mill stood still for a week and the miller said nothing. ", 30)
	tests := []struct {
		name              string
		form              creditForm
		copy, kept, title string
		want              bool
	}{
		{"quoted there", receiverCredit, `|"Nobody asked me to open the sluice at night,"| she told the Gazette.`,
			`She shrugged. "Nobody asked me to open the sluice at night, and I did not."`, "", true},
		{"quoted elsewhere", receiverCredit,
			filler + `|"Nobody asked me to open the sluice at night,"| she told the Gazette.`,
			"She opened the sluice at night, and the miller slept.", "", false},
		{"retold elsewhere", receiverCredit,
			filler + "She told the Gazette that |the miller had opened the sluice by herself|.",
			"The heron flew away.", "", false},
		{"an idiom is no quotation", receiverCredit,
			filler + `|"We shut it out of an abundance of caution and will say more,"| she told the Gazette.`,
			"They are closed out of an abundance of caution.", "", false},
		{"on air", receiverCredit, `|"Nobody asked me to open the sluice at night,"| she said on "Gazette Tonight".`,
			`"Nobody asked me to open the sluice at night," she said.`, "", false},
		{"its host", receiverCredit,
			`|"Nobody asked me to open the sluice at night,"| she told the Gazette's Ada Wren.`,
			`"Nobody asked me to open the sluice at night," she said.`, "", false},
		{"nothing but a name", receiverCredit,
			filler + "Speaking to the Gazette, she praised |Wren|.", "Wren was there.", "", false},
		{"an early credit may be retold", sourceCredit, `The Gazette reported ` + theft, "It was stolen.", "", true},
		{"a late one has its words", sourceCredit, filler + `The Gazette called it ` + theft, "It was stolen.", "",
			false},
		{"its author is named", sourceCredit, filler + `Penn wrote in the Gazette of ` + theft, "It was stolen.", "",
			true},
		{"what is only like it", sourceCredit, filler + retold, "The sluice was open.", "", false},
		{"its title says it", sourceCredit, filler + retold, "The sluice was open.", "Miller's sluices were opened",
			true},
		{"two words of a title", sourceCredit, filler + retold, "The sluice was open.", "A miller's sluice", false},
		{"who broke it", sourceCredit, filler + `|The theft of the water|, first reported by the Gazette, went on.`,
			"It was stolen.", "", true},
		{"a link", linkCredit, filler + retold, "The sluice was open.", "", true},
	}
	for _, test := range tests {
		w, c := credited(t, test.form, test.copy, test.kept)
		w.report(1).Title = test.title
		if got := w.shows(c, 1); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
		onAir := c
		if onAir.piece = "Tonight"; test.form != linkCredit && w.shows(onAir, 1) != w.isBy(c, 1) {
			t.Errorf("%s: on air", test.name)
		}
		if w.retells[1] = true; test.form == sourceCredit && w.shows(c, 1) != w.isBy(c, 1) {
			t.Errorf("%s: told before by another piece", test.name)
		}
	}
}

// TestHeardOnAir: what somebody told a broadcaster others heard too, so few words of it do not show
// that its own report is meant, unless that heads with it.
func TestHeardOnAir(t *testing.T) {
	const rain = "Heavy rain falls upon Orrin after noon"
	const short = `|"The weir must be asleep,"| she told the Gazette.`
	const long = `|"Nobody asked me to open the upper sluice at night, and I never did,"| she told the Gazette.`
	tests := []struct {
		name, copy, kept, title string
		air, want               bool
	}{
		{"no broadcaster", short, `"The weir must be asleep," she said.`, rain, false, true},
		{"a few words", short, `"The weir must be asleep," she said.`, rain, true, false},
		{"what it heads with", short, `"The weir must be asleep," she said.`, "Wren: Weir must be asleep", true, true},
		{"retold", `A keeper confirmed to the Gazette that |the upper weir of Orrin was asleep at night|.`,
			"The upper weir of Orrin was asleep at night, a keeper said.", rain, true, true},
		{"many words", long, `"Nobody asked me to open the upper sluice at night, and I never did," she said.`,
			rain, true, true},
	}
	for _, test := range tests {
		w, c := credited(t, receiverCredit, test.copy, test.kept)
		w.report(1).Title = test.title
		w.air = language.Table{}
		if c.name = "Gazette"; test.air {
			w.air = language.TableOf(map[string][]string{"gazette": nil})
		}
		if got := w.shows(c, 1); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestKnownOutlet: one of the known outlets, which publish by the hour, is credited in an
// opening for another piece unless what is credited, or the news of who credits it, is what
// the kept report heads with, or most of it stands there; and only for some days.
func TestKnownOutlet(t *testing.T) {
	const opening = "The Gazette said on Monday that |the miller had opened the upper sluice by herself|."
	filler := strings.Repeat("The mill stood still for a week and the miller said nothing. ", 30)
	tests := []struct {
		name                        string
		copy, kept, title, creditor string
		later                       int // days
		known, other                bool
	}{
		{"other news", opening, "The heron flew away.", "Herons leave the tide pond", "", 0, false, true},
		{"its title says it", opening, "It was so.", "Miller opened upper sluice alone", "", 0, true, true},
		{"three words of a long title", opening, "It was so.",
			"Herons leave pond near Selmouth when miller opened sluice", "", 0, false, true},
		{"half of a short one", opening, "It was so.", "Miller opened sluice, herons gone", "", 0, true, true},
		{"no title, but a first sentence", opening, "The miller opened the upper sluice on Sunday.", "", "", 0, true,
			true},
		{"they head with one thing", opening, "It was so.", "Tide pond is empty, herons gone",
			"Herons gone from empty tide pond", 0, true, true},
		{"behind the opening", filler + opening, "It was so.", "Tide pond is empty, herons gone",
			"Herons gone from empty tide pond", 0, false, false},
		{"ten days later", opening, "It was so.", "Miller opened upper sluice alone", "", 10, false, true},
	}
	for _, test := range tests {
		for _, name := range []string{"The Guardian", "Porta Gazette"} {
			w, c := credited(t, sourceCredit, test.copy, test.kept)
			w.report(0).Title, w.report(1).Title = test.creditor, test.title
			w.report(1).Published.Time = w.report(1).Published.Time.AddDate(0, 0, -test.later)
			c.name = name
			want := test.other
			if name == "The Guardian" {
				want = test.known
			}
			if got := w.shows(c, 1); got != want {
				t.Errorf("%s, %s: %v", test.name, name, got)
			}
		}
	}
}

// TestFirstOfKnown: who is said to have told it first told some of it.
func TestFirstOfKnown(t *testing.T) {
	filler := strings.Repeat("The mill stood still for a week and the miller said nothing. ", 30)
	told := filler + "|The theft of the water from the upper sluice|, first reported by the Gazette, went on."
	for kept, want := range map[string]bool{"The heron flew away.": false,
		"There was a theft of water.": true} {
		w, c := credited(t, sourceCredit, told, kept)
		w.units[1] = append(w.units[1], w.units[0]...)
		if !want {
			w.units[1] = nil
		}
		if c.name = "The Guardian"; w.ofTheDays(c, 1) != want {
			t.Errorf("%s: %v", kept, !want)
		}
	}
}

// TestNoSurname: "Special to the Gazette" in a byline is no author.
func TestNoSurname(t *testing.T) {
	w, c := credited(t, sourceCredit, "The Gazette said |so|.", "Nothing.")
	r := *w.report(1)
	r.Outlet, r.Byline = "Porta Gazette", []string{"Ivo Penn", "Special to Gazette"}
	w.names[1] = reportNames(w.who, &r)
	if got := w.names[1].authors; len(got) != 1 || got[0] != "Ivo Penn" || w.isBy(c, 1) {
		t.Errorf("authors %q", got)
	}
}

// TestSaysAll: of a credit that covers several statements all count.
func TestSaysAll(t *testing.T) {
	told := strings.Repeat("The mill stood still and the miller slept. ", 20) +
		"She told the Gazette that |the miller had opened the upper sluice of the pond at midnight|."
	w, c := credited(t, receiverCredit, told, "The heron flew away.")
	if w.shows(c, 1) {
		t.Error("nothing of it")
	}
	w.units[1] = append(w.units[1], w.units[0]...)
	if !w.shows(c, 1) {
		t.Error("all of it")
	}
	w.units[0] = append(w.units[0], w.units[0][0], w.units[0][0])
	w.units[1] = nil
	if got := w.allSaid(c, 1); got != 0 {
		t.Errorf("nothing: %v", got)
	}
}

// TestSharesNear: a passage beside a credit shows the report that alone has it.
func TestSharesNear(t *testing.T) {
	const numbers = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."
	w, c := credited(t, receiverCredit, `She told the Gazette of |it|. `+numbers, "Nothing.")
	p := w.need(1, 0)
	p.pieces = []piece{{first: 8, last: 22}}
	if !w.sharesNear(c, 1) {
		t.Error("a passage behind it")
	}
	w.copies[0][2] = &pair{overlap: overlap{pieces: []piece{{first: 15, last: 25}}}}
	if w.sharesNear(c, 1) {
		t.Error("public words")
	}
	p.pieces[0].last = 15
	if w.sharesNear(c, 1) {
		t.Error("few words")
	}
}

// TestFaint: a credit of which nothing shows that it means a kept report is not
// enough to draw a descent, and means it where several others do.
func TestFaint(t *testing.T) {
	w, c := credited(t, sourceCredit, "The Gazette said |so|.", "Nothing.")
	c.maybe = 1
	got := (&pair{marked: &marks{faint: []credit{c}}}).creditTrace()
	if got != faintCredit || sigmoid(Traces{CreditTrace: got, ElderTrace: 1}.kin()) >= leastKin {
		t.Errorf("trace %v", got)
	}
	shown := func(by int) credit { return credit{by: by, to: 1, maybe: missing, form: sourceCredit} }
	for others, want := range map[int]int{1: missing, 2: 1} {
		given := []credit{c}
		for i := range others {
			given = append(given, shown(2+i), shown(2+i))
		}
		if w.meanTheCommon(given); given[0].to != want {
			t.Errorf("%d others: %v", others, given[0].to)
		}
	}
}

// TestSure: versions of one day are not drawn one from the other, nor is a pair
// by a credit that may mean another report.
func TestSure(t *testing.T) {
	version := Traces{ProseTrace: 1, CoverTrace: 1, VersionTrace: 1, StandingTrace: 1}
	dated := version
	dated[ElderTrace] = 1
	faint := Traces{CreditTrace: faintCredit, LeakTrace: 0.4, ElderTrace: 1}
	for name, test := range map[string]struct {
		traces Traces
		want   bool
	}{"one day": {version, false}, "dated": {dated, true}, "faint": {faint, false}} {
		p := &pair{traces: test.traces, confidence: Confidence(test.traces)}
		if got := p.sure(); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestMeanTheSame: what else one person told an outlet is in the same report.
func TestMeanTheSame(t *testing.T) {
	w, c := credited(t, receiverCredit, `|"Nobody asked me to open the sluice,"| she told the Gazette.`, "Nothing.")
	other := c
	other.to, other.spoke, c.spoke, c.maybe = 1, "p1", "p1", 1
	given := []credit{other, c}
	if w.meanTheSame(given); given[1].to != 1 {
		t.Error("the same speaker")
	}
	given[1].to, given[1].spoke = missing, "p2"
	if w.meanTheSame(given); given[1].to != missing {
		t.Error("another speaker")
	}
	given[1].kind = stemma.LostPerson
	if w.meanTheSame(given); given[1].to != 1 {
		t.Error("a reporter who is named twice")
	}
}

// TestOtherTime: a time before an outlet's name tells which report is meant, one
// in what is told does not.
func TestOtherTime(t *testing.T) {
	tests := []struct {
		copy string
		want bool
	}{
		{"She told the Gazette that |the mill was shut|.", false},
		{"In January 2024, in a talk with the Gazette, she said that |the mill was shut|.", true},
		{"As early as 2019, she told the Gazette that |the mill was shut|.", true},
		{"In 2031, she told the Gazette that |the mill was shut|.", false},
		{"Last year she told the Gazette that |the mill was shut|.", true},
		{"|The mill was shut in 2019|, the Gazette reported.", false},
		{"|The mill was shut|, the Gazette reported on March 25.", true},
		{"|The mill was shut|, the Gazette reported on May 9.", false},
		{"The Gazette reported that |the miller left months ago|.", false},
	}
	for _, test := range tests {
		w, c := credited(t, sourceCredit, test.copy, "The mill was shut.")
		if got := w.when.otherPiece(c, 1); got != test.want {
			t.Errorf("%s %v", test.copy, got)
		}
	}
}

// TestSpeech: what one report shows as somebody's words is nobody's prose in
// another one, and a post is its writer's.
func TestSpeech(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	post := "The wheel will turn again and nobody will be able to stop it, mark my words"
	tests := []struct {
		name, a, b string
		want       bool // a is speech
	}{
		{"in quotation marks elsewhere", "He wrote a post.\n\n" + post + ".", "“" + post + ",” he wrote.", true},
		{"signed", "He wrote a post.\n\n" + post + ". — Ada Wren (@ada_wren) May 3, 2031", "Nothing.", true},
		{"signed below", "He wrote a post.\n\n" + post + ".\n\n— Ada Wren (@ada_wren) May 3, 2031", "Nothing.", true},
		{"nobody's", "He wrote a post.\n\n" + post + ".", "Nothing.", false},
		{"a report that is quoted at length", post + ".",
			"“" + post + ". " + strings.Repeat("It turned and turned for days on end. ", 30) + "”", false},
		{"a release", "FOR IMMEDIATE RELEASE\n" + post + ".", "“" + post + ",” he wrote.", false},
	}
	for _, test := range tests {
		a, b := paragraphs("a", test.a), paragraphs("b", test.b)
		d := New(pack, name.New(nil, pack))
		texts := []*stemma.Text{segment.Split(&a, pack), segment.Split(&b, pack)}
		m := d.read(Input{Texts: texts, Index: stemma.NewIndex(nil, nil, nil)})
		at := strings.Index(a.Text, "nobody will")
		if got := !m.speech[0].isProse(m.texts[0].TokenAt(at)); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func paragraphs(id, text string) stemma.Report {
	r := stemma.Report{ID: id, Text: text}
	r.Published = stemma.Moment{Time: time.Date(2031, 5, 3, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
	at := 0
	for _, p := range strings.Split(text, "\n\n") {
		r.Segments = append(r.Segments, stemma.Segment{Kind: stemma.Paragraph, Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return r
}
