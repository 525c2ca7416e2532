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

// credited is a work of two reports by hand, a copy and a kept one, and a credit
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
	w := d.newWork(Input{
		Texts: texts, Index: index, Claims: []stemma.Claim{{ID: "c1", Statements: []stemma.Statement{st}}},
		Aligned: align.New(pack, vector.Open()).Story(texts, []stemma.Statement{st}, index),
	})
	at := strings.Index(a.Text, "Gazette")
	named := a.Span(at, at+len("Gazette"))
	return search{w}, credit{by: 0, to: missing, form: form, span: named, content: []stemma.Span{span}}
}

// TestLacksWords: what was spoken to an outlet stands in the report that is meant.
func TestLacksWords(t *testing.T) {
	const theft = `|"a plain and open act of theft by the miller"|.`
	filler := strings.Repeat("The mill stood still for a week and the miller said nothing. ", 30)
	tests := []struct {
		name       string
		form       creditForm
		copy, kept string
		said       float64
		want       bool
	}{
		{"quoted there", receiverCredit, `|"Nobody asked me to open the sluice at night,"| she told the Gazette.`,
			`She shrugged. "Nobody asked me to open the sluice at night, and I did not."`, 0, false},
		{"quoted elsewhere", receiverCredit, `|"Nobody asked me to open the sluice at night,"| she told the Gazette.`,
			"She opened the sluice at night, and the miller slept.", 0.8, true},
		{"retold there", receiverCredit, "She told the Gazette that |the miller had opened the sluice by herself|.",
			"The miller opened it by herself.", 0.6, false},
		{"retold elsewhere", receiverCredit, "She told the Gazette that |the miller had opened the sluice by herself|.",
			"The heron flew away.", 0.2, true},
		{"nothing but a name", receiverCredit, "Speaking to the Gazette, she praised |Wren|.",
			"Wren was there.", 1, true},
		{"an early credit may be retold", sourceCredit, `The Gazette reported ` + theft,
			"It was stolen.", 0, false},
		{"a late one has its words", sourceCredit, filler + `The Gazette called it ` + theft,
			"It was stolen.", 0, true},
		{"its author is named", sourceCredit, filler + `Penn wrote in the Gazette of ` + theft,
			"It was stolen.", 0, false},
	}
	for _, test := range tests {
		w, c := credited(t, test.form, test.copy, test.kept)
		if got := w.lacksWords(c, 1, test.said); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestWeak: a content that a report has only faintly, in the midst of another
// one, tells less than its first sentences.
func TestWeak(t *testing.T) {
	filler := strings.Repeat("The mill stood still for a week and the miller said nothing. ", 30)
	const content = "The Gazette reported that |the miller had opened the sluice by herself|."
	for before, want := range map[string]bool{"": false, filler: true} {
		w, c := credited(t, sourceCredit, before+content, "The sluice was open.")
		if got := w.weaklySaid(c, 1, 0.2); got != want {
			t.Errorf("%d words before: %v", len(before), got)
		}
		c.weak = want
		if got := (&pair{credits: []credit{c}}).creditTrace() < 1; got != want {
			t.Errorf("weak %v", got)
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

// TestTellsClaim: a report has what was told to its author, in whatever words,
// if it makes the claim.
func TestTellsClaim(t *testing.T) {
	const told = "She told the Gazette that |the miller had opened the sluice by herself|."
	w, c := credited(t, receiverCredit, told, "The heron flew away.")
	if !w.lacksWords(c, 1, 0) {
		t.Error("another claim")
	}
	w.units[1] = append(w.units[1], w.units[0]...)
	if w.lacksWords(c, 1, 0) {
		t.Error("the same claim")
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
		if got := w.otherPiece(c, 1); got != test.want {
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
		w := d.newWork(Input{Texts: texts, Index: stemma.NewIndex(nil, nil, nil)})
		at := strings.Index(a.Text, "nobody will")
		if got := !w.speech[0].isProse(w.in.Texts[0].TokenAt(at)); got != test.want {
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
