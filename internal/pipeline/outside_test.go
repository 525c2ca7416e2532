package pipeline

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// TestAnotherPiece: who credits an outlet of which a report is here credits another piece of it.
func TestAnotherPiece(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	m := material{spoken: speech{main: &tongue{names: name.New(nil, pack)}}}
	m.texts = []*stemma.Text{
		{Report: &stemma.Report{ID: "a", Outlet: "Selmouth Bell"}}, {Report: &stemma.Report{ID: "b"}},
	}
	s := &stemma.Stemma{Witnesses: []stemma.Witness{
		{Siglum: "A", Report: "a"}, {Siglum: "α", Lost: true, Name: "The Selmouth Bell"},
		{Siglum: "β", Lost: true, Name: "Selmouth Bell (interview with Ada Wren)", Publisher: "Selmouth Bell"},
		{Siglum: "γ", Lost: true, Name: "Orrin Gazette"},
	}}
	credits := stemma.Say("evidence.lost-credit", nil)
	for _, from := range []string{"α", "β", "γ", "A"} {
		s.Descents = append(s.Descents, stemma.Descent{From: from, To: "B", Evidence: []stemma.Evidence{
			{Saying: stemma.Say("evidence.credit", nil)}, {Saying: credits}}})
	}
	m.tellPieces(s)
	for i, want := range []string{"evidence.lost-piece", "evidence.lost-piece", credits.Sentence, credits.Sentence} {
		if got := s.Descents[i].Evidence[1].Saying.Sentence; got != want {
			t.Errorf("from %s: %s, want %s", s.Descents[i].From, got, want)
		}
	}
}

// TestLateDate: a date years behind all others of a story is warned of; of two dates each may be wrong,
// and a year is no slip.
func TestLateDate(t *testing.T) {
	const body = "The council of Selmouth shut the iron bridge on Monday after forty bolts were found missing from it."
	for _, test := range []struct {
		late string
		n    int
		want bool
	}{{"2099-01-01", 3, true}, {"2099-01-01", 2, false}, {"2017-06-01", 3, false}} {
		files := map[string]string{}
		for i, day := range []string{test.late, "2016-03-01", "2016-03-02"}[:test.n] {
			files[string(rune('a'+i))+".json"] = `{"title": "Bridge shut", "published": "` + day +
				`", "text": "` + body + `"}`
		}
		d := trace(t, lay(t, files))
		got := slices.ContainsFunc(d.Stories[0].Warnings, func(w stemma.Warning) bool {
			return w.Saying.Sentence == "warning.late-date"
		})
		if got != test.want {
			t.Errorf("%s among %d: %v", test.late, test.n, got)
		}
	}
}
