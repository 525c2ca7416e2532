package assess

import (
	"testing"

	"stemma/internal/language"
)

// TestGermanOffices: who speaks for a body by the tables of German, often in one word.
func TestGermanOffices(t *testing.T) {
	pack, err := language.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	for descriptor, want := range map[string]bool{
		"Polizeisprecherin": true, "Sprecher der Stadt Hasle": true, "Leiter des Bauamts": true,
		"Verkehrsministerin": true, "Oberstaatsanwältin": true, "zweiter Vorsitzender": true,
		"Bäckerin aus Hasle": false, "Fischer": false, "eine Zeugin": false, "Lehrerin": false,
	} {
		if got := hasEntry(pack.Table("offices"), descriptor); got != want {
			t.Errorf("%s holds an office: %v", descriptor, got)
		}
	}
}

// TestGermanTies: what ties a witness to somebody else by the tables of German.
func TestGermanTies(t *testing.T) {
	pack, err := language.Load("de")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]bool{
		"Una Moos, geborene Wrede, sagte": true, "ihre Schwägerin sagte": true, "ihr Stiefbruder sagte": true,
		"der für die Firma im Namen aller": true, "Regierungssprecherin Una Moos sagte": true,
		"Una Moos, eine Fischerin, sagte": false, "sagte dem Boten am Montag": false,
	} {
		if got := phrasesOf(pack.Table("ties")).stand(wordsBeside(words)); got != want {
			t.Errorf("%s ties: %v", words, got)
		}
	}
}
