package quote_test

import "testing"

// TestUnsureRules has a sentence for each rule by which what stands in the place of a source or of
// content shows that nothing is credited there.
func TestUnsureRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"isAnybody", "The pump failed, as you know, in the night.", ""},
		{"isCitedFor", "The board closed the dock, citing a memo.", ""},
		{"isCitedFor: cited", "Ito said that it leaks, and the board cited a memo as proof.",
			"Ito | said | it leaks, and the board cited a memo as proof"},
		{"isCitedFor: who tells", "The Harrow Gazette reported that the pump failed, citing a memo.",
			"The Harrow Gazette | reported | the pump failed; a memo | citing | the pump failed"},
		{"modal", "Nurses could argue that the pump failed.", ""},
		{"isSupposed", "If Pell denies the charge that it leaks, they meet.", ""},
		{"isQualifier", "Some nurses who say they support the plan say they are tired.", ""},
		{"isOddSource", "Effectively, announcing the plan, they left.", ""},
		{"isParticiple", "Prices began rising again with nurses arguing that it helps.", ""},
		{"clauseInSource", "Tom Ash required his reporters to call nurses urging them to leave.", ""},
		{"isOddLeft: no clause", "After the storm had gone, some nurses began to leave.", ""},
		{"isOddLeft: a fragment", "Yet a day after that rebuke, Ada Pell reported to the board.", ""},
		{"isOddRight: a pointer", "If the pump failed, he would tell you that.", ""},
		{"isPointer: no to that", "In the end Ada Pell said no to that.", ""},
		{"isPointedTo", "Ada Pell echoed that message on Sunday, when she came.", ""},
		{"isPointedTo: uncertainty", "Ada Pell believes that uncertainty in the city could lead to a loss.",
			"Ada Pell | believes | uncertainty in the city could lead to a loss"},
		{"isPointedTo: a clause", "Ada Pell said that morale fell in May.", "Ada Pell | said | morale fell in May"},
		{"isFragment: while", "And while some say that it leaks, survey data shows when pumps failed.",
			"some | say | it leaks"},
		{"isOddSource: an object", "They paid a sum to silence two nurses who claim that it leaks.", ""},
		{"isFronted: behind a phrase", "On Friday, before Pell announced his plan, the crew met with Ito.",
			"Pell | announced | his plan"},
		{"isNobodys", "The mill was second in the count of the votes.", ""},
		{"isListed", "Here is what the town has to offer: a mill, a dam and a harbour.", ""},
		{"isPastClause", "Two prisoners escaped in May and officials now admit that the gate was open.", ""},
		{"outcomeEnd", "Ada Pell said that the dam leaks, sparking a debate about its age.",
			"Ada Pell | said | the dam leaks"},
		{"partedSource: citing", "The Selby Herald, citing the Marsh Institute, a think tank, said that the dam leaks.",
			"The Selby Herald | said | the dam leaks"},
		{"nounBefore: herself", "Some nurses say Tom Ash himself agreed that the dam leaks.",
			"Some nurses | say | Tom Ash himself agreed that the dam leaks; Tom Ash himself | agreed | the dam leaks"},
		{"isStub", "He said, according to the Harrow Gazette: never.", ""},
		{"isFragment: when",
			"After giving nurses hope that it would stay, Ada Pell admitted when pressed that it leaks.", ""},
		{"isOddSource: a time", "“It leaks,” said Ada Pell, at the same time acknowledging that the pump works.",
			"Ada Pell | said | “It leaks,”"},
		{"isFronted: an apposition",
			"While Ada Pell, one of the nurses, has said that the pump failed, it was new in May.",
			"Ada Pell | has said | the pump failed"},
		{"sentenceSubject: a semicolon",
			"The board added a rule; Ada Pell is a nurse and has said that the pump failed.",
			"Ada Pell | has said | the pump failed"},
		{"hasTwoObjects", "The judge denied nurses the chance of a vote.", ""},
		{"hasTwoObjects: him", "The judge denied him bail.", ""},
		{"hasTwoObjects: a charge", "The judge denied the charge of bias.", "The judge | denied | the charge of bias"},
		{"isClosedGroup", "The harbour board added 400 jobs, and left.", ""},
		{"frontedEnd", "After Pell said that it leaks, the board met in the city.", "Pell | said | it leaks"},
		{"isSupposed: asked", "Asked whether Pell denied that it leaks, the board left in anger.", ""},
		{"frontedEnd: hours after", "Hours after Pell announced that the dock closes, a ship came.",
			"Pell | announced | the dock closes"},
		{"isAside", "As Pell reported on Sunday, the pump has failed.",
			"Pell | reported | the pump has failed"},
		{"goesOn: who said it", "A pump has failed, said Ada Pell, whose board runs it.",
			"Ada Pell | said | A pump has failed"},
		{"goesOn: a circumstance", "Under the plan, Pell said, the dock closes.",
			"Pell | said | Under the plan … the dock closes"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}
