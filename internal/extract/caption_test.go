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
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	x := newLexicon([]*language.Pack{pack})
	for _, test := range tests {
		u := unit{text: test.line}
		(&judge{lexicon: x}).unit(&u, false)
		if u.kind != test.want {
			t.Errorf("%s: %s", test.name, u.kind)
		}
	}
}
