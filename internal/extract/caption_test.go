package extract

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
)

// TestGallery: the captions of a row of pictures are no prose, however long
// they are together.
func TestGallery(t *testing.T) {
	long := strings.Repeat("The wheel of the mill at Tarn Hollow turned for nine days, and nobody came to stop it. ",
		20)
	tests := []struct {
		name, line string
		want       stemma.SegmentKind
	}{
		{"a label at each picture", "Photos: The mill Photos: The mill at night " + long, stemma.Caption},
		{"the number of a picture", "The mill at night. Hide Caption 1 of 12 " + long, stemma.Caption},
		{"a few words", "Photos: The mill at night", stemma.Caption},
		{"one label", "Photos: " + long, stemma.Paragraph},
		{"prose", long, stemma.Paragraph},
	}
	for _, test := range tests {
		if got := kindOf(t, test.line); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

// TestPartyIsNoPlace: a party behind a name is not where somebody stands in a picture, whatever the
// tables of other languages say.
func TestPartyIsNoPlace(t *testing.T) {
	for line, want := range map[string]stemma.SegmentKind{
		"It rained. Rep. Ada Pell (R) of Ohio said that the ferry runs again.":  stemma.Paragraph,
		"Rep. Ada Pell (L) and Tom Veld (R) said that the ferry runs again.":    stemma.Paragraph,
		"Ada Pell (right) with Tom Veld at the pier":                            stemma.Caption,
		"Ada Pell (r.) mit Tom Veld am Kai":                                     stemma.Caption,
		"Media playback is unsupported on your device Media caption Veld's day": stemma.Caption,
		"( Also on POLITICO: Rubio, Paul to be at a party meeting of the tea)":  stemma.Boilerplate,
	} {
		if got := kindOf(t, line); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// kindOf is what a line is read as, by the tables of two languages.
func kindOf(t *testing.T, line string) stemma.SegmentKind {
	t.Helper()
	var packs []*language.Pack
	for _, lang := range []string{"en", "de"} {
		pack, err := language.Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, pack)
	}
	u := unit{text: line}
	(&judge{lexicon: newLexicon(packs)}).unit(&u, false)
	return u.kind
}
