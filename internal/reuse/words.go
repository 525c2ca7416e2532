package reuse

// sameWords says whether two rows of one length are the same words.
func sameWords(s *Scanner, a, b *Row) bool {
	n := len(a.Words)
	if n != len(b.Words) {
		return false
	}
	if n == 0 || a.Text[a.Start[0]:a.End[n-1]] == b.Text[b.Start[0]:b.End[n-1]] {
		return true
	}
	for i := range n {
		if !s.equal(a.Word(i), b.Word(i)) {
			return false
		}
	}
	return true
}

// sameParts says whether all words are the same that a passage took for equal by
// their hashes: those of its parts, and those in the gaps between them and at
// the edges, of which any two may have been aligned. The rows are those of the
// passage.
func (m *matcher) sameParts(a, b *Row, p run) bool {
	if p.equal == p.columns {
		return sameWords(m.scanner, a, b)
	}
	endA, endB := len(a.Words), len(b.Words)
	for at := p.part; at != none; at = m.parts[at].before {
		r := m.parts[at].run
		a0, a1, b0, b1 := r.a0-p.a0, r.a1-p.a0, r.b0-p.b0, r.b1-p.b0
		x, y := a.part(a0, a1), b.part(b0, b1)
		if !sameWords(m.scanner, &x, &y) || !m.sameBetween(a, b, a1, endA, b1, endB) {
			return false
		}
		endA, endB = a0, b0
	}
	return m.sameBetween(a, b, 0, endA, 0, endB)
}

// sameBetween says whether words of two gaps that have one hash are the same.
func (m *matcher) sameBetween(a, b *Row, a0, a1, b0, b1 int) bool {
	for i := a0; i < a1; i++ {
		for j := b0; j < b1; j++ {
			if a.Words[i] == b.Words[j] && !m.scanner.equal(a.Word(i), b.Word(j)) {
				return false
			}
		}
	}
	return true
}
