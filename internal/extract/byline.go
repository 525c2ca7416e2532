package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/language"
	who "stemma/internal/name"
)

const (
	bylineWords = 30 // of a whole line
	nameWords   = 5  // of one name
	roleWords   = 7  // of what somebody is: "senior editor for energy and natural resources"
)

// writers knows how a text names who wrote it.
type writers struct {
	calendar
	boilerplate
	bylines  phrases
	joins    language.Table // the same as single words
	given    eachTable      // first names
	nobody   language.Table // what stands in the place of a writer
	rights   language.Table // by which a line says whose they are
	agencies language.Table
	inside   *who.Inside
}

func newWriters(s tableSet, in *who.Inside) writers {
	all := s.table
	return writers{
		calendar:    newCalendar(s),
		boilerplate: boilerplate{newPhrases(all("boilerplate")), newPhrases(all("page-boxes"))},
		bylines:     newPhrases(all("bylines")), joins: all("bylines"), given: s.each("firstnames"),
		nobody: all("page-nobody"), rights: all("page-rights"),
		agencies: all("agencies"), inside: in,
	}
}

// bylineLine reads a line that names who wrote the report. strong says that it
// says so in so many words ("Written by"). ok is false for any other line.
func (x *writers) bylineLine(s string) (names []string, strong, ok bool) {
	return x.bylineOf(s, foldMax(s, bylineWords+1))
}

// bylineOf is bylineLine for a line that is folded.
func (x *writers) bylineOf(s string, words []word) (names []string, strong, ok bool) {
	if len(words) == 0 || len(words) > bylineWords || openQuote(s) {
		return nil, false, false
	}
	a, n := x.bylines.at(words, 0, "lead")
	if n == 0 {
		if len(words) <= nameWords && x.isDesk(s) {
			return []string{s}, false, true
		}
		return nil, false, false
	}
	rest := x.beforeDate(s[words[n-1].end:])
	names = x.names(rest)
	if desk := strings.TrimSpace(rest); has(a, "weak") && x.isDesk(desk) {
		return []string{desk}, false, true
	}
	if has(a, "weak") {
		return names, false, len(names) > 0 && x.namesOnly(rest)
	}
	return names, true, len(names) > 0 || strings.TrimSpace(rest) == ""
}

// isLead says whether a word begins bylines by itself.
func (x *writers) isLead(word string) bool {
	_, n := x.bylines.at(fold(word), 0, "lead")
	return n > 0
}

// withoutLead cuts off the words with which a byline begins.
func withoutLead(x *writers, s string) string {
	words := foldMax(s, x.bylines.longest+1)
	if _, n := x.bylines.at(words, 0, "lead"); n > 0 && n < len(words) {
		return s[words[n-1].end:]
	}
	return s
}

// beforeDate is what of a byline stands before its date.
func (x *calendar) beforeDate(s string) string {
	if found := x.dates(s); len(found) > 0 {
		s = s[:found[0].start]
	}
	if i := strings.IndexAny(s, pieceMarks); i >= 0 {
		s = s[:i]
	}
	if i := strings.LastIndex(s, " ("); i > 0 && strings.HasSuffix(strings.TrimSpace(s), ")") {
		s = s[:i] // "A. Ruiz (in Harbour City)"
	}
	for {
		trimmed := strings.TrimRight(s, " ,;:–—-(\u00a0")
		cut := trimmed
		if w := strings.LastIndexByte(cut, ' '); w >= 0 && x.dateWords.Is(foldWord(cut[w:]), "tail") {
			cut = cut[:w]
		}
		if cut == s {
			return cut
		}
		s = cut
	}
}

// names cuts "A. Ruiz, city editor, and B. Okoro" into the names of persons,
// desks and agencies. What a person is and where he works is left out.
func (x *writers) names(s string) []string {
	var names []string
	parts := untilEnd(x.joins, splitNames(x.joins, s))
	for i, part := range parts {
		part = strings.Trim(part, " .;:\u00a0*•|")
		part = withoutPlace(x.joins, part)
		if initialLast(part) {
			part += "."
		}
		switch {
		case part == "" || x.isRole(part) || x.isLabel(part):
		case x.agencies.Has(strings.ToLower(part)) || x.isDesk(part):
			if len(names) == 0 || i == 0 {
				names = append(names, part)
			}
		case !isName(x.inside, part):
		case i > 0 && len(parts) == 2 && strings.ContainsRune(s, ',') && !x.given.Has(firstWord(part)):
			// "A. Ruiz, Morning Current": the second is where she works.
		default:
			names = append(names, unshout(x.inside, part))
		}
	}
	return names
}

// untilEnd cuts a list of names before a small word with which something else
// begins: "A. Ruiz, in News, Business".
func untilEnd(joins language.Table, parts []string) []string {
	for i, part := range parts {
		if i > 0 && joins.Is(firstWord(part), "end") && startsLower(strings.TrimSpace(part)) {
			return parts[:i]
		}
	}
	return parts
}

// withoutPlace cuts off where a writer is and what he is called elsewhere: "A. Ruiz in
// Harbour City", "A. Ruiz @aruiz".
func withoutPlace(joins language.Table, name string) string {
	words := 0
	for at := 0; at < len(name); {
		start, end := nextField(name, at)
		if start == end {
			break
		}
		field := name[start:end]
		if words > 1 && (field[0] == '@' || startsLower(field) && joins.Is(strings.ToLower(field), "end")) {
			return strings.TrimSpace(name[:start])
		}
		words, at = words+1, end
	}
	return name
}

func initialLast(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && len(s)-i == 2 && s[i+1] >= 'A' && s[i+1] <= 'Z'
}

func firstWord(s string) string {
	start, end := nextField(s, 0)
	return foldWord(s[start:end])
}

// withoutJoin is a name without the word at its end that joins a next one to it.
func (x *writers) withoutJoin(name string) string {
	if i := strings.LastIndexByte(name, ' '); i > 0 && x.joins.Is(name[i+1:], "join") {
		return name[:i]
	}
	return name
}

// splitNames cuts a list of names at its marks and at the words that join them.
func splitNames(joins language.Table, s string) []string {
	var parts []string
	for _, piece := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;/|、", r) }) {
		from := 0
		for at := 0; at < len(piece); {
			start, end := nextField(piece, at)
			if start >= from && end < len(piece) && joins.Is(strings.ToLower(piece[start:end]), "join") {
				parts, from = append(parts, piece[from:start]), end
			}
			at = end
			if start == end {
				break
			}
		}
		parts = append(parts, piece[from:])
	}
	return parts
}

// namesOnly says whether a line holds nothing but capitalised words, roles and
// what joins them.
func (x *writers) namesOnly(s string) bool {
	for i, part := range splitNames(x.joins, s) {
		part = strings.TrimSpace(part)
		if part != "" && (i == 0 && startsLower(part) || countWords(part, roleWords+1) > roleWords) {
			return false
		}
		if part != "" && !isName(x.inside, strings.TrimRight(part, ".")) && !x.isRole(part) && !x.isDesk(part) &&
			!x.agencies.Has(strings.ToLower(part)) {
			return false
		}
	}
	return true
}

// isName says whether s has the form of a person's name: two to five words
// that begin with capitals, particles aside. One word is enough for a pen name.
func isName(in *who.Inside, s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > nameWords || len(s) > 80 {
		return false
	}
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "'’\"“("))
		if unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r) {
			continue
		}
		if i == 0 && len(fields) == 1 || !in.IsParticle(f) {
			return false
		}
	}
	return !strings.ContainsAny(s, "0123456789@<>{}=#?!")
}

// isRole says whether a part of a byline says what somebody is.
func (x *writers) isRole(s string) bool {
	words := fold(s)
	if len(words) == 0 {
		return false
	}
	for i := range words {
		if _, n := x.bylines.at(words, i, "role"); n > 0 && (i+n == len(words) || i == 0) {
			return true
		}
	}
	return startsLower(s)
}

// isPerson says whether a line is nothing but a person's name that begins with
// a known given name.
func (x *writers) isPerson(s string) bool {
	n := countWords(s, nameWords)
	return n >= 2 && n <= 3 && x.given.Has(firstWord(s)) && isName(x.inside, s) && !strings.ContainsAny(s, ",:;'’")
}

// arePeople says whether a line is nothing but persons' names: "Ada Wren and Bo Ek".
func (x *writers) arePeople(s string) bool {
	if !x.given.Has(firstWord(s)) {
		return false // as the first of them must
	}
	words := foldMax(s, 2*nameWords)
	from := 0
	for i, w := range words {
		if _, n := x.bylines.at(words, i, "join"); n == 1 && i > 0 {
			if !x.isPerson(strings.TrimSpace(s[from:w.start])) {
				return false
			}
			from = w.end
		}
	}
	return x.isPerson(strings.TrimSpace(s[from:]))
}

// isRoleLine says whether a line says what a writer is and nothing else.
func (x *writers) isRoleLine(s string) bool {
	words := foldMax(s, nameWords)
	_, n := x.bylines.at(words, 0, "role")
	return n > 1 && n == len(words)
}

// isLabel says whether a part of a byline is a word of its form ("By",
// "Posted") instead of a name.
func (x *writers) isLabel(s string) bool {
	words := foldMax(s, x.bylines.longest+1)
	_, n := x.bylines.at(words, 0, "lead")
	return n > 0 && n == len(words) || len(words) == 1 && (x.dateWords.Has(words[0].form) || x.furnitureLine(s) != nil)
}

// isDesk says whether a line is the name of a desk, a team or an agency:
// "Gazette staff", "Metro desk", "Reuters".
func (x *writers) isDesk(s string) bool {
	words := foldMax(s, nameWords+1)
	if len(words) == 0 || len(words) > nameWords || !startsUpper(s) || strings.HasSuffix(s, ":") {
		return false
	}
	if x.agencies.Has(strings.ToLower(strings.Trim(s, " .()"))) {
		return true
	}
	return x.isTeam(s) && !endsSentence(s)
}

// isTeam says whether a name ends as those of desks and teams do: "Web Desk",
// "Harbour Courier Staff".
func (x *writers) isTeam(name string) bool {
	words := foldMax(name, nameWords+1)
	if len(words) == 0 || len(words) > nameWords {
		return false
	}
	_, n := x.bylines.at(words, len(words)-1, "desk")
	return n > 0
}

// unshout writes a name in capitals with capitals and small letters.
func unshout(in *who.Inside, name string) string {
	if !allCaps(name) || len(name) < 5 || !strings.Contains(name, " ") {
		return name
	}
	return titled(in, name)
}
