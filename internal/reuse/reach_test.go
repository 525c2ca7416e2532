package reuse

import (
	"math/rand/v2"
	"testing"
)

// TestReach holds the way from an edge outward against a whole table of alignments.
func TestReach(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 3))
	words := func() []uint32 {
		w := make([]uint32, random.IntN(40))
		for i := range w {
			w[i] = finish(random.Uint64N(60))
		}
		return w
	}
	m, gains := matcher{}, 0
	for range 20_000 {
		a, b := Row{Words: words()}, Row{Words: words()}
		copy(b.Words[min(1+random.IntN(3), len(b.Words)):], a.Words[min(1+random.IntN(3), len(a.Words)):])
		for i := 4; i < len(b.Words); i += 3 + random.IntN(8) {
			b.Words[i] = random.Uint32()
		}
		for _, step := range []int{1, -1} {
			i, j := 0, 0
			if step < 0 {
				i, j = len(a.Words)-1, len(b.Words)-1
			}
			var got, want [4]int
			got[0], got[1], got[2], got[3] = m.outward(&a, &b, i, j, step)
			want[0], want[1], want[2], want[3] = outwardByTable(a.Words, b.Words, i, j, step)
			if got != want {
				t.Fatalf("%v %v by %d: %v, want %v", a.Words, b.Words, step, got, want)
			}
			gains += min(got[2], 1)
		}
	}
	if gains < 1000 {
		t.Errorf("only %d edges go on", gains)
	}
}

// outwardByTable is outward without what makes it quick.
func outwardByTable(a, b []uint32, i, j, step int) (da, db, equal, columns int) {
	n, k := left(len(a), i, step), left(len(b), j, step)
	if n == 0 || k == 0 {
		return 0, 0, 0, 0
	}
	table := map[[2]int]edge{}
	at := func(x, y int) edge {
		if e, ok := table[[2]int{x, y}]; ok {
			return e
		}
		return edgeDead
	}
	for y := range min(k, edgeBand) + 1 {
		table[[2]int{0, y}] = edge(y) * edgeChanged
	}
	var best edge
	for x := 1; x <= n; x++ {
		top := edge(edgeDead)
		for y := max(0, x-edgeBand); y <= min(k, x+edgeBand); y++ {
			cell := max(at(x-1, y), at(x, y-1)) + edgeChanged
			if y > 0 {
				score := edgeChanged
				if a[i+(x-1)*step] == b[j+(y-1)*step] {
					score = edgeSame
				}
				cell = max(cell, at(x-1, y-1)+score)
			}
			table[[2]int{x, y}] = cell
			top = max(top, cell)
			if cell.score() > best.score() {
				best, da, db = cell, x, y
			}
		}
		if top.score() < best.score()-edgeDrop {
			break
		}
	}
	if best.score() < edgeGain {
		return 0, 0, 0, 0
	}
	return da, db, int(best >> 8 & 0xff), int(best & 0xff)
}
