package reuse

// run is words that are equal one by one: [a0,a1) of a row and [b0,b1) of
// another. A passage is a run too, of which some are not.
type run struct {
	a0, a1, b0, b1 int
	equal, columns int // of the alignment
	part           int // of a passage: the last of its parts
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
// these differ.
func (m *matcher) grow(a, b *Row, i, j int) run {
	if m.exact {
		return m.growExactly(a, b, i, j)
	}
	back, ahead := 0, 0
	for back < min(i, j) && a.Words[i-back-1] == b.Words[j-back-1] {
		back++
	}
	for ahead < min(len(a.Words)-i, len(b.Words)-j) && a.Words[i+ahead] == b.Words[j+ahead] {
		ahead++
	}
	if ahead == 0 {
		return run{}
	}
	return run{a0: i - back, a1: i + ahead, b0: j - back, b1: j + ahead, equal: back + ahead, columns: back + ahead}
}

func (m *matcher) growExactly(a, b *Row, i, j int) run {
	back, ahead := 0, 0
	for ahead < min(len(a.Words)-i, len(b.Words)-j) && m.same(a, b, i+ahead, j+ahead) {
		ahead++
	}
	if ahead == 0 {
		return run{}
	}
	for back < min(i, j) && m.same(a, b, i-back-1, j-back-1) {
		back++
	}
	return run{a0: i - back, a1: i + ahead, b0: j - back, b1: j + ahead, equal: back + ahead, columns: back + ahead}
}

// same says whether word i of a and word j of b are the same word.
func (m *matcher) same(a, b *Row, i, j int) bool {
	return a.Words[i] == b.Words[j] && (!m.exact || m.scanner.equal(a.Word(i), b.Word(j)))
}
