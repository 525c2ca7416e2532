package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/language"
)

// mender joins sentences of the annex that belong together.
type mender struct {
	abbreviations language.Table // see the schema: words that may end a sentence, or stand before numbers only
	starters      language.Table // words that begin a sentence after such a one
	initials      language.Table // words behind which an initial begins a name
}

// mend joins neighbouring ranges where the break between them is no end of
// a sentence.
func (m mender) mend(body string, ranges [][2]int) [][2]int {
	if len(ranges) < 2 {
		return ranges
	}
	kept := ranges[:1]
	for _, next := range ranges[1:] {
		last := &kept[len(kept)-1]
		if m.runsOn(body[last[0]:last[1]], body[next[0]:next[1]]) {
			last[1] = next[1]
			continue
		}
		kept = append(kept, next)
	}
	return kept
}

// runsOn says whether the second range goes on with the first one's sentence.
func (m mender) runsOn(before, after string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	after = strings.TrimLeftFunc(after, unicode.IsSpace)
	if before == "" || after == "" {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(after); unicode.IsLower(first) || strings.ContainsRune(",;)]", first) {
		return true
	}
	if !strings.HasSuffix(before, ".") {
		return false
	}
	word := lastWord(before)
	if isInitial(word) && (!endsQuotedOrShort(before) || m.opensName(before, after)) {
		return true
	}
	attributes := m.abbreviations.Of(strings.ToLower(word))
	if attributes == nil {
		return areInitials(word) && (!endsQuotedOrShort(before) || !m.starters.Has(strings.ToLower(firstWord(after))))
	}
	next := firstWord(after)
	switch {
	case len(attributes) == 0:
		return true
	case attributes[0] == beforeNumber:
		return startsWithDigit(next)
	}
	return !m.starters.Has(strings.ToLower(next)) && !strings.ContainsRune("\"“‘'«„", firstRune(after))
}

// lastWord is the word before the closing full stop, with inner stops: "U.S".
func lastWord(s string) string {
	s = strings.TrimSuffix(s, ".")
	start := strings.LastIndexFunc(s, func(r rune) bool {
		return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if start < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[start:])
	return s[start+size:]
}

func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isInitial says whether the word is one capital letter, as in "Gregory M."
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

// areInitials says whether the word is two capital letters with a full stop
// between, as in "J.R. Ito"; what has more is mostly a body.
func areInitials(word string) bool {
	first, second, two := strings.Cut(word, ".")
	return two && isInitial(first) && isInitial(second)
}

// endsQuotedOrShort keeps list items and "Plan B." apart from initials: an
// initial stands after a capitalised name or the comma of a quotation, or opens
// the sentence.
func endsQuotedOrShort(before string) bool {
	before = strings.TrimRightFunc(before[:strings.LastIndexFunc(before, unicode.IsSpace)+1], unicode.IsSpace)
	if before == "" || quotedComma(before) {
		return false
	}
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return !unicode.IsUpper(firstRune(word))
}

// opensName says whether the initial that a range ends with begins a name: "said J." before
// "Moe", or one of several.
func (m mender) opensName(before, after string) bool {
	words := strings.Fields(before[max(0, len(before)-longestLead):])
	k := len(words) - 1
	for k > 0 && isInitial(strings.TrimSuffix(words[k], ".")) {
		k--
	}
	return m.initials.Has(words[k]) && !m.starters.Has(strings.ToLower(firstWord(after)))
}

// longestLead is how many bytes before an initial are looked at.
const longestLead = 40

// quotedComma says whether the text ends with a comma inside quotation marks:
// “It is late,” J. Ito said.
func quotedComma(text string) bool {
	inside := strings.TrimRight(text, "\"”’'»")
	return inside != text && strings.HasSuffix(inside, ",")
}

// beforeNumber is the attribute of abbreviations that are common words too ("no.")
// and count as such only before a digit.
const beforeNumber = "before-number"

func startsWithDigit(s string) bool { return unicode.IsDigit(firstRune(s)) }
