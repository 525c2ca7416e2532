package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// leastKept is how many words two sentences have at least that are the same but for
// one place.
const leastKept = 2

// sole says whether two sentences, one of which was taken from the other, are the same
// but for one place: then what differs there is a change, however little the words
// around it weigh.
func sole(p *pairing, s slot) bool {
	kept := s.a1 + len(p.al.a) - s.a2
	if p.kin != Copy || s.a1 != s.b1 || kept != s.b1+len(p.al.b)-s.b2 || kept < leastKept {
		return false
	}
	return sameWords(p.al.a[:s.a1], p.al.b[:s.b1]) && sameWords(p.al.a[s.a2:], p.al.b[s.b2:])
}

// sameWords says whether two stretches are the same words in any form.
func sameWords(a, b []word) bool {
	for i := range a {
		if a[i].base != b[i].base {
			return false
		}
	}
	return true
}

// minimal is two sentences that are the same but for one place, as the words of a minimal
// pair are but for one sound.
type minimal struct{ *pairing }

// soles finds what stands for what where two sentences are the same but for one
// place, or for two that changed with each other.
func soles(p *pairing) []stemma.Drift {
	if p.kin != Copy {
		return nil
	}
	m := minimal{p}
	s := p.al.differing()
	if d, ok := m.leftOut(s); ok {
		return []stemma.Drift{d}
	}
	if !s.swaps() || p.al.a[s.a1].quoted || p.al.b[s.b1].quoted || isCourtesy(p, s) {
		return nil
	}
	for _, find := range []func(slot) (stemma.Drift, bool){
		m.exchanged, m.reckoned, m.measured, m.renamed, m.rebased, m.replaced,
	} {
		if d, ok := find(s); ok {
			return []stemma.Drift{d}
		}
	}
	return nil
}

// replaced finds a word that stands in the place of one of another sense: "soldiers"
// for "civilians", "revoked" for "suspended". Of deeds of one kind the scales tell more.
func (p minimal) replaced(s slot) (stemma.Drift, bool) {
	i, j := soleWord(p.al.a, s.a1, s.a2), soleWord(p.al.b, s.b1, s.b2)
	if min(i, j) < 0 || !sole(p.pairing, s) || p.turns(p.al.a, s.a1, s.a2) != p.turns(p.al.b, s.b1, s.b2) {
		return stemma.Drift{}, false
	}
	verbs := scaling{p.Collator}
	x, y := verbs.phrasal(p.al.a, i, s.a2), verbs.phrasal(p.al.b, j, s.b2)
	before, after := p.before.span(i, i+1), p.after.span(j, j+1)
	from, to := p.withParticle(p.al.a, i, s.a2), p.withParticle(p.al.b, j, s.b2)
	switch {
	case arePlaces(p, x, y):
		return becomes(stemma.NumberChanged, before, after, 2), true
	case p.isToldElsewhere(i, j):
		return stemma.Drift{}, false
	case p.denies(x.form, y.form):
		return becomes(stemma.PredicateChanged, before, after, 3), true
	case onOne(from, to):
		steps := apartOn(from, to)
		return becomes(stemma.PredicateChanged, before, after, gradedSeverity(steps)), abs(steps) >= leastGrades
	case isStyle(p, x, y):
		return stemma.Drift{}, false
	case x.entry.Is('v') && y.entry.Is('v') && p.inflected(x) && p.inflected(y):
		return becomes(stemma.PredicateChanged, before, after, 2), true
	case i+1 < len(p.al.a) && p.says(&p.al.a[i+1]):
		return becomes(stemma.AttributionChanged, before, after, 2), true
	}
	return becomes(stemma.ActorChanged, before, after, 2), true
}

// fewSentences is how many sentences a text has at most in which a word put for another one is
// a change. In reports editors choose words by ear: of five words that differed alone, on 450
// unread events, none was a drift.
const fewSentences = 3

// isStyle says whether a word was chosen for another one by ear, as far as is known.
func isStyle(p minimal, x, y *word) bool {
	return p.means(x, y) || len(p.later.sentences) > fewSentences && !untouched(p.pairing)
}

// leastVerbatim is how many other sentences a report has at least that stand in the other one
// word for word.
const leastVerbatim = 2

// untouched says whether all other sentences of a report but headlines were taken over word for
// word: who did so chose no word by ear.
func untouched(p *pairing) bool {
	n := 0
	for i := range p.later.sentences {
		s := &p.later.sentences[i]
		switch {
		case s.id == p.after.id || s.title || len(s.words) < leastKept:
		case !p.earlier.has(s):
			return false
		default:
			n++
		}
	}
	return n >= leastVerbatim
}

// isToldElsewhere says whether another detector looks at what two words say: opposites,
// negations, what bounds a figure.
func (p minimal) isToldElsewhere(i, j int) bool {
	x, y := &p.al.a[i], &p.al.b[j]
	n, isStep := p.rung(x)
	if m, both := p.rung(y); isStep && both && n == m {
		return true // "is set to", "is expected to"
	}
	if residue(p).valued(p.al.differing()) && areSame(p, i, j) {
		return true // "mph", "miles per hour"
	}
	return p.opposed(x, y) || p.negates(x) || p.negates(y) || p.bounds(p.before, i) && p.bounds(p.after, j)
}

// bounds says whether a word belongs to what bounds a figure: "at least 40", "a minimum of
// 40" are compared as values.
func (p minimal) bounds(s *sentence, at int) bool {
	return slices.ContainsFunc(s.values, func(v stemma.Value) bool {
		first, last := s.within(v.Span)
		behind := s.words[min(at+1, last):last]
		isBound := v.Quantity != nil && v.Quantity.Bound != "" && first <= at
		return isBound && slices.ContainsFunc(behind, func(w word) bool { return w.class == number })
	})
}

// areSame says whether two words belong to figures that are the same.
func areSame(p minimal, i, j int) bool {
	return slices.ContainsFunc(p.before.values, func(x stemma.Value) bool {
		return holdsWord(p.before, x, i) && slices.ContainsFunc(p.after.values, func(y stemma.Value) bool {
			return holdsWord(p.after, y, j) && p.compare.Compare(x, y) == value.Same
		})
	})
}

func holdsWord(s *sentence, v stemma.Value, at int) bool {
	first, last := s.within(v.Span)
	return first <= at && at < last
}

// withParticle gives the scales of a verb and its particle behind it in a slot, or of the
// verb alone: "turned down".
func (p minimal) withParticle(words []word, at, last int) []grade {
	if at+1 < last && p.function.Is(words[at+1].form, "particle") {
		return p.scales[words[at].base+" "+words[at+1].form]
	}
	return p.scales[words[at].base]
}

// arePlaces says whether two words are different places in an order, or fractions:
// "second", "third".
func arePlaces(p minimal, x, y *word) bool {
	a, b := p.numbers.Of(x.form), p.numbers.Of(y.form)
	return ordered(a) && ordered(b) && a[0] != b[0]
}

func ordered(number []string) bool {
	return attribute(number, "ordinal") || attribute(number, "part")
}

// soleWord is the place of the only word of a stretch that is no function word; -1 for
// none or several.
func soleWord(words []word, first, last int) int {
	at := -1
	for k := first; k < last; k++ {
		switch {
		case words[k].class == function:
		case at >= 0:
			return -1
		default:
			at = k
		}
	}
	return at
}

// means says whether two words mean the same or the one is a kind of the other, as far
// as is known of them. Adverbs and words of two parts of speech say how and when.
func (p minimal) means(x, y *word) bool {
	if h := holding(p); h.isBelief(x) && h.assures(y) || h.isBelief(y) && h.assures(x) {
		return true // see [holding.told]
	}
	counts := p.numbers.Has(x.form) || p.numbers.Has(y.form)
	past := p.restrictors.Is(x.form, "past") && p.restrictors.Is(y.form, "past")
	if x.class != content || y.class != content || !onePart(x, y) && !p.attributes(x, y) || counts || past {
		return true
	}
	same := x.base == y.base || undotted(x.form) == undotted(y.form)
	return same || vector.SameStem(x.form, y.form) || lexis.Near(&x.entry, &y.entry)
}

// attributes says whether two words stand right before one noun, and say of which sort it
// is: "the finance minister", "the foreign minister".
func (p minimal) attributes(x, y *word) bool {
	s := p.al.differing()
	isSort := func(w *word) bool { return w.entry.Is('n') || w.entry.Is('a') }
	before := s.a2 < len(p.al.a) && p.al.a[s.a2].entry.Is('n') && !p.al.a[s.a2].comma
	adverb := x.entry.Is('r') || y.entry.Is('r')
	return before && s.swapsOne() && isSort(x) && isSort(y) && !adverb &&
		p.vectors.SimilarityID(x.id, y.id) < sameSort
}

// sameSort is the likeness of two words before a noun from which on they may say the same
// sort of it. Set by hand.
const sameSort = 0.5

// undotted is an abbreviation as those write it who set no dots.
func undotted(form string) string { return strings.ReplaceAll(form, ".", "") }

// onePart says whether two words may be the same part of speech, other than adverbs.
func onePart(x, y *word) bool {
	for _, part := range []byte("nva") {
		if x.entry.Is(part) && y.entry.Is(part) {
			return true
		}
	}
	return false
}

// reckoned finds a figure that something went up by and is told as what it went up to.
func (p minimal) reckoned(s slot) (stemma.Drift, bool) {
	if !s.swapsOne() || s.a2 >= len(p.al.a) || p.al.a[s.a2].class != number || !sole(p.pairing, s) {
		return stemma.Drift{}, false
	}
	x, y := p.amountLinks.First(p.al.a[s.a1].form), p.amountLinks.First(p.al.b[s.b1].form)
	if x == "" || y == "" || x == y {
		return stemma.Drift{}, false
	}
	return becomes(stemma.NumberChanged, p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b2+1), 3), true
}

// measured finds that a figure is told to measure something else: "40 metres long", "40
// metres high".
func (p minimal) measured(s slot) (stemma.Drift, bool) {
	single := s.swapsOne() && s.a1 > 0
	if !single || !p.function.Is(p.al.a[s.a1-1].base, "unit") && !p.isUnit(s.a1-1) {
		return stemma.Drift{}, false
	}
	x, y := p.dimensions.First(p.al.a[s.a1].form), p.dimensions.First(p.al.b[s.b1].form)
	before, after := p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b2)
	return becomes(stemma.PredicateChanged, before, after, 2), x != "" && y != "" && x != y && sole(p.pairing, s)
}

// isUnit says whether a figure of the first sentence ends with a word.
func (p minimal) isUnit(at int) bool {
	return slices.ContainsFunc(p.before.values, func(v stemma.Value) bool {
		first, last := p.before.within(v.Span)
		return v.Quantity != nil && first < at && at+1 == last
	})
}

// recounted finds figures that stand in the place of others of the same form and are
// no single value: a vote of 51 to 49, the 1930s.
func (p minimal) recounted(s slot) (stemma.Drift, bool) {
	single := s.a2-s.a1 == 1 && strings.TrimRight(p.al.a[s.a1].form, "0123456789.,") == ""
	if s.a2-s.a1 != s.b2-s.b1 || s.a1 == s.a2 || single || !sole(p.pairing, s) {
		return stemma.Drift{}, false
	}
	other := false
	for k := range s.a2 - s.a1 {
		x, y := &p.al.a[s.a1+k], &p.al.b[s.b1+k]
		switch {
		case x.form == y.form:
		case !figureLike(x.form, y.form):
			return stemma.Drift{}, false
		default:
			other = true
		}
	}
	return becomes(stemma.NumberChanged, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 2), other
}

// figureLike says whether two words are made of digits and differ in these only, and
// have as many of them: "1930s", "1950s". Of "2.1" and "2.10" the values tell.
func figureLike(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range len(a) {
		if a[k] != b[k] && !(isDigit(a[k]) && isDigit(b[k])) {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// mostExchanged is how many words a name or a noun with its adjectives has that changed
// places with another one.
const mostExchanged = 6

// exchanged finds two names, nouns or numbers that changed places: who lent to whom,
// how many were killed and how many hurt.
func (p minimal) exchanged(s slot) (stemma.Drift, bool) {
	a, b := p.al.a[s.a1:s.a2], p.al.b[s.b1:s.b2]
	if len(a) != len(b) {
		return stemma.Drift{}, false
	}
	for x := 1; x <= mostExchanged; x++ {
		for y := 1; y <= mostExchanged && x+y < len(a); y++ {
			between := sameButWhose(p.Collator, a[x:len(a)-y], b[y:len(b)-x])
			if between && sameWords(a[:x], b[len(b)-x:]) && sameWords(a[len(a)-y:], b[:y]) {
				return p.exchange(s, x, y)
			}
		}
	}
	return stemma.Drift{}, false
}

// sameButWhose says whether two stretches are the same words in any form, but for whose things
// are: "from her uncle", "from his daughter".
func sameButWhose(c *Collator, a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool {
		return x.base == y.base || c.function.Is(x.form, "poss") && c.function.Is(y.form, "poss")
	})
}

// exchange is the change of places of the first x words and the last y ones of a slot,
// if it makes a difference: what "and" joins, or who met whom, is the same either way.
func (p minimal) exchange(s slot, x, y int) (stemma.Drift, bool) {
	between := p.al.a[s.a1+x : s.a2-y]
	if p.al.a[s.a1].class == function || p.al.a[s.a2-y].class == function || !p.belongs(s.a1) && p.mutual(between) {
		return stemma.Drift{}, false
	}
	kind := stemma.ActorChanged
	if p.al.a[s.a1].class == number && p.al.a[s.a2-y].class == number {
		kind = stemma.NumberChanged
	}
	return becomes(kind, p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), 3), true
}

// belongs says whether a word belongs to what stands before it: in "the mother of the
// victim met the killer" it is the mother who met him.
func (p minimal) belongs(at int) bool {
	at--
	if at > 0 && p.function.Is(p.al.a[at].form, "det") {
		at--
	}
	return at > 0 && p.function.Is(p.al.a[at].form, "prep")
}

// orders says whether a word says what came first: "later".
func (p minimal) orders(w *word) bool {
	return p.function.Is(w.form, "time") || p.numbers.Is(w.form, "ordinal")
}

// mutual says whether what stands between two things holds of both alike.
func (p minimal) mutual(words []word) bool {
	for k := range words {
		w := &words[k]
		switch {
		case p.mutuals.Has(w.base) && isMutual(p.pairing, w):
			return k+1 == len(words) || !p.mutuals.Is(w.base, "but="+words[k+1].form)
		case p.orders(w):
			return false // "the workers first and later the owners"
		case w.class != function || p.function.Is(w.form, "prep") || p.negates(w):
			return false
		}
	}
	return true
}
