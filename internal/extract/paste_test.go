package extract

import (
	"strings"
	"testing"

	"stemma"
)

// TestPasted: what stands in one line with furniture is parted from it: the kinds of the
// first units of a text, by their first letters, and what the second one says.
func TestPasted(t *testing.T) {
	e := allTongues(t)
	const body = "\n\nThe keeper of the tide mill left it on Monday after forty winters, the harbour council said " +
		"in Selmouth."
	for _, test := range []struct{ text, kinds, second string }{
		{"Story highlights Ada Wren leaves the tide mill" + body, "btp", "Ada Wren leaves the tide mill"},
		{"7 years ago Selmouth (Meridian) - Ada Wren, keeper of the tide mill, left it on Monday, the council said.",
			"bp", ""},
		{"The mill seen from the harbour. | A. Ruiz/Getty Images Keeper leaves tide mill" + body, "ctp",
			"Keeper leaves tide mill"},
		{"The mill seen from the harbour on Monday. | AP Photo Keeper leaves tide mill" + body, "ctp",
			"Keeper leaves tide mill"},
		{"The mill seen from the harbour on Monday. | AP Photos" + body, "cp", ""},
		{"The mill seen from the harbour on Monday. | What its keeper says" + body, "tp", ""},
		{"CLOSE The keeper of the tide mill left it, the council said. Meridian's Bo Ek has that story." + body, "cp",
			""},
		{"Close the tide mill, the harbour council told its keeper, Ada Wren, in a letter on Monday." + body, "pp", ""},
		{"Keeper leaves tide mill\n\nAnna Wren and James Ek" + body, "tbp", ""},
		{"The tide mill has a keeper again, the council said on Monday." + body + "\n\nGet The Tide. Sign up to " +
			"receive the top stories you need to know right now. Choose your country Albania Algeria Andorra " +
			strings.Repeat("Angola Anguilla Antigua and Barbuda Argentina Armenia ", 60) + "Please enter a " +
			"valid email address. Please select your country. Sign Up Now You may unsubscribe at any time." + body +
			"\n\nWhoever signs up to receive the letter of the harbour council must choose a country, agree to its " +
			"terms of use and read what it says about the mill, the keeper and the tide, Ada Wren said on Monday.",
			"ppbpp", ""},
		{"The tide mill has a keeper again, the council said on Monday." + body + "\n\nNewsletter Sign Up " +
			"Continue reading the main story Please verify you're not a robot by clicking the box. Invalid email " +
			"address. Please re-enter. You must select a newsletter to subscribe to. Sign Up You will receive " +
			"emails containing news content. You may opt-out at any time. You agree to receive occasional updates." +
			body + "\n\nAdvertisement Continue reading the main story\n\nThe keeper may opt out at any time, the " +
			"council of Selmouth said on Monday, and has agreed to receive nothing for the tide mill until an " +
			"invalid email address that a clerk had written to is found.", "ppbpbp", ""},
		{"The keeper of the mill is seen in Selmouth, March 4, 2011. REUTERS/Ana Ruiz" + body, "cp", ""},
	} {
		r, err := e.Extract(stemma.Capture{Input: "a.txt", Media: stemma.PlainText, Data: []byte(test.text),
			SHA256: "0123456789abcdef"})
		if err != nil {
			t.Fatal(err)
		}
		kinds := ""
		for _, s := range r.Segments {
			kinds += string(s.Kind)[:1]
		}
		if kinds != test.kinds {
			t.Errorf("%q: kinds %s, want %s", test.text[:40], kinds, test.kinds)
			continue
		}
		if s := r.Segments[min(1, len(r.Segments)-1)]; test.second != "" && r.Text[s.Start:s.End] != test.second {
			t.Errorf("%q: second %q", test.text[:40], r.Text[s.Start:s.End])
		}
	}
}

func TestMayBeGlued(t *testing.T) {
	x := allTongues(t).x
	for line, may := range map[string]bool{
		"Story highlights Wren leaves": true, "story highlights": true, "“7 years ago Wren left": true,
		"- 7 years":            true,
		"Wren leaves the mill": false, "": false, "---": false, "Été": true,
	} {
		if got := mayBeGlued(x, line); got != may {
			t.Errorf("%q: %v", line, got)
		}
	}
}
