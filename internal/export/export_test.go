package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"stemma"
)

const evil = "=HYPERLINK(\"x\")\x00<b>&\ufffe]]>é"

// pile is two reports and what was found in them, with text that formats choke on.
func pile() *stemma.Dossier {
	a := stemma.Report{ID: "r1", Input: "=1.txt", Outlet: "Tide Bell", Title: evil,
		Text: "Él said: 40 tiles — “gone”. " + evil, URL: "https://bell.example/a b",
		Published: stemma.Moment{Time: time.Date(2024, 3, 5, 9, 0, 0, 0, time.UTC), Precision: stemma.Second}}
	b := stemma.Report{ID: "r2", Input: "2.txt", Outlet: stemma.Maybe(evil), Text: "14 tiles gone."}
	before, after := a.Span(strings.Index(a.Text, "40"), strings.Index(a.Text, "40")+8), b.Span(0, 8)
	return &stemma.Dossier{
		Schema: stemma.DossierSchema, Reports: []stemma.Report{a, b},
		Speakers: []stemma.Speaker{{ID: "p1", Name: evil, Kind: stemma.Person,
			Count: stemma.Count{Min: 1, Max: 1}}},
		Attributions: []stemma.Attribution{{ID: "a1", Report: "r1", Speaker: "p1", Content: []stemma.Span{before}}},
		Stories: []stemma.Story{{
			ID: "s1", Title: evil,
			Stemma: stemma.Stemma{
				Witnesses: []stemma.Witness{
					{Siglum: "A", Report: "r1"}, {Siglum: "B", Report: "r2"},
					{Siglum: "α", Lost: true, Name: evil, Kind: stemma.LostWire},
				},
				Descents: []stemma.Descent{
					{ID: "d1", From: "A", To: "B", Kind: stemma.Rewrite, Confidence: 0.9,
						Evidence: []stemma.Evidence{{Says: evil, Spans: []stemma.Span{before, after}}}},
					{ID: "d2", From: "α", To: "B", Kind: stemma.WireCopy, Confidence: 0.7},
				},
			},
			Origins: []stemma.Origin{{ID: "o1", Witness: "A", Sources: []string{"p1", "p9"}}},
			Claims: []stemma.Claim{{ID: "c1", Statement: evil,
				Statements: []stemma.Statement{{Span: before, Sentence: before}, {Span: after, Sentence: after}},
				Loci: []stemma.Locus{{Kind: "quantity",
					Readings: []stemma.Reading{{Value: "40", Sigla: []string{"A"}},
						{Value: "14", Sigla: []string{"B"}}, {Omitted: true}}}}}},
			Drifts: []stemma.Drift{{ID: "x1", Kind: stemma.NumberChanged, Before: &before, After: &after,
				Says: evil}, {ID: "x2", After: &after}},
		}},
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *stemma.Dossier) error{"GraphML": GraphML, "TEI": TEI} {
		for _, d := range []*stemma.Dossier{pile(), {}, twice(pile())} {
			var out bytes.Buffer
			if err := write(&out, d); err != nil {
				t.Fatal(err)
			}
			ids := map[string]bool{}
			decoder := xml.NewDecoder(&out)
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				start, _ := token.(xml.StartElement)
				for _, a := range start.Attr {
					if a.Name.Local == "id" && ids[a.Value] {
						t.Errorf("%s: the id %s is given twice", name, a.Value)
					} else if a.Name.Local == "id" {
						ids[a.Value] = true
					}
				}
			}
		}
	}
}

// yEd draws the labels of its own dialect only.
func TestGraphMLIsLabelledInYEd(t *testing.T) {
	var out bytes.Buffer
	if err := GraphML(&out, pile()); err != nil {
		t.Fatal(err)
	}
	for part, label := range map[string]string{"<node ": "<y:NodeLabel>", "<edge ": "<y:EdgeLabel>"} {
		n := strings.Count(out.String(), part)
		if n == 0 || strings.Count(out.String(), label) != n {
			t.Errorf("not every %s> has a %s", part, label)
		}
	}
}

// The schema of TEI P5 has a graph as a part of a division, not of a paragraph, and
// what reads an apparatus tells its places by their ids.
func TestTEIFitsItsReaders(t *testing.T) {
	var out bytes.Buffer
	if err := TEI(&out, pile()); err != nil {
		t.Fatal(err)
	}
	var page struct {
		Divs []struct {
			Graph *struct{} `xml:"graph"`
			Apps  []struct {
				ID string `xml:"http://www.w3.org/XML/1998/namespace id,attr"`
			} `xml:"p>app"`
		} `xml:"text>body>div"`
	}
	if err := xml.Unmarshal(out.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	if len(page.Divs) != 2 || page.Divs[1].Graph == nil {
		t.Fatalf("no graph in the second division: %+v", page)
	}
	if len(page.Divs[0].Apps) == 0 {
		t.Fatal("no apparatus")
	}
	for _, a := range page.Divs[0].Apps {
		if a.ID == "" {
			t.Error("an apparatus without an id")
		}
	}
}

// twice has a second story with the same sigla.
func twice(d *stemma.Dossier) *stemma.Dossier {
	again := pile().Stories[0]
	again.ID = "s2"
	for i := range again.Descents {
		again.Descents[i].ID += "b"
	}
	d.Stories = append(d.Stories, again)
	return d
}

func TestTablesHoldNoFormula(t *testing.T) {
	for _, table := range Tables() {
		var out bytes.Buffer
		if err := table.Write(&out, pile()); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Fatalf("%s: %v %v", table.Name, rows, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t") || strings.Contains(cell, "\x00") {
					t.Errorf("%s: %q", table.Name, cell)
				}
			}
		}
	}
}

func TestGuarded(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "a=b": "a=b", "=1+1": "'=1+1", " =1": "' =1", "\n@x": "'\n@x", "-2.5": "-2.5", "-x": "'-x", "＝1": "'＝1",
		"a\r\nb\x07": "a\nb\ufffd", "+44 20": "'+44 20", "\tx": "'\tx",
	} {
		if got := guarded(cell); got != want {
			t.Errorf("%q is %q, not %q", cell, got, want)
		}
	}
}

// A position counts characters, and selects what the quotation says.
func TestAnnotationsSelectTheirWords(t *testing.T) {
	d := pile()
	var out bytes.Buffer
	if err := Annotations(&out, d); err != nil {
		t.Fatal(err)
	}
	var c collection
	if err := json.Unmarshal(out.Bytes(), &c); err != nil {
		t.Fatal(err)
	}
	if c.Total != len(c.First.Items) || c.Total < 5 {
		t.Errorf("%d of %d", len(c.First.Items), c.Total)
	}
	for _, item := range c.First.Items {
		for _, to := range item.Target {
			r := d.Report(strings.TrimPrefix(to.Source, "urn:stemma:"))
			if r == nil {
				continue
			}
			place := to.Selector[1]
			if got := string([]rune(r.Text)[*place.Start:*place.End]); got != to.Selector[0].Exact {
				t.Errorf("%s: %q, not %q", item.ID, got, to.Selector[0].Exact)
			}
		}
	}
}

func TestOnly(t *testing.T) {
	d := twice(pile())
	if err := Only(d, "s1"); err != nil || len(d.Stories) != 1 || len(d.Reports) != 2 {
		t.Errorf("%v %d", err, len(d.Stories))
	}
	if err := Only(d, "s9"); err == nil {
		t.Error("no error")
	}
}

// Whatever a dossier that somebody changed says, nothing panics.
func FuzzExport(f *testing.F) {
	seed, _ := json.Marshal(pile())
	f.Add(seed)
	f.Add([]byte(`{"reports":[{"id":"r1","text":"é"}],"stories":[{"claims":[{"statements":[{"span":{"report":"r1","start":1,"end":-4}}]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &stemma.Dossier{}
		if json.Unmarshal(data, d) != nil {
			return
		}
		for _, write := range []func(io.Writer, *stemma.Dossier) error{GraphML, TEI, PROV, Annotations} {
			_ = write(io.Discard, d)
		}
		for _, table := range Tables() {
			_ = table.Write(io.Discard, d)
		}
	})
}
