package claim

import (
	"strings"

	"stemma"
	"stemma/internal/value"
)

// clauses cuts the tokens [first,last) of one sentence where two clauses
// assert two things.
//
// A clause ends at a semicolon, a dash, or before a word that opens a clause
// ("which", "while", ", and"), when both sides are long enough to stand alone;
// and at a plain comma or "and" when both sides hold a checkable detail of
// their own ("58 metres high | and completed in 1961") and one of them a verb, as it
// does before an auxiliary verb ("the 58-metre dam | was completed in 1961"). Details and
// quotations are never cut.
func (r *Reader) clauses(t *text, first, last int, values *value.Sentence) [][2]int {
	solid := r.solid(t, first, last, values)
	var found [][2]int
	start := first
	for i := first + 1; i < last; i++ {
		strength := r.breakAt(t, solid, i)
		if strength == none {
			continue
		}
		left, right := solid.measure(start, i), solid.measure(i, last)
		left.verb, right.verb = t.hasVerb(start, i), r.verbAhead(t, solid, i, last)
		if splits(strength, left, right) {
			found = append(found, [2]int{start, i})
			start = i
		}
	}
	return append(found, [2]int{start, last})
}

// splits says whether both sides of a break can stand alone.
func splits(strength int, left, right measure) bool {
	both := left.asserts() && right.asserts()
	switch strength {
	case strong:
		if both || left.words >= clauseWords && right.words >= clauseWords {
			return true
		}
	case bare:
		return both
	case joined:
		if both {
			return true
		}
	case predicate:
		return left.numbers > 0 && right.numbers > 0 && left.words >= 2 && right.words >= 2
	}
	return left.detailed() && right.detailed() && (left.verb || right.verb)
}

// contentWeight is the weight from which on a word counts as a content word:
// "according" is below it, "inspection" above.
const contentWeight = 0.35

// clauseWords is how many content words a clause needs to stand alone without
// a detail of its own: subject, verb, object.
const clauseWords = 3

// Strengths of a break.
const (
	none = iota
	weak
	predicate
	joined
	bare
	strong
)

// breakAt says how strong the break before token i is.
func (r *Reader) breakAt(t *text, solid solid, i int) int {
	if solid.before(i).inside {
		return none
	}
	tok, before := t.Tokens[i], t.Tokens[i-1]
	switch {
	case before.Form == ";":
		return strong
	case tok.Form == "-" && tok.Start > before.End:
		return strong
	case t.is(i, opens) && (before.Form == "," || t.is(i, opensBare)):
		return strong
	case t.is(i, opensClause):
		return bare
	case t.is(i, joins) && !t.is(i, cutsWeakly):
		return joined
	case before.Form == "," || t.is(i, cutsWeakly):
		return weak
	case t.is(i, opensPredicate):
		return predicate
	}
	return none
}

// solid is what must not be cut, and where the details and content words of a
// run of tokens stand.
type solid struct {
	first  int    // token
	counts []upTo // of each token from the first on, and behind the last
}

// before is what stands before a token of the text.
func (s solid) before(token int) *upTo { return &s.counts[token-s.first] }

// upTo is what stands before a token: running counts.
type upTo struct {
	details int  // begun: values and quotations
	numbers int  // values begun
	words   int  // content words
	inside  bool // a break before this token would cut a detail or a quotation
}

type measure struct {
	details, numbers, words int
	verb                    bool
}

// asserts says whether a side is a clause of its own: a verb, and what it is
// said of or with.
func (m measure) asserts() bool { return m.verb && m.words >= verbWords }

// detailed says whether a side holds a detail of something.
func (m measure) detailed() bool { return m.details > 0 && m.words >= 2 }

// verbWords is how many content words a clause with a finite verb needs.
const verbWords = 2

// verbAhead says whether the clause that begins at token i has a finite verb,
// before the next one begins.
func (r *Reader) verbAhead(t *text, solid solid, i, last int) bool {
	for k := i; k < last; k++ {
		if k > i && !solid.before(k).inside {
			if b := r.breakAt(t, solid, k); b != none && b != predicate {
				return false
			}
		}
		if t.finite(k) {
			return true
		}
	}
	return false
}

func (s solid) measure(first, last int) measure {
	from, to := s.before(first), s.before(last)
	return measure{details: to.details - from.details, numbers: to.numbers - from.numbers, words: to.words - from.words}
}

// isDetail says whether a value is worth a statement of its own; a bare
// weekday says when something was said, not what.
func isDetail(v stemma.Value) bool {
	return v.Kind == stemma.QuantityValue ||
		v.Kind == stemma.DateValue && strings.ContainsAny(v.Span.Text, "0123456789")
}

func (r *Reader) solid(t *text, first, last int, values *value.Sentence) solid {
	n := last - first
	s, begins := solid{first, make([]upTo, n+1)}, make([]bool, n)
	for _, v := range values.Values(first, last) {
		a, b := t.TokenAt(v.Span.Start)-first, t.TokenAt(v.Span.End-1)-first
		for k := a + 1; k <= b && k < n; k++ {
			s.counts[k].inside = true
		}
		if isDetail(v) && a >= 0 && a < n {
			begins[a] = true
		}
	}
	quoted := false
	for k := range n {
		at, next := &s.counts[k], &s.counts[k+1]
		next.details, next.numbers, next.words = at.details, at.numbers, at.words
		if begins[k] {
			next.numbers++
		}
		if t.Tokens[first+k].Form == `"` {
			quoted = !quoted
			begins[k] = begins[k] || quoted
		} else if quoted {
			at.inside = true
		}
		if begins[k] {
			next.details++
		}
		if t.words[first+k].weight >= contentWeight {
			next.words++
		}
	}
	return s
}
