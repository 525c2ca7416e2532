package value

import (
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// TestReadIsAllOfThem: what is read at once is what is read one by one.
func TestReadIsAllOfThem(t *testing.T) {
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
		read := r.Read(text, 0, n)
		hedges := r.Hedges(text, 0, n)
		if len(read.Values) != len(r.Values(text, 0, n)) || len(read.Hedges) != len(hedges) ||
			read.Certainty != r.Certainty(text, 0, n) || read.Polarity != r.Polarity(text, 0, n) {
			t.Errorf("%q: %+v", words, read)
		}
		if words != "" && words[len(words)-1] == '.' && (len(read.Values) < 3 || len(hedges) == 0) {
			t.Errorf("%q: %d values, %d hedges", words, len(read.Values), len(hedges))
		}
	}
}
