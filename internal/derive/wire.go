package derive

import (
	"fmt"

	"stemma"
)

// hangWireCopies puts a lost agency report over every report that prints one,
// and over further printings that do not say so.
func (w *work) hangWireCopies() {
	printings := map[int][]int{} // lost witness → reports that say they print it
	var order []int
	for _, c := range w.credits {
		if c.form != agencyCredit || c.to != missing {
			continue
		}
		at := w.lostWitness(c.name, stemma.LostWire)
		if len(printings[at]) == 0 {
			order = append(order, at)
		}
		printings[at] = append(printings[at], c.by)
		w.addLost(at, c.by, stemma.WireCopy, sourceWeight, stemma.Evidence{
			Kind: stemma.CreditEvidence, Weight: sourceWeight, Spans: []stemma.Span{c.span},
			Says: fmt.Sprintf("%s prints the text as %s's", w.label(c.by), w.fullAgency(c.name)),
		})
	}
	for _, at := range order {
		for _, by := range printings[at] {
			w.liftParents(at, by)
		}
		for _, by := range printings[at] {
			w.liftSiblings(at, by)
		}
	}
}

// liftParents hands the exemplars of a printing on to the agency's report:
// whatever the text took over, the agency took over.
func (w *work) liftParents(at, printing int) {
	for _, e := range w.parents(printing) {
		if e.from == at {
			continue
		}
		w.drop(e.from, printing)
		if e.from < w.kept() && !e.credited && w.isPrinting(at, e.from, printing) {
			w.hangPrinting(at, e.from, printing, e.odds)
			continue
		}
		if e.from < w.kept() && w.edge(e.from, at) == nil && !w.descends(e.from, at) && e.credited {
			w.edges = append(w.edges, &edge{from: e.from, to: at, odds: e.odds, evidence: e.evidence, share: e.share, credited: true})
		}
	}
}

// isPrinting says whether a report that a named printing seemed to descend
// from is a printing itself, which hides the agency.
func (w *work) isPrinting(at, other, printing int) bool {
	p := w.pairs[[2]int{printing, other}]
	return w.edge(at, other) == nil && !p.named() && p.share >= siblingShare && !w.descends(at, other)
}

// siblingShare is how much of a report must stand in a printing, word for
// word, to be a second printing of the agency's text rather than a rewrite.
const siblingShare = 0.4

// liftSiblings moves the copies of a printing, and of other printings that do
// not say so, to the agency's report, where nothing shows that they were made
// from one of them.
func (w *work) liftSiblings(at, printing int) {
	for moved := true; moved; {
		moved = false
		for copy := range w.kept() {
			if from := w.textParent(at, copy, printing); from != missing && w.isSibling(from, copy, printing) {
				w.moveToAgency(at, copy, printing, from)
				moved = true
			}
		}
	}
}

// textParent gives the exemplar of a copy that is a printing of the agency's
// text, said or found to be; missing when it has none or hangs from the agency
// already.
func (w *work) textParent(at, copy, printing int) int {
	if w.edge(at, copy) != nil {
		return missing
	}
	for _, e := range w.parents(copy) {
		if e.from == printing || e.from < w.kept() && w.edge(at, e.from) != nil && w.edge(at, e.from).kind == stemma.WireCopy {
			return e.from
		}
	}
	return missing
}

// closeShare is by how much less of a copy may stand in the named printing
// than in the one it was hung from.
const closeShare = 0.05

// isSibling says whether a copy prints the agency's text rather than one of
// its printings: most of it stands in the named printing too, word for word.
func (w *work) isSibling(from, copy, printing int) bool {
	p, q := w.pairs[[2]int{printing, copy}], w.pairs[[2]int{from, copy}]
	return !p.named() && !q.named() && p.share >= siblingShare && p.share >= q.share-closeShare &&
		!w.keepsOwnReading(p) && !w.keepsOwnReading(q)
}

// moveToAgency hangs a copy from the agency instead of from printings, and
// from what the agency's text comes down from itself.
func (w *work) moveToAgency(at, copy, printing, from int) {
	odds := w.edge(from, copy).odds
	w.drop(from, copy)
	w.hangPrinting(at, copy, printing, odds)
}

// hangPrinting hangs a printing that names nobody from the agency.
func (w *work) hangPrinting(at, copy, printing int, odds float64) {
	p := w.pairs[[2]int{printing, copy}]
	w.addLost(at, copy, stemma.WireCopy, max(odds, 1), stemma.Evidence{
		Kind: stemma.ReuseEvidence, Weight: max(odds-priorOdds, 1), Spans: list(p.passages),
		Says: fmt.Sprintf("%.0f%% of its words stand in %s, which prints %s's text; nothing shows that it was taken from there",
			100*p.share, w.label(printing), w.label(at)),
	})
	w.edge(at, copy).share = p.share
	for _, other := range w.parents(copy) {
		if other.from < w.kept() && !other.credited && (w.edge(other.from, at) != nil || w.edge(at, other.from) != nil) {
			w.drop(other.from, copy)
		}
	}
}

// keepsOwnReading says whether the copy shares prose with the printing that
// no other report has, though the printing says it is the agency's: then it
// was made from this printing. Only the printing's title can show that here,
// since the rest may all be the agency's.
func (w *work) keepsOwnReading(p *pair) bool {
	printing := w.report(p.exemplar)
	for i := 0; i+1 < len(p.passages); i += 2 {
		there := p.passages[i]
		for _, s := range printing.Segments {
			if s.Kind == stemma.TitleSegment && there.Start >= s.Start && there.End <= s.End {
				return true
			}
		}
	}
	return false
}

// lostWitness gives the number of the lost witness of that name, making it if
// it is new.
func (w *work) lostWitness(name string, kind stemma.WitnessKind) int {
	full := w.fullAgency(name)
	n := names{outlet: nameWords(full), vague: w.vague}
	for i := range w.lost {
		if sameOutlet(w.lost[i].names.outlet, n.outlet, w.vague) {
			if len(full) > len(w.lost[i].name) {
				w.lost[i].name, w.lost[i].names = full, n
			}
			return w.kept() + i
		}
	}
	w.lost = append(w.lost, lost{name: full, kind: kind, names: n})
	return w.kept() + len(w.lost) - 1
}

// addLost adds a descent from a lost witness, or evidence to it.
func (w *work) addLost(from, to int, kind stemma.DescentKind, odds float64, evidence stemma.Evidence) {
	evidence.Weight = round(evidence.Weight)
	if e := w.edge(from, to); e != nil {
		e.evidence = append(e.evidence, evidence)
		e.odds += 0.5
		return
	}
	w.edges = append(w.edges, &edge{from: from, to: to, kind: kind, odds: odds, evidence: []stemma.Evidence{evidence}, credited: evidence.Kind == stemma.CreditEvidence})
}
