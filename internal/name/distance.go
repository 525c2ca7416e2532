package name

// longestWord bounds, in bytes, the work on hostile names.
const longestWord = 64

// Distance is the number of letters to add, drop or change to make b of a
// (Levenshtein 1966), or most+1 when it is more than most.
func Distance(a, b string, most int) int {
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

// Shortest names in which one or two letters may be a misspelling; in shorter
// ones they make another name.
const (
	oneSlip  = 4
	twoSlips = 7
)

// IsSlip says whether two folded words differ by a letter, or by two in longer
// words, as one word and its misspelling do.
func IsSlip(a, b string) bool {
	shorter := min(len(a), len(b))
	switch {
	case shorter >= twoSlips:
		return Distance(a, b, 2) <= 2
	case shorter >= oneSlip:
		return Distance(a, b, 1) <= 1
	}
	return false
}
