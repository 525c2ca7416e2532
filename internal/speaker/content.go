package speaker

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
)

// contentWords adds the words of an attribution's content that mean something.
func contentWords(to []string, a *stemma.Attribution, words Words) []string {
	for _, s := range a.Content {
		to = slices.Grow(to, min(len(s.Text)/contentBytes+1, maxContent-len(to)))
		for at := 0; at < len(s.Text) && len(to) < maxContent; {
			start, end := nextWord(s.Text, at)
			if at = end; start == end {
				break
			}
			w := strings.ToLower(s.Text[start:end])
			if len(w) <= 3 && w[0] > '9' {
				continue
			}
			if words.Empty(w) {
				continue
			}
			if w = words.Singular(w); !slices.Contains(to, w) {
				to = append(to, w)
			}
		}
	}
	return to
}

// nextWord returns the next run of letters and digits, to which all that is
// not ASCII is counted.
func nextWord(s string, at int) (start, end int) {
	for at < len(s) && !wordByte(s[at]) {
		at++
	}
	start = at
	for at < len(s) && wordByte(s[at]) {
		at++
	}
	return start, at
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}

const maxContent = 80

// contentBytes is about as much as news has for each word that means something; it is only to
// set room aside.
const contentBytes = 12
