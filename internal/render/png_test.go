package render

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// The image has the drawing's size, ink where its witnesses stand, the same bytes each
// time, and says who wrote it.
func TestPNG(t *testing.T) {
	for name, d := range map[string]*stemma.Dossier{
		"ferry": ferry(t), "empty": {}, "one": many(1, 1), "chain": chain(40), "star": many(200, 1),
	} {
		var first, second bytes.Buffer
		if err := PNG(&first, d); err != nil {
			t.Fatal(err)
		}
		if err := PNG(&second, d); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: other bytes the second time: %v", name, err)
		}
		if !bytes.Contains(first.Bytes()[:100], []byte("Software\x00Stemma")) {
			t.Errorf("%s: does not say who wrote it", name)
		}
		drawn, err := png.Decode(&first)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		f := newPile(d).largest()
		if f == nil || len(f.Witnesses) < 2 || (branching{f}).layOut() == nil {
			continue
		}
		l := (branching{f}).layOut()
		if size := drawn.Bounds().Size(); size.X != l.Width*pngScale || size.Y != l.Height*pngScale {
			t.Errorf("%s: %v of %d × %d", name, size, l.Width, l.Height)
		}
		n := l.Nodes[0]
		if on := drawn.At((n.X+radius)*pngScale, n.Y*pngScale); on == color.Color(paper()) {
			t.Errorf("%s: nothing is drawn at the first witness", name)
		}
	}
}

func TestOutline(t *testing.T) {
	for path, want := range map[string]string{
		"M1 2H5V-7": "[{1 2} {5 2} {5 -7}]", "M10 20l-7 -4.5v9z": "[{10 20} {3 15.5} {3 24.5}]",
		"M10 20l-4.5 -7h9z": "[{10 20} {5.5 13} {14.5 13}]", "": "[]", "Mx": "[]", "H": "[]", "Q1 2": "[]",
	} {
		if diff := cmp.Diff(want, fmt.Sprint(outline(path))); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
	if all := outline("M0 0Q10 0 10 10"); all[len(all)-1] != (point{10, 10}) || len(all) < 8 {
		t.Errorf("%v", all)
	}
}
