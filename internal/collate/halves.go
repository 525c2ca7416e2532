package collate

import (
	"slices"

	"stemma"
)

// halves finds that of a sentence with "but" one half is told and the other one, which
// limits it, is told nowhere: "the pumps are ready, but nobody has tried them".
type halves struct{ omissions }

const (
	// halfKept and halfGone are the shares of the words of a half, by weight, from which on
	// it is told, and below which it is not; halfWeight is the least weight of either.
	halfKept   = 0.5
	halfGone   = 0.34
	halfWeight = 1.0
	// leastHalf is how many words a half has at least.
	leastHalf = 4
	// mostHalves is how many such sentences of a report are looked at.
	mostHalves = 64
)

// halved gives the halves that the second report left out, but for what is told of the same
// words already.
func halved(c *Collation, before, after *Report, kin Kin, told []stemma.Drift) []stemma.Drift {
	if kin != Copy {
		return nil
	}
	h := halves{omissions{c, before, after, kin}}
	var found []stemma.Drift
	looked := 0
	for i := range before.sentences {
		x := &before.sentences[i]
		at := h.turnsAt(x)
		if at < 0 || x.title || !before.isFirst(x) || after.has(x) {
			continue
		}
		if looked++; looked > mostHalves {
			break
		}
		if d, ok := h.leftHalf(x, at); ok && !isLost(told, d) {
			found = append(found, d)
		}
	}
	return found
}

// isLost says whether the same words are told to be left out already.
func isLost(told []stemma.Drift, d stemma.Drift) bool {
	return slices.ContainsFunc(told, func(x stemma.Drift) bool {
		return x.After == nil && overlap(x.Before, d.Before) && x.Before.Report == d.Before.Report
	})
}

// turnsAt is where a sentence turns against what it said, with enough words on either side;
// -1 where it does not. "Not only … but" adds, and turns nothing.
func (h halves) turnsAt(s *sentence) int {
	for k := range s.words {
		w := &s.words[k]
		if h.retractions.Is(w.form, "turn") && w.comma && k >= leastHalf && k+leastHalf < len(s.words) {
			return k
		}
		if h.retractions.Is(w.form, "adds") {
			return -1
		}
	}
	return -1
}

// leftHalf compares the halves of a sentence with what the second report has of each.
func (h halves) leftHalf(x *sentence, at int) (stemma.Drift, bool) {
	last := endOfHalf(x, at)
	if last-at >= leastHalf && h.limitsIn(x, at, last) {
		if y := h.told(x, 0, at); y != nil && h.untold(x, at, last) {
			return h.omission(x, at, last, y), !h.isCut(x, at, y)
		}
	}
	if h.limitsIn(x, 0, at) {
		if y := h.told(x, at, len(x.words)); y != nil && h.untold(x, 0, at) {
			return h.omission(x, 0, at, y), true
		}
	}
	return stemma.Drift{}, false
}

// isCut says whether a quotation ends before a place in the other report, which is told as
// cut there.
func (h halves) isCut(x *sentence, at int, y *sentence) bool {
	isOne := x.words[at-1].quoted && x.words[at].quoted && quotesAny(y.words)
	return isOne && h.to.hasRun(x.words[max(0, at-reach):at])
}

// quotesAny says whether some of the words stand in quotation marks.
func quotesAny(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.quoted })
}

// endOfHalf is where the half ends that begins at a place: with its quotation, or its clause.
func endOfHalf(x *sentence, at int) int {
	for k := at + 1; k < len(x.words); k++ {
		if x.words[k].quoted != x.words[at].quoted || x.words[k].comma && !x.words[at].quoted {
			return k
		}
	}
	return len(x.words)
}

// limitsIn says whether a stretch limits what the rest says: it has a word that limits, or a
// speaker turns in it against his own words.
func (h halves) limitsIn(x *sentence, first, last int) bool {
	for k := first; k < last; k++ {
		entry, ok := h.caveat(x.words, k)
		limits := ok && !attribute(entry, "speech") && attribute(entry, "not") == h.deniedAt(x.words, k)
		if limits && !h.saysSo(x, k) || x.words[k].quoted && first > 0 {
			return true
		}
	}
	return false
}

// told is the sentence of the second report that has most of a stretch, in its own order;
// nil for none.
func (h halves) told(x *sentence, first, last int) *sentence {
	for _, k := range h.to.nearest(x, Copy) {
		y := &h.to.sentences[k]
		al := h.layBeside(x, y)
		weight, share := part(al.a, al.ofA, first, last, last, last)
		if !y.title && weight >= halfWeight && share >= halfKept {
			return y
		}
	}
	return nil
}

// untold says whether no sentence of the second report has much of a stretch.
func (h halves) untold(x *sentence, first, last int) bool {
	return h.hasLess(x.words[first:last], halfGone)
}

// hasLess says whether no sentence of the later report has that share of some words, by weight,
// which are enough to be told.
func (o omissions) hasLess(words []word, share float64) bool {
	return weightOf(words) >= halfWeight && !o.to.tellsOf(words, share)
}

// weightOf is the weight of the different words that tell something.
func weightOf(words []word) float64 {
	total, seen := 0.0, map[string]bool{}
	for k := range words {
		if w := &words[k]; w.class != function && !seen[w.base] {
			seen[w.base] = true
			total += w.weight
		}
	}
	return total
}

// omission is the half that was left out: of a quotation, where the other half is quoted
// too, a change of it.
func (h halves) omission(x *sentence, first, last int, y *sentence) stemma.Drift {
	kind := stemma.Omission
	if quotesAny(y.words) && x.words[first].quoted && x.words[last-1].quoted {
		kind = stemma.QuoteAltered
	}
	return leavesOut(kind, x.span(first, last))
}
