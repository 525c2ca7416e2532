package value

import (
	"strings"
	"unicode"

	"stemma"
	who "stemma/internal/name"
)

// longestName is the most atoms that are read as one name.
const longestName = 24

// name is a run of capitalised words: atoms from first to last, half-open.
// Titles before the name proper begin at title.
type name struct {
	title, first, last int
	kind               stemma.ValueKind
	value              string
	surname            string // folded, of a person
	shown              bool   // something shows that a person bears it
}

// names reads persons, organisations and places, and the titles of persons.
func (s nameReader) names() []stemma.Value {
	var found []stemma.Value
	for i := 0; i < len(s.atoms); {
		n, next := s.name(i)
		if next <= i {
			i++
			continue
		}
		i = next
		if n.kind == "" {
			continue
		}
		found = append(found, stemma.Value{Kind: n.kind, Span: s.nameSpan(n.first, n.last), Value: n.value})
		if n.kind == stemma.PersonValue {
			found = append(found, titleReader{s}.titlesOf(n)...)
		}
	}
	return found
}

// nameSpan covers a name without a possessive ending.
func (s nameWords) nameSpan(first, last int) stemma.Span {
	span := s.span(first, last)
	return s.text.Report.Span(span.Start, span.Start+len(who.Unowned(span.Text)))
}

// name reads the name at atom i. One without a kind is to be passed over.
func (s nameReader) name(i int) (name, int) {
	if !s.isNameWord(i) {
		return name{}, i
	}
	bearer, isBearer := s.bearerAt(i)
	thing := name{title: i, first: i, last: s.runOfCapitals(i)}
	if !isBearer || !bearer.isTitled() || s.isBodyWord(bearer.last-1) && bearer.last-bearer.first == 1 {
		if thing.kind = s.kindOfThing(thing); thing.kind != "" {
			thing.value = s.nameValue(thing)
			return thing, thing.last
		}
	}
	if isBearer {
		bearer = s.withoutRole(bearer)
		if bearer.kind = s.kindOfBearer(bearer); bearer.kind != "" {
			bearer.value = s.nameValue(bearer)
			return bearer, bearer.last
		}
	}
	return name{}, s.afterFailure(i, thing.last)
}

// afterFailure goes on inside a headline, where runs mean nothing.
func (s nameReader) afterFailure(i, last int) int {
	if s.shouted {
		return i + 1
	}
	return last
}

// runOfCapitals returns the index after the name that begins at atom i, with the small words
// inside a body's: "Department of Water and Works".
func (s nameReader) runOfCapitals(i int) int {
	last := s.afterWord(i)
	for last < len(s.atoms) && last-i < longestName && !who.IsOwned(s.form(last-1)) {
		next := s.link(last, i)
		if next < 0 || !s.isNameWord(next) {
			return last
		}
		if n, found := s.bearerAt(next); found && n.isTitled() {
			return max(last, s.unstopped(s.beforeTitle(next, n)))
		}
		last = s.afterWord(next)
	}
	return last
}

// unstopped is the end of a name without the full stop of its last word.
func (s nameWords) unstopped(last int) int {
	for last > 0 && s.form(last-1) == "." {
		last--
	}
	return last
}

// afterWord is the index after the word of a name at atom i, with all that a person may bear
// together with it.
func (s nameReader) afterWord(i int) int {
	last := i + 1
	if n, found := s.bearerAt(i); found {
		last = max(n.last, last)
	}
	return last
}

// hasBodyWord says whether a word of the range shows an organisation.
func (s nameReader) hasBodyWord(first, last int) bool {
	for i := first; i < last; i++ {
		if s.isBodyWord(i) {
			return true
		}
	}
	return false
}

// isNameWord says whether atom i is a capitalised word that no value has and that
// is no grammar.
func (s nameReader) isNameWord(i int) bool {
	return s.isCapital(i) && s.free(i, i+1) && (!s.does(i, functional) || s.isAcronym(i))
}

// link returns the index at which a name that begins at atom first may go on at atom i; -1 where
// it ends.
func (s nameReader) link(i, first int) int {
	switch {
	case s.isHyphen(i):
		return i + 1
	case s.form(i) == "." && s.isGlued(i) && strings.Contains(s.form(i-1), "."): // "U.S. Senate"
		return i + 1
	case s.form(i) == ".", s.form(i) == "-":
		return -1
	case s.plays(i, bodyWord|andWord):
		return s.bodyLink(i, first)
	}
	return i
}

// bodyLink goes on over the words that join others in a body's name, an "and"
// only behind an "of": "Office for the Sea", "Department of Water and Works".
func (s nameReader) bodyLink(i, first int) int {
	switch {
	case !s.hasBodyWord(first, i), s.plays(i, andWord) && !s.hasOf(max(first, i-ofReach), i):
		return -1
	case s.plays(i, bodyWord) && s.plays(i+1, theWord):
		return i + 2
	}
	return i + 1
}

// ofReach is how many words behind an "of" an "and" may still join.
const ofReach = 3

// hasOf says whether "of" stands in the range.
func (s nameReader) hasOf(first, last int) bool {
	for i := first; i < last; i++ {
		if s.plays(i, bodyWord) {
			return true
		}
	}
	return false
}

// isBodyWord says whether the word at atom i shows an organisation.
func (s nameWords) isBodyWord(i int) bool { return s.organisations.has(who.Unowned(s.form(i))) }

// isAcronym says whether atom i is all capitals, two to six of them.
func (s nameWords) isAcronym(i int) bool {
	raw := who.Unowned(s.raw(i))
	if len(raw) < 2 || len(raw) > 7 {
		return false
	}
	for _, r := range raw {
		if !unicode.IsUpper(r) && r != '.' {
			return false
		}
	}
	return true
}

// isTitleWord says whether the word at atom i may stand in a title.
func (s nameWords) isTitleWord(i int) bool {
	form := s.form(i)
	return s.honorifics.Has(form) || s.ranks.Has(form) || s.people.Has(form)
}

// kindOfThing says whether a run of capitalised words names a place or a body, by the first
// rule that decides; "" when nothing shows.
func (s nameReader) kindOfThing(n name) stemma.ValueKind {
	words := s.words(n.first, n.last)
	switch {
	case s.isListedPlace(n), s.isDateline(n):
		return stemma.PlaceValue
	case s.isBody(n, words):
		return stemma.OrganisationValue
	case s.hasPlaceWord(words):
		return stemma.PlaceValue
	}
	return ""
}

// isListedPlace says whether the whole name is one of a place.
func (s nameReader) isListedPlace(n name) bool {
	p, end := s.match(s.places, n.first)
	return end == n.last && p.attribute(0) != "head" && p.attribute(0) != "front"
}

// hasPlaceWord says whether a name begins or ends as those of places do: "Clearwater
// Lake", "Mount Selby".
func (s nameReader) hasPlaceWord(words []string) bool {
	final := words[len(words)-1]
	return len(words) > 1 && (s.places.is(final, "head") || s.places.is(words[0], "front"))
}

// isDateline says whether the name is a place in capitals that opens a report:
// "HARNSTEAD, March 14", "HARNSTEAD -".
func (s nameReader) isDateline(n name) bool {
	if n.first != 0 {
		return false
	}
	for i := n.first; i < n.last; i++ {
		if raw := s.raw(i); s.isWord(i) && (len(raw) < 4 || strings.ToUpper(raw) != raw) {
			return false
		}
	}
	return s.form(n.last) == "-" || s.form(n.last) == "," || s.form(n.last) == "("
}

// words lists the folded words of a name, without marks and possessives.
func (s nameWords) words(first, last int) []string {
	var words []string
	for i := first; i < last; i++ {
		switch {
		case s.isHyphen(i) && len(words) > 0 && i+1 < last:
			words[len(words)-1] += "-" + who.Unowned(s.form(i+1))
			i++
		case s.isWord(i):
			words = append(words, who.Unowned(s.form(i)))
		}
	}
	if len(words) == 0 {
		return []string{""}
	}
	return words
}

// isBody says whether the name is an organisation's: a listed one, one with a
// word such as "Department", or an acronym.
func (s nameReader) isBody(n name, words []string) bool {
	if _, end := s.match(s.organisations, n.first); end == n.last && n.last-n.first > 1 {
		return true
	}
	if _, end := s.match(s.agencies, n.first); end == n.last {
		return true
	}
	if len(words) == 1 {
		return s.isBodyAcronym(n, words[0])
	}
	for i, word := range words {
		isHead := i == len(words)-1 || s.roles[words[i+1]]&bodyWord != 0
		if isHead && s.organisations.has(word) {
			return true
		}
	}
	return false
}

// isBodyAcronym says whether a name of one word is an acronym that names a body:
// not in a headline in capitals, no people, no title before it and no speaker of a
// dialogue ("JP: ...").
func (s nameReader) isBodyAcronym(n name, word string) bool {
	isTitle := s.isTitleWord(n.first) // "MP", "CEO"
	return s.isAcronym(n.first) && !s.shouted && !s.demonyms.Has(word) && s.form(n.first+1) != ":" && !isTitle
}

// nameValue is the folded name, a place by the name that stands for all.
func (s nameReader) nameValue(n name) string {
	if p, end := s.match(s.places, n.first); n.kind == stemma.PlaceValue && end == n.last && p.attribute(0) == "=" {
		return strings.Join(p.attributes[1:], " ")
	}
	return strings.Join(s.words(n.first, n.last), " ")
}
