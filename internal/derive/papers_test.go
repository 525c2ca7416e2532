package derive

import "testing"

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
