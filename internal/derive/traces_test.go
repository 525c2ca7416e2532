package derive

import "testing"

// TestWeightsHaveTheirSign: a trace adds to what it bears on, with the sign that it bears
// on it, and to nothing else; so that every piece of evidence says what it seems to say.
func TestWeightsHaveTheirSign(t *testing.T) {
	sign := func(x float64) int { return either(x > 0, 1, either(x < 0, -1, 0)) }
	named := map[string]bool{}
	for i := range traceCount {
		kin, order := i.Bears()
		if w := weightOf(i); sign(w.Kin) != kin || sign(w.Order) != order {
			t.Errorf("%s: %+v, and bears %d, %d", i, w, kin, order)
		}
		named[i.String()] = true
	}
	if len(named) != int(traceCount) {
		t.Errorf("%d names of %d traces", len(named), traceCount)
	}
}

// TestConfidenceGrows: what speaks for a descent never lowers the confidence in it.
func TestConfidenceGrows(t *testing.T) {
	for i := range traceCount {
		base := Traces{CreditTrace: 1}
		more := base
		more[i] = 1
		if i != AnswerTrace && Stated(more) < Stated(base) || i == AnswerTrace && Stated(more) > Stated(base) {
			t.Errorf("%s: %v of %v", i, Stated(more), Stated(base))
		}
	}
}
