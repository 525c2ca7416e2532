package collate

import (
	"slices"

	"stemma"
)

// limiting is two sentences and what limits what they say.
type limiting struct{ *pairing }

// unlimited finds that a phrase was left out that limits what is said: "was heard as a
// witness"; and behind a negation where, how or in what it was not done: "never inspected
// on site".
func unlimited(of *pairing) []stemma.Drift {
	l := limiting{of}
	if l.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for _, s := range l.al.slots {
		at, n := l.limitIn(s)
		if n == 0 || s.opens() || l.al.a[at].quoted || l.says(at, n) || !l.endsAlike(s) {
			continue
		}
		first, last := max(0, s.a1-2), max(0, s.b1-2)
		before, after := l.before.span(first, at+n), l.after.span(last, s.b1)
		found = append(found, becomes(stemma.PredicateChanged, before, after, 2))
	}
	return found
}

// limitIn is where a limit begins that a slot holds and how many words it has.
func (l limiting) limitIn(s slot) (at, n int) {
	if !s.drops() {
		return 0, 0
	}
	if n, says := phraseAt(l.limits, l.al.a, s.a1); n > 1 && len(says) == 0 && s.a1+n == s.a2 {
		return s.a1, n
	}
	opens := s.a1 > 0 && l.limits.Is(l.al.a[s.a1].form, "denied")
	if opens && s.a2-s.a1 <= reach+1 && l.deniedDeed(s) && !l.dates(s) {
		return s.a1, s.a2 - s.a1
	}
	return 0, 0
}

// deniedDeed says whether a verb that both sentences deny stands right before a slot.
func (l limiting) deniedDeed(s slot) bool {
	i, j := s.a1-1, s.b1-1
	if min(i, j) > 0 && l.al.a[i].class == function {
		i, j = i-1, j-1 // "carried out"
	}
	isDeed := j >= 0 && l.al.ofA[i] == j && l.al.a[i].class == content && l.al.a[i].entry.Is('v') && !l.al.a[s.a1].comma
	return isDeed && l.negatedAt(l.al.a, i) && l.negatedAt(l.al.b, j)
}

// dates says whether a slot holds a date: when it was not done is no limit.
func (l limiting) dates(s slot) bool {
	for _, v := range l.before.values {
		first, last := l.before.within(v.Span)
		if v.Kind == stemma.DateValue && first < s.a2 && s.a1 < last {
			return true
		}
	}
	return false
}

// says reports whether the second report has a word of the phrase with a meaning of its
// own in a sentence that shares much with the first one, or the phrase anywhere.
func (l limiting) says(at, n int) bool {
	if l.later.hasRun(l.al.a[at : at+n]) {
		return true
	}
	for k := at; k < at+n; k++ {
		if w := &l.al.a[k]; w.class != function && hasBase(l.al.b, w.base) {
			return true
		}
	}
	return false
}

// endsAlike says whether the clause that was limited stands in both: what is before the
// slot matches.
func (l limiting) endsAlike(s slot) bool {
	before, _ := l.al.support(s)
	return before > leastFlank && l.oneClause(s)
}

// everywhere finds that what holds in one place is said to hold everywhere.
func everywhere(of *pairing) []stemma.Drift {
	l := limiting{of}
	if l.kin != Copy {
		return nil
	}
	for k := range l.al.b {
		n, _ := phraseAt(l.reaches, l.al.b, k)
		if n == 0 || l.al.b[k].quoted || l.reachesIn(l.earlier) {
			continue
		}
		if from, to := l.placeFor(k); from < to {
			return []stemma.Drift{becomes(stemma.PlaceChanged, l.before.span(from, to), l.after.span(k, k+n), 2)}
		}
	}
	return nil
}

// reachesIn says whether a report has such a phrase anywhere.
func (l limiting) reachesIn(r *Report) bool {
	return slices.ContainsFunc(r.sentences, func(s sentence) bool {
		for k := range s.words {
			if n, _ := phraseAt(l.reaches, s.words, k); n > 0 {
				return true
			}
		}
		return false
	})
}

// longPlace is how many words differ at most where a place stands for another one. Where
// more do, something else is told.
const longPlace = 8

// placeFor is the place of the first sentence in the stead of which everywhere stands: a
// preposition with a name, behind words that match those before it.
func (l limiting) placeFor(at int) (from, to int) {
	for _, s := range l.al.slots {
		if s.b1 > at || s.b2 <= at || s.a2-s.a1+s.b2-s.b1 > longPlace {
			continue
		}
		for k := s.a1; k+1 < s.a2; k++ {
			if !l.function.Is(l.al.a[k].form, "prep") || !l.oneClause(s) {
				continue
			}
			if end := l.placeEnd(k+1, s.a2); end > 0 {
				return k, end
			}
		}
	}
	return 0, 0
}

// placeEnd is where a place ends that begins at a word; 0 for none.
func (l limiting) placeEnd(first, last int) int {
	end := 0
	for k := first; k < min(last, first+2*reach) && !(k > first && l.al.a[k].comma); k++ {
		if l.al.a[k].class == nameWord || l.contraries.Has(l.al.a[k].form) && l.function.Is(l.al.a[k-1].form, "def") {
			end = k + 1
		}
	}
	return end
}
