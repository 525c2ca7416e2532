package reuse

// Matcher finds the passages of two rows at a time, for callers that keep
// postings themselves, such as an index. Each goroutine has its own.
type Matcher struct {
	m matcher
}

// NewMatcher readies a matcher for passages of at least minWords equal words;
// fewer than Guarantee is Guarantee.
func NewMatcher(minWords int) *Matcher {
	return &Matcher{m: matcher{scanner: NewScanner(), minWords: max(minWords, Guarantee)}}
}

// Scanner is the matcher's own, which is free between its calls.
func (m *Matcher) Scanner() *Scanner { return m.m.scanner }

// Match gives the passages of two rows that hold the given shared shingles:
// WordA in a, WordB in b. They are in order of their places and numbered A and
// B as the first link is; the slice is valid until the next call.
func (m *Matcher) Match(a, b *Row, links []Link) []Passage {
	m.m.passages = m.m.passages[:0]
	if len(links) == 0 {
		return nil
	}
	m.m.exact = false
	x, y := side{row: a, text: a.Text}, side{row: b, text: b.Text}
	found := m.m.between(a, b, links)
	for _, p := range found {
		if !sameParts(m.m.scanner, m.m.parts, &x, &y, p) {
			m.m.exact = true
			found = m.m.between(a, b, links)
			break
		}
	}
	for _, p := range found {
		m.m.put(links[0].A, links[0].B, x.placed(p.a0, p.a1), y.placed(p.b0, p.b1), p)
	}
	return m.m.passages
}

// InRun says whether two postings of one shingle may stand in a shared run of
// Guarantee words, by what their keys tell of the words around it. Where it
// says no, they do not.
func InRun(p, q Posting) bool { return inRun(p.Key, q.Key) }

// Hash is the 40 bits by which postings meet. What collides in them is told
// apart where words are compared.
func (p Posting) Hash() uint64 { return p.hash() }
