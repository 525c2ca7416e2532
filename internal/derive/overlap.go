package derive

import "stemma"

// overlap is what passages two reports share, seen from the copy.
type overlap struct {
	share         float64
	prose, quoted int
	passages      []stemma.Span // in the exemplar and the copy, in turn
}

// readOverlaps counts, for every ordered pair (exemplar, copy), the words of
// the copy that stand in shared passages.
func (w *work) readOverlaps() map[[2]int]*overlap {
	marked := map[[2]int][]bool{}
	found := map[[2]int]*overlap{}
	for _, r := range w.in.Reuse {
		a, aOK := w.index[r.A.Report]
		b, bOK := w.index[r.B.Report]
		if !aOK || !bOK {
			continue
		}
		w.markPassage(marked, found, a, b, r.A, r.B)
		w.markPassage(marked, found, b, a, r.B, r.A)
	}
	for key, o := range found {
		w.count(o, key[1], marked[key])
	}
	return found
}

func (w *work) markPassage(marked map[[2]int][]bool, found map[[2]int]*overlap, exemplar, copy int, there, here stemma.Span) {
	key := [2]int{exemplar, copy}
	t := w.in.Texts[copy]
	if found[key] == nil {
		found[key] = &overlap{}
		marked[key] = make([]bool, len(t.Tokens))
	}
	found[key].passages = append(found[key].passages, there, here)
	for k := t.TokenAt(here.Start); k < len(t.Tokens) && t.Tokens[k].Start < here.End; k++ {
		marked[key][k] = true
	}
}

// count sums the marked words; those inside quotation marks are speech.
func (w *work) count(o *overlap, report int, marked []bool) {
	t := w.in.Texts[report]
	words, quoted := 0, quotedTokens(t)
	for k, tok := range t.Tokens {
		if tok.Kind == stemma.Mark {
			continue
		}
		words++
		switch {
		case marked[k] && quoted[k]:
			o.quoted++
		case marked[k]:
			o.prose++
		}
	}
	if words > 0 {
		o.share = float64(o.prose+o.quoted) / float64(words)
	}
}

// quotedTokens says for every token whether it stands between double
// quotation marks of its own paragraph.
func quotedTokens(t *stemma.Text) []bool {
	quoted := make([]bool, len(t.Tokens))
	open, segment := false, -1
	for _, s := range t.Sentences {
		if s.Segment != segment {
			open, segment = false, s.Segment
		}
		for k := s.First; k < s.Last; k++ {
			if t.Tokens[k].Form == `"` {
				open = !open
			}
			quoted[k] = open
		}
	}
	return quoted
}
