package derive

import (
	"slices"

	"stemma"
)

// Said is what the user says of a descent: that a report was taken from
// another one, or that it was not.
type Said struct {
	Copy     string // report id
	Exemplar string // report id; "" where it is not in the pile
	Lost     string // then the name of the outlet
	Is       bool
}

// saidOdds make a descent that the user says surer than any that is found, so
// that of two that make a circle the other one goes.
const saidOdds = 20

// sayings are what the user says of the descents of a story.
type sayings []Said

// says is whether the user says that one report was taken from another, or that it was not.
func (said sayings) says(exemplar, copy *stemma.Report, is bool) bool {
	return slices.ContainsFunc(said, func(s Said) bool {
		return s.Is == is && s.Exemplar == exemplar.ID && s.Copy == copy.ID
	})
}

// need looks at the pairs that the user names, whatever they share.
func (said sayings) need(w *pairs) {
	for _, s := range said {
		from, kept := w.index[s.Exemplar]
		to, known := w.index[s.Copy]
		if kept && known && from != to {
			w.need(from, to)
		}
	}
}

// placeCredits gives each credit to its pair, and tells which pairs the dates
// forbid. A credit of what appeared later means another report of the same
// outlet, which is lost, unless that one credits this one in turn: then a page
// that has changed since leans on its own copy.
func (said sayings) placeCredits(w *pairs) {
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
	for copy := range w.copies {
		for _, p := range w.exemplarsOf(copy) {
			from, to := w.report(p.exemplar), w.report(copy)
			p.forbidden = !said.says(from, to, true) && w.tooYoung(p) || said.says(from, to, false)
		}
	}
	for i, c := range w.credits {
		if c.to == missing || said.says(w.report(c.to), w.report(c.by), false) {
			continue
		}
		if w.pair(c.to, c.by).forbidden && !w.pair(c.by, c.to).credited() {
			w.credits[i].to = missing
		}
	}
}

// corrector draws what the user says.
type corrector struct {
	*draft
	said sayings
}

// obey draws what the user says is a descent and takes away what he says is
// none. It is called once the descents between kept reports are drawn, since a
// lost text is assumed only where nothing explains a report, and once the lost
// ones are.
func (w corrector) obey() {
	for _, s := range w.said {
		to, known := w.index[s.Copy]
		from, there := w.exemplar(s)
		switch {
		case !known || !there || from == to:
		case s.Is:
			w.draw(from, to)
		default:
			w.drop(from, to)
		}
	}
}

// exemplar is the witness that the user means: a kept one, or a lost one,
// which is made where he says that something was taken from it.
func (w corrector) exemplar(s Said) (at int, there bool) {
	if s.Exemplar != "" {
		at, there = w.index[s.Exemplar]
		return at, there
	}
	if s.Is {
		kind := stemma.LostOutlet
		if w.isAgency(s.Lost) {
			kind = stemma.LostWire
		}
		return w.lostWitness(s.Lost, "", kind), true
	}
	for i := range w.lost {
		if w.who.SameOutlet(w.lost[i].name, s.Lost) {
			return w.kept() + i, true
		}
	}
	return missing, false
}

// draw draws a descent as the user's, with what else speaks for it.
func (w corrector) draw(from, to int) {
	e := w.edge(from, to)
	switch {
	case e == nil && from < w.kept():
		e = exhibits{w.pairs}.edgeOf(w.pair(from, to))
		w.edges = append(w.edges, e)
	case e == nil:
		e = &edge{from: from, to: to, kind: stemma.Rewrite, evidence: []stemma.Evidence{}}
		w.edges = append(w.edges, e)
	}
	if e.odds == saidOdds {
		return
	}
	e.odds = saidOdds
	e.evidence = append([]stemma.Evidence{{
		Kind: stemma.CorrectionEvidence, Weight: saidOdds, Spans: []stemma.Span{},
		Saying: stemma.Say("evidence.said", stemma.Args{"exemplar": w.label(from), "copy": w.label(to)}),
	}}, e.evidence...)
	w.possible = slices.DeleteFunc(w.possible, func(p *edge) bool { return p.from == from && p.to == to })
}
