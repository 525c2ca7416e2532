package derive

import (
	"cmp"
	"slices"

	"stemma"
)

// overlap is what passages two reports share, seen from the copy. Words count
// once, however many passages they stand in.
type overlap struct {
	prose, quoted int32   // words: the reporter's own, and speech
	own           int32   // words of prose that no better exemplar has
	forbidden     bool    // by dates, to be a descent
	share         float64 // prose and speech, of the copy's words
	reuse         []int32 // the passages, by their places in Input.Reuse
	pieces        []piece // of the copy
}

// piece is a half-open range of tokens. spoken is set where the words are
// speech in the other report, so that they are in this one, marked or not.
type piece struct {
	first, last int32
	spoken      bool
}

// readOverlaps fills in, for every ordered pair that shares passages, what
// they come to.
func (w *pairs) readOverlaps() {
	for i, r := range w.reuse {
		a, aOK := w.index[r.A.Report]
		b, bOK := w.index[r.B.Report]
		if aOK && bOK && a != b {
			w.addPassage(w.need(a, b), i)
			w.addPassage(w.need(b, a), i)
		}
	}
	for _, copy := range w.copies {
		for _, p := range copy {
			w.count(p)
		}
	}
}

func (w *pairs) addPassage(p *pair, place int) {
	there, here := w.sides(p, place)
	p.reuse = append(p.reuse, int32(place))
	first, last := w.tokens(p.copy, here)
	from, to := w.tokens(p.exemplar, there)
	p.pieces = append(p.pieces, piece{int32(first), int32(last), w.speech[p.exemplar].isSpeech(from, to)})
}

// sides gives a passage in the exemplar and in the copy.
func (w *pairs) sides(p *pair, place int) (there, here stemma.Span) {
	r := &w.reuse[place]
	if w.index[r.A.Report] == p.exemplar {
		return r.A, r.B
	}
	return r.B, r.A
}

// passages gives the passages of a pair, in the exemplar and the copy, in turn.
func (w *pairs) passages(p *pair) []stemma.Span {
	var found []stemma.Span
	for _, place := range p.reuse {
		there, here := w.sides(p, int(place))
		found = append(found, there, here)
	}
	return found
}

// count sums the words of the copy that stand in the pair's pieces.
func (w *pairs) count(p *pair) {
	slices.SortFunc(p.pieces, func(a, b piece) int { return cmp.Compare(a.first, b.first) })
	s := w.speech[p.copy]
	at := int32(0)
	for _, x := range p.pieces {
		at = max(at, x.first)
		if at >= x.last {
			continue
		}
		words, quoted := s.words[x.last]-s.words[at], s.spoken[x.last]-s.spoken[at]
		if x.spoken {
			quoted = words
		}
		p.quoted += int32(quoted)
		p.prose += int32(words - quoted)
		at = x.last
	}
	if total := s.total(); total > 0 {
		p.share = float64(p.prose+p.quoted) / float64(total)
	}
}

// free counts the words of prose in the pair's pieces that are not taken yet. The pieces
// are in order.
func (p *pair) free(s speech, taken []bool) int32 {
	n, at := int32(0), int32(0)
	for _, x := range p.pieces {
		if x.spoken {
			continue
		}
		for at = max(at, x.first); at < x.last; at++ {
			if !taken[at] && s.isProse(int(at)) {
				n++
			}
		}
	}
	return n
}

// take counts the words of prose in the pair's pieces that are not taken yet,
// and takes them.
func (p *pair) take(s speech, taken []bool) int32 {
	n := int32(0)
	for _, x := range p.pieces {
		if x.spoken {
			continue
		}
		for k := x.first; k < x.last; k++ {
			if !taken[k] && s.isProse(int(k)) {
				n++
			}
			taken[k] = true
		}
	}
	return n
}

// claimProse gives the prose of a copy to the exemplar that has most of it:
// what a copy shares with the others too, it has from that one. What a page said
// before is its own.
func (w weigher) claimProse(copy int) {
	taken := make([]bool, len(w.texts[copy].Tokens))
	s := w.speech[copy]
	var candidates []*pair
	for _, p := range w.exemplarsOf(copy) {
		switch {
		case p.prose == 0 || p.forbidden:
		case w.names[p.exemplar].onePage(w.names[copy]):
			p.own = p.take(s, taken)
		default:
			candidates = append(candidates, p)
		}
	}
	for _, p := range candidates {
		p.own = p.free(s, taken)
	}
	slices.SortFunc(candidates, func(a, b *pair) int {
		return cmp.Or(cmp.Compare(b.own, a.own), w.compare(a.exemplar, b.exemplar))
	})
	for _, p := range candidates {
		p.own = p.take(s, taken)
	}
}

// sharedBytes counts, for every report and another one, the bytes of the first
// that stand in the second too.
func (w *pairs) sharedBytes() map[[2]int]int {
	shared := map[[2]int]int{}
	for _, r := range w.reuse {
		a, okA := w.index[r.A.Report]
		b, okB := w.index[r.B.Report]
		if okA && okB {
			shared[[2]int{a, b}] += r.A.Len()
			shared[[2]int{b, a}] += r.B.Len()
		}
	}
	return shared
}

// proseAt is the part of the copy that stands in the exemplar as prose.
func (w *pairs) proseAt(p *pair) float64 {
	return float64(p.prose) / float64(max(1, w.speech[p.copy].total()))
}
