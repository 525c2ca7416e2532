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
	plain, ascii := isPlain(word)
	switch {
	case plain:
		return word
	case ascii:
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

// isPlain says whether a word is its own folded form, as most are, and whether
// it is ASCII at all.
func isPlain(word string) (plain, ascii bool) {
	plain = true
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c >= utf8.RuneSelf:
			return false, false
		case c <= ' ' || c >= 'A' && c <= 'Z' || c == 0x7f:
			plain = false
		}
	}
	return plain, true
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
