package derive

import (
	"cmp"
	"maps"
	"slices"
)

const (
	// leastRemarks is how many remarks, and leastFigured how many figures, a report must have of which one elder report
	// was the first that had them, and remarkedBy how many people made these remarks.
	leastRemarks, leastFigured, remarkedBy = 2, 3, 2
	// leastRare is how many figures are enough if no third report has them and a remark was made to the elder report
	// alone; twoReports is how many reports have such a figure.
	leastRare, twoReports = 2, 2
	// toOwn is how many remarks and figures of the later report must stand in elder ones for each that stands in none,
	// and toldToOwn the same if a remark was made to the elder report alone.
	toOwn, toldToOwn = 3, 2
)

// retellings finds the reports that tell an elder one over and do not name it. What they have from it are remarks of
// several people whom it asked, shortened or a little altered, and its figures, and of their own they have next to
// nothing. None of these alone tells anything:
//
//   - Whoever hears two speeches quotes both. So there must be figures, and of those who make the news, as the titles
//     tell, no remark counts as an asked person's; and who was there himself brings more of his own.
//   - Whoever reads a study has its figures, and what its author says. So there must be two people.
//   - Whoever prints an agency's text has all that another printing has. So the two must share little prose.
//   - Where a third report between has all of it, it may have come from there.
//
// Of several people one is enough if the elder report says that he told it ("she told the Bell"). And who tells one
// report over does so with others: there a remark and a figure that the first one lacks are enough.
//
// The bounds are set by hand, on some 4,100 events without gold, where no descent is drawn that other traces do not
// draw, and on the piles of made-up reports, where seven are, all of them right. With two figures, or one person, pairs
// were let in that quote two speeches, or tell of one study.
type retellings struct{ *remarks }

// readRetellings marks the pairs of which one tells the other over.
func readRetellings(w *pairs, words *tables) {
	if w.kept() < 2 {
		return
	}
	s := retellings{readRemarks(w, words)}
	for copy := range w.kept() {
		var retold, rest []*taking
		for _, exemplar := range s.exemplars(copy) {
			t := s.take(exemplar, copy)
			if t.isEnough() {
				retold = append(retold, t)
			} else {
				rest = append(rest, t)
			}
		}
		for _, t := range rest {
			if len(retold) > 0 && t.adds(retold) {
				retold = append(retold, t)
			}
		}
		for _, t := range retold {
			w.need(t.exemplar, copy).mark().retold = t.clues()
		}
	}
}

// exemplars gives the elder reports that were the first to have one of a report's remarks, in order: none that it
// names or whose text it prints, since other traces tell more of those.
func (s retellings) exemplars(copy int) []int {
	first := map[int]bool{}
	for _, m := range s.quotedBy(copy) {
		if e := s.firstOf(m, copy); e != missing && s.isElder(e, copy) && !s.sameHouse(e, copy) {
			p := s.pair(e, copy)
			first[e] = !p.credited() && s.proseAt(p) < chanceProse
		}
	}
	maps.DeleteFunc(first, func(_ int, may bool) bool { return !may })
	return slices.Sorted(maps.Keys(first))
}

// taking is what one report has of another.
type taking struct {
	retellings
	exemplar, copy int
	remarks        []clue // of which the exemplar was the first
	figured        []clue
	had, own       int             // remarks and figures of the copy: those of elder reports, and others
	by             map[string]bool // ids of those who made the remarks
	isTold         bool            // one of them was made to the exemplar alone
	rare           int             // the figures that no third report has
	others         map[int]int     // of other elder reports, how many of the remarks and figures they have
}

// take counts what a report has of an elder one.
func (s retellings) take(exemplar, copy int) *taking {
	t := &taking{retellings: s, exemplar: exemplar, copy: copy, by: map[string]bool{}, others: map[int]int{}}
	for _, m := range s.quotedBy(copy) {
		t.addRemark(m)
	}
	for _, figure := range slices.Sorted(maps.Keys(s.figures[copy])) {
		t.addFigure(figure)
	}
	return t
}

// addRemark counts a remark of the copy. What was said to the copy itself counts for nothing: it may ask somebody too.
func (t *taking) addRemark(m remark) {
	at, held := t.heldBy(t.exemplar, m)
	switch {
	case held && t.firstOf(m, t.copy) == t.exemplar:
		t.had++
		t.remarks = append(t.remarks, clue{t.exemplar, at.first, at.first, at.last, false, true, at.source})
		t.isTold = t.isTold || at.own
		if by := cmp.Or(at.source, m.source); by != "" {
			t.by[by] = true
		}
		for _, i := range t.elders(m, t.copy) {
			t.others[i]++
		}
	case held || t.hasElder(m, t.copy):
		t.had++
	case !m.own:
		t.own++
	}
}

// addFigure counts a figure of the copy.
func (t *taking) addFigure(figure string) {
	isElder := func(i int) bool { return t.isElder(i, t.copy) }
	if !slices.ContainsFunc(t.tellers[figure], isElder) {
		t.own++
		return
	}
	t.had++
	if t.firstTold[figure] != t.exemplar {
		return
	}
	k := t.figures[t.exemplar][figure]
	t.figured = append(t.figured, clue{t.exemplar, k, k, k + 1, true, false, ""})
	t.rare += either(len(t.tellers[figure]) == twoReports, 1, 0)
	for _, i := range t.tellers[figure] {
		t.others[i] += either(isElder(i), 1, 0)
	}
}

// clues are the words of the exemplar that lead to the copy.
func (t *taking) clues() []clue { return append(slices.Clone(t.remarks), t.figured...) }

// isEnough says whether the copy must have it all from the exemplar.
func (t *taking) isEnough() bool {
	remarks, figures := len(t.remarks) >= leastRemarks, len(t.figured) >= leastFigured
	little := t.own*toOwn <= t.had
	switch {
	case t.liesBetween():
		return false
	case t.isTold && figures && t.own*toldToOwn <= t.had:
		return true
	case t.isTold && t.rare >= leastRare:
		return remarks && little
	}
	return remarks && figures && little && len(t.by) >= remarkedBy
}

// liesBetween says whether another elder report has all that the copy has of the exemplar.
func (t *taking) liesBetween() bool {
	for i, n := range t.others {
		if i != t.exemplar && n == len(t.remarks)+len(t.figured) {
			return true
		}
	}
	return false
}

// adds says whether a report that tells others over has some of what is left from the exemplar: a remark and a figure
// that those lack.
func (t *taking) adds(retold []*taking) bool {
	remark := slices.ContainsFunc(t.quotedBy(t.copy), func(m remark) bool {
		_, held := t.heldBy(t.exemplar, m)
		return held && t.firstOf(m, t.copy) == t.exemplar && !slices.ContainsFunc(retold, func(o *taking) bool {
			_, there := t.heldBy(o.exemplar, m)
			return there
		})
	})
	for figure := range t.figures[t.copy] {
		lacks := !slices.ContainsFunc(retold, func(o *taking) bool {
			_, there := t.figures[o.exemplar][figure]
			return there
		})
		if remark && lacks && t.firstTold[figure] == t.exemplar {
			return !t.liesBetween()
		}
	}
	return false
}
