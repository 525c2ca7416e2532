package name

import "strings"

// SameSpelling says whether two folded words may be one name that is only
// transcribed otherwise: Sergei and Sergey, Mikhail and Mihail. The letters
// are those in which the romanisations of Russian, Ukrainian and Arabic that
// news agencies use differ; two names that come out equal are one, also where
// each is a name of its own right (Philip, Filip).
func SameSpelling(a, b string) bool {
	return a == b || len(a) > 1 && len(b) > 1 && transcribed(a) == transcribed(b)
}

// SoundAlike says whether the surnames of two people, their last words, may be one that
// two reporters heard: the consonants are the same, as far as spellings tell them apart.
// It joins what [Registry.ComparePeople] holds apart, and is for those who must be sure
// that two are two.
func SoundAlike(a, b string) bool {
	x, y := consonants(bareSurname(a)), consonants(bareSurname(b))
	return len(x) > 1 && x == y
}

// bareSurname is the last word of a name without the article that is tied to it, which one
// reporter writes and another leaves out: "Rashid" of "Omar al-Rashid".
func bareSurname(name string) string {
	const article = 3
	last := lastWord(name)
	if tied, rest, is := strings.Cut(last, "-"); is && len(tied) <= article {
		return rest
	}
	return last
}

// consonants are the consonants of a word, of those that spellings confuse always the same.
func consonants(word string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'j', 'h':
			return -1
		case 'c', 'g':
			return 'k'
		case 'z':
			return 's'
		}
		return c
	}, transcribed(fold(word)))
}

// transcribed writes a word with one letter for those that are put for one
// another, and no letter twice.
func transcribed(word string) string {
	var b strings.Builder
	var last byte
	for i := 0; i < len(word); {
		to, n := sound(word[i:])
		for k := range len(to) {
			if to[k] != last {
				b.WriteByte(to[k])
			}
			last = to[k]
		}
		i += n
	}
	return b.String()
}

// sound is the usual spelling of the letters that s begins with, and how many
// they are.
func sound(s string) (string, int) {
	if usual, n := soundOfSeveral(s); n > 0 {
		return usual, n
	}
	if len(s) > 1 {
		if usual := soundOfTwo(s[:2]); usual != "" {
			return usual, 2
		}
	}
	return soundOfOne(s[:1]), 1
}

// soundOfSeveral is the usual spelling of the three or four letters that s begins with, where they
// are one sound: "Tschaikowski"; 0 letters where they are none.
func soundOfSeveral(s string) (string, int) {
	switch {
	case strings.HasPrefix(s, "yev"), strings.HasPrefix(s, "iev"):
		return "ev", 3
	case strings.HasPrefix(s, "tsch"):
		return "ch", 4
	case strings.HasPrefix(s, "tch"):
		return "ch", 3
	case strings.HasPrefix(s, "dzh"):
		return "j", 3
	}
	return "", 0
}

// soundOfTwo is the usual spelling of two letters that are one sound: "Khaled", "Halid"; "" where
// they are none.
func soundOfTwo(letters string) string {
	switch letters {
	case "iy", "ij", "yi":
		return "i"
	case "ey":
		return "ei"
	case "kh":
		return "h"
	case "cz":
		return "ch"
	case "ph":
		return "f"
	case "ck":
		return "k"
	case "ou", "oo":
		return "u"
	case "dj", "zh":
		return "j"
	}
	return ""
}

// soundOfOne is the usual spelling of a letter: "Yusuf", "Iusuf".
func soundOfOne(letter string) string {
	switch letter {
	case "y":
		return "i"
	case "x":
		return "ks"
	case "q":
		return "k"
	case "w":
		return "v"
	}
	return letter
}
