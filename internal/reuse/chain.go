package reuse

import (
	"cmp"
	"slices"
)

const (
	// maxGap is the longest stretch, in words, that a passage may differ in
	// before it counts as two: about a clause. Longer ones join paragraphs
	// that merely follow one another.
	maxGap = 14
	// minIdentity is the identity below which a gap is not bridged.
	minIdentity = 0.5
	// maxLook bounds how many open passages a run is tried against.
	maxLook = 32
)

// chain joins runs that follow one another in both rows into passages, drops
// those shorter than minWords and those that lie inside a longer one, and
// gives the rest in order.
func (m *matcher) chain(a, b *Row, runs []run, minWords int) []run {
	m.parts = m.parts[:0]
	if len(runs) == 1 {
		return m.alone(a, b, runs[0], minWords)
	}
	open := m.open[:0]
	for _, r := range runs {
		if at := m.follow(a, b, open, r); at >= 0 {
			before := open[at].part
			open[at] = m.join(a, b, open[at], r)
			open[at].part = m.parted(r, before)
			continue
		}
		r.part = m.parted(r, none)
		open = append(open, r)
	}
	m.open = open
	for i := range open {
		open[i] = m.reach(a, b, open[i])
	}
	sortRuns(open)
	found := m.chosen[:0]
	for i, p := range open {
		if p.equal >= minWords && !covered(open, i) {
			found = append(found, p)
		}
	}
	m.chosen = found
	return found
}

// alone makes the passage of a pair that shares one run, as most do.
func (m *matcher) alone(a, b *Row, r run, minWords int) []run {
	r.part = m.parted(r, none)
	r = m.reach(a, b, r)
	if r.equal < minWords {
		return nil
	}
	m.chosen = append(m.chosen[:0], r)
	return m.chosen
}

// part is a run of which a passage was made, and the part before it.
type part struct {
	run
	before int
}

// none is before the first part.
const none = -1

// parted notes a run as a part.
func (m *matcher) parted(r run, before int) int {
	m.parts = append(m.parts, part{r, before})
	return len(m.parts) - 1
}

// follow gives the latest open passage that the run continues, or -1.
func (m *matcher) follow(a, b *Row, open []run, r run) int {
	for i := len(open) - 1; i >= 0 && i >= len(open)-maxLook; i-- {
		p := open[i]
		gapA, gapB := r.a0-p.a1, r.b0-p.b1
		if gapA < 0 || gapB < 0 || gapA > maxGap || gapB > maxGap {
			continue
		}
		if m.join(a, b, p, r).identity() >= minIdentity {
			return i
		}
	}
	return -1
}

// join puts a run behind a passage; the gap between them is aligned.
func (m *matcher) join(a, b *Row, p, r run) run {
	equal, columns := m.align(a, b, p.a1, r.a0, p.b1, r.b0)
	return run{
		a0: p.a0, a1: r.a1, b0: p.b0, b1: r.b1,
		equal: p.equal + equal + r.equal, columns: p.columns + columns + r.columns,
	}
}

// covered says whether passage i lies inside another one in both rows, as a
// phrase does that is repeated within a passage. Passages stand in order.
func covered(all []run, i int) bool {
	p := all[i]
	for k := max(0, i-maxLook); k < len(all) && all[k].a0 <= p.a0; k++ {
		q := all[k]
		q.part = p.part
		if k != i && q.a0 <= p.a0 && p.a1 <= q.a1 && q.b0 <= p.b0 && p.b1 <= q.b1 && (q != p || k < i) {
			return true
		}
	}
	return false
}

// sortRuns orders by place in the first row, then the second.
func sortRuns(runs []run) {
	if len(runs) < 2 {
		return
	}
	slices.SortFunc(runs, func(x, y run) int {
		return cmp.Or(cmp.Compare(x.a0, y.a0), cmp.Compare(x.b0, y.b0),
			cmp.Compare(x.a1, y.a1), cmp.Compare(x.b1, y.b1))
	})
}

// align counts the equal words and the columns of the best alignment of two
// gaps (Needleman and Wunsch 1970, cost one for a changed, dropped or added
// word). Gaps are at most maxGap words long, so the table is small.
func (m *matcher) align(a, b *Row, a0, a1, b0, b1 int) (equal, columns int) {
	n, k := a1-a0, b1-b0
	if n == 0 || k == 0 {
		return 0, n + k
	}
	type cell struct{ cost, equal, columns int }
	var rows [2][maxGap + 1]cell
	before, now := &rows[0], &rows[1]
	for j := 0; j <= k; j++ {
		before[j] = cell{cost: j, columns: j}
	}
	for i := 1; i <= n; i++ {
		now[0] = cell{cost: i, columns: i}
		for j := 1; j <= k; j++ {
			best := before[j-1]
			if m.same(a, b, a0+i-1, b0+j-1) {
				best.equal++
			} else {
				best.cost++
			}
			if up := before[j]; up.cost+1 < best.cost {
				best = up
				best.cost++
			}
			if left := now[j-1]; left.cost+1 < best.cost {
				best = left
				best.cost++
			}
			best.columns++
			now[j] = best
		}
		before, now = now, before
	}
	return before[k].equal, before[k].columns
}
