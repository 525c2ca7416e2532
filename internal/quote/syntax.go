package quote

import "slices"

// run is the words and marks of a run of sentences, with whole quotations as words.
type run struct {
	*words
	a []atom
}

// isAt says whether there is an atom i.
func (u *run) isAt(i int) bool { return uint(i) < uint(len(u.a)) }

func (u *run) at(i int) *atom {
	if !u.isAt(i) {
		return outside
	}
	return &u.a[i]
}

func (u *run) comma(i int) bool { return u.at(i).mark == ',' }

// goesOn says whether a sentence goes on with atom i.
func (u *run) goesOn(i int) bool { return i > 0 && !u.at(i).starts }

// agent says whether a "by" at i opens who does it, and not by what means: "told by phone".
func (u *run) agent(i int) bool { return u.at(i).plays(byWord) && !u.at(i+1).is(medium) }

func (u *run) dash(i int) bool {
	return u.isAt(i) && u.a[i].dash(u.text)
}

func (u *run) has(from int, word role) bool {
	for i := from; i < min(len(u.a), from+maxWalk) && !u.at(i).ended(); i++ {
		if u.at(i).plays(word) {
			return true
		}
	}
	return false
}

// any says whether an atom of the range is what is asked for.
func (u *run) any(s span, is func(a *atom) bool) bool {
	for i := s.from; i < s.to; i++ {
		if is(u.at(i)) {
			return true
		}
	}
	return false
}

// wordsAt is the run of words that begins at atom i, so many at most.
func (u *run) wordsAt(i, most int) span {
	to := i
	for to < min(len(u.a), i+most) && u.at(to).isWord() {
		to++
	}
	return span{i, to}
}

// head is what stands in a range before its first preposition, if that does not open it.
func (u *run) head(s span) span {
	for i := s.from + 1; i < s.to; i++ {
		if u.at(i).is(prep) {
			return span{s.from, i}
		}
	}
	return s
}

// anyOf says whether one of the places from one to before another is what is asked for.
func anyOf(from, to int, is func(i int) bool) bool { return firstOf(from, to, is) < to }

// firstOf is the first of the places from one to before another that is what is asked for, to for none.
func firstOf(from, to int, is func(i int) bool) int {
	for i := from; i < to; i++ {
		if is(i) {
			return i
		}
	}
	return to
}

// anyRule says whether one of some rules holds for a hit or a range.
func anyRule[U, X any](u U, x X, rules ...func(U, X) bool) bool {
	return slices.ContainsFunc(rules, func(holds func(U, X) bool) bool { return holds(u, x) })
}

// tokens turns a range of atoms into one of tokens.
func (u *run) tokens(s span) stretch {
	if s.empty() {
		return stretch{}
	}
	return stretch{u.a[s.from].first, u.a[s.to-1].last}
}

func (u *run) tailAt(i int, tail []string) bool {
	for k, w := range tail {
		if u.at(i+k).form != w {
			return false
		}
	}
	return true
}

func (u *run) wholeQuote(s span) bool { return s.to-s.from == 1 && u.at(s.from).quote }

// span is a half-open range of atoms.
type span struct{ from, to int }

func (s span) empty() bool { return s.from >= s.to }

// holds says whether an atom stands in the range.
func (s span) holds(i int) bool { return s.from <= i && i < s.to }

// maxWalk bounds every search for a subject, a receiver or an apposition, in
// atoms, so that reading stays linear whatever the text is. The longest source
// in the material that this was written against has 38 words.
const maxWalk = 48
