package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stemma/internal/align"
)

// row is a labelled pair of clauses.
type row struct {
	features align.Comparison
	turned   float64 // what opposites take from its odds
	same     bool
	weight   float64
}

const (
	clauseRidge = 1.0
	newtonSteps = 12
)

// fitClauses finds the weights under which the labels are likeliest, by
// Newton's method.
func fitClauses(rows []row) *align.Comparison {
	var w align.Comparison
	for range newtonSteps {
		slope, curve := make([]float64, len(w)), make([][]float64, len(w))
		for i := range curve {
			curve[i] = make([]float64, len(w))
			curve[i][i] = clauseRidge
			slope[i] = -clauseRidge * w[i]
		}
		for i := range rows {
			rows[i].bend(&w, slope, curve)
		}
		for i, step := range solve(curve, slope) {
			w[i] += step
		}
	}
	return &w
}

// bend adds what a pair says of the slope and the curvature of the likelihood.
func (r *row) bend(w *align.Comparison, slope []float64, curve [][]float64) {
	p := r.probability(w)
	miss := float64(count(r.same)) - p
	for i, x := range r.features {
		if x == 0 {
			continue
		}
		slope[i] += r.weight * miss * x
		for k, z := range r.features {
			curve[i][k] += r.weight * p * (1 - p) * x * z
		}
	}
}

func (r *row) probability(w *align.Comparison) float64 {
	return 1 / (1 + math.Exp(r.turned-r.features.Times(w)))
}

// alone gives the pairs without what they are among the others.
func alone(rows []row) []row {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].features = rows[i].features.Alone()
	}
	return rows
}

// solve solves a symmetric positive system by elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// claims fits the weights of joined clauses and judges them by leaving one story
// out.
func claims(all []told) string {
	rows := make([][]row, len(all))
	for i := range all {
		rows[i] = all[i].labelled()
	}
	every := slices.Concat(rows...)
	var out strings.Builder
	fmt.Fprintf(&out, "%d labelled pairs of clauses\n", len(every))
	fmt.Fprintf(&out, "alone: %s\namong: %s\n", fitClauses(alone(every)), fitClauses(every))
	var found tally
	var real, written grouping
	for i := range all {
		fitted := fitClauses(slices.Concat(slices.Concat(rows[:i]...), slices.Concat(rows[i+1:]...)))
		for k := range rows[i] {
			found.add(&rows[i][k], fitted)
		}
		if g := all[i].grouped(fitted); all[i].real {
			real = real.add(g)
		} else {
			written = written.add(g)
		}
	}
	fmt.Fprintf(&out, "%sreal stories, leaving one out: %s\nwritten: %s\n", &found, real, written)
	return out.String()
}

// bands is into how many the probabilities are put to be judged.
const bands = 8

// tally is how far probabilities were right.
type tally struct {
	loss, weight float64
	right, all   [bands]float64 // of pairs of which both clauses are marked
}

func (t *tally) add(r *row, w *align.Comparison) {
	p := r.probability(w)
	t.weight += r.weight
	if r.same {
		t.loss -= r.weight * math.Log(p)
	} else {
		t.loss -= r.weight * math.Log(1-p)
	}
	if band := min(bands-1, int(p*bands)); r.weight == 1 {
		t.all[band]++
		t.right[band] += float64(count(r.same))
	}
}

func (t *tally) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "log loss %.4f\n", t.loss/t.weight)
	for i, n := range t.all {
		fmt.Fprintf(&out, "  from %.3f: %.0f of %.0f\n", float64(i)/bands, t.right[i], n)
	}
	return out.String()
}

func (g grouping) String() string {
	pure := float64(g.pure) / float64(g.groups)
	p, r := float64(g.both)/float64(g.together), float64(g.both)/float64(g.same)
	return fmt.Sprintf("pure %.3f of %d groups, pairs p %.3f r %.3f f1 %.3f", pure, g.groups, p, r, 2*p*r/(p+r))
}
