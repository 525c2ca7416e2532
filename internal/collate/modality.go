package collate

import (
	"fmt"

	"stemma"
	"stemma/internal/value"
)

// sameProposition is the agreement of words from which on a hedge that is
// missing was dropped, and not left behind with another thought.
const sameProposition = 0.5

// modality gives the hedges that were dropped or added, and a negation that
// was turned round.
func (c *Collator) modality(before, after Side) []stemma.Drift {
	if Agreement(before, after) < sameProposition {
		return nil
	}
	if before.Statement.Polarity != after.Statement.Polarity && Agreement(before, after) >= turned {
		return []stemma.Drift{change(stemma.PolarityChanged, ptr(before.Statement.Span), ptr(after.Statement.Span), 3,
			fmt.Sprintf("%s and %s say the opposite", quote(before.Statement.Span.Text), quote(after.Statement.Span.Text)))}
	}
	x, y := c.strength(before), c.strength(after)
	switch {
	case x.rank < y.rank && x.hedge != nil:
		return []stemma.Drift{c.strengthened(before, after, x)}
	case x.rank > y.rank && y.hedge != nil:
		return []stemma.Drift{change(stemma.ModalityWeakened, ptr(before.Statement.Span), ptr(after.Statement.Span), 1,
			fmt.Sprintf("%s is added", quote(y.hedge.Span.Text)))}
	}
	return c.sentenceHedge(before, after)
}

// turned is the agreement of words that a turned negation needs: much, since
// "no" may deny another part.
const turned = 0.75

// strength is how sure a statement is, and the hedge that says so.
type strength struct {
	rank  int // 3 certain, 2 probable, 1 possible, 0 open
	hedge *value.Hedge
}

func (c *Collator) strength(s Side) strength {
	first, last := s.tokens()
	found := strength{rank: 3}
	for _, h := range c.values.Hedges(s.Text, first, last) {
		if h.Kind == value.Approximator || h.Kind == value.Condition {
			continue
		}
		if r := certaintyRank(h.Certainty); r < found.rank {
			found = strength{r, &h}
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

// strengthened is a hedge that is gone: with a modal verb, the possible became
// fact; with another hedge, caution was lost.
func (c *Collator) strengthened(before, after Side, x strength) stemma.Drift {
	kind, severity := stemma.HedgeDropped, 2
	if x.hedge.Kind == value.Modal {
		kind, severity = stemma.ModalityStrengthened, 3
	}
	return change(kind, ptr(before.Statement.Span), ptr(after.Statement.Span), severity,
		fmt.Sprintf("%s is gone: %s becomes %s", quote(x.hedge.Span.Text), quote(before.Statement.Span.Text), quote(after.Statement.Span.Text)))
}

// sentenceHedge finds a hedge that stands elsewhere in the first statement's
// sentence and nowhere in the second one's: "which the memo calls unlikely".
func (c *Collator) sentenceHedge(before, after Side) []stemma.Drift {
	first, last := before.sentence()
	from, to := before.tokens()
	a, b := after.sentence()
	kept := c.values.Hedges(after.Text, a, b)
	for _, h := range c.values.Hedges(before.Text, first, last) {
		inside := h.Span.Start >= before.Text.Tokens[from].Start && h.Span.End <= before.Text.Tokens[to-1].End
		if inside || (h.Kind != value.Plausibility && h.Kind != value.Limit) || hasKind(kept, h.Kind) {
			continue
		}
		severity := 2
		if h.Certainty == stemma.Possible && h.Kind == value.Plausibility {
			severity = 3
		}
		return []stemma.Drift{change(stemma.HedgeDropped, ptr(h.Span), nil, severity,
			fmt.Sprintf("%s is dropped", quote(h.Span.Text)))}
	}
	return nil
}

func hasKind(hedges []value.Hedge, k value.HedgeKind) bool {
	for _, h := range hedges {
		if h.Kind == k {
			return true
		}
	}
	return false
}
