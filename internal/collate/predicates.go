package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
)

const (
	// nearCopy is the share of words from which on a sentence is a copy of the
	// other one, in which every word was chosen.
	nearCopy = 0.65
	// closeCopy is the share at which nothing but that word was changed.
	closeCopy = 0.75
	// stranger is the cosine below which two verbs of saying say different
	// things.
	stranger = 0.5
)

// predication tells which verbs differ, and who does what to whom.
type predication struct{ *pairing }

// predicates finds a verb in the place of one that says something else, with
// the same words on both sides of it.
func (p predication) predicates() []stemma.Drift {
	var found []stemma.Drift
	if p.kin != Copy {
		return nil
	}
	for _, s := range p.al.slots {
		i, j := p.verb(p.al.a, s.a1, s.a2), p.verb(p.al.b, s.b1, s.b2)
		if min(i, j) < 0 || p.tellsWho(s) || p.al.quotedAt(i, j) || !p.flanked(s) || !p.otherwiseSame(s) ||
			!p.otherVerb(&p.al.a[i], &p.al.b[j]) {
			continue
		}
		found = append(found, becomes(stemma.PredicateChanged, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 2))
	}
	return found
}

// tellsWho says whether one side of a slot only tells who is meant: "a clerk who was asked by the Bell said",
// "a clerk told the Bell".
func (p predication) tellsWho(s slot) bool {
	who := func(w word) bool { return isWho(p.Collator, &w) }
	return slices.ContainsFunc(p.al.a[s.a1:s.a2], who) != slices.ContainsFunc(p.al.b[s.b1:s.b2], who)
}

// isWho says whether a word opens what tells who or which is meant, and nothing else: "who", "which".
func isWho(c *Collator, w *word) bool { return plays(c, w, "rel") && !plays(c, w, "that") }

// otherwiseSame says whether the words around a slot are all but the same.
func (p predication) otherwiseSame(s slot) bool {
	weight, share := p.al.local(s)
	return weight >= copyWeight && share >= closeCopy
}

// nearCopy says whether one sentence is a copy of the other.
func (p *pairing) nearCopy() bool { return min(p.al.forth, p.al.back) >= nearCopy }

// verb is the only content word of a stretch, if it is a verb; -1 otherwise.
func (p *pairing) verb(words []word, first, last int) int {
	at := -1
	for k := first; k < last; k++ {
		switch {
		case words[k].class == function || words[k].entry.Only('r'):
		case at >= 0 || words[k].class != content || !words[k].entry.Is('v') || !p.inflected(&words[k]):
			return -1
		default:
			at = k
		}
	}
	return at
}

// inflected says whether a word has the form of a verb and of nothing else.
func (p *pairing) inflected(w *word) bool { return w.form != w.base || w.entry.Only('v') }

// otherVerb says whether two verbs say different things, one of them being how
// something was said: of other verbs too many are chosen for their sound.
func (p predication) otherVerb(a, b *word) bool {
	x, y := p.strength(a), p.strength(b)
	if hasBase(p.al.a, b.base) {
		return false // "police said a man was arrested", "police arrested a man"
	}
	return (p.says(a) || p.says(b)) && x != y && a.base != b.base && !lexis.Near(&a.entry, &b.entry) &&
		(x == "" || y == "" || p.vectors.SimilarityID(a.id, b.id) < stranger)
}

// says reports whether a verb says no more than that something was said.
func (p *pairing) says(w *word) bool {
	return p.cues.Is(w.base, "neutral") && p.cues.Is(w.base, "speech") && p.cues.Is(w.base, "that") &&
		p.cues.Is(w.base, "verb")
}

// strength is how a verb of saying stands to what is said: its rung on the ladder,
// or its stance; "" for other verbs.
func (p predication) strength(w *word) string {
	if entry := p.entry(w); len(entry) > 0 {
		return entry[0]
	}
	return p.cues.First(w.base)
}

// roles finds that who did it and to whom it was done changed places.
func (p predication) roles() []stemma.Drift {
	if p.kin != Copy || !p.nearCopy() {
		return nil
	}
	for i := range p.al.a {
		if p.al.a[i].class != content || !p.al.a[i].entry.Is('v') || isMutual(p.pairing, &p.al.a[i]) {
			continue
		}
		for j := range p.al.b {
			if p.al.a[i].base != p.al.b[j].base {
				continue
			}
			if d, ok := p.swapped(i, j); ok {
				return []stemma.Drift{d}
			}
		}
	}
	return nil
}

// isMutual says whether what a verb says holds of both sides alike, always or of such things
// as the sentence names: a house passes a bill, and the bill passes it.
func isMutual(p *pairing, verb *word) bool {
	of := p.mutuals.Of(verb.base)
	always := !slices.ContainsFunc(of, func(thing string) bool { return strings.HasPrefix(thing, "of=") })
	return p.mutuals.Has(verb.base) && (always || slices.ContainsFunc(p.al.a, func(w word) bool {
		return attribute(of, "of="+w.base)
	}))
}

// swapped compares the arguments of one verb in both sentences.
func (p predication) swapped(i, j int) (stemma.Drift, bool) {
	agent, patient := p.arguments(p.al.a, i)
	doer, target := p.arguments(p.al.b, j)
	if min(agent, patient, doer, target) < 0 {
		return stemma.Drift{}, false
	}
	if !same(p.al.a[agent], p.al.b[target]) || !same(p.al.a[patient], p.al.b[doer]) ||
		same(p.al.a[agent], p.al.b[doer]) {
		return stemma.Drift{}, false
	}
	before := p.before.span(min(agent, patient), max(agent, patient)+1)
	return becomes(stemma.ActorChanged, before, p.after.span(min(doer, target), max(doer, target)+1), 3), true
}

func same(a, b word) bool { return a.base == b.base }

// arguments are the heads of who does it and to whom it is done: the last
// content word before the verb, and the first noun group's last word after it;
// the other way round where a passive names who does it.
func (p predication) arguments(words []word, verb int) (agent, patient int) {
	agent, patient = subjectBefore(words, verb), -1
	passive := false
	for k := verb + 1; k < len(words) && k <= verb+2*reach && !words[k].comma; k++ {
		if p.function.Is(words[k].form, "agent") {
			passive = true
			continue
		}
		if words[k].class == function && patient < 0 && p.function.Is(words[k].form, "prep") {
			break
		}
		if words[k].isOf(nameWord, content) {
			if patient = k; endsGroup(words, k) {
				break
			}
		}
	}
	if passive {
		agent, patient = patient, agent
	}
	return agent, patient
}

// subjectBefore is the last word before a verb, in its clause, that names somebody or something; -1
// where none does.
func subjectBefore(words []word, verb int) int {
	for k := range backFrom(words, verb, verb) {
		if words[k].class != function && !words[k].entry.Only('r') {
			return k
		}
	}
	return -1
}

// endsGroup says whether the word at k is the last of a noun group: another kind of word or a comma
// follows.
func endsGroup(words []word, k int) bool {
	return k+1 >= len(words) || words[k+1].class != words[k].class || words[k+1].comma
}

// isVerb says whether a word has the form of a verb.
func (p *pairing) isVerb(w *word) bool {
	return w.class == content && w.entry.Is('v') && p.inflected(w)
}
