package align

const (
	// unlike stands for the odds of a pair that was not worth a look.
	unlike = -6.0
	// alikeOdds is where odds are cut off; clauses with equal words have them.
	alikeOdds = 4.0
	// swapped is what neighbours count less that stand the other way round.
	swapped = 1.0
)

// Bounds of a lead, and the scale of what neighbours count.
const (
	mostLead     = 3.0
	leastLead    = -4.0
	nearestScale = 4.0
)

// rivals are the two best odds that a clause reaches in one report.
type rivals struct{ first, second float64 }

// reranking weighs pairs again by the others of their clauses.
type reranking struct{ *Story }

// rerank weighs each pair among the others. Each clause has one model at most in
// another report, and what is copied is mostly copied in order.
func (s reranking) rerank(pairs []Pair) {
	odds := make(map[[2]int]float64, len(pairs))
	best := map[[2]int]rivals{}
	for _, p := range pairs {
		odds[[2]int{p.A, p.B}] = p.Odds
		note(best, p.A, s.Clauses[p.B].Report, p.Odds)
		note(best, p.B, s.Clauses[p.A].Report, p.Odds)
	}
	for i := range pairs {
		p := &pairs[i]
		s.relate(p, odds, best)
	}
	for i := range pairs {
		f := &pairs[i].Compared
		pairs[i].Odds = f.Times(s.Among) - f.Turned()
	}
}

func note(best map[[2]int]rivals, clause, report int, odds float64) {
	k := [2]int{clause, report}
	r, known := best[k]
	switch {
	case !known:
		r = rivals{odds, unlike}
	case odds > r.first:
		r = rivals{odds, r.first}
	case odds > r.second:
		r.second = odds
	}
	best[k] = r
}

// relate adds what a pair is among the others.
func (s reranking) relate(p *Pair, odds map[[2]int]float64, best map[[2]int]rivals) {
	near := max(s.oddsOf(odds, p.A-1, p.B-1), s.oddsOf(odds, p.A+1, p.B+1))
	near = max(near, s.oddsOf(odds, p.A-1, p.B+1)-swapped, s.oddsOf(odds, p.A+1, p.B-1)-swapped)
	a := lead(p.Odds, best[[2]int{p.A, s.Clauses[p.B].Report}])
	b := lead(p.Odds, best[[2]int{p.B, s.Clauses[p.A].Report}])
	p.Compared[neighbours] = min(max(near+nearestScale, 0), nearestScale) / nearestScale
	p.Compared[lesserLead], p.Compared[greaterLead] = min(a, b), max(a, b)
	x, y := s.Clauses[p.A], s.Clauses[p.B]
	if x.Report != y.Report { // one report builds what it lists alike
		p.Compared[ordered] = inOrder(x, y)
		p.Compared[apart] = daysApart(x.Text.Report, y.Text.Report)
	}
}

// oddsOf looks up two clauses, of which either may lie outside of the story.
func (s reranking) oddsOf(odds map[[2]int]float64, a, b int) float64 {
	if min(a, b) < 0 || max(a, b) >= len(s.Clauses) {
		return unlike
	}
	a, b = s.Clauses[a].Original, s.Clauses[b].Original
	if a == b {
		return alikeOdds
	}
	if x, known := odds[[2]int{min(a, b), max(a, b)}]; known {
		return x
	}
	return unlike
}

// lead is how far odds are ahead of the best rival, or behind it.
func lead(odds float64, r rivals) float64 {
	if odds >= r.first {
		return min(mostLead, odds-r.second)
	}
	return max(leastLead, odds-r.first)
}
