package derive

import (
	"time"

	"stemma"
)

// goneOnProse is how many words of prose, beyond speech and names, an outlet has from an elder report of its own where
// it goes on from that one. On 56 annotated events seven pairs of different days have as much prose, names and all, and
// all seven are descents; five have it without names. Of pairs with less prose some are descents, and two are not. What
// stands again after goneOnTime is an outlet's standing words on a matter: of five such pairs that were read on events
// without gold one goes on.
const (
	goneOnProse = 20
	goneOnTime  = 30 * 24 * time.Hour
)

// followUps hangs reports that go on from an elder one of their outlet: what that one told before stands in them
// again, word for word, as background.
type followUps struct {
	*draft
	text *commons
}

func (w followUps) hangFollowUps() {
	shows := exhibits{w.pairs}
	for copy := range w.kept() {
		for _, p := range w.exemplarsOf(copy) {
			if !w.goesOn(p) || w.descends(copy, p.exemplar) || w.descends(p.exemplar, copy) {
				continue
			}
			e := shows.edgeOf(p)
			e.kind, e.odds = stemma.FollowUp, max(e.odds, lostOdds)
			e.evidence = append([]stemma.Evidence{{
				Kind: stemma.ReuseEvidence, Weight: lostOdds, Spans: w.passages(p),
				Saying: shows.say(p, "evidence.prose", stemma.Args{"words": int(p.own)}),
			}}, e.evidence...)
			w.edges = append(w.edges, e)
		}
	}
}

// goesOn says whether a report has enough prose of an elder one of its outlet, which is no agency's.
func (w followUps) goesOn(p *pair) bool {
	if !w.sameHouse(p.exemplar, p.copy) || p.own < goneOnProse || p.forbidden {
		return false
	}
	gap, isPrinting := w.gap(p.exemplar, p.copy), w.traits[p.exemplar].printing || w.traits[p.copy].printing
	return gap > 0 && gap <= goneOnTime && !isPrinting && !w.text.commonText(p) && w.told(p) >= goneOnProse
}

// told counts the words of prose in a pair's pieces that stand in a statement of the copy and are no names: offices
// are called alike in all reports, and what an outlet prints below each of them is no statement.
func (w followUps) told(p *pair) int {
	t, n := w.texts[p.copy], 0
	stated := make([]bool, len(t.Tokens))
	for _, u := range w.units[p.copy] {
		first, last := w.tokens(p.copy, u.statement.Span)
		for k := first; k < last; k++ {
			stated[k] = true
		}
	}
	at := 0
	for _, x := range p.pieces {
		for at = max(at, int(x.first)); at < int(x.last); at++ {
			if !x.spoken && stated[at] && w.speech[p.copy].isProse(at) && !t.Capital(at) {
				n++
			}
		}
	}
	return n
}
