package quote_test

import (
	"strings"
	"testing"
)

// TestFormRules has a sentence for each rule by which a word's form, or what stands behind it,
// shows what it is.
func TestFormRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"classifyUnknown", "A co-owner said that the pump failed.",
			"A co-owner | said | the pump failed"},
		{"classifyByForm: an adverb", "Ito flatly said that the pump failed.",
			"Ito | flatly said | the pump failed"},
		{"classifyByForm: denied", "Ito hadn't said that the pump failed.",
			"Ito | hadn't said | the pump failed"},
		{"hasObject", "Campaign reports show that the pump failed.",
			"Campaign reports | show | the pump failed"},
		{"showsPlural", "Officials say pumps failed.",
			"Officials | say | pumps failed"},
		{"isHalfVerb", "Asked by the board, Ito said that the pump failed.",
			"Ito | said | the pump failed"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

// TestKindRules has a sentence for each rule by which it is told what bears a name, and what a
// description is called: the kind and name of the last speaker.
func TestKindRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"endsLikeOutlet", "Selby Gazette reported that the pump failed.",
			"outlet Selby Gazette"},
		{"behindDay", "According to Monday's NBC News report, the pump failed.",
			"outlet NBC News"},
		{"isDate", "A separate Jan. 24 analysis found that the pump failed.",
			"document separate Jan. 24 analysis"},
		{"behindDay: a paper", "Friday's indictment said that the pump failed.",
			"document indictment"},
		{"isPlatform", "Facebook said that the pump failed.",
			"organisation Facebook"},
		{"isGoverning", "Washington said that the pump failed.",
			"organisation Washington"},
		{"acronym", "NPRB said that the pump failed.",
			"organisation NPRB"},
		{"opensClause", "The diver, who left, said that the pump failed.",
			"anonymous diver"},
		{"ownedOutlet", "Selby's semiofficial Harbour News Agency said that the pump failed.",
			"outlet Harbour News Agency"},
		{"isBodysOffice", "Department of Homeland Security Secretary Ada Pell said that the pump failed.",
			"person Ada Pell"},
		{"isOneOfMany", "A New Selby Republican said that the pump failed.",
			"anonymous New Selby Republican"},
		{"opensPlace", "The diver on the pier said that the pump failed.",
			"anonymous diver"},
	} {
		_, speakers := read(t, c.text)
		got := ""
		for _, s := range speakers {
			got = string(s.Kind) + " " + s.Name
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}

// TestSubjectRules has a text for each rule by which it is told what the sentence before a
// pronoun is about: the speakers of the text.
func TestSubjectRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"byName", "Ada Pell met the board. She said that the pump failed.",
			"Ada Pell"},
		{"isNamedBehind", "Tom Ash came on Monday. Jan Pell met the board. He said that Pell knew of the leak.",
			"Tom Ash"},
		{"isThirdPerson", "Ada Pell came on Monday. She met the board. She said that the pump failed.",
			"Ada Pell"},
		{"isNoSubject: we", "Ada Pell came. We met the board. She said that the pump failed.",
			"Ada Pell"},
		{"isNoSubject: a preposition", "Ada Pell came. On Friday the board met. She said that the pump failed.",
			"Ada Pell"},
		{"behindFront: a phrase", "Ada Pell came. In a talk, Eva Ito met the board. She said that the pump failed.",
			"Eva Ito"},
		{"behindFront: a clause", "Ada Pell came. Though we left, Eva Ito stayed. She said that the pump failed.",
			"Eva Ito"},
		{"behindFront: a place", "Ada Pell came. In Selby, Ohio, Eva Ito stayed. She said that the pump failed.",
			"Eva Ito"},
		{"uptoVerb", "Eva Ito left. Ada Pell came. Ito refused to meet the board. She said that the pump failed.",
			"Eva Ito"},
		{"back: they", "Divers said that it sank. Some nurses oppose what they say is a leak.",
			"Divers; nurses"},
		{"subjectIn: a participle", "Ada Pell came. Addressing supporters, she left. “It leaks,” she said.",
			"Ada Pell"},
		{"timesBefore: a day", "The Marsh Gazette, which on 12 June told of a leak, is a weekly.", "Marsh Gazette"},
		{"timesBefore: in a relative clause", "Ada Pell, who on Wednesday announced that it leaks, left.", "Ada Pell"},
		{"calledBehind", "“It leaks,” said Ivo Dunn. The mayor, Ned Ito, declined. In a note he said that it failed.",
			"Ivo Dunn; Ned Ito"},
		{"calledBehind: after others", "Nurses said it leaks. An officer, Ned Ito, left. In a note he said it failed.",
			"Nurses; Ned Ito"},
		{"calledBehind: hers", "Her son, Robin, came. “It leaks,” she said.", ""},
		{"subjectIn: they", "They left on Monday. “It leaked,” he said.", ""},
		{"pronoun: you", "Marsh Bank said that it closed. You insist that it leaks.", "Marsh Bank"},
		{"isSeen", "The report was read on Friday. It said that the pump failed.",
			"report"},
	} {
		_, speakers := read(t, c.text)
		var got []string
		for _, s := range speakers {
			got = append(got, s.Name)
		}
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, have, c.want)
		}
	}
}

// TestGermanPhraseRules has a sentence for each rule by which a German clause is told and a noun
// phrase begins and ends.
func TestGermanPhraseRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"isAttribute", "Die alte Leiterin sagte, die Brücke sei sicher.",
			"alte Leiterin = Die alte Leiterin | sagte | die Brücke sei sicher"},
		{"isCapitalised", "Leiterin Iris Kolb sagte, die Brücke sei sicher.",
			"Iris Kolb = Leiterin Iris Kolb | sagte | die Brücke sei sicher"},
		{"tied: a genitive", "Die Leiterin der Werft sagte, die Brücke sei sicher.",
			"Leiterin = Die Leiterin der Werft | sagte | die Brücke sei sicher"},
		{"tied: von", "Der Leiter von drei Werften sagte, die Brücke sei sicher.",
			"Leiter von drei Werften = Der Leiter von drei Werften | sagte | die Brücke sei sicher"},
		{"withSecond", "Iris Kolb und Hans Moos sagten, die Brücke sei sicher.",
			"Iris Kolb und Hans Moos = Iris Kolb und Hans Moos | sagten | die Brücke sei sicher"},
		{"behindConjunctions", "Kolb sagte, dass die Brücke alt sei und dass sie bald falle.",
			"Kolb = Kolb | sagte | dass die Brücke alt sei und dass sie bald falle"},
		{"isRelative", "Der Leiter, der am Kai stand, sagte, die Brücke sei sicher.",
			"Leiter = Der Leiter | sagte | die Brücke sei sicher"},
		{"ownedBehind: a genitive", "Nach Angaben der Polizei ist die Brücke sicher.",
			"Polizei = Angaben der Polizei | Nach | ist die Brücke sicher"},
		{"ownedBehind: von", "Nach Angaben von Fischern ist die Brücke sicher.",
			"Fischern = Angaben von Fischern | Nach | ist die Brücke sicher"},
		{"viewAt: a possessive", "Seinen Worten nach ist die Brücke sicher.",
			"Seinen Worten | nach | ist die Brücke sicher"},
		{"isBodysName", "Das Auswärtige Amt sagte, die Brücke sei sicher.",
			"Auswärtige Amt = Das Auswärtige Amt | sagte | die Brücke sei sicher"},
		{"isBodysName: a compound", "Inselpost berichtete, die Brücke sei sicher.",
			"Inselpost = Inselpost | berichtete | die Brücke sei sicher"},
	} {
		attributions, speakers := readGerman(t, c.text)
		var got []string
		for _, a := range attributions {
			_, shown, _ := strings.Cut(show(a), ": ")
			for _, s := range speakers {
				if s.ID == string(a.Speaker) {
					shown = s.Name + " = " + shown
				}
			}
			got = append(got, shown)
		}
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, have, c.want)
		}
	}
}
