package web

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
)

// asked is which claims are asked for; what is empty is any.
type asked struct{ query, verdict, report, story string }

// words are those that a claim must have, in small letters. A blank stands in none.
func (a *asked) words() []string { return strings.Fields(strings.ToLower(a.query)) }

// rowSet is a set of rows of the table of claims, a bit a row: a case has a hundred thousand
// of them and more.
type rowSet []uint64

func newRowSet(size int) rowSet { return make(rowSet, (size+63)/64) }

func (s rowSet) add(row int) { s[row/64] |= 1 << (row % 64) }

func (s rowSet) has(row int) bool { return s[row/64]>>(row%64)&1 == 1 }

func (s rowSet) size() (n int) {
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// keep takes out what another set lacks.
func (s rowSet) keep(other rowSet) {
	for i := range s {
		s[i] &= other[i]
	}
}

// all are the rows in an order; nil for that of the dossier.
func (s rowSet) all(order []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, row := range order {
			if s.has(int(row)) && !yield(row) {
				return
			}
		}
		for i := 0; order == nil && i < len(s); i++ {
			for left := s[i]; left != 0; left &= left - 1 {
				if !yield(int32(64*i + bits.TrailingZeros64(left))) {
					return
				}
			}
		}
	}
}

// search gives which claims of a table in memory are asked for.
func search(table []tableClaim, by asked) rowSet {
	found, words := newRowSet(len(table)), by.words()
	for row := range table {
		if table[row].is(by, words) {
			found.add(row)
		}
	}
	return found
}

// is says whether a claim is one that is asked for.
func (t *tableClaim) is(by asked, words []string) bool {
	switch {
	case by.story != "" && t.story.ID != by.story, by.verdict != "" && string(t.claim.Verdict) != by.verdict:
		return false
	case by.report != "" && !slices.Contains(t.reports(), by.report):
		return false
	}
	return len(words) == 0 || t.says(words)
}

// says says whether a claim has words: each in one of its texts.
func (t *tableClaim) says(words []string) bool {
	told := strings.ToLower(strings.Join(t.texts(), "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(told, w) })
}

// texts are what a claim is found by: its id, the sentences in which it is told, and its
// statement where that stands in none of them.
func (t *tableClaim) texts() []string {
	all := append(t.sentences(), t.claim.ID)
	if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, t.claim.Statement) }) {
		all = append(all, t.claim.Statement)
	}
	return all
}
