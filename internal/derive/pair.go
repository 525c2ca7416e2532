package derive

import (
	"maps"
	"math"
	"slices"

	"stemma/internal/name"
)

// pair is what speaks for and against "copy descends from exemplar".
type pair struct {
	exemplar, copy int
	overlap
	coverage   float64 // of the copy, what the exemplar has in like words
	ownCover   float64 // the same, but what a better exemplar has
	leaked     float64 // weight of what sources told the exemplar alone
	marked     *marks  // nil: none
	traces     Traces
	confidence float64
	odds       float64 // the same in log-odds
}

// marks are what few pairs have: of a story of thousands of reports there are hundreds of
// thousands of pairs.
type marks struct {
	trail   []clue // what the copy has from the exemplar, and can have from nowhere else
	credits []credit
	faint   []credit // those of which nothing shows that they mean the exemplar
}

// marks gives what marks a pair.
func (p *pair) marks() marks {
	if p.marked == nil {
		return marks{}
	}
	return *p.marked
}

// mark gives what marks a pair, to be added to.
func (p *pair) mark() *marks {
	if p.marked == nil {
		p.marked = &marks{}
	}
	return p.marked
}

// need gives the pair of two kept witnesses, which is looked at from now on.
func (w *work) need(exemplar, copy int) *pair {
	if w.copies[copy] == nil {
		w.copies[copy] = map[int]*pair{}
	}
	p := w.copies[copy][exemplar]
	if p == nil {
		p = &pair{exemplar: exemplar, copy: copy}
		w.copies[copy][exemplar] = p
	}
	return p
}

// pair gives what is known of two kept witnesses; nothing where they neither
// share nor credit anything.
func (w *work) pair(exemplar, copy int) *pair {
	if p := w.copies[copy][exemplar]; p != nil {
		return p
	}
	return &pair{exemplar: exemplar, copy: copy}
}

// exemplarsOf gives the pairs of a copy, in order of the exemplars.
func (w *work) exemplarsOf(copy int) []*pair {
	var found []*pair
	for _, exemplar := range slices.Sorted(maps.Keys(w.copies[copy])) {
		found = append(found, w.copies[copy][exemplar])
	}
	return found
}

// findPairs finds the ordered pairs that share a passage, a credit or most of
// what is told. All others are strangers: with no credit and no prose in common
// there is no descent, and they are not looked at.
func (w *work) findPairs() {
	w.likeClaims()
	sayings{w}.need()
	meanGeneric(w)
	w.placeCredits()
}

// weighPairs weighs every pair that was found.
func (w *work) weighPairs() {
	for copy := range w.copies {
		w.claimProse(copy)
		w.claimCover(copy)
		for _, p := range w.exemplarsOf(copy) {
			w.weigh(p)
		}
	}
}

// placeCredits gives each credit to its pair, and tells which pairs the dates
// forbid. A credit of what appeared later means another report of the same
// outlet, which is lost, unless that one credits this one in turn: then a page
// that has changed since leans on its own copy.
func (w *work) placeCredits() {
	for _, c := range w.credits {
		switch {
		case c.nested:
		case c.to != missing:
			m := w.need(c.to, c.by).mark()
			m.credits = append(m.credits, c)
		case c.maybe != missing:
			m := w.need(c.maybe, c.by).mark()
			m.faint = append(m.faint, c)
		}
	}
	said := sayings{w}
	for copy := range w.copies {
		for _, p := range w.exemplarsOf(copy) {
			p.forbidden = !said.says(p.exemplar, copy, true) && w.tooYoung(p) || said.says(p.exemplar, copy, false)
		}
	}
	for i, c := range w.credits {
		if c.to == missing || said.says(c.to, c.by, false) {
			continue
		}
		if w.pair(c.to, c.by).forbidden && !w.pair(c.by, c.to).credited() {
			w.credits[i].to = missing
		}
	}
}

// weigh reads the traces of a pair and sums them.
func (w *work) weigh(p *pair) {
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

func (w *work) traces(p *pair) Traces {
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
	t[TrailTrace] = either(len(p.marks().trail) > 0, 1.0, 0.0)
	w.elderTraces(p, &t)
	return t
}

// samePage is what one address counts, which two texts of one outlet do not have:
// little else is needed to draw what stood there before.
const samePage = 4

// faintCredit is what a credit counts that may mean another report of its outlet:
// by itself too little for a descent that is drawn.
const faintCredit = 0.3

// creditTrace is the strongest of a pair's credits.
func (p *pair) creditTrace() float64 {
	switch {
	case slices.ContainsFunc(p.marks().credits, credit.tells):
		return 1
	case slices.ContainsFunc(p.marks().faint, credit.tells):
		return faintCredit
	}
	return 0
}

// proseShare is the part of the copy that is the exemplar's own prose.
func (w *work) proseShare(p *pair) float64 {
	if total := w.speech[p.copy].total(); total > 0 {
		return float64(p.own) / float64(total)
	}
	return 0
}

// tells says whether a credit tells whose text a report rests on. A line that
// names an agency may be about a picture, and means any text of the agency's.
func (c credit) tells() bool {
	return c.form != agencyCredit && c.form != givingCredit && c.form != genericCredit
}

// revisionShare is how much of a report stands in another one of the same
// outlet if they are versions of one text. Two reports of one outlet on one
// story share its background besides: of 280 events of the AllSides set the four pairs
// with 0.55 to 0.67 in common are versions, those with 0.3 to 0.47 are not. Of
// another one with 0.52, which has less than half of the longer, one tells what
// the other one's news means.
const revisionShare = 0.5

// versions says whether both are one page, or states of one text.
func (w *work) versions(p *pair) bool {
	if w.names[p.exemplar].onePage(w.names[p.copy]) {
		return true
	}
	return w.sameHouse(p.exemplar, p.copy) && min(p.share, w.pair(p.copy, p.exemplar).share) >= revisionShare
}

// onePage says whether two reports are states of one page.
func (n names) onePage(other names) bool { return n.url != "" && n.url == other.url }

// credited says whether the copy names the exemplar as a source, by itself and
// not as the source of another outlet.
func (p *pair) credited() bool { return len(p.marks().credits) > 0 }

// label is how evidence calls a witness.
func (w *work) label(i int) string {
	if i >= w.kept() {
		return w.lost[i-w.kept()].name
	}
	return name.Label(w.report(i))
}

// reportedWords is the length of the shortest passage that reuse reports.
const reportedWords = 8
