package quote_test

import (
	"strings"
	"testing"
)

// TestPosts is about posts that a report shows whole.
func TestPosts(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Pell left.\n\nThe dam is safe! — Ada Pell (@pell) March 3, 2016"}, "Ada Pell: The dam is safe!"},
		{[]string{"Robin Ash wrote:\n\nIt was never safe — R. Ash-Wren (@rash)"}, "Robin Ash: It was never safe"},
		{[]string{"Some say:\n\nThe board said no. — Ada Pell (@pell) 3 May, 2016"}, "Some: The board said no."},
		{[]string{"Tom Wren left.\n\nIt leaks! — Tim Ash (@ash) May 3, 2016\n\nHe said that it rains."},
			"Tim Ash: It leaks!; Tom Wren: it rains"},
		{[]string{"It leaks, the board said.\n\n(@board)\n\nIt rains. — Ash (@ash) and more."}, "board: It leaks"},
	})
}

// TestLists is about three names and more before a verb.
func TestLists(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Tom Pell, Tim Ash and Joan Wren said it would rain."},
			"Tom Pell, Tim Ash and Joan Wren: it would rain"},
		{[]string{"On Monday, Tom Pell, Tim Ash, and Joan Wren said it would rain. “No,” they said."},
			"Tom Pell, Tim Ash and Joan Wren: it would rain; Tom Pell, Tim Ash and Joan Wren: “No,”"},
		{[]string{"Officials in Norway, Austria and Spain all said it would rain."}, "Officials: it would rain"},
		{[]string{"In Selby, Tom Pell and Tim Ash said it would rain."}, "Tom Pell and Tim Ash: it would rain"},
		{[]string{"Consequently, Tom Pell and Tim Ash said it would rain."}, "Tom Pell and Tim Ash: it would rain"},
		{[]string{"Spain left Selby, and Tom Pell said it would rain."}, "Tom Pell: it would rain"},
		{[]string{"The Bureau of Mines, Weirs and Tides spokeswoman Joan Pell said it would rain."},
			"Joan Pell: it would rain"},
	})
}

// TestDoubledNames is about the two surnames of a full name.
func TestDoubledNames(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Judge Joan Berwick Pellow came. Berwick Pellow said it would rain."},
			"Joan Berwick Pellow: it would rain"},
		{[]string{"Berwick Pellow said it would rain. Judge Joan Berwick Pellow came. “No,” Pellow said."},
			"Joan Berwick Pellow: it would rain; Joan Berwick Pellow: “No,”"},
		{[]string{"May Tom Pellow came. Tom Pellow said it would rain."}, "Tom Pellow: it would rain"},
	})
}

// TestPeoples is about the people of a country, and parties that a name stands before.
func TestPeoples(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Americans said it would rain. They said no."}, "Americans: it would rain; Americans: no"},
		{[]string{"Young Canadians said it would rain."}, "Young Canadians: it would rain"},
		{[]string{"The Canadians said it would rain."}, "Canadians: it would rain"},
		{[]string{"Roy Pell Republicans came. Republicans said it would rain. He said no."},
			"Republicans: it would rain; -: no"},
	})
}

// TestWhoSaysIt has a sentence for each way to take another one for the speaker.
func TestWhoSaysIt(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{`"I wept, but the mayor called it a "joke" on Friday," said the clerk, Tom Wren.`},
			`Tom Wren: "I wept, but the mayor called it a "joke" on Friday,"`},
		{[]string{`Joan Wren, whose aunt, Ada, was at Selby and among the first to go, asked Pell, "Why is it late?"`},
			`Joan Wren: "Why is it late?"`},
		{[]string{"Rep. Tom Pell, D-Selby, who chairs the panel that sets laws, said the plan “smacks of haste.”"},
			"Tom Pell: the plan “smacks of haste.”"},
		{[]string{"A manager there, Tom Wren, said it would rain."}, "Tom Wren: it would rain"},
		{[]string{"Tim Ash came. It was wrong to dispute Ash's claim that it would rain."}, "Tim Ash: it would rain"},
		{[]string{"Two people briefed on the talks said it would rain."}, "people: it would rain"},
		{[]string{"Pell went on to say it would rain."}, "Pell: it would rain"},
		{[]string{"FBI Special Agent in Charge Tom Wren said it would rain."}, "Tom Wren: it would rain"},
		{[]string{"Vice Minister Choe Son-hui said it would rain. Choe said no."},
			"Choe Son-hui: it would rain; Choe Son-hui: no"},
	})
}

// TestWhereContentBegins is about what stands between a cue and what is said.
func TestWhereContentBegins(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Pell has argued for years that it would rain."}, "Pell: it would rain"},
		{[]string{"Pell announced late Monday evening that it would rain."}, "Pell: it would rain"},
		{[]string{"Pell says that: “It rains.”"}, "Pell: “It rains.”"},
		{[]string{"According to the port: It would rain."}, "port: It would rain"},
		{[]string{"It failed. According to the port:\n\nIt would rain."}, "port: It would rain."},
		{[]string{"They heard Pell's claim that, in part, it would rain."}, "Pell: in part, it would rain"},
	})
}

// TestLabels is about names before a colon that are nobody's.
func TestLabels(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Verdict: It leaks.\n\nVerdict: It rains.\n\nVerdict: No.\n\nVerdict: Yes."}, ""},
		{[]string{"Founded: In May.\n\nFounded: In June.\n\nFounded: In July.\n\nFounded: Late."}, ""},
		{[]string{"Tom Pell met Tim Ash.\n\nPell: It leaks.\n\nAsh: It rains.\n\nPell: No.\n\nAsh: Yes."},
			"Tom Pell: It leaks.; Tim Ash: It rains.; Tom Pell: No.; Tim Ash: Yes."},
		{[]string{"Q: Who knew?\n\nA: The board.\n\nQ: Why?\n\nQ: When?\n\nQ: Where?"}, ""},
	})
}

// TestDatelines is about what stands before a report's first words.
func TestDatelines(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Selby (CNN) Treasury Secretary Tom Pellow said it would rain."}, "Tom Pellow: it would rain"},
		{[]string{"New Selby, Ohio (CNN) It would rain, a nurse said."}, "nurse: It would rain"},
		{[]string{"SELBY/TARN (Reuters) - The board of Selby, which met, will sit in May, Tom Pellow said."},
			"Tom Pellow: The board of Selby, which met, will sit in May"},
		{[]string{"SELBY — Divers met on Monday. They said it would rain."}, "Divers: it would rain"},
		{[]string{"Tom Pellow left. SELBY (AP) said it would rain."}, "SELBY: it would rain"},
		{[]string{"The New York Times (NYT) reported that it would rain."}, "The New York Times: it would rain"},
	})
}

// TestBehindClause is about "he" behind a clause that opens its sentence.
func TestBehindClause(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Tom Pellow came. When Tim Ash left, he said it would rain."}, "Tim Ash: it would rain"},
		{[]string{"Tom Pellow said no. It rained, he said."}, "Tom Pellow: no; Tom Pellow: It rained"},
		{[]string{"Tom Pellow came. When Tim Ash left, Pellow said it would rain."}, "Tom Pellow: it would rain"},
	})
}

// TestRolesOfBodies is about names behind an office of a body with "of".
func TestRolesOfBodies(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"University of Selby law professor Tom Pell said it would rain."}, "Tom Pell: it would rain"},
		{[]string{"Director of National Intelligence James Pell said it would rain. Pell said no."},
			"James Pell: it would rain; James Pell: no"},
		{[]string{"Assistant Secretary of State Mary-Ann Pell said it would rain."}, "Mary-Ann Pell: it would rain"},
		{[]string{"If it is true it “would be the end of us all,” Pell said."},
			"Pell: If it is true it “would be the end of us all,”"},
	})
}

// TestInterviews is about names that stand alone in their lines.
func TestInterviews(t *testing.T) {
	turn := func(name, words string) string { return name + "\n\n" + words + "\n\n" }
	testWhose(t, []whoseCase{
		{[]string{"We met in May.\n\n" + turn("Joan Pell", "Why did you go?") + turn("Tom Wren", "I was tired.") +
			turn("Joan Pell", "Where to?") + turn("Tom Wren", "I went home.\n\nIt rained.") +
			turn("Joan Pell", "And now?") + turn("Tom Wren", "I stay.") + "The clerk said no."},
			"Joan Pell: Why did you go?; Tom Wren: I was tired.; Joan Pell: Where to?; Tom Wren: I went home.; " +
				"Tom Wren: It rained.; Joan Pell: And now?; Tom Wren: I stay.; clerk: no"},
		{[]string{strings.Repeat(turn("Joan Pell", "A clerk said it rains.")+turn("Tom Wren", "It is late."), 3)},
			"clerk: it rains; clerk: it rains; clerk: it rains"},
	})
}

// TestLabelledQuotation is about a quotation behind a colon that names its speaker itself.
func TestLabelledQuotation(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"It was a bad day for the board:\n\n“It leaks, and it will leak,” Tom Pell said."},
			"Tom Pell: “It leaks, and it will leak,”"},
		{[]string{"The board put it so:\n\n“It leaks, and it will leak.”"}, "board: “It leaks, and it will leak.”"},
	})
}
