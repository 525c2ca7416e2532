package collate

import (
	"time"

	"stemma"
)

// planning is two sentences and what in them is still to be done.
type planning struct{ moods }

const (
	// wholeDeed is the share of a short sentence's words that the other one must have for
	// a deed by the same people to be one.
	wholeDeed = 0.7
	// soon is how long after the first report the second one may be: what was to be done
	// is done later. Two days, set by hand.
	soon = 48 * time.Hour
)

// begun finds what was to be done, or was planned, and is told as done: "is to begin in
// 2027", "has begun".
func begun(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	y := &after.sentences[at]
	if kin != Copy || y.title || !isSoon(before, after) {
		return nil
	}
	for _, i := range before.nearest(y, kin) {
		p := planning{moods{c.pair(before, i, after, at, kin)}}
		if d, ok := p.done(); ok {
			return []stemma.Drift{d}
		}
	}
	return nil
}

// isSoon says whether the second report is not much younger than the first one.
func isSoon(before, after *Report) bool {
	x, y := before.text.Report.Published, after.text.Report.Published
	return x.Time.IsZero() || y.Time.IsZero() || y.Time.Sub(x.Time) <= soon
}

// isOtherDay says whether two reports are known to be of different days: what one says will be
// the other may tell as done.
func isOtherDay(before, after *Report) bool {
	x, y := before.text.Report.Published.Time, after.text.Report.Published.Time
	return !x.IsZero() && !y.IsZero() && x.Format(time.DateOnly) != y.Format(time.DateOnly)
}

// done compares the verbs that both sentences have.
func (p planning) done() (stemma.Drift, bool) {
	for j := range p.al.b {
		if !p.deed(&p.al.b[j]) || p.isNamed(p.al.b, j) || !p.isDone(p.al.b, j) {
			continue
		}
		for i := range p.al.a {
			if p.al.a[i].base != p.al.b[j].base || !p.deed(&p.al.a[i]) {
				continue
			}
			a, isAhead := p.ahead(i, j)
			if !isAhead || !p.isOne(i, j) {
				continue
			}
			b := p.groupOf(p.al.b, j)
			return becomes(stemma.ModalityStrengthened, p.before.span(a, i+1), p.after.span(b, j+1), 3), true
		}
	}
	return stemma.Drift{}, false
}

// ahead is where the words begin by which a deed is still to be done, in the first
// sentence: "plans to sell", or "asked the guild to sell", where the second one tells that
// the guild did.
func (p planning) ahead(i, j int) (first int, ok bool) {
	if p.isAhead(p.al.a, i) {
		return p.groupOf(p.al.a, i), true
	}
	asked := partyBefore(p.al.b, p.groupOf(p.al.b, j))
	if i < 2 || asked < 0 || !p.function.Is(p.al.a[i-1].form, "to") || p.asks(p.al.a, i) || p.negatedAt(p.al.a, i) {
		return 0, false
	}
	isAsked := false
	for k := range backFrom(p.al.a, i-1, group-1) {
		if p.operators.Is(p.al.a[k].base, "to") {
			return k, isAsked
		}
		isAsked = isAsked || p.al.a[k].base == p.al.b[asked].base
	}
	return 0, false
}

// isAhead says whether a deed is still to be done: behind "is to", "plans to".
func (p planning) isAhead(words []word, at int) bool {
	group := p.groupOf(words, at)
	step := p.lowest(words, group, at)
	if step.denied || p.asks(words, at) || at == 0 || !p.function.Is(words[at-1].form, "to") {
		return false
	}
	isTo := at > 1 && p.function.Is(words[at-2].form, "be")
	return isTo || step.rung == intended || step.rung == considered
}

// isDone says whether a verb tells of what was done: behind "has" or "was", or by its
// form, with who did it right before it.
func (p planning) isDone(words []word, at int) bool {
	group := p.groupOf(words, at)
	step := p.lowest(words, group, at)
	if step.rung != done || step.denied || p.asks(words, at) || p.negatedAt(words, at) {
		return false
	}
	for k := group; k < at; k++ {
		if p.function.IsAny(words[k].form, "have", "past") {
			return !words[at].lasting
		}
	}
	isPast := words[at].form != words[at].base && words[at].past
	return isPast && group == at && at > 0 && words[at-1].class != function
}

// isOne says whether two verbs are of one deed, by the words around them or, in a short
// sentence, by who does it.
func (p planning) isOne(i, j int) bool {
	x, y := partyBefore(p.al.a, p.groupOf(p.al.a, i)), partyBefore(p.al.b, p.groupOf(p.al.b, j))
	if y < 0 || !hasBase(p.al.a, p.al.b[y].base) {
		return false
	}
	if weight, words := p.shared(i, j); weight >= deedWeight && words >= deedWords {
		return true
	}
	return x >= 0 && same(p.al.a[x], p.al.b[y]) && p.al.back >= wholeDeed
}
