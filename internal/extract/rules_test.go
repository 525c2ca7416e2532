package extract

import (
	"testing"

	"stemma/internal/language"
)

// TestClockRules has a text for each rule by which a time of day is read.
func TestClockRules(t *testing.T) {
	x := extractor(t).x
	for _, c := range []struct{ rule, text, want string }{
		{"minutes: a letter", "14 March 2024, 14h41", "2024-03-14T14:41:00Z"},
		{"minutes: seconds", "14 March 2024, 14:41:05", "2024-03-14T14:41:05Z"},
		{"isTime", "14 March 2024, 24:41", "2024-03-14T00:00:00Z"},
		{"halve: noon", "14 March 2024, 12:05 p.m.", "2024-03-14T12:05:00Z"},
		{"halve: midnight", "14 March 2024, 12:05 a.m.", "2024-03-14T00:05:00Z"},
		{"halve: no such hour", "14 March 2024, 13:05 p.m.", "2024-03-14T00:00:00Z"},
		{"isoMonth", "2024-03", "2024-03-01T00:00:00Z"},
		{"isoMonth: goes on", "2024-0314", "0001-01-01T00:00:00Z"},
		{"isoMonth: too early", "1403-05", "0001-01-01T00:00:00Z"},
		{"hasISOTime", "2024-03-14x05:30", "2024-03-14T00:00:00Z"},
		{"isoTime: a fraction", "2024-03-14T05:30:09.123Z", "2024-03-14T05:30:09Z"},
		{"isTime: a leap second", "2024-03-14T05:30:60Z", "2024-03-14T05:31:00Z"},
	} {
		m, _ := parseISO(c.text, &x.calendar)
		for _, d := range x.dates(c.text) {
			if !m.Known() {
				m = d.moment
			}
		}
		if got := m.Time.Format("2006-01-02T15:04:05Z"); got != c.want {
			t.Errorf("%s: %q: got %s, want %s", c.rule, c.text, got, c.want)
		}
	}
}

// TestMastheadRules has a line for each rule by which the name of an outlet is read at the top.
func TestMastheadRules(t *testing.T) {
	x := extractor(t).x
	for _, c := range []struct {
		rule, line, want string
		sure             bool
	}{
		{"beforeSeparators", "SELBY GAZETTE | News", "Selby Gazette", true},
		{"spells", "Selby Gazette", "Selby Gazette", true},
		{"looksNamed: a last word", "Aldgrove Gazette", "Aldgrove Gazette", false},
		{"looksNamed: capitals", "THE BELL", "The Bell", false},
		{"looksNamed: three words", "THE OLD BELL", "", false},
		{"endsSentence", "The bell fell.", "", false},
	} {
		if name, sure := (plainReader{x}).masthead(c.line, []string{"selbygazette"}); name != c.want || sure != c.sure {
			t.Errorf("%s: %q: got %q, %v", c.rule, c.line, name, sure)
		}
	}
}

// TestCreditedRules has a text for each rule by which what stands behind "Source:" is a name.
func TestCreditedRules(t *testing.T) {
	x := extractor(t).x
	for _, c := range []struct {
		rule, text string
		want       bool
	}{
		{"startsName", "Selby Gazette", true},
		{"startsName: a small letter", "interviews", false},
		{"startsDate: a month", "May 7", false},
		{"startsDate: a day", "Monday", false},
		{"startsDate: an article", "The Lantern", true},
		{"too many words", "Ada Bell Cora Dunn Eda Fell Gus Hill Ida Jell Kit Lunn", false},
		{"no words", "", false},
	} {
		if got := x.isCredited(c.text); got != c.want {
			t.Errorf("%s: %q: got %v", c.rule, c.text, got)
		}
	}
}

// TestAddressRules tells the address of a page from a bare host.
func TestAddressRules(t *testing.T) {
	for text, want := range map[string]bool{
		"https://bell.example": true, "bell.example/tide": true, "www.bell.example": true, "bell.example": false,
	} {
		if got := isWholeAddress(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// TestFootRules tells the foot of a text from its body.
func TestFootRules(t *testing.T) {
	units := make([]unit, 6)
	units[2].furniture = []string{"rest"}
	units[4].furniture = []string{"rest"}
	if got := commentsAt(units, 0); got != 4 {
		t.Errorf("comments at %d", got)
	}
	if got := commentsAt(units, 4); got != 6 {
		t.Errorf("comments at %d", got)
	}
}

// TestRights runs the examples of the table of words for rights.
func TestRights(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	x := newLexicon([]*language.Pack{pack})
	examples := pack.Examples("page-rights")
	if len(examples) == 0 {
		t.Error("no examples")
	}
	for _, e := range examples {
		if got := x.copyright(e.Text) != ""; got != e.Right {
			t.Errorf("%q: %v", e.Text, got)
		}
	}
}
