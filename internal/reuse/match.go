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

func comparePassages(x, y *Passage) int {
	return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(x.A0, y.A0), cmp.Compare(x.B0, y.B0),
		cmp.Compare(x.A1, y.A1), cmp.Compare(x.B1, y.B1))
}

// matcher makes passages of the links of a range of reports. Each goroutine
// has its own.
type matcher struct {
	scanner  *Scanner
	docs     *docs
	shelf    *shelf
	masts    mastheads
	minWords int

	passages          []Passage
	spare             []Link
	runs, open, found []run
}

// read takes links whose A lies in [first, last).
func (m *matcher) read(links []Link, first, last uint32) error {
	m.passages = m.passages[:0]
	links = m.sort(links, first, last)
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

// sort orders links by report and word.
func (m *matcher) sort(links []Link, first, last uint32) []Link {
	if cap(m.spare) < len(links) {
		m.spare = make([]Link, len(links))
	}
	wide := bitsOf(uint32(len(m.docs.doc)))
	return radix(links, m.spare, wide+bitsOf(last-first), func(l *Link) uint64 {
		return uint64(l.A-first)<<wide | uint64(l.B)
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
	slices.SortFunc(links, func(x, y Link) int {
		return cmp.Or(cmp.Compare(x.WordA, y.WordA), cmp.Compare(x.WordB, y.WordB))
	})
	l := links[0]
	a, err := m.shelf.row(m.scanner, l.A)
	if err != nil {
		return err
	}
	b, err := m.shelf.row(m.scanner, l.B)
	if err != nil {
		return err
	}
	outlet := m.docs.outlet[l.A]
	if outlet != m.docs.outlet[l.B] {
		outlet = 0
	}
	for _, p := range m.chain(a, b, m.extend(a, b, links), m.minWords) {
		if m.masts.of(m.scanner, a, outlet, p.a0, p.a1) {
			continue
		}
		if err := m.add(l.A, l.B, a, b, p); err != nil {
			return err
		}
	}
	return nil
}

// add gives the passage to the pair, and to all pairs of their copies, which
// have the same words.
func (m *matcher) add(x, y uint32, a, b *Row, p run) error {
	xs, ys := m.docs.copies[x], m.docs.copies[y]
	if xs == nil && ys == nil {
		m.put(x, y, a, b, p)
		return nil
	}
	return m.docs.pairs(x, y, func(i, j uint32) error {
		a, err := m.shelf.row(m.scanner, i)
		if err != nil {
			return err
		}
		b, err := m.shelf.row(m.scanner, j)
		if err != nil {
			return err
		}
		m.put(i, j, a, b, p)
		return nil
	})
}

// alike makes the passages among the copies of a report: all of their words.
func (m *matcher) alike(copies []uint32) error {
	return among(copies, m.docs.age, func(i, j uint32) error {
		a, err := m.shelf.row(m.scanner, i)
		if err != nil {
			return err
		}
		b, err := m.shelf.row(m.scanner, j)
		if err != nil {
			return err
		}
		if r := m.grow(a, b, 0, 0); r.columns >= m.minWords {
			m.put(i, j, a, b, r)
		}
		return nil
	})
}

func (m *matcher) put(x, y uint32, a, b *Row, p run) {
	if y < x {
		x, y, a, b = y, x, b, a
		p.a0, p.a1, p.b0, p.b1 = p.b0, p.b1, p.a0, p.a1
	}
	m.passages = append(m.passages, Passage{
		A: x, B: y, A0: a.Start[p.a0], A1: a.End[p.a1-1], B0: b.Start[p.b0], B1: b.End[p.b1-1],
		Equal: uint32(p.equal), Columns: uint32(p.columns),
	})
}
