package collate

import (
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
)

// opposed says whether two words are opposites.
func (c *Collator) opposed(a, b *word) bool {
	if !a.turns && !b.turns || a.base == b.base {
		return false // nearly all words
	}
	return a.turns && b.turns && (areContrary(c, a, b) || c.inverses.Is(a.base, b.base)) ||
		a.class != function && b.class != function && (a.entry.Opposite(b.base) || b.entry.Opposite(a.base)) ||
		a.positive != "" && strings.HasSuffix(a.form, b.form[len(b.form)-1:]) && a.entry.Opposite(b.positive)
}

// areContrary says whether the table sets two words against each other, in their base form or
// as they stand: "drunk" is no form of "drink" there.
func areContrary(c *Collator, a, b *word) bool {
	return c.contraries.Is(a.base, b.base) || a.class != nameWord && b.class != nameWord &&
		(c.contraries.Is(a.form, b.form) || c.contraries.Is(a.base, b.form) || c.contraries.Is(a.form, b.base))
}

// backFrom gives the places before one, the nearest first: as many as a reach has, as long as no
// mark stands between.
func backFrom(words []word, at, reach int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := at - 1; k >= max(0, at-reach) && !words[k+1].comma; k-- {
			if !yield(k) {
				return
			}
		}
	}
}

// isOf says whether a word is of one of these classes.
func (w *word) isOf(these ...class) bool { return slices.Contains(these, w.class) }

// isIn says whether a table has a word as it stands or in its base form.
func (w *lexeme) isIn(t language.Table) bool { return t.Has(w.form) || t.Has(w.base) }

// mayBeVerb says whether a word that is not quoted may be a verb.
func (w *word) mayBeVerb() bool { return w.class == content && !w.quoted && w.entry.Is('v') }

// denies says whether one word is the other with a part before it that denies it:
// "armed", "unarmed".
func (c *Collator) denies(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	before, ok := strings.CutSuffix(b, a)
	return ok && len(a) >= leastDenied && c.prefixes.Has(before)
}

// leastDenied is how many letters a word has at least that a prefix denies.
const leastDenied = 4

// hasOpposite says whether a word has an opposite.
func (c *Collator) hasOpposite(w *lexeme) bool {
	return w.isIn(c.contraries) || c.inverses.Has(w.base) || w.entry.HasOpposite()
}

// negates says whether a word turns what follows it.
func (c *Collator) negates(w *word) bool {
	return c.negations.Has(w.form) && !c.negations.Is(w.form, "not") || c.denied.Fit(w.form)
}

// asks says whether a word stands behind "if" or "whether".
func (c *Collator) asks(words []word, at int) bool {
	for k := max(0, at-2*reach); k < at; k++ {
		if c.retractions.Is(words[k].form, "before") {
			return true
		}
	}
	return false
}

// quoted says of each token whether it stands inside quotation marks. A mark
// that is not closed in its paragraph closes with it.
func quoted(t *stemma.Text) []bool {
	inside := make([]bool, len(t.Tokens))
	open, segment := false, -1
	for _, s := range t.Sentences {
		if s.Segment != segment {
			open, segment = false, s.Segment
		}
		for k := s.First; k < s.Last; k++ {
			if t.Tokens[k].Kind == stemma.Mark && t.Tokens[k].Form == `"` {
				open = !open
				continue
			}
			inside[k] = open
		}
	}
	return inside
}

// plays says whether a function word plays one of some parts.
func plays(c *Collator, w *word, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return c.function.Is(w.form, part) })
}

// attribute says whether a table's entry has one of the attributes.
func attribute(have []string, want string) bool { return slices.Contains(have, want) }

func (c *Collator) negatedAt(words []word, at int) bool {
	odd := false
	for k := range backFrom(words, at, reach) {
		if c.negates(&words[k]) {
			odd = !odd
		}
	}
	return odd
}
