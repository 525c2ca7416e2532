package derive

import (
	"strings"
	"testing"
)

// TestStatement: two outlets that quote the same words of somebody have them from a statement, if one
// says so and neither that they were spoken or posted.
func TestStatement(t *testing.T) {
	const words = `"The board has asked for a full account of the pump and of all who looked after it,"`
	const own = "The pump drained nine fields at Selmouth in the spring."
	const other = "Ice lay on the locks of Hillfoot, where forty carts had waited since Sunday."
	given := words + " Ada Wren, the chair of the water board, said in a statement."
	for _, c := range []struct{ name, bell, herald, outlet, want string }{
		{"one says so", given, words + " Ada Wren, the chair of the water board, said.", "Hillfoot Herald", "both"},
		{"none says so", words + " Ada Wren, the chair of the water board, said.",
			words + " Ada Wren, the chair of the water board, said.", "Hillfoot Herald", ""},
		{"it was posted", given, words + " Ada Wren, the chair of the water board, tweeted.", "Hillfoot Herald", ""},
		{"it was said on a stage", given, words + " Ada Wren, the chair of the water board, told a rally.",
			"Hillfoot Herald", ""},
		{"other words", given, `"The pump will be sold to whoever asks for it before the frost is here," ` +
			"Ada Wren, the chair of the water board, said.", "Hillfoot Herald", ""},
		{"one outlet", given, given, "Selmouth Bell", ""},
		{"a spokesman, in two", words + " a spokesman for the board, Tom Pell, said.",
			words + " a spokesman for the board, Tom Pell, said.", "Hillfoot Herald", ""},
	} {
		got := drawn(build(t, map[string]string{
			"bell":   by("Selmouth Bell", "4 May 2021", own+"\n\n"+c.bell),
			"herald": by(c.outlet, "4 May 2021", other+"\n\n"+c.herald),
		}))
		want := ""
		if c.want == "both" {
			want = "(Ada Wren (statement), press release) > bell citation\n" +
				"(Ada Wren (statement), press release) > herald citation"
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, want)
		}
	}
}

// TestGivenOut: what several reports have alike of a spokesman was given out, although none says so.
func TestGivenOut(t *testing.T) {
	const words = `"The board has asked for a full account of the pump and of all who looked after it," ` +
		"Tom Pell, a spokesman for the board, said."
	tree := build(t, map[string]string{
		"bell":   by("Selmouth Bell", "4 May 2021", "The pump drained nine fields at Selmouth.\n\n"+words),
		"herald": by("Hillfoot Herald", "4 May 2021", "Ice lay on the locks where carts had waited.\n\n"+words),
		"times":  by("Orrin Times", "4 May 2021", "Nobody had seen the keeper since the thaw began.\n\n"+words),
	})
	if got := drawn(tree); strings.Count(got, "Tom Pell (statement)") != 3 {
		t.Fatalf("got %s", got)
	}
	if says := tree.Descents[0].Evidence[0].Saying.Sentence; says != "evidence.given-out" {
		t.Errorf("no report says that it is a statement: %s", says)
	}
}

// TestOwnProgramme: what an outlet has aired in a programme of its own is another piece of it.
func TestOwnProgramme(t *testing.T) {
	for text, want := range map[string]string{
		`"The pump is old," Ada Wren told CNN's "State of the Union" on Sunday.`: "CNN (State of the Union)",
		`"The pump is old," Ada Wren told CNN on Sunday.`:                        "",
	} {
		report := by("CNN", "4 May 2021", "The pump drained nine fields.\n\n"+text)
		got := drawn(build(t, map[string]string{"a": report}))
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestOneProgramme: a programme is one however its small words are written.
func TestOneProgramme(t *testing.T) {
	got := drawn(build(t, map[string]string{
		"bell":   by("Selmouth Bell", "4 May 2021", `"The pump is old," Ada Wren said on CBS's "Face the Nation."`),
		"herald": by("Hillfoot Herald", "4 May 2021", `"I never oiled it," Ada Wren said on CBS's "Face The Nation."`),
	}))
	if strings.Count(got, "(CBS (Face the Nation), outlet)") != 2 {
		t.Errorf("got %s", got)
	}
	got = drawn(build(t, map[string]string{
		"bell":   by("Selmouth Bell", "4 May 2021", `"The pump is old," Ada Wren told Fox & Friends.`),
		"herald": by("Hillfoot Herald", "4 May 2021", `"I never oiled it," Ada Wren told Fox and Friends.`),
	}))
	if strings.Count(got, "(Fox News (Fox & Friends), outlet)") != 2 {
		t.Errorf("got %s", got)
	}
}

// TestPostsCredit: what a post credits its writer credits, and not the report that shows it.
func TestPostsCredit(t *testing.T) {
	const credit = "The Harbour Gazette reported on Monday that the pump was never oiled."
	for text, want := range map[string]bool{
		credit: true,
		credit + " It is a very sad day for all of us. — Ned Pell (@nedpell) May 4, 2021": false,
	} {
		got := drawn(build(t, map[string]string{"a": by("Selmouth Bell", "6 May 2021", "The pump broke.\n\n"+text)}))
		if strings.Contains(got, "Harbour Gazette") != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}
