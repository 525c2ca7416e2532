package derive

import (
	"slices"

	"stemma"
	"stemma/internal/parts"
)

// twinShare is the part of each of two reports that must stand in the other as
// prose for both to be printings of one text: no two reporters write half of a
// report alike.
const twinShare = 0.5

// twins hangs reports that print one text, of which nothing tells the eldest.
type twins struct {
	*draft
	text    *commons
	printed map[int]int // of each twin, the lost text that it prints
}

// hangTwins hangs reports that print one text, and of which nothing tells the
// eldest, from that text: one of them may have it from the other, or all from a
// text that is not here. Left alone they would look like strangers.
func (w twins) hangTwins() {
	group := parts.New[int](w.kept())
	for copy := range w.kept() {
		for _, p := range w.exemplarsOf(copy) {
			if p.exemplar < copy && w.areTwins(p) {
				group.Merge(p.exemplar, copy)
			}
		}
	}
	of := group.Flat()
	for first := range of {
		if members := membersOf(of, first); len(members) > 1 {
			w.hangGroup(members)
		}
	}
}

// areTwins says whether both reports of a pair print one text, are no versions
// of one page, and have it from nobody that is known.
func (w twins) areTwins(p *pair) bool {
	back := w.pair(p.copy, p.exemplar)
	if min(w.proseAt(p), w.proseAt(back)) < twinShare || w.versions(p) || w.text.agencyText(p) || w.text.commonText(p) {
		return false
	}
	return !w.hasKeptParent(p.exemplar) && !w.hasKeptParent(p.copy)
}

// areHung says whether both reports of a pair were hung from one text that is not
// here.
func (w twins) areHung(p *pair) bool {
	at, ok := w.printed[p.exemplar]
	other, too := w.printed[p.copy]
	return ok && too && at == other
}

func membersOf(group []int, first int) []int {
	var members []int
	for i, g := range group {
		if g == first {
			members = append(members, i)
		}
	}
	return members
}

// commonSource is the lost witness that stands above the printings of one text:
// an agency, where one of them is its own, which is an earlier state of it then.
func (w twins) commonSource(members []int) int {
	for _, i := range members {
		if w.agencyOwn(i) {
			return w.lostWitness(string(w.report(i).Outlet), "", stemma.LostWire)
		}
	}
	w.lost = append(w.lost, lost{name: commonTextName, kind: stemma.LostUnknown})
	return w.kept() + len(w.lost) - 1
}

// hangGroup hangs the printings of one text from a lost witness. That one of
// them may be another's exemplar is said by it.
func (w twins) hangGroup(members []int) {
	at := w.commonSource(members)
	for _, i := range members {
		w.printed[i] = at
		if w.agencyOwn(i) {
			continue // a later state of its own text
		}
		best := &pair{}
		for _, p := range w.exemplarsOf(i) {
			if slices.Contains(members, p.exemplar) && p.share > best.share {
				best = p
			}
		}
		w.addLost(at, i, stemma.Repost, lostOdds, stemma.Evidence{
			Kind: stemma.ReuseEvidence, Weight: lostOdds, Spans: list(w.passages(best)),
			Saying: stemma.Say("evidence.same-text", stemma.Args{"copy": w.label(i), "n": len(members) - 1}),
		})
		w.edge(at, i).share = best.share
	}
	w.possible = slices.DeleteFunc(w.possible, func(e *edge) bool {
		return slices.Contains(members, e.from) && slices.Contains(members, e.to)
	})
}

// weighed lists what was weighed, for whoever fits the weights: with the traces by
// which a pair is drawn.
func (w twins) weighed() []Candidate {
	var all []Candidate
	for copy := range w.kept() {
		for _, p := range w.exemplarsOf(copy) {
			if w.text.candidate(p) {
				all = append(all, Candidate{
					Exemplar: w.report(p.exemplar).ID, Copy: w.report(copy).ID, Traces: p.surely(), Twins: w.areHung(p),
				})
			}
		}
	}
	return all
}
