package collate

import (
	"fmt"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/value"
)

// sameProposition is the agreement of words from which on a hedge that is
// missing was dropped, and not left behind with another thought.
const sameProposition = 0.5

// turned is the likeness that a turned negation needs: much, since "no" may
// deny another part.
const turned = 0.75

// modality gives the hedges that were dropped or added, and a negation that
// was turned round. Inside quotation marks a missing hedge is an altered
// quotation.
func (c *Collator) modality(before, after Side) []stemma.Drift {
	if align.Agreement(before.Clause, after.Clause) < sameProposition || before.Statement.Quoted && after.Statement.Quoted || label(after.Statement) {
		return nil
	}
	if before.Statement.Polarity != after.Statement.Polarity && align.Likeness(before.Clause, after.Clause) >= turned {
		return []stemma.Drift{change(stemma.PolarityChanged, ptr(before.Statement.Span), ptr(after.Statement.Span), 3,
			fmt.Sprintf("%s and %s say the opposite", quote(before.Statement.Span.Text), quote(after.Statement.Span.Text)))}
	}
	there, here := c.hedges(before), c.hedges(after)
	var changes []stemma.Drift
	for _, h := range there.own {
		if !hasKind(here.sentence, h.Kind) && certaintyRank(h.Certainty) < certaintyRank(stemma.Certain) {
			changes = append(changes, c.dropped(before, after, h))
			break
		}
	}
	if around, ok := missing(there.around, here.sentence); ok {
		changes = append(changes, change(stemma.HedgeDropped, ptr(around.Span), nil, doubt(around),
			fmt.Sprintf("%s is dropped", quote(around.Span.Text))))
	}
	if len(changes) > 0 {
		return changes
	}
	for _, h := range here.own {
		if !hasKind(there.sentence, h.Kind) && h.Kind != value.Limit && certaintyRank(h.Certainty) < certaintyRank(stemma.Certain) {
			return []stemma.Drift{change(stemma.ModalityWeakened, nil, ptr(h.Span), 1, fmt.Sprintf("%s is added", quote(h.Span.Text)))}
		}
	}
	return nil
}

// label says whether a statement is only a part of a headline, and nobody's
// words: such a part names a matter and asserts nothing ("over hospital dose
// fault").
func label(s *stemma.Statement) bool {
	return s.Headline && s.Attribution == "" && float64(s.Span.Len()) < wholeHeadline*float64(s.Sentence.Len())
}

// wholeHeadline is how much of a headline its main assertion takes.
const wholeHeadline = 0.7

// hedged is the hedges of a side: in the statement itself, around it in its
// sentence, and all.
type hedged struct{ own, around, sentence []value.Hedge }

// hedges reads the hedges of a side. Approximate numbers are compared as
// values, and conditions make no assertion weaker that is the same one.
func (c *Collator) hedges(s Side) hedged {
	var found hedged
	first, last := s.sentence()
	for _, h := range c.values.Hedges(s.Text, first, last) {
		if h.Kind == value.Approximator || h.Kind == value.Condition {
			continue
		}
		found.sentence = append(found.sentence, h)
		if s.Statement.Span.Contains(h.Span) {
			found.own = append(found.own, h)
		} else {
			found.around = append(found.around, h)
		}
	}
	return found
}

func certaintyRank(c stemma.Certainty) int {
	switch c {
	case stemma.Certain:
		return 3
	case stemma.Probable:
		return 2
	case stemma.Possible:
		return 1
	}
	return 0
}

// dropped is a hedge that is gone: with a modal verb, the possible became
// fact; with another hedge, caution was lost.
func (c *Collator) dropped(before, after Side, h value.Hedge) stemma.Drift {
	kind, severity := stemma.HedgeDropped, doubt(h)
	if h.Kind == value.Modal || h.Kind == value.Plausibility && h.Certainty == stemma.Possible {
		kind, severity = stemma.ModalityStrengthened, 3
	}
	return change(kind, ptr(before.Statement.Span), ptr(after.Statement.Span), severity,
		fmt.Sprintf("%s is gone: %s becomes %s", quote(h.Span.Text), quote(before.Statement.Span.Text), quote(after.Statement.Span.Text)))
}

// doubt is the severity of losing a hedge: 3 where it made the statement
// unlikely or merely possible.
func doubt(h value.Hedge) int {
	if h.Kind == value.Plausibility && h.Certainty != stemma.Probable {
		return 3
	}
	return 2
}

// missing gives the first hedge around a statement, of those that say how
// likely or how far it is true, that the other sentence has no like of.
func missing(around, kept []value.Hedge) (value.Hedge, bool) {
	for _, h := range around {
		if (h.Kind == value.Plausibility || h.Kind == value.Limit) && !hasKind(kept, h.Kind) {
			return h, true
		}
	}
	return value.Hedge{}, false
}

func hasKind(hedges []value.Hedge, k value.HedgeKind) bool {
	for _, h := range hedges {
		if h.Kind == k {
			return true
		}
	}
	return false
}
