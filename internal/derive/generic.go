package derive

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/language"
)

const (
	// leastGeneric is how much of a report that credits "media reports" must stand, by
	// weight of its words, in a kept one for that to be among them. In the annotated
	// stories and made-up piles one that is has 0.46; of those that are not, the most is
	// 0.30. Set by hand on these few.
	leastGeneric = 0.4
	// leastBesides is how much a further one must add.
	leastBesides = 0.08
)

// generic finds what credits of "media reports" mean.
type generic struct {
	*pairs
	pieces language.Table
}

// mean finds the kept reports that a credit of "media reports" means, in a
// report without sources of its own: those in which most of it stands. One tells most
// of it; others are meant where they add what that one lacks. "A local weekly" is one,
// and may be named elsewhere.
func (w generic) mean() {
	leaning := map[int]credit{}
	for _, c := range w.credits {
		if _, known := leaning[c.by]; !known && c.form == genericCredit && !c.nested && w.several(c) {
			leaning[c.by] = c
		}
	}
	for _, by := range slices.Sorted(maps.Keys(leaning)) {
		if w.ownReporting(by) {
			continue
		}
		for _, to := range w.retold(by, leaning) {
			c := leaning[by]
			c.form, c.to = sourceCredit, to
			w.credits = append(w.credits, c)
		}
	}
}

// several says whether a credit without a name means more than one report.
func (w generic) several(c credit) bool {
	first, last := w.tokens(c.by, c.span)
	return slices.ContainsFunc(w.texts[c.by].Tokens[first:last], func(tok stemma.Token) bool {
		return w.pieces.Is(tok.Form, "several")
	})
}

// retold gives the kept reports that a report tells again, the one that it has most
// of first. One that credits "media reports" itself is none of them.
func (w generic) retold(by int, leaning map[int]credit) []int {
	units := w.units[by]
	already := make([]float64, len(units))
	var found []int
	for least := leastGeneric; ; least = leastBesides {
		best, gain, told := missing, 0.0, []covered(nil)
		for _, i := range w.tellers(by) {
			if _, leans := leaning[i]; leans || slices.Contains(found, i) {
				continue
			}
			here := retelling(units, w.units[i])
			if more := added(units, already, here); more > gain {
				best, gain, told = i, more, here
			}
		}
		if best == missing || gain < least {
			return found
		}
		found = append(found, best)
		for _, c := range told {
			already[c.unit] = max(already[c.unit], c.share)
		}
	}
}

// tellers gives the kept reports of other outlets that make claims of a report and
// are not younger.
func (w generic) tellers(by int) []int {
	seen := map[int]bool{}
	var found []int
	for _, u := range w.units[by] {
		for _, i := range w.holding[u.claim] {
			if i != by && !seen[i] && !w.sameHouse(i, by) && w.gap(by, i) == 0 {
				found = append(found, i)
			}
			seen[i] = true
		}
	}
	slices.Sort(found)
	return found
}

// retelling is how far another report has the units of one in like words.
func retelling(units, exemplar []unit) []covered {
	var found []covered
	eachShared(units, exemplar, func(k int, there []unit) {
		a := agreement(&units[k], there)
		found = append(found, covered{k, a * a})
	})
	return found
}

// added is what a retelling adds to what is explained already, of all that a report
// tells.
func added(units []unit, already []float64, here []covered) float64 {
	sum, total := 0.0, 0.0
	for _, c := range here {
		sum += max(0, c.share-already[c.unit]) * units[c.unit].whole
	}
	for i := range units {
		total += units[i].whole
	}
	return sum / max(total, 1)
}
