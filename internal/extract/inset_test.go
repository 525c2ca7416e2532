package extract

import (
	"strings"
	"testing"

	"stemma"
)

// TestInsets: a box about a name that has run into a sentence is furniture: what stands in
// [[ ]] is told by the second line.
func TestInsets(t *testing.T) {
	e := allTongues(t)
	for _, text := range []string{
		"Keeper Ada Wren [[Ada Lund WrenKeeper leaves mill Mill shut MORE]] left the tide mill on Monday, the " +
			"council said.",
		"Keeper Ada Wren [[Ada Lund WrenMORE]] left the tide mill on Monday, and Bo Ek [[Bo (Bob) Ek 'No more " +
			"eels,' says Ek MORE]] (Selmouth) took it over.",
		"Keeper Ada Wren’s [[Ada Lund WrenKeeper leaves mill MORE]] tide mill was shut on Monday, the harbour " +
			"council said.",
		"The council wants MORE of the keeper, Ada Wren, than she can do, Ada Wren said on Monday in Selmouth.",
		"Ada Wren said that Ada Wren wants MORE of the harbour council, which met on Monday in Selmouth.",
	} {
		want := text
		text = strings.NewReplacer("[[", "", "]]", "").Replace(text)
		r, err := e.Extract(stemma.Capture{Input: "a.txt", Media: stemma.PlainText, SHA256: "0123456789abcdef",
			Data: []byte("Keeper leaves tide mill\n\n" + text + "\n\n" + strings.Repeat("The mill is old. ", 20))})
		if err != nil {
			t.Fatal(err)
		}
		got, at := "", strings.Index(r.Text, text)
		for _, s := range r.Segments {
			if s.Start < at || s.End > at+len(text) {
				continue
			}
			piece := r.Text[s.Start:s.End]
			if s.Kind == stemma.Boilerplate {
				piece = "[[" + piece + "]]"
			}
			got += " " + piece
		}
		if strings.Contains(text, "MORE") && strings.TrimSpace(got) != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func FuzzInsets(f *testing.F) {
	f.Add("Keeper Ada Wren Ada Lund WrenKeeper leaves mill MORE left")
	f.Add("Ek EkMOREMORE Ek Ek MORE")
	e := allTongues(f)
	f.Fuzz(func(t *testing.T, line string) {
		last := 0
		for _, r := range insetsIn(e.x, line) {
			if r[0] < last || r[1] <= r[0] || r[1] > len(line) {
				t.Fatalf("%q: %v", line, r)
			}
			last = r[1]
		}
	})
}
