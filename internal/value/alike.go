package value

import "strings"

// Shortest names in which one or two letters may be a misspelling; in shorter
// ones they make another name.
const (
	oneSlip  = 4
	twoSlips = 7
)

// CompareNames compares two folded names of persons, organisations or places:
// Same when one is the other or its surname or acronym, Compatible when given
// names are shortened or one is less full, Variant when one is likely a
// misspelling of the other ("tobias rennick", "tobias renwick"), else
// Unrelated.
func CompareNames(a, b string) Relation {
	if a == b {
		return Same
	}
	x, y := dropSuffix(strings.Fields(a)), dropSuffix(strings.Fields(b))
	if len(x) == 0 || len(y) == 0 {
		return Unrelated
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 {
		return compareOne(x[0], y)
	}
	return compareFull(x, y)
}

// dropSuffix drops "jr" and "iii" from a name.
func dropSuffix(words []string) []string {
	for len(words) > 1 && surnameOf(words) != words[len(words)-1] {
		words = words[:len(words)-1]
	}
	return words
}

// compareOne compares a name of one word with a longer or equal one.
func compareOne(x string, y []string) Relation {
	surname := y[len(y)-1]
	switch {
	case x == surname || isInitials(x, y):
		return Same
	case len(y) > 1 && x == y[0]:
		return Compatible
	case len(x) >= oneSlip+1 && isSlip(x, surname):
		return Variant
	}
	return Unrelated
}

// isInitials says whether x is made of the first letters of the words of y,
// small words left out.
func isInitials(x string, y []string) bool {
	x = strings.ReplaceAll(x, ".", "")
	n := 0
	for _, word := range y {
		if word == "of" || word == "and" || word == "the" || word == "for" {
			continue
		}
		if n >= len(x) || x[n] != word[0] {
			return false
		}
		n++
	}
	return n >= 2 && n == len(x)
}

// compareFull compares names of two or more words each.
func compareFull(x, y []string) Relation {
	givenX, givenY := x[0], y[0]
	lastX, lastY := x[len(x)-1], y[len(y)-1]
	isGiven, isLast := givenX == givenY, lastX == lastY
	switch {
	case isGiven && isLast:
		if len(x) == len(y) && len(x) > 2 && x[1][0] != y[1][0] {
			return Compatible
		}
		return Same
	case isLast && (strings.HasPrefix(givenX, givenY) || strings.HasPrefix(givenY, givenX)):
		return Compatible
	case isLast && isSlip(givenX, givenY), isGiven && isSlip(lastX, lastY):
		return Variant
	case isWithin(x, y):
		return Compatible
	}
	return Unrelated
}

// isWithin says whether all words of x stand in y in order.
func isWithin(x, y []string) bool {
	n := 0
	for _, word := range y {
		if n < len(x) && x[n] == word {
			n++
		}
	}
	return n == len(x)
}

// isSlip says whether two words differ by a letter, or two in longer words.
func isSlip(a, b string) bool {
	shorter := min(len(a), len(b))
	switch {
	case shorter >= twoSlips:
		return distance(a, b, 2) <= 2
	case shorter >= oneSlip:
		return distance(a, b, 1) <= 1
	}
	return false
}

// longestWord bounds the work on hostile names.
const longestWord = 64

// distance is the number of letters to add, drop or change to make b of a
// (Levenshtein 1966); most+1 when it is more than most.
func distance(a, b string, most int) int {
	if len(a) > longestWord || len(b) > longestWord || len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var before, row [longestWord + 1]int
	for j := range len(b) + 1 {
		before[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := before[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, before[j+1]+1, row[j]+1)
		}
		before = row
	}
	return min(before[len(b)], most+1)
}

// CompareTitles compares two titles as [stemma.TitleValue] has them: Same when
// they are equal, Compatible when one only says more ("engineer", "consulting
// engineer"), Different otherwise: a deputy is not the chief, a former
// minister no minister.
func CompareTitles(a, b string) Relation {
	if a == b {
		return Same
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || !isWithin(x, y) || headOf(x) != headOf(y) {
		return Different
	}
	for _, word := range y {
		if isRank(word) && !contains(x, word) {
			return Different
		}
	}
	return Compatible
}

// headOf is the noun of a title: the word before "of", or the last.
func headOf(words []string) string {
	for i, word := range words {
		if word == "of" && i > 0 {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// isRank says whether a word changes who a title speaks of. The list is the
// one of en/ranks.txt, short enough to stand here: titles are compared without
// a reader.
func isRank(word string) bool {
	switch word {
	case "former", "ex", "deputy", "vice", "assistant", "associate", "acting", "interim", "co", "chief", "senior", "junior",
		"retired", "late", "under", "sub", "lieutenant", "major", "rear", "brigadier", "elect", "designate", "emeritus",
		"candidate", "nominee", "onetime", "honorary", "head":
		return true
	}
	return false
}
