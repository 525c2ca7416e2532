package claim

import (
	"strings"
	"testing"
	"time"

	"stemma"
)

// TestForm: how the last statement of a sentence stands, of a report of 14 March 2011.
// s: no clause by itself; u: its subject is a pronoun; b: background; l: its sentence
// leans on the one before.
func TestForm(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct{ text, want string }{
		{"The harbour council shut the iron bridge over missing bolts.", ""},
		{"The bill gives the harbour council more room for repairs.", ""},
		{"Harbour pilots fear that the iron bridge will fall.", ""},
		{"She shut the iron bridge over missing bolts.", "ul"},
		{"Now they shut the iron bridge over missing bolts.", "ul"},
		{"Saying she had no choice, Ada Wren shut the iron bridge.", ""},
		{"“We shut the iron bridge over missing bolts.”", "ul"},
		{"Ada Wren sold the bridge, “my worst mistake in ten winters”, to Selmouth.", ""},
		{"The US army shut the iron bridge over missing bolts.", ""},
		{"The duty harbour master of Selmouth, Tolmere and Ardmouth.", "s"},
		{"Briefly shut the iron bridge over missing bolts.", "s"},
		{"Who shut the iron bridge over missing bolts.", "sul"},
		{"Ada Wren opens the iron bridge, March 13, 2011.", "sb"},
		{"Ada Wren opens the mill at Selmouth, May 3, 2010.", "sb"},
		{"# Ada Wren opens the mill at Selmouth, May 3, 2010.", "sb"},
		{"The hint of pilots that Ada Wren may have sold the iron bridge.", "s"},
		{"The pilots that Ada Wren hired shut the iron bridge.", ""},
		{"For instance, the council sold the iron bridge.", "b"},
		{"The council had sold the iron bridge to a ferry company.", "b"},
		{"Ada Wren is a keeper of the iron bridge.", "b"},
		{"Ada Wren and the harbour master are members of the council.", "b"},
		{"In 2009 the council sold the iron bridge.", "b"},
		{"In January the council sold the iron bridge.", "b"},
		{"In April the council will sell the iron bridge.", ""},
		{"In March the council sold the iron bridge.", ""},
		{"The council sold the iron bridge two years ago.", "b"},
		{"The council shut the iron bridge, the third since a ferry company came in 2009.", ""},
		{"The council sold the iron bridge in 2009.", "b"},
		{"The council sold the iron bridge to Ada Wren, the", "s"},
		{"With the council set to vote today on the sale of the iron bridge.", "s"},
		{"With a vote of the council, Ada Wren shut the iron bridge.", ""},
		{"Tuesday, after the council approved the sale of the iron bridge.", "s"},
		{"The council met. But Ada Wren shut the iron bridge over missing bolts.", "l"},
		{"The council met. The hasty sale of the bridge drew complaints.", "l"},
		{"The council met. The sale by Ada Wren of the bridge drew complaints.", ""},
		{"The council found years ago that the iron bridge was not safe.", "s"},
		{"The council sold the iron bridge last year.", "b"},
		{"If Ada Wren leaves the mill, the council will shut the iron bridge.", "b"},
		{"The council will shut the iron bridge if Ada Wren leaves the mill.", ""},
		{"The council also sold the iron bridge.", "b"},
		{"In January, Ada Wren told the council that the bridge was not safe.", "b"},
		{"After Ada Wren left the mill, the council shut the iron bridge.", "b"},
		{"After two days, the council shut the iron bridge.", ""},
		{"Ada Wren, a keeper stricken with fever at the mill.", "s"},
		{"After Ada Wren left the mill, the council said the iron bridge was not safe.", "b"},
		{"Amid hope that the iron mill will open, the council said the iron bridge was shut.", ""},
		{"Ada Wren said on Monday that she had sold the iron bridge.", "u"},
		{"After a heinous shooting in Selmouth that left nine pilots dead.", "sb"},
		{"# Harbour master of Selmouth, Tolmere and Ardmouth", ""},
	} {
		text := b.text("a", test.text)
		text.Report.Published = stemma.Moment{Time: time.Date(2011, 3, 14, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}
		found, _ := b.stated(text)
		if len(found) == 0 {
			t.Errorf("%s: no statement", test.text)
			continue
		}
		st := found[len(found)-1]
		got := flag("s", st.Scrap) + flag("u", st.Unnamed) + flag("b", st.Background) + flag("l", st.Leans)
		if got != test.want {
			t.Errorf("%s: %q is %q, want %q", test.text, st.Span.Text, got, test.want)
		}
	}
}

// TestDangles: a piece that ends with a word which needs another one does not read alone.
func TestDangles(t *testing.T) {
	b := newBench(t)
	const keeper = "The keeper believed to have shut 12 bridges in Selmouth was a pilot who left 40 mills, police said."
	hired, _ := b.stated(b.text("b", keeper))
	if len(hired) < 1 || !hired[0].Scrap {
		t.Errorf("%+v", hired)
	}
	found, _ := b.stated(b.text("a", "The council sold the iron bridge to what critics said were keepers of 40 mills."))
	if len(found) < 2 || !found[0].Scrap {
		t.Errorf("%+v", found)
	}
}

// TestPasted: a link whose label has run into it, and what furniture stands in, state
// nothing.
func TestPasted(t *testing.T) {
	b := newBench(t)
	for text, want := range map[string]int{
		"Related:Ada Wren leaves the iron bridge to the council.":    0,
		"Related: Ada Wren leaves the iron bridge to the council.":   1,
		"More on Selmouth:Council shuts the iron bridge.":            0,
		"At 10:30 the council shut the iron bridge.":                 1,
		"Council shuts the iron bridge over missing bolts Read more": 0,
		"The council shut the iron bridge, and readers read more.":   1,
		"| AP Photo Council shuts the iron bridge over bolts.":       0,
		"CLOSE The council shut the iron bridge over bolts.":         0,
		"Close to Selmouth the council shut the iron bridge.":        1,
	} {
		if found, _ := b.stated(b.text("a", text)); len(found) != want {
			t.Errorf("%s: %d statements, want %d", text, len(found), want)
		}
	}
}

func flag(letter string, is bool) string { return strings.Repeat(letter, map[bool]int{true: 1}[is]) }

// TestGoesOnBehind: whether the first statement of a sentence ends with what the rest of it explains.
func TestGoesOnBehind(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		text string
		want bool
	}{
		{"Ada Wren will open the iron bridge at a time when the harbour council is in trouble.", true},
		{"Ada Wren will open the iron bridge on Friday when the harbour council is in town.", false},
		{"Ada Wren shut the iron bridge, and Selmouth pilots left the harbour.", false},
	} {
		found, _ := b.stated(b.text("a", test.text))
		if len(found) == 0 || found[0].Scrap != test.want {
			t.Errorf("%s: %v", test.text, found)
		}
	}
}
