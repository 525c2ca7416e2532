package vector

import "strings"

// LeastStem is the fewest letters that two forms of a word must share: below
// it, chance makes pairs such as "as" and "ass".
const LeastStem = 3

// SameStem says whether two folded words are regular English forms of one
// word: plural or third person, -ed, -ing, possessive. It compares what
// follows the letters that they share, so it allocates nothing. Irregular
// forms ("went") are beyond it. The endings stand here and in no table, since they go with the
// vectors, which are of one language and built in.
func SameStem(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < LeastStem {
		return false
	}
	stem, x, y := a[:n], a[n:], b[n:]
	if len(x) > len(y) || (len(x) == len(y) && x > y) {
		x, y = y, x
	}
	return endings(stem, x, y)
}

// endings says whether the ending x, the shorter one, and y both make forms of
// the stem.
func endings(stem, x, y string) bool {
	last := stem[len(stem)-1]
	switch {
	case y == "'s" || y == "'":
		return x == "" || x == "s"
	case x == "" && y == "s":
		return last != 's' && last != 'u' && last != 'i'
	case x == "" && y == "es":
		return strings.IndexByte("sxzo", last) >= 0 || strings.HasSuffix(stem, "ch") || strings.HasSuffix(stem, "sh")
	case x == "" && y == "d", x == "d" && y == "s":
		return last == 'e'
	}
	return verbal(stem, x, y)
}

// verbal covers the endings -ed and -ing, with e dropped ("move", "moving"),
// y turned ("carry", "carried") or a consonant doubled ("stop", "stopped").
func verbal(stem, x, y string) bool {
	last := stem[len(stem)-1]
	switch x + "/" + y {
	case "/ed", "/ing", "s/ed", "s/ing":
		return !isVowel(last)
	case "ed/ing", "e/ing", "es/ing", "y/ies", "y/ied", "ied/ying", "ies/ying":
		return hasVowel(stem) || len(stem) > LeastStem
	}
	if len(y) < 3 || y[0] != last || isVowel(last) || last == 's' {
		return false
	}
	return (x == "" || x == "s") && (y[1:] == "ed" || y[1:] == "ing")
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// IsEnding says whether what follows upon a stem may be an ending of one of two forms
// that [SameStem] says are of one word: who looks for all such pairs among many words
// needs to compare those only of which one stem is left without an ending.
func IsEnding(stem, ending string) bool {
	switch ending {
	case "", "s", "es", "d", "ed", "ing", "e", "y", "ies", "ied", "ying", "'", "'s":
		return true
	}
	doubled := stem != "" && ending != "" && ending[0] == stem[len(stem)-1]
	return doubled && (ending[1:] == "ed" || ending[1:] == "ing")
}
