package extract

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a line, folded for the tables: lower case, without the
// marks around it (a colon at its end stays), "0" for any number.
type word struct {
	form       string
	start, end int // bytes of the line, with the marks
}

// maxLineWords is how many words of a line are looked at when its kind is
// judged; nothing but prose is longer.
const maxLineWords = 80

// wordBytes is less than a word of news has on average, with the blank after
// it; it is only to set room aside.
const wordBytes = 5

// fold cuts the beginning of a line into at most maxLineWords words.
func fold(line string) []word { return foldMax(line, maxLineWords) }

func foldMax(line string, limit int) []word {
	return foldOnto(make([]word, 0, min(limit, len(line)/wordBytes+1)), line, limit)
}

// foldOnto adds the words of a line to an empty list.
func foldOnto(words []word, line string, limit int) []word {
	for at := 0; at < len(line) && len(words) < limit; {
		start, end := nextField(line, at)
		if start == end {
			break
		}
		if form := foldWord(line[start:end]); form != "" {
			words = append(words, word{form, start, end})
		}
		at = end
	}
	return words
}

// nextField returns the next run of bytes that are not white space.
func nextField(s string, at int) (start, end int) {
	for at < len(s) {
		if c := s[at]; c > ' ' && c < utf8.RuneSelf {
			break
		} else if c == ' ' {
			at++
			continue
		}
		space, n := spaceAt(s, at)
		if !space {
			break
		}
		at += n
	}
	start = at
	for at < len(s) {
		if c := s[at]; c > ' ' && c < utf8.RuneSelf {
			at++
			continue
		} else if c == ' ' {
			break
		}
		space, n := spaceAt(s, at)
		if space {
			break
		}
		at += n
	}
	return start, at
}

// spaceAt says whether the character at a byte is white space, and how long it
// is.
func spaceAt(s string, at int) (space bool, n int) {
	if c := s[at]; c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r', 1
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	return unicode.IsSpace(r), n
}

func foldWord(field string) string {
	if smallLetters(field) {
		return field
	}
	colon := strings.HasSuffix(field, ":")
	form := trimWord(field)
	if form == "" {
		return ""
	}
	if !smallLetters(form) {
		form = strings.ToLower(form)
		if strings.IndexByte(form, apostropheByte) >= 0 {
			form = strings.ReplaceAll(form, "’", "'")
		}
		if form[0] >= '0' && form[0] <= '9' && strings.Trim(form, "0123456789") == "" {
			form = "0"
		}
	}
	if colon {
		form += ":"
	}
	return form
}

// apostropheByte is the last byte of ’ in UTF-8: where it is not, there is none.
const apostropheByte = 0x99

// trimWord cuts off the marks around a word.
func trimWord(field string) string {
	start, end := 0, len(field)
	for start < end && field[start] < utf8.RuneSelf && !isWordRune(rune(field[start])) {
		start++
	}
	for end > start && field[end-1] < utf8.RuneSelf && !isWordRune(rune(field[end-1])) {
		end--
	}
	if start == end || field[start] < utf8.RuneSelf && field[end-1] < utf8.RuneSelf {
		return field[start:end]
	}
	return strings.TrimFunc(field[start:end], func(r rune) bool { return !isWordRune(r) })
}

// smallLetters says whether a word is its own folded form at first sight.
func smallLetters(field string) bool {
	for i := 0; i < len(field); i++ {
		if field[i] < 'a' || field[i] > 'z' {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '&'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '©'
}

// endsSentence says whether a line ends as a sentence does: with a full stop,
// question or exclamation mark or an ellipsis, and perhaps closing quotation
// marks or brackets after it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]› \t\u00a0*")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".?!…。？！", r)
}

// startsLower says whether the first letter of a line, before which only
// opening marks stand, is one that no sentence begins with.
func startsLower(line string) bool {
	for _, r := range line {
		if unicode.IsLetter(r) {
			return !unicode.IsUpper(r) && !unicode.IsTitle(r)
		}
		if unicode.IsDigit(r) || !strings.ContainsRune("\"'“‘«([", r) {
			return false
		}
	}
	return false
}

func startsUpper(line string) bool {
	for _, r := range line {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r) || unicode.IsTitle(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// allCaps says whether a line has capitals and no small letters.
func allCaps(line string) bool {
	caps := 0
	for _, r := range line {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			caps++
		}
	}
	return caps > 1
}

// titleCase says whether every longer word of a line begins with a capital.
func titleCase(line string) bool {
	n := 0
	for at := 0; at < len(line); {
		start, end := nextField(line, at)
		if start == end {
			break
		}
		field := strings.TrimFunc(line[start:end], func(r rune) bool { return !isWordRune(r) })
		if len(field) >= 5 && startsLower(field) {
			return false
		}
		n++
		at = end
	}
	return n > 0
}

// countWords counts the words of s up to a limit. Where a script is written
// without blanks, two characters count as a word.
func countWords(s string, limit int) int {
	n, inside := 0, false
	for i := 0; i < len(s); i++ {
		if i+8 <= len(s) && n+4 < limit {
			if begins, ends, ok := wordsIn(eightAt(s, i)); ok {
				if n += begins; inside && s[i] != ' ' {
					n--
				}
				inside = ends
				i += 7
				continue
			}
		}
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return countAll(s[i:], limit, n, inside)
		case c == ' ' || c >= '\t' && c <= '\r':
			inside = false
		case !inside:
			if n == limit {
				return limit
			}
			n++
			inside = true
		}
	}
	return min(n, limit)
}

// wordsIn is how many words begin in eight bytes, as if a blank stood before them, and
// whether the last byte is of one; ok where they are blanks and what else is shown of ASCII.
func wordsIn(eight uint64) (begins int, inside, ok bool) {
	const high = 0x8080808080808080
	if eight&high != 0 || (eight-0x2020202020202020)&high != 0 {
		return 0, false, false
	}
	of := (eight + 0x5f5f5f5f5f5f5f5f) & high // of a byte above ' '
	return bits.OnesCount64(of &^ (of << 8)), of>>63 != 0, true
}

// countAll is countWords of what follows n words, or stands inside the last of them.
func countAll(s string, limit, n int, inside bool) int {
	dense := 0
	for _, r := range s {
		if n+dense/2 >= limit {
			return limit
		}
		switch {
		case r > ' ' && r < utf8.RuneSelf && inside:
		case r >= 0x2e80 && r < 0xd800:
			dense++
			inside = false
		case unicode.IsSpace(r):
			inside = false
		case !inside:
			n++
			inside = true
		}
	}
	return n + dense/2
}
