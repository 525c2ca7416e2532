package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// The measures of a page's layout, in sizes of the letters. They were set on
// pages of one and of two to four columns that a browser and two other writers
// made, and hold for letters that are set with some space.
const (
	blankGap  = 0.17 // between two letters of different words
	breakGap  = 1.2  // between two pieces of a line that may stand in columns
	lineDrift = 0.4  // of the base lines of pieces of one line
	gutter    = 0.9  // between two columns
	leastRows = 3    // that a column has
	bandGap   = 4    // between two rows of which the lower is not read in the same columns
)

// piece is some words that stand on a line with no wide gap between them.
type piece struct {
	left, right, y, size float64
	text                 string
}

// upright turns a page so that most of its letters stand upright, and drops the
// others: marks across the page, and notes at its side.
func upright(all []glyph) []glyph {
	var count [4]int
	for _, g := range all {
		count[g.turn]++
	}
	most := slices.Index(count[:], slices.Max(count[:]))
	kept := all[:0]
	for _, g := range all {
		if g.turn != most {
			continue
		}
		for range most {
			g.x, g.y = g.y, -g.x
		}
		kept = append(kept, g)
	}
	return kept
}

// pieces joins letters as they follow upon each other.
func pieces(all []glyph) []piece {
	var out []piece
	var b strings.Builder
	var now piece
	end := func() {
		if s := strings.TrimSpace(b.String()); s != "" {
			now.text = s
			out = append(out, now)
		}
		b.Reset()
	}
	for _, g := range all {
		gap := g.x - now.right
		level := math.Abs(g.y-now.y) < lineDrift*max(g.size, now.size)
		same := b.Len() > 0 && level && gap < breakGap*g.size && gap > -g.size
		blank := strings.TrimSpace(g.shown) == ""
		switch {
		case !same && blank:
			end()
			continue
		case !same:
			end()
			now = piece{left: g.x, right: g.x, y: g.y, size: g.size}
		case gap > blankGap*g.size && !blank && !strings.HasSuffix(b.String()[max(0, b.Len()-1):], " "):
			b.WriteByte(' ')
		}
		b.WriteString(g.shown)
		if !blank {
			now.right, now.size = max(now.right, g.x+g.width), max(now.size, g.size)
		}
	}
	end()
	return out
}

// row is the pieces whose base lines are one, from left to right.
type row struct {
	y, size float64
	pieces  []piece
}

// rows puts pieces into rows, from the top.
func rows(all []piece) []row {
	slices.SortStableFunc(all, func(a, b piece) int { return cmp.Compare(b.y, a.y) })
	var out []row
	for _, p := range all {
		if n := len(out); n > 0 && out[n-1].y-p.y < lineDrift*min(out[n-1].size, p.size) {
			out[n-1].pieces = append(out[n-1].pieces, p)
			out[n-1].size = max(out[n-1].size, p.size)
			continue
		}
		out = append(out, row{p.y, p.size, []piece{p}})
	}
	for i := range out {
		slices.SortStableFunc(out[i].pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	}
	return out
}

// stretch is a range of places from left to right.
type stretch struct{ from, to float64 }

// free are the stretches of a row on which nothing stands, between two borders.
func (r row) free(from, to float64) []stretch {
	var out []stretch
	for _, p := range r.pieces {
		if p.left > from {
			out = append(out, stretch{from, p.left})
		}
		from = max(from, p.right)
	}
	if to > from {
		out = append(out, stretch{from, to})
	}
	return out
}

// common are the parts of stretches that both have, if they are wide enough.
func common(a, b []stretch, wide float64) []stretch {
	var out []stretch
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if from, to := max(a[i].from, b[j].from), min(a[i].to, b[j].to); to-from >= wide {
			out = append(out, stretch{from, to})
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return out
}

// blocks parts rows into columns, in the order in which they are read: rows in
// which the same stretch is free are two columns, if there is something on both
// sides of it.
func blocks(all []row, depth int) [][]row {
	var out [][]row
	var single []row
	for i := 0; i < len(all); {
		n, at := columns(all[i:], depth)
		if n == 0 {
			single = append(single, all[i])
			i++
			continue
		}
		if len(single) > 0 {
			out, single = append(out, single), nil
		}
		left, right := part(all[i:i+n], at)
		out = append(append(out, blocks(left, depth+1)...), blocks(right, depth+1)...)
		i += n
	}
	if len(single) > 0 {
		out = append(out, single)
	}
	return out
}

// maxColumns is how often a page is parted, and farRows how far one looks for
// the end of a column.
const (
	maxColumns = 6
	farRows    = 400
)

// columns says how many of the rows, from the first, stand in columns, and where
// these part; 0 if they do not.
func columns(all []row, depth int) (n int, at float64) {
	from, to := borders(all)
	if depth >= maxColumns {
		return 0, 0
	}
	var open []stretch
	for i, r := range all[:min(len(all), farRows)] {
		free := r.free(from, to)
		if i > 0 {
			free = common(open, free, gutter*r.size)
		}
		if i > 0 && all[i-1].y-r.y > bandGap*max(r.size, all[i-1].size) {
			break
		}
		if len(free) == 0 {
			break
		}
		open = free
		if middle, ok := parting(all[:i+1], open); ok {
			n, at = i+1, middle
		}
	}
	return n, at
}

// borders are the outermost places at which something stands.
func borders(all []row) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, r := range all[:min(len(all), farRows)] {
		for _, p := range r.pieces {
			from, to = min(from, p.left), max(to, p.right)
		}
	}
	return from, to
}

// parting gives the middle of a stretch on both sides of which enough stands.
func parting(all []row, open []stretch) (float64, bool) {
	for _, s := range open {
		left, right := 0, 0
		for _, r := range all {
			if r.pieces[0].right <= s.from+1 {
				left++
			}
			if r.pieces[len(r.pieces)-1].left >= s.to-1 {
				right++
			}
		}
		if left >= leastRows && right >= leastRows {
			return (s.from + s.to) / 2, true
		}
	}
	return 0, false
}

// part parts rows at a place.
func part(all []row, at float64) (left, right []row) {
	for _, r := range all {
		i := slices.IndexFunc(r.pieces, func(p piece) bool { return p.left > at })
		if i < 0 {
			i = len(r.pieces)
		}
		if i > 0 {
			left = append(left, row{r.y, r.size, r.pieces[:i]})
		}
		if i < len(r.pieces) {
			right = append(right, row{r.y, r.size, r.pieces[i:]})
		}
	}
	return left, right
}
