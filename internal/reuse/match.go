package reuse

import (
	"cmp"
	"slices"
)

// Passage is a stretch that two reports share. A has the lower rank; the
// places are bytes, half-open. Equal of Columns words are the same in the
// alignment of the two.
type Passage struct {
	A, B           uint32
	A0, A1, B0, B1 uint32
	Equal, Columns uint32
}

// ComparePassages orders by the reports and the places in them.
func ComparePassages(x, y *Passage) int {
	return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(x.A0, y.A0), cmp.Compare(x.B0, y.B0),
		cmp.Compare(x.A1, y.A1), cmp.Compare(x.B1, y.B1))
}

// inOrder sorts passages of n reports of which the reports A lie in a: pairs by their
// numbers, and then the few passages of a pair.
func inOrder(passages []Passage, a span, n int) []Passage {
	wide := bitsOf(uint32(n))
	sorted := radix(passages, make([]Passage, len(passages)), wide+bitsOf(a.last-a.first), func(p *Passage) uint64 {
		return uint64(p.A-a.first)<<wide | uint64(p.B)
	})
	for start, end := 0, 0; start < len(sorted); start = end {
		p := &sorted[start]
		for end = start + 1; end < len(sorted) && sorted[end].A == p.A && sorted[end].B == p.B; {
			end++
		}
		if end-start > 1 {
			slices.SortFunc(sorted[start:end], func(x, y Passage) int { return ComparePassages(&x, &y) })
		}
	}
	return sorted
}

// matcher makes passages of the links of a range of pairs. Each goroutine has
// its own.
//
// Words are compared by their hashes, which are at hand; the bytes of those
// that a passage takes for equal are compared at the end, and where one of them
// is not, the pair is done again by bytes.
type matcher struct {
	scanner  *Scanner
	docs     *docs
	shelf    *shelf
	masts    mastheads
	minWords int
	exact    bool // compare the bytes of every word: rows are full

	passages           []Passage
	spare              []Link
	runs, open, chosen []run
	parts              []part // of the passages of a pair
	a, b               piece
	copies             copyRooms
}

// read makes the passages of links of which the reports A lie in a, and the
// reports B in b.
func (m *matcher) read(links []Link, a, b span) error {
	links = m.sort(links, a, b)
	for start := 0; start < len(links); {
		end := start + 1
		for end < len(links) && links[end].A == links[start].A && links[end].B == links[start].B {
			end++
		}
		if err := m.pair(links[start:end]); err != nil {
			return err
		}
		start = end
	}
	return nil
}

// sort orders links by report, B first: so each B is at hand until all of its
// pairs are done.
func (m *matcher) sort(links []Link, a, b span) []Link {
	if cap(m.spare) < len(links) {
		m.spare = make([]Link, len(links))
	}
	wide := bitsOf(a.last - a.first)
	return radix(links, m.spare, wide+bitsOf(b.last-b.first), func(l *Link) uint64 {
		return uint64(l.B-b.first)<<wide | uint64(l.A-a.first)
	})
}

// bitsOf is how many bits the numbers below n need.
func bitsOf(n uint32) int {
	bits := 0
	for ; n > 0; n >>= 1 {
		bits++
	}
	return bits
}

// pair makes the passages of two reports.
func (m *matcher) pair(links []Link) error {
	l := links[0]
	a, err := m.shelf.row(l.A)
	if err != nil {
		return err
	}
	b, err := m.shelf.row(l.B)
	if err != nil {
		return err
	}
	began := len(m.passages)
	for _, p := range m.between(a, b, links) {
		if m.isMast(l.A, l.B, a.Words[p.a0:p.a1]) {
			continue
		}
		same, err := m.found(links, a, b, p)
		if err != nil {
			return err
		}
		if !same {
			m.passages = m.passages[:began]
			return m.exactly(links, l.A, l.B)
		}
	}
	return nil
}

// found gives a passage to two reports and to their copies, unless hashes misled.
func (m *matcher) found(links []Link, a, b *Row, p run) (same bool, err error) {
	l := links[0]
	if err := m.shelf.words(l.A, a, p.a0, p.a1, &m.a); err != nil {
		return false, err
	}
	if err := m.shelf.words(l.B, b, p.b0, p.b1, &m.b); err != nil {
		return false, err
	}
	if !sameParts(m.scanner, m.parts, &m.a.side, &m.b.side, p) {
		return false, nil
	}
	if m.docs.copied[l.A] || m.docs.copied[l.B] {
		return true, m.addCopies(links, p)
	}
	m.put(l.A, l.B, m.a.placed(p.a0, p.a1), m.b.placed(p.b0, p.b1), p)
	return true, nil
}

// between gives the passages of two rows, by words.
func (m *matcher) between(a, b *Row, links []Link) []run {
	if len(links) > 1 {
		slices.SortFunc(links, func(x, y Link) int {
			return cmp.Or(cmp.Compare(x.WordA, y.WordA), cmp.Compare(x.WordB, y.WordB))
		})
	}
	return m.chain(a, b, m.extend(a, b, links), m.minWords)
}

// isMast says whether words of two reports are their outlet's masthead.
func (m *matcher) isMast(a, b uint32, words []uint32) bool {
	outlet := m.docs.outlet[a]
	return outlet == m.docs.outlet[b] && m.masts.of(m.scanner, words, outlet)
}

func (m *matcher) put(x, y uint32, a, b placed, p run) {
	if y < x {
		x, y, a, b = y, x, b, a
	}
	m.passages = append(roomForOne(m.passages), Passage{
		A: x, B: y, A0: a.start, A1: a.end, B0: b.start, B1: b.end, Equal: uint32(p.equal), Columns: uint32(p.columns),
	})
}

// exactly makes the passages of two reports by the bytes of their words: for
// the rare pair in which two words have one hash.
func (m *matcher) exactly(links []Link, x, y uint32) error {
	e := matcher{scanner: m.scanner, docs: m.docs, masts: m.masts, minWords: m.minWords, exact: true}
	a, err := m.shelf.another(x, &fullRow{})
	if err != nil {
		return err
	}
	b, err := m.shelf.another(y, &fullRow{})
	if err != nil {
		return err
	}
	for _, p := range e.between(a, b, slices.Clone(links)) {
		if !e.isMast(x, y, a.Words[p.a0:p.a1]) {
			m.put(x, y, placed{a.Start[p.a0], a.End[p.a1-1]}, placed{b.Start[p.b0], b.End[p.b1-1]}, p)
		}
	}
	return nil
}
