package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstForeign is where the first byte stands that is not ASCII.
func firstForeign(line string) int {
	at := 0
	for ; at+8 <= len(line) && eightAt(line, at)&0x8080808080808080 == 0; at += 8 {
	}
	for at < len(line) && line[at] < utf8.RuneSelf {
		at++
	}
	return at
}

// typed writes a line as a first look can read it: letters small where they are not
// ASCII, typographic marks as the marks of ASCII that they stand for, so that of the
// other bytes all are of words. It is false for a line that has something else: no
// other sign is known to leave the kind of a line as it is. What it gives is never
// longer than the line.
func typed(line string) (string, bool) {
	at := firstForeign(line)
	if at == len(line) {
		return line, true
	}
	var b strings.Builder
	b.Grow(len(line))
	for at < len(line) {
		b.WriteString(line[:at])
		r, n := utf8.DecodeRuneInString(line[at:])
		small, ok := typedRune(r)
		if !ok || utf8.RuneLen(small) > n {
			return "", false
		}
		b.WriteRune(small)
		line = line[at+n:]
		at = firstForeign(line)
	}
	b.WriteString(line)
	return b.String(), true
}

// firstDense is the first character of the scripts that are written without blanks.
const firstDense = 0x2e80

func typedRune(r rune) (small rune, ok bool) {
	switch r {
	case '‘', '’', '‚', '′':
		return '\'', true
	case '“', '”', '„', '«', '»', '″':
		return '"', true
	case '–', '—', '―', '‑':
		return '-', true
	case '…':
		return '.', true
	case '£', '€':
		return '$', true
	case '\u00a0', '\u2009', '\u202f':
		return ' ', true
	case '©':
		return r, true
	}
	return unicode.ToLower(r), unicode.IsLetter(r) && r < firstDense
}
