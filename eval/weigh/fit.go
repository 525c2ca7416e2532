package main

import (
	"fmt"
	"strings"

	"stemma/internal/match"
)

// What the sets count against each other. News counts more, since that is what
// is compared; PAN and MSRP teach closeness little beside STS, since their
// labels have two values, and sameness mostly by MSRP, which asks for it.
const (
	newsWeight  = 3    // of a pair of STS's news sets, other pairs being 1
	panClose    = 0.15 // of all pairs of PAN, those of STS being 1
	msrpClose   = 0.1
	othersSame  = 0.1 // of PAN's and of STS's, those of MSRP being 1
	closeRows   = 7000
	ridgeClose  = 1
	ridgeSame   = 1
	ridgeSupp   = 3
	supportRows = 1000
	alike       = 0.76 // STS: from there on the same
	unlike      = 0.5  // up to there not; what lies between is left out
)

func isNews(set string) bool {
	return strings.Contains(set, "headlines") || strings.Contains(set, "news")
}

func isSTS(set string) bool { return strings.HasPrefix(set, "sts") }

// fitCloseness gives the weights of short and of long texts, one list.
func fitCloseness(all []sample) []float64 {
	rows := closeExamples(all)
	w := ridge(centred(all, rows), ridgeClose)
	off, total := 0.0, 0.0
	for _, r := range rows {
		off += r.weight * (r.y - dot(w, r.x))
		total += r.weight
	}
	w[match.Bias] += off / total
	w[match.Features+match.Bias] += off / total
	return w
}

func closeExamples(all []sample) []example {
	share, size := map[string]float64{"pan": panClose, "msrp": msrpClose, "sts": 1}, map[string]float64{}
	weight := func(s sample) (family string, weight float64) {
		switch {
		case isSTS(s.set) && isNews(s.set):
			return "sts", newsWeight
		case isSTS(s.set):
			return "sts", 1
		}
		return s.set, 1
	}
	for _, s := range all {
		family, w := weight(s)
		size[family] += w
	}
	rows := make([]example, len(all))
	for i, s := range all {
		family, w := weight(s)
		rows[i] = example{s.closeness.Gated(), s.label, closeRows * share[family] * w / size[family]}
	}
	return rows
}

// centred takes the means of its set off each row.
func centred(all []sample, rows []example) []example {
	sums, counts := map[string]*example{}, map[string]float64{}
	for i, r := range rows {
		sum := sums[all[i].set]
		if sum == nil {
			sum = &example{x: make([]float64, len(r.x))}
			sums[all[i].set] = sum
		}
		for k, x := range r.x {
			sum.x[k] += x
		}
		sum.y += r.y
		counts[all[i].set]++
	}
	moved := make([]example, len(rows))
	for i, r := range rows {
		sum, n := sums[all[i].set], counts[all[i].set]
		moved[i] = example{make([]float64, len(r.x)), r.y - sum.y/n, r.weight}
		for k, x := range r.x {
			moved[i].x[k] = x - sum.x[k]/n
		}
	}
	return moved
}

// fitSame gives the weights of whether two texts make one claim.
func fitSame(all []sample) []float64 {
	var rows []example
	size := map[string]float64{}
	family := func(s sample) string { return strings.Fields(s.set)[0] }
	for _, s := range all {
		if _, ok := sameLabel(s); ok {
			size[family(s)]++
		}
	}
	for _, s := range all {
		if y, ok := sameLabel(s); ok {
			share := othersSame
			if s.set == "msrp" {
				share = 1
			}
			rows = append(rows, example{slicesOf(s.closeness), y, size["msrp"] * share / size[family(s)]})
		}
	}
	return logistic(rows, ridgeSame)
}

func slicesOf(f match.Closeness) []float64 { return f[:] }

func sameLabel(s sample) (label float64, ok bool) {
	if !isSTS(s.set) {
		return s.label, true
	}
	return truth(s.label >= alike), s.label >= alike || s.label <= unlike
}

// fitSupport gives the weights of whether one text bears the other out. Of each
// set the right ones count as much as the wrong ones.
func fitSupport(all []sample) []float64 { return logistic(supportExamples(all), ridgeSupp) }

func supportExamples(all []sample) []example {
	share := map[string]float64{"cliff": 1, "wice": 1.5, "xsum-spans": 1, "goyal21": 0.5, "fakesumm": 0.5}
	size := map[string]float64{}
	key := func(s sample) string { return fmt.Sprint(s.set, " ", s.label > 0.5) }
	for _, s := range all {
		size[key(s)]++
	}
	rows := make([]example, len(all))
	for i, s := range all {
		x := s.support
		rows[i] = example{x[:], truth(s.label > 0.5), supportRows * share[strings.Fields(s.set)[0]] / 2 / size[key(s)]}
	}
	return rows
}

// table writes weights as internal/match/weights.go has them.
func table(name string, closeness, same, support []float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "func %sWeights() weights {\n\treturn weights{\n", name)
	list(&b, "short", "Closeness", closenessNames(), closeness[:match.Features])
	list(&b, "long", "Closeness", closenessNames(), closeness[match.Features:])
	list(&b, "same", "Closeness", closenessNames(), same)
	list(&b, "support", "Support", supportNames(), support)
	b.WriteString("\t}\n}\n")
	return b.String()
}

// perLine is how many weights stand on a line.
const perLine = 5

func list(b *strings.Builder, name, kind string, names []string, w []float64) {
	fmt.Fprintf(b, "\t\t%s: %s{", name, kind)
	for i, x := range w {
		if i%perLine == 0 {
			b.WriteString("\n\t\t\t")
		}
		fmt.Fprintf(b, "%s: %.3f, ", names[i], x)
	}
	b.WriteString("\n\t\t},\n")
}

func closenessNames() []string {
	return strings.Fields("Bias Overlap Lesser Triples Threes Fours Soft SoftLesser Meaning Figures AnyFigure Names " +
		"Negation Ordered Mass Short")
}

func supportNames() []string {
	return strings.Fields("SupportBias Lacking LackingMost Told HeldTriples NameLacking FiguresHeld FigureLacking " +
		"Placed Turned")
}
