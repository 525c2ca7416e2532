package render

import (
	"bytes"
	"strings"
	"testing"

	"time"

	"stemma"
)

// dated is a report of a day of March 2016.
func dated(id string, day int) stemma.Report {
	return stemma.Report{ID: id, Outlet: stemma.Maybe("Outlet " + id), Text: "x", Published: stemma.Moment{
		Time: time.Date(2016, 3, day, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}}
}

// The axis bears no mark that dates an older report, and a copy that is dated before
// its exemplar is marked.
func TestAxisDoesNotLie(t *testing.T) {
	d := &stemma.Dossier{
		Reports: []stemma.Report{dated("r1", 4), dated("r2", 1), dated("r3", 6)},
		Stories: []stemma.Story{{ID: "s1", Stemma: stemma.Stemma{
			Witnesses: []stemma.Witness{{Siglum: "A", Report: "r1"}, {Siglum: "B", Report: "r2"}, {Siglum: "C",
				Report: "r3"}},
			Descents: []stemma.Descent{{ID: "d1", From: "A", To: "B", Confidence: 0.9}},
		}}},
	}
	f := familyOf(d, "s1")
	drawn := (branching{f}).layOut()
	for _, mark := range drawn.Ticks {
		for _, n := range drawn.Nodes {
			day := f.report(n.siglum).Published.Time.Day()
			if n.X >= mark.X && mark.Label > dateWords(d.Reports[0].Published) && day < 6 && mark.X > leftMargin {
				t.Errorf("%s stands under the mark of %s", n.siglum, mark.Label)
			}
		}
	}
	v := newDrawingView(storyPage{f}, nil)
	for _, n := range v.Nodes {
		if is := strings.Contains(n.Under, "before its exemplar"); is != (n.Siglum == "B") {
			t.Errorf("%s: %s", n.Siglum, n.Under)
		}
	}
}

func TestLineage(t *testing.T) {
	all := []stemma.Descent{{From: "A", To: "B"}, {From: "B", To: "C"}, {From: "A", To: "D"}, {From: "E", To: "C"}}
	for at, want := range map[string]string{"B": "ABC", "D": "AD", "C": "ABCE", "A": "ABCD"} {
		got := ""
		for _, s := range []string{"A", "B", "C", "D", "E"} {
			if lineage(all, at)[s] {
				got += s
			}
		}
		if got != want {
			t.Errorf("of %s: %s, not %s", at, got, want)
		}
	}
	if lineage(all, "") != nil {
		t.Error("nothing is asked for, and something is dimmed")
	}
}

// A tree that is looked at leads to the pages of its findings, and dims the rest.
func TestTree(t *testing.T) {
	d := ferry(t)
	s := d.Largest()
	var all, some bytes.Buffer
	if err := Tree(&all, d, Look{Story: s.ID}); err != nil {
		t.Fatal(err)
	}
	if err := Tree(&some, d, Look{Story: s.ID, At: s.Descents[0].To, Least: 2}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(all.String(), " dim") || !strings.Contains(all.String(), `href="/find/`+s.Descents[0].ID+`"`) {
		t.Error("all of it is not as it should be")
	}
	if n := strings.Count(some.String(), `class="edge`); n == 0 || strings.Count(some.String(), "edge dim")+
		strings.Count(some.String(), " dim\" href=\"/find/") == 0 || !strings.Contains(some.String(), "chosen") {
		t.Error("no descent is that sure, and some are shown")
	}
	var none bytes.Buffer
	if err := Tree(&none, d, Look{Story: "s00000"}); err != nil || none.Len() > 0 {
		t.Error(none.String(), err)
	}
}
