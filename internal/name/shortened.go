package name

import "strings"

const (
	// leastStem is how many letters of a name stay at least where it is shortened.
	leastStem = 3
	// leastDrawn is how many letters are left out at least where a name is drawn together:
	// where it is one, the name may be misspelled.
	leastDrawn = 2
)

// IsClipped says whether a folded word is the beginning of another one, also as a plural:
// "dems" of "democrats".
func (r *people) IsClipped(short, long string) bool {
	stem := r.clipped.Of(short)
	return strings.HasPrefix(long, short) || len(stem) >= leastStem && strings.HasPrefix(long, stem)
}

// IsShortened says whether one of two folded given names is the other one drawn together
// ("shad", "shahid") or its pet form ("sandy", "sander").
func (r *people) IsShortened(a, b string) bool {
	return isDrawn(a, b) || isDrawn(b, a) || r.isPetForm(a, b) || r.isPetForm(b, a)
}

// isPetForm says whether a name is the beginning of another one with the ending of pet forms.
func (r *people) isPetForm(short, long string) bool {
	stem := r.pet.Of(short)
	return stem != short && len(stem) >= leastStem && strings.HasPrefix(long, stem)
}

// isDrawn says whether the letters of a name stand in another one in that order, the first
// ones at its head.
func isDrawn(short, long string) bool {
	if short == "" || len(long)-len(short) < leastDrawn || short[0] != long[0] {
		return false
	}
	rest := long
	for _, letter := range short {
		_, after, has := strings.Cut(rest, string(letter))
		if !has {
			return false
		}
		rest = after
	}
	return true
}
