package reuse

// side is some words of a report with their bytes.
type side struct {
	row   *Row   // which tells where each word is
	first int    // the report's word that is the row's first
	at    uint32 // the report's byte that is the first of the row's text
	text  string
	from  uint32 // the report's byte that is the first of text
}

// hashes gives those of words first to last.
func (s *side) hashes(first, last int) []uint32 { return s.row.Words[first-s.first : last-s.first] }

// words gives the bytes of words first to last.
func (s *side) words(first, last int) string {
	at := s.placed(first, last)
	return s.text[at.start-s.from : at.end-s.from]
}

// word gives the bytes of word i.
func (s *side) word(i int) string {
	start, end := s.row.place(i - s.first)
	start, end = start+s.at-s.from, end+s.at-s.from
	return s.text[start:end]
}

// placed is a stretch of a report's text, in bytes.
type placed struct{ start, end uint32 }

// placed gives where words first to last stand.
func (s *side) placed(first, last int) placed {
	start, _ := s.row.place(first - s.first)
	_, end := s.row.place(last - 1 - s.first)
	return placed{s.at + start, s.at + end}
}

// sameWords says whether n words of two sides are the same, from i and j on.
func sameWords(s *Scanner, a, b *side, i, j, n int) bool {
	if n == 0 || a.words(i, i+n) == b.words(j, j+n) {
		return true
	}
	for k := range n {
		if x, y := a.word(i+k), b.word(j+k); x != y && !s.equal(x, y) {
			return false
		}
	}
	return true
}

// sameParts says whether all words are the same that a passage took for equal by
// their hashes: those of its parts, and those in the gaps between them and at
// the edges, of which any two may have been aligned.
func sameParts(s *Scanner, parts []part, a, b *side, p run) bool {
	end, band := gap{a1: p.a1, b1: p.b1}, edgeBand
	for at := p.part; at != none; at = parts[at].before {
		r := parts[at].run
		if !sameWords(s, a, b, r.a0, r.b0, r.a1-r.a0) {
			return false
		}
		end.a0, end.b0 = r.a1, r.b1
		if !sameBetween(s, a, b, end, 0, band) {
			return false
		}
		end.a1, end.b1, band = r.a0, r.b0, maxGap
	}
	end.a0, end.b0 = p.a0, p.b0
	return sameBetween(s, a, b, end, end.b1-end.b0-(end.a1-end.a0), edgeBand)
}

// gap is words [a0,a1) of a report and [b0,b1) of another.
type gap struct{ a0, a1, b0, b1 int }

// sameBetween says whether words of a gap are the same that have one hash, and of which
// the one in b is so many words ahead of the one in a, or within a band around that.
func sameBetween(s *Scanner, a, b *side, g gap, ahead, band int) bool {
	theirs := b.hashes(g.b0, g.b1)
	for i, hash := range a.hashes(g.a0, g.a1) {
		first := max(0, i+ahead-band)
		last := min(len(theirs), i+ahead+band+1)
		for j := first; j < last; j++ {
			if hash != theirs[j] {
				continue
			}
			if x, y := a.word(g.a0+i), b.word(g.b0+j); x != y && !s.equal(x, y) {
				return false
			}
		}
	}
	return true
}
