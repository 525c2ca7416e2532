package value

import (
	"strings"
	"unicode"

	"stemma"
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
	for _, ending := range []string{"'s", "’s"} {
		if strings.HasSuffix(span.Text, ending) {
			return s.text.Report.Span(span.Start, span.End-len(ending))
		}
	}
	return span
}

// name reads the run of capitalised words at atom i. One without a kind is to
// be passed over.
func (s nameReader) name(i int) (name, int) {
	if !s.isCapital(i) || !s.free(i, i+1) || (s.isFunction(s.form(i)) && !s.isAcronym(i)) {
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
	for last < len(s.atoms) && last-i < longestName {
		if strings.HasSuffix(s.form(last-1), "'s") {
			return last
		}
		next := s.link(last, isBody)
		if next < 0 || !s.isCapital(next) || !s.free(next, next+1) || (s.isFunction(s.form(next)) && !s.isAcronym(next)) {
			return last
		}
		isBody = isBody || s.isBodyWord(next)
		last = next + 1
	}
	return last
}

// link returns the index at which a name may go on: after the full stop of an
// initial or title, a hyphen, a particle, or "of" and "and" in a body's name;
// -1 where it ends.
func (s nameReader) link(i int, isBody bool) int {
	before := s.form(i - 1)
	switch form := s.form(i); form {
	case ".":
		if s.isGlued(i) && (len(before) == 1 || s.honorifics.Has(before) || before == "st" || strings.Contains(before, ".")) {
			return i + 1
		}
		return -1
	case "-":
		if s.isHyphen(i) {
			return i + 1
		}
		return -1
	case "of", "for":
		if isBody && s.form(i+1) == "the" {
			return i + 2
		}
		if isBody {
			return i + 1
		}
		return -1
	case "and":
		if isBody && s.hasOf(i) {
			return i + 1
		}
		return -1
	case "de", "del", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "da", "di", "dos", "du", "ter", "ten", "zu", "y":
		if s.isCapital(i) {
			return i
		}
		if s.form(i+1) == "la" || s.form(i+1) == "der" || s.form(i+1) == "den" {
			return i + 2
		}
		if s.isHyphen(i + 1) {
			return i + 2
		}
		return i + 1
	}
	return i
}

// hasOf says whether "of" stands in the name before atom i.
func (s nameReader) hasOf(i int) bool {
	for k := i - 1; k > i-4 && k > 0; k-- {
		if s.form(k) == "of" || s.form(k) == "for" {
			return true
		}
	}
	return false
}

// isBodyWord says whether the word at atom i shows an organisation.
func (s nameReader) isBodyWord(i int) bool { return s.organisations.has(strip(s.form(i))) }

func strip(form string) string { return strings.TrimSuffix(form, "'s") }

// isAcronym says whether atom i is all capitals, two to six of them.
func (s nameReader) isAcronym(i int) bool {
	raw := strings.TrimSuffix(strings.TrimSuffix(s.raw(i), "'s"), "’s")
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
		_, isShort := s.honorifics[s.form(k)]
		if (s.titles.has(s.form(k)) || isShort) && s.isWord(k+1) && !s.isFunction(s.form(k+1)) && !s.firstnames.Has(s.form(i)) {
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
		if s.form(i) == "of" || s.form(i) == "for" {
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

// classify says what a run of capitalised words names; "" when nothing shows.
func (s nameReader) classify(n name) stemma.ValueKind {
	words := s.words(n.first, n.last)
	final := words[len(words)-1]
	isTitled := n.first > n.title
	p, end := s.match(s.places, n.first)
	isPlace := end == n.last && p.attribute(0) != "head" && p.attribute(0) != "front"
	switch {
	case isPlace && !isTitled, s.isDateline(n):
		return stemma.PlaceValue
	case s.isBody(n, words):
		return stemma.OrganisationValue
	case s.places.is(final, "head") && len(words) > 1, s.places.is(words[0], "front") && len(words) > 1:
		return stemma.PlaceValue
	case s.shouted && !isTitled && !s.firstnames.Has(words[0]):
		return ""
	case isTitled, len(words) > 1 && s.firstnames.Has(words[0]):
		return stemma.PersonValue
	case len(words) == 1:
		return s.classifyOne(n, words[0])
	case s.function.Is(s.form(n.first-1), "def") && s.isPersonLike(n, words):
		return stemma.OrganisationValue // "the Harnstead Lantern": persons have no article
	case len(words) <= 4 && s.isPersonLike(n, words):
		return stemma.PersonValue
	}
	return ""
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
			words[len(words)-1] += "-" + strip(s.form(i+1))
			i++
		case s.isWord(i):
			words = append(words, strip(s.form(i)))
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
		return s.isAcronym(n.first) && !s.shouted && !s.demonyms.Has(words[0]) && s.form(n.first+1) != ":" && n.first == n.title
	}
	for i, word := range words {
		isHead := i == len(words)-1 || (i+1 < len(words) && (words[i+1] == "of" || words[i+1] == "for"))
		if isHead && s.organisations.has(word) {
			return true
		}
	}
	return false
}

// classifyOne says what a single capitalised word names, from the words
// around it.
func (s nameReader) classifyOne(n name, word string) stemma.ValueKind {
	if s.demonyms.Has(word) || s.months[word] > 0 || s.calendar.Has(word) || len(word) < 2 {
		return ""
	}
	switch s.form(n.first - 1) {
	case "in", "near", "outside", "across":
		return stemma.PlaceValue
	}
	if s.isSpeaking(n.last) && (n.first > 0 || !s.isPlural(word)) && !s.isBodyWord(n.first) && !s.things.has(word) {
		return stemma.PersonValue
	}
	return ""
}

// isSpeaking says whether the word at atom i is a verb of saying.
func (s nameReader) isSpeaking(i int) bool {
	form := s.form(i)
	if form == "said" || form == "told" || form == "says" {
		return true
	}
	base := strings.TrimSuffix(form, "ed")
	return base != form && (s.cues.Has(base) || s.cues.Has(base+"e"))
}

// isPersonLike says whether several capitalised words may be a person's name:
// none of them is known for something else.
func (s nameReader) isPersonLike(n name, words []string) bool {
	if n.first == 0 && (s.isPlural(words[0]) || s.cues.Has(words[0])) {
		return false
	}
	for _, word := range words {
		if s.demonyms.Has(word) || s.organisations.has(word) || s.places.has(word) || s.months[word] > 0 ||
			s.isFunction(word) && len(word) > 2 || s.calendar.Has(word) || s.numbers[word].role != "" {
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

// nameValue is the folded name, a place by the name that stands for all.
func (s nameReader) nameValue(n name) string {
	if p, end := s.match(s.places, n.first); n.kind == stemma.PlaceValue && end == n.last && p.attribute(0) == "=" {
		return strings.Join(p.attributes[1:], " ")
	}
	return strings.Join(s.words(n.first, n.last), " ")
}
