package render

import (
	"image/color"
	"math"
)

// ring draws a circle's line, dashed where a dash has a length.
func (c *canvas) ring(x, y, radius, width, dash float64, ink color.Color) {
	all := circle(x, y, radius)
	c.line(append(all, all[0]), width, dash, ink)
}

// line draws a line through points. A dashed one has strokes and gaps of one length.
func (c *canvas) line(points []point, width, dash float64, ink color.Color) {
	gone := 0.0
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if dash == 0 {
			c.stroke(a, b, width, ink)
			continue
		}
		for from := 0.0; from < length; {
			phase := math.Mod(gone+from, 2*dash)
			to := math.Min(length, from+dash-math.Mod(phase, dash))
			if phase < dash {
				c.stroke(toward(a, b, from/length), toward(a, b, to/length), width, ink)
			}
			from = math.Max(to, from+dash/100)
		}
		gone += length
	}
}

// toward is the point at a share of the way from a to b.
func toward(a, b point, share float64) point {
	return point{a.x + (b.x-a.x)*share, a.y + (b.y-a.y)*share}
}

// stroke fills a straight line of a width.
func (c *canvas) stroke(a, b point, width float64, ink color.Color) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return
	}
	dx, dy := (b.y-a.y)/length*width/2, (a.x-b.x)/length*width/2
	c.fill([]point{{a.x + dx, a.y + dy}, {b.x + dx, b.y + dy}, {b.x - dx, b.y - dy}, {a.x - dx, a.y - dy}}, ink)
}
