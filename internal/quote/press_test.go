package quote_test

import (
	"fmt"
	"testing"

	"stemma"
)

// TestOutlets is about which sources are outlets. Each text has one speaker.
func TestOutlets(t *testing.T) {
	for _, c := range []struct{ text, name, kind string }{
		{"A Marsh Gazette editorial said the ferry was late.", "Marsh Gazette", "outlet"},
		{"A Reuters analysis said the ferry was late.", "Reuters", "outlet"},
		{"The New York Times's editorial said the ferry was late.", "The New York Times", "outlet"},
		{"“It is late,” reports USA Today.", "USA Today", "outlet"},
		{"The ferry is late, media outlets reported.", "media outlets", "outlet"},
		{"There were media reports that the ferry was late.", "media reports", "outlet"},
		{"The ferry was late, CBS News reported late Monday.", "CBS News", "outlet"},
		{"The ferry was late, according to three television networks.", "television networks", "outlet"},
		{"A CNN/ORC poll showed that the ferry was liked.", "CNN/ORC poll", "document"},
		{"A Washington Post-ABC News poll showed that the ferry was liked.", "Washington Post-ABC News poll",
			"document"},
		{"Twitter said it was late.", "Twitter", "organisation"},
		{"People say the ferry is late.", "People", "anonymous"},
	} {
		found, speakers := read(t, c.text)
		if len(found) != 1 || len(speakers) != 1 {
			t.Errorf("%s: %d attributions, %d speakers", c.text, len(found), len(speakers))
			continue
		}
		if s := speakers[0]; s.Name != c.name || s.Kind != stemma.SpeakerKind(c.kind) {
			t.Errorf("%s: %s %q, want %s %q", c.text, s.Kind, s.Name, c.kind, c.name)
		}
	}
}

// TestNamedBeside: what bears a name is told by the apposition behind it.
func TestNamedBeside(t *testing.T) {
	for text, want := range map[string]stemma.SpeakerKind{
		"Kurier, an Oveley newspaper, said the ferry was late.":                        stemma.Outlet,
		"Ward Notes, the news service for town clerks, wrote that the ferry was late.": stemma.Outlet,
		"Tidewater Scene, a local news outlet, reported that the ferry was late.":      stemma.Outlet,
		"Brack Watch, a lobby group for the tides, said the ferry was late.":           stemma.Organisation,
		"Pell Marrow, the firm that runs it, said the ferry was late.":                 stemma.Organisation,
		"Pell Marrow, a founder of the firm, said the ferry was late.":                 stemma.Person,
		"Pell Marrow, a 17-year-old finishing school, said the ferry was late.":        stemma.Person,
		"Pell Marrow, a Marsh University historian, said the ferry was late.":          stemma.Person,
		"Ada Pell, the firm, and Tom Marrow said the ferry was late.":                  stemma.Person,
	} {
		found, speakers := read(t, text)
		if len(found) == 0 || len(speakers) == 0 || speakers[0].Kind != want {
			t.Errorf("%s: %+v, want %s", text, speakers, want)
		}
	}
}

// TestCalledBack: "the station" is the broadcaster that was named, not the paper that was named last.
func TestCalledBack(t *testing.T) {
	text := "The pump broke, Radio Selby said. It cost $9, the Marsh Gazette said. %s said that it was old."
	for who, want := range map[string]string{"The station": "Radio Selby", "The paper": "Marsh Gazette"} {
		found, speakers := read(t, fmt.Sprintf(text, who))
		if len(found) != 3 || len(speakers) != 2 {
			t.Fatalf("%s: %d attributions, %+v", who, len(found), speakers)
		}
		for _, s := range speakers {
			if s.ID == string(found[2].Speaker) && s.Name != want {
				t.Errorf("%s: %s, want %s", who, s.Name, want)
			}
		}
	}
}

// TestAnotherAgency: an agency that is named is no other outlet of the report.
func TestAnotherAgency(t *testing.T) {
	text := "The Marsh Gazette said the ferry was late. It rained, according to the %s news agency."
	for name, want := range map[string]int{"Tidewater": 2, "local": 1} {
		if _, speakers := read(t, fmt.Sprintf(text, name)); len(speakers) != want {
			t.Errorf("%s: %d speakers, want %d", name, len(speakers), want)
		}
	}
}

// TestPressActs is what only media do with a matter.
func TestPressActs(t *testing.T) {
	for text, want := range map[string]string{
		"The Marsh Gazette unearthed an old letter.": "indirect: The Marsh Gazette | unearthed | an " +
			"old letter",
		"Ito unearthed an old letter.":                          "",
		"The Marsh Gazette said the ferry sank, citing a memo.": "the Gazette's citing",
	} {
		all := readAll(t, text)
		switch {
		case want == "the Gazette's citing":
			cites := 0
			for _, a := range all {
				if !a.Told && a.Source.Text == "The Marsh Gazette" && spans(a.Content) == "a memo" {
					cites++
				}
			}
			if cites != 1 {
				t.Errorf("%s: the citing shown %d times", text, cites)
			}
		case want == "" && len(all) > 0, want != "" && (len(all) != 1 || show(all[0]) != want):
			t.Errorf("%s: got %d, want %q", text, len(all), want)
		}
	}
}
