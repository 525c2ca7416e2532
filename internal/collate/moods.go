package collate

import (
	"slices"

	"stemma"
)

// moods compares how certain two sentences are of one deed, wherever it stands in
// them: a verb that both have, with the same words around it in any order, or a
// figure that both have.
type moods struct{ *pairing }

const (
	// deedReach is how many words on either side of a verb are looked at.
	deedReach = 8
	// deedWeight is the weight of the words that two verbs must share around them
	// to be one deed, and deedWords how many these must be.
	deedWeight = 1.8
	deedWords  = 2
	// group is how many words before a verb belong to it at most: "is likely to
	// be able to".
	group = 5
)

// loose finds certainty and negations that changed in a sentence that was told in
// another order and other words.
func loose(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	y := &after.sentences[at]
	if kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for _, i := range before.nearest(y, kin) {
		if aboutOne(&before.sentences[i], y) >= likeMatter {
			found = append(found, moods{c.pair(before, i, after, at, kin)}.deeds()...)
		}
	}
	return found
}

// deeds compares the verbs that both sentences have.
func (m moods) deeds() []stemma.Drift {
	var found []stemma.Drift
	for j := range m.al.b {
		if !m.deed(&m.al.b[j]) {
			continue
		}
		for i := range m.al.a {
			if m.al.a[i].base != m.al.b[j].base || !m.deed(&m.al.a[i]) {
				continue
			}
			if d, ok := m.compare(i, j); ok && m.isNamed(m.al.a, i) == m.isNamed(m.al.b, j) {
				found = append(found, d)
			}
			break
		}
	}
	return found
}

// isNamed says whether a word that may be a verb is a noun here: "a strike".
func (m moods) isNamed(words []word, at int) bool {
	return at > 0 && !words[at].comma && m.function.Is(words[at-1].form, "det")
}

// deed says whether a word may be a verb, of the report's own words.
func (m moods) deed(w *word) bool {
	return w.mayBeVerb() && m.operators.Of(w.base) == nil
}

// compare compares what governs one deed in both sentences.
func (m moods) compare(i, j int) (stemma.Drift, bool) {
	weight, words := m.shared(i, j)
	if weight < deedWeight || words < deedWords || m.asks(m.al.b, j) {
		return stemma.Drift{}, false
	}
	a, b := m.groupOf(m.al.a, i), m.groupOf(m.al.b, j)
	from, to := m.lowest(m.al.a, a, i), m.lowest(m.al.b, b, j)
	switch {
	case m.asks(m.al.a, i):
		if !m.weighs(m.al.a, i) {
			return stemma.Drift{}, false
		}
		from.rung = open
	case from.denied != to.denied || infinitive(m.Collator, m.al.a, a, i) != infinitive(m.Collator, m.al.b, b, j):
		return stemma.Drift{}, false
	}
	if a == i || from.adjective || m.often(b, j) || m.hedgedNear(b) ||
		!surer(from.rung, to.rung) {
		return stemma.Drift{}, false
	}
	before, after := m.before.span(a, i+1), m.after.span(b, j+1)
	return becomes(stepKind(from, to), before, after, stepSeverity(from, to)), true
}

// often says whether an adverb other than an operator stands before a deed:
// "rarely hears" tells of no deed at all.
func (m moods) often(first, at int) bool {
	for k := first; k < at; k++ {
		if w := &m.al.b[k]; w.class != function && m.entry(w) == nil && w.entry.Only('r') {
			return true
		}
	}
	return false
}

// hedgedNear says whether an operator stands farther before a deed: "potential air
// or ground strikes".
func (m moods) hedgedNear(first int) bool {
	for k := max(0, first-deedReach); k < first; k++ {
		if n, ok := m.rung(&m.al.b[k]); ok && n <= intended {
			return true
		}
	}
	return false
}

// weighs says whether somebody is said to weigh whether a deed is done.
func (m moods) weighs(words []word, at int) bool {
	for k := at - 1; k >= max(1, at-2*reach); k-- {
		if m.retractions.Is(words[k].form, "before") {
			n, ok := m.rung(&words[k-1])
			return ok && n <= considered
		}
	}
	return false
}

// surer says whether what was open, possible or considered is told as all but
// certain.
func surer(from, to int) bool { return from > 0 && from <= considered && to >= expected }

// shared is the weight of the words that stand around both verbs, and their number.
func (m moods) shared(i, j int) (weight float64, words int) {
	has := map[string]bool{}
	for k := max(0, i-deedReach); k < min(len(m.al.a), i+deedReach+1); k++ {
		if k != i && m.al.a[k].class != function {
			has[m.al.a[k].base] = true
		}
	}
	for k := max(0, j-deedReach); k < min(len(m.al.b), j+deedReach+1); k++ {
		if w := &m.al.b[k]; k != j && w.class != function && has[w.base] && m.entry(w) == nil {
			weight, words = weight+w.weight, words+1
			has[w.base] = false
		}
	}
	return weight, words
}

// groupOf is the first of the words before a verb that belong to it: auxiliaries,
// operators, adverbs.
func (m moods) groupOf(words []word, at int) int {
	first := at
	for first > 0 && at-first < group && !words[first].comma {
		w := &words[first-1]
		_, operates := m.rung(w)
		negated := first > 1 && m.negations.Has(words[first-2].form+" "+w.form)
		if !operates && !negated && w.class != function && !w.entry.Only('r') {
			break
		}
		first--
	}
	return first
}

// estimates finds figures that may be so much and are told as so much.
func (x accounts) estimates() []stemma.Drift {
	if x.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for _, b := range x.after.sums {
		for _, a := range x.before.figures.of(b) {
			if !oneUnit(a.Quantity.Unit, b.Quantity.Unit) || !x.oneFigure(a, b) || aboutOne(a.in, b.in) < likeMatter {
				continue
			}
			if d, ok := x.estimate(a, b); ok {
				found = append(found, d)
			}
			break
		}
	}
	return found
}

// estimate compares what governs one figure in both sentences.
func (x accounts) estimate(a, b sum) (stemma.Drift, bool) {
	if a.in.title {
		return stemma.Drift{}, false // "may" may be May
	}
	m := moods{&pairing{Collator: x.Collator}}
	a1, a2 := m.governing(a)
	b1, b2 := m.governing(b)
	from, to := m.lowest(a.in.words, a1, a2), m.lowest(b.in.words, b1, b2)
	if from.denied || to.denied || !from.modal || !surer(from.rung, to.rung) {
		return stemma.Drift{}, false
	}
	if m.asks(a.in.words, a1) || m.asks(b.in.words, b1) || b.Quantity.Bound == "<" || !m.hasVerb(b.in.words[b1:b2]) {
		return stemma.Drift{}, false
	}
	before := a.in.span(min(a1, firstOf(a)), max(a2, lastOf(a)))
	after := b.in.span(min(b1, firstOf(b)), max(b2, lastOf(b)))
	return becomes(stepKind(from, to), before, after, stepSeverity(from, to)), true
}

// hasVerb says whether something is done in some words: "after seven years" tells of nothing.
func (m moods) hasVerb(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return m.isVerb(&w) || m.function.IsAny(w.form, "aux", "be", "have")
	})
}

func firstOf(s sum) int { first, _ := s.in.within(s.Span); return first }

func lastOf(s sum) int { _, last := s.in.within(s.Span); return last }

// governing is the stretch of words that governs a figure: those before it from
// the auxiliary on, or behind it where it stands first.
func (m moods) governing(s sum) (first, last int) {
	at := firstOf(s)
	first = at
	for first > 0 && at-first < deedReach && !s.in.words[first].comma && !m.joins(&s.in.words[first-1]) {
		first--
		if m.function.IsAny(s.in.words[first].form, "aux", "modal") {
			return first, at
		}
	}
	last = lastOf(s)
	first = last
	for last < len(s.in.words) && last-first < deedReach && !s.in.words[last].comma && !m.joins(&s.in.words[last]) {
		last++
	}
	return first, last
}

// joins says whether a word stands between two clauses.
func (m moods) joins(w *word) bool {
	return m.function.IsAny(w.form, "rel", "conj")
}
