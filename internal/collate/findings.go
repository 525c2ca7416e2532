package collate

import "stemma"

const (
	// studyWords is how many words of research a report has that tells of a study.
	studyWords = 3
	// leadOf is how many sentences of a report are looked at for what a study found: the
	// headline and the lead.
	leadOf = 4
	// oneFinding is the weight of the words that two sentences share which tell one
	// finding, with the headlines for which that is much.
	oneFinding = 1.2
)

// strengthened finds that a headline or a lead makes a cause of what the report that it
// was taken from only found to go together: "linked to fewer falls", "prevents falls".
func strengthened(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	s := tying{c.Collator}
	if kin != Copy || before.research < studyWords {
		return nil
	}
	for i := range after.sentences[:min(leadOf, len(after.sentences))] {
		y := s.ofSentence(&after.sentences[i])
		if y.level != causes {
			continue
		}
		if x := s.weaker(before, y.in); x.level != noTie {
			before, after := x.in.span(x.first, x.last), y.in.span(y.first, y.last)
			return []stemma.Drift{becomes(stemma.ModalityStrengthened, before, after, 3)}
		}
	}
	return nil
}

// researchIn counts the words of a report that studies speak of.
func (s tying) researchIn(r *Report) int {
	n := 0
	for i := range r.sentences {
		for k := range r.sentences[i].words {
			n += boolean(s.is(&r.sentences[i].words[k], "research"))
		}
	}
	return n
}

// weaker is how the sentence of the first report that shares most with one of the second
// ties what that tells as a cause; nothing where it says more than that things go together.
func (s tying) weaker(before *Report, y *sentence) strength {
	var found strength
	best := oneFinding
	for i := range before.sentences {
		in := &before.sentences[i]
		if like := sharedWeight(in.words, y.words); like >= best && aboutOne(in, y) >= likeMatter {
			if x := s.ofSentence(in); x.level != noTie {
				found, best = x, like
			}
		}
	}
	if found.level != together {
		return strength{} // "could" and a word of cause may be of two clauses
	}
	return found
}
