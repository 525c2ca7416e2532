package quote_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// whose writes every attribution as "speaker: content".
func whose(found []stemma.Attribution, speakers []stemma.Speaker) string {
	names := map[string]string{"": "-"}
	for _, s := range speakers {
		names[s.ID] = s.Name
	}
	var out []string
	for _, a := range found {
		out = append(out, names[string(a.Speaker)]+": "+spans(a.Content))
	}
	return strings.Join(out, "; ")
}

func testWhose(t *testing.T, cases []whoseCase) {
	t.Helper()
	for _, c := range cases {
		if diff := cmp.Diff(c.want, whose(read(t, c.texts...))); diff != "" {
			t.Errorf("%s\n%s", strings.Join(c.texts, "\n---\n"), diff)
		}
	}
}

type whoseCase struct {
	texts []string
	want  string
}

// TestBodies is about the names of bodies, with what they are for and their letters.
func TestBodies(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The Ministry of Tides said it would rain. The Ministry of Weirs said no. The tides ministry " +
			"said it was late."},
			"Ministry of Tides: it would rain; Ministry of Weirs: no; Ministry of Tides: it was late"},
		{[]string{"The Bureau of Mines said it would rain. The bureau said no. The Bureau said it was late."},
			"Bureau of Mines: it would rain; Bureau of Mines: no; Bureau of Mines: it was late"},
		{[]string{"The Office for Tides and Weirs said it would rain."}, "Office for Tides and Weirs: it would rain"},
		{[]string{"The Commission on Tides said on Monday that it would rain."}, "Commission on Tides: it would rain"},
		{[]string{"The Tide and Weir Administration said it would rain."},
			"Tide and Weir Administration: it would rain"},
		{[]string{"The Centre for Tides and Ada Pell said it would rain."}, "Centre for Tides: it would rain"},
		{[]string{"The Bureau of Mines said it would rain.", "The BOM said no. The BM said it was late."},
			"Bureau of Mines: it would rain; BOM: no; BM: it was late"},
		{[]string{"The Northern Weir Bureau said it would rain.", "The NWB said no."},
			"Northern Weir Bureau: it would rain; Northern Weir Bureau: no"},
		{[]string{"The Northern Weir Bureau said it would rain. The New Well Bank said no.",
			"The NWB said it was late."},
			"Northern Weir Bureau: it would rain; New Well Bank: no; NWB: it was late"},
		{[]string{"The WHO said it would rain. IT said no."}, "WHO: it would rain; IT: no"},
		{[]string{"“It rains,” said J. R. Moe, a baker."}, "J. R. Moe: “It rains,”"},
	})
}

// TestNamesakes is about people of one surname: nobody gets another's words.
func TestNamesakes(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Arno Veld Jr. said the mill would close. His father, Arno Veld Sr., said it would stay open. " +
			"The elder Veld added that he was ill."},
			"Arno Veld Jr: the mill would close; Arno Veld Sr: it would stay open; Arno Veld Sr: he was ill"},
		{[]string{"Arno Veld Jr. said the mill would close. His father, Arno Veld, said it would stay open. The " +
			"younger Veld said he was ill."},
			"Arno Veld Jr: the mill would close; Arno Veld: it would stay open; Arno Veld Jr: he was ill"},
		{[]string{"Arno Veld, Jr., said the mill would close. Arno Veld III said it would not."},
			"Arno Veld, Jr: the mill would close; Arno Veld III: it would not"},
		{[]string{"Arno Veld Jr. said the mill would close. Veld Sr. said it would not. Veld said it was late."},
			"Arno Veld Jr: the mill would close; Veld Sr: it would not; Arno Veld Jr: it was late"},
		{[]string{"Jane Veld said the mill would close. Tom Veld said it would not. Veld said it was late."},
			"Jane Veld: the mill would close; Tom Veld: it would not; Tom Veld: it was late"},
		{[]string{"Jane Veld said the mill would close. Tom Veld said it would not. Mrs. Veld said it was late."},
			"Jane Veld: the mill would close; Tom Veld: it would not; Jane Veld: it was late"},
		{[]string{"Jane Veld said the mill would close. J. Veld said it would not. Jane K. Veld said it was late."},
			"Jane K. Veld: the mill would close; Jane K. Veld: it would not; Jane K. Veld: it was late"},
		{[]string{"President Veld left with first lady Mira Veld. Veld said it was late. “We go,” the president said."},
			"Veld: it was late; Veld: “We go,”"},
		{[]string{"President Jonas Veld left. His daughter Mira Veld came. Mira Veld’s dog barked. Veld said it " +
			"was late."},
			"Jonas Veld: it was late"},
		{[]string{"Jonas Veld runs the mill. Veld bought it in May. Mira Veld, his sister, lives near. “No,” Veld " +
			"said."},
			"Jonas Veld: “No,”"},
		{[]string{"Jonas Veld runs the mill. Veld bought it in May. Mira Veld said it was old. “It leaks,” Veld said."},
			"Mira Veld: it was old; Mira Veld: “It leaks,”"},
		{[]string{"In March Jonas Veld and Mira Veld bought the mill from a bank. “It leaks,” Veld said."},
			"Veld: “It leaks,”"},
		{[]string{"Mayor Veld opened the mill. Later Arno Veld Jr. and his friends danced. Veld said it was late."},
			"Veld: it was late"},
		{[]string{"James Veld said it was late. Jim Veld added that he was tired. Veld said no."},
			"James Veld: it was late; James Veld: he was tired; James Veld: no"},
		{[]string{"George H. Veld said it was late. George W. Veld, his son, said he was ill."},
			"George H. Veld: it was late; George W. Veld: he was ill"},
		{[]string{"Ada Pell Calls Mira Veld Old. “No,” Mira Veld said."}, "Mira Veld: “No,”"},
		// Across the pile.
		{[]string{"Dr. Sun Mi-rae said it was late. Sun said no.", "Sun said it was old."},
			"Sun Mi-rae: it was late; Sun Mi-rae: no; Sun Mi-rae: it was old"},
		{[]string{"President Jonas Veld said it was late.", "Jonas Veld said no.",
			"President Veld left with his wife, Mira Veld. Veld said it was old."},
			"Jonas Veld: it was late; Jonas Veld: no; Jonas Veld: it was old"},
		{[]string{"President Jonas Veld said it was late.", "Jonas Veld and Jane Veld came. Veld said it was old."},
			"Jonas Veld: it was late; Veld: it was old"},
		{[]string{"Tom Veld said it was late.", "Thomas Veld said no."}, "Thomas Veld: it was late; Thomas Veld: no"},
		{[]string{"Arno Veld Jr. said the mill would close.", "Arno Veld Sr. said the mill would close.",
			"Veld said the mill was old."},
			"Arno Veld Jr: the mill would close; Arno Veld Sr: the mill would close; Veld: the mill was old"},
		{[]string{"Mayor Arno Veld Jr. said the mill would close.", "Mayor Arno Veld said the mill would close."},
			"Arno Veld Jr: the mill would close; Arno Veld Jr: the mill would close"},
		{[]string{"Mayor Arno Veld Jr. said the mill would close.", "Mayor Arno Veld said it was late.",
			"Arno Veld Sr. said no."},
			"Arno Veld Jr: the mill would close; Arno Veld: it was late; Arno Veld Sr: no"},
		{[]string{"Jane Veld said the mill would close.", "Veld said the mill was old."},
			"Jane Veld: the mill would close; Jane Veld: the mill was old"},
	})
}

// TestNameForms is about the forms that a name may take.
func TestNameForms(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Walter “Sparrow” Lind said it sank. Lind added that it was late. Sparrow said no."},
			"Walter “Sparrow” Lind: it sank; Walter “Sparrow” Lind: it was late; Walter “Sparrow” Lind: no"},
		{[]string{"It sank, said Walter (Red Sparrow) Lind, a pilot. Lind added that it was late."},
			"Walter (Red Sparrow) Lind: It sank; Walter (Red Sparrow) Lind: it was late"},
		{[]string{"According to W.J. “Sparrow” Lind Jr., it sank. Lind added that it was late."},
			"W.J. “Sparrow” Lind Jr: it sank; W.J. “Sparrow” Lind Jr: it was late"},
		{[]string{"J.R. Lind said it sank. Lind added that it was late."},
			"J.R. Lind: it sank; J.R. Lind: it was late"},
		{[]string{"Ludwig van der Meer said it sank. Van der Meer added that it was late. “No,” van der Meer said."},
			"Ludwig van der Meer: it sank; Ludwig van der Meer: it was late; Ludwig van der Meer: “No,”"},
		{[]string{"Charles de Lind said it sank. De Lind added that it was late."},
			"Charles de Lind: it sank; Charles de Lind: it was late"},
		{[]string{"A pilot known as “Sparrow” said it sank. “No,” Sparrow said."}, "Sparrow: it sank; Sparrow: “No,”"},
		{[]string{"A pilot who gave his name only as “Sparrow” said it sank."}, "Sparrow: it sank"},
		{[]string{"The campaign group “Mend Our Mill” said it sank."}, "Mend Our Mill: it sank"},
		{[]string{"A group called “Mend Our Mill” told reporters that it sank."}, "Mend Our Mill: it sank"},
		{[]string{"The weekly “Marsh Record” reported that it sank."}, "Marsh Record: it sank"},
		{[]string{"A report titled “Mills and Money” found that it sank."}, "Mills and Money: it sank"},
		{[]string{"Ito called “Mend Our Mill” a joke."}, "Ito: “Mend Our Mill”"},
	})
}

// TestAppositions is about a name behind which others are named.
func TestAppositions(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Hugh Lind, head of Lind, Bell & Sons, said it sank."}, "Hugh Lind: it sank"},
		{[]string{"Jane Lind, the chief executive of Bell, Orme and Sons, a builder, said it sank."},
			"Jane Lind: it sank"},
		{[]string{"Jane Lind, mother of the victim, Ella, said it sank."}, "Jane Lind: it sank"},
		// No table knows these names.
		{[]string{"Signe Aarvik, mother of the victim, Ella, said it sank."}, "Signe Aarvik: it sank"},
		{[]string{"Signe Aarvik, of Selby, Kent, said it sank."}, "Signe Aarvik: it sank"},
		{[]string{"Signe Aarvik, Ph.D., head of the Weir Trust, which owns it, said it sank."},
			"Signe Aarvik: it sank"},
		{[]string{"Signe Aarvik, a partner at Lind, Aas & Co., a law firm in Selby, said it sank."},
			"Signe Aarvik: it sank"},
		{[]string{"Signe “the Eel” Aarvik said it sank."}, "Signe “the Eel” Aarvik: it sank"},
		{[]string{"“It sank,” Jane Lind, the aunt of the pilot, Tom Bell, told reporters."}, "Jane Lind: “It sank,”"},
		{[]string{"Jane Lind, who lives with her husband, Carl Bell, near the mill, said it sank."},
			"Jane Lind: it sank"},
		{[]string{"On Monday, Jane Lind, whose son, Tom Bell, was hurt, said it sank."}, "Jane Lind: it sank"},
		{[]string{"Jane Lind, the mayor, left, and her spokesman, Carl Bell, said it sank."}, "Carl Bell: it sank"},
		{[]string{"When Jane Lind, the mayor, came, her aide, Carl Bell, said it sank."}, "Carl Bell: it sank"},
		{[]string{"Her spokesman, Carl Bell, a former pilot, said it sank."}, "Carl Bell: it sank"},
	})
}

// TestGapped is about words without a subject, which a relative word before the source stands for: they end with
// the relative clause.
func TestGapped(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Guards shot a man who police say was armed and who fled."}, "police: was armed"},
		{[]string{"The mill, which critics say was loud for years, called the fine a joke."},
			"critics: was loud for years"},
		{[]string{"Before a flood that officials said could come at night, the town closed two roads."},
			"officials: could come at night"},
		{[]string{"Tom hid two men who police said had drowned: Lev Orlo and Tom Veld."}, "police: had drowned"},
		{[]string{"Tom hid a mill that officials said was built in May, 1920 by Lev Orlo."},
			"officials: was built in May, 1920 by Lev Orlo"},
		{[]string{"Tom hid a man who police said had left and that he came back."},
			"police: had left and that he came back"},
	})
}

// TestMarksInWords is about marks that part no clauses: colons of times,
// hyphens at the end of a line, dashes of two hyphens.
func TestMarksInWords(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The crash happened at 3:30 p.m. on Main Street, police said."},
			"police: The crash happened at 3:30 p.m. on Main Street"},
		{[]string{"Shots were fired from 22:05 to 22:20, the army said in a statement."},
			"army: Shots were fired from 22:05 to 22:20"},
		{[]string{"It won by 2:1 in 1:04:11, and the crowd cheered at 9:45, the club said."},
			"club: It won by 2:1 in 1:04:11, and the crowd cheered at 9:45"},
		{[]string{"The notice stood at https://mill.example/a:b?c=1 for a month, the board said."},
			"board: The notice stood at https://mill.example/a:b?c=1 for a month"},
		{[]string{"The board said one thing: the mill is safe."}, "board: one thing: the mill is safe"},
		{[]string{"The mill was halted af-\nter engi-\nneers found a fault, the har-\nbour board told re-\nporters."},
			"har- bour board: The mill was halted af-\nter engi-\nneers found a fault"},
		{[]string{"“We are glad of it.” -- Len Orme, mayor"}, "Len Orme: “We are glad of it.”"},
		{[]string{"“We are glad of it.”\n\n--Len Orme, Aldwick"}, "Len Orme: “We are glad of it.”"},
	})
}

// TestBlocks is about words that stand as a paragraph behind a colon.
func TestBlocks(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Asked about the fault, Dana Lind replied:\n\nWe stopped the mill.\n\nTo this Len Orme wrote " +
			"back:\n\nNobody came."},
			"Dana Lind: We stopped the mill.; Len Orme: Nobody came."},
		{[]string{"In reply, Len Orme fired back:\n\nNobody came."}, "Len Orme: Nobody came."},
		{[]string{"To that the board answered:\n\nNobody came."}, "board: Nobody came."},
	})
}

// TestUntold is about what only looks like a credit.
func TestUntold(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The statement did not mention the engines."}, ""},
		{[]string{"She did not say what she thought of it."}, ""},
		{[]string{"The group posted last Friday."}, ""},
		{[]string{"She did not say that the mill would close."}, "-: the mill would close"},
		{[]string{"# Aboard the Osprey: “Hold on to something”"}, ""},
	})
}

// TestPutAt is about what somebody puts something at.
func TestPutAt(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Anna Lind puts the speed at “no more than a man can run”."},
			"Anna Lind: the speed at “no more than a man can run”"},
		{[]string{"The memo puts the cost of mending the wells and the worst leaks at between 3 and 4 million crowns."},
			"memo: the cost of mending the wells and the worst leaks at between 3 and 4 million crowns"},
		{[]string{"Anna Lind put the cup at the edge of the table."}, ""},
	})
}

// TestInterrupted is about credits that other words interrupt.
func TestInterrupted(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The Marsh Gazette quoted two unnamed pilots as saying that the mill had cracks."},
			"Marsh Gazette: two unnamed pilots as saying that the mill had cracks; unnamed pilots: the mill had " +
				"cracks"},
		{[]string{"The draft, dated 11 May, mentions a rate of 3 per cent."}, "draft: a rate of 3 per cent"},
		{[]string{"“Bring a pillow,” advises the railway's Otto Lind."}, "Otto Lind: “Bring a pillow,”"},
		{[]string{"The loudspeaker crackled and Anna Lind, who is master of the Osprey, said four words: “Hold on " +
			"to it.”"},
			"Anna Lind: four words: “Hold on to it.”"},
		{[]string{"Nobody aboard the Osprey was hurt, officials aboard the Osprey said."},
			"officials: Nobody aboard the Osprey was hurt"},
	})
}

// TestBearersOfOutletNames is about people whose surname is what an outlet is called
// in short: they are not credited as the outlet, nor the outlet as them.
func TestBearersOfOutletNames(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Moira Guardian, the clerk, said the mill would close. Guardian said it was old."},
			"Moira Guardian: the mill would close; Moira Guardian: it was old"},
		{[]string{"“It is old,” Guardian said. Moira Guardian, a former clerk of the board, agreed that it was late."},
			"Moira Guardian: “It is old,”; Moira Guardian: it was late"},
		{[]string{"Moira Guardian, the clerk, said the mill would close. The Guardian reported that it was old."},
			"Moira Guardian: the mill would close; The Guardian: it was old"},
		{[]string{"Fisherman Tom Post said the mill would close. Tom Post said it was old. According to Post, it " +
			"was late."},
			"Tom Post: the mill would close; Tom Post: it was old; Tom Post: it was late"},
		{[]string{"Karen Herald, 61, said the mill would close. The sluice, Herald said, was old."},
			"Karen Herald: the mill would close; Karen Herald: The sluice … was old"},
		{[]string{"Karen L. Sun, who ran the mill, said it would close. Sun wrote that it was old."},
			"Karen L. Sun: it would close; Karen L. Sun: it was old"},
		{[]string{"Marion Star reported that the mill would close. The Marion Star, a daily, said it was old."},
			"Marion Star: the mill would close; Marion Star: it was old"},
		{[]string{"Guardian said the mill would close.", "Moira Selwick, the clerk, said it was old."},
			"The Guardian: the mill would close; Moira Selwick: it was old"},
	})
}

// TestWhoOfTheSubject is about a relative clause whose object stands before the verb
// of the main clause: its subject is credited, not the object.
func TestWhoOfTheSubject(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"An official who knows several divers said the mill was old."}, "official: the mill was old"},
		{[]string{"Two officials who know the divers said the mill was old."}, "officials: the mill was old"},
		{[]string{"A lawyer who represents four nurses warned that the mill was old."}, "lawyer: the mill was old"},
		{[]string{"It was late. The driver who hit two cyclists said the mill was old."}, "driver: the mill was old"},
		{[]string{"Residents who saw the divers said the mill was old."}, "Residents: the mill was old"},
		{[]string{"A woman who works with two pilots said the mill was old."}, "woman: the mill was old"},
		{[]string{"The board sacked an official who knows the divers said the mill was old."},
			"divers: the mill was old"},
	})
}

// TestCounted is about sources that open with a number: it is neither a name nor
// part of the description.
func TestCounted(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Dozens of officials said the mill was old."}, "officials: the mill was old"},
		{[]string{"Hundreds of the workers said the mill was old."}, "workers: the mill was old"},
		{[]string{"At least four officials said the mill was old."}, "officials: the mill was old"},
		{[]string{"At least a dozen pilots said the mill was old."}, "pilots: the mill was old"},
		{[]string{"Four said the mill was old."}, "Four: the mill was old"},
	})
}

// TestFigures is about a noun that means numbers, or people of rank.
func TestFigures(t *testing.T) {
	for text, want := range map[string]stemma.SpeakerKind{
		"Senior government figures said the mill was old.":  stemma.Anonymous,
		"Leading figures in the guild said it was old.":     stemma.Anonymous,
		"Government figures showed that the mill was old.":  stemma.Document,
		"The official figures showed that the mill is old.": stemma.Document,
	} {
		if _, speakers := read(t, text); len(speakers) != 1 || speakers[0].Kind != want {
			t.Errorf("%s: %v, want one %s", text, speakers, want)
		}
	}
}

// TestPointing is about sentences that say whose the one before them is.
func TestPointing(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"The mill will close in May. That's according to Ned Veld, the miller."},
			"Ned Veld: The mill will close in May"},
		{[]string{"As Jane Pell put it, the mill is a wreck."}, "Jane Pell: the mill is a wreck"},
		{[]string{"The mill will close, per the harbour board."}, "harbour board: The mill will close"},
		{[]string{"A loaf costs more, per head of the town."}, ""},
		{[]string{"Jane Pell was quoted by the Selby Post as saying that the mill would close."},
			"Jane Pell: the mill would close"},
		{[]string{"“It sank,” Jane Pell was quoted by the Selby Post as saying."}, "Jane Pell: “It sank,”"},
		{[]string{"“It sank,” the Selby Post quoted Jane Pell as saying."},
			"Jane Pell: “It sank,”; Selby Post: Jane Pell as saying"},
		{[]string{"Forty mills have closed. That was the finding of a study by the Weir Trust."},
			"study: Forty mills have closed"},
		{[]string{"The mill will close in May. That is also the verdict of the council."},
			"council: The mill will close in May"},
		{[]string{"The mill will close in May. That was the end of a long quarrel."}, ""},
		{[]string{"Jane Pell said the mill would close. That was the view of the council."},
			"Jane Pell: the mill would close"},
		{[]string{"The mill will close in May.\n\nThat's according to Ned Veld."}, ""},
	})
}

// TestPronounSubjects is about pronouns that take up the subject of their sentence.
func TestPronounSubjects(t *testing.T) {
	testWhose(t, []whoseCase{
		{[]string{"Mayor Tom Veld left talks with Carl Bell in which he said the mill would close."},
			"Tom Veld: the mill would close"},
		{[]string{"Mayor Tom Veld wants the mill to close, he told the Gazette."},
			"Tom Veld: Mayor Tom Veld wants the mill to close"},
		{[]string{"“It sank,” said Carl Bell. Tom Veld was late, he said."},
			"Carl Bell: “It sank,”; Carl Bell: Tom Veld was late"},
		{[]string{"Standing on the pier, Signe Aarvik, a nurse, shook. “It sank,” she said."},
			"Signe Aarvik: “It sank,”"},
	})
}
