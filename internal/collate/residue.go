package collate

import (
	"slices"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/vector"
)

// residue is what is left of two sentences without the words that both have: what stands in
// the one in the place of what stands in the other.
type residue struct{ *pairing }

const (
	// longestLeft is how many words are left on each side at most, leastFrame how many with a
	// meaning both sentences have at least. Of ten longer ones in 4,068 pairs of news sentences
	// (MSRP) five said the same.
	longestLeft, leastFrame = 3, 2
	// sameField is the likeness of words from which on one may be put for the other.
	sameField = 0.5
)

// Residue finds, of two texts of one sentence each that are the same but for one place, words
// there of which none has to do with any of the other side.
func Residue(c *Collation, before, after *Report) []stemma.Drift {
	if len(before.sentences) != 1 || len(after.sentences) != 1 {
		return nil
	}
	return leftOver(c.pair(before, 0, after, 0, Copy))
}

// leftOver does so for two sentences.
func leftOver(of *pairing) []stemma.Drift {
	p := residue{of}
	s := p.al.differing()
	a, b := p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2]
	if p.turnsRound(s) {
		return []stemma.Drift{becomes(stemma.PolarityChanged, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 3)}
	}
	if !p.framed(s) || !p.telling(a) || !p.telling(b) || quotesAny(a) || quotesAny(b) {
		return nil
	}
	if isCourtesy(p.pairing, s) || p.related(a, b) || p.known(a, b) || p.valued(s) {
		return nil
	}
	return []stemma.Drift{becomes(stemma.PredicateChanged, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 2)}
}

// mostTurned is how many words there are in such a place at most, of which one denies.
const mostTurned = 4

// turnsRound says whether one side denies and the other one does not: "would not say if", "said".
func (p residue) turnsRound(s slot) bool {
	least, most := min(s.a2-s.a1, s.b2-s.b1), max(s.a2-s.a1, s.b2-s.b1)
	if least == 0 || most > mostTurned || !p.framed(s) || p.al.quotedAt(s.a1, s.b1) {
		return false
	}
	oneMatter := meet(saidIn(p.before.stands, s.a1, s.a2), saidIn(p.after.stands, s.b1, s.b2))
	return p.turns(p.al.a, s.a1, s.a2) != p.turns(p.al.b, s.b1, s.b2) && !oneMatter
}

// framed says whether enough stands around the place.
func (p residue) framed(s slot) bool {
	n := 0
	for k := range p.al.a {
		if (k < s.a1 || k >= s.a2) && p.al.a[k].class != function {
			n++
		}
	}
	return n >= leastFrame
}

// telling says whether some words have a few among them with a meaning, none of which is a
// name or a figure.
func (p residue) telling(words []word) bool {
	n := 0
	for k := range words {
		w := &words[k]
		switch {
		case w.class == content && !w.entry.Known():
			return false // of a language whose words are not in the lexicon, or a new word
		case w.class == content:
			n++
		case w.class != function, w.comma, p.function.Is(w.form, "conj"):
			return false // a list may name other things of one kind
		}
	}
	return n > 0 && len(words) <= longestLeft
}

// known says whether the tables know both sides and can tell how they stand to each other: what
// the words say is then compared by the detectors that read them.
func (p residue) known(a, b []word) bool {
	s := p.al.differing()
	of := append(p.inTables(a), mattersIn(p.before.stands, s.a1, s.a2)...)
	other := append(p.inTables(b), mattersIn(p.after.stands, s.b1, s.b2)...)
	return slices.ContainsFunc(other, func(table string) bool { return slices.Contains(of, table) })
}

// mattersIn gives the matters of phrases in a stretch of words.
func mattersIn(stands []stand, first, last int) []string {
	said := slices.Clone(saidIn(stands, first, last))
	for i := range said {
		said[i] = matter(said[i])
	}
	return said
}

// certainty stands for the ladder among what the tables know of words.
const certainty = "certainty"

// inTables gives the scales that some words are on, and whether they are a step of certainty.
func (p residue) inTables(words []word) []string {
	var found []string
	for k := range words {
		w := &words[k]
		if _, step := p.rung(w); step {
			found = append(found, certainty)
		}
		for _, g := range slices.Concat(p.scales[w.base], p.withPhrase(words, k)) {
			found = append(found, g.scale)
		}
	}
	return found
}

// withPhrase gives the scales of a verb with the word behind it.
func (p residue) withPhrase(words []word, at int) []grade {
	if at+1 == len(words) {
		return nil
	}
	return p.scales[words[at].base+" "+words[at+1].form]
}

// valued says whether the place belongs to a figure or a date of both sentences.
func (p residue) valued(s slot) bool {
	return inValue(p.before, s.a1, s.a2) && inValue(p.after, s.b1, s.b2)
}

func inValue(s *sentence, first, last int) bool {
	return slices.ContainsFunc(s.values, func(v stemma.Value) bool {
		a, b := s.within(v.Span)
		return a < last && first < b
	})
}

// related says whether a word of the one side has to do with one of the other.
func (p residue) related(a, b []word) bool {
	a, b = p.whole(a), p.whole(b)
	return slices.ContainsFunc(a, func(x word) bool {
		return x.class == content && slices.ContainsFunc(b, func(y word) bool {
			return y.class == content && p.akin(&x, &y)
		})
	})
}

// whole adds to some words the verbs that they are with the word behind them.
func (p residue) whole(words []word) []word {
	found := slices.Clone(words)
	for k := range words {
		if w := (scaling{p.Collator}).phrasal(words, k, len(words)); w != &words[k] {
			found = append(found, *w)
		}
	}
	return found
}

func (p residue) akin(x, y *word) bool {
	return x.base == y.base || beginAlike(x.form, y.form) || vector.SameStem(x.form, y.form) ||
		lexis.Near(&x.entry, &y.entry) || p.vectors.SimilarityID(x.id, y.id) >= sameField
}

// leastAlike is how many letters two spellings or two forms of one word begin with alike at
// least.
const leastAlike = 3

// beginAlike says whether two words begin alike for the better half of the shorter one:
// "adherence" and "adhering", a word and its misprint.
func beginAlike(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= leastAlike && 2*n > min(len(a), len(b))
}
