package main

import (
	"fmt"
	"math"
	"strings"
)

// judged is a confidence, and whether it was right.
type judged struct {
	confidence float64
	right      bool
}

// bins of the reliability table, by their lower ends, which lie below them. There are
// four, since hardly twenty pairs lie between sure and out of the question.
func bins() []float64 { return []float64{0, 0.1, 0.5, 0.95} }

// leastBin is how many pairs a bin must hold for its gap to count.
const leastBin = 5

// reliability writes how often pairs of a confidence are descents.
func reliability(all []judged, title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n| confidence | pairs | mean confidence | descents | share |\n|---|---|---|---|---|\n", title)
	gaps, counted := 0.0, 0
	for i, low := range bins() {
		high := 1.0
		if i+1 < len(bins()) {
			high = bins()[i+1]
		}
		n, right, sum := 0, 0, 0.0
		for _, j := range all {
			if j.confidence > low && j.confidence <= high {
				n++
				sum += j.confidence
				if j.right {
					right++
				}
			}
		}
		if n == 0 {
			continue
		}
		said, was := sum/float64(n), float64(right)/float64(n)
		fmt.Fprintf(&b, "| %.2f–%.2f | %d | %.2f | %d | %.2f |\n", low, min(high, 1), n, said, right, was)
		if n >= leastBin {
			gaps += math.Abs(said - was)
			counted++
		}
	}
	if counted > 0 {
		fmt.Fprintf(&b, "mean absolute gap over %d bins: %.3f\n", counted, gaps/float64(counted))
	}
	return b.String()
}
