package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stemma/internal/derive"
)

// model is what is fitted: whether one of two reports descends from the other,
// and which.
type model struct{ kin, order part }

// part is the odds without any trace, and a weight a trace.
type part struct {
	intercept float64
	weights   derive.Traces
}

const (
	// ridge keeps a weight small that few pairs speak for. Leaving one story out,
	// 0.1, 0.05 and 0.02 give mean gaps of 0.06, 0.09 and 0.05 over the bins; with
	// the least, fewest pairs are left between sure and out of the question.
	ridge = 0.02
	steps = 6000
	rate  = 0.5
)

// fit finds the weights under which the labels are likeliest. What an exemplar
// shows of its copy teaches nothing of kinship: it lacks what the copy added.
func fit(samples []sample) model {
	var m model
	forward := slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return s.ordered && !s.right })
	for range steps {
		m.kin.step(forward, func(s sample) bool { return s.kin }, kinSign, 1)
	}
	related := slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return !s.ordered })
	for range steps {
		m.order.step(related, func(s sample) bool { return s.right }, orderSign, 0)
	}
	return m
}

func kinSign(t derive.Trace) int {
	kin, _ := t.Bears()
	return kin
}

func orderSign(t derive.Trace) int {
	_, order := t.Bears()
	return order
}

// step goes along the gradient of the mean log-likelihood with the ridge, and
// keeps every weight from the sign that it cannot have. The intercept moves
// only if free is 1: without any trace either order is as likely.
func (p *part) step(samples []sample, label func(sample) bool, sign func(derive.Trace) int, free float64) {
	n := float64(len(samples))
	var intercept float64
	var slope derive.Traces
	for _, s := range samples {
		miss := -p.probability(s.traces)
		if label(s) {
			miss++
		}
		intercept += miss / n
		for i, x := range s.traces {
			slope[i] += miss * x / n
		}
	}
	p.intercept += free * rate * intercept
	for i := range p.weights {
		moved := p.weights[i] + rate*(slope[i]-ridge*p.weights[i]/n)
		switch sign(derive.Trace(i)) {
		case 1:
			p.weights[i] = max(0, moved)
		case -1:
			p.weights[i] = min(0, moved)
		}
	}
}

func (p part) probability(t derive.Traces) float64 {
	sum := p.intercept
	for i, x := range t {
		sum += p.weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

func (m model) confidence(t derive.Traces) float64 {
	return derive.Shown(t, m.kin.probability(t), m.order.probability(t))
}

// leaveOneOut judges each story by what the others taught.
func leaveOneOut(samples []sample) []judged {
	var all []judged
	for _, out := range stories(samples) {
		var others, own []sample
		for _, s := range samples {
			if s.story == out {
				own = append(own, s)
			} else {
				others = append(others, s)
			}
		}
		m := fit(others)
		for _, s := range own {
			all = append(all, judged{m.confidence(s.traces), s.right})
		}
	}
	return all
}

func stories(samples []sample) []string {
	var names []string
	for _, s := range samples {
		if len(names) == 0 || names[len(names)-1] != s.story {
			names = append(names, s.story)
		}
	}
	return names
}

// weightsText writes a model as the table of internal/derive.
func weightsText(m model) string {
	var b strings.Builder
	fmt.Fprintf(&b, "const kinIntercept = %.2f\n\n", m.kin.intercept)
	for i := range m.kin.weights {
		fmt.Fprintf(&b, "\t\t%s: {%.2f, %.2f},\n", derive.Trace(i), m.kin.weights[i], m.order.weights[i])
	}
	return b.String()
}
