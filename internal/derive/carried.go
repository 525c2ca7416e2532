package derive

import "slices"

// carriers knows the reports that print another one's text and with it the credits that stand there.
type carriers struct{ *draft }

// dropCarried takes away the descents of a report that rest on credits which it has printed with the text of another
// exemplar: who prints an agency's "the Gazette reported" has read the agency and not the Gazette.
func (w carriers) dropCarried() {
	for _, e := range slices.Clone(w.edges) {
		if e.credited && w.isCarried(e) {
			w.drop(e.from, e.to)
		}
	}
}

// isCarried says whether another exemplar, which has it from the same report, hands all of a descent on.
func (w carriers) isCarried(e *edge) bool {
	p := w.pair(e.from, e.to)
	if p.links() || p.own >= directProse {
		return false
	}
	for _, through := range w.parents(e.to) {
		if through.from == e.from || w.edge(e.from, through.from) == nil {
			continue
		}
		if text := w.pair(through.from, e.to); text.prose >= directProse && w.prints(text, p) {
			return true
		}
	}
	return false
}

// prints says whether every sentence in which a copy credits one exemplar has words of the text that it prints.
func (w carriers) prints(text, credited *pair) bool {
	t := w.texts[text.copy]
	for _, c := range credited.marks().credits {
		sentence, has := t.SentenceAt(c.span.Start), false
		for _, place := range text.reuse {
			_, here := w.sides(text, int(place))
			has = has || t.SentenceAt(here.Start) <= sentence && sentence <= t.SentenceAt(here.End-1)
		}
		if !has {
			return false
		}
	}
	return len(credited.marks().credits) > 0
}
