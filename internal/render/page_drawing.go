package render

import (
	"strings"

	"stemma"
)

// drawingView is the drawing of a stemma with the words that stand in it.
type drawingView struct {
	Width, Height int
	AxisY         int
	Timed         bool
	Ticks         []tick
	Edges         []edgeView
	Nodes         []nodeView
	Left, Right   int
}

type edgeView struct {
	edge
	To, Title string
	Class     string
	Dim       bool
}

type nodeView struct {
	X, Y, LabelX, Radius int
	Siglum, Name, Under  string
	UnderY               int
	To, Title, Class     string
	Lost, Origin         bool
	Halo                 int
	Fold                 string
	Also                 []alsoView
	Small                bool // the siglum is too long for the usual size
}

// alsoView is a line under a witness that names a second exemplar.
type alsoView struct {
	Y        int
	Text, To string
	ID       string // of the descent
	Light    bool
	Dim      bool
}

func newDrawingView(f storyPage, shared map[string]int) *drawingView {
	if len(f.Witnesses) < 2 {
		return nil
	}
	d := branching(f).layOut()
	if d == nil {
		return nil
	}
	v := &drawingView{Width: d.Width, Height: d.Height, AxisY: topMargin - 18, Timed: d.Timed && len(d.Ticks) > 0,
		Ticks: d.Ticks, Left: 8, Right: d.Width - 8}
	for _, e := range d.Edges {
		v.Edges = append(v.Edges, newEdgeView(f, e))
	}
	labels, _ := f.originLabels()
	main := map[string]bool{}
	for i := range f.Origins {
		if shared[f.Origins[i].ID] > 0 {
			main[f.Origins[i].Witness] = true
		}
	}
	for i := range d.Nodes {
		v.Nodes = append(v.Nodes, newNodeView(f, &d.Nodes[i], labels, main))
	}
	return v
}

func newEdgeView(f storyPage, e edge) edgeView {
	r := f.descentRef(e.By)
	v := edgeView{edge: e, To: "#" + r.To, Class: "edge"}
	v.Title = clean(e.By.To) + " is a " + r.Kind + " of " + r.From + ": " + strings.TrimPrefix(r.Share+", ",
		", ") + r.Confidence
	if e.Second {
		v.Class += " second"
	}
	if e.By.Confidence < likely {
		v.Class += " unsure"
	}
	// One point taken over makes no heir of the whole story: it is drawn
	// lightly.
	if e.By.Kind == stemma.Citation {
		v.Class += " citation"
	}
	return v
}

func newNodeView(f storyPage, n *node, labels map[string]string, main map[string]bool) nodeView {
	v := nodeView{X: n.X, Y: n.Y, LabelX: n.LabelX, Radius: radius, Class: "node", UnderY: n.Y + 13}
	if n.Folded > 0 && n.by == nil {
		v.Fold = "and " + count(n.Folded, "report") + " " + hangFromNobody
		return v
	}
	if n.Folded > 0 {
		v.Fold = "and " + count(n.Folded, "more copy") + " of " + clean(n.by.From)
		return v
	}
	l := f.witnessLink(n.siglum)
	v.Siglum, v.To, v.Name = l.Text, "#"+l.To, clip(l.Title, nameLength)
	v.Small = len([]rune(v.Siglum)) > 2
	if w := f.witnesses[n.siglum]; w.Lost {
		v.Lost = true
		v.Class += " lost"
		v.Under = strings.TrimSpace("lost " + clean(string(w.Kind)))
	} else if r := f.report(n.siglum); r != nil {
		v.Under = dateWords(r.Published)
	}
	if n.early {
		v.Under += " (dated before its exemplar)"
	}
	if o := labels[n.siglum]; o != "" {
		v.Origin, v.Halo = true, radius+4
		v.Class += " own"
		if main[n.siglum] && len(f.parents[n.siglum]) == 0 {
			v.Class += " origin"
		}
		v.Under += " · " + originWord(f, n.siglum) + " " + strings.ReplaceAll(o, " ", ", ")
	}
	v.Title = v.Siglum + ", " + l.Title + ", " + v.Under
	for k, by := range n.also {
		v.Also = append(v.Also, alsoView{
			Y: n.Y + 13 + (k+1)*lineHeight, Text: alsoWords(f.family, by), To: "#" + f.descentRef(by).To, ID: by.ID,
			Light: by.Kind == stemma.Citation,
		})
	}
	return v
}

// alsoWords name a second exemplar: by its name too, since a lost one stands nowhere near.
func alsoWords(f *family, by *stemma.Descent) string {
	return "also from " + clean(by.From) + " " + clip(f.name(by.From), nameLength) + ": " + kindWords(by)
}
