package derive

import (
	"testing"

	"stemma"
)

// TestPapers: a document that two outlets credit is a lost witness: the letter of one writer, the one
// lawsuit of a story, the poll of those who asked.
func TestPapers(t *testing.T) {
	const letter = `Ada Wren, chair of the water board, said in a letter that the pump was never oiled.`
	const again = `In her letter, Ada Wren wrote that the keepers had asked for oil.`
	for _, c := range []struct{ name, bell, herald, outlet, want string }{
		{"one writer", letter, again, "", "Ada Wren (letter)"},
		{"one outlet", letter, again, "Selmouth Bell", ""},
		{"two writers", letter, `In a letter, Tom Pell wrote that the keepers had asked for oil.`, "", ""},
		{"released, not said there", letter, `In releasing the letter, Tom Pell said that it was old.`, "", ""},
		{"one lawsuit", `The lawsuit says that the pump was never oiled.`,
			`The keepers knew it, according to the complaint.`, "", "complaint"},
		{"a day's lawsuit", `Monday's lawsuit says that the pump was never oiled.`,
			`The keepers knew it, according to the lawsuit.`, "", "lawsuit"},
		{"two lawsuits", `The keepers' lawsuit says that the pump was never oiled.`,
			`The board's lawsuit says that the keepers knew it.`, "", ""},
		{"who reads it out", `The mayor, Ada Wren, said in a report that the pump was never oiled.`,
			`Ada Wren said in the report that the keepers knew it.`, "", ""},
		{"some lawsuits", `A lawsuit says that the pump was never oiled.`,
			`The keepers knew it, according to a complaint.`, "", ""},
		{"each its email", `Ada Wren said in an email that the pump was never oiled.`,
			`In an email, Ada Wren said that the keepers had asked for oil.`, "", ""},
		{"one email", `"The pump was never oiled by the keepers," Ada Wren said in an email.`,
			`In an email, Ada Wren said: "The pump was never oiled by the keepers."`, "", "Ada Wren (email)"},
		{"one poll", `A Bell/Orrin Times poll found that nine in ten want a new pump.`,
			`Nine in ten want a new pump, according to the Bell/Orrin Times survey.`, "", "Bell/Orrin Times survey"},
		{"two polls", `A Bell/Orrin Times poll found that nine in ten want a new pump.`,
			`Nine in ten want a new pump, according to a Hillfoot College survey.`, "", ""},
	} {
		outlet := "Hillfoot Herald"
		if c.outlet != "" {
			outlet = c.outlet
		}
		got := drawn(build(t, map[string]string{
			"bell":   by("Selmouth Bell", "4 May 2021", "The pump drained nine fields at Selmouth.\n\n"+c.bell),
			"herald": by(outlet, "4 May 2021", "Ice lay on the locks where carts had waited.\n\n"+c.herald),
		}))
		want := ""
		if c.want != "" {
			want = "(" + c.want + ", document) > bell citation\n(" + c.want + ", document) > herald citation"
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, want)
		}
	}
}

// TestOwnedLawsuits: of several lawsuits each is called by whose it is.
func TestOwnedLawsuits(t *testing.T) {
	got := drawn(build(t, map[string]string{
		"bell": by("Selmouth Bell", "4 May 2021", "The keepers' lawsuit says that nobody brought oil to the pump.\n\n"+
			"The board's lawsuit says that two keepers slept."),
		"herald": by("Hillfoot Herald", "4 May 2021", "A ferry sank.\n\nThe board's lawsuit says that money is owed."),
		"times":  by("Orrin Times", "4 May 2021", "Ice came.\n\nThe keepers' lawsuit says that the mayor knew."),
	}))
	want := "(board's lawsuit, document) > bell citation\n(board's lawsuit, document) > herald citation\n" +
		"(keepers' lawsuit, document) > bell citation\n(keepers' lawsuit, document) > times citation"
	if got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}

// TestDocumentIsNoOutlet: what a poll is called by is no outlet that asked for it.
func TestDocumentIsNoOutlet(t *testing.T) {
	d, _ := newDeriver(t)
	w := draft{pairs: &pairs{material: &material{roster: newRoster(d.who, nil), reports: newReports(nil)}}}
	outlet := w.lostWitness("Orrin Times", "", stemma.LostOutlet)
	if paper := w.lostWitness("Orrin Times poll", "", stemma.LostDocument); paper == outlet {
		t.Error("the outlet is its poll")
	}
	if again := w.lostWitness("Orrin Times", "", stemma.LostDocument); again == outlet {
		t.Error("the outlet is a document")
	}
}
