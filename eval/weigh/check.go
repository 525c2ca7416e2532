package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stemma/internal/fnv"
)

// folds is into how many parts a set is cut.
const folds = 5

// fold is the part that a group of pairs lies in, the same in every run.
func fold(group string) int {
	return int(fnv.Of32(group)>>8) % folds
}

// checkCloseness fits without each set of STS and tries it there, and without
// each part of PAN.
func checkCloseness(all []sample) string {
	var b strings.Builder
	for _, set := range setsOf(all) {
		if !isSTS(set) {
			continue
		}
		rest, own := split(all, func(s sample) bool { return s.set == set })
		scores, labels := judge(own, closeOf(fitCloseness(rest)))
		fmt.Fprintf(&b, "// %-24s Pearson %.3f\n", set, pearson(scores, labels))
	}
	teach := func(rest []sample) func(sample) float64 { return closeOf(fitCloseness(rest)) }
	scores, labels := crossed(all, "pan", teach)
	fmt.Fprintf(&b, "// %-24s F1 %.3f\n", "pan", bestF1(scores, labels))
	return b.String()
}

func closeOf(w []float64) func(sample) float64 {
	return func(s sample) float64 { return min(max(dot(w, s.closeness.Gated()), 0), 1) }
}

func checkSame(all []sample) string {
	scores, labels := crossed(all, "msrp", func(rest []sample) func(sample) float64 {
		w := fitSame(rest)
		return func(s sample) float64 { return dot(w, s.closeness[:]) }
	})
	right := 0
	for i, x := range scores {
		if (x >= 0) == (labels[i] > 0.5) {
			right++
		}
	}
	accuracy := float64(right) / float64(max(1, len(scores)))
	return fmt.Sprintf("// %-24s accuracy %.3f, F1 %.3f\n", "msrp", accuracy, f1At(scores, labels, 0))
}

func checkSupport(all []sample) string {
	var b strings.Builder
	for _, set := range setsOf(all) {
		scores, labels := crossed(all, set, func(rest []sample) func(sample) float64 {
			w := fitSupport(rest)
			return func(s sample) float64 { return dot(w, s.support[:]) }
		})
		fmt.Fprintf(&b, "// %-24s balanced accuracy %.3f, area under the curve %.3f\n",
			set, bestBalance(scores, labels), area(scores, labels))
	}
	return b.String()
}

func setsOf(all []sample) []string {
	var found []string
	for _, s := range all {
		if !slices.Contains(found, s.set) {
			found = append(found, s.set)
		}
	}
	return found
}

func split(all []sample, own func(sample) bool) (rest, chosen []sample) {
	for _, s := range all {
		if own(s) {
			chosen = append(chosen, s)
		} else {
			rest = append(rest, s)
		}
	}
	return rest, chosen
}

func judge(all []sample, score func(sample) float64) (scores, labels []float64) {
	for _, s := range all {
		scores, labels = append(scores, score(s)), append(labels, s.label)
	}
	return scores, labels
}

// crossed judges each part of a set by what all other pairs taught. Pairs of
// one group, in whatever set, are in one part.
func crossed(all []sample, set string, fit func([]sample) func(sample) float64) (scores, labels []float64) {
	for k := range folds {
		rest, own := split(all, func(s sample) bool { return fold(s.group) == k })
		_, own = split(own, func(s sample) bool { return s.set == set })
		x, y := judge(own, fit(rest))
		scores, labels = append(scores, x...), append(labels, y...)
	}
	return scores, labels
}

func pearson(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy, xx, yy, xy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		xx, yy, xy = xx+x[i]*x[i], yy+y[i]*y[i], xy+x[i]*y[i]
	}
	return (n*xy - sx*sy) / math.Sqrt((n*xx-sx*sx)*(n*yy-sy*sy))
}

func f1At(scores, labels []float64, threshold float64) float64 {
	var both, said, are float64
	for i, x := range scores {
		said += truth(x >= threshold)
		are += truth(labels[i] > 0.5)
		both += truth(x >= threshold && labels[i] > 0.5)
	}
	return 2 * both / max(1, said+are)
}

// ranked lists the labels by falling score, with the scores.
func ranked(scores, labels []float64) [][2]float64 {
	all := make([][2]float64, len(scores))
	for i := range scores {
		all[i] = [2]float64{scores[i], truth(labels[i] > 0.5)}
	}
	slices.SortStableFunc(all, func(a, b [2]float64) int {
		switch {
		case a[0] > b[0]:
			return -1
		case a[0] < b[0]:
			return 1
		}
		return 0
	})
	return all
}

// counts walks down the ranking: at each place, how many right ones and wrong
// ones stand above.
func counts(scores, labels []float64, visit func(right, wrong, allRight, allWrong float64)) {
	all := ranked(scores, labels)
	total := 0.0
	for _, r := range all {
		total += r[1]
	}
	right, wrong := 0.0, 0.0
	for _, r := range all {
		right += r[1]
		wrong += 1 - r[1]
		visit(right, wrong, total, float64(len(all))-total)
	}
}

func bestF1(scores, labels []float64) float64 {
	best := 0.0
	counts(scores, labels, func(right, wrong, all, _ float64) { best = max(best, 2*right/(right+wrong+all)) })
	return best
}

func bestBalance(scores, labels []float64) float64 {
	best := 0.0
	counts(scores, labels, func(right, wrong, all, others float64) {
		best = max(best, (right/max(1, all)+1-wrong/max(1, others))/2)
	})
	return best
}

// area is how often a right one stands above a wrong one.
func area(scores, labels []float64) float64 {
	sum, seen, total, others := 0.0, 0.0, 0.0, 0.0
	counts(scores, labels, func(right, wrong, all, rest float64) {
		if right == seen {
			sum += right
		}
		seen, total, others = right, all, rest
	})
	return sum / max(1, total*others)
}
