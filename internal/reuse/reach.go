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

// edge is the best alignment that ends at a cell: its score above its equal
// words above its columns, a byte for each of the two, so that of two edges
// the greater number is the better one, and that a step is one addition.
type edge int32

const (
	edgeScore   edge = 1 << 16
	edgeEqual   edge = 1 << 8
	edgeColumn  edge = 1
	edgeSame         = edgeScore + edgeEqual + edgeColumn
	edgeChanged      = -edgeScore + edgeColumn // also a dropped or added word
	edgeDead         = -1 << 14 * edgeScore
)

func (e edge) score() int { return int(e >> 16) }

// outward aligns the words from i and j on, in steps of one, and gives how many
// of each side belong to the best extension, with its equal words and columns.
// Most edges are where an idiom ends, and nothing follows: so the loop is kept
// to a comparison and two additions a cell.
func (m *matcher) outward(a, b *Row, i, j, step int) (da, db, equal, columns int) {
	n, k := left(len(a.Words), i, step), left(len(b.Words), j, step)
	if n == 0 || k == 0 {
		return 0, 0, 0, 0
	}
	const width = 2*edgeBand + 1
	// Cell d+1 of row x is y = x + d - edgeBand, with a dead one on each side.
	var row [width + 2]edge
	for d := range row {
		row[d] = edgeDead
	}
	for y := 0; y <= min(k, edgeBand); y++ {
		row[y+edgeBand+1] = edge(y) * edgeChanged
	}
	var best edge
	for x := 1; x <= n; x++ {
		word := a.Words[i+(x-1)*step]
		top := edge(edgeDead)
		first, last := max(1, edgeBand+1-x), min(width, k-x+edgeBand+1)
		if first > last {
			break
		}
		row[first-1] = edgeDead
		for d := first; d <= last; d++ {
			y := x + d - 1 - edgeBand
			cell := max(row[d-1], row[d+1]) + edgeChanged
			if y > 0 {
				diagonal := row[d] + edgeChanged
				at := j + (y-1)*step
				if b.Words[at] == word && (!m.exact || m.scanner.equal(a.Word(i+(x-1)*step), b.Word(at))) {
					diagonal = row[d] + edgeSame
				}
				cell = max(cell, diagonal)
			}
			row[d] = cell
			top = max(top, cell)
			if cell.score() > best.score() {
				best, da, db = cell, x, y
			}
		}
		row[last+1] = edgeDead
		if top.score() < best.score()-edgeDrop {
			break
		}
	}
	if best.score() < edgeGain {
		return 0, 0, 0, 0
	}
	return da, db, int(best >> 8 & 0xff), int(best & 0xff)
}

// left is how many words lie from i on in the direction of step, up to
// edgeWords.
func left(words, i, step int) int {
	if step > 0 {
		return min(edgeWords, words-i)
	}
	return min(edgeWords, i+1)
}
