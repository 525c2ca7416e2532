package derive

// Levels of confidence. What is drawn is a finding, and must be right; what is
// listed as possible keeps a reader, and the count of origins, from taking two
// reports for independent. docs/confidence.md has the tables that they were read off:
// of the eight pairs that are listed by leaving one story out five are descents,
// of the three by all weights none.
const (
	drawnLevel    = 0.5
	possibleLevel = 0.1
	// leastKin is how sure it must be without a credit that one of the two descends
	// from the other: of the annotated pairs, the surest that is none has 0.79; a made-up
	// one, a quarter in common with an elder report in words of its own, lies between 0.8
	// and 0.85.
	leastKin = 0.85
	// leastOrder is how sure it must be which of the two is the elder: a descent
	// that may as well run the other way is no finding, however sure it is that
	// there is one. A credit tells the way by itself. At 0.7 two papers that print
	// one agency's text and do not say so were drawn one from the other.
	leastOrder = 0.8
	// openLevel is the most that a pair gets of which nothing tells the direction: of
	// the few such ordered pairs of the annotated stories hardly any is a descent.
	openLevel = 0.2
	// mostPossible is the most of any other pair that is listed and not drawn.
	mostPossible = 0.4
)

// chooseExemplars draws the descents that are sure enough, and lists those
// that are possible.
func (w *draft) chooseExemplars(text *commons) {
	shows := exhibits{w.pairs}
	for copy := range w.kept() {
		for _, p := range w.exemplarsOf(copy) {
			if !text.candidate(p) {
				continue
			}
			switch {
			case p.sure():
				w.edges = append(w.edges, shows.edgeOf(p))
			case p.confidence >= possibleLevel:
				e := shows.edgeOf(p)
				e.odds = min(e.odds, logit(p.mostPossible()))
				w.possible = append(w.possible, e)
			}
		}
	}
}

// sure says whether a pair is drawn. A credit that may mean another report does
// not help to it.
func (p *pair) sure() bool {
	if p.credited() {
		return p.confidence >= drawnLevel
	}
	t := p.surely()
	return sigmoid(t.kin()) >= leastKin && t.directed(sigmoid(t.order()))
}

// mostPossible is the most that a pair gets that is not drawn.
func (p *pair) mostPossible() float64 {
	if p.traces.directed(sigmoid(p.traces.order())) {
		return mostPossible
	}
	return openLevel
}

// directed says whether the traces of a pair without credit tell its direction,
// given the probability that they give it. Which of two versions of one day is the
// elder only their dates tell: the later one may be the fuller or the shorter. So
// with two reports of one day that tell much alike in words of their own, without what
// the sources of one told it alone: both may have it from an agency.
func (t Traces) directed(order float64) bool {
	apart := t[ProseTrace] <= 0 && t[LeakTrace] <= 0
	undated := (t[VersionTrace] > 0 || apart) && t[ElderTrace] <= 0 && t[SupplyTrace] <= 0
	return !undated && order >= leastOrder
}

// Shown is the confidence that a reader is given of a pair, before its highest
// value: the product of the probabilities of kinship and of order, and no more than
// what is listed as possible gets where it is not drawn.
func Shown(t Traces, kin, order float64) float64 {
	c := kin * order
	switch {
	case t[CreditTrace] == 1 || t.directed(order) && kin >= leastKin:
		return c
	case t.directed(order):
		return min(c, mostPossible)
	}
	return min(c, openLevel)
}

// surely gives the traces by which a pair is drawn: without a credit of which
// nothing shows that it means the exemplar.
func (p *pair) surely() Traces {
	t := p.traces
	if !p.credited() {
		t[CreditTrace] = 0
	}
	return t
}

// candidate says whether a pair may be a descent at all. What an agency's
// printings share is the agency's.
func (w *commons) candidate(p *pair) bool {
	return !p.forbidden && !w.agencyText(p) && !w.commonText(p) && w.carried(p)
}

// carried says whether anything but dates speaks for a descent: a credit, prose
// of the exemplar's own, or most of what the copy tells.
func (w *commons) carried(p *pair) bool {
	prose := p.own > 0 && (p.traces[VersionTrace] > 0 || !w.sameHouse(p.exemplar, p.copy))
	return prose || p.credited() || len(p.marks().faint) > 0 || p.leads() || p.ownCover >= leastCover
}
