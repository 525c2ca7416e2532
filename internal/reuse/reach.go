package reuse

// An edge is where the words of a passage begin to differ. What lies beyond may
// still be the same passage: a word was changed, and fewer words follow than a
// shingle has. It is aligned outward, in a narrow band, as long as that gains.
const (
	// edgeWords is how far an edge is followed, in words.
	edgeWords = 24
	// edgeBand is how many words the two sides may be apart.
	edgeBand  = 4
	edgeWidth = 2*edgeBand + 1
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
func (m *matcher) outward(a, b *Row, i, j, step int) (da, db, equal, columns int) {
	n, k := left(len(a.Words), i, step), left(len(b.Words), j, step)
	if !mayGain(a.Words, b.Words, i, j, step, n, k) {
		return 0, 0, 0, 0
	}
	// Cell d+1 of row x is y = x + d - edgeBand, with a dead one on each side. What lies
	// beyond the last word is worth less than what lies before it, so that it needs no care.
	var row [edgeWidth + 2]edge
	for d := range row {
		row[d] = edgeDead
	}
	for y := range edgeBand + 1 {
		row[y+edgeBand+1] = edge(y) * edgeChanged
	}
	words := bandOf(b.Words, j, step, k)
	var best edge
	for x := 1; x <= min(n, k+edgeBand); x++ {
		word, beside := uint64(a.Words[i+(x-1)*step]), words[x-1:][:edgeWidth]
		cell, top := edge(edgeDead), edge(edgeDead)
		for d := 1; d <= edgeWidth; d++ {
			diagonal := row[d] + edgeChanged
			if beside[d-1] == word && (!m.exact || m.same(a, b, i+(x-1)*step, j+(x+d-2-edgeBand)*step)) {
				diagonal = row[d] + edgeSame
			}
			cell = max(max(diagonal, row[d+1]+edgeChanged), cell+edgeChanged)
			row[d] = cell
			top = max(top, cell)
		}
		if top.score() > best.score() {
			d := 1
			for row[d].score() < top.score() {
				d++
			}
			best, da, db = row[d], x, x+d-1-edgeBand
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

// bandOf gives the k words from j on, in steps of one, with what is no word before and after
// them: those beside word x of the other side are the edgeWidth from x on.
func bandOf(words []uint32, j, step, k int) (band [edgeWords + edgeWidth - 1]uint64) {
	for y := range band {
		band[y] = 1 << 32
	}
	for y := range k {
		band[y+edgeBand] = uint64(words[j+y*step])
	}
	return band
}

// mayGain says whether an extension may reach edgeGain before it is given up.
// Most edges are where an idiom ends, and nothing follows: a row gains at most
// one, and loses one where its word is none of those beside it. Those are told
// by some bits of their hashes, which lets a few pass that are not there.
func mayGain(a, b []uint32, i, j, step, n, k int) bool {
	const bits, sets = 64, 4
	var beside [sets]uint64
	y, most := 0, 0
	for x := range n {
		for ; y < min(k, x+1+edgeBand); y++ {
			w := b[j+y*step]
			beside[w/bits%sets] |= 1 << (w % bits)
		}
		most--
		w := a[i+x*step]
		if beside[w/bits%sets]>>(w%bits)&1 != 0 {
			most += 2
		}
		if most >= edgeGain {
			return true
		}
		if most < -edgeDrop {
			return false
		}
	}
	return false
}

// left is how many words lie from i on in the direction of step, up to
// edgeWords.
func left(words, i, step int) int {
	if step > 0 {
		return min(edgeWords, words-i)
	}
	return min(edgeWords, i+1)
}
