package web

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"slices"
	"strings"

	"stemma"
)

// A search in a large case looks up its words: to read all claims of ten thousand reports,
// six hundred thousand, takes a second. What is asked for may be a part of a word, so all
// different words are looked through, which are a small part of the text; blanks stand in none.

// wordBuckets is in how many buckets the stories are listed by their words. Where a report came
// only the bucket of its story is listed anew; a search looks through the words of each.
const wordBuckets = 16

func wordBucketOf(st *stemma.Story) int { return bucketOf(st.ID) % wordBuckets }

// The sorts of words: those of claims, and what they are picked by.
const (
	toldWords = iota
	reportWords
	storyWords
	verdictWords
	wordSorts
)

// listed is a bucket of stories by their words.
type listed struct {
	lists wordLists
	words []*wordRows // of each sort, where it is listed anew
}

// listWords lists the stories of a case by their words, of which keys tell what they are. What
// was listed before of the same stories is taken from there.
func listWords(d *stemma.Dossier, keys []string, before []wordLists) []listed {
	buckets := make([]listed, wordBuckets)
	for b := range buckets {
		of := sha256.New()
		var stories []*stemma.Story
		for i := range d.Stories {
			if wordBucketOf(&d.Stories[i]) == b {
				io.WriteString(of, keys[i])
				stories = append(stories, &d.Stories[i])
			}
		}
		digest := hex.EncodeToString(of.Sum(nil))
		if b < len(before) && before[b].Of == digest {
			buckets[b].lists = before[b]
		} else {
			buckets[b] = listed{wordLists{Of: digest}, wordsOfStories(stories)}
		}
	}
	return buckets
}

// wordsOfStories gives the claims of stories by words of each sort.
func wordsOfStories(stories []*stemma.Story) []*wordRows {
	words := make([]*wordRows, wordSorts)
	for sort := range words {
		words[sort] = newWordRows()
	}
	n := 0
	for _, st := range stories {
		for i := range st.Claims {
			t := &tableClaim{story: st, claim: &st.Claims[i]}
			for _, text := range t.texts() {
				for word := range strings.FieldsSeq(strings.ToLower(text)) {
					words[toldWords].add(word, n)
				}
			}
			for _, id := range t.reports() {
				words[reportWords].add(id, n)
			}
			words[storyWords].add(st.ID, n)
			words[verdictWords].add(string(t.claim.Verdict), n)
			n++
		}
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
		at = len(w.rows)
		w.at[strings.Clone(word)] = at
		w.rows = append(w.rows, rowList{})
	}
	if l := &w.rows[at]; l.next <= row {
		if l.steps == nil { // most words are of one row or two
			l.steps = w.room(listRoom)
		}
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
