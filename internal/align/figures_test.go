package align

import (
	"testing"

	"stemma"
)

// TestWordsBehindMark: a value counts as a part of what a clause tells, whatever it begins with.
func TestWordsBehindMark(t *testing.T) {
	b := newBench(t)
	for _, text := range []string{
		"The mill agreed to pay $3.5 million to a ferryman.",
		"The mill agreed to pay (3.5 million) crowns to a ferryman.",
		"The mill agreed to pay about $3.5 million to a ferryman.",
	} {
		texts, statements := b.told(text)
		s := b.Story(texts, statements, nil)
		n := 0
		for i := range s.Clauses[0].Words {
			if v := s.Clauses[0].Words[i].Value; v != nil && v.Kind == stemma.QuantityValue {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q tells %d quantities, want 1", text, n)
		}
	}
}

// TestLikeFigures: a figure is like one that it may be, rounded, and not like each that a bound
// leaves room for.
func TestLikeFigures(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		a, b string
		like bool
	}{
		{"The quay may lose up to 900 crowns.", "The quay lost 640 crowns.", false},
		{"At least 220 people left the quay.", "More than 340 people left the quay.", false},
		{"More than 220 people left the quay.", "The 227 people left the quay.", true},
		{"Some 40 to 60 people left the quay.", "Up to 60 people left the quay.", true},
		{"The quay was shut for up to 30 days.", "The quay was shut for less than a month.", true},
	} {
		texts, statements := b.told(test.a, test.b)
		s := b.Story(texts, statements, nil)
		var f Comparison
		s.compare(&f, s.Clauses[0], s.Clauses[1])
		if like := f[likeFigure] == 1; like != test.like {
			t.Errorf("%q, %q: like figures: %v, want %v", test.a, test.b, like, test.like)
		}
	}
}
