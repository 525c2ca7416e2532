package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which words are compared: lower case, without
// accents, typographic quotes and dashes replaced by plain ones. White space
// and invisible characters fold to "".
func Fold(word string) string {
	if isASCII(word) {
		return foldASCII(word)
	}
	// Most of what is beyond ASCII in English news is a quotation mark.
	if r, size := utf8.DecodeRuneInString(word); size == len(word) {
		if plain, ok := plainMark(r); ok {
			return plain
		}
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		if plain, ok := plainMark(r); ok {
			b.WriteString(plain)
			continue
		}
		if unicode.Is(unicode.Mn, r) || unicode.IsSpace(r) || !unicode.IsGraphic(r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldASCII(word string) string {
	if len(word) == 1 && word[0] <= ' ' {
		return ""
	}
	for i := 0; i < len(word); i++ {
		if word[i] <= ' ' || word[i] == 0x7f {
			return strings.ToLower(strings.Map(visible, word))
		}
	}
	return strings.ToLower(word)
}

func visible(r rune) rune {
	if r <= ' ' || r == 0x7f {
		return -1
	}
	return r
}

// plainMark maps typographic marks to the plain one that stands for them all.
func plainMark(r rune) (string, bool) {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '〝', '〞', '「', '」', '『', '』':
		return `"`, true
	case '‘', '’', '‚', '‛', '‹', '›', '′', '`':
		return "'", true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case 'ß':
		return "ss", true
	}
	return "", false
}
