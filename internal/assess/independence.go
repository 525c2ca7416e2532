package assess

import (
	"strings"

	"stemma"
	"stemma/internal/value"
)

// newSource says whether a statement is credited to somebody or something of
// whom no ancestor knows, in a report that shows reporting of its own: then
// the report has it from outside. A source that the exemplar has too, under
// whatever label, is none; nor is an unnamed one, unless it spoke to this
// report, since labels of unnamed sources change in the retelling.
func (b *book) newSource(siglum string, st *stemma.Statement) bool {
	if b.isLost(siglum) || st.Headline {
		return false
	}
	above := b.ancestors(siglum)
	if len(above) == 0 || b.handedOn(st) {
		return false
	}
	for _, id := range st.Chain {
		a := b.in.Index.Attribution(stemma.Maybe(id))
		if a == nil {
			continue
		}
		if s := b.in.Index.Speaker(a.Speaker); s != nil && b.fromOutside(siglum, a, s, above) {
			return true
		}
	}
	return false
}

// fromOutside says whether a report has the source of one of its attributions
// from outside its ancestors.
func (b *book) fromOutside(siglum string, a *stemma.Attribution, s *stemma.Speaker, above []string) bool {
	switch s.Kind {
	case stemma.Outlet, stemma.UnknownKind:
		return false
	case stemma.Anonymous:
		return b.ownHere(siglum, a) && !b.anonymousAbove(above)
	}
	return (b.ownHere(siglum, a) || b.own[siglum]) && !b.knownIn(above, s)
}

// handedOn says whether an outlet stands in a statement's chain of credit, as
// its source or as whom the source spoke to.
func (b *book) handedOn(st *stemma.Statement) bool {
	for _, id := range st.Chain {
		a := b.in.Index.Attribution(stemma.Maybe(id))
		if a == nil || a.Own {
			continue
		}
		for _, who := range []stemma.Maybe{a.Speaker, a.ReceiverSpeaker} {
			if s := b.in.Index.Speaker(who); s != nil && s.Kind == stemma.Outlet {
				return true
			}
		}
	}
	return false
}

// knownIn says whether any of the witnesses credits the speaker, or has its
// name. Of a lost witness nothing is known, so it may.
func (b *book) knownIn(witnesses []string, s *stemma.Speaker) bool {
	for _, w := range witnesses {
		if b.isLost(w) {
			continue
		}
		if b.creditsSpeaker(w, s.ID) {
			return true
		}
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			if b.hasName(w, name) {
				return true
			}
		}
	}
	return false
}

func (b *book) creditsSpeaker(siglum, id string) bool {
	for _, a := range b.in.Attributions {
		if string(a.Speaker) == id && b.siglum[a.Report] == siglum {
			return true
		}
	}
	return false
}

// hasName says whether a report knows a source of that name: all words of a
// proper name stand in it, or the noun of a description ("the hospital").
func (b *book) hasName(siglum, name string) bool {
	proper, noun := 0, ""
	for _, f := range strings.Fields(name) {
		noun = strings.ToLower(strings.TrimRight(f, ".,"))
		if f[0] < 'A' || f[0] > 'Z' || strings.EqualFold(f, "the") {
			continue
		}
		proper++
		if !b.words[siglum][noun] {
			return false
		}
	}
	return proper > 0 || b.words[siglum][noun]
}

func (b *book) anonymousAbove(witnesses []string) bool {
	for _, a := range b.in.Attributions {
		s := b.in.Index.Speaker(a.Speaker)
		if s == nil || s.Kind != stemma.Anonymous {
			continue
		}
		for _, w := range witnesses {
			if b.siglum[a.Report] == w {
				return true
			}
		}
	}
	return false
}

// one says whether two roots of a claim may be one origin; certainly asks
// whether they are.
func (b *book) one(x, y root, certainly bool) bool {
	if b.samePublisher(x.siglum, y.siglum) {
		return true
	}
	if certainly {
		return false
	}
	if b.possible[[2]string{x.siglum, y.siglum}] || b.possible[[2]string{y.siglum, x.siglum}] {
		return true
	}
	if !b.sameMatter(x, y) || b.sameWording(x, y) {
		return true
	}
	if len(x.sources) == 0 && len(y.sources) == 0 {
		return !b.ownReadings(x, y)
	}
	for _, s := range x.sources {
		for _, t := range y.sources {
			if sameSource(s, t) {
				return true
			}
		}
	}
	return len(x.sources) == 0 || len(y.sources) == 0
}

// sameWords is the likeness that two statements must have to count as two
// tellings of one thing, where they share no figure: on the dam pile, what two
// origins state of one inspection has 0.33.
const sameWords = 0.3

// sameMatter says whether two roots surely state the same: in like words, or
// with a figure that agrees. A claim may hold a passing mention ("the Trump
// directive"), which is no second telling of it.
func (b *book) sameMatter(x, y root) bool {
	for _, s := range x.statements {
		for _, t := range y.statements {
			if shareFigure(s, t) || !(s.Quoted && t.Quoted) && min(words(s), words(t)) >= fewWords && b.in.Likeness(s, t) >= sameWords {
				return true
			}
		}
	}
	return false
}

const (
	// fewWords is the length, in words, below which two remarks are alike by
	// chance.
	fewWords = 6
	// oneWording is the likeness from which on a sentence of at least
	// wordingWords is not put so twice.
	oneWording   = 0.7
	wordingWords = 8
)

// sameWording says whether two roots have a sentence in the same words: then
// both have it from one speech, one paper or one report, known or not.
func (b *book) sameWording(x, y root) bool {
	for _, s := range x.statements {
		for _, t := range y.statements {
			if min(words(s), words(t)) >= wordingWords && b.in.Likeness(s, t) >= oneWording {
				return true
			}
		}
	}
	return false
}

func words(s *stemma.Statement) int { return len(strings.Fields(s.Span.Text)) }

func shareFigure(s, t *stemma.Statement) bool {
	for _, v := range s.Values {
		for _, w := range t.Values {
			if rel := value.Compare(v, w); v.Kind == stemma.QuantityValue && (rel == value.Same || rel == value.Compatible) {
				return true
			}
		}
	}
	return false
}

func (b *book) samePublisher(x, y string) bool {
	a, c := b.report[x], b.report[y]
	return a != nil && c != nil && b.in.Names.SameOutlet(string(a.Report.Outlet), string(c.Report.Outlet))
}

// sameSource says whether two sources of a claim may be one: the same person,
// document or body, or unnamed people whose numbers allow it.
func sameSource(s, t *stemma.Speaker) bool {
	if s.ID == t.ID {
		return true
	}
	if s.Kind == stemma.Person && t.Kind == stemma.Person {
		rel := value.CompareNames(s.Name, t.Name)
		return rel == value.Same || rel == value.Compatible || rel == value.Variant
	}
	if s.Kind == stemma.Anonymous && t.Kind == stemma.Anonymous {
		return (s.Count.Max == 0 || s.Count.Max >= t.Count.Min) && (t.Count.Max == 0 || t.Count.Max >= s.Count.Min)
	}
	return false
}

// ownReadings says whether both roots report on their own and have a detail
// otherwise, as two who measured or asked by themselves do.
func (b *book) ownReadings(x, y root) bool {
	if !b.own[x.siglum] || !b.own[y.siglum] {
		return false
	}
	for _, s := range x.statements {
		for _, t := range y.statements {
			for _, v := range s.Values {
				for _, w := range t.Values {
					if rel := value.Compare(v, w); v.Kind == stemma.QuantityValue && (rel == value.Compatible || rel == value.Different) {
						return true
					}
				}
			}
		}
	}
	return false
}
