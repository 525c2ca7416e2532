package collate

import (
	"slices"

	"stemma"
)

// shorter is two sentences of which the second one is the first but for what it leaves out.
type shorter struct{ minimal }

// leavesOut finds what the words were, as [minimal.leftOut] does.
func (p shorter) leavesOut(s slot) (stemma.Drift, bool) {
	for _, find := range []func(slot) (stemma.Drift, bool){
		p.kinOf, p.inPart, p.ofAge, p.unbounded, p.undone, p.completed, p.surelyWill,
	} {
		if d, ok := find(s); ok {
			return d, true
		}
	}
	return stemma.Drift{}, false
}

// kinOf finds that what somebody's relative did or met with is told of himself, where the
// relative stands first: "the wife of the baker was fined", "the baker was fined".
func (p shorter) kinOf(s slot) (stemma.Drift, bool) {
	if s.b1 < s.b2 || s.a2 == len(p.al.a) || !wholly(p.pairing, s) || p.speaks(s.a2) {
		return stemma.Drift{}, false
	}
	at := s.a1
	for at < s.a2 && p.function.Is(p.al.a[at].form, "det") {
		at++
	}
	ofHim := at+1 < s.a2 && p.function.Is(p.al.a[at+1].form, "partitive") && soleWord(p.al.a, s.a1, s.a2) == at
	if !ofHim || !p.relatives.Has(p.al.a[at].base) || p.al.a[at].quoted {
		return stemma.Drift{}, false
	}
	before, after := p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b1+1)
	return becomes(stemma.ActorChanged, before, after, 3), true
}

// speaks says whether one of the next words says something: a body speaks by its people.
func (p shorter) speaks(at int) bool {
	for k := at; k < min(len(p.al.a), at+2*reach); k++ {
		if p.cues.Is(p.al.a[k].base, "speech") && p.cues.Is(p.al.a[k].base, "that") {
			return true
		}
	}
	return false
}

// inPart finds that an office somebody is yet to hold, or holds no more, is told as held:
// "the mayor-elect".
func (p shorter) inPart(s slot) (stemma.Drift, bool) {
	if !s.dropsOne() || s.a1 == 0 || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	w := &p.al.a[s.a1]
	before, after := p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b1)
	return becomes(stemma.TitleChanged, before, after, 2), p.restrictors.Is(w.form, "behind") && !w.comma
}

// ofAge finds that of whom it holds was left out: "women over 60".
func (p shorter) ofAge(s slot) (stemma.Drift, bool) {
	if s.a1 == 0 || !s.drops() || p.al.a[s.a1].comma || p.al.a[s.a1].quoted || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	bounded := slices.ContainsFunc(p.before.values, func(v stemma.Value) bool {
		first, last := p.before.within(v.Span)
		bound := v.Quantity != nil && (v.Quantity.Bound == "<" || v.Quantity.Bound == ">")
		return bound && first == s.a1 && last == s.a2
	})
	return becomes(stemma.PredicateChanged, p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b1), 2), bounded
}

// unbounded finds that what bounds a figure was left out, where the figure without it is
// no figure by itself: "more than a week", "a week".
func (p shorter) unbounded(s slot) (stemma.Drift, bool) {
	if !s.drops() || s.a2 == len(p.al.a) || p.al.a[s.a1].quoted || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	for _, v := range p.before.values {
		first, last := p.before.within(v.Span)
		if v.Quantity != nil && v.Quantity.Bound != "" && first == s.a1 && s.a2 < last {
			return becomes(stemma.HedgeDropped, &v.Span, p.after.span(s.b1, s.b1+last-s.a2), 2), true
		}
	}
	isLimit := p.Collator.bounds.Has(forms(p.al.a[s.a1:s.a2])) && p.function.Is(p.al.a[s.a2].form, "one")
	return becomes(stemma.HedgeDropped, p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b1+1), 2), isLimit
}

// agreedTo finds that what was only begun, or part of it, is told as the whole: "agreed to study the
// plan", "agreed to the plan".
func (p shorter) agreedTo(s slot) (stemma.Drift, bool) {
	if !s.dropsOne() || s.a1 == 0 || s.a2 == len(p.al.a) || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	to, deed, behind := &p.al.a[s.a1-1], &p.al.a[s.a1], &p.al.a[s.a2]
	isDeed := deed.class == content && deed.form == deed.base && deed.entry.Is('v') && !deed.quoted
	before, after := p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b1)
	return becomes(stemma.PredicateChanged, before, after, 2),
		isDeed && p.function.Is(to.form, "to") && p.function.Is(behind.form, "det")
}

// missed finds that what all but happened is told as done, by a verb whose past is its base form:
// "nearly hit the wall", "hit the wall".
func (p shorter) missed(s slot) (stemma.Drift, bool) {
	if !s.dropsOne() || s.a2+1 >= len(p.al.a) || p.al.a[s.a1].quoted || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	nearly := p.operators.Is(p.al.a[s.a1].form, "verb") && p.operators.First(p.al.a[s.a1].form) == "0"
	verb, behind := &p.al.a[s.a2], &p.al.a[s.a2+1]
	isDeed := verb.class == content && verb.entry.Is('v') && p.function.Is(behind.form, "det") && !behind.comma
	before, after := p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b1+1)
	return becomes(stemma.ModalityStrengthened, before, after, 3), nearly && isDeed
}

// undone finds that what was done and taken back is told as done: "was arrested and later
// released".
func (p shorter) undone(s slot) (stemma.Drift, bool) {
	opens := s.a1 > 0 && s.a1 < s.a2 && p.function.Is(p.al.a[s.a1].form, "conj")
	if !opens || s.b1 < s.b2 || s.a2 < len(p.al.a) || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	takenBack := slices.ContainsFunc(p.al.a[s.a1:s.a2], func(w word) bool {
		return p.undoings.Has(w.base) && !w.quoted
	})
	return becomes(stemma.PredicateChanged, p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b1), 2), takenBack
}

// completed finds that what is under way is told as done: "is recovering", "has recovered".
func (p shorter) completed(s slot) (stemma.Drift, bool) {
	if s.a2-s.a1 != 1 || s.b2-s.b1 > 1 || s.a2 == len(p.al.a) || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	is := &p.al.a[s.a1]
	goesOn := p.function.Is(is.form, "be") && !p.function.Is(is.form, "past") && p.al.a[s.a2].lasting && !is.quoted
	isDone := s.b1 == s.b2 || p.function.Is(p.al.b[s.b1].form, "have")
	verb := &p.al.b[s.b2]
	before, after := p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b2+1)
	return becomes(stemma.ModalityStrengthened, before, after, 2),
		goesOn && isDone && verb.entry.Is('v') && (verb.past || p.bases.Has(verb.form))
}

// surelyWill finds that what is likely is told as coming for sure, or the other way round:
// "is likely to end", "will end".
func (p shorter) surelyWill(s slot) (stemma.Drift, bool) {
	if !wholly(p.pairing, s) || !s.swaps() || p.al.a[s.a1].quoted {
		return stemma.Drift{}, false
	}
	x, y := p.guesses(p.al.a[s.a1:s.a2]), p.guesses(p.al.b[s.b1:s.b2])
	kind, severity := stemma.ModalityStrengthened, 2
	if y {
		kind, severity = stemma.ModalityWeakened, 1
	}
	other := p.al.b[s.b1:s.b2]
	if y {
		other = p.al.a[s.a1:s.a2]
	}
	return becomes(kind, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), severity), x != y && p.isComingFor(other)
}

// guesses says whether one of some words says that a thing is likely, and all others are
// function words.
func (p shorter) guesses(words []word) bool {
	likely := false
	for k := range words {
		guess := p.operators.Is(words[k].form, "guess")
		likely = likely || guess
		if !guess && words[k].class != function {
			return false
		}
	}
	return likely
}

// isComingFor says whether some words are "will" alone.
func (p shorter) isComingFor(words []word) bool {
	n, ok := p.rung(&words[0])
	return len(words) == 1 && ok && n == expected && p.function.Is(words[0].form, "modal")
}
