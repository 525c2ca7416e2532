package value

import (
	"stemma"
)

// HedgeKind says by what means a sentence hedges.
type HedgeKind string

// Kinds of hedge.
const (
	Modal        HedgeKind = "modal"        // may, might, could
	Approximator HedgeKind = "approximator" // about, roughly: only before a quantity
	Evidential   HedgeKind = "evidential"   // reportedly, allegedly, is said to
	Plausibility HedgeKind = "plausibility" // probably, likely, appears to, suggests
	Condition    HedgeKind = "condition"    // if, unless, whether
	Limit        HedgeKind = "limit"        // some of them, partly, cannot exclude
)

// Hedge is words that make a statement less than certain, with the certainty
// that they leave to it.
type Hedge struct {
	Span      stemma.Span
	Kind      HedgeKind
	Certainty stemma.Certainty
}

// hedgeReader reads words that hedge or negate.
type hedgeReader struct{ *sentence }

// Hedges returns the words that hedge among the tokens from first to last
// (half-open), in order, without overlap; of two that begin at one word the
// longer one. Words that hedge only weakly ("should", "can") are left out.
func (r *Reader) Hedges(t *stemma.Text, first, last int) []Hedge {
	return r.Read(t, first, last).Hedges
}

func (s hedgeReader) hedging() []Hedge {
	var found []Hedge
	for i := 0; i < len(s.atoms); {
		if !s.opens(i, aHedge) {
			i++
			continue
		}
		h, next := s.hedge(i)
		if next == i {
			i++
			continue
		}
		if h.Kind != "" {
			h.Span = s.span(i, next)
			found = append(found, h)
		}
		i = next
	}
	return found
}

// scareWords is the most words, with a closing comma, of a scare quote.
const scareWords = 4

// hedge reads a hedge at atom i; one without a kind is to be passed over.
func (s hedgeReader) hedge(i int) (Hedge, int) {
	if _, next := s.match(s.bounds, i); next > i && s.approximates(i, next) {
		return Hedge{Kind: Approximator, Certainty: stemma.Certain}, next
	}
	p, next := s.match(s.hedges, i)
	if next == i || s.isOther(p, i) {
		return Hedge{}, i
	}
	if p.attribute(2) == "weak" || p.attribute(2) == "weasel" {
		return Hedge{}, next
	}
	return Hedge{Kind: HedgeKind(p.attribute(0)), Certainty: stemma.Certainty(p.attribute(1))}, next
}

// approximates says whether the bound from i to next blurs the number after
// it: "about 40", not "about the dam" and not "over 40" (which is exact).
func (s hedgeReader) approximates(i, next int) bool {
	p, _ := s.match(s.bounds, i)
	if p.attribute(0) != "~" {
		return false
	}
	if s.plays(next, articleWord) {
		next++
	}
	for s.form(next) == "$" || s.form(next) == "€" || s.form(next) == "£" {
		next++
	}
	role := s.numeral(next).role
	return s.isNumber(next) || role != "" && role != ordinalRole
}

// isOther says whether the word is not the hedge that it looks like: the month
// of May, a quantity "might".
func (s hedgeReader) isOther(p phrase, i int) bool {
	if p.attribute(2) == "noun" {
		return !s.isContent(i+1) || s.isCapital(i+1) || !(s.isPlural(s.form(i+1)) || s.isPlural(s.form(i+2)))
	}
	if p.attribute(2) == "thing" && s.does(i-1, determining|owning) {
		return true
	}
	return s.months[p.entry] > 0 && s.isCapital(i) && (i > 0 || s.isNumber(i+1))
}

// Certainty returns how sure the stretch from first to last (half-open) is of
// itself: as sure as its weakest hedge; unknown for a question or a condition.
func (r *Reader) Certainty(t *stemma.Text, first, last int) stemma.Certainty {
	return r.Read(t, first, last).Certainty
}

func (s hedgeReader) certainty(hedges []Hedge) stemma.Certainty {
	for i := len(s.atoms) - 1; i >= 0 && i >= len(s.atoms)-3 && s.atoms[i].mark; i-- {
		if s.atoms[i].form == "?" {
			return stemma.UnknownCert
		}
	}
	certainty := stemma.Certain
	for _, h := range hedges {
		if doubt(h.Certainty) > doubt(certainty) {
			certainty = h.Certainty
		}
	}
	return certainty
}

func doubt(c stemma.Certainty) int {
	switch c {
	case stemma.Probable:
		return 1
	case stemma.Possible:
		return 2
	case stemma.UnknownCert:
		return 3
	}
	return 0
}

// Polarity returns "-" for an odd number of negations in the main clause of
// the stretch from first to last (half-open), else "+". Relative and adverbial
// clauses are passed over up to their comma.
func (r *Reader) Polarity(t *stemma.Text, first, last int) stemma.Polarity {
	return r.Read(t, first, last).Polarity
}

func (s hedgeReader) polarity() stemma.Polarity {
	negations, aside := 0, false
	for i := 0; i < len(s.atoms); {
		if end := s.scareQuote(i); end > i {
			i = end
			continue
		}
		aside = s.isAside(i, aside)
		negates, next := s.negation(i)
		if negates && !aside {
			negations++
		}
		i = next
	}
	if negations%2 == 1 {
		return stemma.Negated
	}
	return stemma.Affirmed
}

// isAside says whether atom i stands in a clause beside the main one, where the
// atom before it did or did not.
func (s hedgeReader) isAside(i int, before bool) bool {
	switch form := s.form(i); {
	case form == "," || form == ";" || form == ":":
		return false
	case s.does(i, subordinating):
		return true
	}
	return before
}

// negation says whether the words at atom i negate, and gives the index after
// them.
func (s hedgeReader) negation(i int) (negates bool, next int) {
	if p, next := s.match(s.negations, i); next > i {
		return p.attribute(0) != "not", next
	}
	return s.contracted.Fit(s.form(i)), i + 1
}

// scareQuote returns the index after a few words in quotation marks at atom i,
// such as a stamp that reads "Do not circulate": they negate nothing outside.
func (s hedgeReader) scareQuote(i int) int {
	if s.form(i) != `"` || i == 0 {
		return i
	}
	for k := i + 1; k <= i+scareWords+2; k++ {
		if s.form(k) == `"` {
			return k + 1
		}
	}
	return i
}
