package derive

import "math"

// weigher reads the traces of the pairs of a story.
type weigher struct{ *pairs }

// weighPairs weighs every pair that was found.
func (w weigher) weighPairs() {
	for copy := range w.copies {
		w.claimProse(copy)
		w.claimCover(copy)
		for _, p := range w.exemplarsOf(copy) {
			w.weigh(p)
		}
	}
}

// weigh reads the traces of a pair and sums them.
func (w weigher) weigh(p *pair) {
	if !w.ownReporting(p.copy) && !w.sameHouse(p.exemplar, p.copy) {
		p.leaked = leaked(w.units[p.copy], w.units[p.exemplar])
	}
	p.traces = w.traces(p)
	p.confidence = Confidence(p.traces)
	p.odds = logit(p.confidence)
}

// Between the least and the full share a trace grows from 0 to 1. What two
// reporters of one event share by chance is below the least; above the full
// more proves no more: all pairs with gold that reach it are descents, but the
// printings of one lost text.
const (
	chanceProse, fullProse = 0.2, 0.6
	chanceCover, fullCover = 0.1, 0.4
)

func grown(x, chance, full float64) float64 { return max(0, min(1, (x-chance)/(full-chance))) }

// leakedSentence is the weight of the words of a telling sentence.
const leakedSentence = 15

func (w weigher) traces(p *pair) Traces {
	var t Traces
	t[CreditTrace] = p.creditTrace()
	if len(w.pair(p.copy, p.exemplar).marks().credits) > 0 {
		t[AnswerTrace] = 1
	}
	versions := w.versions(p)
	switch {
	case w.names[p.exemplar].onePage(w.names[p.copy]):
		t[VersionTrace] = samePage
	case versions:
		t[VersionTrace] = 1
	}
	if versions || !w.sameHouse(p.exemplar, p.copy) {
		t[ProseTrace] = grown(w.proseShare(p), chanceProse, fullProse)
		t[CoverTrace] = grown(p.ownCover, chanceCover, fullCover)
	}
	t[LeakTrace] = 1 - math.Exp(-p.leaked/leakedSentence)
	t[ContainTrace] = p.share - w.pair(p.copy, p.exemplar).share
	t[TrailTrace] = either(p.leads(), 1.0, 0.0)
	w.elderTraces(p, &t)
	return t
}

// samePage is what one address counts, which two texts of one outlet do not have:
// little else is needed to draw what stood there before.
const samePage = 4

// elderTraces reads what tells whether the exemplar of a pair is the elder.
func (w weigher) elderTraces(p *pair, t *Traces) {
	switch {
	case w.gap(p.exemplar, p.copy) > 0 || len(p.marks().retold) > 0:
		t[ElderTrace] = 1
	case w.gap(p.copy, p.exemplar) > 0 && !w.outweighs(p):
		t[ElderTrace] = -1
	}
	t[SupplyTrace] = w.supplied(p.exemplar) - w.supplied(p.copy)
	if t[SupplyTrace] < 0 && t[AnswerTrace] == 0 && p.credited() {
		t[SupplyTrace] = 0 // an agency seldom prints a paper's text, but it tells what a paper reported
	}
	lead := (w.standing(p.exemplar, p.copy) - w.standing(p.copy, p.exemplar)) / fullStanding
	switch supply := t[SupplyTrace]; { // papers add sources of their own to what an agency sends
	case t[AnswerTrace] > 0:
	case supply > 0:
		lead = max(0, lead)
	case supply < 0:
		lead = min(0, lead)
	}
	t[StandingTrace] = max(-1, min(1, lead))
}

// supplied is 1 for a text that is there to be printed: an agency's own, or a
// press release, which says so in a line.
func (w weigher) supplied(i int) float64 {
	if w.traits[i].release || w.traits[i].agency {
		return 1
	}
	return 0
}

// fullStanding is the lead in standing that says all that standing can: the
// copy frames the exemplar as a whole, or three lesser signs agree.
const fullStanding = 3

// standing counts what a has that a first report has, and b has not.
func (w weigher) standing(a, b int) float64 {
	n := 0.0
	for _, sign := range []bool{
		w.creditedByThird(a, b),
		w.ownReporting(a) && !w.ownReporting(b),
		w.identified(a) && !w.identified(b),
		w.citesMedia(b) && !w.citesMedia(a),
	} {
		if sign {
			n++
		}
	}
	if w.framed(w.pair(a, b)) {
		n += fullStanding
	}
	return n
}

// creditedByThird says whether a report other than these two credits a.
func (w weigher) creditedByThird(a, b int) bool {
	for _, by := range w.traits[a].creditors {
		if by != b {
			return true
		}
	}
	return false
}

func (w weigher) identified(i int) bool {
	r := w.report(i)
	return r.Outlet != "" || r.URL != ""
}

// frameBytes is longer than anything a source is quoted with at a stretch.
const frameBytes = 600

func opensQuote(text string, at int) bool {
	for _, mark := range []string{"‘", "“", "\"", "'", "«", "„"} {
		if at >= len(mark) && text[at-len(mark):at] == mark {
			return true
		}
	}
	return false
}

// framed says whether the copy has a long passage of the exemplar inside
// quotation marks that the exemplar lacks: it quotes the text as a whole.
func (w weigher) framed(p *pair) bool {
	if p.share < 0.3 {
		return false
	}
	for _, place := range p.reuse {
		there, here := w.sides(p, int(place))
		if here.Len() >= frameBytes && opensQuote(w.report(p.copy).Text, here.Start) &&
			!opensQuote(w.report(p.exemplar).Text, there.Start) {
			return true
		}
	}
	return false
}
