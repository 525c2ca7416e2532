package assess

import (
	"cmp"
	"slices"
	"strconv"

	"stemma"
)

// leastAgreement is the agreement of words below which two statements of one
// claim are not compared: what differs then is the telling as a whole.
const leastAgreement = 0.34

// drifts compares every copy with its exemplars.
func (b *book) drifts() []stemma.Drift {
	var found []stemma.Drift
	for _, w := range b.in.Stemma.Witnesses {
		if w.Lost {
			continue
		}
		ways := b.ways(w.Siglum)
		found = append(found, b.statementDrifts(w.Siglum, ways)...)
		found = append(found, b.reportDrifts(w.Siglum, ways)...)
	}
	return b.ordered(distinct(found))
}

// way is an exemplar that a copy can be compared with, and the descent by
// which it is reached: directly, over a lost witness, or another printing of
// a lost text.
type way struct {
	siglum   string
	descent  stemma.Descent
	printing bool
}

func (b *book) ways(siglum string) []way {
	var found []way
	for _, d := range b.parents[siglum] {
		if !b.isLost(d.From) {
			found = append(found, way{siglum: d.From, descent: d})
			continue
		}
		if p := b.printing(d.From); p != "" && p != siglum {
			found = append(found, way{siglum: p, descent: d, printing: true})
		}
		for _, up := range b.ancestors(d.From) {
			if !b.isLost(up) {
				found = append(found, way{siglum: up, descent: d})
			}
		}
	}
	return found
}

// printing is the copy that says it prints a lost witness's text: its best
// witness.
func (b *book) printing(lost string) string {
	for _, d := range b.children[lost] {
		if d.Kind == stemma.WireCopy && len(d.Evidence) > 0 && d.Evidence[0].Kind == stemma.CreditEvidence {
			return d.To
		}
	}
	return ""
}

// statementDrifts compares every statement of a copy with the nearest one of
// its exemplars.
func (b *book) statementDrifts(siglum string, ways []way) []stemma.Drift {
	var found []stemma.Drift
	for c := range b.in.Claims {
		for _, st := range b.holds[c][siglum] {
			before, via, ok := b.model(c, st, ways)
			if !ok {
				continue
			}
			for _, d := range b.in.Compare(before, st) {
				d.Claim, d.Descent = stemma.Maybe(b.in.Claims[c].ID), stemma.Maybe(via.descent.ID)
				found = append(found, d)
			}
		}
	}
	return found
}

// model gives the statement of an exemplar that a copy's statement was most
// likely made from. A headline is compared with text before headlines.
func (b *book) model(claim int, st *stemma.Statement, ways []way) (*stemma.Statement, way, bool) {
	var best *stemma.Statement
	var via way
	bestScore := 0.0
	for _, w := range ways {
		for _, s := range b.holds[claim][w.siglum] {
			if b.in.Agreement(s, st) < leastAgreement {
				continue
			}
			score := b.in.Likeness(s, st)
			if s.Headline && !st.Headline {
				score -= 0.2
			}
			if w.printing {
				score += 0.05
			}
			if score > bestScore {
				best, via, bestScore = s, w, score
			}
		}
	}
	return best, via, best != nil
}

// distinct drops drifts that say the same of the same words.
func distinct(drifts []stemma.Drift) []stemma.Drift {
	type key struct {
		kind          stemma.DriftKind
		before, after stemma.Span
		descent       stemma.Maybe
	}
	seen := map[key]bool{}
	return slices.DeleteFunc(drifts, func(d stemma.Drift) bool {
		k := key{kind: d.Kind, descent: d.Descent}
		if d.Before != nil {
			k.before = *d.Before
		}
		if d.After != nil {
			k.after = *d.After
			k.before = stemma.Span{}
		}
		defer func() { seen[k] = true }()
		return seen[k]
	})
}

// ordered puts the severest first and numbers them.
func (b *book) ordered(drifts []stemma.Drift) []stemma.Drift {
	slices.SortStableFunc(drifts, func(x, y stemma.Drift) int { return cmp.Compare(y.Severity, x.Severity) })
	for i := range drifts {
		drifts[i].ID = "x" + strconv.Itoa(i+1)
	}
	if drifts == nil {
		return []stemma.Drift{}
	}
	return drifts
}
