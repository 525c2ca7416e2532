package derive

import "math"

const (
	// leastGain is how much a further exemplar must explain better than
	// those chosen before it: a telling sentence of the reporter's own words.
	leastGain = 4.0
	// creditedGain is the same for an exemplar that is credited by name, but
	// only as the source of another outlet that was chosen already.
	creditedGain = 2.5
	// namedInfo is how much an exemplar that is credited by name must explain:
	// else another report of that outlet is meant, which is not in the story.
	namedInfo = 3.0
	// leastOdds is what an exemplar without credit must reach.
	leastOdds = 0.0
	// firstGain is how much an uncredited first exemplar must explain, unless
	// most of the copy, however short, stands in it word for word.
	firstGain = 5.0
)

// chooseExemplars picks the exemplars of every report by parsimony.
func (w *work) chooseExemplars() {
	for copy := range w.kept() {
		w.chooseFor(copy)
	}
}

func (w *work) chooseFor(copy int) {
	already := make([]float64, len(w.units[copy]))
	chosen := map[int]bool{}
	for {
		best, bestValue := missing, 0.0
		for exemplar := range w.kept() {
			if exemplar == copy || chosen[exemplar] {
				continue
			}
			p := w.pairs[[2]int{exemplar, copy}]
			more := gain(w.units[copy], already, w.units[exemplar])
			if value, ok := w.worth(p, more, len(chosen)); ok && (best == missing || value > bestValue+1e-9 ||
				value > bestValue-1e-9 && w.before(exemplar, best)) {
				best, bestValue = exemplar, value
			}
		}
		if best == missing {
			return
		}
		chosen[best] = true
		for i, u := range w.units[copy] {
			a := agreement(u, w.units[best])
			already[i] = math.Max(already[i], a*a)
		}
		w.addPair(w.pairs[[2]int{best, copy}])
	}
}

// worth says how good a candidate is as the next exemplar, and whether it is
// one at all.
func (w *work) worth(p *pair, more float64, chosen int) (float64, bool) {
	if p.forbidden || !w.rightWay(p) || w.fromAgency(p) {
		return 0, false
	}
	switch {
	case p.named() && p.odds > leastOdds && (p.info >= namedInfo || w.links(p)):
		return namedFirst + more, true
	case p.credited() && p.odds > leastOdds && (chosen == 0 || more >= creditedGain):
		return more, true
	case p.odds > leastOdds && chosen == 0 && (more >= firstGain || p.share >= repostShare && p.prose >= reportedWords):
		return more, true
	case p.odds > leastOdds && chosen > 0 && more >= leastGain && p.prose >= reportedWords:
		return more, true
	}
	return 0, false
}

// rightWay says whether the exemplar is the elder of a pair. Where nothing
// tells, the order of dates decides, so that one of the two descends.
func (w *work) rightWay(p *pair) bool {
	return p.direction > 0 || p.direction == 0 && w.before(p.exemplar, p.copy)
}

// fromAgency says whether the exemplar prints an agency's text and the copy
// credits the agency, not the printing: then it has it from the agency.
func (w *work) fromAgency(p *pair) bool {
	if p.named() {
		return false
	}
	for _, printed := range w.credits {
		if printed.by != p.exemplar || printed.form != agencyCredit || printed.to != missing {
			continue
		}
		for _, c := range w.credits {
			if c.by == p.copy && c.to == missing && sameOutlet(nameWords(w.fullAgency(c.name)), nameWords(w.fullAgency(printed.name)), w.vague) {
				return true
			}
		}
	}
	return false
}

// namedFirst puts exemplars that are named before all others.
const namedFirst = 1000.0

// addPair makes a pair an edge.
func (w *work) addPair(p *pair) {
	w.edges = append(w.edges, &edge{
		from: p.exemplar, to: p.copy, odds: p.odds, evidence: p.evidence, share: p.share, credited: p.credited(),
	})
}
