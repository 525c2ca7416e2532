package derive

import (
	"maps"
	"slices"
	"stemma"
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
	retold  []clue // what makes the copy a retelling of the exemplar (retold.go)
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

// pairs are what every two reports of a story have in common.
type pairs struct {
	*material
	reuse   []stemma.Reuse
	credits []credit
	copies  []map[int]*pair // of each report as a copy: the pairs that share or credit something, by exemplar
}

func newPairs(m *material, reuse []stemma.Reuse) *pairs {
	return &pairs{material: m, reuse: reuse, copies: make([]map[int]*pair, m.kept())}
}

// need gives the pair of two kept witnesses, which is looked at from now on.
func (w *pairs) need(exemplar, copy int) *pair {
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
func (w *pairs) pair(exemplar, copy int) *pair {
	if p := w.copies[copy][exemplar]; p != nil {
		return p
	}
	return &pair{exemplar: exemplar, copy: copy}
}

// exemplarsOf gives the pairs of a copy, in order of the exemplars.
func (w *pairs) exemplarsOf(copy int) []*pair {
	var found []*pair
	for _, exemplar := range slices.Sorted(maps.Keys(w.copies[copy])) {
		found = append(found, w.copies[copy][exemplar])
	}
	return found
}

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
func (w *pairs) proseShare(p *pair) float64 {
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
func (w *pairs) versions(p *pair) bool {
	if w.names[p.exemplar].onePage(w.names[p.copy]) {
		return true
	}
	return w.sameHouse(p.exemplar, p.copy) && min(p.share, w.pair(p.copy, p.exemplar).share) >= revisionShare
}

// leads says whether a trail leads from the exemplar to the copy, or the copy tells it over.
func (p *pair) leads() bool { return len(p.marks().trail)+len(p.marks().retold) > 0 }

// credited says whether the copy names the exemplar as a source, by itself and
// not as the source of another outlet.
func (p *pair) credited() bool { return len(p.marks().credits) > 0 }

// reportedWords is the length of the shortest passage that reuse reports.
const reportedWords = 8
