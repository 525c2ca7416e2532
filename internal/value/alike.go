package value

import (
	"slices"
	"strings"

	who "stemma/internal/name"
)

// leastAlone is how many letters a name of one word has at least whose
// misspelling is known.
const leastAlone = 5

// CompareNames compares two folded names of persons, organisations or places:
// Same when one is the other, spelled otherwise or its surname or acronym,
// Compatible when given names are shortened or one is less full, Variant when
// one is likely a misspelling of the other ("tobias rennick", "tobias
// renwick"), else Unrelated: also where the generations contradict each other,
// as in father and son.
func (c *Comparer) CompareNames(a, b string) Relation {
	if a == b {
		return Same
	}
	x, elder := c.dropSuffix(strings.Fields(a))
	y, younger := c.dropSuffix(strings.Fields(b))
	if elder != "" && younger != "" && elder != younger {
		return Unrelated
	}
	if len(x) == 0 || len(y) == 0 {
		return Unrelated
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 {
		return c.compareOne(x[0], y)
	}
	return compareFull(x, y)
}

// dropSuffix parts "jr" and "iii" from a name.
func (c *Comparer) dropSuffix(words []string) (rest []string, generation string) {
	last := len(words) - 1
	if last < 1 || c.inside.Generation(words[last]) == "" {
		return words, ""
	}
	return words[:last], c.inside.Generation(words[last])
}

// compareOne compares a name of one word with a longer or equal one.
func (c *Comparer) compareOne(x string, y []string) Relation {
	surname := y[len(y)-1]
	switch {
	case who.SameSpelling(x, surname) || isInitials(c.inside, x, y):
		return Same
	case len(y) > 1 && x == y[0]:
		return Compatible
	case len(x) >= leastAlone && who.IsSlip(x, surname):
		return Variant
	}
	return Unrelated
}

// isInitials says whether x is made of the first letters of the words of y,
// small words left out.
func isInitials(in *who.Inside, x string, y []string) bool {
	x = strings.ReplaceAll(x, ".", "")
	n := 0
	for _, word := range y {
		if in.Joins(word) {
			continue
		}
		if n >= len(x) || x[n] != word[0] {
			return false
		}
		n++
	}
	return n >= 2 && n == len(x)
}

// compareFull compares names of two or more words each.
func compareFull(x, y []string) Relation {
	givenX, givenY := x[0], y[0]
	lastX, lastY := x[len(x)-1], y[len(y)-1]
	isGiven, isLast := who.SameSpelling(givenX, givenY), who.SameSpelling(lastX, lastY)
	switch {
	case isGiven && isLast:
		if len(x) == len(y) && len(x) > 2 && x[1][0] != y[1][0] {
			return Compatible
		}
		return Same
	case isLast && (strings.HasPrefix(givenX, givenY) || strings.HasPrefix(givenY, givenX)):
		return Compatible
	case isLast && isMisspelt(givenX, givenY):
		return Same
	case isLast && who.IsSlip(givenX, givenY), isGiven && who.IsSlip(lastX, lastY):
		return Variant
	case isWithin(x, y):
		return Compatible
	}
	return Unrelated
}

// isMisspelt says whether two given names are one with a letter wrong inside, so that nobody thinks of
// somebody else: "Federica", "Frederica"; not "Maria", "Mario".
func isMisspelt(a, b string) bool {
	return min(len(a), len(b)) >= leastAlone && a[len(a)-1] == b[len(b)-1] && who.Distance(a, b, 1) <= 1
}

// isWithin says whether all words of x stand in y in order.
func isWithin(x, y []string) bool {
	n := 0
	for _, word := range y {
		if n < len(x) && x[n] == word {
			n++
		}
	}
	return n == len(x)
}

// CompareTitles compares two titles as [stemma.TitleValue] has them: Same when
// they are equal, Compatible when one only says more ("engineer", "consulting
// engineer"), Different otherwise: a deputy is not the chief, a former
// minister no minister.
func (c *Comparer) CompareTitles(a, b string) Relation {
	if a == b {
		return Same
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || !isWithin(x, y) || headOf(c.inside, x) != headOf(c.inside, y) {
		return Different
	}
	for _, word := range y {
		if c.ranks.Has(word) && !slices.Contains(x, word) {
			return Different
		}
	}
	return Compatible
}

// headOf is the noun of a title: the word before "of", or the last.
func headOf(in *who.Inside, words []string) string {
	for i, word := range words {
		if i > 0 && in.Heads(word) {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}
