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
}

// nameReader reads names of persons, bodies and places.
type nameReader struct{ *sentence }

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
func (s nameReader) nameSpan(first, last int) stemma.Span {
	span := s.span(first, last)
	return s.text.Report.Span(span.Start, span.Start+len(who.Unowned(span.Text)))
}

// name reads the run of capitalised words at atom i. One without a kind is to
// be passed over.
func (s nameReader) name(i int) (name, int) {
	if !s.isNameWord(i) {
		return name{}, i
	}
	last := s.runOfCapitals(i)
	n := s.cutComplement(name{title: i, first: s.afterTitles(i, last), last: last})
	last = n.last
	if n.first >= last { // a title alone: "the Mayor"
		return name{}, last
	}
	if n.kind = s.classify(n); n.kind == "" {
		return name{}, s.afterFailure(i, last)
	}
	n.value = s.nameValue(n)
	return n, last
}

// afterFailure goes on inside a headline, where runs mean nothing.
func (s nameReader) afterFailure(i, last int) int {
	if s.shouted {
		return i + 1
	}
	return last
}

// runOfCapitals returns the index after the name that begins at atom i, with
// the small words inside it: "Department of Water and Works", "Ana de la Cruz".
func (s nameReader) runOfCapitals(i int) int {
	last, isBody := i+1, s.isBodyWord(i)
	for last < len(s.atoms) && last-i < longestName && !who.IsOwned(s.form(last-1)) {
		next := s.link(last, isBody)
		if next < 0 || !s.isNameWord(next) {
			return last
		}
		isBody = isBody || s.isBodyWord(next)
		last = next + 1
	}
	return last
}

// isNameWord says whether atom i is a capitalised word that no value has and that
// is no grammar.
func (s nameReader) isNameWord(i int) bool {
	return s.isCapital(i) && s.free(i, i+1) && (!s.isFunction(s.form(i)) || s.isAcronym(i))
}

// link returns the index at which a name may go on behind atom i-1; -1 where it
// ends.
func (s nameReader) link(i int, isBody bool) int {
	switch form := s.form(i); {
	case form == "." && s.isDotted(i-1) && s.isGlued(i), form == "-" && s.isHyphen(i):
		return i + 1
	case form == ".", form == "-":
		return -1
	case s.plays(i, bodyWord|andWord):
		return s.bodyLink(i, isBody)
	case s.nameWords.Is(form, "particle") && !s.isCapital(i) && !s.plays(i, looseWord):
		return s.particleLink(i)
	}
	return i
}

// isDotted says whether a full stop belongs to the word at atom i: an initial,
// a short title, an abbreviation.
func (s nameReader) isDotted(i int) bool {
	form := s.form(i)
	return len(form) == 1 || s.honorifics.Has(form) || s.plays(i, saintWord) || strings.Contains(form, ".")
}

// bodyLink goes on over the words that join others in a body's name, an "and"
// only behind an "of": "Office for the Sea", "Department of Water and Works".
func (s nameReader) bodyLink(i int, isBody bool) int {
	switch {
	case !isBody, s.plays(i, andWord) && !s.hasOf(i):
		return -1
	case s.plays(i, bodyWord) && s.plays(i+1, theWord):
		return i + 2
	}
	return i + 1
}

// particleLink goes on over the particles of a surname: "von der Leyen", "al-Hadid".
func (s nameReader) particleLink(i int) int {
	second := s.form(i + 1)
	if s.isHyphen(i+1) || s.nameWords.Is(second, "particle") || s.nameWords.Is(second, "article") {
		return i + 2
	}
	return i + 1
}

// hasOf says whether "of" stands in the name before atom i.
func (s nameReader) hasOf(i int) bool {
	for k := i - 1; k > i-4 && k > 0; k-- {
		if s.plays(k, bodyWord) {
			return true
		}
	}
	return false
}

// isBodyWord says whether the word at atom i shows an organisation.
func (s nameReader) isBodyWord(i int) bool { return s.organisations.has(who.Unowned(s.form(i))) }

// isAcronym says whether atom i is all capitals, two to six of them.
func (s nameReader) isAcronym(i int) bool {
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

// afterTitles steps over the titles that a run begins with: "Deputy Mayor".
func (s nameReader) afterTitles(i, last int) int {
	for k := i + 1; k < last-1; k++ { // "Treasury Secretary Ann Pike"
		isTitle := s.titles.has(s.form(k)) || s.honorifics.Has(s.form(k))
		if isTitle && s.isWord(k+1) && !s.isFunction(s.form(k+1)) && !s.firstnames.Has(s.form(i)) {
			i = k
		}
	}
	for i < last {
		_, next := s.match(s.titles, i)
		if next == i || next > last {
			if !s.isTitleWord(i) || (i+1 < last && s.firstnames.Has(s.form(i))) {
				return i
			}
			next = i + 1
		}
		if s.form(next) == "." && next < last {
			next++
		}
		i = next
	}
	return i
}

// cutComplement ends a titled name before "of": "Senator Ann Pike of Ohio".
func (s nameReader) cutComplement(n name) name {
	for i := n.first + 1; i < n.last && n.first > n.title; i++ {
		if s.plays(i, bodyWord) {
			n.last = i
		}
	}
	return n
}

// isTitleWord says whether the word at atom i may stand in a title.
func (s nameReader) isTitleWord(i int) bool {
	form := s.form(i)
	return s.honorifics.Has(form) || s.ranks.Has(form) || s.roles.Has(form)
}

// classify says what a run of capitalised words names, by the first rule that
// decides; "" when nothing shows.
func (s nameReader) classify(n name) stemma.ValueKind {
	words := s.words(n.first, n.last)
	isTitled := n.first > n.title
	switch {
	case s.isListedPlace(n) && !isTitled, s.isDateline(n):
		return stemma.PlaceValue
	case s.isBody(n, words):
		return stemma.OrganisationValue
	case s.hasPlaceWord(words):
		return stemma.PlaceValue
	case s.shouted && !isTitled && !s.firstnames.Has(words[0]):
		return ""
	case isTitled, len(words) > 1 && s.firstnames.Has(words[0]):
		return stemma.PersonValue
	case len(words) == 1:
		return s.classifyOne(n, words[0])
	case s.function.Is(s.form(n.first-1), "def") && s.isPersonLike(n, words):
		return stemma.OrganisationValue // "the Harnstead Lantern": persons have no article
	case len(words) <= mostPersonWords && s.isPersonLike(n, words):
		return stemma.PersonValue
	}
	return ""
}

// mostPersonWords is how many words an unlisted person's name has at most.
const mostPersonWords = 4

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
func (s nameReader) words(first, last int) []string {
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
		isHead := i == len(words)-1 || s.parts[words[i+1]]&bodyWord != 0
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
	return s.isAcronym(n.first) && !s.shouted && !s.demonyms.Has(word) && s.form(n.first+1) != ":" && n.first == n.title
}

// classifyOne says what a single capitalised word names, from the words
// around it.
func (s nameReader) classifyOne(n name, word string) stemma.ValueKind {
	if s.demonyms.Has(word) || s.months[word] > 0 || s.calendar.Has(word) || len(word) < 2 {
		return ""
	}
	if s.plays(n.first-1, placeWord) {
		return stemma.PlaceValue
	}
	if s.isSpeaking(n.last) && (n.first > 0 || !s.isPlural(word)) && !s.isBodyWord(n.first) && !s.things.has(word) {
		return stemma.PersonValue
	}
	return ""
}

// isSpeaking says whether the word at atom i is a verb of saying.
func (s nameReader) isSpeaking(i int) bool {
	if s.plays(i, saysWord) {
		return true
	}
	return s.said.Stem(s.form(i), s.cues.Has) != ""
}

// isPersonLike says whether several capitalised words may be a person's name:
// none of them is known for something else.
func (s nameReader) isPersonLike(n name, words []string) bool {
	if n.first == 0 && (s.isPlural(words[0]) || s.cues.Has(words[0])) {
		return false
	}
	for _, word := range words {
		if s.isNameless(word) {
			return false
		}
	}
	for i := n.first; i < n.last; i++ {
		if s.isWord(i) && s.isAcronym(i) && len(s.form(i)) > 2 {
			return false
		}
	}
	return true
}

// isNameless says whether a word stands in no person's name: it is known as a
// word of peoples, bodies, places, the calendar, numbers or grammar.
func (s nameReader) isNameless(word string) bool {
	return s.demonyms.Has(word) || s.organisations.has(word) || s.places.has(word) || s.months[word] > 0 ||
		s.isFunction(word) && len(word) > 2 || s.calendar.Has(word) || s.numbers[word].role != ""
}

// nameValue is the folded name, a place by the name that stands for all.
func (s nameReader) nameValue(n name) string {
	if p, end := s.match(s.places, n.first); n.kind == stemma.PlaceValue && end == n.last && p.attribute(0) == "=" {
		return strings.Join(p.attributes[1:], " ")
	}
	return strings.Join(s.words(n.first, n.last), " ")
}
