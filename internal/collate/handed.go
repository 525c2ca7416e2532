package collate

import (
	"slices"
	"strings"

	"stemma"
)

// handing compares what a report handed on with how another one tells it.
type handing struct {
	*Collation
	before, after *Report
	own           string // the word by which the first report's outlet is called
}

// Handed gives what the second report, which was taken from the first one, tells as what that one got by
// itself, though it only handed it on: it has somebody tell the outlet what nobody, by its own account, told
// it; what others told is what the outlet reveals; or what researchers found is what researchers of the paper
// found. That the first one was itself taken from another report is for the caller to know: an original
// seldom says to whom its sources spoke.
func Handed(c *Collation, before, after *Report) []stemma.Drift {
	h := handing{c, before, after, before.own()}
	if h.own == "" || before.index == nil || after.index == nil {
		return nil
	}
	var found []stemma.Drift
	for i := range after.sentences {
		y := &after.sentences[i]
		for _, a := range y.credits {
			if d, ok := h.move(y, a); ok && after.first[y.id] == i {
				found = append(found, d)
			}
		}
	}
	return distinct(found)
}

// move names what became of what the first report handed on.
func (h handing) move(y *sentence, a *stemma.Attribution) (stemma.Drift, bool) {
	switch {
	case !a.Told || len(a.Content) == 0:
	case h.isToldTo(a):
		return h.drift(stemma.AttributionChanged, y, a, y.joined(a.Source, a.Receiver), 2)
	case h.isRevealedBy(y, a):
		return h.drift(stemma.AttributionChanged, y, a, y.joined(a.Source, &a.Cue[0]), 3)
	case h.isFoundBy(y, a):
		return h.drift(stemma.SourceInflated, y, a, a.Source, 3)
	}
	return stemma.Drift{}, false
}

// isToldTo says whether somebody told the first report's outlet, which nobody told
// anything by its own account.
func (h handing) isToldTo(a *stemma.Attribution) bool {
	if a.Receiver == nil || a.Own || h.before.met {
		return false
	}
	words := strings.Fields(a.Receiver.Text)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return strings.ToLower(last) == h.own || h.outlets.Has(last) && h.after.words[h.own] // "the channel"
}

// isRevealedBy says whether the first report's outlet is said to reveal what others told, by its own account.
func (h handing) isRevealedBy(y *sentence, a *stemma.Attribution) bool {
	if len(a.Cue) == 0 || h.before.met || !namesOwn(y, a, h.own) || creditsItself(h.before, h.own) {
		return false
	}
	first, last := y.within(a.Cue[0])
	return slices.ContainsFunc(y.words[first:last], func(w word) bool {
		return h.officials.Has(w.base) && !h.officials.Is(w.base, "confirms")
	})
}

// isFoundBy says whether a source is a study, or people, of the first report's outlet, of
// which that report knows nothing.
func (h handing) isFoundBy(y *sentence, a *stemma.Attribution) bool {
	who := h.after.index.Speaker(a.Speaker)
	if who == nil || who.Kind != stemma.Document && who.Kind != stemma.Anonymous || creditsItself(h.before, h.own) {
		return false
	}
	first, last := y.within(*a.Source)
	words := y.words[first:last]
	printed := slices.ContainsFunc(words, func(w word) bool {
		return h.publications.Has(w.form) || h.outlets.Has(w.form) && w.form != h.own
	})
	return !printed && hasForm(words, h.own)
}

// creditsItself says whether a report names its own outlet in a source.
func creditsItself(r *Report, own string) bool {
	return slices.ContainsFunc(r.sentences, func(s sentence) bool {
		return slices.ContainsFunc(s.credits, func(a *stemma.Attribution) bool {
			first, last := s.within(*a.Source)
			return hasForm(s.words[first:last], own)
		})
	})
}

// drift is the change from the credit of the first report that has most of the content
// of one of the second.
func (h handing) drift(
	kind stemma.DriftKind, y *sentence, a *stemma.Attribution, after *stemma.Span, severity int,
) (stemma.Drift, bool) {
	var from *stemma.Span
	best := 0.0
	for _, i := range h.before.nearest(y, Copy) {
		x := &h.before.sentences[i]
		s := standing{&pairing{Collator: h.Collator, before: x, after: y}}
		for _, of := range x.credits {
			weight, share := s.shared(of, a)
			if of.Told && weight >= sameWeight && share >= toldShare && weight > best {
				from, best = s.credit(of), weight
			}
		}
	}
	switch {
	case from != nil:
	case kind == stemma.SourceInflated:
		from = h.sameNoun(y, a)
	case a.Kind == stemma.Direct:
		from = h.sameWords(y, a)
	case namesOwn(y, a, h.own):
		from = h.sameMatter(y)
	}
	if from == nil {
		return stemma.Drift{}, false
	}
	return becomes(kind, from, after, severity), true
}

// sameMatter is whom the first report credits with much of what a sentence of the second one tells: somebody who
// told it another outlet, or else the source of the likest sentence.
func (h handing) sameMatter(y *sentence) *stemma.Span {
	var found *stemma.Span
	for _, i := range h.before.nearest(y, Copy) {
		x := &h.before.sentences[i]
		s := standing{&pairing{Collator: h.Collator, before: x, after: y}}
		for _, a := range x.credits {
			switch {
			case a.Receiver != nil && h.isOutlet(x, a.Receiver):
				return x.joined(a.Source, a.Receiver)
			case a.Told && found == nil && h.layBeside(x, y).weight >= leastWeight:
				found = s.credit(a)
			}
		}
	}
	return found
}

// isOutlet says whether somebody who is told something is called by a name.
func (h handing) isOutlet(x *sentence, receiver *stemma.Span) bool {
	first, last := x.within(*receiver)
	return slices.ContainsFunc(x.words[first:last], func(w word) bool { return w.class == nameWord })
}

// sameNoun is the noun of a source of the second report with its verb, where the first one
// has it in a sentence that tells much the same, though nobody is credited there.
func (h handing) sameNoun(y *sentence, a *stemma.Attribution) *stemma.Span {
	first, last := y.within(*a.Source)
	for _, i := range h.before.nearest(y, Copy) {
		x := &h.before.sentences[i]
		if h.layBeside(x, y).weight < leastWeight {
			continue
		}
		for k := 0; k+1 < len(x.words); k++ {
			if w := &x.words[k]; h.unnamed.Has(w.form) && hasBase(y.words[first:last], w.base) {
				return x.span(k, k+2)
			}
		}
	}
	return nil
}

// sameWords is where the first report quotes all that somebody is quoted with: whoever is
// credited there stands in another sentence.
func (h handing) sameWords(y *sentence, a *stemma.Attribution) *stemma.Span {
	first, last := y.within(a.Content[0])
	for _, i := range h.before.nearest(y, Copy) {
		x, kept, all := &h.before.sentences[i], 0.0, 0.0
		al := h.layBeside(x, y)
		from, to := len(x.words), 0
		for j := first; j < last; j++ {
			all += y.words[j].weight
			if i := al.ofB[j]; i >= 0 && x.words[i].quoted {
				kept += y.words[j].weight
				from, to = min(from, i), max(to, i+1)
			}
		}
		if kept >= max(sameWeight, sameTold*all) {
			return x.span(from, to)
		}
	}
	return nil
}

// joined is the stretch of a sentence from one span of it to another.
func (s *sentence) joined(a, b *stemma.Span) *stemma.Span {
	a1, a2 := s.within(*a)
	b1, b2 := s.within(*b)
	return s.span(min(a1, b1), max(a2, b2))
}
