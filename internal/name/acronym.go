package name

import "strings"

// shortestAcronym is how many letters a name has that is spelt out by another:
// two letters begin too many names.
const shortestAcronym = 3

// SpellsOut says whether a name is what an outlet's letters stand for: they begin
// its words, in order, and go on in the last one, which may be made of several
// ("Northern Telegraphservice", NTS). [Registry.Compare] knows letters that begin one
// word each.
func SpellsOut(r *Registry, written, letters string) bool {
	words := strings.Fields(written)
	if len(words) > 0 && r.words[foldWord(words[0])]&article != 0 {
		words = words[1:]
	}
	n := len(letters)
	if n < shortestAcronym || len(words) < 2 || len(words) > n || letters != strings.ToUpper(letters) {
		return false
	}
	for i, word := range words {
		if strings.ToUpper(word)[0] != letters[i] {
			return false
		}
	}
	rest := strings.ToUpper(words[len(words)-1])[1:]
	for _, letter := range letters[len(words):] {
		_, behind, found := strings.Cut(rest, string(letter))
		if !found {
			return false
		}
		rest = behind
	}
	return true
}
