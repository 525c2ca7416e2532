package align

import (
	"stemma"
	"stemma/internal/value"
)

// Weights of the slots in the score, set by hand on the dam pile:
// a detail that agrees is as good as a further fifth of the words, one that
// contradicts costs more than one that agrees earns.
const (
	sameDetail       = 0.20
	compatibleDetail = 0.12
	differentDetail  = -0.30
	sameDate         = 0.08
	differentDate    = -0.15
	oppositeWords    = -0.45
	contextShare     = 0.12
)

// driftAgreement is the agreement of all other words from which on a detail
// that contradicts is a drift of the same claim, not another claim.
const driftAgreement = 0.7

// Score says how likely two clauses make the same claim, from below 0 to above
// 1.
func (s *Story) Score(a, b *Clause) float64 {
	forth, back := s.Coverage(a.Words, b.Words), s.Coverage(b.Words, a.Words)
	agreement := 0.5*min(forth, back) + 0.5*max(forth, back)
	context := contextShare * overlap(a.context, b.context)
	slots := slots(a.Statement, b.Statement)
	if slots < 0 && agreement >= driftAgreement && min(len(a.Words), len(b.Words)) >= 3 {
		slots = 0
	}
	if s.Clash(a.Words, b.Words) && agreement < 0.95 {
		slots += oppositeWords
	}
	return agreement + context + slots
}

// Coverage is the share of a's words, by weight, that have a counterpart in b.
// Numbers that find no equal are left to the slots.
func (s *Story) Coverage(a, b []Word) float64 {
	sum, total := 0.0, 0.0
	for i := range a {
		x, best := &a[i], 0.0
		for k := range b {
			if l := s.likeness(x, &b[k]); l > best {
				if best = l; best == 1 {
					break
				}
			}
		}
		if x.Number && best == 0 {
			continue
		}
		total += x.Weight
		sum += x.Weight * best
	}
	if total == 0 {
		return 0
	}
	return sum / total * min(1, sum/enough)
}

// enough is the weight that matched words must reach to count in full: a word
// and a half of the rarer sort. Two short remarks made of everyday words are
// not one claim because most of them are shared.
const enough = 1.3

// overlap is the share of equal words of two sentences, by weight, of the
// lighter one. Words stand in order of their index.
func overlap(a, b []Word) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	sum, total := 0.0, 0.0
	for i, k := 0, 0; i < len(a); i++ {
		total += a[i].Weight
		for k < len(b) && b[k].Index < a[i].Index {
			k++
		}
		if k < len(b) && b[k].Index == a[i].Index {
			sum += a[i].Weight
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// slots compares the details of two statements as values.
func slots(a, b *stemma.Statement) float64 {
	sum := 0.0
	switch best(a, b, stemma.QuantityValue) {
	case value.Same:
		sum += sameDetail
	case value.Compatible:
		sum += compatibleDetail
	case value.Different:
		sum += differentDetail
	}
	switch best(a, b, stemma.DateValue) {
	case value.Same:
		sum += sameDate
	case value.Different:
		sum += differentDate
	}
	return sum
}

// best gives the best relation between a detail of a and one of b of a kind:
// where two statements have several numbers, one that agrees is enough.
func best(a, b *stemma.Statement, kind stemma.ValueKind) value.Relation {
	found := value.Unrelated
	for _, x := range a.Values {
		for _, y := range b.Values {
			if x.Kind != kind || y.Kind != kind {
				continue
			}
			rel := value.Compare(x, y)
			if rel == value.Different && (touch(x.Quantity, y.Quantity) || sameFigure(x.Quantity, y.Quantity)) {
				rel = value.Compatible
			}
			if rel > found {
				found = rel
			}
		}
	}
	return found
}

// sameFigure says whether two quantities have one figure and another unit of
// the same dimension: "two litres a minute" is likely a slip for "two litres a
// second".
func sameFigure(a, b *stemma.Quantity) bool {
	return a != nil && b != nil && a.Unit != b.Unit && a.Low == b.Low && a.High == b.High && a.Low != 0
}

// touch says whether two ranges of one unit have a figure in common: a range
// and its upper end are forms of one claim, though one is not the other.
func touch(a, b *stemma.Quantity) bool {
	return a != nil && b != nil && a.Unit == b.Unit && a.Unit != "" && a.Low <= b.High && b.Low <= a.High
}
