package derive

import (
	"fmt"
	"slices"

	"stemma"
)

// leastProse is how many words of prose two reports must share without the
// third for it to show: one passage.
const leastProse = reportedWords

// hangReleases finds reports that print one text which is not in the pile: a
// press release, an agency report that nobody names. In three of them each two
// share prose that the third left out, and no kept report explains it; had one
// copied another, the third could have got what the second dropped only from
// the first. They hang from a lost witness, instead of from each other.
func (w *work) hangReleases() {
	group := w.stars()
	if len(group) == 0 {
		return
	}
	at := w.lostWitness("unnamed common text", stemma.LostRelease)
	for _, i := range group {
		best := 0.0
		var passages []stemma.Span
		for _, k := range group {
			if p := w.pairs[[2]int{k, i}]; k != i && p.share > best {
				best, passages = p.share, p.passages
			}
		}
		for _, k := range group {
			w.drop(k, i)
		}
		w.addLost(at, i, stemma.Rewrite, lostOdds, stemma.Evidence{
			Kind: stemma.ReuseEvidence, Weight: lostOdds, Spans: list(passages),
			Says: fmt.Sprintf("%s shares wording with each of %d others that those do not all have: all took it from a text that is not here", w.label(i), len(group)-1),
		})
		w.edge(at, i).share = best
	}
}

// stars gives the reports that stand in such a triple, in order.
func (w *work) stars() []int {
	alone := w.sharedAlone()
	var group []int
	for _, e := range w.edges {
		for c := range w.kept() {
			if e.from < w.kept() && e.to < w.kept() && c != e.from && c != e.to && w.isStar(alone, e.from, e.to, c) {
				group = append(group, e.from, e.to, c)
			}
		}
	}
	slices.Sort(group)
	return slices.Compact(group)
}

// isStar asks of two linked reports and a third whether they are such a
// triple.
func (w *work) isStar(alone map[[2]int]int, a, b, c int) bool {
	for _, p := range [][2]int{{a, b}, {a, c}, {b, c}} {
		if alone[p] < leastProse || w.pairs[p].credited() || w.pairs[[2]int{p[1], p[0]}].credited() {
			return false
		}
	}
	return true
}

// sharedAlone counts, for every two reports, the words of prose of the first
// that stand in the second and in no other report.
func (w *work) sharedAlone() map[[2]int]int {
	alone := map[[2]int]int{}
	for a, t := range w.in.Texts {
		sharers, last := make([]int, len(t.Tokens)), make([]int, len(t.Tokens))
		for b := range w.kept() {
			if a == b {
				continue
			}
			for k, hit := range w.marked(a, b) {
				if hit {
					sharers[k]++
					last[k] = b
				}
			}
		}
		quoted := quotedTokens(t)
		for k, tok := range t.Tokens {
			if sharers[k] == 1 && !quoted[k] && tok.Kind != stemma.Mark {
				alone[[2]int{a, last[k]}]++
			}
		}
	}
	return alone
}

// marked says of every token of report a whether it stands in a passage that
// it shares with b; nil when there is none.
func (w *work) marked(a, b int) []bool {
	passages := w.pairs[[2]int{b, a}].passages
	if len(passages) == 0 {
		return nil
	}
	t := w.in.Texts[a]
	marks := make([]bool, len(t.Tokens))
	for i := 1; i < len(passages); i += 2 {
		for k := t.TokenAt(passages[i].Start); k < len(t.Tokens) && t.Tokens[k].Start < passages[i].End; k++ {
			marks[k] = true
		}
	}
	return marks
}
