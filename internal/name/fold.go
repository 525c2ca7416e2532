package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestName bounds, in bytes, what is read of a name.
const longestName = 300

// fold writes a word in small letters without accents.
func fold(word string) string {
	if word = strings.ToLower(word); isPlain(word) {
		return word
	}
	var b strings.Builder
	for _, c := range norm.NFD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case plain(c) != "":
			b.WriteString(plain(c))
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// plain is the usual spelling of a letter that has no accent to lose.
func plain(c rune) string {
	switch c {
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ':
		return "d"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	}
	return ""
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// fields cuts a name into words as they are written: at white space and marks,
// but not at full stops and apostrophes, which belong to words.
func fields(name string) []string {
	if len(name) > longestName {
		name = strings.ToValidUTF8(name[:longestName], "")
	}
	return strings.FieldsFunc(strings.ReplaceAll(name, "’", "'"), func(c rune) bool {
		return c != '.' && c != '\'' && !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.M, c)
	})
}

// foldWord folds a word without its full stops and a possessive ending.
func foldWord(field string) string {
	if isFolded(field) {
		return field
	}
	field = strings.ToLower(strings.TrimSuffix(strings.Trim(field, "."), "'"))
	if field = strings.TrimSuffix(field, straightOwner); isFolded(field) {
		return field
	}
	return fold(strings.Map(func(c rune) rune {
		if c == '.' || c == '\'' {
			return -1
		}
		return c
	}, field))
}

// squash is a name's folded letters and digits, without anything between.
func squash(name string) string {
	if isFolded(name) {
		return name
	}
	var b strings.Builder
	for _, f := range fields(name) {
		b.WriteString(foldWord(f))
	}
	return b.String()
}

// isFolded says whether a name is small letters and nothing else, as most
// entries of tables are.
func isFolded(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func startsLower(s string) bool {
	for _, c := range s {
		return unicode.IsLower(c)
	}
	return false
}
