package quote_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestDirect is about whose words a quotation holds where no verb stands right
// beside it.
func TestDirect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Words of time and place, and the source's own, part the cue from it.
		{"“That is no answer,” one harbour aide said late last month, “but a muted one.”",
			"direct: one harbour aide | said | “That is no answer,”; direct: one harbour aide | said | “but a " +
				"muted one.”"},
		{"“The risk,” said Anna Ito, a pilot who is the head of the union, “is that we sink.”",
			"direct: Anna Ito | said | “The risk,”; direct: Anna Ito | said | “is that we sink.”"},
		{"Ito replied pointedly, with a smile: “Nobody came at all.”", "direct: Ito | replied | “Nobody came at all.”"},
		{"“It leaks,” Ada Pell told reporters.\n\n‘Never Again’\n\nThe board left.",
			"direct: Ada Pell | told | “It leaks,”"}, // a heading
		{"Ito concluded, “There is not one ferry left.”", "direct: Ito | concluded | “There is not one ferry left.”"},
		{"Said Ito, who grew up there, “We are still here.”", "direct: Ito | Said | “We are still here.”"},
		{"Stated Ito:\n\n“We are still here.”", "direct: Ito | Stated | “We are still here.”"},
		{"“It is late,” a friend, Anna Ito told Reuters.", "direct: Anna Ito | told | “It is late,”"},
		{"“It is a vote for Tom J. Bell!” US Senator Anna Ito said.",
			"direct: US Senator Anna Ito | said | “It is a vote for Tom J. Bell!”"},
		{"“He asked, ‘What can we do to help?’” Ito told them.",
			"direct: Ito | told | “He asked, ‘What can we do to help?’”"},
		{"“It is late,” J. Kira Ito said.", "direct: J. Kira Ito | said | “It is late,”"},
		{"“It is late today,” said one unnamed harbour official.",
			"direct: one unnamed harbour official | said | “It is late today,”"},
		// A colon credits without a verb of saying.
		{"Many came to the hall. Ito: “We are still here today.”", "direct: Ito |  | “We are still here today.”"},
		{"Many came to the hall. Anna Ito, head of the union: “We are still here today.”",
			"direct: Anna Ito |  | “We are still here today.”"},
		{"Many came to the hall. Here is Ito's statement: “We are still here today.”",
			"direct: Ito's statement |  | “We are still here today.”"},
		{"Many came to the hall. From the log: “We are still here today.”",
			"direct: the log |  | “We are still here today.”"},
		{"The mayor gave the port a warning: “We are still here today.”",
			"direct: The mayor |  | “We are still here today.”"},
		{"Many came to the hall. Update: “We are still here today.”", ""},
		// A line under the quotation names its author.
		{"Many came to the hall today.\n\n“We are still here.”\n\n— Anna Ito, Aldwick",
			"direct: Anna Ito |  | “We are still here.”"},
		{"Many came to the hall today.\n\n“We are still here.”\n\nAnna Ito, 44, Aldwick",
			"direct: Anna Ito |  | “We are still here.”"},
		{"“We are still here.” — Anna Ito", "direct: Anna Ito |  | “We are still here.”"},
		{"Bell said: “It sank.”\n\n“It is late.”\n\nAnna Ito, Aldwick",
			"direct: Bell | said | “It sank.”; direct: Bell |  | “It is late.”"},
		// Whoever issues a text speaks by it.
		{"The port issued a statement saying that it was closed.", "indirect: The port | saying | it was closed"},
		{"The Marsh Gazette ran a piece that said it was closed.",
			"indirect: The Marsh Gazette | said | it was closed"},
		{"Ito found a statement saying that it was closed.", "indirect: a statement | saying | it was closed"},
		// What passes a quotation on does not go on speaking.
		{"“It is late,” Ito said, as reported by the Gazette. “It sank.”",
			"direct: Ito | said | “It is late,”; mixed: the Gazette | reported by | “It is late,” Ito said; " +
				"direct: Ito |  | “It sank.”"},
	} {
		found, _ := read(t, c.text)
		var got []string
		for _, a := range found {
			got = append(got, show(a))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

// TestWholeQuotations is how ReadAll shows a quotation of several pieces.
func TestWholeQuotations(t *testing.T) {
	for text, want := range map[string]string{
		"“It is late,” Ito said, “and it sank.”": "direct: Ito | said | “It is late,” … “and " +
			"it sank.”",
		"“It is late,” Ito said. “It sank.”": "direct: Ito | said | “It is late,” … “It sank.”",
		"Ito said it was late. “It sank.”":   "mixed: Ito | said | it was late … “It sank.”",
		"“It is late,” Ito said. “It sank.\n\n“And it was wet.”": "direct: Ito | said | “It is late,” … “It " +
			"sank. … “And it was wet.”",
		"“It is late,” Ito said.\n\n“And it was wet.”": "direct: Ito | said | “It is late,”; " +
			"direct: Ito |  | “And it was wet.”",
		"Bell blamed her at the debate, and Ito said, “It was wet.”": "indirect: Bell | blamed | her at the " +
			"debate; direct: Ito | said | “It was wet.”",
	} {
		var got []string
		for _, a := range readAll(t, text) {
			got = append(got, show(a))
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

// TestTranscripts is about who speaks in lines that open with a name.
func TestTranscripts(t *testing.T) {
	for text, want := range map[string]int{
		// Each speaks once.
		"ANNA ITO: I think that it is late.\n\nTOM BELL: We all know " +
			"why.\n\nKIRA ODUYA: My view is that it sank.": 3,
		"Anna Ito: I think that it is late.\n\nTom Bell: We all know why.\n\nMary Oduya: My view is that it " +
			"sank.\n\nPaul Roke: Why is it late?": 4,
		"Anna Ito: Her grade is A.\n\nTom Bell: He had a bad night, I think.\n\nMary Oduya: A good night.":  0,
		"Update: I was there.\n\nUpdate: We left.\n\nUpdate: Why?\n\nUpdate: I saw it.\n\nUpdate: It sank.": 0,
		"ITO: Why?\n\nBELL: I see.\n\nITO: It sank.\n\nODUYA: It is late.":                                  4,
		// In quotation marks.
		"\"ITO: Is it late?\n\n\"BELL: It is.\n\n\"ITO: Why?\"": 3,
		// Labels and places.
		"WHAT: A meeting.\n\nWHEN: Monday.\n\nWHERE: The hall.":                               0,
		"LONDON: We saw it fall.\n\nPARIS: I saw it rise.\n\nBERLIN: My shares fell.":         0,
		"Weather: rain.\n\nTraffic: slow.\n\nSport: none.":                                    0,
		"ALDWICK: Nothing.\n\nSELWICK: Nothing came.\n\nMARSH: Nobody came to see the ferry.": 0,
	} {
		n := 0
		found, speakers := read(t, text)
		for _, a := range found {
			if a.Kind == stemma.Transcript {
				n++
			}
		}
		if n != want {
			t.Errorf("%d turns, want %d: %s", n, want, text)
		}
		for _, s := range speakers {
			if n > 0 && s.Kind != stemma.Person {
				t.Errorf("%s is %s: %s", s.Name, s.Kind, text)
			}
		}
	}
}
