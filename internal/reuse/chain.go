package reuse

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
func chain(a, b row, runs []passage, minWords int) []passage {
	var open []passage
	for _, run := range runs {
		if at := follow(a, b, open, run); at >= 0 {
			open[at] = join(a, b, open[at], run)
			continue
		}
		open = append(open, run)
	}
	sortPassages(open)
	var found []passage
	for i, p := range open {
		if p.a1-p.a0 >= minWords && p.b1-p.b0 >= minWords && !covered(open, i) {
			found = append(found, p)
		}
	}
	return found
}

// follow gives the latest open passage that the run continues, or -1.
func follow(a, b row, open []passage, run passage) int {
	for i := len(open) - 1; i >= 0 && i >= len(open)-maxLook; i-- {
		p := open[i]
		gapA, gapB := run.a0-p.a1, run.b0-p.b1
		if gapA < 0 || gapB < 0 || gapA > maxGap || gapB > maxGap {
			continue
		}
		if join(a, b, p, run).identity() >= minIdentity {
			return i
		}
	}
	return -1
}

// join puts a run behind a passage; the gap between them is aligned.
func join(a, b row, p, run passage) passage {
	equal, columns := align(a, b, p.a1, run.a0, p.b1, run.b0)
	return passage{
		a0: p.a0, a1: run.a1, b0: p.b0, b1: run.b1,
		equal: p.equal + equal + run.equal, columns: p.columns + columns + run.columns,
	}
}

// covered says whether passage i lies inside another one in both rows, as a
// phrase does that is repeated within a passage. Passages stand in order.
func covered(all []passage, i int) bool {
	p := all[i]
	for k := max(0, i-maxLook); k < len(all) && all[k].a0 <= p.a0; k++ {
		q := all[k]
		if k != i && q.a0 <= p.a0 && p.a1 <= q.a1 && q.b0 <= p.b0 && p.b1 <= q.b1 && (q != p || k < i) {
			return true
		}
	}
	return false
}
