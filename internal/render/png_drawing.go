package render

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// drawing draws a stemma as the page does.
func (c *canvas) drawing(v *drawingView) {
	if v.Timed {
		c.line([]point{{float64(v.Left), float64(v.AxisY)}, {float64(v.Right), float64(v.AxisY)}}, 1, 0, rule())
	}
	for _, t := range v.Ticks {
		c.line([]point{{float64(t.X), float64(v.AxisY)}, {float64(t.X), float64(v.Height)}}, 1, 3, rule())
		side := middle
		if t.Anchor == "start" {
			side = right
		}
		c.words(float64(t.X), 18, t.Label, c.regular(12.5), muted(), side)
	}
	for i := range v.Edges {
		c.edge(&v.Edges[i])
	}
	for i := range v.Edges {
		e := &v.Edges[i]
		c.words(float64(e.LabelX), float64(e.LabelY), e.Label, c.regular(12), muted(), left)
	}
	for i := range v.Nodes {
		c.node(&v.Nodes[i])
	}
}

func (c *canvas) edge(e *edgeView) {
	width, err := strconv.ParseFloat(e.Width, 64)
	if err != nil {
		width = 1
	}
	ink, dash := rule(), 0.0
	has := func(class string) bool { return strings.Contains(e.Class, " "+class) }
	switch {
	case has("citation"):
		width, dash = 1, 6
	case has("second"):
		ink, width, dash = accent(), 1.6, 6
	}
	if has("unsure") {
		width, dash = 1.8, 3
	}
	c.line(outline(e.Path), width, dash, ink)
	c.fill(outline(e.Head), ink)
}

func (c *canvas) node(n *nodeView) {
	x, y := float64(n.X), float64(n.Y)
	if n.Fold != "" {
		c.words(x, y+4, n.Fold, c.regular(12.5), muted(), right)
		return
	}
	main := strings.Contains(n.Class, " origin")
	if n.Origin {
		c.ring(x, y, float64(n.Halo), 1.4, 0, accent())
	}
	inside, letter := paper(), inkOf(n.Origin && n.Lost)
	if main && !n.Lost {
		inside, letter = accent(), paper()
	}
	c.fill(circle(x, y, float64(n.Radius)), inside)
	dash := 0.0
	if n.Lost {
		dash = 4
	}
	c.ring(x, y, float64(n.Radius), 1.8, dash, inkOf(n.Origin))
	size := 16.0
	if n.Small {
		size = 11
	}
	c.words(x, y+5.5, n.Siglum, c.strong(size), letter, middle)
	c.words(float64(n.LabelX), y-4, n.Name, c.strong(14.5), inkOf(false), right)
	c.words(float64(n.LabelX), float64(n.UnderY), n.Under, c.regular(12.5), muted(), right)
	for _, also := range n.Also {
		ink := accent()
		if also.Light {
			ink = muted()
		}
		c.words(float64(n.LabelX), float64(also.Y), also.Text, c.regular(12.5), ink, right)
	}
}

// point is a place in a drawing.
type point struct{ x, y float64 }

// outline is the path of a line as points: what the layout writes, which is M, L, H, V,
// Q and C, small letters from where the line is, and z.
func outline(path string) (points []point) {
	var at point
	for _, step := range regexp.MustCompile(`[A-Za-z][^A-Za-z]*`).FindAllString(path, -1) {
		points = along(points, at, step)
		if len(points) > 0 {
			at = points[len(points)-1]
		}
	}
	return points
}

// along goes one step of a path.
func along(points []point, at point, step string) []point {
	n := numbers(step[1:])
	if step[0] >= 'a' {
		for i := range n {
			n[i] += []float64{at.x, at.y}[i%2]
		}
		if step[0] == 'v' && len(n) == 1 {
			n[0] += at.y - at.x
		}
	}
	switch name := strings.ToUpper(step[:1]); {
	case name == "H" && len(n) == 1:
		return append(points, point{n[0], at.y})
	case name == "V" && len(n) == 1:
		return append(points, point{at.x, n[0]})
	case (name == "M" || name == "L") && len(n) == 2:
		return append(points, point{n[0], n[1]})
	case name == "Q" && len(n) == 4:
		return curve(points, at, point{n[0], n[1]}, point{n[0], n[1]}, point{n[2], n[3]}, 2)
	case name == "C" && len(n) == 6:
		return curve(points, at, point{n[0], n[1]}, point{n[2], n[3]}, point{n[4], n[5]}, 3)
	}
	return points
}

func numbers(text string) (found []float64) {
	for _, s := range regexp.MustCompile(`-?[0-9.]+`).FindAllString(text, -1) {
		if x, err := strconv.ParseFloat(s, 64); err == nil {
			found = append(found, x)
		}
	}
	return found
}

// curve adds a Bézier curve of a degree, two or three, as short lines.
func curve(points []point, a, b, c, d point, degree int) []point {
	const steps = 12
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		if degree == 2 {
			points = append(points, point{u*u*a.x + 2*u*t*b.x + t*t*d.x, u*u*a.y + 2*u*t*b.y + t*t*d.y})
			continue
		}
		points = append(points, point{
			u*u*u*a.x + 3*u*u*t*b.x + 3*u*t*t*c.x + t*t*t*d.x,
			u*u*u*a.y + 3*u*u*t*b.y + 3*u*t*t*c.y + t*t*t*d.y,
		})
	}
	return points
}

func circle(x, y, radius float64) []point {
	const steps = 64
	points := make([]point, steps)
	for i := range points {
		turn := 2 * math.Pi * float64(i) / steps
		points[i] = point{x + radius*math.Cos(turn), y + radius*math.Sin(turn)}
	}
	return points
}
