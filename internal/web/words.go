package web

import (
	"encoding/binary"
	"slices"
	"strings"
)

// A search in a large case looks up its words: to read all claims of ten thousand reports,
// six hundred thousand, takes a second. What is asked for may be a part of a word, so all
// different words are looked through, which are a hundredth of the text; blanks stand in none.

// wordRows are rows of the table of claims by their words.
type wordRows struct {
	at   map[string]int
	rows []rowList
}

// rowList is which rows have a word: the steps from each to the next, as varints.
type rowList struct {
	steps []byte
	next  int // one behind the last row
}

func newWordRows() *wordRows { return &wordRows{at: map[string]int{}} }

// add notes that a row has a word. Rows come in order.
func (w *wordRows) add(word string, row int) {
	at, known := w.at[word]
	if !known {
		at = len(w.rows)
		w.at[strings.Clone(word)] = at
		w.rows = append(w.rows, rowList{})
	}
	if l := &w.rows[at]; l.next <= row {
		l.steps = binary.AppendUvarint(l.steps, uint64(row-l.next))
		l.next = row + 1
	}
}

// wordPart is a part of the words, in order, and of what they lead to.
type wordPart struct {
	words []byte // with a line end behind each
	rows  []byte // of each the length of its list, and that
}

// What of the words lies together: a search reads all parts of the words, and the rows of those
// parts in which it finds some.
const (
	partWords = 64 << 10 // bytes
	partRows  = 256 << 10
)

// parts gives the words in parts.
func (w *wordRows) parts(put func(wordPart)) {
	words := make([]string, 0, len(w.at))
	for word := range w.at {
		words = append(words, word)
	}
	slices.Sort(words)
	var p wordPart
	for _, word := range words {
		steps := w.rows[w.at[word]].steps
		if len(p.words)+len(word) > partWords || len(p.words) > 0 && len(p.rows)+len(steps) > partRows {
			put(p)
			p = wordPart{}
		}
		p.words = append(append(p.words, word...), '\n')
		p.rows = append(binary.AppendUvarint(p.rows, uint64(len(steps))), steps...)
	}
	if len(p.words) > 0 {
		put(p)
	}
}

// wordsWith gives which words of a part have a word in them, or are that word whole, counted
// from the first.
func wordsWith(words, word string, whole bool) (places []int) {
	if word == "" || strings.Contains(word, "\n") {
		return nil
	}
	at, from := 0, 0
	for {
		found := strings.Index(words[from:], word)
		if found < 0 {
			return places
		}
		begin := from + found
		end := strings.IndexByte(words[begin:], '\n')
		if end < 0 {
			return places
		}
		at += strings.Count(words[from:begin], "\n")
		if from = begin + end + 1; !whole || end == len(word) && (begin == 0 || words[begin-1] == '\n') {
			places = append(places, at)
		}
		at++
	}
}

// addRows adds the rows to which some words of a part lead; places are in order. It says
// whether the part is whole: what lies on a shelf may be damaged.
func addRows(to rowSet, rows string, places []int) bool {
	data := []byte(rows)
	for at := 0; len(places) > 0; at++ {
		size, n := binary.Uvarint(data)
		if n <= 0 || size > uint64(len(data)-n) {
			return false
		}
		list := data[n : n+int(size)]
		if data = data[n+int(size):]; at < places[0] {
			continue
		}
		places = places[1:]
		if !addList(to, list) {
			return false
		}
	}
	return true
}

// addList adds the rows of a list.
func addList(to rowSet, steps []byte) bool {
	for row := uint64(0); len(steps) > 0; row++ {
		step, n := binary.Uvarint(steps)
		if n <= 0 || step >= uint64(64*len(to))-row {
			return false
		}
		steps = steps[n:]
		row += step
		to.add(int(row))
	}
	return true
}
