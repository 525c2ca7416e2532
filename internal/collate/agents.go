package collate

import (
	"stemma"
)

const (
	// fewWordsOn is how many words behind a verb whom it is done to is named at most,
	// and farBefore how far before a verb who does it.
	fewWordsOn = 5
	farBefore  = 12
	// oneDeed is the weight of the words, beside the verb and the name, that two
	// sentences share where they tell of one deed.
	oneDeed = 2.0
)

// parties is two sentences and who does what to whom in them.
type parties struct{ *pairing }

// turnedOn finds that somebody who did something is told to be whom it was done to: "Ada
// Wren of the council accused the builder", "he accused the council's Ada Wren".
func turnedOn(of *pairing) []stemma.Drift {
	p := parties{of}
	if p.kin != Copy || p.al.weight < oneDeed {
		return nil
	}
	for j := range p.al.b {
		if !p.isDeed(&p.al.b[j]) {
			continue
		}
		for i := range p.al.a {
			if p.al.a[i].base != p.al.b[j].base || !p.isDeed(&p.al.a[i]) {
				continue
			}
			if d, ok := p.turnedRound(i, j); ok {
				return []stemma.Drift{d}
			}
		}
	}
	return nil
}

// isDeed says whether a word may be the verb of a deed that one does to another. A name before "accusing" or
// "regarding" is not who accuses.
func (p parties) isDeed(w *word) bool {
	return !w.lasting && w.mayBeVerb() && !isMutual(p.pairing, w) && !p.prospects.Has(w.base) &&
		!(p.cues.Is(w.base, "neutral") && p.cues.Is(w.base, "speech"))
}

// turnedRound compares who stands before a verb in the first sentence with whom it
// has behind it in the second one.
func (p parties) turnedRound(i, j int) (stemma.Drift, bool) {
	patient := p.patientOf(j)
	if patient < 0 || isPassive(p.Collator, p.al.a, max(0, i-reach), i) ||
		isPassive(p.Collator, p.al.b, max(0, j-reach), j) || !p.inflected(&p.al.b[j]) || p.mayBeNoun(i) {
		return stemma.Drift{}, false
	}
	name := p.al.b[patient].form
	agent := p.agentOf(i, name)
	if agent < 0 || j == 0 || p.al.b[j].comma {
		return stemma.Drift{}, false
	}
	if hasForm(p.al.a[i+1:], name) || hasForm(p.al.b[:j], name) || p.sharedBeside(i, name) < oneDeed {
		return stemma.Drift{}, false
	}
	before, after := p.before.span(agent, i+1), p.after.span(start(p.al.b, j), patient+1)
	return becomes(stemma.ActorChanged, before, after, 3), true
}

// mayBeNoun says whether a verb of the first sentence stands where a noun may, or what belongs to one: "a battery
// charge", "the outgoing mayor".
func (p parties) mayBeNoun(i int) bool {
	if i == 0 || p.al.a[i].comma {
		return false
	}
	w := &p.al.a[i-1]
	return p.function.Is(w.form, "det") || w.class == content && !p.inflected(&p.al.a[i])
}

// patientOf is the last word of the first name right behind a verb of the second
// sentence; -1 for none.
func (p parties) patientOf(verb int) int {
	words, found := p.al.b, -1
	for k := verb + 1; k < len(words) && k <= verb+fewWordsOn && !words[k].comma; k++ {
		switch w := &words[k]; {
		case w.class == nameWord:
			found = k
		case found >= 0 || p.function.IsAny(w.form, "prep", "rel") || w.quoted:
			return found
		}
	}
	return found
}

// agentOf is a name that stands before a verb of the first sentence, with no other verb
// between; -1 for none.
func (p parties) agentOf(verb int, name string) int {
	words := p.al.a
	for k := verb - 1; k >= max(0, verb-farBefore); k-- {
		switch w := &words[k]; {
		case w.form == name && w.class == nameWord:
			return k
		case p.isVerb(w), p.function.Is(w.form, "agent"):
			return -1
		case p.function.IsAny(w.form, "subject", "rel"): // "that he had"
			return -1
		}
	}
	return -1
}

// sharedBeside is the weight of the words that both sentences have beside a verb and a
// name.
func (p parties) sharedBeside(verb int, name string) float64 {
	has, weight := map[string]bool{p.al.a[verb].base: true, name: true}, 0.0
	for k := range p.al.a {
		w := &p.al.a[k]
		if w.class != function && !has[w.base] && hasBase(p.al.b, w.base) {
			has[w.base] = true
			weight += w.weight
		}
	}
	return weight
}
