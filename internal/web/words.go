package web

import (
	"encoding/binary"
	"slices"
	"strings"
)

// A search in a large case looks up its words: to read all claims of ten thousand reports,
// six hundred thousand, takes a second. What is asked for may be a part of a word, so all
// different words are looked through, which are a small part of the text; blanks stand in none.

// The sorts of words: those of claims, and what they are picked by.
const (
	toldWords = iota
	reportWords
	storyWord
	verdictWords
	wordSorts
)

// storyWords are the claims of a story by words of each sort, numbered from 0 on: of each word
// its length and itself, one behind the last claim that has it, and the length of its list and
// that.
type storyWords [wordSorts][]byte

// claimWords lists the claims of a story by their words.
func claimWords(claims []tableClaim) (all storyWords) {
	words := newWordSorts()
	for i := range claims {
		t := &claims[i]
		for _, text := range t.texts() {
			for word := range strings.FieldsSeq(strings.ToLower(text)) {
				words[toldWords].add(word, i)
			}
		}
		for _, id := range t.reports() {
			words[reportWords].add(id, i)
		}
		words[storyWord].add(t.story.ID, i)
		words[verdictWords].add(string(t.claim.Verdict), i)
	}
	for sort, w := range words {
		all[sort] = w.bytes()
	}
	return all
}

// joinedWords gives the claims of stories by words of each sort, numbered through them.
func joinedWords(stories []*shelvedStory) []*wordRows {
	words, first := newWordSorts(), 0
	for _, x := range stories {
		for sort := range words {
			words[sort].join(x.words[sort], first)
		}
		first += len(x.claims)
	}
	return words
}

func newWordSorts() []*wordRows {
	words := make([]*wordRows, wordSorts)
	for sort := range words {
		words[sort] = newWordRows()
	}
	return words
}

// wordRows are numbers of claims by their words.
type wordRows struct {
	at   map[string]int
	rows []rowList
	left []byte // of the piece that the first bytes of lists are cut from
}

// listRoom is what a list has at first, in bytes, and listPiece of how many that is cut.
const (
	listRoom  = 8
	listPiece = 1 << 16
)

// room gives room for some bytes.
func (w *wordRows) room(n int) []byte {
	if len(w.left) < n {
		w.left = make([]byte, listPiece)
	}
	room := w.left[:0:n]
	w.left = w.left[n:]
	return room
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
		at = w.begin(word)
	}
	if l := &w.rows[at]; l.next <= row {
		l.steps = binary.AppendUvarint(l.steps, uint64(row-l.next))
		l.next = row + 1
	}
}

// begin begins the list of a word.
func (w *wordRows) begin(word string) (at int) {
	at = len(w.rows)
	w.at[word] = at
	w.rows = append(w.rows, rowList{steps: w.room(listRoom)}) // most words are of one row or two
	return at
}

// bytes are the words as storyWords have them.
func (w *wordRows) bytes() (data []byte) {
	for word, at := range w.at {
		l := &w.rows[at]
		data = append(binary.AppendUvarint(data, uint64(len(word))), word...)
		data = binary.AppendUvarint(data, uint64(l.next))
		data = append(binary.AppendUvarint(data, uint64(len(l.steps))), l.steps...)
	}
	return data
}

// join adds what bytes has written of other rows, of which the first is first here.
func (w *wordRows) join(data []byte, first int) {
	take := func() int {
		value, n := binary.Uvarint(data)
		data = data[n:]
		return int(value)
	}
	for len(data) > 0 {
		length := take()
		word := data[:length]
		data = data[length:]
		next, size := take(), take()
		at, known := w.at[string(word)]
		if !known {
			at = w.begin(string(word))
		}
		l := &w.rows[at]
		step, n := binary.Uvarint(data[:size])
		l.steps = binary.AppendUvarint(l.steps, uint64(first-l.next)+step)
		l.steps = append(l.steps, data[n:size]...)
		data, l.next = data[size:], first+next
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

// parts gives the words in parts, in order.
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

// addRows adds the rows, of so many, to which some words of a part lead; places are in order.
// It says whether the part is whole: what lies on a shelf may be damaged.
func addRows(to rowSet, size int, rows string, places []int) bool {
	data := []byte(rows)
	for at := 0; len(places) > 0; at++ {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return false
		}
		list := data[n : n+int(length)]
		if data = data[n+int(length):]; at < places[0] {
			continue
		}
		places = places[1:]
		if !addList(to, size, list) {
			return false
		}
	}
	return true
}

// addList adds the rows of a list.
func addList(to rowSet, size int, steps []byte) bool {
	for row := uint64(0); len(steps) > 0; row++ {
		step, n := binary.Uvarint(steps)
		if n <= 0 || row >= uint64(size) || step >= uint64(size)-row {
			return false
		}
		steps = steps[n:]
		row += step
		to.add(int(row))
	}
	return true
}
