package derive

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/language"
)

// writer writes the stemma that was drawn.
type writer struct {
	*draft
	pieces language.Table
}

// tree names the witnesses and writes the descents.
func (w writer) tree() Tree {
	order := w.order()
	sigla := make([]string, w.kept()+len(w.lost))
	var s Tree
	for n, i := range order {
		sigla[i] = latin(n)
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: sigla[i], Report: stemma.Maybe(w.report(i).ID)})
	}
	for n, i := range w.lostOrder() {
		sigla[i] = greek(n)
		l := &w.lost[i-w.kept()]
		s.Witnesses = append(s.Witnesses, stemma.Witness{
			Siglum: sigla[i], Lost: true, Name: w.called(l), Publisher: l.name, Kind: l.kind,
		})
	}
	place := w.places(order)
	s.Descents = w.written(w.edges, sigla, place)
	s.Possible = w.written(w.stillPossible(), sigla, place)
	s.Loops = w.loops(sigla)
	return s
}

// Unjoined gives the witnesses of reports of which no descent is known.
func Unjoined(texts []*stemma.Text) stemma.Stemma {
	s := stemma.Stemma{Witnesses: []stemma.Witness{}, Descents: []stemma.Descent{}, Possible: []stemma.Descent{}}
	for n, t := range texts {
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: latin(n), Report: stemma.Maybe(t.Report.ID)})
	}
	return s
}

// loops finds the credits that go round: to a report that descends from the
// one that gives the credit, or from another report of its outlet.
func (w writer) loops(sigla []string) [][2]string {
	var found [][2]string
	seen := map[[2]string]bool{}
	up := w.above()
	for _, c := range w.credits {
		if c.to == missing || c.form != sourceCredit && c.form != receiverCredit || w.meansElder(&c) {
			continue
		}
		l := [2]string{sigla[c.by], sigla[c.to]}
		if !seen[l] && w.goesRound(up, c.by, c.to) {
			seen[l] = true
			found = append(found, l)
		}
	}
	return found
}

func (w writer) goesRound(up map[int][]int, by, to int) bool {
	above := ancestors(up, to)
	return slices.ContainsFunc(w.housemates(by), func(i int) bool { return above[i] })
}

// order sorts the kept witnesses: exemplars before copies, then by date.
func (w writer) order() []int {
	waits := make([]int, w.kept()+len(w.lost)) // exemplars not yet placed
	for _, e := range w.edges {
		waits[e.to]++
	}
	placed := make([]bool, len(waits))
	w.placeLost(waits, placed)
	var order []int
	for len(order) < w.kept() {
		best := missing
		for i := range w.kept() {
			if !placed[i] && waits[i] == 0 && (best == missing || w.before(i, best)) {
				best = i
			}
		}
		placed[best] = true
		order = append(order, best)
		for _, e := range w.edges {
			if e.from == best {
				waits[e.to]--
			}
		}
		w.placeLost(waits, placed)
	}
	return order
}

// placeLost places lost witnesses as soon as their exemplars are: they have no
// place among the kept ones, but their copies wait for them. There is no
// cycle, so some witness is always free.
func (w writer) placeLost(waits []int, placed []bool) {
	for again := true; again; {
		again = false
		for i := w.kept(); i < len(waits); i++ {
			if placed[i] || waits[i] > 0 {
				continue
			}
			placed[i], again = true, true
			for _, e := range w.edges {
				if e.from == i {
					waits[e.to]--
				}
			}
		}
	}
}

// lostOrder gives the lost witnesses that have a copy, in order of name.
func (w writer) lostOrder() []int {
	var order []int
	for i := range w.lost {
		at := w.kept() + i
		if slices.ContainsFunc(w.edges, func(e *edge) bool { return e.from == at }) {
			order = append(order, at)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := w.lost[a-w.kept()].name, w.lost[b-w.kept()].name
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return order
}

// places numbers the witnesses in their order, the lost ones last.
func (w writer) places(order []int) map[int]int {
	place := map[int]int{}
	for n, i := range append(slices.Clone(order), w.lostOrder()...) {
		place[i] = n
	}
	return place
}

// written writes edges as descents, ordered by the place of exemplar and copy.
func (w writer) written(edges []*edge, sigla []string, place map[int]int) []stemma.Descent {
	nameless := func(e *edge) bool { return sigla[e.from] == "" || sigla[e.to] == "" }
	edges = slices.DeleteFunc(slices.Clone(edges), nameless)
	slices.SortFunc(edges, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(place[a.from], place[b.from]), cmp.Compare(place[a.to], place[b.to]))
	})
	found := []stemma.Descent{}
	for n, e := range edges {
		found = append(found, stemma.Descent{
			ID: "d" + strconv.Itoa(n+1), From: sigla[e.from], To: sigla[e.to], Kind: w.kindOf(e),
			Confidence: confidence(e), Share: round(e.share), Evidence: e.evidence,
		})
	}
	return found
}

// confidence is the probability of a descent and of its direction.
func confidence(e *edge) float64 { return round(min(sigmoid(e.odds), mostSure)) }

// mostSure is the highest confidence that is given: of the descents between kept
// reports that reach it all are right in the annotated stories and piles, but some 19 of 29
// were in events that nobody had looked at; docs/confidence.md says how they were read.
const mostSure = 0.88

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// latin numbers kept witnesses A, B, … Z, AA, AB, …
func latin(n int) string {
	s := ""
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// greek numbers lost witnesses α, β, … ω, α2, β2, …
func greek(n int) string {
	letters := []rune("αβγδεζηθικλμνξοπρστυφχψω")
	s := string(letters[n%len(letters)])
	if round := n / len(letters); round > 0 {
		s += strconv.Itoa(round + 1)
	}
	return s
}
