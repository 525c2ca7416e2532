package derive

import "stemma"

// printings are the reports that print an agency's text.
type printings struct{ *pairs }

// wires hangs printings from the reports of agencies.
type wires struct {
	*draft
	text *commons
}

// hangWireCopies puts a lost agency report over every report that prints one,
// and over further printings that do not say so.
func (w wires) hangWireCopies() {
	printings := map[int][]int{} // lost witness → reports that say they print it
	var order []int
	for _, c := range w.credits {
		if c.form != agencyCredit || c.to != missing {
			continue
		}
		at := w.lostWitness(c.name, "", stemma.LostWire)
		w.lost[at-w.kept()].note(c)
		if len(printings[at]) == 0 {
			order = append(order, at)
		}
		printings[at] = append(printings[at], c.by)
		w.addLost(at, c.by, stemma.WireCopy, weightOf(CreditTrace).Kin, stemma.Evidence{
			Kind: stemma.CreditEvidence, Weight: weightOf(CreditTrace).Kin, Spans: wordsOf(c.span),
			Saying: stemma.Say("evidence.printed", stemma.Args{"copy": w.label(c.by), "name": w.fullAgency(c.name)}),
		})
	}
	for _, at := range order {
		for _, by := range printings[at] {
			w.liftParents(at, by)
		}
		for _, by := range printings[at] {
			w.hangSiblings(at, by)
		}
	}
}

// liftParents hands the exemplars that a printing credits on to the agency's
// report: whatever the text took over, the agency took over.
func (w wires) liftParents(at, printing int) {
	for _, e := range w.parents(printing) {
		if e.from == at {
			continue
		}
		w.drop(e.from, printing)
		if e.from < w.kept() && w.edge(e.from, at) == nil && !w.descends(e.from, at) && e.credited {
			w.edges = append(w.edges, &edge{
				from: e.from, to: at, odds: e.odds, evidence: e.evidence, share: e.share, credited: true,
			})
		}
	}
}

// siblingShare is how much of a report must stand in a printing, word for
// word, to be a second printing of the agency's text rather than a rewrite.
const siblingShare = 0.4

// spreadPrintings marks the further printings of an agency's text, that do not
// say so, as printings.
func (w printings) spreadPrintings() {
	var found []int
	for copy := range w.kept() {
		for _, p := range w.exemplarsOf(copy) {
			if p.share >= siblingShare && w.traits[p.exemplar].printing && w.agencyText(p) {
				found = append(found, copy)
			}
		}
	}
	for _, i := range found {
		w.traits[i].printing = true
	}
}

// hangSiblings hangs the reports that print the same text and do not say so
// from the agency's report.
func (w wires) hangSiblings(at, printing int) {
	for copy := range w.kept() {
		p := w.pair(printing, copy)
		if p.share >= siblingShare && w.text.agencyText(p) && w.edge(at, copy) == nil && !w.descends(at, copy) {
			w.hangPrinting(at, copy, printing, 1)
		}
	}
}

// agencyText says whether what a pair shares is an agency's text, which both
// may have from there: one of the two prints it, the other is not the agency,
// and names no other; and nothing shows that it was made from this printing.
func (w printings) agencyText(p *pair) bool {
	if !w.traits[p.exemplar].printing && !w.traits[p.copy].printing {
		return false
	}
	onePage := w.names[p.exemplar].onePage(w.names[p.copy])
	return !p.credited() && !w.agencyOwn(p.exemplar) && !onePage && !w.keepsOwnReading(p)
}

// hangPrinting hangs a printing that names nobody from the agency.
func (w wires) hangPrinting(at, copy, printing int, odds float64) {
	p := w.pair(printing, copy)
	w.addLost(at, copy, stemma.WireCopy, max(odds, 1), stemma.Evidence{
		Kind: stemma.ReuseEvidence, Weight: max(odds-kinIntercept, 1), Spans: list(w.passages(p)),
		Saying: stemma.Say("evidence.not-from-printing", stemma.Args{
			"share": p.share, "exemplar": w.label(printing), "name": w.label(at),
		}),
	})
	w.edge(at, copy).share = p.share
	for _, other := range w.parents(copy) {
		through := w.edge(other.from, at) != nil || !other.credited && w.edge(at, other.from) != nil
		if other.from < w.kept() && through {
			w.drop(other.from, copy)
		}
	}
}

// keepsOwnReading says whether the copy shares prose with the printing that
// no other report has, though the printing says it is the agency's: then it
// was made from this printing. Only the printing's title can show that here,
// since the rest may all be the agency's.
func (w printings) keepsOwnReading(p *pair) bool {
	for _, title := range w.traits[p.exemplar].titles {
		for _, place := range p.reuse {
			if there, _ := w.sides(p, int(place)); there.Start >= title.Start && there.End <= title.End {
				return true
			}
		}
	}
	return false
}
