package reuse

// align counts the equal words and the columns of the best alignment of two
// gaps (Needleman and Wunsch 1970, cost one for a changed, dropped or added
// word). Gaps are at most maxGap words long, so the table is small.
func align(a, b row, a0, a1, b0, b1 int) (equal, columns int) {
	n, m := a1-a0, b1-b0
	type cell struct{ cost, equal, columns int }
	var rows [2][maxGap + 1]cell
	before, now := &rows[0], &rows[1]
	for j := 0; j <= m; j++ {
		before[j] = cell{cost: j, columns: j}
	}
	for i := 1; i <= n; i++ {
		now[0] = cell{cost: i, columns: i}
		for j := 1; j <= m; j++ {
			best := before[j-1]
			if same(a, b, a0+i-1, b0+j-1) {
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
	return before[m].equal, before[m].columns
}
