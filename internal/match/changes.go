package match

import (
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/vector"
)

// Change is what stands in one text in the place of what stands in the other.
type Change struct {
	Kind          stemma.DriftKind
	Before, After stemma.Span
}

// reading reads what stands in slots.
type reading struct{ *comparison }

// changes gives what b has put for words of a, where a sentence of b is, but for
// these words, one of a. What is said in other words, in another form or in another
// spelling is no change: a name for a name, a number for a number, a word for its
// opposite, a pronoun for one of the other gender and a negation are. Where all of
// b but for some words is in a as it stands, nobody put it in words of his own, so
// any word is a change that is not near to the one in its place.
func (r reading) changes() []Change {
	if !r.english {
		return nil
	}
	slots, untouched := r.differences()
	var found []Change
	for _, s := range slots {
		kind := r.kind(s, untouched)
		if s = r.trim(s.widened()); kind != "" && s.a1 < s.a2 && s.b1 < s.b2 {
			found = append(found, Change{kind, span(r.a.text, s.before()), span(r.b.text, s.after())})
		}
	}
	return found
}

// leastUntouched is how many equal words two texts have at least of which one is
// the other but for some words.
const leastUntouched = 12

// differences lays each sentence of b beside the one of a that it copies, and says
// whether b is untouched but for what stands in the slots.
func (r reading) differences() (slots []slot, untouched bool) {
	holders := r.holders()
	equal := 0
	untouched = true
	for _, s := range r.b.sentences {
		l := r.model(r.b.words[s[0]:s[1]], holders)
		if l == nil {
			untouched = untouched && s[0] == s[1]
			continue
		}
		equal += l.equal
		for _, s := range l.slots() {
			slots = append(slots, s)
			untouched = untouched && r.replaces(s)
		}
	}
	return slots, untouched && equal >= leastUntouched
}

// model finds the sentence that some words copy.
func (r reading) model(words []word, holders [][]int32) *laid {
	for _, at := range r.likely(words, holders) {
		s := r.a.sentences[at]
		if l := lay(r.a.words[s[0]:s[1]], words); l.isCopy() {
			return l
		}
	}
	return nil
}

// turned says whether one side denies and the other does not.
func (r reading) turned(s slot) bool {
	return r.deniesIn(s.a[s.a1:], s.a2-s.a1) != r.deniesIn(s.b[s.b1:], s.b2-s.b1)
}

// replaces says whether words that tell something stand for others, or a
// negation was put in: an editor who writes anew changes more than that.
func (r reading) replaces(s slot) bool {
	if r.turned(s) {
		return true
	}
	return r.gender(s) || len(r.content(s.before())) > 0 && len(r.content(s.after())) > 0
}

// mostSlot is how many words are put for others at most: more is another
// sentence.
const mostSlot = 5

// kind says what was changed in a slot; "" if nothing was.
func (r reading) kind(s slot, untouched bool) stemma.DriftKind {
	if max(s.a2-s.a1, s.b2-s.b1) > mostSlot {
		return ""
	}
	x, y := r.content(s.before()), r.content(s.after())
	switch {
	case r.turned(s):
		return stemma.PolarityChanged
	case r.gender(s):
		return stemma.ActorChanged
	case len(x) == 0 || len(y) == 0:
		return ""
	case r.opposed(x, y):
		return stemma.PredicateChanged
	case r.alike(x, y) || r.initials(x, y) || r.initials(y, x):
		return ""
	case x[0].number && y[0].number:
		return onlyIf(untouched && r.alone(r.a, x) && r.alone(r.b, y), stemma.NumberChanged)
	case named(x) && named(y):
		return stemma.ActorChanged
	}
	return onlyIf(untouched, r.put(&x[0], &y[0]))
}

// put says what it is to put a word for one of another sense.
func (r reading) put(x, y *word) stemma.DriftKind {
	if r.verb(x) && r.verb(y) {
		return stemma.PredicateChanged
	}
	return stemma.ActorChanged
}

// alone says whether some words are one number, and no part of a longer one:
// "3" in "3:30" is none.
func (r reading) alone(s *side, words []word) bool {
	at, tokens := words[0].token, s.text.Tokens
	glued := at > 0 && tokens[at-1].End == tokens[at].Start ||
		at+2 < len(tokens) && tokens[at].End == tokens[at+1].Start && tokens[at+1].End == tokens[at+2].Start
	return len(words) == 1 && !glued
}

func onlyIf(is bool, kind stemma.DriftKind) stemma.DriftKind {
	if is {
		return kind
	}
	return ""
}

// named says whether all of some words are parts of names.
func named(words []word) bool {
	for i := range words {
		if !words[i].name {
			return false
		}
	}
	return true
}

func span(t *stemma.Text, words []word) stemma.Span {
	return t.Span(words[0].token, words[len(words)-1].token+1)
}

// trim takes articles off the edges, as far as something is left.
func (r reading) trim(s slot) slot {
	for s.a2-s.a1 > 1 && r.function.Is(r.names[s.a[s.a1].form], "det") {
		s.a1++
	}
	for s.b2-s.b1 > 1 && r.function.Is(r.names[s.b[s.b1].form], "det") {
		s.b1++
	}
	return s
}

// content gives the words that tell something: also days and units of time.
func (r reading) content(words []word) []word {
	var found []word
	for _, w := range words {
		name := r.names[w.form]
		if !w.plain || r.function.Is(name, "unit") || r.function.Is(name, "day") {
			found = append(found, w)
		}
	}
	return found
}

// gender says whether a pronoun was put for one of the other gender.
func (r reading) gender(s slot) bool {
	for _, x := range s.before() {
		for _, y := range s.after() {
			a, b := r.function.Of(r.names[x.form]), r.function.Of(r.names[y.form])
			if holds(a, "male") && holds(b, "female") || holds(a, "female") && holds(b, "male") {
				return true
			}
		}
	}
	return false
}

func holds(attributes []string, one string) bool {
	return len(attributes) > 0 && strings.Contains(" "+strings.Join(attributes, " ")+" ", " "+one+" ")
}

// sameThing is the likeness from which on a word may stand for another one.
const sameThing = 0.6

// opposed says whether the one has the opposite of a word of the other.
func (r reading) opposed(x, y []word) bool {
	for i := range x {
		for k := range y {
			p, q := r.base(&x[i]), r.base(&y[k])
			e, f := r.lexis.Look(p), r.lexis.Look(q)
			if p != q && (e.Opposite(q) || f.Opposite(p)) {
				return true
			}
		}
	}
	return false
}

// alike says whether any word of the one is the other's in another form, of its
// sense, or near.
func (r reading) alike(x, y []word) bool {
	for i := range x {
		for k := range y {
			if r.sameThing(&x[i], &y[k]) {
				return true
			}
		}
	}
	return false
}

// initials says whether a name is made of the first letters of others, or of the
// beginning of one.
func (r reading) initials(short, long []word) bool {
	if len(short) != 1 {
		return false
	}
	var first strings.Builder
	for i := range long {
		if form := r.names[long[i].form]; form[0] < utf8.RuneSelf {
			first.WriteByte(form[0])
		}
	}
	name := strings.ReplaceAll(r.names[short[0].form], ".", "")
	return len(long) > 1 && strings.Contains(name, first.String()) ||
		len(long) == 1 && len(name) >= leastBeginning && strings.HasPrefix(r.names[long[0].form], name)
}

// leastBeginning is how many letters a shortened word has at least.
const leastBeginning = 3

func (r reading) sameThing(x, y *word) bool {
	a, b := r.names[x.form], r.names[y.form]
	switch {
	case x.form == y.form || vector.SameStem(a, b):
		return true
	case x.number || y.number:
		return false
	case spelledAlike(a, b):
		return true
	case x.name && y.name:
		return false
	}
	p, q := r.base(x), r.base(y)
	e, f := r.lexis.Look(p), r.lexis.Look(q)
	return p == q || lexis.Near(&e, &f) || r.vectors.SimilarityID(x.id, y.id) >= sameThing
}

func (r reading) base(w *word) string { return r.lexis.Base(r.names[w.form]) }

const (
	// leastSpelt is how many letters two spellings begin with alike at least,
	// mostSpelt how many may follow that are not.
	leastSpelt = 4
	mostSpelt  = 3
)

// spelledAlike says whether two words differ in their last letters only, or in
// hyphens.
func spelledAlike(a, b string) bool {
	marks := strings.NewReplacer("-", "", ".", "")
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= leastSpelt && n >= max(len(a), len(b))-mostSpelt ||
		marks.Replace(a) == marks.Replace(b)
}

// verb says whether a word is a verb's form and nothing else.
func (r reading) verb(w *word) bool {
	base := r.base(w)
	e := r.lexis.Look(base)
	return e.Is('v') && (r.names[w.form] != base || e.Only('v'))
}
