package collate

import (
	"slices"
	"strconv"

	"stemma"
)

// done is the rung of the ladder of certainty for what is told as done.
const done = 8

// grading tells how much surer one sentence is than the other.
type grading struct{ *pairing }

// ladder finds a step on the ladder of certainty: an operator ("may", "plans to",
// "allegedly", "failed to") that was put in, left out or changed right before
// what both sentences have. It belongs to what it governs, never to a sister
// clause.
func (p grading) ladder() []stemma.Drift {
	var found []stemma.Drift
	for _, s := range p.al.slots {
		i, ok := p.governed(s)
		if !ok || !p.between(s) {
			continue
		}
		from, to := p.lowest(p.al.a, s.a1, s.a2), p.lowest(p.al.b, s.b1, s.b2)
		if noStep(p, s, from, to, i) {
			continue
		}
		if abs(from.rung-to.rung) < leastSteps(p, s) || from.denied || to.denied ||
			p.creditSays(from, p.after) || p.creditSays(to, p.before) {
			continue
		}
		j := p.al.ofA[i]
		if from.rung*to.rung == 0 && (p.deniedNear(p.al.a, i, s.a1) || p.deniedNear(p.al.b, j, s.b1)) {
			continue // "have yet to make a profit", "make no profit"
		}
		before, after := p.before.span(s.a1, i+1), p.after.span(s.b1, j+1)
		found = append(found, becomes(stepKind(from, to), before, after, stepSeverity(from, to)))
	}
	return found
}

// noStep says whether a slot before a word only seems to be a step on the ladder.
func noStep(p grading, s slot, from, to step, governed int) bool {
	return p.asked(s) || isRespoken(p, s) || p.underWay(from, governed) || isBareIng(p, s, from, to, governed) ||
		p.bare(s) || isRefusal(p, s) || movedIn(p, s) || comes(p, from, to, governed) ||
		isOneStand(p, s) || isProspect(p, from, to) || isReported(p, s) || isWish(p, s) ||
		isOfWhich(p, s) || isVerbs(p, s)
}

// isVerbs says whether one side of a slot opens with what belongs to a verb before it: "crack down on small
// mills", beside "might be on small mills".
func isVerbs(p grading, s slot) bool {
	opens := func(words []word, first, last int) bool {
		return first < last && plays(p.Collator, &words[first], "particle")
	}
	return opens(p.al.a, s.a1, s.a2) != opens(p.al.b, s.b1, s.b2)
}

// isOfWhich says whether one side of a slot tells which ones are meant, and the other one what somebody does:
// "the sailors who may cross the weir", "one sailor is crossing the weir". A copy may make a sentence of it.
func isOfWhich(p grading, s slot) bool {
	tellsWhich := func(words []word, first, last int) bool {
		return first < last && first > 0 && isWho(p.Collator, &words[first]) && !words[first].comma
	}
	return p.kin != Copy && tellsWhich(p.al.a, s.a1, s.a2) != tellsWhich(p.al.b, s.b1, s.b2)
}

// isWish says whether a modal verb is put in or left out before a bare "be", as what is asked or demanded
// has it either way: "the rule that it should be shown", "the rule that it be shown".
func isWish(p grading, s slot) bool {
	words := slices.Concat(p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2])
	isOne := len(words) == 1 && p.function.Is(words[0].form, "modal") && s.a2 < len(p.al.a)
	return isOne && p.al.a[s.a2].form == p.al.a[s.a2].base && p.function.Is(p.al.a[s.a2].form, "be")
}

// isReported says whether one side has a modal verb as the other one reports it: "they can rest
// here", "they could rest there".
func isReported(p grading, s slot) bool {
	reports := func(x, y []word) bool {
		return slices.ContainsFunc(x, func(w word) bool {
			past := p.modals.First(w.form)
			return past != "" && slices.ContainsFunc(y, func(v word) bool { return v.form == past })
		})
	}
	a, b := p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2]
	return reports(a, b) || reports(b, a)
}

// isProspect says whether a step is of what is to come, between reports neither of which was
// taken from the other: what one says is planned another has seen done. There only a hedge
// ("may have", "allegedly") is lost, of what is told as done. Of 16 other steps in 1,135 events
// of the AllSides set four were right.
func isProspect(p grading, from, to step) bool {
	low, high := min(from.rung, to.rung), max(from.rung, to.rung)
	isStranger := p.kin == Neighbours || p.kin == Siblings && !fewPairs(p.earlier, p.later)
	return isStranger && (high < done || low != possible && low != said)
}

// isOneStand says whether both sides of a slot are phrases by which a matter stands the same:
// "called off", "cancelled".
func isOneStand(p grading, s slot) bool {
	x, y := saidIn(p.before.stands, s.a1, s.a2), saidIn(p.after.stands, s.b1, s.b2)
	return slices.ContainsFunc(x, func(says string) bool { return slices.Contains(y, says) })
}

// isRefusal says whether what stands behind a slot denies what "would" be said of one side:
// "would not say" is as sure as "has not said".
func isRefusal(p grading, s slot) bool {
	isConditional := func(w word) bool { return attribute(p.entry(&w), "modal") && attribute(p.entry(&w), "time") }
	return s.a2 < len(p.al.a) && p.negates(&p.al.a[s.a2]) &&
		slices.ContainsFunc(slices.Concat(p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2]), isConditional)
}

// creditSays says whether a hedge such as "allegedly" says no more than whom the
// other sentence credits.
func (p grading) creditSays(at step, other *sentence) bool {
	return at.rung == said && len(other.credits) > 0
}

// asked says whether one of the sentences only asks whether it is so.
func (p *pairing) asked(s slot) bool {
	return p.asks(p.al.a, s.a1) || p.asks(p.al.b, s.b1) || p.before.asks() != p.after.asks()
}

// underWay says whether what was expected to be done is being done: an update.
func (p grading) underWay(from step, governed int) bool {
	if from.rung != expected || governed == 0 || !p.function.Is(p.al.a[governed-1].form, "to") {
		return false
	}
	return p.al.b[p.al.ofA[governed]].lasting
}

// isRespoken says whether one side draws together what the other writes out: "I'd", "I would".
func isRespoken(p grading, s slot) bool {
	return p.spoken.Replace(joined(p.al.a, s.a1, s.a2)) == p.spoken.Replace(joined(p.al.b, s.b1, s.b2))
}

// isBareIng says whether a form in -ing stands without a form of "to be" where an operator
// stood: "think we could win", "think winning was possible".
func isBareIng(p grading, s slot, from, to step, governed int) bool {
	isBare := func(words []word, first, at int) bool {
		before := words[max(0, first-1):at]
		hasBe := slices.ContainsFunc(before, func(w word) bool { return p.function.Is(w.form, "be") })
		return words[at].lasting && !hasBe
	}
	return to.rung == done && isBare(p.al.b, s.b1, p.al.ofA[governed]) ||
		from.rung == done && isBare(p.al.a, s.a1, governed)
}

// movedIn says whether an operator of a slot stands elsewhere in the other sentence:
// "likely would have been", "would likely have been".
func movedIn(p grading, s slot) bool {
	return unmatched(p, p.al.a, s.a1, s.a2, p.al.b, p.al.ofB) || unmatched(p, p.al.b, s.b1, s.b2, p.al.a, p.al.ofA)
}

// isAlone says whether no word with a meaning stands before one, which hedges all of its
// sentence: "perhaps the fire", "it is possible that the fire".
func isAlone(words []word, at int) bool {
	return len(words) > reach && !meaningful(words[:at])
}

// unmatched says whether an operator of a stretch of words stands without a match in the other
// sentence, in the same form, or as one that hedges all of either sentence as much.
func unmatched(p grading, own []word, first, last int, words []word, of []int) bool {
	for i := first; i < last; i++ {
		rung, ok := p.rung(&own[i])
		for k := 0; ok && k < len(words); k++ {
			n, also := p.rung(&words[k])
			asSure := also && n == rung && (isAlone(words, k) || isAlone(own, i))
			if of[k] < 0 && (words[k].form == own[i].form || asSure) {
				return true
			}
		}
	}
	return false
}

// comes says whether what will be so is so: time went on. Of two reports neither of which
// was taken from the other, one tells it later.
func comes(p grading, from, to step, governed int) bool {
	if from.rung == done && to.rung == expected && to.time && p.isFixed(p.al.a, governed) {
		return true
	}
	if from.rung != expected || to.rung != done {
		return false
	}
	y := &p.al.b[p.al.ofA[governed]]
	isTime := from.time && (p.kin != Copy || p.isFixed(p.al.b, p.al.ofA[governed]))
	if isTime || (from.time || p.kin != Copy) && isOtherDay(p.earlier, p.later) {
		return true
	}
	return !from.adverb && !from.adjective && !p.isVerb(&p.al.a[governed]) && !p.inflected(y)
}

// isFixed says whether a verb stands in the present, in which what is fixed is told too: "will
// expire on Monday", "expires on Monday", "is expiring on Monday".
func (p grading) isFixed(words []word, at int) bool {
	w := &words[at]
	isPast := w.past || w.form != w.base && !p.plural.Fit(w.form)
	return w.lasting || !isPast && (at == 0 || !p.function.Is(words[at-1].form, "aux"))
}

// bare says whether an infinitive stands on one side alone: "to step down" of a
// headline tells nothing of when.
func (p grading) bare(s slot) bool {
	x, y := infinitive(p.Collator, p.al.a, s.a1, s.a2), infinitive(p.Collator, p.al.b, s.b1, s.b2)
	return x != y
}

// infinitive says whether "to" stands right before what a slot governs, and
// nothing else is in the slot.
func infinitive(c *Collator, words []word, first, last int) bool {
	return last > 0 && last-first <= 1 && c.function.Is(words[last-1].form, "to")
}

// leastStep is how many rungs apart two readings are that differ.
const leastStep = 2

// leastSteps is 1 where nothing else was changed: "agreed to pay" is not "paid".
func leastSteps(p grading, s slot) int {
	if sole(p.pairing, s) {
		return 1
	}
	return leastStep
}

// governed is the first word with a meaning after a slot, which has to match a
// form of itself.
func (p *pairing) governed(s slot) (int, bool) {
	for i := s.a2; i < min(len(p.al.a), s.a2+reach); i++ {
		j := p.al.ofA[i]
		if j < 0 || j-s.b2 != i-s.a2 || p.al.a[i].comma || p.al.b[j].comma {
			return 0, false
		}
		if p.al.a[i].class != function {
			return i, p.al.a[i].class == content && p.al.a[i].base == p.al.b[j].base && !p.al.quotedAt(i, j)
		}
	}
	return 0, false
}

// between says whether what stands on both sides of a slot matches, and the
// slot holds little else: then its words are alternatives.
func (p *pairing) between(s slot) bool {
	if s.a1 == 0 && s.b1 > 0 || s.b1 == 0 && s.a1 > 0 || p.others(p.al.a, s.a1, s.a2)+p.others(p.al.b, s.b1, s.b2) > 0 {
		return false
	}
	if sole(p, s) {
		return true
	}
	before, after := p.al.support(s)
	return (before > leastFlank || s.a1 == 0) && after > leastFlank && before+after >= leastSupport && p.oneClause(s)
}

// leastFlank is the weight of matches that each side of a slot needs: more than
// two function words have.
const leastFlank = 0.25

// others counts the content words of a stretch that are no operators.
func (p *pairing) others(words []word, first, last int) int {
	n := 0
	for k := first; k < last; k++ {
		_, ok := p.rung(&words[k])
		limits := p.hedges.Is(words[k].form, "limit") && !attribute(p.entry(&words[k]), "verb")
		if !ok && words[k].class != function && !words[k].entry.Only('r') || limits {
			n++
		}
	}
	return n
}

// step is where a reading stands on the ladder.
type step struct {
	rung          int
	modal, denied bool
	adjective     bool // it stands before a noun
	adverb        bool // it says how sure it is, and not that it is still to come: "apparently"
	time          bool // it says no more than that it is not done yet
}

// lowest is the lowest operator of a stretch.
func (p *pairing) lowest(words []word, first, last int) step {
	at := step{rung: done}
	for k := first; k < last; k++ {
		at.denied = at.denied || p.negates(&words[k])
		if isComing(p, words, k) {
			at.rung, at.time = min(at.rung, expected), true
		}
		n, ok := p.rung(&words[k])
		if !ok || n > at.rung || !p.governs(words, k) || isOfHimself(p, words, k) {
			continue
		}
		entry := p.entry(&words[k])
		if n == at.rung {
			at.time = at.time && attribute(entry, "time") // "will probably"
		} else {
			at.rung, at.modal = n, attribute(entry, "modal")
			at.adjective, at.time = attribute(entry, "about"), attribute(entry, "time")
			isRare := words[k].class == content && !words[k].entry.Known() // "presumptively"
			at.adverb = isRare || words[k].entry.Only('r')
		}
	}
	return at
}

// isOfHimself says whether a word tells what somebody said of himself: "she suggested that
// she left" hedges nothing.
func isOfHimself(p *pairing, words []word, k int) bool {
	if !p.cues.Is(words[k].base, "speech") {
		return false
	}
	k++
	if k < len(words) && p.function.Is(words[k].form, "that") {
		k++
	}
	return k < len(words) && p.function.Is(words[k].form, "subject") && p.function.Is(words[k].form, "one")
}

// isComing says whether "to" stands behind a form of "to be": what "is to begin" will.
func isComing(p *pairing, words []word, k int) bool {
	if k == 0 || !p.function.Is(words[k].form, "to") {
		return false
	}
	return p.function.Is(words[k-1].form, "be") && !p.function.Is(words[k-1].form, "past")
}

// governs says whether an operator that needs it has "to" or a form in -ing
// after it, or a verb.
func (p *pairing) governs(words []word, k int) bool {
	entry := p.entry(&words[k])
	if attribute(entry, "verb") && (k+1 == len(words) || !p.isVerb(&words[k+1]) || !p.inflected(&words[k+1])) {
		return false
	}
	last := k+1 == len(words)
	switch {
	case attribute(entry, "raising"):
		return last || !p.function.Is(words[k+1].form, "prep") || p.function.Is(words[k+1].form, "to")
	case !attribute(entry, "to"):
		return true
	}
	return !last && (p.function.Is(words[k+1].form, "to") && !isNominal(p, words, k+2) || words[k+1].lasting)
}

// isNominal says whether a word behind "to" is no infinitive: "due to continued rain".
func isNominal(p *pairing, words []word, at int) bool {
	return at < len(words) && (p.function.Is(words[at].form, "det") || words[at].form != words[at].base)
}

// stepKind names a step.
func stepKind(from, to step) stemma.DriftKind {
	switch {
	case from.rung == 0 || to.rung == 0:
		return stemma.PredicateChanged
	case from.rung < to.rung && (from.modal || from.rung <= intended || to.rung < done):
		return stemma.ModalityStrengthened
	case from.rung < to.rung:
		return stemma.HedgeDropped
	case to.modal || to.rung <= intended:
		return stemma.ModalityWeakened
	}
	return stemma.HedgeAdded
}

// Rungs that are asked for by name: up to considered and intended nothing is
// done yet.
const (
	open       = 1
	possible   = 2
	considered = 3
	intended   = 4
	expected   = 5
	said       = 6
)

// stepSeverity: what was not done, open or merely possible and is told as done
// makes a reader believe something else; to be told with more caution misleads
// little.
func stepSeverity(from, to step) int {
	switch {
	case from.rung == 0 || to.rung == 0 || to.rung == done && from.rung <= considered && !from.adjective:
		return 3
	case from.rung < to.rung:
		return 2
	}
	return 1
}

func (p *pairing) entry(w *word) []string {
	if entry := p.operators.Of(w.form); len(entry) > 0 {
		return entry
	}
	return p.operators.Of(w.base)
}

func (p *pairing) rung(w *word) (int, bool) {
	entry := p.entry(w)
	if len(entry) == 0 || w.class == nameWord {
		return 0, false
	}
	n, err := strconv.Atoi(entry[0])
	return n, err == nil
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
