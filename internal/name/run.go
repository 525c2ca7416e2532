package name

import "strings"

// runs reads names with all that stands inside of them.
type runs struct{ bearers }

// mentionAt reads the name that begins at token i.
func (f *runs) mentionAt(i, last int) (Mention, int) {
	m := Mention{First: i, Last: i, Title: i}
	j := i
	for j < last {
		if f.IsNameWord(j) {
			j = f.afterNameWord(&m, j, last)
			if f.owner.Fit(f.text.Tokens[m.Last-1].Form) {
				break
			}
			continue
		}
		next := j
		if j > i {
			next = f.insideName(&m, j, last)
		}
		if next == j {
			break
		}
		j = next
	}
	return f.finish(m), j
}

// afterNameWord takes the word at token j into a name, with the full stop of initials that
// are written in one: "J.R."
func (f *runs) afterNameWord(m *Mention, j, last int) int {
	t := f.text.Tokens
	isOwner := f.owner.Fit(t[j].Form)
	j++
	m.Last = j
	isStop := !isOwner && j < last && t[j].Form == "." && t[j].Start == t[j-1].End
	if isStop && strings.Contains(t[j-1].Form, ".") {
		j++
		m.Last = j
	}
	return j
}

// insideName is where the name goes on behind what stands inside of one at token j: the
// mark of an initial or a double name, particles, the comma before a generation, a
// nickname; j where it does not go on.
func (f *runs) insideName(m *Mention, j, last int) int {
	switch {
	case f.isLowerPart(m, j, last):
		m.Last = j + 2
		return j + 2
	case f.joinsName(j, last):
		return j + 1
	case f.isInitial(j, last):
		m.Last = j + 2
		return j + 2
	case f.particlesAt(j, last) > 0:
		return j + f.particlesAt(j, last)
	case j+1 < last && f.GenerationAfter(j):
		return j + 1
	case m.NickFirst >= m.NickLast:
		if from, to := f.nicknameAt(j, last); from < to {
			m.NickFirst, m.NickLast = from, to
			return to + 1
		}
	}
	return j
}

// joinsName says whether the full stop or hyphen at token j joins parts of a name.
func (f *runs) joinsName(j, last int) bool {
	t := f.text.Tokens
	isMark := t[j].Form == "." || f.isHyphen(j)
	if isMark && j > 1 && t[j-1].Form == "." && strings.Contains(t[j-2].Form, ".") {
		return false // "U.S.-Mexico"
	}
	return isMark && j+1 < last && t[j].Start == t[j-1].End && (f.IsNameWord(j+1) || f.isHyphen(j)) &&
		f.isAbbreviated(j)
}

// isInitial says whether token j is an initial within a name that is a word of its own elsewhere:
// "Ada A. (Wren)".
func (f *runs) isInitial(j, last int) bool {
	t := f.text.Tokens
	return j+2 < last && len(t[j].Form) == 1 && f.isWord(j) && f.upper(j) &&
		t[j+1].Form == "." && t[j+1].Start == t[j].End && f.IsNameWord(j+2)
}

// isLowerPart says whether the hyphen at token j ties a part in lower case to a name, which
// is over with it: "Sun Mi-rae (said)", but not "Sun Mi-era (rules)", "General-elect".
func (f *runs) isLowerPart(m *Mention, j, last int) bool {
	if !f.isHyphen(j) || j+1 >= last || m.Last-m.First < 2 || f.upper(j+1) || !f.isWord(j-1) ||
		f.is(j-1, KnownWord) && !f.isFirstSyllable(j) {
		return false
	}
	part := f.unowned(j + 1)
	isWord := f.words.ClassOf(part).Is(KnownWord) || f.participle.Fit(part) // "St. Petersburg-based"
	if part[0] <= '9' || isWord && len(part) > longestSyllable {
		return false
	}
	return j+2 == last || !f.isWord(j+2) || f.is(j+2, KnownWord)
}

// isFirstSyllable says whether the word before the hyphen at token j, which is one of the language, may
// be a syllable of a name: no word of the language stands behind it, "Ri Son-hui".
func (f *runs) isFirstSyllable(j int) bool {
	const longest = 4
	return len(f.text.Tokens[j-1].Form) <= longest &&
		len(f.text.Tokens[j+1].Form) <= longest &&
		!f.words.ClassOf(f.unowned(j+1)).Is(KnownWord)
}

// longestSyllable is how long a word of the language may be that is a part of a name too:
// "Sun Mi-in".
const longestSyllable = 2

// isAbbreviated says whether the full stop at token j belongs to the word before it: an
// initial or a title. It holds of what is no full stop.
func (f *runs) isAbbreviated(j int) bool {
	if f.text.Tokens[j].Form != "." {
		return true
	}
	form := f.text.Tokens[j-1].Form
	return len(form) == 1 || strings.Contains(form, ".") || f.is(j-1, TitleWord|DottedWord)
}

// maxOnce is the number of words within which a name may begin anew.
const maxOnce = 6

// beforeAnew is where the name that begins at token i is over at the latest: where its
// first word opens a second one, "Ada Wren | Ada Margaret Wren", as links in a text
// name somebody twice.
func (f *runs) beforeAnew(i, last int) int {
	for j := i + 2; j+1 < last && j-i < maxOnce && f.IsNameWord(j-1); j++ {
		if f.IsNamedAnew(i, j, last) || f.isVerbBetween(j, last) {
			return j
		}
	}
	return last
}

// IsNamedAnew says whether a name at token j, with more of it before last, begins like the
// one at token i.
func (f *runs) IsNamedAnew(i, j, last int) bool {
	return j+1 < last && f.text.Tokens[j].Form == f.text.Tokens[i].Form && f.IsNameWord(j+1)
}

// isVerbBetween says whether token j is a verb with the capital of a headline between two
// names: "Ada Pell Calls Tom Veld".
func (f *runs) isVerbBetween(j, last int) bool {
	if j+2 >= last || !f.IsNameWord(j) || !f.IsNameWord(j+2) {
		return false
	}
	return f.words.Class(j).isBut(VerbWord, GivenName|TitleWord|heading) && f.is(j+1, GivenName)
}
