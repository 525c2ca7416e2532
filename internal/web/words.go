package web

import (
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"maps"
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

// storyWords are the claims of a story by words of each sort, numbered from 0 on: of each word,
// in order, its length and itself, one behind the last claim that has it, and the length of its
// list and that.
type storyWords [wordSorts][]byte

// claimWords lists the claims of a story by their words.
func claimWords(claims []tableClaim) (all storyWords) {
	var words [wordSorts]*wordRows
	for sort := range words {
		words[sort] = newWordRows()
	}
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

// wordRows are numbers of claims by their words.
type wordRows struct {
	at   map[string]int
	rows []rowList
	left []byte // of the piece that the first bytes of lists are cut from
}

// listRoom is what a list has at first, in bytes, and listPiece of how many that is cut.
const (
	listRoom  = 8
	listPiece = 1 << 12
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
		at = len(w.rows)
		w.at[word] = at
		w.rows = append(w.rows, rowList{steps: w.room(listRoom)}) // most words are of one row or two
	}
	if l := &w.rows[at]; l.next <= row {
		l.steps = binary.AppendUvarint(l.steps, uint64(row-l.next))
		l.next = row + 1
	}
}

// bytes are the words as storyWords have them.
func (w *wordRows) bytes() (data []byte) {
	for _, word := range slices.Sorted(maps.Keys(w.at)) {
		l := &w.rows[w.at[word]]
		data = append(binary.AppendUvarint(data, uint64(len(word))), word...)
		data = binary.AppendUvarint(data, uint64(l.next))
		data = append(binary.AppendUvarint(data, uint64(len(l.steps))), l.steps...)
	}
	return data
}

// wordCursor is at a word of a story.
type wordCursor struct {
	data  []byte // behind the word
	word  []byte
	list  rowList
	first int // the number of the story's first claim
}

// forth goes to the next word, and says whether there is one.
func (c *wordCursor) forth() bool {
	if len(c.data) == 0 {
		return false
	}
	c.word = c.bytes()
	c.list.next = c.number()
	c.list.steps = c.bytes()
	return true
}

func (c *wordCursor) number() int {
	value, n := binary.Uvarint(c.data)
	c.data = c.data[n:]
	return int(value)
}

func (c *wordCursor) bytes() []byte {
	length := c.number()
	taken := c.data[:length]
	c.data = c.data[length:]
	return taken
}

// wordCursors are a heap: at the first word, and of one word at the first story.
type wordCursors []*wordCursor

func (h wordCursors) Len() int      { return len(h) }
func (h wordCursors) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h wordCursors) Less(i, j int) bool {
	return cmp.Or(bytes.Compare(h[i].word, h[j].word), cmp.Compare(h[i].first, h[j].first)) < 0
}

// Push is never asked for.
func (h *wordCursors) Push(any) {}

// Pop takes the last one.
func (h *wordCursors) Pop() any {
	last := len(*h) - 1
	taken := (*h)[last]
	*h = (*h)[:last]
	return taken
}

// joinWords puts the words of a sort of some stories in parts, in order; their claims are
// numbered through the stories.
func joinWords(stories []*shelvedStory, sort int, put func(wordPart)) {
	var all wordCursors
	first := 0
	for _, x := range stories {
		c := &wordCursor{data: x.words[sort], first: first}
		if first += len(x.claims); c.forth() {
			all = append(all, c)
		}
	}
	heap.Init(&all)
	var p wordPart
	var word, steps []byte
	for len(all) > 0 {
		word, steps = append(word[:0], all[0].word...), steps[:0]
		for next := 0; len(all) > 0 && bytes.Equal(all[0].word, word); {
			c := all[0]
			step, n := binary.Uvarint(c.list.steps)
			steps = binary.AppendUvarint(steps, uint64(c.first-next)+step)
			steps = append(steps, c.list.steps[n:]...)
			if next = c.first + c.list.next; c.forth() {
				heap.Fix(&all, 0)
			} else {
				heap.Pop(&all)
			}
		}
		if p.isFull(len(word), len(steps)) {
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

// isFull says whether a word and its list are too much for the part.
func (p *wordPart) isFull(word, steps int) bool {
	return len(p.words)+word > partWords || len(p.words) > 0 && len(p.rows)+steps > partRows
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
