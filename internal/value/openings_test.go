package value

import (
	"reflect"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestPartsOfSentence: of each part of a sentence is read what is read of it alone, whatever was
// read of the sentence before.
func TestPartsOfSentence(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := New(pack)
	for _, words := range []string{
		"Tens of thousands may not have paid US$4m by late May, half a year after the 21st audit.",
		"Each week a few hundred of them were allegedly seen, said Ada Wren, one in five in March 1998.",
		"Is it unlikely?", "",
	} {
		report := &stemma.Report{ID: "r", Text: words}
		report.Segments = []stemma.Segment{{Kind: stemma.Paragraph, End: len(words)}}
		text := segment.Split(report, pack)
		n := len(text.Tokens)
		s := r.Sentence(text, 0, n)
		for first := range n {
			for last := first; last <= n; last++ {
				if got, want := s.Read(first, last), r.Read(text, first, last); !reflect.DeepEqual(got, want) {
					t.Errorf("%q from %d to %d: %+v, want %+v", words, first, last, got, want)
				}
			}
		}
		s.Close()
	}
}
