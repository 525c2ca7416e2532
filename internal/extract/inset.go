package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
)

const (
	// insetBytes is how long the links are at most that run into prose, insetName how many
	// words the name that opens them has.
	insetBytes = 700
	insetName  = 8
)

// insetLabels are the labels that end such a box, in capitals as they stand there.
func insetLabels(table language.Table) (labels []string) {
	for _, entry := range table.Entries() {
		if table.Is(entry, "inset") {
			labels = append(labels, strings.ToUpper(entry))
		}
	}
	slices.Sort(labels)
	return labels
}

// partInsets parts the paragraphs into whose sentences a box about a name has run: the name
// again, in full, headlines that are glued to it, and the label of a link: "Ada Wren Ada
// Lund WrenKeeper leaves mill Mill shut MORE left it".
func partInsets(x *lexicon, text string, units []unit) []unit {
	var parted []unit
	for i, u := range units {
		var found [][2]int
		if u.kind == stemma.Paragraph {
			found = insetsIn(x, text[u.start:u.end])
		}
		if len(found) > 0 && parted == nil {
			parted = append(make([]unit, 0, len(units)+2*len(found)), units[:i]...)
		}
		if parted == nil {
			continue
		}
		at, end := u.start, u.end
		for _, r := range found {
			inset := unit{start: u.start + r[0], end: u.start + r[1], kind: stemma.Boilerplate}
			parted = append(parted, part(text, u, at, inset.start), inset)
			at = inset.end
		}
		if strings.TrimSpace(text[at:end]) != "" {
			parted = append(parted, part(text, u, at, end))
		}
	}
	if parted == nil {
		return units
	}
	return parted
}

// part is a part of a unit without the blanks around it.
func part(text string, u unit, start, end int) unit {
	body := text[start:end]
	u.start = start + len(body) - len(strings.TrimLeft(body, " \u00a0"))
	u.end = u.start + len(strings.Trim(body, " \u00a0"))
	u.text = text[u.start:u.end]
	return u
}

// insetsIn gives the ranges of a line that are boxes about a name.
func insetsIn(x *lexicon, line string) (found [][2]int) {
	for _, label := range x.insets {
		last := 0
		for at := 0; ; {
			n := strings.Index(line[at:], label)
			if n < 0 {
				break
			}
			at += n + len(label)
			if next, _ := utf8.DecodeRuneInString(line[at:]); unicode.IsLetter(next) {
				continue
			}
			if start := insetStart(line[:at], max(last, at-insetBytes)); start > 0 {
				start, _ = nextField(line, start)
				found, last = append(found, [2]int{start, at}), at
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return a[0] - b[0] })
	return found
}

// insetStart is where a box begins that ends with a line, at from or later: behind a name
// that is told again, in full, and run into what follows it; 0 where there is none.
func insetStart(line string, from int) int {
	words := fieldsOf(line, from)
	for j := range words.at {
		if words.again(j, true) > 0 {
			return words.at[j][1]
		}
	}
	for j := range words.at {
		if words.again(j, false) == 0 {
			continue
		}
		for words.again(j+1, false) > 0 { // "Ada Wren Ada Lund Wren": not the given name
			j++
		}
		return words.at[j][1]
	}
	return 0
}

// fields are the words of a line, and where they stand in it.
type fields struct {
	line string
	at   [][2]int
}

func fieldsOf(line string, from int) (f fields) {
	f.line = line
	for from < len(line) {
		start, end := nextField(line, from)
		if start == end {
			break
		}
		f.at, from = append(f.at, [2]int{start, end}), end
	}
	return f
}

func (f fields) word(i int) string { return f.line[f.at[i][0]:f.at[i][1]] }

// again is the word, at most insetName words on and behind names only, that tells the j-th
// again; glued where what follows has run into it. 0 for none.
func (f fields) again(j int, glued bool) int {
	if j >= len(f.at) {
		return 0
	}
	name := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(f.word(j), "'s"), "’s"), ",.;:")
	if utf8.RuneCountInString(name) < 2 || !startsUpper(name) {
		return 0
	}
	for i := j + 1; i < min(len(f.at), j+1+insetName); i++ {
		rest, told := strings.CutPrefix(f.word(i), name)
		if told && (rest != "") == glued && runsOn(rest, f.line[f.at[i][1]:]) {
			return i
		}
		if !startsUpper(strings.TrimLeft(f.word(i), "(")) {
			break
		}
	}
	return 0
}

// runsOn says whether a headline has run into a name: what stands behind it is no mark, and
// begins as a headline does.
func runsOn(rest, behind string) bool {
	if rest == "" {
		rest = strings.TrimLeft(behind, " \u00a0")
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "'\"‘“"))
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}
