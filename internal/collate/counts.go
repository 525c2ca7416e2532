package collate

import (
	"slices"

	"stemma"
	"stemma/internal/value"
)

// counting compares the figures of two reports by the deed that each one counts, whatever
// else is told around it: how many people a dam supplies, how many were kept overnight.
// Between reports neither of which was taken from the other one of nine that it found on 249
// unread events was a drift, so these are not compared.
type counting struct{ accounts }

// figureReach is how many words stand between a figure and its verb at most.
const figureReach = 3

// counted is a figure with the verb that says what was done with so many.
type counted struct {
	sum
	verb    int    // a word of the sentence
	link    string // the preposition between them: "rose by"
	subject bool   // the figure counts who did it
}

// recounts finds figures of one deed that differ: "supplies 212,000 people", "supplies
// 220,000 people". A figure that the first report has of the deed too is none.
func recounts(x accounts) []stemma.Drift {
	c := counting{x}
	if x.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for _, b := range x.after.sums {
		y, ok := c.countedBy(b)
		if !ok || x.furniture.Has(b.Quantity.Unit) || b.in.title || !x.after.isFirst(b.in) {
			continue
		}
		if d, ok := c.recount(y); ok {
			found = append(found, d)
		}
	}
	return found
}

// recount looks for the same deed in the first report, where another figure stands.
func (c counting) recount(y counted) (stemma.Drift, bool) {
	var from *counted
	for _, a := range c.before.units[y.Quantity.Unit] {
		x, ok := c.countedBy(a)
		if !ok || !c.oneCount(x, y) {
			continue
		}
		if from != nil || c.compare.Compare(x.Value, y.Value) != value.Different {
			return stemma.Drift{}, false // two such deeds, or no other figure
		}
		from = &x
	}
	if from == nil || grown(from.Value, y.Value) || grown(y.Value, from.Value) ||
		c.agrees(c.after, from.sum) || c.agrees(c.before, y.sum) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.NumberChanged, from.span(), y.span(), numberSeverity(from.Value, y.Value)), true
}

// span is the stretch of a figure with its verb.
func (x counted) span() *stemma.Span {
	first, last := x.in.within(x.Span)
	return x.in.span(min(first, x.verb), max(last, x.verb+1))
}

// agrees says whether a report has a figure that agrees with one.
func (c counting) agrees(r *Report, s sum) bool {
	agree := func(other sum) bool {
		rel := c.compare.Compare(other.Value, s.Value)
		return rel == value.Same || rel == value.Compatible
	}
	// an excerpt has not all sums
	return slices.ContainsFunc(r.sums, agree) || slices.ContainsFunc(r.figures.of(s), agree)
}

// oneCount says whether two figures count one deed: by the same verb, in sentences about
// the same.
func (c counting) oneCount(x, y counted) bool {
	v, w := &x.in.words[x.verb], &y.in.words[y.verb]
	if x.subject != y.subject || x.link != y.link || v.base != w.base {
		return false
	}
	if x.in.title || negatedIn(c.Collator, x) != negatedIn(c.Collator, y) || !x.subject && isOtherDoer(x, y) {
		return false
	}
	return c.context(x.sum, y.sum) >= leastContext
}

// isOtherDoer says whether somebody does what somebody else does in the other sentence: "Wren
// sold", "his brother sold".
func isOtherDoer(x, y counted) bool { return isNamedAnew(x, y) || isNamedAnew(y, x) }

// isNamedAnew says whether a person is named before a verb of whom the other sentence does not
// speak.
func isNamedAnew(x, y counted) bool {
	return slices.ContainsFunc(x.in.values, func(v stemma.Value) bool {
		_, last := x.in.within(v.Span)
		isDoer := v.Kind == stemma.PersonValue && last <= x.verb && last > 0
		return isDoer && !hasForm(y.in.words, x.in.words[last-1].form)
	})
}

func negatedIn(c *Collator, x counted) bool { return c.negatedAt(x.in.words, x.verb) }

// countedBy finds the verb that a figure stands right behind or before.
func (c counting) countedBy(s sum) (counted, bool) {
	first, last := s.in.within(s.Span)
	if x, ok := c.objectOf(s, first); ok {
		return x, true
	}
	return c.subjectOf(s, last)
}

// objectOf finds the verb before a figure: "supplies about 212,000 people", "rose by 4".
func (c counting) objectOf(s sum, first int) (counted, bool) {
	words, link := s.in.words, ""
	for k := range backFrom(words, first, figureReach) {
		w := &words[k]
		switch {
		case c.joinsClauses(w):
			return counted{}, false
		case c.function.Is(w.form, "prep"):
			if link != "" || c.function.Is(w.form, "partitive") {
				return counted{}, false
			}
			link = w.form
		case w.class == function || w.entry.Only('r'):
		default:
			if c.function.Is(link, "agent") {
				return counted{s, k, "", true}, c.isPredicate(words, k)
			}
			return counted{s, k, link, false}, c.isPredicate(words, k)
		}
	}
	return counted{}, false
}

// subjectOf finds the verb behind a figure: "31 people were hurt", which of a passive is
// what was done to so many.
func (c counting) subjectOf(s sum, last int) (counted, bool) {
	words := s.in.words
	for k := last; k < min(len(words), last+figureReach+1) && !words[k].comma; k++ {
		w := &words[k]
		switch {
		case plays(c.Collator, w, "prep", "rel", "conj", "sub"):
			return counted{}, false
		case w.class == function || w.entry.Only('r'):
		default:
			return counted{s, k, "", !isDoneTo(c.Collator, words, last, k)}, c.isPredicate(words, k)
		}
	}
	return counted{}, false
}

// joinsClauses says whether a word stands between two clauses.
func (c counting) joinsClauses(w *word) bool {
	return plays(c.Collator, w, "rel", "conj", "sub")
}

// isPredicate says whether a word is a verb that says something of a figure, and is no
// verb of saying.
func (c counting) isPredicate(words []word, k int) bool {
	w := &words[k]
	isVerb := w.mayBeVerb() && !(scaling{c.Collator}).isNoun(words, k)
	return isVerb && !c.cues.Is(w.base, "speech")
}

// unitsOf files the figures of a report by what they count, of a list the first ones.
func unitsOf(sums []sum) map[string][]sum {
	found := map[string][]sum{}
	for _, s := range sums {
		if unit := s.Quantity.Unit; unit != "" && len(found[unit]) < mostCounted {
			found[unit] = append(found[unit], s)
		}
	}
	return found
}

// mostCounted is how many figures of one unit are compared with one.
const mostCounted = 64
