package collate

import (
	"slices"

	"stemma"
	"stemma/internal/value"
)

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

// rescheduled finds a day of the week in the place of another one, in sentences that are
// otherwise the same: "the talks begin on Tuesday", "on Thursday". When somebody said so
// depends on the day of the telling.
func (p minimal) rescheduled(s slot) (stemma.Drift, bool) {
	if s.a2-s.a1 != 1 || s.b2-s.b1 != 1 || !sole(p.pairing, s) || p.tells(p.al.a, s.a1) || !isSoon(p.earlier, p.later) {
		return stemma.Drift{}, false
	}
	x, y := p.dayAt(p.before, s.a1), p.dayAt(p.after, s.b1)
	if x == nil || y == nil || value.Compare(*x, *y) != value.Different {
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
	if i < 0 || j < 0 || p.al.a[i].base == p.al.b[j].base || !sole(p.pairing, s) {
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
	if last-first < 2 {
		return -1
	}
	return at
}
