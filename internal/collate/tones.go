package collate

import (
	"slices"

	"stemma"
)

// toning compares in what tone one source is said to have said one thing.
type toning struct{ *pairing }

// toneWeight is the weight of the words that two sentences share, beside the source, where
// they tell one saying.
const toneWeight = 1.2

// toned finds that what somebody said is told as admitted, boasted or screamed. A report
// that has him say so elsewhere has it from there.
func toned(of *pairing) []stemma.Drift {
	t := toning{of}
	if t.kin != Copy || !fewPairs(t.earlier, t.later) {
		return nil
	}
	for _, y := range t.after.credits {
		tone := t.cueWord(t.after, y)
		if tone == nil || !t.tones.Has(tone.base) || t.isToned(t.earlier, y) || t.toneIn(t.before.words) {
			continue
		}
		for _, x := range t.before.credits {
			if cue := t.cueWord(t.before, x); cue != nil && t.says(cue) && t.oneSaying(x, y) {
				before, after := x.Cue[0], y.Cue[0]
				return []stemma.Drift{becomes(stemma.PredicateChanged, &before, &after, 2)}
			}
		}
	}
	return nil
}

// cueWord is the verb by which something is credited: the last word of the cue.
func (t toning) cueWord(s *sentence, a *stemma.Attribution) *word {
	if len(a.Cue) == 0 || a.Negated {
		return nil
	}
	first, last := s.within(a.Cue[0])
	for k := last - 1; k >= first; k-- {
		if s.words[k].class == content {
			return &s.words[k]
		}
	}
	return nil
}

// oneSource says whether two sources are one: the same speaker, or called by the same noun.
func (t toning) oneSource(x, y *stemma.Attribution) bool {
	if x.Speaker != "" && x.Speaker == y.Speaker {
		return true
	}
	a1, a2 := t.before.within(*x.Source)
	b1, b2 := t.after.within(*y.Source)
	if a1 == a2 || b1 == b2 {
		return false
	}
	v, w := &t.before.words[a2-1], &t.after.words[b2-1]
	return v.class == content && v.base == w.base
}

// oneSaying says whether two sources are one, in sentences about the same.
func (t toning) oneSaying(x, y *stemma.Attribution) bool {
	_, share := standing(t).shared(x, y)
	return t.oneSource(x, y) && sharedWeight(t.before.words, t.after.words) >= toneWeight && share >= leastTold
}

// toneIn says whether a sentence has such a verb.
func (t toning) toneIn(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.class == content && t.tones.Has(w.base) })
}

// isToned says whether a report credits the same speaker by such a verb.
func (t toning) isToned(r *Report, y *stemma.Attribution) bool {
	for i := range r.sentences {
		s := &r.sentences[i]
		for _, x := range s.credits {
			if cue := t.cueWord(s, x); cue != nil && t.tones.Has(cue.base) && x.Speaker == y.Speaker {
				return true
			}
		}
	}
	return false
}
