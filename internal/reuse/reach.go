package reuse

// An edge is where the words of a passage begin to differ. What lies beyond may
// still be the same passage: a word was changed, and fewer words follow than a
// shingle has. It is aligned outward, in a narrow band, as long as that gains.
const (
	// edgeWords is how far an edge is followed, in words.
	edgeWords = 24
	// edgeBand is how many words the two sides may be apart.
	edgeBand = 4
	// edgeDrop ends it when the score is so much below the best.
	edgeDrop = 5
	// edgeGain is the score (equal words less changed, dropped and added ones)
	// that an extension must reach: two equal words beyond a changed one are
	// chance.
	edgeGain = 2
)

// reach extends a passage beyond its two ends.
func (m *matcher) reach(a, b *Row, p run) run {
	da, db, equal, columns := m.outward(a, b, p.a0-1, p.b0-1, -1)
	p.a0, p.b0, p.equal, p.columns = p.a0-da, p.b0-db, p.equal+equal, p.columns+columns
	da, db, equal, columns = m.outward(a, b, p.a1, p.b1, 1)
	p.a1, p.b1, p.equal, p.columns = p.a1+da, p.b1+db, p.equal+equal, p.columns+columns
	return p
}

// edge is the best alignment so far that ends at a cell.
type edge struct{ score, equal, columns int16 }

// outward aligns the words from i and j on, in steps of one, and gives how many
// of each side belong to the best extension, with its equal words and columns.
func (m *matcher) outward(a, b *Row, i, j, step int) (da, db, equal, columns int) {
	n, k := left(len(a.Words), i, step), left(len(b.Words), j, step)
	if n == 0 || k == 0 {
		return 0, 0, 0, 0
	}
	const dead = -1 << 14
	const width = 2*edgeBand + 1
	var rows [2][width + 2]edge // cell d+1 of row x is y = x + d - edgeBand
	before, now := &rows[0], &rows[1]
	for d := range before {
		before[d].score, now[d].score = dead, dead
	}
	for y := 0; y <= min(k, edgeBand); y++ {
		before[y+edgeBand+1] = edge{int16(-y), 0, int16(y)}
	}
	var best edge
	for x := 1; x <= n; x++ {
		top := int16(dead)
		now[0].score, now[width+1].score = dead, dead
		for d := 1; d <= width; d++ {
			y := x + d - 1 - edgeBand
			now[d].score = dead
			if y < 0 || y > k {
				continue
			}
			cell := edge{score: dead}
			if y > 0 {
				cell = before[d].next(m.scanner.same(a, b, i+(x-1)*step, j+(y-1)*step))
				cell = better(cell, now[d-1].gap())
			}
			cell = better(cell, before[d+1].gap())
			now[d] = cell
			top = max(top, cell.score)
			if cell.score > best.score {
				best, da, db = cell, x, y
			}
		}
		if top < best.score-edgeDrop {
			break
		}
		before, now = now, before
	}
	if best.score < edgeGain {
		return 0, 0, 0, 0
	}
	return da, db, int(best.equal), int(best.columns)
}

func (e edge) next(same bool) edge {
	if same {
		return edge{e.score + 1, e.equal + 1, e.columns + 1}
	}
	return edge{e.score - 1, e.equal, e.columns + 1}
}

func (e edge) gap() edge { return edge{e.score - 1, e.equal, e.columns + 1} }

func better(x, y edge) edge {
	if y.score > x.score {
		return y
	}
	return x
}

// left is how many words lie from i on in the direction of step, up to
// edgeWords.
func left(words, i, step int) int {
	if step > 0 {
		return min(edgeWords, words-i)
	}
	return min(edgeWords, i+1)
}
