package derive

import (
	"maps"
	"slices"

	"stemma"
)

const (
	// leastProse is how many words of prose two reports must share without the
	// third for it to show: one passage.
	leastProse = reportedWords
	// releaseShare is the share of one of them that must stand in another as
	// prose: what reporters who heard one speech share by chance is less.
	releaseShare = 0.2
)

// commons are the reports that print a text which is not here: an agency's, or one that
// nobody names. What these share tells nothing of who has it from whom.
type commons struct {
	printings
	common map[int]bool // reports that share a text that nobody names
}

// findCommonTexts finds reports that print one text which is not in the pile: a
// press release, an agency report that nobody names. In three of them each two
// share prose that the third left out; had one copied another, the third could
// have got what the second dropped only from the first.
func (w *commons) findCommonTexts() {
	alone := w.sharedAlone()
	w.common = map[int]bool{}
	for a := range w.kept() {
		near := w.sharers(alone, a)
		for _, b := range near {
			for _, c := range near {
				if a < b && b < c && w.isStar(alone, a, b, c) {
					w.common[a], w.common[b], w.common[c] = true, true, true
				}
			}
		}
	}
}

// commonText says whether a pair shares such a text.
func (w *commons) commonText(p *pair) bool {
	return w.common[p.exemplar] && w.common[p.copy] && !p.credited()
}

// isStar asks of three reports whether they are such a triple.
func (w *commons) isStar(alone map[[2]int]int, a, b, c int) bool {
	most := 0.0
	for _, k := range [][2]int{{a, b}, {a, c}, {b, c}} {
		p, back := w.pair(k[0], k[1]), w.pair(k[1], k[0])
		if alone[k] < leastProse || p.credited() || back.credited() || w.agencyText(p) || w.agencyText(back) {
			return false
		}
		most = max(most, w.proseAt(p), w.proseAt(back))
	}
	return most >= releaseShare
}

// sharers gives the reports that have enough of a report's prose that no
// third one has.
func (w *commons) sharers(alone map[[2]int]int, a int) []int {
	var found []int
	for _, p := range w.exemplarsOf(a) {
		if alone[[2]int{a, p.exemplar}] >= leastProse {
			found = append(found, p.exemplar)
		}
	}
	return found
}

// sharedAlone counts, for every two reports, the words of prose of the first
// that stand in the second and in no other report.
func (w *commons) sharedAlone() map[[2]int]int {
	alone := map[[2]int]int{}
	for a, t := range w.texts {
		sharers, last := make([]int, len(t.Tokens)), make([]int, len(t.Tokens))
		for _, p := range w.exemplarsOf(a) {
			at := int32(0)
			for _, x := range p.pieces {
				for k := max(at, x.first); k < x.last; k++ {
					sharers[k]++
					last[k] = p.exemplar
				}
				at = max(at, x.last)
			}
		}
		for k := range t.Tokens {
			if sharers[k] == 1 && w.speech[a].isProse(k) {
				alone[[2]int{a, last[k]}]++
			}
		}
	}
	return alone
}

// commonTextName is how a text is called that several reports print and none
// names.
const commonTextName = "unnamed common text"

// hangReleases hangs the reports that share a text which is not here from a
// lost witness.
func hangReleases(w *draft, text *commons) {
	if len(text.common) == 0 {
		return
	}
	at := w.lostWitness(commonTextName, "", stemma.LostRelease)
	for _, i := range slices.Sorted(maps.Keys(text.common)) {
		best := &pair{}
		for _, p := range w.exemplarsOf(i) {
			if text.common[p.exemplar] && p.share > best.share {
				best = p
			}
		}
		w.addLost(at, i, stemma.Rewrite, lostOdds, stemma.Evidence{
			Kind: stemma.ReuseEvidence, Weight: lostOdds, Spans: list(w.passages(best)),
			Saying: stemma.Say("evidence.common-text", stemma.Args{"copy": w.label(i), "n": len(text.common) - 1}),
		})
		w.edge(at, i).share = best.share
	}
}
