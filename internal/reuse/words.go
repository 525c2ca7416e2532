package reuse

// side is some words of a report with their bytes.
type side struct {
	row   *Row   // which tells where each word is
	first int    // the report's word that is the row's first
	at    uint32 // the report's byte that is the first of the row's text
	text  string
	from  uint32 // the report's byte that is the first of text
}

func (s *side) hash(i int) uint32  { return s.row.Words[i-s.first] }
func (s *side) start(i int) uint32 { return s.at + s.row.start(i-s.first) }
func (s *side) end(i int) uint32   { return s.at + s.row.end(i-s.first) }

// words gives the bytes of words first to last.
func (s *side) words(first, last int) string {
	return s.text[s.start(first)-s.from : s.end(last-1)-s.from]
}

// placed is a stretch of a report's text, in bytes.
type placed struct{ start, end uint32 }

func (s *side) placed(first, last int) placed { return placed{s.start(first), s.end(last - 1)} }

// sameWords says whether n words of two sides are the same, from i and j on.
func sameWords(s *Scanner, a, b *side, i, j, n int) bool {
	if n == 0 || a.words(i, i+n) == b.words(j, j+n) {
		return true
	}
	for k := range n {
		if !s.equal(a.words(i+k, i+k+1), b.words(j+k, j+k+1)) {
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
	for i := g.a0; i < g.a1; i++ {
		at, hash := g.b0+i-g.a0+ahead, a.hash(i)
		for j := max(g.b0, at-band); j < min(g.b1, at+band+1); j++ {
			if hash == b.hash(j) && !s.equal(a.words(i, i+1), b.words(j, j+1)) {
				return false
			}
		}
	}
	return true
}
