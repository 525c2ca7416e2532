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
type sayings struct{ *work }

// says is whether the user says that a pair is a descent, or that it is none.
func (w sayings) says(exemplar, copy int, is bool) bool {
	return slices.ContainsFunc(w.in.Said, func(s Said) bool {
		return s.Is == is && s.Exemplar == w.report(exemplar).ID && s.Copy == w.report(copy).ID
	})
}

// need looks at the pairs that the user names, whatever they share.
func (w sayings) need() {
	for _, s := range w.in.Said {
		from, kept := w.index[s.Exemplar]
		to, known := w.index[s.Copy]
		if kept && known && from != to {
			w.work.need(from, to)
		}
	}
}

// obey draws what the user says is a descent and takes away what he says is
// none. It is called once the descents between kept reports are drawn, since a
// lost text is assumed only where nothing explains a report, and once the lost
// ones are.
func (w sayings) obey() {
	for _, s := range w.in.Said {
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
func (w sayings) exemplar(s Said) (at int, there bool) {
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
func (w sayings) draw(from, to int) {
	e := w.edge(from, to)
	switch {
	case e == nil && from < w.kept():
		e = w.edgeOf(w.pair(from, to))
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
