package align

import (
	"stemma"
	"stemma/internal/fnv"
)

// runWord is a word of a clause's wording, in order.
type runWord struct {
	id     uint64
	weight float64
}

// plainWeight is what a word that tells nothing counts in a run: "in", "of".
const plainWeight = 0.08

// readRun lists the words of a clause as they follow each other.
func (c *Clause) readRun(s *Story, weights []float64) {
	for _, tok := range c.Text.Tokens[c.First:c.Last] {
		if tok.Kind == stemma.Mark {
			continue
		}
		form := bare(tok.Form)
		w := runWord{fnv.Of(form), plainWeight}
		if index, known := s.vocabulary[form]; known && int(index) < len(weights) && weights[index] > 0 {
			w.weight = weights[index]
		}
		c.run = append(c.run, w)
	}
}

// fullRun is the weight of a run that no two reporters write by chance.
const fullRun = 4

// run is how heavy the longest run of words is that two clauses share, 0..1.
func (s *Story) run(a, b *Clause) float64 {
	best := 0.0
	s.before, s.now = zeros(s.before, len(b.run)+1), zeros(s.now, len(b.run)+1)
	before, now := s.before, s.now
	for _, x := range a.run {
		for k, y := range b.run {
			now[k+1] = 0
			if x.id == y.id {
				now[k+1] = before[k] + x.weight
				best = max(best, now[k+1])
			}
		}
		before, now = now, before
	}
	return min(1, best/fullRun)
}
