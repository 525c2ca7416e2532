package render

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"stemma"
)

// grown is a story of n witnesses, each a copy of one or two earlier ones or
// of none, some lost, some undated.
func grown(r *rand.Rand, n int) *stemma.Dossier {
	d := &stemma.Dossier{}
	s := stemma.Story{ID: "s"}
	for i := range n {
		siglum := fmt.Sprintf("W%d", i)
		w := stemma.Witness{Siglum: siglum, Lost: r.Intn(8) == 0, Name: "Lost Wire", Kind: stemma.LostWire}
		if !w.Lost {
			w.Report = stemma.Maybe(siglum)
			rep := stemma.Report{ID: siglum, Outlet: "The Weekly Something", Text: "x"}
			if r.Intn(6) > 0 {
				rep.Published = at(1+i/4, r.Intn(24), 0)
			}
			d.Reports = append(d.Reports, rep)
		}
		s.Witnesses = append(s.Witnesses, w)
		for k := 0; k < r.Intn(3) && i > 0; k++ {
			s.Descents = append(s.Descents, stemma.Descent{ID: fmt.Sprint(len(s.Descents)), From: fmt.Sprintf("W%d",
				r.Intn(i)), To: siglum, Kind: stemma.WireCopy, Confidence: r.Float64(), Share: r.Float64()})
		}
	}
	d.Stories = []stemma.Story{s}
	return d
}

type box struct{ x1, y1, x2, y2 int }

func (a box) overlaps(b box) bool {
	return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
}

func TestLayoutHasRoomForEverything(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for n := 2; n <= maxDrawn; n++ {
		f := newPile(grown(r, n)).families[0]
		d := (branching{f}).layOut()
		if d == nil {
			t.Fatalf("%d witnesses are not drawn", n)
		}
		var boxes []box
		at := map[string]*node{}
		for i := range d.Nodes {
			node := &d.Nodes[i]
			if node.siglum == "" {
				continue // says how many hang from nobody
			}
			at[node.siglum] = node
			right := node.LabelX + labelWidth(branching{f}, node)
			b := box{node.X - radius - 5, node.Y - radius - 5, right, node.Y + radius + 5 + lineHeight*len(node.also)}
			if b.x1 < 0 || b.y1 < 0 || b.x2 > d.Width || b.y2 > d.Height+8 {
				t.Errorf("%d witnesses: %s stands outside: %v of %d × %d", n, node.siglum, b, d.Width, d.Height)
			}
			for _, other := range boxes {
				if b.overlaps(other) {
					t.Errorf("%d witnesses: %s overlaps another", n, node.siglum)
				}
			}
			boxes = append(boxes, b)
		}
		checkOrder(t, f, d, at)
	}
}

func checkOrder(t *testing.T, f *family, d *drawing, at map[string]*node) {
	t.Helper()
	if _, lone := apart(branching{f}, (branching{f}).branches()); len(at)+len(lone) != len(f.Witnesses) {
		t.Errorf("%d of %d witnesses are drawn", len(at), len(f.Witnesses))
	}
	for _, n := range d.Nodes {
		if n.by != nil && n.X < at[n.by.From].X+legLength {
			t.Errorf("%s has no room for its line from %s", n.siglum, n.by.From)
		}
	}
	for i := 1; i < len(d.Ticks); i++ {
		if d.Ticks[i].X < d.Ticks[i-1].X+tickGap {
			t.Errorf("ticks %v overlap", d.Ticks)
		}
	}
}

func TestLargeFamiliesAreFolded(t *testing.T) {
	f := newPile(many(500, 1)).families[0]
	d := (branching{f}).layOut()
	if d == nil || len(d.Nodes) != 1+maxSibling+1 {
		t.Fatal("a star of 500 is not folded")
	}
	if last := d.Nodes[len(d.Nodes)-1]; last.Folded != 500-1-maxSibling {
		t.Errorf("%d are folded away", last.Folded)
	}
	if (branching{newPile(chain(300)).families[0]}).layOut() != nil {
		t.Error("a chain of 300 is drawn")
	}
}

// The largest tree comes first; what hangs from nobody comes last, beside the trees
// where it is much.
func TestTreesAreOrdered(t *testing.T) {
	for _, test := range []struct{ lone, apart int }{{3, 0}, {maxLone, 0}, {maxLone + 1, maxLone + 1}} {
		d := many(test.lone+5, 1)
		s := &d.Stories[0]
		s.Descents = []stemma.Descent{
			{ID: "d1", From: s.Witnesses[1].Siglum, To: s.Witnesses[3].Siglum, Confidence: 0.9},
			{ID: "d2", From: s.Witnesses[2].Siglum, To: s.Witnesses[4].Siglum, Confidence: 0.9},
			{ID: "d3", From: s.Witnesses[2].Siglum, To: s.Witnesses[0].Siglum, Confidence: 0.9},
		}
		f := newPile(d).families[0]
		all := (branching{f}).branches()
		if all[0].siglum != s.Witnesses[2].Siglum || all[3].siglum != s.Witnesses[1].Siglum {
			t.Errorf("%s and %s come first", all[0].siglum, all[3].siglum)
		}
		if trees, lone := apart(branching{f}, all); len(lone) != test.apart || len(trees)+len(lone) != len(all) {
			t.Errorf("%d lone: %d apart, %d trees", test.lone, len(lone), len(trees))
		}
	}
}

// Who is a second exemplar only hangs from nobody and has no copies of its own in the
// tree, yet others take from it: it is not told as one that stands alone.
func TestSecondExemplarsAreNotAlone(t *testing.T) {
	d := many(maxLone+4, 1)
	s := &d.Stories[0]
	second := s.Witnesses[len(s.Witnesses)-1].Siglum
	s.Descents = []stemma.Descent{
		{ID: "d1", From: s.Witnesses[1].Siglum, To: s.Witnesses[0].Siglum, Confidence: 0.9},
		{ID: "d2", From: second, To: s.Witnesses[0].Siglum, Confidence: 0.8},
	}
	f := newPile(d).families[0]
	trees, lone := apart(branching{f}, (branching{f}).branches())
	if len(trees) != 3 || trees[2].siglum != second || len(lone) != len(s.Witnesses)-3 {
		t.Fatalf("%d trees, %d alone", len(trees), len(lone))
	}
	var out strings.Builder
	if err := Terminal(&out, d, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"second exemplar of " + s.Witnesses[0].Siglum, "also from " + second + " " + f.name(second),
	} {
		if said := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
}

func TestBranchesSurviveACycle(t *testing.T) {
	d := chain(5)
	s := &d.Stories[0]
	s.Descents = append(s.Descents, stemma.Descent{From: "A5", To: "A1", Confidence: 1}, stemma.Descent{From: "A2",
		To: "A2"}, stemma.Descent{From: "nobody", To: "A3"})
	f := newPile(d).families[0]
	if got := len((branching{f}).branches()); got != 5 {
		t.Errorf("%d of 5 witnesses", got)
	}
	(branching{f}).layOut()
}
