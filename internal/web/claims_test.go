package web

import "testing"

func TestContainsFold(t *testing.T) {
	for _, test := range []struct {
		text, word string
		want       bool
	}{
		{"The gale took Forty tiles", "forty", true}, {"The gale took Forty tiles", "tiles", true},
		{"The gale took forty tiles", "tilest", false}, {"", "a", false}, {"A", "a", true}, {"aab", "ab", true},
		{"ÉCLUSE of the mill", "écluse", true}, {"the écluse", "mill", false}, {"on 3 May", "3", true},
		{"\xff\xc3 Mill", "mill", true}, {"Straße", "straß", true}, {"C1A2", "c1a2", true},
	} {
		if got := containsFold(test.text, test.word); got != test.want {
			t.Errorf("%q in %q: %v", test.word, test.text, got)
		}
	}
}
