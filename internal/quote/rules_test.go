package quote_test

import (
	"strings"
	"testing"
)

// TestCueRules has a sentence for each rule by which a form is a verb that
// credits, or is none.
func TestCueRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"inName", "They met at Harbour Reports on Monday.", ""},
		{"isNoun", "Two reports of leaks were lost.", ""},
		{"isNoun: governs a clause", "The Harbour Gazette reports that the bridge is unsafe.",
			"The Harbour Gazette | reports | the bridge is unsafe"},
		{"isFirstOfCompound", "The mayor knows report writers.", ""},
		{"isDescribed", "A string of late-night tweets targeting the mayor were lost.", ""},
		{"isDescribed: anonymous", "The court heard anonymous claims that the pump failed.",
			"- | claims | the pump failed"},
		{"isSeveral", "They met several states that did not sign.", ""},
		{"isWhatDid", "Two of the mayor's tweets that shared the picture were lost.", ""},
		{"isHandled", "She left the town without making promises to mend it.", ""},
		{"isUndone", "The board moved to quell protests that spread.", ""},
		{"isCalled: only now heard of", "They met a diver named Ada Pell.", ""},
		{"isCalled: an object", "The board banned the film called “Tides” on Monday.", ""},
		{"isCalled: a subject", "A diver called Ada Pell a liar.", "A diver | called | Ada Pell a liar"},
		{"isCompared", "Forty bridges, compared with eight in May, are safe.", ""},
		{"agent: by what means", "Ada Pell said by telephone that the pump failed.",
			"Ada Pell | said by telephone | the pump failed"},
		{"isCompared: an object", "The mayor compared them with lifeboats.",
			"The mayor | compared | them with lifeboats"},
		{"isTime", "“Pumps fail,” Ada Ito, a diver, wrote last week after the storm.",
			"Ada Ito | wrote | “Pumps fail,”"},
		{"nounEnd: but", "Pell denied the theft, but the board sacked him.", "Pell | denied | the theft"},
		{"nounEnd: a conjunction", "Pell denied the theft, though the board had sacked him.",
			"Pell | denied | the theft"},
		{"nounEnd: a main clause", "Even as they lament the noise, they make it.", "they | lament | the noise"},
		{"nounEnd: an apposition", "Pell said the pump, an old one, was safe.",
			"Pell | said | the pump, an old one, was safe"},
		{"nounEnd: a clause", "Pell said the pump is old, but the valve is safe.",
			"Pell | said | the pump is old, but the valve is safe"},
		{"isPaired", "Pell blamed not the pump, but the valve.", "Pell | blamed | not the pump, but the valve"},
		{"isBaseVerb: a noun", "Pell may have appeal to nurses that Ito cannot match.", ""},
		{"withBracket", "Sen. Ada Pell (D., Conn.), a member of the board, said that it leaks.",
			"Sen. Ada Pell (D., Conn.) | said | it leaks"},
		{"isAffiliation", "“It leaks,” Rep. Ada Pell, D-Conn., a board member, told reporters.",
			"Rep. Ada Pell | told | “It leaks,”"},
		{"contentStart: a programme", "“It leaks,” Pell told NBC's “Morning Tide.”", "Pell | told | “It leaks,”"},
		{"isTime: and", "Ito wrote that the pump failed and late Monday said that it leaked.",
			"Ito | wrote | the pump failed; Ito | said | it leaked"},
		{"nearestNoun: who", "They paid a fine for a nurse who said that the pump failed.",
			"a nurse | said | the pump failed"},
		{"nearestNoun: that", "They sat near to a report that said that the pump failed.",
			"a report | said | the pump failed"},
		{"nearestNoun: of", "They met a group of nurses who said that the pump failed.",
			"a group of nurses | said | the pump failed"},
		{"isThirdVerb: an owner", "The harbour's reports were lost.", ""},
		{"isThirdVerb", "Ito says that the pump failed.", "Ito | says | the pump failed"},
		{"isPastVerb: an article", "The reported leak was small.", ""},
		{"isPastVerb: a number of things", "Three reported leaks were small.", ""},
		{"alone", "Some said that the pump failed.", "Some | said | the pump failed"},
		{"isAttribute: by", "A letter cited by the mayor was lost.", ""},
		{"isBaseNoun", "The report was lost.", ""},
		{"isBaseVerb: a modal", "Officials may say: “It leaks.”", "Officials | may say | “It leaks.”"},
		{"isBaseVerb: a plural", "Officials say that the pump failed.", "Officials | say | the pump failed"},
		{"growOver: since", "Ito has since said that the pump failed.", "Ito | has since said | the pump failed"},
		{"growOver: both", "They have both said that the pump failed.", "They | have both said | the pump failed"},
		{"growOver: a governing verb", "Ito went on to say that the pump failed.",
			"Ito | went on to say | the pump failed"},
		{"growOver: denied", "Ito did not say that the pump failed.", "Ito | did not say | the pump failed"},
		{"noteAuxiliary: passive", "The pump was said to have failed.", "- | was said | The pump … to have failed"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

// TestSourceRules has an expression for each rule by which it is told what it
// names and how many.
func TestSourceRules(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		low, high  int
		kind       string
	}{
		{"counted", "Four officials said that the pump failed.", 4, 4, "anonymous"},
		{"counted: at least", "At least four officials said that the pump failed.", 4, 0, "anonymous"},
		{"countWord: several", "Several officials said that the pump failed.", 3, 0, "anonymous"},
		{"countWord: a few", "A few officials said that the pump failed.", 3, 0, "anonymous"},
		{"countWord: a", "An official said that the pump failed.", 1, 1, "anonymous"},
		{"isCrowd", "Officials said that the pump failed.", 2, 0, "anonymous"},
		{"countOf: and", "Two officials and a diver said that the pump failed.", 3, 3, "anonymous"},
		{"ends: a relative clause", "An official, who spoke on Friday, said that the pump failed.", 1, 1, "anonymous"},
		{"endsHeaded: of", "An official of two ministries said that the pump failed.", 1, 1, "anonymous"},
	} {
		_, speakers := read(t, c.text)
		if len(speakers) != 1 || speakers[0].Count.Min != c.low || speakers[0].Count.Max != c.high ||
			string(speakers[0].Kind) != c.kind {
			t.Errorf("%s: %s: %+v", c.rule, c.text, speakers)
		}
	}
}

// TestGroupRules has a sentence for each rule by which the noun group that a cue
// credits begins and ends, and its content begins.
func TestGroupRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"opensPart: of", "The old pump failed in the night, one of the officers said.",
			"one of the officers | said | The old pump failed in the night"},
		{"walkLeft: a reflexive", "The old pump failed in the night, Pell himself said.",
			"Pell himself | said | The old pump failed in the night"},
		{"stepLeft: joined", "Anna Bell and Tom Pell said that the pump failed.",
			"Anna Bell and Tom Pell | said | the pump failed"},
		{"mayInvert", "“It was the pump,” said the mayor on Friday.", "the mayor | said | “It was the pump,”"},
		{"isInvertedSubject: a number of words", "The mayor said four words: “It was the pump.”",
			"The mayor | said | four words: “It was the pump.”"},
		{"afterColon", "The mayor said: the pump failed.", "The mayor | said | the pump failed"},
		{"afterComma: an insertion", "The mayor said, after the vote, that the pump failed.",
			"The mayor | said | the pump failed"},
		{"afterComma: a quotation", "The mayor said, “It was the pump.”", "The mayor | said | “It was the pump.”"},
		{"infinitiveStart", "The mayor vowed to mend the pump.", "The mayor | vowed | to mend the pump"},
		{"ties", "The mayor warned of a leak.", "The mayor | warned of | a leak"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

// allShown gives the attributions of a text in a line, without their kinds.
func allShown(t *testing.T, text string) string {
	t.Helper()
	attributions, _ := read(t, text)
	var all []string
	for _, a := range attributions {
		_, shown, _ := strings.Cut(show(a), ": ")
		all = append(all, shown)
	}
	return strings.Join(all, "; ")
}

// TestTogether has an expression for each rule by which several people are one source.
func TestTogether(t *testing.T) {
	for _, c := range []struct {
		rule, text, name string
		count            int
	}{
		{"and", "Tom Ash and Anna Pell said the pump failed.", "Tom Ash and Anna Pell", 2},
		{"behind the cue", "“It leaks,” said Tom Ash and Anna Pell.", "Tom Ash and Anna Pell", 2},
		{"an office", "President Tom Ash and former governor Anna Pell said it leaks.", "Tom Ash and Anna Pell", 2},
		{"both", "Both Tom Ash and Anna Pell said the pump failed.", "Tom Ash and Anna Pell", 2},
		{"a surname", "Ash and Pell said the pump failed. Tom Ash left.", "Tom Ash and Pell", 2},
		{"an office of two", "Trade and Works Minister Tom Ash said the pump failed.", "Tom Ash", 1},
		{"two offices", "Harbour adviser and former mayor Tom Ash said the pump failed.", "Tom Ash", 1},
		{"a tie", "A friend of Tom Ash and Anna Pell said the pump failed.", "friend of Tom Ash", 1},
		{"a noun", "The Ash and Pell teams said the pump failed.", "Ash and Pell teams", 1},
		{"others", "Tom Ash and other Harbour officials said the pump failed.",
			"Tom Ash and other Harbour officials", 3},
		{"a pair", "Tom Ash left. Ash and the mayor said the pump failed.", "Ash and the mayor", 2},
		{"a pair: one", "The director and actor Tom Ash said the pump failed.", "Tom Ash", 1},
		{"people", "Tom Ash and Democrats said the pump failed.", "Tom Ash", 1},
	} {
		_, speakers := read(t, c.text)
		if len(speakers) != 1 || speakers[0].Name != c.name || speakers[0].Count.Min != c.count {
			t.Errorf("%s: %s\n got %+v", c.rule, c.text, speakers)
		}
	}
}

// TestTogetherIsNobody takes two people together for neither "he" nor "she", but for
// "they".
func TestTogetherIsNobody(t *testing.T) {
	_, speakers := read(t, "Tom Ash and Anna Pell said the pump failed. They said it leaks. He said it broke.")
	for _, s := range speakers {
		if s.Name == "Tom Ash and Anna Pell" && s.Count.Max == 2 {
			continue
		}
		if s.Count.Max != 1 {
			t.Errorf("got %+v", s)
		}
	}
}

// TestNameRules has a name for each rule by which its parts are told.
func TestNameRules(t *testing.T) {
	for _, c := range []struct{ rule, text, name string }{
		{"isLowerPart", "Harbour lawmaker Sun Mi-rae said the pump failed.", "Sun Mi-rae"},
		{"isLowerPart: a word", "President Sun Mi-in said the pump failed.", "Sun Mi-in"},
		{"isLowerPart: no name", "The Tom Ash-era rules said the pump failed.", "Tom Ash-era rules"},
		{"particlesAt: a hyphen", "Harbour adviser Sami al-Tawil said the pump failed.", "Sami al-Tawil"},
		{"reporterOf", "NPR's Dara Ritter said the pump failed.", "Dara Ritter"},
		{"reporterOf: a programme", "NPR's Turning Point said the pump failed.", "NPR's Turning Point"},
		{"reporterOf: no outlet", "Tom Ash's Blue Pump said the bridge leaks.", "Tom Ash's Blue Pump"},
	} {
		_, speakers := read(t, c.text)
		if len(speakers) != 1 || speakers[0].Name != c.name {
			t.Errorf("%s: %s\n got %+v", c.rule, c.text, speakers)
		}
	}
}

// TestAccess has a sentence for each way to say to whom a source spoke, in The Marsh Lantern.
func TestAccess(t *testing.T) {
	for _, c := range []struct {
		text, receiver string
		own            bool
	}{
		{"In an interview with the Lantern, Tom Ash said it leaks.", "the Lantern", true},
		{"Tom Ash said in an interview with the Selby Post last week that it leaks.", "the Selby Post", false},
		{"Tom Ash, in a brief phone interview with the Lantern, said it leaks.", "the Lantern", true},
		{"Speaking to the Selby Post on Monday, Tom Ash said it leaks.", "the Selby Post", false},
		{"Tom Ash said an interview with the Selby Post was called off.", "", false},
		{"After an interview with the Selby Post, Tom Ash said it leaks.", "", false},
		{"The Selby Post, in an interview with Tom Ash, reported that it leaks.", "", false},
	} {
		found, _ := read(t, c.text)
		if len(found) != 1 {
			t.Errorf("%s\n got %d attributions", c.text, len(found))
			continue
		}
		got := ""
		if found[0].Receiver != nil {
			got = found[0].Receiver.Text
		}
		if got != c.receiver || found[0].Own != c.own {
			t.Errorf("%s\n got %q, own %v", c.text, got, found[0].Own)
		}
	}
}
