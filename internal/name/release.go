package name

import (
	"slices"
	"strings"

	"stemma/internal/language"
)

// Releases knows the words with which a line of a press release begins, and few others do:
// "for immediate release". It is read-only.
type Releases struct {
	marks   [][]string // their words
	counted []string   // words that begin one with a number behind them
	whole   map[string]bool
	firsts  map[string]bool // their first words
	longest int             // how many words a mark has at most
}

// NewReleases readies the words of some languages.
func NewReleases(packs ...*language.Pack) *Releases {
	r := &Releases{whole: map[string]bool{}, firsts: map[string]bool{}}
	for _, p := range packs {
		for _, mark := range p.Table("release-marks").Entries() {
			first, _, _ := strings.Cut(mark, " ")
			r.whole[mark], r.firsts[first] = true, true
			if p.Table("release-marks").Is(mark, "numbered") {
				r.counted = append(r.counted, mark)
				continue
			}
			words := strings.Fields(mark)
			r.marks, r.longest = append(r.marks, words), max(r.longest, len(words))
		}
	}
	return r
}

// Is says whether some words, without the marks around them, are those of a release and
// nothing else but its number: what may head one, "Public Notice 2026/19".
func (r *Releases) Is(words string) bool {
	for first := range strings.FieldsSeq(words) {
		if !r.firsts[strings.ToLower(first)] {
			return false
		}
		break
	}
	fields := strings.Fields(strings.ToLower(words))
	for len(fields) > 1 && strings.ContainsAny(fields[len(fields)-1], "0123456789") {
		fields = fields[:len(fields)-1]
	}
	return r.whole[strings.Join(fields, " ")]
}

// Begins says whether a line begins with such words: "Media contact: Ada Wren".
func (r *Releases) Begins(line string) bool {
	words := make([]string, 0, 8)
	for word := range strings.FieldsSeq(line) {
		if words = append(words, strings.ToLower(word)); len(words) >= r.longest {
			break
		}
	}
	isNumbered := len(words) > 1 && strings.ContainsAny(words[1], "0123456789")
	if isNumbered && slices.Contains(r.counted, words[0]) {
		return true
	}
	return slices.ContainsFunc(r.marks, func(mark []string) bool {
		n := len(mark)
		if n > len(words) || !slices.Equal(words[:n-1], mark[:n-1]) {
			return false
		}
		return strings.TrimRight(words[n-1], ":.,") == mark[n-1]
	})
}

// In says whether one of the lines of a text begins with such words.
func (r *Releases) In(text string) bool {
	for line := range strings.Lines(text) {
		if r.Begins(line) {
			return true
		}
	}
	return false
}
