package derive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/extract"
	"stemma/internal/language"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
	"stemma/internal/value"
	"stemma/internal/vector"
)

func newDeriver(t testing.TB) (*Deriver, *language.Pack) {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack, vector.Open()), pack
}

// build runs the stages before this one, and this one, on plain-text reports
// by name.
func build(t testing.TB, files map[string]string) Tree {
	t.Helper()
	d, pack := newDeriver(t)
	x, quotes, claims := extract.New(pack), quote.New(pack), claim.New(pack, value.New(pack), vector.Open())
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var texts []*stemma.Text
	var readings []quote.Reading
	for _, name := range names {
		r, err := x.Extract(stemma.Capture{Input: name, Media: stemma.PlainText, Data: []byte(files[name]), SHA256: fmt.Sprintf("%064x", name)})
		if err != nil {
			t.Fatal(err)
		}
		r.ID = name
		texts = append(texts, segment.Split(&r, pack))
		readings = append(readings, quotes.Read(texts[len(texts)-1]))
	}
	attributions, speakers := quotes.Join(texts, readings)
	index := stemma.NewIndex(texts, attributions, speakers)
	var statements []stemma.Statement
	for _, text := range texts {
		statements = append(statements, claims.Statements(text, attributions)...)
	}
	var joined []stemma.Claim
	for i, group := range claims.Join(texts, statements, index) {
		c := stemma.Claim{ID: fmt.Sprint("c", i+1)}
		for _, k := range group {
			c.Statements = append(c.Statements, statements[k])
		}
		joined = append(joined, c)
	}
	return d.Build(Input{Texts: texts, Reuse: reuse.Find(texts, reuse.Options{}), Attributions: attributions, Index: index, Claims: joined})
}

// drawn is a tree as "A > B kind" a line, with the names of reports, and of
// lost witnesses in brackets.
func drawn(tree Tree) string {
	name := func(siglum string) string {
		w := tree.Witness(siglum)
		if w.Lost {
			return "(" + w.Name + ", " + string(w.Kind) + ")"
		}
		return string(w.Report)
	}
	var lines []string
	for _, d := range tree.Descents {
		lines = append(lines, fmt.Sprintf("%s > %s %s", name(d.From), name(d.To), d.Kind))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

const (
	body = `The council of Selmouth shut the iron bridge on Monday after forty bolts were found missing from its northern arch.

"It may not be safe before the autumn," Ada Wren, the town engineer, told the Bell. She said that the bolts had been cut with a saw at night.

The bridge carries 900 carts a day to the salt works, which employ every third family of the lower town.`
	bell = "Iron bridge shut\nSelmouth Bell\n4 May 2021\nBy Ned Ashgrove\n\n" + body
)

func TestTmp(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"repost":    {"bell": bell, "copy": "Bridge shut in Selmouth\nHillfoot Herald\n6 May 2021\n\n" + body},
		"revision":  {"bell": bell, "later": "Iron bridge shut for months\nSelmouth Bell\n6 May 2021\nBy Ned Ashgrove\n\n" + body + "\n\nA ferry will run from Thursday."},
		"credit":    {"bell": bell, "other": "Bridge closed\nOrrin Gazette\n7 May 2021\n\nForty bolts are gone from the iron bridge in Selmouth, the Selmouth Bell reported. The town engineer, Ada Wren, told the newspaper that someone had sawn them through."},
		"unrelated": {"bell": bell, "choir": "Choir wins silver\nOrrin Gazette\n7 May 2021\n\nThe ferrymen's choir of Hillfoot won the silver medal at the festival in Orrin."},
		"lost":      {"bell": "Bridge closed\nOrrin Gazette\n7 May 2021\n\nForty bolts are gone from the iron bridge in Selmouth, the Hillfoot Herald reported. The town engineer told the Herald that someone had sawn them through."},
		"wire": {"one": "Iron bridge shut\nSelmouth Bell\n4 May 2021\n\nSELMOUTH (Reuters) - " + strings.ReplaceAll(body, "the Bell", "Reuters"),
			"two": "Bolts gone from iron bridge\nOrrin Gazette\n4 May 2021\n\nSELMOUTH (Reuters) - " + strings.ReplaceAll(body, "the Bell", "Reuters")},
		"hidden": {"one": "Iron bridge shut\nSelmouth Bell\n4 May 2021\n\nSELMOUTH (Reuters) - " + strings.ReplaceAll(body, "the Bell", "Reuters"),
			"two": "Bolts gone from iron bridge\nOrrin Gazette\n4 May 2021\n\n" + strings.ReplaceAll(body, "the Bell", "reporters")},
		"circle": {"one": "Bridge shut\nSelmouth Bell\n4 May 2021\n\nThe iron bridge in Selmouth is shut for forty days, the Hillfoot Herald reported.",
			"two": "Bridge shut\nHillfoot Herald\n4 May 2021\n\nThe iron bridge in Selmouth is shut for forty days, the Selmouth Bell reported."},
		"chain": {"bell": bell, "mid": "Bridge closed\nHillfoot Herald\n5 May 2021\n\nForty bolts are gone from the iron bridge in Selmouth, the Selmouth Bell reported. The closure cuts off the salt works and the market in Hillfoot, where stalls stood empty.",
			"last": "Bridge woes\nOrrin Gazette\n6 May 2021\n\nForty bolts are gone from the iron bridge in Selmouth, the Hillfoot Herald reported. The closure cuts off the salt works and the market in Hillfoot, where stalls stood empty."},
		"nothing": {},
	} {
		tree := build(t, files)
		t.Logf("%s\n%s\nloops %v", name, drawn(tree), tree.Loops)
	}
}
