package collate

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// pairing is two sentences laid side by side.
type pairing struct {
	*Collator
	before, after  *sentence
	earlier, later *Report
	al             alignment
	kin            Kin
	free           bool // see [tellsFreely]
}

// What two sentences must have in common to be compared: the share of the words
// of the one that has most of its words in the other, and the weight of all that
// match (a name or a rare word weighs 1).
const (
	leastShare  = 0.4
	leastWeight = 2.0
	// candidates is how many sentences are laid beside one.
	candidates = 3
	// asGood is the part of the best one's likeness from which on another
	// sentence may be what was copied: what it has too is no change.
	asGood = 0.75
)

// sentenceChanges compares one sentence of the later report with those of the
// earlier one that it may have been made from. A change that one of them does
// not show is none.
func (c *Collation) sentenceChanges(before, after *Report, at int, kin Kin) []stemma.Drift {
	var found []stemma.Drift
	best := 0.0
	for n, p := range c.models(before, after, at, kin) {
		like := p.al.likeness()
		if n > 0 && like < asGood*best {
			break
		}
		changes := p.changes()
		if n == 0 {
			best, found = like, changes
			continue
		}
		found = slices.DeleteFunc(found, func(d stemma.Drift) bool { return !shown(changes, d) && p.settles(d) })
	}
	return found
}

// settles says whether the words of a change stand unchanged in this pairing:
// all its words after match.
func (p *pairing) settles(d stemma.Drift) bool {
	if d.After == nil {
		return false
	}
	first, last := p.after.within(*d.After)
	for j := first; j < last; j++ {
		if p.al.ofB[j] < 0 || p.al.b[j].form != p.al.a[p.al.ofB[j]].form {
			return false
		}
	}
	return first < last
}

// shown says whether the changes have one of that kind at the same words.
func shown(changes []stemma.Drift, d stemma.Drift) bool {
	return slices.ContainsFunc(changes, func(x stemma.Drift) bool {
		return x.Kind == d.Kind && x.After != nil && d.After != nil &&
			x.After.Start < d.After.End && d.After.Start < x.After.End
	})
}

// likeness is the share of the words of both sentences that match, 0..1.
func (al *alignment) likeness() float64 { return (al.forth + al.back) / 2 }

// models lays the sentence beside the sentences of the earlier report that are
// most like it, the best first; none when it stands there word for word.
func (c *Collation) models(before, after *Report, at int, kin Kin) []*pairing {
	y := &after.sentences[at]
	if c.spent(y.id, kin) {
		return nil
	}
	var found []*pairing
	for _, i := range before.nearest(y, kin) {
		p := c.pair(before, i, after, at, kin)
		if p.al.same() && sameUnits(p.before, y) {
			return nil
		}
		if p.compares() {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(p, q *pairing) int { return cmp.Compare(q.al.likeness(), p.al.likeness()) })
	return found
}

// pair lays a sentence of each report beside the other.
func (c *Collation) pair(before *Report, i int, after *Report, at int, kin Kin) *pairing {
	x, y := &before.sentences[i], &after.sentences[at]
	return &pairing{
		Collator: c.Collator, before: x, after: y, earlier: before, later: after, kin: kin,
		free: c.free, al: c.layBeside(x, y),
	}
}

// compares says whether enough matches for what differs to be a change.
func (p *pairing) compares() bool {
	switch p.kin {
	case Siblings:
		return p.al.weight >= leastWeight && min(p.al.forth, p.al.back) >= siblingShare
	case Neighbours:
		return p.al.weight >= neighbourWeight && p.nearCopy()
	}
	return p.al.weight >= leastWeight && max(p.al.forth, p.al.back) >= leastShare ||
		p.kin == Copy && min(p.al.forth, p.al.back) >= sameSentence ||
		sole(p, p.al.differing())
}

// What the clauses around a slot must have in common, by kin: the weight of
// what matches, and its share.
const (
	copyWeight, copyShare           = 1.5, 0.45
	siblingWeight, siblingShare     = 2.0, 0.55
	neighbourWeight, neighbourShare = 2.5, 0.65
)

// oneClause says whether the words around a slot are a clause that both
// sentences have: then what differs in the slot is a change.
func (p *pairing) oneClause(s slot) bool {
	weight, share := p.al.local(s)
	switch p.kin {
	case Copy:
		return weight >= copyWeight && share >= copyShare || share >= wholeShare
	case Siblings:
		return weight >= siblingWeight && share >= siblingShare
	}
	return weight >= neighbourWeight && share >= neighbourShare
}

// wholeShare is the share at which a short sentence is one, however light.
const wholeShare = 0.65

// same says whether every word matches one of the same form.
func (al *alignment) same() bool {
	if len(al.a) != len(al.b) || len(al.slots) > 0 {
		return false
	}
	for i, j := range al.ofA {
		if al.a[i].form != al.b[j].form {
			return false
		}
	}
	return true
}

// sameUnits says whether the values of two sentences of one wording have the same
// units: "$5" and "€5" differ in a mark.
func sameUnits(x, y *sentence) bool {
	if len(x.values) != len(y.values) {
		return true
	}
	for i := range x.values {
		a, b := x.values[i].Quantity, y.values[i].Quantity
		if a != nil && b != nil && a.Unit != b.Unit {
			return false
		}
	}
	return true
}

// crowded is in how many sentences of a report a word may stand and still lead
// to them.
const crowded = 12

// changes are the changes from the one sentence to the other.
func (p *pairing) changes() []stemma.Drift {
	if p.isSearched() {
		return distinct(append(figuring{p}.figures(), naming{p}.names()...))
	}
	var found []stemma.Drift
	for _, find := range []func() []stemma.Drift{
		reversal{p}.turned, reversal{p}.negated, holding{p}.told, grading{p}.ladder, restraint{p}.projects,
		crediting{p}.official, crediting{p}.credits, crediting{p}.unnamed, portions{p}.amounts,
		restraint{p}.restrictions, figuring{p}.figures, figuring{p}.days, naming{p}.names,
		predication{p}.predicates, predication{p}.roles,
	} {
		found = append(found, find()...)
	}
	for _, find := range []func(*pairing) []stemma.Drift{
		noneAtAll, signless, soles, alternatives, nobodyDoes, turnedOn, caused, again, unlimited, everywhere, toned,
		contradicted, qualified,
	} {
		found = append(found, find(p)...)
	}
	if len(found) == 0 && p.kin == Copy {
		found = rejoined(p)
	}
	if len(found) == 0 && p.kin == Copy && untouched(p) {
		found = leftOver(p)
	}
	return distinct(slices.DeleteFunc(agreed(p, found), p.inBoth))
}

// isSearched says whether a sentence of a copy was laid beside one of so many that two which are no
// near copies may be alike by chance. Siblings have more in common, see [pairing.compares].
func (p *pairing) isSearched() bool {
	return p.kin == Copy && !fewPairs(p.earlier, p.later) && !p.nearCopy()
}

// inBoth says whether both sentences have both sides of a change: "half of all new cases" was
// laid beside "all new cases" of a sentence that goes on the same way.
func (p *pairing) inBoth(d stemma.Drift) bool {
	return d.Before != nil && d.After != nil && d.Before.Text != d.After.Text &&
		strings.Contains(p.after.written(), d.Before.Text) && strings.Contains(p.before.written(), d.After.Text)
}

// twoThings says whether one change is of a figure and the other one of how sure it
// is: "could raise up to 40" may lose both.
func twoThings(a, b stemma.DriftKind) bool {
	return isMood(a) != isMood(b) && isFigure(a) != isFigure(b)
}

func isMood(k stemma.DriftKind) bool {
	return k == stemma.ModalityStrengthened || k == stemma.ModalityWeakened
}

func isFigure(k stemma.DriftKind) bool { return k == stemma.NumberChanged || k == stemma.HedgeDropped }

// becomes is a change of words for other words. It knows neither its claim nor
// its descent yet.
func becomes(kind stemma.DriftKind, before, after *stemma.Span, severity int) stemma.Drift {
	saying := stemma.Say("drift.becomes", stemma.Args{"before": text(before), "after": text(after)})
	return stemma.Drift{Kind: kind, Before: before, After: after, Severity: severity, Saying: saying}
}

func text(s *stemma.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}
