package reuse

// run is words that are equal one by one: [a0,a1) of a row and [b0,b1) of
// another. A passage is a run too, of which some are not.
type run struct {
	a0, a1, b0, b1 int
	equal, columns int // of the alignment
}

func (p run) identity() float64 { return float64(p.equal) / float64(p.columns) }

// lookBack bounds how many earlier runs a link is held against.
const lookBack = 16

// extend makes of every link a maximal run of equal words. Links come in order;
// one that lies inside a run made already is skipped.
func (m *matcher) extend(a, b *Row, links []Link) []run {
	runs := m.runs[:0]
	for _, x := range links {
		i, j := int(x.WordA), int(x.WordB)
		if i >= len(a.Words) || j >= len(b.Words) || inside(runs, i, j) {
			continue
		}
		if r := m.grow(a, b, i, j); r.columns >= shingle {
			runs = append(runs, r)
		}
	}
	m.runs = runs
	sortRuns(runs)
	return runs
}

func inside(runs []run, i, j int) bool {
	for k := len(runs) - 1; k >= 0 && k >= len(runs)-lookBack; k-- {
		if r := runs[k]; i-j == r.a0-r.b0 && i >= r.a0 && i < r.a1 {
			return true
		}
	}
	return false
}

// grow gives the run that holds word i of a and word j of b; it is empty when
// these differ. It goes by the hashes first and then looks at the bytes.
func (m *matcher) grow(a, b *Row, i, j int) run {
	back, ahead := 0, 0
	for back < min(i, j) && a.Words[i-back-1] == b.Words[j-back-1] {
		back++
	}
	for ahead < min(len(a.Words)-i, len(b.Words)-j) && a.Words[i+ahead] == b.Words[j+ahead] {
		ahead++
	}
	if !m.verbatim(a, b, i-back, j-back, back+ahead) {
		ahead = m.verified(a, b, i, j, ahead, 1)
		if ahead == 0 {
			return run{}
		}
		back = m.verified(a, b, i-1, j-1, back, -1)
	}
	n := back + ahead
	return run{a0: i - back, a1: i + ahead, b0: j - back, b1: j + ahead, equal: n, columns: n}
}

// verbatim says whether n words are the same bytes, with what stands between
// them.
func (m *matcher) verbatim(a, b *Row, i, j, n int) bool {
	return n > 0 && a.Text[a.Start[i]:a.End[i+n-1]] == b.Text[b.Start[j]:b.End[j+n-1]]
}

// verified counts the words, from i and j on in steps of one, that are the
// same, up to n.
func (m *matcher) verified(a, b *Row, i, j, n, step int) int {
	for k := range n {
		if !m.scanner.same(a, b, i+k*step, j+k*step) {
			return k
		}
	}
	return n
}
