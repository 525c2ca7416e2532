package value

import (
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// titleReach is how many words a title may have: "former deputy chief
// inspector of mines" has six.
const titleReach = 6

// titleReader reads the titles beside a person's name.
type titleReader struct{ nameReader }

// titlesOf reads the titles that stand before and after a person's name.
func (s titleReader) titlesOf(n name) []stemma.Value {
	var found []stemma.Value
	for _, bounds := range [][2]int{s.titleBefore(n), s.titleAfter(n)} {
		if bounds[0] >= bounds[1] {
			continue
		}
		if value := s.titleValue(bounds[0], bounds[1]); value != "" {
			found = append(found, stemma.Value{
				Kind: stemma.TitleValue, Span: s.nameSpan(bounds[0], bounds[1]), Value: value, Of: n.surname,
			})
		}
	}
	return found
}

// titleValue is the title folded, short forms written out, courtesies dropped,
// and what houses of press name otherwise by one name.
func (s titleReader) titleValue(first, last int) string {
	var words []string
	for i := first; i < last; i++ {
		form := s.form(i)
		long := s.honorifics.Of(form)
		style, next := s.match(s.styles, i)
		switch {
		case next > i && next <= last:
			words = append(words, style.attributes...)
			i = next - 1
		case long != nil:
			words = append(words, long...)
		case s.isWord(i):
			words = append(words, form)
		}
	}
	return strings.Join(words, " ")
}

// titleBefore finds the title right before the name, or before a comma:
// "former Deputy Mayor Dorian Pell", "the city's chief engineer, Marta Quill".
func (s titleReader) titleBefore(n name) [2]int {
	last := n.first
	if n.first == n.title && s.form(last-1) == "," {
		last--
	}
	if last == 0 || (n.first == n.title && !s.isRole(last-1)) {
		return [2]int{}
	}
	first := last - 1
	if n.first > n.title {
		first = n.title
		if s.titleValue(first, last) == "" { // a mere "Mr"
			return [2]int{}
		}
	}
	first = s.titleStart(first, last)
	if s.form(last-1) == "." && last-1 > first && last != n.first {
		last--
	}
	return [2]int{first, last}
}

// titleStart goes back from first over the words that belong to the title:
// those known from titles, and one or two others where an article or owner
// stands before them ("a consulting engineer", "Wales's water minister").
func (s titleReader) titleStart(first, last int) int {
	strangers, start := 0, first
	for i := first - 1; i >= 0 && last-i <= titleReach && s.isTitlePart(i); i-- {
		if form := s.form(i); s.isTitleWord(i) || s.bodies.Has(form) || s.demonyms.Has(form) || form == "-" {
			if strangers == 0 {
				start = i
			}
			continue
		}
		if s.isCapital(i) != s.isCapital(i+1) { // "wants President"
			break
		}
		strangers++
		before := s.form(i - 1)
		if strangers <= 2 && s.does(i-1, determining) || strangers == 1 && who.IsOwned(before) {
			return i
		}
		if strangers == 2 {
			break
		}
	}
	return start
}

// isRole says whether the word at atom i is what a person can be.
func (s titleReader) isRole(i int) bool {
	form := s.form(i)
	return s.isWord(i) && (s.titles.has(form) || s.people.Has(form) && !s.isPlural(form)) && !s.does(i, functional)
}

// isTitlePart says whether the word at atom i may stand in a title before
// others: no grammar, no name's owner ("city's").
func (s titleReader) isTitlePart(i int) bool {
	form := s.form(i)
	if s.form(i) == "-" {
		return s.isHyphen(i)
	}
	return s.isWord(i) && !s.does(i, functional) && !strings.Contains(form, "'") && s.free(i, i+1) &&
		!s.isSpeaking(i) && s.numeral(i).role == "" && (s.titles.has(form) || !s.isCapital(i) || !s.isAcronym(i))
}

// titleAfter finds the title after a name and a comma: "Tobias Rennick, a
// former deputy chief inspector, ...", "Marta Quill, head of structures at".
func (s titleReader) titleAfter(n name) [2]int {
	if s.form(n.last) != "," {
		return [2]int{}
	}
	at := n.last + 1
	if s.isNumber(at) && s.form(at+1) == "," { // an age
		at += 2
	}
	first, role := s.skipOwner(at), -1
	for i := first; i < first+titleReach && s.isTitlePart(i); i++ {
		if s.isRole(i) {
			role = i
		} else if role >= 0 && s.isCapital(i) {
			return [2]int{} // the title of the next name
		}
	}
	if role < 0 {
		return [2]int{}
	}
	last := role + 1
	if s.isCapital(last) && s.isTitlePart(last) {
		return [2]int{}
	}
	return [2]int{first, s.complement(last)}
}

// skipOwner steps over articles and owners: "a", "the city's".
func (s titleReader) skipOwner(i int) int {
	start := i
	for k := i; k < i+titleReach && (s.isWord(k)); k++ {
		form := s.form(k)
		switch {
		case who.IsOwning(form):
			start = k + 1
		case k == start && s.does(k, determining|owning):
			start = k + 1
		case s.does(k, functional):
			return start
		}
	}
	return start
}

// longestComplement is how many words may stand behind the "of" of a title.
const longestComplement = 3

// complement takes in "of structures" after a title.
func (s titleReader) complement(i int) int {
	if !s.plays(i, ofWord) {
		return i
	}
	at := i + 1
	if s.plays(at, theWord) {
		at++
	}
	for k := 0; k < longestComplement && s.isTitlePart(at); k++ {
		at++
	}
	if at == i+1 {
		return i
	}
	return at
}
