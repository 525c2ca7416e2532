package value

// reach is how many words after a number its unit may stand: "26 fresh
// hairline cracks".
const reach = 4

// unitReader reads what a number counts or measures.
type unitReader struct{ numberReader }

// unit reads the unit of a number that ends before atom i. The index returned
// is after the unit, or i where it stands further off ("six of its 24 wells")
// or is not to be had.
func (s unitReader) unit(i int, count float64) (string, int) {
	at, isCompound := i, false
	if s.isHyphen(i) {
		at, isCompound = i+1, true
	}
	if p, next := s.matchNoun(s.units, at); next > at && s.isUnit(p, at) {
		if isCompound && s.isHyphen(next) && s.plays(next+1, oldWord) {
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
	if s.plays(i, ofWord) {
		unit, _ := s.head(s.skipDeterminers(i+1), 2)
		return unit, i
	}
	return s.head(i, count)
}

// isCounted says whether something that is counted follows: a unit or a plural.
func (s unitReader) isCounted(i int) bool {
	unit, next := s.unit(i, 2)
	return unit != "" && next > i
}

// isUnit rejects what only looks like a unit: the ordinal "second", the
// abbreviation of a word that is none here.
func (s unitReader) isUnit(p phrase, at int) bool {
	if p.attribute(2) == "abbr" {
		return s.isNumber(at-1) || s.isHyphen(at-1)
	}
	return true
}

// head finds the noun that a number counts: the last of the first plurals
// after it. A number of one counts what stands right before the next piece of
// grammar.
func (s unitReader) head(i int, count float64) (string, int) {
	for at := i; at < i+reach && s.isContent(at); at++ {
		form := s.form(at)
		if count == 1 {
			if s.people.Has(form) || s.titles.has(form) || !s.isContent(at+1) {
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

// rate reads "a second", "per hour", "/h", "per student", "for each student" and "a
// head" after a unit. A person, a head and a capita are one.
func (s unitReader) rate(unit string, i int) (string, int) {
	if unit != "" && s.play(i, spanWord, eachWord) {
		return s.forEach(unit, i)
	}
	isPer := s.plays(i, perWord) || s.form(i) == "/"
	if unit == "" || !isPer && !s.plays(i, rateWord) {
		return unit, i
	}
	if s.perHead.Has(s.form(i + 1)) {
		return unit + "/person", i + 2
	}
	p, next := s.match(s.units, i+1)
	switch {
	case next > i+1 && (p.attribute(1) == "time" || isPer):
		return unit + "/" + p.attribute(0), next
	case s.plays(i, perWord) && s.isContent(i+1) && !s.isPlural(s.form(i+1)):
		return unit + "/" + s.form(i+1), i + 2
	}
	return unit, i
}

// forEach reads "for each student", "for every such test" after a unit.
func (s unitReader) forEach(unit string, i int) (string, int) {
	at := i + 2
	if !s.isContent(at) {
		at++ // "such", "single"
	}
	if !s.isContent(at) || s.isPlural(s.form(at)) {
		return unit, i
	}
	if s.perHead.Has(s.form(at)) {
		return unit + "/person", at + 1
	}
	return unit + "/" + s.form(at), at + 1
}
