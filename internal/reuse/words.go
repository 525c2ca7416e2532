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
func sameParts(s *Scanner, parts []part, a, b *Row, p run) bool {
	if p.equal == p.columns {
		return sameWords(s, a, b)
	}
	endA, endB, band := len(a.Words), len(b.Words), edgeBand
	for at := p.part; at != none; at = parts[at].before {
		r := parts[at].run
		a0, a1, b0, b1 := r.a0-p.a0, r.a1-p.a0, r.b0-p.b0, r.b1-p.b0
		x, y := a.part(a0, a1), b.part(b0, b1)
		if !sameWords(s, &x, &y) {
			return false
		}
		if !sameBetween(s, a, b, gap{a1, endA, b1, endB}, 0, band) {
			return false
		}
		endA, endB, band = a0, b0, maxGap
	}
	return sameBetween(s, a, b, gap{0, endA, 0, endB}, endB-endA, edgeBand)
}

// gap is words [a0,a1) of a row and [b0,b1) of another.
type gap struct{ a0, a1, b0, b1 int }

// sameBetween says whether words of a gap are the same that have one hash, and of which
// the one in b is so many words ahead of the one in a, or within a band around that.
func sameBetween(s *Scanner, a, b *Row, g gap, ahead, band int) bool {
	for i := g.a0; i < g.a1; i++ {
		at := g.b0 + i - g.a0 + ahead
		for j := max(g.b0, at-band); j < min(g.b1, at+band+1); j++ {
			if a.Words[i] == b.Words[j] && !s.equal(a.Word(i), b.Word(j)) {
				return false
			}
		}
	}
	return true
}
