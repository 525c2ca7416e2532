package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// joinAcronyms makes one of a body and the letters that stand for it, where only one of
// the pile can be meant: "Federal Bureau of Investigation", "FBI". Two letters stand for
// too many, unless a report has both names.
func joinAcronyms(j *joiner) {
	full := map[shortened][]int{}
	for i := range j.nodes {
		if n := &j.nodes[i]; isBody(n) {
			for _, letters := range acronymsOf(n.entity.Name) {
				key := shortenedTo(letters, n.report)
				full[key] = append(full[key], i)
			}
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if !isBody(n) || n.entity.Name != strings.ToUpper(n.entity.Name) {
			continue
		}
		key := shortenedTo(strings.ReplaceAll(n.entity.Name, ".", ""), n.report)
		if k := onlyRoot(j, full[key]); k >= 0 && k != j.find(i) {
			j.unite(k, i)
		}
	}
}

// shortened is letters that may stand for a body, and the report that has its name; -1
// where any may have it.
type shortened struct {
	letters string
	report  int
}

func shortenedTo(letters string, report int) shortened {
	if len(letters) >= leastLetters {
		report = -1
	}
	return shortened{letters, report}
}

// onlyRoot is the entity that some nodes are forms of; -1 where they are of several.
func onlyRoot(j *joiner, among []int) int {
	found := -1
	for _, k := range among {
		if found >= 0 && j.find(k) != found {
			return -1
		}
		found = j.find(k)
	}
	return found
}

func isBody(n *node) bool { return n.kind == stemma.Organisation && n.entity.Named }

// acronymsOf gives the letters that may stand for a name of several words: the first ones
// of its capitalised words, and of those before the last small word if they are many enough:
// "Centers for Disease Control and Prevention", CDC.
func acronymsOf(name string) []string {
	var letters, before []byte
	words := strings.Fields(name)
	for i, w := range words {
		switch r, _ := utf8.DecodeRuneInString(w); {
		case r >= utf8.RuneSelf:
			return nil
		case unicode.IsUpper(r):
			letters = append(letters, byte(r))
		case i > 0 && i+2 == len(words):
			before = letters[:len(letters):len(letters)]
		}
	}
	switch {
	case len(letters) < 2 || len(letters) == 2 && len(words) > 2:
		return nil
	case len(before) >= leastLetters:
		return []string{string(letters), string(before)}
	}
	return []string{string(letters)}
}

// leastLetters is how many letters stand for a name without its report at least, or for the
// beginning of one. Of 83 bodies joined so in a mixed pile of 21,578 reports about five are
// wrong; of two letters more are.
const leastLetters = 3
