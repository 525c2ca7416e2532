package align

// runWord is a word of a clause's wording, in order.
type runWord struct {
	index  int32 // in the vocabulary
	weight float64
}

// plainWeight is what a word that tells nothing counts in a run: "in", "of".
const plainWeight = 0.08

// readRun lists the words of a clause as they follow each other; weights are those of the
// vocabulary.
func (s *Story) readRun(c *Clause, weights []float64) {
	run := s.running[:0]
	for _, place := range s.tokens[c.Report][c.First:c.Last] {
		if place == mark {
			continue
		}
		x := &s.lexicon.lexemes[place]
		w := runWord{x.word.Index, plainWeight}
		if known := weights[x.word.Index]; known > 0 {
			w.weight = known
		}
		run = append(run, w)
	}
	s.running = run
	c.run = s.runRoom.keep(run)
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
			if x.index == y.index {
				now[k+1] = before[k] + x.weight
				best = max(best, now[k+1])
			}
		}
		before, now = now, before
	}
	return min(1, best/fullRun)
}
