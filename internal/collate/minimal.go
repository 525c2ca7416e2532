package collate

import (
	"slices"

	"stemma"
	"stemma/internal/value"
)

// leftOut finds what the words were that the second sentence leaves out.
func (p minimal) leftOut(s slot) (stemma.Drift, bool) {
	for _, find := range []func(slot) (stemma.Drift, bool){
		p.asKnown, p.undenied, p.reached, p.settled, p.forGood, p.owners, p.partly,
		shorter{p}.missed, shorter{p}.agreedTo, shorter{p}.leavesOut,
	} {
		if d, ok := find(s); ok {
			return d, true
		}
	}
	return stemma.Drift{}, false
}

// asKnown finds that what somebody says of himself is told as known: "the army says it
// shot down a plane", "the army shot down a plane".
func (p minimal) asKnown(s slot) (stemma.Drift, bool) {
	last := s.a2 - 1
	if last <= s.a1 || s.a1 == 0 || s.b1 == len(p.al.b) || !isAuxiliary(p, p.al.b[s.b1:s.b2]) || !p.handsOn(s.a1) {
		return stemma.Drift{}, false
	}
	for last > s.a1 && plays(p.Collator, &p.al.a[last], "aux", "have", "be") {
		last--
	}
	ofHimself := p.function.Is(p.al.a[last].form, "subject") && p.function.Is(p.al.a[last].form, "pron")
	if !ofHimself {
		return stemma.Drift{}, false
	}
	before, after := p.before.span(s.a1-1, s.a2+1), p.after.span(s.b1-1, s.b2+1)
	return becomes(stemma.AttributionDropped, before, after, 2), wholly(p.pairing, s)
}

// undenied finds that what somebody denies is told as so: "the firm denied that it had paid",
// "the firm had paid".
func (p minimal) undenied(s slot) (stemma.Drift, bool) {
	left := p.al.a[s.a1:s.a2]
	if s.b1 < s.b2 || s.a1 == 0 || s.a2 == len(p.al.a) || !wholly(p.pairing, s) || quotesAny(left) {
		return stemma.Drift{}, false
	}
	denied := slices.ContainsFunc(left, func(w word) bool { return p.cues.Is(w.base, "denying") })
	opens := slices.ContainsFunc(left, func(w word) bool { return plays(p.Collator, &w, "that", "subject") })
	before, after := p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b1+1)
	return becomes(stemma.PolarityChanged, before, after, 3), denied && opens
}

// reached finds that what was near is told as done: "came close to bursting", "burst".
func (p minimal) reached(s slot) (stemma.Drift, bool) {
	if p.al.endsIn(s) || !isAuxiliary(p, p.al.b[s.b1:s.b2]) || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	for k := s.a1; k < s.a2; k++ {
		n, _ := phraseAt(p.verges, p.al.a, k)
		if n > 0 && isAuxiliary(p, p.al.a[k+n:s.a2]) && !p.al.a[k].quoted && !p.negatedAt(p.al.a, k) {
			before, after := p.before.span(k, s.a2+1), p.after.span(s.b1, s.b2+1)
			return becomes(stemma.ModalityStrengthened, before, after, 3), true
		}
	}
	return stemma.Drift{}, false
}

// settled finds that what was open is told as so: "it is unclear whether the pilot slept",
// "the pilot slept".
func (p minimal) settled(s slot) (stemma.Drift, bool) {
	last := s.a2 - 1
	if s.a1 > 0 || s.b1 < s.b2 || last < 1 || !p.function.Is(p.al.a[last].form, "whether") || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.ModalityStrengthened, p.before.span(0, s.a2+1), p.after.span(0, 1), 3), true
}

// forGood finds that how far or how long something was done was left out behind the verb:
// "halted production temporarily".
func (p minimal) forGood(s slot) (stemma.Drift, bool) {
	at := s.a1
	if s.a2-at != 1 || s.b1 < s.b2 || at == 0 || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	limits := p.restrictors.First(p.al.a[at].form) == "deed"
	ends := s.a2 == len(p.al.a) || p.al.a[s.a2].class == function || p.al.a[s.a2].comma
	before, after := p.before.span(at-1, s.a2), p.after.span(s.b1-1, s.b1)
	return becomes(stemma.PredicateChanged, before, after, 2), limits && ends
}

// owners finds that what somebody's relative or aide did is told of himself: "the mayor's
// brother resigned", "the mayor resigned". A country speaks by its government, and a body by
// its offices, so only people are looked for.
func (p minimal) owners(s slot) (stemma.Drift, bool) {
	if s.a1 == 0 || !s.drops() || s.a2 == len(p.al.a) || p.al.a[s.a1].quoted {
		return stemma.Drift{}, false
	}
	owner, is := &p.al.a[s.a1-1], &p.al.b[s.b1-1]
	if owner.full == owner.form || is.full != is.form || !p.titles.Has(p.al.a[s.a2-1].base) || !wholly(p.pairing, s) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.ActorChanged, p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b1), 3), true
}

// partly finds that what holds of some is told of all: "two of the three boats sank", "the
// three boats sank".
func (p minimal) partly(s slot) (stemma.Drift, bool) {
	isPart := s.a2-s.a1 > 1 && s.b1 == s.b2 && s.a2 < len(p.al.a) && p.function.Is(p.al.a[s.a2-1].form, "partitive")
	if !isPart || !wholly(p.pairing, s) || p.al.a[s.a1].quoted {
		return stemma.Drift{}, false
	}
	counts := slices.ContainsFunc(p.al.a[s.a1:s.a2-1], func(w word) bool {
		return w.class == number || p.function.IsAny(w.form, "num", "one")
	})
	first, last := min(1, s.a1), min(s.a2+reach, clauseEnd(p.al.a, s.a2+1))
	before, after := p.before.span(s.a1-first, last), p.after.span(s.b1-first, last-s.a2+s.b1)
	return becomes(stemma.NumberChanged, before, after, 2), counts
}

// handsOn says whether a verb of the first sentence hands something on as said, whether or
// not it is believed.
func (p minimal) handsOn(at int) bool {
	w := &p.al.a[at]
	says := p.cues.Is(w.base, "speech") && p.cues.Is(w.base, "that") && !p.cues.Is(w.base, "denying")
	return says && !w.quoted && !p.negatedAt(p.al.a, at)
}

// wholly says whether all words around a slot are the same, and enough of them to be a
// sentence.
func wholly(p *pairing, s slot) bool {
	before, after := sameWords(p.al.a[:s.a1], p.al.b[:s.b1]), sameWords(p.al.a[s.a2:], p.al.b[s.b2:])
	return len(p.al.a)-(s.a2-s.a1) > leastKept && before && after
}

// isAuxiliary says whether all of some words help a verb: "has".
func isAuxiliary(p minimal, words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !plays(p.Collator, &w, "aux", "have", "be") })
}

// renamed finds a name in the place of another one, also at the head of a sentence.
func (p minimal) renamed(s slot) (stemma.Drift, bool) {
	a, b := p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2]
	if len(a) != len(b) || s.a2 == len(p.al.a) || !p.named(a) || !p.named(b) || !sole(p.pairing, s) {
		return stemma.Drift{}, false
	}
	before, after := p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2)
	return becomes(p.nameKind(s), before, after, 2), p.otherName(forms(a), forms(b))
}

// isCourtesy says whether one of two names in a slot, before a surname, is a mere courtesy: "Ms
// Orrel", "Dana Orrel".
func isCourtesy(p *pairing, s slot) bool {
	x, y := forms(p.al.a[s.a1:s.a2]), forms(p.al.b[s.b1:s.b2])
	return p.honorifics.Has(x) != p.honorifics.Has(y)
}

// rescheduled finds a day of the week in the place of another one, in sentences that are
// otherwise the same: "the talks begin on Tuesday", "on Thursday". When somebody said so
// depends on the day of the telling.
func (p minimal) rescheduled(s slot) (stemma.Drift, bool) {
	if !s.swapsOne() || !sole(p.pairing, s) || p.tells(p.al.a, s.a1) || !isSoon(p.earlier, p.later) {
		return stemma.Drift{}, false
	}
	x, y := p.dayAt(p.before, s.a1), p.dayAt(p.after, s.b1)
	if x == nil || y == nil || p.compare.Compare(*x, *y) != value.Different {
		return stemma.Drift{}, false
	}
	return becomes(stemma.DateChanged, &x.Span, &y.Span, 2), true
}

// dayAt is the date that a word states by the day of the week alone, or nil.
func (p minimal) dayAt(s *sentence, at int) *stemma.Value {
	for i := range s.values {
		v := &s.values[i]
		if v.Kind != stemma.DateValue || v.Date == nil || v.Date.Weekday == "" {
			continue
		}
		if first, last := s.within(v.Span); first == at && last == at+1 {
			return v
		}
	}
	return nil
}

// tells says whether a verb of saying stands right before a word, or one word before.
func (p minimal) tells(words []word, at int) bool {
	return at > 0 && p.says(&words[at-1]) || at > 1 && p.says(&words[at-2])
}

// rebased finds another stretch of time in the place of one: "from a year earlier", "from
// the quarter before".
func (p minimal) rebased(s slot) (stemma.Drift, bool) {
	i, j := p.period(p.al.a, s.a1, s.a2), p.period(p.al.b, s.b1, s.b2)
	if min(i, j) < 0 || p.al.a[i].base == p.al.b[j].base || !sole(p.pairing, s) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.DateChanged, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 2), true
}

// period is the only word for a stretch of time among words that say which one: "the
// previous quarter"; -1 for others.
func (p minimal) period(words []word, first, last int) int {
	at := -1
	for k := first; k < last; k++ {
		switch w := &words[k]; {
		case p.function.Is(w.base, "unit"), p.numbers.Is(w.form, "part"):
			at = k // "year", "quarter"
		case w.class != function && !p.calendar.Has(w.form):
			return -1
		}
	}
	isWhich := first > 0 && (p.function.Is(words[first-1].form, "dem") || p.calendar.Has(words[first-1].form))
	if last-first < 2 && !isWhich {
		return -1
	}
	return at
}
