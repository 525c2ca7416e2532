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
	var group []int
	for _, e := range w.edges {
		for c := range w.kept() {
			if e.from < w.kept() && e.to < w.kept() && c != e.from && c != e.to && w.isStar(e.from, e.to, c) {
				group = append(group, e.from, e.to, c)
			}
		}
	}
	slices.Sort(group)
	return slices.Compact(group)
}

// isStar asks of two linked reports and a third whether they are such a
// triple.
func (w *work) isStar(a, b, c int) bool {
	for _, p := range [][2]int{{a, b}, {a, c}, {b, c}} {
		forth, back := w.pairs[p], w.pairs[[2]int{p[1], p[0]}]
		if forth.credited() || back.credited() || forth.prose < leastProse {
			return false
		}
	}
	return w.proseWithout(a, b, c) >= leastProse && w.proseWithout(a, c, b) >= leastProse && w.proseWithout(b, c, a) >= leastProse
}

// proseWithout counts the words of prose that a shares with b and that stand
// neither in c nor in any other kept report.
func (w *work) proseWithout(a, b, c int) int {
	t := w.in.Texts[a]
	quoted := quotedTokens(t)
	shared := w.marked(a, b)
	for i := range w.kept() {
		if i == a || i == b {
			continue
		}
		for k, hit := range w.marked(a, i) {
			shared[k] = shared[k] && !hit
		}
	}
	n := 0
	for k, tok := range t.Tokens {
		if shared[k] && !quoted[k] && tok.Kind != stemma.Mark {
			n++
		}
	}
	return n
}

// marked says of every token of report a whether it stands in a passage that
// it shares with b.
func (w *work) marked(a, b int) []bool {
	t := w.in.Texts[a]
	marks := make([]bool, len(t.Tokens))
	passages := w.pairs[[2]int{b, a}].passages
	for i := 1; i < len(passages); i += 2 {
		for k := t.TokenAt(passages[i].Start); k < len(t.Tokens) && t.Tokens[k].Start < passages[i].End; k++ {
			marks[k] = true
		}
	}
	return marks
}
