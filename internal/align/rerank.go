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

// bests is the best that clauses reach, by the clause and the other report.
type bests map[bestOf]rivals

type bestOf struct{ clause, report int32 }

// reranking weighs pairs again by the others of their clauses.
type reranking struct {
	*Story
	pairs *Pairs
}

// rerank weighs each pair among the others. Each clause has one model at most in
// another report, and what is copied is mostly copied in order.
func (s reranking) rerank() {
	best := make(bests, len(s.pairs.List))
	for i := range s.pairs.List {
		p := &s.pairs.List[i]
		best.note(p.A, s.Clauses[p.B].Report, p.Odds)
		best.note(p.B, s.Clauses[p.A].Report, p.Odds)
	}
	for i := range s.pairs.List {
		s.relate(&s.pairs.List[i], best)
	}
	for i := range s.pairs.List {
		p := &s.pairs.List[i]
		p.Odds = p.Compared.Times(s.Among) - p.Compared.Turned()
	}
}

func (best bests) note(clause, report int, odds float64) {
	k := bestOf{int32(clause), int32(report)}
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

// of is the best that a clause reaches in a report.
func (best bests) of(clause, report int) rivals { return best[bestOf{int32(clause), int32(report)}] }

// relate adds what a pair is among the others.
func (s reranking) relate(p *Pair, best bests) {
	near := max(s.oddsOf(p.A-1, p.B-1), s.oddsOf(p.A+1, p.B+1))
	near = max(near, s.oddsOf(p.A-1, p.B+1)-swapped, s.oddsOf(p.A+1, p.B-1)-swapped)
	a := lead(p.Odds, best.of(p.A, s.Clauses[p.B].Report))
	b := lead(p.Odds, best.of(p.B, s.Clauses[p.A].Report))
	p.Compared[neighbours] = min(max(near+nearestScale, 0), nearestScale) / nearestScale
	p.Compared[lesserLead], p.Compared[greaterLead] = min(a, b), max(a, b)
	x, y := s.Clauses[p.A], s.Clauses[p.B]
	if x.Report != y.Report { // one report builds what it lists alike
		p.Compared[ordered] = inOrder(x, y)
		p.Compared[apart] = daysApart(x.Text.Report, y.Text.Report)
	}
}

// oddsOf looks up two clauses, of which either may lie outside of the story.
func (s reranking) oddsOf(a, b int) float64 {
	if min(a, b) < 0 || max(a, b) >= len(s.Clauses) {
		return unlike
	}
	a, b = s.Clauses[a].Original, s.Clauses[b].Original
	if a == b {
		return alikeOdds
	}
	if p := s.pairs.Of(min(a, b), max(a, b)); p != nil {
		return p.Odds
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
