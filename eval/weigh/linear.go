package main

import "math"

// example is a row of a regression.
type example struct {
	x      []float64
	y      float64
	weight float64
}

// ridge gives the coefficients that minimise the weighed squares of the errors
// plus those of the coefficients. There is no intercept.
func ridge(rows []example, penalty float64) []float64 {
	n := len(rows[0].x)
	left, right := square(n), make([]float64, n)
	for _, r := range rows {
		addOuter(left, r.x, r.weight)
		for i, x := range r.x {
			right[i] += r.weight * r.y * x
		}
	}
	for i := range left {
		left[i][i] += penalty
	}
	return solve(left, right)
}

const (
	mostSteps = 50
	settled   = 1e-9
)

// logistic gives the coefficients under which the labels are likeliest, with a
// ridge on all but the first one, which is the intercept's.
func logistic(rows []example, penalty float64) []float64 {
	n := len(rows[0].x)
	w := make([]float64, n)
	for range mostSteps {
		hessian, slope := square(n), make([]float64, n)
		for _, r := range rows {
			p := probability(w, r.x)
			addOuter(hessian, r.x, r.weight*p*(1-p))
			for i, x := range r.x {
				slope[i] += r.weight * (r.y - p) * x
			}
		}
		for i := range n {
			if i > 0 {
				slope[i] -= penalty * w[i]
				hessian[i][i] += penalty
			}
			hessian[i][i] += settled
		}
		moved := 0.0
		for i, d := range solve(hessian, slope) {
			w[i] += d
			moved = max(moved, math.Abs(d))
		}
		if moved < settled {
			break
		}
	}
	return w
}

func probability(w, x []float64) float64 { return 1 / (1 + math.Exp(-dot(w, x))) }

func dot(w, x []float64) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * x[i]
	}
	return sum
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

func addOuter(m [][]float64, x []float64, weight float64) {
	for i := range x {
		for k := range x {
			m[i][k] += weight * x[i] * x[k]
		}
	}
}

// solve solves a system of equations by Gauss's elimination with pivots.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		pivot := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[pivot][c]) {
				pivot = r
			}
		}
		a[c], a[pivot], b[c], b[pivot] = a[pivot], a[c], b[pivot], b[c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	x := make([]float64, n)
	for r := n - 1; r >= 0; r-- {
		sum := b[r]
		for k := r + 1; k < n; k++ {
			sum -= a[r][k] * x[k]
		}
		x[r] = sum / a[r][r]
	}
	return x
}
