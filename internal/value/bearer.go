package value

import (
	"sort"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// nameReader reads names of persons, bodies and places.
type nameReader struct{ bearerReader }

// bearerReader knows the names of a sentence that a person may bear. Package name finds them.
type bearerReader struct {
	nameWords
	bearers []name // in order
}

// nameWords knows what single words are in names and beside them.
type nameWords struct{ *sentence }

// newNameReader finds what a person may bear.
func newNameReader(s *sentence) nameReader {
	words := nameWords{s}
	r := nameReader{bearerReader{words, s.bearers[:0]}}
	finder := who.NewFinder(s.grammar, s.text, words)
	s.mentions = finder.Append(s.mentions[:0], int(s.from), int(s.to))
	at := 0
	for i := range s.mentions {
		m := &s.mentions[i]
		n := name{shown: m.Person}
		n.title = r.atomAt(at, token(m.Title))
		n.first = r.atomAt(n.title, token(m.First))
		n.last = r.atomAt(n.first, token(m.Last))
		at = n.last
		n.last = r.unstopped(n.last)
		if n.first >= n.last {
			continue
		}
		parts := r.words(n.first, n.last)
		if m.Generation != "" && len(parts) > 1 {
			parts = parts[:len(parts)-1]
		}
		n.surname = parts[len(parts)-1] // with what a hyphen joins
		n = r.withLongTitle(n)
		for k := len(r.bearers) - 1; k >= 0 && r.bearers[k].last > n.title; k-- {
			r.bearers[k].last = r.unstopped(n.title) // "U.S. | Secretary", which belongs to the title
			if r.bearers[k].first < n.title {
				break
			}
			r.bearers = r.bearers[:k]
		}
		r.bearers = append(r.bearers, n)
	}
	s.bearers = r.bearers
	return r
}

// atomAt is the first atom of a token, looked for from an atom on.
func (s nameWords) atomAt(at int, of token) int {
	if int(of) >= len(s.text.Tokens) {
		return len(s.atoms)
	}
	for at < len(s.atoms) && s.atoms[at].start < s.text.Tokens[of].Start {
		at++
	}
	return at
}

// unseen stands for the class of a token that was not looked up yet.
const unseen = ^who.Class(0)

// Class is what the tables know of a token in a name or beside one.
func (s nameWords) Class(i int) who.Class {
	at := token(i)
	if at < s.extent.from || at >= s.extent.to {
		return s.classAt(at)
	}
	c := &s.classes[at-s.extent.from]
	if *c == unseen {
		*c = s.classAt(at)
	}
	return *c
}

func (s nameWords) classAt(at token) who.Class {
	form := s.text.Tokens[at].Form
	c := s.ClassOf(form)
	if c.Is(who.PronounWord|who.RelativeWord) && len(form) > 1 && s.isInCapitals(at) {
		return 0 // "the WHO", "the US"
	}
	return c
}

// isInCapitals says whether a token is all in capitals and the one behind it is not.
func (s nameWords) isInCapitals(at token) bool {
	isCapitals := func(at token) bool {
		tok := s.text.Tokens[at]
		raw := s.text.Report.Text[tok.Start:tok.End]
		return strings.ToUpper(raw) == raw
	}
	return int(at)+1 < len(s.text.Tokens) && isCapitals(at) && !isCapitals(at+1)
}

// ClassOf is the same of a word.
func (s nameWords) ClassOf(word string) who.Class {
	c := s.inNames[word]
	if c == 0 && s.said.Stem(word, s.cues.Has) != "" {
		return who.VerbWord | who.ToldWord | who.KnownWord
	}
	return c
}

// bearerAt is the name at atom i that a person may bear.
func (s bearerReader) bearerAt(i int) (name, bool) {
	k := sort.Search(len(s.bearers), func(k int) bool { return s.bearers[k].last > i })
	if k == len(s.bearers) || s.bearers[k].title > i {
		return name{}, false
	}
	n := s.bearers[k]
	n.first, n.title = max(n.first, i), max(n.title, i)
	return n, s.free(n.first, n.last)
}

// withLongTitle puts before a name all of a title of several words: "Secretary of State | Ada Pell".
func (s bearerReader) withLongTitle(n name) name {
	for k := n.first - 2; k >= max(0, n.first-longestTitle); k-- {
		if _, end := s.match(s.titles, k); end >= n.first && end < n.last && s.isCapital(k) {
			n.title, n.first, n.shown = min(k, n.title), end, true
		}
	}
	return n
}

// longestTitle is how many words a listed title has at most.
const longestTitle = 4

// beforeTitle is where the title begins that ends at a name, not before atom i: "Department of Justice |
// Inspector General Ada Pell".
func (s bearerReader) beforeTitle(i int, n name) int {
	for ; i < n.first; i++ {
		if _, end := s.match(s.titles, i); end == n.first || s.isTitleWord(i) {
			return i
		}
	}
	return i
}

// withoutRole parts from a name that nothing marks the role with a capital before it: "Democrat | Ada
// Pell", "Justices | Pell", "Former | Pell".
func (s bearerReader) withoutRole(n name) name {
	first := n.first
	for first+1 < n.last && (s.ranks.Has(s.form(first)) || s.isPlainRole(first)) && s.isWord(first+1) {
		first++
	}
	if n.isTitled() || s.shouted || first == n.first {
		return n
	}
	words := s.words(first, n.last)
	last := words[len(words)-1]
	if len(words) == 1 && (s.ranks.Has(s.form(first-1)) || s.titles.has(s.singular(s.form(first-1)))) ||
		len(words) > 1 && !s.things.has(last) && s.isPersonLike(name{first: first, last: n.last}, words) {
		n.title, n.first, n.shown = n.first, first, true
	}
	return n
}

// isPlainRole says whether the word at atom i is what people can be and no given name.
func (s nameWords) isPlainRole(i int) bool {
	form := s.form(i)
	return s.people.Has(form) && !s.firstnames.Has(form)
}

// isTitled says whether titles stand before a person's name.
func (n name) isTitled() bool { return n.shown && n.first > n.title }

// kindOfBearer says what a name is that a person may bear, by the first rule that decides; ""
// when nothing shows.
func (s bearerReader) kindOfBearer(n name) stemma.ValueKind {
	words := s.words(n.first, n.last)
	switch {
	case s.isTitleAlone(n, words), s.hasNumber(n):
		return ""
	case n.shown && len(words) == 1:
		if s.isNameless(words[0]) && !n.isTitled() {
			return ""
		}
		return stemma.PersonValue
	case n.shown:
		return stemma.PersonValue
	case s.shouted:
		if len(words) == 1 || !s.firstnames.Has(words[0]) || len(words) > mostPersonWords {
			return ""
		}
		return stemma.PersonValue // of a headline's run of capitals, from the given name on
	case len(words) == 1:
		return s.classifyOne(n, words[0])
	case s.does(n.first-1, defining) && s.isPersonLike(n, words):
		return stemma.OrganisationValue // "the Harnstead Lantern": persons have no article
	case len(words) <= mostPersonWords && s.isPersonLike(n, words):
		return stemma.PersonValue
	}
	return ""
}

// isTitleAlone says whether a name is a title and nobody's name: "the Prime Minister", "Mr.
// President", but "Mr. Singer".
func (s nameWords) isTitleAlone(n name, words []string) bool {
	if _, end := s.match(s.titles, n.title); end == n.last {
		return true
	}
	if len(words) > 1 || !s.isTitleWord(n.first) || s.firstnames.Has(words[0]) {
		return false
	}
	before := n.first - 1
	if s.form(before) == "." {
		before--
	}
	return !s.honorifics.Has(s.form(before)) || s.titles.is(words[0], "unique") || s.titles.is(words[0], "military")
}

// hasNumber says whether digits stand in a name: "Airbus A320".
func (s nameWords) hasNumber(n name) bool {
	for i := n.first; i < n.last; i++ {
		if s.isNumber(i) {
			return true
		}
	}
	return false
}

// mostPersonWords is how many words an unlisted person's name has at most.
const mostPersonWords = 4

// classifyOne says what a single capitalised word names, from the words
// around it.
func (s bearerReader) classifyOne(n name, word string) stemma.ValueKind {
	if s.demonyms.Has(word) || s.months[word] > 0 || s.calendar.Has(word) || len(word) < 2 || s.isTitleWord(n.first) {
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
func (s nameWords) isSpeaking(i int) bool {
	if s.plays(i, saysWord) {
		return true
	}
	return s.said.Stem(s.form(i), s.cues.Has) != ""
}

// isPersonLike says whether several capitalised words may be a person's name:
// none of them is known for something else.
func (s nameWords) isPersonLike(n name, words []string) bool {
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
func (s nameWords) isNameless(word string) bool {
	return s.demonyms.Has(word) || s.organisations.has(word) || s.places.has(word) || s.months[word] > 0 ||
		s.isFunction(word) && len(word) > 1 || s.calendar.Has(word) || s.numbers[word].role != ""
}
