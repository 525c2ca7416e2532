package name

import "strings"

// Transliterated says whether two folded words, met in one another's place in sentences that
// are otherwise alike, are ways to write one name of another script or of another house style:
// Khalid and Halid, Mohammad and Muhammed. Where it says so, nothing was changed.
//
// It is one of three questions about how a name sounds. [SameSpelling] goes by whole words,
// vowels too, and joins names in a registry. [SoundAlike] asks it of two people's surnames, to be
// sure that two are two: it confuses g with k and is deaf to h, but wants two consonants. Here g
// and h count, and one consonant is enough: Anna and Anne in one place are one.
func Transliterated(a, b string) bool { return skeleton(a) == skeleton(b) }

// skeleton leaves of a name what spellings share: its consonants, as they
// sound.
func skeleton(name string) string {
	found := make([]byte, 0, 16)
	for i := 0; i < len(name); {
		c, n := heard(name[i:])
		i += n
		if c != silent && (len(found) == 0 || int(found[len(found)-1]) != c) {
			found = append(found, byte(c))
		}
	}
	return string(found)
}

// silent is the sound of what spellings of one name do not share.
const silent = -1

// heard is how the first letters of a name sound, and how many they are.
func heard(name string) (c, n int) {
	if strings.HasPrefix(name, "sch") {
		return 's', len("sch")
	}
	switch name[:min(2, len(name))] {
	case "sh":
		return 's', 2
	case "kh":
		return 'h', 2
	case "ck":
		return 'k', 2
	case "ph":
		return 'f', 2
	case "th":
		return 't', 2
	}
	return letter(name[0]), 1
}

func letter(c byte) int {
	switch c {
	case 'c', 'q':
		return 'k'
	case 'z':
		return 's'
	case 'w':
		return 'v'
	case 'y', 'j', 'a', 'e', 'i', 'o', 'u', '-', '\'', '.':
		return silent
	}
	return int(c)
}
