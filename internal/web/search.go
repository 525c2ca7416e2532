package web

import (
	"cmp"
	"encoding/binary"
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

// all are the rows in an order; nil for that of the table.
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

// orderOf gives the rows of a table in the order of a column. What is equal stands by how many
// reports tell it, as before. It is nil for an order that there is not.
func orderOf(table []tableClaim, by string) []int32 {
	var compare func(a, b int32) int
	switch by {
	case "origins":
		compare = func(a, b int32) int {
			x, y := &table[a].claim.Origins, &table[b].claim.Origins
			return cmp.Or(cmp.Compare(y.Min, x.Min), cmp.Compare(y.Max, x.Max))
		}
	case "words":
		keys := make([]string, len(table))
		for i := range table {
			keys[i] = strings.ToLower(table[i].claim.Statement)
		}
		compare = func(a, b int32) int { return strings.Compare(keys[a], keys[b]) }
	case "verdict":
		compare = func(a, b int32) int { return cmp.Compare(table[a].claim.Verdict, table[b].claim.Verdict) }
	case inDossier:
		compare = func(a, b int32) int { return cmp.Compare(table[a].place, table[b].place) }
	default:
		return nil
	}
	rows := make([]int32, len(table))
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortStableFunc(rows, compare)
	return rows
}

// inDossier is the order of the dossier.
const inDossier = "dossier"

// sorts are the orders that there are beside that of the table.
func sorts() []string { return []string{"origins", "words", "verdict", inDossier} }

// putRows writes rows as bytes.
func putRows(rows []int32) string {
	data := make([]byte, 0, 4*len(rows))
	for _, row := range rows {
		data = binary.BigEndian.AppendUint32(data, uint32(row))
	}
	return string(data)
}

// getRows reads what putRows wrote of a table of so many rows; it is nil for something else.
func getRows(data string, size int) []int32 {
	if len(data) != 4*size {
		return nil
	}
	rows := make([]int32, size)
	for i := range rows {
		at := binary.BigEndian.Uint32([]byte(data[4*i : 4*i+4]))
		if at >= uint32(size) {
			return nil
		}
		rows[i] = int32(at)
	}
	return rows
}
