package derive

import (
	"cmp"
	"slices"
)

// leastCover is how much of a copy, by weight of its words, must stand in like
// words in an exemplar that it neither names nor has a passage of: of pairs of
// real reports without a descent that share no passage, one in thirty reaches
// it, mostly where both tell of one document.
const leastCover = 0.2

// likeClaims looks up the pairs that share enough claims to be looked at,
// though they share no passage: a silent rewrite in other words. What they
// share counts at most whole, so no pair is missed.
func (w *pairs) likeClaims() {
	for copy, units := range w.units {
		most, total := map[int]float64{}, 0.0
		for i, u := range units {
			total += u.whole
			if u.public() {
				continue
			}
			for _, exemplar := range w.holding[u.claim] {
				most[exemplar] += units[i].whole
			}
		}
		var alike []likeness
		_, latest := bounds(w.report(copy).Published)
		for exemplar, sum := range most {
			if exemplar != copy && sum >= leastCover*total {
				earliest, _ := bounds(w.report(exemplar).Published)
				alike = append(alike, likeness{exemplar, !latest.IsZero() && earliest.After(latest), sum})
			}
		}
		for _, l := range likest(alike) {
			w.need(l.exemplar, copy)
		}
	}
}

// mostAlike is how many exemplars that share neither passage nor credit with a
// copy are looked at: in a story of thousands every report tells what all tell.
const mostAlike = 64

// likeness is how much of what a copy tells is told by an exemplar, at most.
type likeness struct {
	exemplar int
	younger  bool
	sum      float64
}

// likest gives those that tell most; where they are many, those first that do
// not appear later than the copy.
func likest(alike []likeness) []likeness {
	if len(alike) <= mostAlike {
		return alike
	}
	slices.SortFunc(alike, func(a, b likeness) int {
		if a.younger != b.younger {
			if a.younger {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.exemplar, b.exemplar))
	})
	return alike[:mostAlike]
}

// holders lists, by claim, the reports that make it, each once.
func holders(all [][]unit) map[int][]int {
	found := map[int][]int{}
	for report, units := range all {
		for i, u := range units {
			if i == 0 || units[i-1].claim != u.claim {
				found[u.claim] = append(found[u.claim], report)
			}
		}
	}
	return found
}

// claimCover gives what a copy states to the exemplar that has most of it, as
// claimProse does with its words.
func (w weigher) claimCover(copy int) {
	units := w.units[copy]
	total := 0.0
	for _, u := range units {
		total += u.whole
	}
	if total == 0 {
		return
	}
	var candidates []cover
	laid := make([]covered, 0, len(units))
	for _, p := range w.copies[copy] {
		if p.forbidden {
			continue
		}
		from := len(laid)
		laid = laidOut(w.material, laid, p)
		for _, c := range laid[from:] {
			p.coverage += units[c.unit].whole * c.share / total
		}
		candidates = append(candidates, cover{p, laid[from:]})
		if len(laid) > mostLaid {
			candidates[len(candidates)-1].laid, laid = nil, laid[:from]
		}
	}
	slices.SortFunc(candidates, func(a, b cover) int {
		return cmp.Or(cmp.Compare(b.coverage, a.coverage), w.compare(a.exemplar, b.exemplar))
	})
	already, laid := make([]float64, len(units)), laid[len(laid):]
	for _, p := range candidates {
		p.ownCover = 0
		if p.laid == nil {
			laid = laidOut(w.material, laid[:0], p.pair)
			p.laid = laid
		}
		for _, c := range p.laid {
			p.ownCover += units[c.unit].whole * max(0, c.share-already[c.unit]) / total
			already[c.unit] = max(already[c.unit], c.share)
		}
	}
}

// cover is a pair with the units of the copy that the exemplar has; nil: not known yet.
type cover struct {
	*pair
	laid []covered
}

// mostLaid is how many units of a copy, laid beside its exemplars, are remembered; what
// is more is laid out twice. A report of 8 MiB has 100,000 for each of 2,000 exemplars.
const mostLaid = 1 << 18

func laidOut(w *material, found []covered, p *pair) []covered {
	return covering(found, w.units[p.copy], w.units[p.exemplar], w.traits[p.exemplar].release)
}
