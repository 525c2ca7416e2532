package quote_test

import "testing"

// TestCrowdRules has a text for each rule by which people who are not named are told apart
// and counted: what the speaker of its last attribution is called, and how many that is.
func TestCrowdRules(t *testing.T) {
	for _, c := range []struct {
		rule, text, name string
		kind             string
		least, most      int
	}{
		{"isShare: a part", "62 percent of nurses said that the pump failed.", "62 percent of nurses",
			"anonymous", 2, 0},
		{"isShare: of ten", "Six in 10 said that the pump failed.", "Six in 10", "anonymous", 2, 0},
		{"isShare: alone", "Most said that the pump failed.", "Most", "anonymous", 2, 0},
		{"isShare: a noun", "Most nurses said that the pump failed.", "nurses", "anonymous", 3, 0},
		{"someOf", "Six divers came. Some said that the pump failed.", "Some", "anonymous", 2, 0},
		{"someOf: all of them", "Six divers told of it. They said that the pump failed.", "divers", "anonymous", 6, 6},
		{"isSecondRole", "The founder and longtime leader of Marsh Divers said that the pump failed.",
			"founder", "person", 1, 1},
		{"isSecondRole: kin", "The mother and daughter said that the pump failed.",
			"mother and daughter", "anonymous", 2, 2},
		{"isPart: an order", "The third diver said that the pump failed.", "third diver", "anonymous", 1, 1},
		{"parse: an owner", "Mayor Ada Pell came. They heard the mayor's claim that the pump failed.",
			"Ada Pell", "person", 1, 1},
		{"canOwn", "They doubt the truth of Ada Pell's claim that the pump failed.", "Ada Pell", "person", 1, 1},
		{"endsInCrowd", "Six Democrats said that the pump failed.", "Democrats", "anonymous", 6, 6},
		{"isSecondRole: an article", "A nurse and a diver said that the pump failed.", "nurse and a diver",
			"anonymous", 2, 2},
	} {
		attributions, speakers := read(t, c.text)
		if len(attributions) == 0 {
			t.Errorf("%s: %s: nobody", c.rule, c.text)
			continue
		}
		last := attributions[len(attributions)-1]
		for _, s := range speakers {
			if s.ID != string(last.Speaker) {
				continue
			}
			if s.Name != c.name || string(s.Kind) != c.kind || s.Count.Min != c.least || s.Count.Max != c.most {
				t.Errorf("%s: %s\n got %+v", c.rule, c.text, s)
			}
		}
	}
}

// TestDoubts has a sentence for each rule by which what cannot speak, as far as is known,
// is credited with nothing.
func TestDoubts(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a thing", "The slowdown in deaths encouraged firms to reopen.", ""},
		{"a thing that shows", "Pell's nomination proves that politics surprises.", ""},
		{"a trade that says", "The oil industry says that the pump failed.",
			"The oil industry | says | the pump failed"},
		{"several", "Hacking enthusiasts say that the pump failed.", "Hacking enthusiasts | say | the pump failed"},
		{"according to", "According to the chamber's parliamentarian, the pump failed.",
			"the chamber's parliamentarian | According to | the pump failed"},
		{"isNobody", "No official said that the pump failed, and none of them says so.", ""},
		{"isNobody: no one", "No one said that the pump failed.", ""},
		{"isNoSource", "The history of such a pump says that the pump failed.", ""},
		{"isNoSource: a quotation", "His search for a pump in the harbour read “No more pumps.”",
			"- | read | “No more pumps.”"},
		{"isPlainNoun", "The purser said that the pump failed.", "The purser | said | the pump failed"},
		{"isPlainNoun: a quotation", "The third line read “No more pumps.”",
			"The third line | read | “No more pumps.”"},
		{"a quotation", "The banner read “No more pumps.”", "The banner | read | “No more pumps.”"},
	} {
		if got := allShown(t, c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, got, c.want)
		}
	}
}
