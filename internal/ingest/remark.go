package ingest

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
)

// maxRemarks is how many names of a file that nobody knows are noted.
const maxRemarks = 40

const notUnderstood = "fields not understood: "

// remark is a name in a record that nobody knows.
type remark struct {
	file, input string
	number      int // of the batch
	place       int // as in Item
	name        string
}

// remark notes a name, the first time that it comes in a sheaf.
func (w *worker) remark(it *Item, name []byte) {
	if w.known[string(name)] || len(w.got.remarks) >= maxRemarks {
		return
	}
	if w.known == nil {
		w.known = map[string]bool{}
	}
	w.known[string(name)] = true
	w.got.remarks = append(w.got.remarks, remark{w.got.file, it.Input, w.got.Number, it.Place, shown(name)})
}

// shown is a name as the ledger has it: short, and on one line.
func shown(name []byte) string {
	clean := func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}
	if len(name) > maxNameBytes {
		return strings.Map(clean, strings.ToValidUTF8(string(name[:maxNameBytes]), "")) + "…"
	}
	return strings.Map(clean, string(name))
}

// spot is a record: the batch, and its place there.
type spot struct{ number, place int }

// once gives the notes of the records, each name of a file noted where it comes
// first.
func once(all []remark) map[spot]remark {
	slices.SortStableFunc(all, func(a, b remark) int {
		if a.number != b.number {
			return a.number - b.number
		}
		return a.place - b.place
	})
	type named struct{ file, name string }
	seen, count := map[named]bool{}, map[string]int{}
	notes := map[spot]remark{}
	for _, r := range all {
		key := named{r.file, r.name}
		if seen[key] || count[r.file] >= maxRemarks {
			continue
		}
		seen[key] = true
		count[r.file]++
		at := spot{r.number, r.place}
		if before, ok := notes[at]; ok {
			r.name = before.name + ", " + r.name
		}
		notes[at] = r
	}
	return notes
}

// note is what the ledger says of it.
func (r remark) note() string { return notUnderstood + r.name }

// noteRows are the rows of the records that a note is made of.
func noteRows(all []remark) []stemma.LedgerRow {
	var rows []stemma.LedgerRow
	for _, r := range once(all) {
		rows = append(rows, stemma.LedgerRow{Input: r.input, Outcome: stemma.Read, Note: r.note()})
	}
	return rows
}
