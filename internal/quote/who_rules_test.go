package quote_test

import (
	"testing"

	"stemma"
)

// TestPersonRules has a text for each rule by which it is told whom a source means: what
// the speaker of its last attribution is called.
func TestPersonRules(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"isBearersMonth: a given name", "Prime Minister Theresa May said that the pump failed.", "Theresa May"},
		{"isBearersMonth: a title", "Mr. May said that the pump failed.", "May"},
		{"isBearersMonth: a verb", "Theresa May has left. May said that the pump failed.", "Theresa May"},
		{"isApposed", "Orvo Dunn, a marine engineer, came on Friday. The engineer said that the pump failed.",
			"Orvo Dunn"},
		{"isApposed: a place", "Ada Pell of New Tarn, a lawyer, came. She said that the pump failed.", "Ada Pell"},
		{"roleStart", "Fire chief Ada Pell came on Friday. The fire chief said that the pump failed.", "Ada Pell"},
		{"countPart: the head", "Police chief Ada Pell came. The police chief said that the pump failed.", "Ada Pell"},
		{"written", "Rep. Ada Pell came on Friday. The congresswoman said that the pump failed.", "Ada Pell"},
		{"holdsAnother", "Lt. Gov. Ada Pell came on Friday. The governor said that the pump failed.", "governor"},
		{"holdsAnother: who serves him",
			"Ada Pell, counselor to the mayor, came. The mayor said that the pump failed.", "mayor"},
		{"leadingHolder: abroad", "President Ada Pell met Irish President Tom Veld. Pell and Veld ate. The president " +
			"said that the pump failed.", "Ada Pell"},
		{"leadingHolder: named most", "President Ada Pell came. Pell saw the mill of President Tom Veld. Pell " +
			"left on Friday. The president said that the pump failed.", "Ada Pell"},
		{"leadingHolder: nobody leads",
			"Mayor Ada Pell of Selby met Mayor Tom Veld of Tarn. The mayor said that the pump failed.", "mayor"},
		{"speakerFrom", "“The pump is old,” Sen. Ada Pell said. “It failed,” the Selby Republican said.", "Ada Pell"},
		{"isOfMany", "“The pump is old,” President Ada Pell said. “It failed,” the Selby Republican said.",
			"Selby Republican"},
		{"speakerFrom: nobody", "“It failed,” the Selby Republican said.", "Selby Republican"},
		{"isOfBody", "Ada Pell came. The Justice Department said that the pump failed.", "Justice Department"},
		{"isInitial", "House Speaker Ostric A. Pellow said that the pump failed.", "Ostric A. Pellow"},
		{"whip", "House Majority Whip Ostric Pellow said that the pump failed.", "Ostric Pellow"},
		{"isSyllabic", "President Sun Mi-rae and Pell Qi-rin came. Mr. Sun said that the pump failed.", "Sun Mi-rae"},
		{"isCalledByFirst", "President Tan Qiveng came on Friday. Tan said that the pump failed.", "Tan Qiveng"},
		{"isCalledByFirst: of three", "Kim Qi Veng, the mayor, came with Duyeon Kim. Kim said that the pump failed.",
			"Kim Qi Veng"},
		{"isCalledByFirst: the last stands alone",
			"President Tan Qiveng came. Qiveng left. Tan said that the pump failed.", "Tan"},
		{"sharesFirst", "Mayor Tan Qiveng and Mayor Tan Olveng came. Tan said that the pump failed.", "Tan"},
		{"isNamedBelow", "# President Tan Qiveng\n\nTan said that the pump failed.", "Tan"},
		{"mostInFull", "Mayor Sun Mi-rae and Dr. Sun Qi-rin came. Mayor Sun Mi-rae left. Sun said that it failed.",
			"Sun Mi-rae"},
		{"mostInFull: not the first",
			"Mayor Sun Qi-rin and Dr. Sun Mi-rae came. Dr. Sun Mi-rae left. Sun said that it failed.", "Sun"},
		{"isSyllable", "Kim Qi-un came. Kim Qi-un said that the pump failed.", "Kim Qi-un"},
		{"isOwnPerson", "Dr. Ada Pell came on Friday. His doctor said that the pump failed.", "doctor"},
		{"isPaper", "Ned Mirror, a diver, came on Friday. The Mirror reported that the pump failed.", "Mirror"},
		{"isPlace", "Ada Pell came to speak in Tarnwick. Tarnwick, on the coast, has two pumps. She said that " +
			"the pump failed.", "Ada Pell"},
		{"isPeople", "Ada Pell came with Tom on Friday. Her husband said that the pump failed.", "husband"},
	} {
		attributions, speakers := read(t, c.text)
		if len(attributions) == 0 || len(speakers) == 0 {
			t.Errorf("%s: %s: nobody", c.rule, c.text)
			continue
		}
		last := attributions[len(attributions)-1]
		for _, s := range speakers {
			if s.ID == string(last.Speaker) && s.Name != c.want {
				t.Errorf("%s: %s\n got %q\nwant %q", c.rule, c.text, s.Name, c.want)
			}
		}
	}
}

// TestSpeakerKinds has a text for each rule by which it is told what its only speaker is.
func TestSpeakerKinds(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		want       stemma.SpeakerKind
	}{
		{"endsInOne", "“It failed,” the Selby Republican said.", stemma.Anonymous},
		{"isGoverning: a country of two words", "North Korea said that the pump failed.", stemma.Organisation},
		{"isGoverning: a state", "Kentucky said that the pump failed.", stemma.Organisation},
	} {
		if _, speakers := read(t, c.text); len(speakers) != 1 || speakers[0].Kind != c.want {
			t.Errorf("%s: %s: got %v, want %v", c.rule, c.text, speakers, c.want)
		}
	}
}
