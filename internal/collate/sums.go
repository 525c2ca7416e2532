package collate

import (
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/value"
)

// sum is a quantity in the report's own words, with its sentence.
type sum struct {
	stemma.Value
	in *sentence
}

// sumsOf gathers the quantities that a report states in words of its own, in the
// order of the text.
func sumsOf(r *Report) []sum {
	var found []sum
	for i := range r.sentences {
		s := &r.sentences[i]
		for _, v := range s.values {
			if v.Kind != stemma.QuantityValue || v.Quantity == nil {
				continue
			}
			if first, last := s.within(v.Span); first < last && !s.words[first].quoted {
				found = append(found, sum{v, s})
			}
		}
	}
	return found
}

// sums finds figures that both reports have and that the second one tells
// otherwise: without "up to", as one end of a range, in another unit, of another
// thing.
func (x accounts) sums() []stemma.Drift {
	var found []stemma.Drift
	for _, b := range x.after.sums {
		if x.furniture.Has(b.Quantity.Unit) {
			continue
		}
		same := x.before.figures.of(b)
		if d, ok := x.unboundedSum(same, b); ok {
			found = append(found, d)
		} else if d, ok := x.otherUnit(same, b); ok {
			found = append(found, d)
		}
		if d, ok := x.endOfRange(same, b); ok {
			found = append(found, d)
		}
	}
	return found
}

// figures are the sums of a report by their figure.
type figures map[[2]float64][]sum

// mostAlike is how many sums of one figure are compared with one. A report that
// has a figure more often is a list.
const mostAlike = 16

func figuresOf(sums []sum) figures {
	found := figures{}
	for _, s := range sums {
		at := [2]float64{s.Quantity.Low, s.Quantity.High}
		if len(found[at]) < mostAlike {
			found[at] = append(found[at], s)
		}
	}
	return found
}

// of gives the sums that have the figure of another one.
func (f figures) of(s sum) []sum { return f[[2]float64{s.Quantity.Low, s.Quantity.High}] }

// unboundedSum finds that a figure was "up to" so much wherever the first report
// has it, and is so much wherever the second one has it.
func (x accounts) unboundedSum(same []sum, b sum) (stemma.Drift, bool) {
	var from *sum
	for i := range same {
		a := &same[i]
		if !oneUnit(a.Quantity.Unit, b.Quantity.Unit) && !(a.Quantity.Unit == "" && x.kin == Copy) {
			continue
		}
		if a.Quantity.Bound != "<" {
			return stemma.Drift{}, false
		}
		if from == nil {
			from = a
		}
	}
	q := b.Quantity
	if from == nil || q.Bound != "" || q.Unit == "" || boundedIn(x.after, q) || !x.oneFigure(*from, b) ||
		isDeadline(x.Collator, from.in, from.Value) || x.kin != Copy && (isCapped(x, *from) || isCeiling(x, b)) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.HedgeDropped, &from.Span, &b.Span, 2), true
}

// isCeiling says whether a word of its sentence makes a figure a limit: "the limit of 300 kilograms".
func isCeiling(x accounts, s sum) bool {
	return slices.ContainsFunc(s.in.words, func(w word) bool { return x.ceilings.Has(w.base) })
}

// isCapped says whether the words before a figure make it a limit that others are held to
// ("fewer than 40", "within 24 hours"), or only say that it is rounded ("nearly 400").
func isCapped(x accounts, s sum) bool {
	first, last := s.in.within(s.Span)
	for k := first; k < last; k++ {
		if said := forms(s.in.words[first : k+1]); x.bounds.IsAny(said, "cap", "round") {
			return true
		}
	}
	return false
}

// oneUnit says whether two units are the same, by what time or head does not
// matter.
func oneUnit(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}

// boundedIn says whether a report bounds a figure somewhere.
func boundedIn(r *Report, b *stemma.Quantity) bool {
	same := r.figures[[2]float64{b.Low, b.High}]
	return slices.ContainsFunc(same, func(other sum) bool { return other.Quantity.Bound != "" })
}

// oneFigure says whether two equal figures are surely one: they are telling, or
// what stands around them is. Where neither report was taken from the other, a telling
// figure must be rare or a rate, or stand among the same words.
func (x accounts) oneFigure(a, b sum) bool {
	telling, near := value.Telling(b.Quantity.High), x.context(a, b) >= leastContext
	p, q := a.Quantity.Unit, b.Quantity.Unit
	if x.kin == Copy {
		return telling || near || oneThingByTime(p, q) || arePoints(p, q)
	}
	among := near && (telling || x.kin == Siblings)
	return value.Rare(b.Quantity.High) || among || telling && strings.Contains(p, "/")
}

// arePoints says whether one of two figures is per cent and the other one percentage points.
func arePoints(a, b string) bool { return a == percent && b == points || a == points && b == percent }

// oneThingByTime says whether two units are one thing by different times or heads:
// crowns a day, crowns a month.
func oneThingByTime(a, b string) bool {
	thing, by, ok := strings.Cut(a, "/")
	other, time, rate := strings.Cut(b, "/")
	return ok && rate && thing == other && by != time
}

// leastContext is the weight of the words that two sentences share around two
// small figures that are one.
const leastContext = 1.2

// context is the weight of the words with a meaning that two sentences share
// beside the figures.
func (x accounts) context(a, b sum) float64 {
	first, last := b.in.within(b.Span)
	weight := 0.0
	for k := range b.in.words {
		w := &b.in.words[k]
		tells := (k < first || k >= last) && !w.isOf(function, number)
		if tells && hasBase(a.in.words, w.base) {
			weight += w.weight
		}
	}
	return weight
}

// endOfRange finds that of "between 3 and 4" one end was kept.
func (x accounts) endOfRange(same []sum, b sum) (stemma.Drift, bool) {
	q := b.Quantity
	if x.kin != Copy || len(same) > 0 || q.Low != q.High || q.Bound != "" || q.Unit == "" {
		return stemma.Drift{}, false
	}
	for _, a := range x.before.ranges {
		p := a.Quantity
		isEnd := p.Bound == "" && (p.Low == q.Low || p.High == q.High) // not "hundreds of"
		if isEnd && p.Unit == q.Unit && (x.context(a, b) > 0 || x.kin == Copy && isUncommon(q)) && !x.hasRange(p) {
			return becomes(stemma.NumberChanged, &a.Span, &b.Span, 2), true
		}
	}
	return stemma.Drift{}, false
}

// isUncommon says whether a figure is unlikely to stand twice by chance: it has a fraction,
// or is telling.
func isUncommon(q *stemma.Quantity) bool {
	return q.Low != math.Trunc(q.Low) || value.Telling(q.Low)
}

// rangesOf gives the sums that are ranges.
func rangesOf(sums []sum) []sum {
	var found []sum
	for _, s := range sums {
		if s.Quantity.Low < s.Quantity.High && len(found) < mostAlike*mostAlike {
			found = append(found, s)
		}
	}
	return found
}

// hasRange says whether the second report has the range too.
func (x accounts) hasRange(p *stemma.Quantity) bool {
	return len(x.after.figures[[2]float64{p.Low, p.High}]) > 0
}

// otherUnit finds that a figure counts something else: litres a minute for litres
// a second, dollars for crowns, warehouses for docks.
func (x accounts) otherUnit(same []sum, b sum) (stemma.Drift, bool) {
	if x.kin != Copy || !fewPairs(x.before, x.after) {
		return stemma.Drift{}, false
	}
	var from *sum
	for i := range same {
		a := &same[i]
		if !x.clashes(*a, b) {
			return stemma.Drift{}, false
		}
		rate := oneThingByTime(a.Quantity.Unit, b.Quantity.Unit) || arePoints(a.Quantity.Unit, b.Quantity.Unit)
		if from == nil && x.oneFigure(*a, b) && (rate || aboutOne(a.in, b.in) >= likeMatter) {
			from = a
		}
	}
	if from == nil || hasUnit(x.after.figures.of(*from), *from) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.NumberChanged, x.figure(x.before, *from), x.figure(x.after, b), 3), true
}

// figure is the stretch of a sum without the words that bound it, so that one
// change reads alike wherever it is told.
func (x accounts) figure(r *Report, s sum) *stemma.Span {
	first, last := s.in.within(s.Span)
	for first+1 < last && s.in.words[first].class != number {
		first++
	}
	if s.in.words[first].class != number {
		return &s.Span
	}
	return s.in.span(first, last)
}

// hasUnit says whether one of the figures is that one, unit and all.
func hasUnit(sums []sum, a sum) bool {
	return slices.ContainsFunc(sums, func(s sum) bool { return s.Quantity.Unit == a.Quantity.Unit })
}

// clashes says whether the units of two equal figures contradict each other.
func (x accounts) clashes(a, b sum) bool {
	p, q := a.Quantity, b.Quantity
	if p.Unit == "" || q.Unit == "" || oneUnit(p.Unit, q.Unit) {
		return false
	}
	if x.compare.Compare(a.Value, b.Value) == value.Different || otherMeasure(a.Value, b.Value) {
		return true
	}
	return value.Rare(p.Low) && p.Bound+q.Bound == "" && x.apart(p.Unit, q.Unit)
}

// otherThing is the cosine below which two nouns name two things: a dock and a
// warehouse, but not a militant and a fighter.
const otherThing = 0.5

// apart says whether two nouns are counted as two things in this story: the first
// report has both, they do not share a sense, and neither is one of the many words
// for people.
func (x accounts) apart(a, b string) bool {
	if !x.before.bases[a] || !x.before.bases[b] || x.unnamed.Has(a) || x.unnamed.Has(b) {
		return false
	}
	p, q := x.lexis.Look(a), x.lexis.Look(b)
	alike := x.vectors.SimilarityID(x.vectors.ID(a), x.vectors.ID(b))
	return p.Is('n') && q.Is('n') && !lexis.Near(&p, &q) && alike < otherThing
}
