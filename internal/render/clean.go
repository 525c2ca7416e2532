package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks may stack on one letter. No living
// orthography needs more; text that climbs out of its line does.
const maxMarks = 4

// clean makes text of a report safe to show: control characters become their
// pictures (␛), bidirectional overrides, which can make text read as something
// that it is not, become visible names (‹U+202E›), characters that cannot be
// seen at all are dropped, and every run of white space is one space.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.TrimSpace(cleanPiece(s))
}

// cleanPiece is clean for a piece out of a longer text: a space at either end
// is kept, since the neighbours need it.
func cleanPiece(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space, marks := false, 0
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if invisible(r) {
			continue
		}
		if marks = countMarks(r, marks); marks > maxMarks {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		writeVisible(&b, r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// isPlain says whether s is single-spaced, trimmed printable ASCII.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
		if s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			return false
		}
	}
	return true
}

func countMarks(r rune, before int) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return before + 1
	}
	return 0
}

func writeVisible(b *strings.Builder, r rune) {
	switch {
	case r < 0x20:
		b.WriteRune(0x2400 + r)
	case r == 0x7f:
		b.WriteRune('␡')
	case r >= 0x80 && r < 0xa0:
		b.WriteRune(utf8.RuneError)
	case overrides(r):
		fmt.Fprintf(b, "‹U+%04X›", r)
	default:
		b.WriteRune(r)
	}
}

// overrides says whether r forces a direction on the text after it.
func overrides(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// invisible says whether r has no shape of its own. Joiners stay: emoji and
// several scripts need them.
func invisible(r rune) bool {
	switch {
	case r == 0x200c || r == 0x200d:
		return false
	case r >= 0x200b && r <= 0x200f, r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f:
		return true
	case r >= 0xe0000 && r <= 0xe0fff, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return r == 0x00ad || r == 0x061c || r == 0x180e || r == 0xfeff
}

// clip shortens s to at most n characters, at a space where there is one, and
// marks the cut.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:max(n-1, 0)]
	for i := len(runes) - 1; i > 2*n/3; i-- {
		if runes[i] == ' ' {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRight(string(runes), " ,;:–—") + "…"
}
