package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"stemma/internal/match"
)

func TestRidge(t *testing.T) {
	rows := []example{{[]float64{1, 0}, 2, 1}, {[]float64{0, 1}, -1, 1}, {[]float64{1, 1}, 1, 1}}
	w := ridge(rows, 1e-9)
	if math.Abs(w[0]-2) > 1e-6 || math.Abs(w[1]+1) > 1e-6 {
		t.Errorf("%v, want 2 and -1", w)
	}
}

func TestLogistic(t *testing.T) {
	// Three of four are right with the mark, one of four without.
	var rows []example
	for i, y := range []float64{1, 1, 1, 0, 1, 0, 0, 0} {
		x := []float64{1, 1}
		if i > 3 {
			x[1] = 0
		}
		rows = append(rows, example{x, y, 1})
	}
	w := logistic(rows, 1e-9)
	if math.Abs(w[0]+math.Log(3)) > 1e-5 || math.Abs(w[1]-2*math.Log(3)) > 1e-5 {
		t.Errorf("%v, want -1.099 and 2.197", w)
	}
}

func TestReadRow(t *testing.T) {
	r, err := readRow([]byte(`{"label":1,"year":"2013","error_spans":[["a"]],"evidence":"one","retelling_true":"yes"}`))
	read := r.Label == "1" && year(r) == "2013" && len(r.ErrorSpans) == 1 && r.RetellingTrue == "yes"
	if err != nil || !read || joined(r.Evidence) != "one" {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestMeasures(t *testing.T) {
	scores, labels := []float64{4, 3, 2, 1}, []float64{1, 0, 1, 0}
	if got := area(scores, labels); got != 0.75 {
		t.Errorf("area %v", got)
	}
	if got := bestF1(scores, labels); math.Abs(got-0.8) > 1e-9 {
		t.Errorf("F1 %v", got)
	}
	if got := bestBalance(scores, labels); got != 0.75 {
		t.Errorf("balance %v", got)
	}
	if got := pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(got-1) > 1e-9 {
		t.Errorf("pearson %v", got)
	}
}

// TestNames: every measure has a name in the table.
func TestNames(t *testing.T) {
	if len(closenessNames()) != match.Features || len(supportNames()) != match.SupportFeatures {
		t.Error("a measure without a name")
	}
}

// TestSkips: without the sets nothing is fitted, and that is said.
func TestSkips(t *testing.T) {
	var out, notes bytes.Buffer
	err := run([]string{"-shared", t.TempDir()}, &out, &notes)
	if err != nil || out.Len() > 0 || !strings.Contains(notes.String(), "skipped:") {
		t.Errorf("%v, wrote %q, noted %q", err, out.String(), notes.String())
	}
}
