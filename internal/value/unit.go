package value

import "strings"

// reach is how many words after a number its unit may stand: "26 fresh
// hairline cracks".
const reach = 4

// unit reads the unit of a number that ends before atom i. The index returned
// is after the unit, or i where it stands further off ("six of its 24 wells")
// or is not to be had.
func (s *sentence) unit(i int, count float64) (string, int) {
	at, isCompound := i, false
	if s.isHyphen(i) {
		at, isCompound = i+1, true
	}
	if p, next := s.units.matchNoun(s, at); next > at && s.isUnit(p, at) {
		if isCompound && s.isHyphen(next) && s.form(next+1) == "old" {
			next += 2
		}
		return p.attribute(0), next
	}
	if isCompound {
		if !s.isWord(at) || count == 1 {
			return "", i
		}
		return s.singular(s.form(at)), at + 1
	}
	if s.form(i) == "of" {
		unit, _ := s.head(s.skipDeterminers(i+1), 2)
		return unit, i
	}
	return s.head(i, count)
}

// isUnit rejects what only looks like a unit: the ordinal "second", the
// abbreviation of a word that is none here.
func (s *sentence) isUnit(p phrase, at int) bool {
	if p.attribute(2) == "abbr" {
		return s.isNumber(at-1) || s.isHyphen(at-1)
	}
	return true
}

// head finds the noun that a number counts: the last of the first plurals
// after it. A number of one counts what stands right before the next piece of
// grammar.
func (s *sentence) head(i int, count float64) (string, int) {
	for at := i; at < i+reach && s.isContent(at); at++ {
		form := s.form(at)
		if count == 1 {
			if s.roles.Has(form) || s.titles.has(form) || !s.isContent(at+1) {
				return s.singular(form), at + 1
			}
			continue
		}
		if s.isPlural(form) && !(s.isContent(at+1) && s.isPlural(s.form(at+1))) {
			return s.singular(form), at + 1
		}
	}
	return "", i
}

// isContent says that atom i is a word that may belong to what is counted.
func (s *sentence) isContent(i int) bool {
	return s.isWord(i) && s.free(i, i+1) && !s.isFunction(s.form(i)) && s.numbers[s.form(i)].role == "" && !strings.Contains(s.form(i), "'")
}

// skipDeterminers steps over "its 24", "the city's".
func (s *sentence) skipDeterminers(i int) int {
	for k := 0; k < 5; k++ {
		form := s.form(i)
		isPossessive := strings.HasSuffix(form, "'s") || strings.HasSuffix(form, "s'")
		isBeforePossessive := s.isWord(i) && strings.HasSuffix(s.form(i+1), "'s")
		if !isPossessive && !isBeforePossessive && !s.isNumber(i) && s.numbers[form].role == "" && !s.function.Is(form, "det") && !s.function.Is(form, "poss") {
			break
		}
		i++
	}
	return i
}

// rate reads "a second", "per hour", "/h", "per student" and "a head" after a
// unit. A person, a head and a capita are one.
func (s *sentence) rate(unit string, i int) (string, int) {
	if unit == "" {
		return unit, i
	}
	isPer := false
	switch s.form(i) {
	case "a", "an", "each":
	case "per", "/":
		isPer = true
	default:
		return unit, i
	}
	if s.perHead.Has(s.form(i + 1)) {
		return unit + "/person", i + 2
	}
	p, next := s.units.match(s, i+1)
	switch {
	case next > i+1 && (p.attribute(1) == "time" || isPer):
		return unit + "/" + p.attribute(0), next
	case isPer && s.form(i) != "/" && s.isContent(i+1) && !s.isPlural(s.form(i+1)):
		return unit + "/" + s.form(i+1), i + 2
	}
	return unit, i
}
