package reuse

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
