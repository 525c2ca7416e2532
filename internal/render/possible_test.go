package render

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// TestPossibleDescents: they are named apart from the tree, a pair once, and
// never those of a witness that the story does not have.
func TestPossibleDescents(t *testing.T) {
	d := ferry(t)
	s := &d.Stories[0]
	says := []stemma.Evidence{{Weight: -1, Says: "it is the elder"}, {Weight: 1,
		Says: "E names <b>Gullhaven Courier</b> in passing"}}
	s.Possible = []stemma.Descent{
		{From: "E", To: "A", Confidence: 0.2},
		{From: "A", To: "E", Confidence: 0.4, Evidence: says},
		{From: "B", To: "nobody", Confidence: 0.4},
		{From: "C", To: "E", Confidence: 0.3},
	}
	wantInOrder(t, textOf(t, Terminal, d, Style{}), "E Harbour Radio",
		"May descend, and is not drawn: E from A, E from C", "Claims —")
	page := pageOf(t, d)
	wantInOrder(t, page, "2 descents are possible, and not drawn", "Harbour Radio may descend from",
		"Gullhaven Courier", "0.40",
		": E names &lt;b&gt;Gullhaven Courier&lt;/b&gt; in passing.", "0.30")
	if strings.Contains(page, "it is the elder") {
		t.Error("of a possible descent more than the heaviest evidence is told")
	}
	s.Possible = nil
	if strings.Contains(textOf(t, Terminal, d, Style{})+pageOf(t, d), "not drawn") {
		t.Error("possible descents are announced where there are none")
	}
}

func TestManyPossibleDescents(t *testing.T) {
	d := many(40, 1)
	s := &d.Stories[0]
	for i := 2; i <= 40; i++ {
		s.Possible = append(s.Possible, stemma.Descent{From: "A1", To: fmt.Sprint("A", i), Confidence: 0.3})
	}
	wantInOrder(t, strings.Join(strings.Fields(textOf(t, Terminal, d, Style{})), " "), "May descend",
		"A13 from A1, and 27 more in --json")
}
