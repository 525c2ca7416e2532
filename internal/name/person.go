package name

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Person is a person's name, taken apart; all words are folded.
type Person struct {
	Given      []string // given names and initials in order
	Surname    string   // with its particles ("von der leyen"); the only word of a name of one
	Generation string   // "jr", "sr", "iii", or ""
	Nickname   string   // what stands in quotation marks or brackets inside the name
	gender     part     // of a courtesy title: male, female
}

// Person takes a person's name apart. Titles in front of it are left out.
func (r *people) Person(written string) Person {
	var p Person
	written, p.Nickname = cutNickname(written)
	words := r.personWords(written)
	if n := len(words); n > 1 && r.words[words[n-1]]&generation != 0 {
		p.Generation, words = r.generationOf(words[n-1]), words[:n-1]
	}
	words = r.afterTitles(words, &p)
	if len(words) == 0 {
		return p
	}
	at := len(words) - 1
	for at > 1 && r.words[words[at-1]]&particle != 0 || at == 1 && len(words) > 1 && r.words[words[0]]&particle != 0 {
		at--
	}
	p.Given, p.Surname = words[:at], strings.Join(words[at:], " ")
	return p
}

// cutNickname takes the nickname out of a name: Walter “Patch” Dunmore.
func cutNickname(written string) (rest, nickname string) {
	for _, marks := range []string{"“”", `""`, "‘’", "()", "„“", "«»"} {
		open, size := utf8.DecodeRuneInString(marks)
		from := strings.IndexRune(written, open)
		if from < 0 {
			continue
		}
		inside, behind, ok := strings.Cut(written[from+size:], marks[size:])
		if ok && strings.TrimSpace(written[:from]+behind) != "" {
			return written[:from] + " " + behind, squash(inside)
		}
	}
	return written, ""
}

// personWords folds the words of a name; initials that stand together ("W.J.")
// are words of their own, and what a hyphen joins is one.
func (r *people) personWords(written string) []string {
	var words []string
	for _, f := range fields(strings.ReplaceAll(written, "-", "")) {
		if letters := strings.Split(strings.Trim(f, "."), "."); len(letters) > 1 && len(f) <= 2*len(letters) {
			for _, l := range letters {
				if w := fold(l); w != "" { // "W..J."
					words = append(words, w)
				}
			}
			continue
		}
		if w := foldWord(f); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// generationOf gives the short form of what tells the generation.
func (r *people) generationOf(word string) string {
	if short, ok := r.given[word]; ok {
		return short
	}
	return word
}

// afterTitles drops the titles in front of a name, and an office with them
// ("Secretary of State Marco Rubio").
func (r *people) afterTitles(words []string, p *Person) []string {
	at := 0
	for i := 0; i+1 < len(words); i++ {
		play := r.words[words[i]]
		if r.isGiven(words[i]) {
			break
		}
		if play&courtesy == 0 {
			continue
		}
		p.gender |= play & (male | female)
		at = i + 1
	}
	if at == 0 || r.words[words[at]]&(small|article) == 0 {
		return words[at:]
	}
	for i := at; i+1 < len(words); i++ {
		if r.isGiven(words[i]) {
			return words[i:]
		}
	}
	return words[len(words)-1:]
}

func (r *people) isGiven(word string) bool { return r.firstnames[word] }

func (r *people) comparePeople(x, y Person) Likeness {
	switch {
	case x.Surname == "" || y.Surname == "":
		return Other
	case contradict(x.Generation, y.Generation), x.gender|y.gender == male|female && x.gender != y.gender:
		return Other
	case len(x.Given) > 0 && len(y.Given) > 0:
		return r.compareFull(x, y)
	case len(x.Given) > 0:
		x, y = y, x
	}
	if sameSurname(x.Surname, y.Surname) || len(y.Given) > 0 && x.Surname == y.Given[0] || x.Surname == y.Nickname {
		return Part
	}
	if isSlipOf(x.Surname, lastWord(y.Surname)) {
		return Variant
	}
	return Other
}

func contradict(a, b string) bool { return a != "" && b != "" && a != b }

// isSlipOf is IsSlip for surnames that stand alone, which must be longer to be
// told from others.
func isSlipOf(a, b string) bool { return min(len(a), len(b)) > oneSlip && IsSlip(a, b) }

// compareFull compares two names that have given names.
func (r *people) compareFull(x, y Person) Likeness {
	first := r.compareFirst(x.Given[0], y.Given[0])
	given := r.compareGiven(x, y, first)
	switch {
	case !sameSurname(x.Surname, y.Surname):
		return otherSurnames(x, y, given)
	case first == Other && (isWithin(x, y) || goesByMiddle(r, x, y) || goesByMiddle(r, y, x)):
		return Part
	case first == Other && IsSlip(x.Given[0], y.Given[0]):
		return Variant
	case given == Same && x.Generation != y.Generation:
		return Part
	}
	return given
}

// otherSurnames compares two people whose surnames differ: by a slip, or
// because one name leaves the second surname out ("Andrés Manuel López").
func otherSurnames(x, y Person, given Likeness) Likeness {
	switch {
	case given == Other:
		return Other
	case isWithin(x, y):
		return Part
	case given == Same && IsSlip(x.Surname, y.Surname):
		return Variant
	}
	return Other
}

// compareGiven compares the given names, the first of which have that likeness:
// a nickname may stand for the first one, and those in the middle have the same
// first letters where both have them.
func (r *people) compareGiven(x, y Person, likeness Likeness) Likeness {
	if likeness == Other && (r.goesBy(x, y) || r.goesBy(y, x)) {
		likeness = Part
	}
	for i := 1; i < len(x.Given) && i < len(y.Given); i++ {
		if first, other := x.Given[i], y.Given[i]; first[0] != other[0] {
			return Other
		}
	}
	return likeness
}

// goesBy says whether a person's nickname is another one's first name.
func (r *people) goesBy(x, y Person) bool { return x.Nickname != "" && x.Nickname == y.Given[0] }

// goesByMiddle says whether the only given name of one is a form of a later one of the
// other, whose first is an initial: "Chris Stevens" of "J. Christopher Stevens".
func goesByMiddle(r *people, x, y Person) bool {
	return len(x.Given) == 1 && len(y.Given) > 1 && len(x.Given[0]) > 1 && len(y.Given[0]) == 1 &&
		r.compareFirst(x.Given[0], y.Given[1]) != Other
}

// leastPrefix is how many letters a given name has at least that may be the
// beginning of a longer one: "Chris", "Ben".
const leastPrefix = 3

// compareFirst compares two given names: Part where one is the other's initial
// or a short form of it, Same where they are spelled otherwise only.
func (r *people) compareFirst(a, b string) Likeness {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case SameSpelling(a, b):
		return Same
	case areForms(r, a, b), strings.HasPrefix(b, a) && (len(a) == 1 || len(a) >= leastPrefix):
		return Part
	}
	return Other
}

// areForms says whether two given names may be forms of one: "jack" is short for "john"
// and for "jacob".
func areForms(r *people, a, b string) bool {
	return slices.ContainsFunc(formals(r, a), func(x string) bool { return slices.Contains(formals(r, b), x) })
}

// formals gives the full names that a given name may be short for, itself among them.
func formals(r *people, given string) []string { return append([]string{given}, r.full[given]...) }

// Formal is the full form of a folded given name, of several the commonest one: "james" for
// "jim".
func (r *people) Formal(given string) string {
	if full, ok := r.given[given]; ok {
		return full
	}
	return given
}

// sameSurname says whether two surnames are one, spelled otherwise or said
// without particles or without the first of two.
func sameSurname(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasSuffix(b, " "+a) || SameSpelling(a, b)
}

// isWithin says whether all words of the shorter name stand in the longer one
// in order.
func isWithin(x, y Person) bool {
	a, b := x.words(), y.words()
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for _, w := range b {
		if n < len(a) && a[n] == w {
			n++
		}
	}
	return n == len(a)
}

func (p Person) words() []string {
	return append(append([]string{}, p.Given...), strings.Fields(p.Surname)...)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
