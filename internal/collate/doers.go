package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// doing compares who did one and the same thing in two reports, however they put it: "the
// study was paid for by the fund", "the maker paid for the study".
type doing struct{ accounts }

const (
	// namedDeed is the weight of what is done to something at least, with the verb, where
	// the two are one deed.
	namedDeed = 1.1
	// mostDoers is how many sentences with a verb are looked at.
	mostDoers = 8
)

// doer is a verb of a sentence with who does it and what it is done to: words, half-open.
type doer struct {
	in          *sentence
	verb        int
	first, last int // who does it
	patient     int
}

// otherDoers finds that something was done by somebody else.
func otherDoers(x accounts) []stemma.Drift {
	d := doing{x}
	if x.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for i := range x.after.sentences {
		s := &x.after.sentences[i]
		if s.title || !x.after.isFirst(s) || x.before.has(s) {
			continue
		}
		for k := range s.words {
			if y, ok := d.of(s, k); ok {
				if drift, ok := d.otherwise(y); ok {
					found = append(found, drift)
				}
			}
		}
	}
	return found
}

// otherwise looks for the deed in the first report, done by another one.
func (d doing) otherwise(y doer) (stemma.Drift, bool) {
	verb := &y.in.words[y.verb]
	at := d.before.where[verb.base]
	var from *doer
	for _, i := range at[:min(mostDoers, len(at))] {
		s := &d.before.sentences[i]
		for k := range s.words {
			if s.words[k].base != verb.base {
				continue
			}
			x, ok := d.of(s, k)
			switch {
			case !ok || !same(s.words[x.patient], y.in.words[y.patient]):
			case !d.apart(x, y) || from != nil:
				return stemma.Drift{}, false
			default:
				from = &x
			}
		}
	}
	if from == nil || hasBase(from.in.words, y.in.words[y.last-1].base) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.ActorChanged, from.span(), y.span(), 3), true
}

func (x doer) span() *stemma.Span {
	return x.in.span(min(x.first, x.verb, x.patient), max(x.last, x.verb+1, x.patient+1))
}

// of reads who does what with a verb, in active or passive words.
func (d doing) of(s *sentence, k int) (doer, bool) {
	p := parties{&pairing{Collator: d.Collator}}
	m := moods(p)
	if !p.isDeed(&s.words[k]) || !isFinite(d.Collator, s.words, k) || d.cues.Is(s.words[k].base, "speech") ||
		(scaling{d.Collator}).isNoun(s.words, k) {
		return doer{}, false
	}
	group := m.groupOf(s.words, k)
	if m.lowest(s.words, group, k).rung != done || m.negatedAt(s.words, k) || d.speaks(s.words, group) {
		return doer{}, false
	}
	x := doer{in: s, verb: k}
	if isPassive(d.Collator, s.words, group, k) {
		x.patient = partyBefore(s.words, group)
		x.first, x.last = d.byWhom(s.words, k)
	} else {
		x.patient = d.doneTo(s.words, k)
		x.first, x.last = d.whole(s.words, partyBefore(s.words, group))
	}
	if min(x.patient, x.first) < 0 || s.words[x.patient].class == number {
		return doer{}, false
	}
	return x, s.words[k].weight+s.words[x.patient].weight >= namedDeed
}

// doneTo is what a verb has behind it: a name, or a noun behind an article, over one
// preposition at most; -1 for what may be no object at all, as in "paid leave".
func (d doing) doneTo(words []word, verb int) int {
	prepositions, article := 0, false
	for k := verb + 1; k < len(words) && k <= verb+reach && !words[k].comma; k++ {
		w := &words[k]
		switch {
		case w.class == nameWord, w.class == content && article:
			return k
		case d.function.Is(w.form, "prep"):
			prepositions++
		case plays(d.Collator, w, "det", "poss"):
			article = true
		default:
			return -1
		}
		if prepositions > 1 {
			return -1
		}
	}
	return -1
}

// speaks says whether a pronoun stands before a verb: it may be anybody.
func (d doing) speaks(words []word, group int) bool {
	near := words[max(0, group-1):min(len(words), group+2)]
	return slices.ContainsFunc(near, func(w word) bool { return d.isAnybody(&w) })
}

func (d doing) isAnybody(w *word) bool {
	return plays(d.Collator, w, "pron", "rel", "conj")
}

// byWhom is who stands behind "by" of a passive.
func (d doing) byWhom(words []word, verb int) (first, last int) {
	for k := verb + 1; k < len(words) && k <= verb+reach && !words[k].comma; k++ {
		if !d.function.Is(words[k].form, "agent") {
			continue
		}
		at := partyAfter(words, k)
		for at >= 0 && at+1 < len(words) && words[at+1].class == words[at].class && !words[at+1].comma {
			at++
		}
		return d.whole(words, at)
	}
	return -1, -1
}

// whole is the name or the noun that ends with a word, and the names before it.
func (d doing) whole(words []word, at int) (first, last int) {
	if at < 0 || words[at].class == number || words[at].quoted {
		return -1, -1
	}
	first = at
	for words[at].class == nameWord && first > 0 && words[first-1].class == nameWord && !words[first].comma {
		first--
	}
	return first, at + 1
}

// apart says whether two who did a thing are two: both are named, and no word of the one is
// in the name of the other. Two nouns mostly name one ("the men", "the detainees").
func (d doing) apart(x, y doer) bool {
	a, b := x.in.words[x.first:x.last], y.in.words[y.first:y.last]
	if a[0].class != nameWord || b[0].class != nameWord || isOf(x, stemma.PlaceValue) || isOf(y, stemma.PlaceValue) {
		return false // the city for its mayor
	}
	if isOf(x, stemma.TitleValue) || isOf(y, stemma.TitleValue) {
		return false // the president for the White House
	}
	return otherNames(a, b)
}

// isOf says whether who does it is a value of a kind, or has one right before.
func isOf(x doer, kind stemma.ValueKind) bool {
	for _, v := range x.in.values {
		if first, last := x.in.within(v.Span); v.Kind == kind && first < x.last && x.first <= last {
			return true
		}
	}
	return false
}

// otherNames says whether two names have no word in common, nor does one abbreviate the
// other.
func otherNames(a, b []word) bool {
	for i := range a {
		for j := range b {
			v, w := a[i].form, b[j].form
			if v == w || strings.HasPrefix(v, w) || strings.HasPrefix(w, v) || name.Transliterated(v, w) {
				return false
			}
		}
	}
	x, y := strings.Fields(forms(a)), strings.Fields(forms(b))
	return !initials(x, forms(b)) && !initials(y, forms(a))
}

// isFinite says whether a verb may be that of a clause: no form in -ing, and not behind
// "to".
func isFinite(c *Collator, words []word, k int) bool {
	return !words[k].lasting && !(k > 0 && c.function.Is(words[k-1].form, "to"))
}
