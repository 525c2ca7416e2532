package claim

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/memory"
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
	c := newCutting(t, first, last)
	var found [][2]int
	if c.mayCut(values) {
		c.readDetails(values)
		for n, b := range c.breaks {
			if c.before(b.at).inside {
				continue
			}
			left, right := c.measure(first, b.at), c.measure(b.at, last)
			right.verb = c.verbAhead(n)
			if splits(b.strength, left, right) {
				found = append(found, [2]int{first, b.at})
				first = b.at
			}
		}
	}
	return append(found, [2]int{first, last})
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

// breakAt says how strong the break before token i is, if no detail is cut there.
func (t *text) breakAt(i int) int {
	tok, before := &t.Tokens[i], &t.Tokens[i-1]
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

// cutting is a run of tokens that may be cut into clauses: where the details, content words
// and verbs stand, and what must not be cut.
type cutting struct {
	*text
	first, last int
	counts      []upTo // of each token from the first on, and behind the last
	breaks      []breach
}

// breach is where a run may be cut, by its token.
type breach struct{ at, strength int }

// before is what stands before a token of the text.
func (c *cutting) before(token int) *upTo { return &c.counts[token-c.first] }

// upTo is what stands before a token: running counts.
type upTo struct {
	details int  // begun: values and quotations
	numbers int  // values begun
	words   int  // content words
	verbs   int  // finite ones
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

// newCutting finds the breaks of a run, and counts its words and verbs.
func newCutting(t *text, first, last int) *cutting {
	t.scratch.counts = memory.Zeros(t.scratch.counts, last-first+1)
	c := &cutting{text: t, first: first, last: last, counts: t.scratch.counts, breaks: t.scratch.breaks[:0]}
	for i := first; i < last; i++ {
		at, next := c.before(i), c.before(i+1)
		next.words, next.verbs = at.words, at.verbs
		if t.words[i].weight >= contentWeight {
			next.words++
		}
		if t.finite(i) {
			next.verbs++
		}
		if i == first {
			continue
		}
		if strength := t.breakAt(i); strength != none {
			c.breaks = append(c.breaks, breach{i, strength})
		}
	}
	t.scratch.breaks = c.breaks
	return c
}

// mayCut says whether a break could part two clauses if all that may be a detail were one:
// else nothing needs to be read of the run.
func (c *cutting) mayCut(values *value.Sentence) bool {
	if len(c.breaks) == 0 {
		return false
	}
	begins := values.MayCount(c.first, c.last)
	c.count(func(k int) (value, quotation bool) { return begins[k], c.isMark(k) })
	return slices.ContainsFunc(c.breaks, func(b breach) bool {
		return splits(b.strength, c.measure(c.first, b.at), c.measure(b.at, c.last))
	})
}

// isMark says whether the k-th token of the run is a quotation mark.
func (c *cutting) isMark(k int) bool { return c.Tokens[c.first+k].Form == `"` }

// count counts the details, by whether a value or a quotation begins with the k-th token.
func (c *cutting) count(begins func(k int) (value, quotation bool)) {
	for k := range c.counts[1:] {
		at, next := &c.counts[k], &c.counts[k+1]
		next.details, next.numbers = at.details, at.numbers
		value, quotation := begins(k)
		if value {
			next.numbers++
		}
		if value || quotation {
			next.details++
		}
	}
}

// verbAhead says whether the clause that begins at a break has a finite verb,
// before the next one begins.
func (c *cutting) verbAhead(at int) bool {
	end := c.last
	for _, b := range c.breaks[at+1:] {
		if b.strength != predicate && !c.before(b.at).inside {
			end = b.at
			break
		}
	}
	return c.measure(c.breaks[at].at, end).verb
}

func (c *cutting) measure(first, last int) measure {
	from, to := c.before(first), c.before(last)
	return measure{
		details: to.details - from.details, numbers: to.numbers - from.numbers, words: to.words - from.words,
		verb: to.verbs > from.verbs,
	}
}

// isDetail says whether a value is worth a statement of its own; a bare
// weekday says when something was said, not what.
func isDetail(v stemma.Value) bool {
	return v.Kind == stemma.QuantityValue ||
		v.Kind == stemma.DateValue && strings.ContainsAny(v.Span.Text, "0123456789")
}

// readDetails counts the details, and marks what must not be cut.
func (c *cutting) readDetails(values *value.Sentence) {
	n := c.last - c.first
	begins := make([]bool, n)
	for _, v := range values.Values(c.first, c.last) {
		a, b := c.TokenAt(v.Span.Start)-c.first, c.TokenAt(v.Span.End-1)-c.first
		for k := a + 1; k <= b && k < n; k++ {
			c.counts[k].inside = true
		}
		if isDetail(v) && a >= 0 && a < n {
			begins[a] = true
		}
	}
	quoted := false
	c.count(func(k int) (value, quotation bool) {
		if c.isMark(k) {
			quoted = !quoted
			return begins[k], quoted
		}
		c.counts[k].inside = c.counts[k].inside || quoted
		return begins[k], false
	})
}
