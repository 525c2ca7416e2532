package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync/atomic"
)

// chapter is an open chapter. It is safe for concurrent use.
type chapter struct {
	s              *segment
	number         int
	words, index   int64 // where they begin in the file
	records, end   int64 // of the records
	symbols        uint32
	wordsLen       uint32
	escape         uint32
	code, spelling *canon
	letters        []uint16 // by symbol of spelling

	bytes []byte          // of words, not all checked
	known []atomic.Uint64 // of each symbol that was met: where its word is
}

// place is where a word is in the bytes of words, which were checked: the
// offset above its length (8 bits), whether it is a word and no gap (1) and a 1,
// which tells it from what is not known.
type place uint64

func placeOf(at int64, word []byte) place {
	p := uint64(at)<<10 | uint64(len(word))<<2 | 1
	if isWord(word) {
		p |= 2
	}
	return place(p)
}

func (p place) isWord() bool { return p&2 != 0 }

// appendWord appends the word at a place of the words' bytes. Most are short,
// and are copied with what follows them, which is faster.
func appendWord(out, words []byte, p place) []byte {
	const short = 16
	at, n, end := int(p>>10), int(p>>2&0xff), len(out)
	if n > short || at+short > len(words) || end+short > cap(out) {
		return append(out, words[at:at+n]...)
	}
	*(*[short]byte)(out[end : end+short]) = *(*[short]byte)(words[at:])
	return out[:end+n]
}

var errChapter = errors.New("not as a chapter is")

// openChapter reads a chapter's head; start and end are places in the file.
func openChapter(s *segment, number int, start, end int64) (*chapter, error) {
	if start < 0 || end-start < chapterHead || end > s.at[textsSection]+int64(s.foot.size[textsSection]) {
		return nil, errChapter
	}
	head, err := s.view(start, chapterHead)
	if err != nil {
		return nil, err
	}
	c := &chapter{s: s, number: number, end: end}
	c.symbols, c.wordsLen, c.escape = binary.LittleEndian.Uint32(head), binary.LittleEndian.Uint32(head[4:]),
		binary.LittleEndian.Uint32(head[8:])
	c.words = start + chapterHead
	c.index = c.words + int64(c.wordsLen)
	c.records = c.index + 4*((int64(c.symbols)+wordsPerStep-1)/wordsPerStep)
	if c.records > end {
		return nil, errChapter
	}
	var count [longestCode]uint32
	for i := range count {
		count[i] = binary.LittleEndian.Uint32(head[12+4*i:])
	}
	if c.code, err = newCanon(&count); err != nil {
		return nil, err
	}
	count, _, c.letters = rankLetters((*[letters]uint8)(head[12+4*longestCode:]))
	if c.spelling, err = newCanon(&count); err != nil {
		return nil, err
	}
	if c.symbols > c.wordsLen {
		return nil, errChapter
	}
	c.known = make([]atomic.Uint64, c.symbols)
	c.bytes, err = s.file.read(c.words, int(c.wordsLen))
	return c, err
}

// word finds the word of a symbol.
func (c *chapter) word(symbol uint32) (place, error) {
	step, err := c.s.view(c.index+4*int64(symbol/wordsPerStep), 4)
	if err != nil {
		return 0, err
	}
	at := int64(binary.LittleEndian.Uint32(step))
	for skip := symbol % wordsPerStep; ; skip-- {
		if at >= int64(c.wordsLen) {
			return 0, errChapter
		}
		n, err := c.s.view(c.words+at, 1)
		if err != nil {
			return 0, err
		}
		if at++; at+int64(n[0]) > int64(c.wordsLen) {
			return 0, errChapter
		}
		if skip == 0 {
			word, err := c.s.view(c.words+at, int(n[0]))
			p := placeOf(at, word)
			if err == nil {
				c.known[symbol].Store(uint64(p))
			}
			return p, err
		}
		at += int64(n[0])
	}
}

// mostNumbers is the bytes of the numbers of a record, at most.
const mostNumbers = 4 * binary.MaxVarintLen64

// record reads the numbers of the record at a place in the file, and gives
// where its code begins.
func (c *chapter) record(at int64) (h recordHead, code int64, err error) {
	if at < c.records || at >= c.end {
		return h, 0, errChapter
	}
	b, err := c.s.view(at, int(min(mostNumbers, c.end-at)))
	if err != nil {
		return h, 0, err
	}
	left := len(b)
	for _, n := range []*int{&h.code, &h.name, &h.date, &h.text} {
		v, size := binary.Uvarint(b)
		if size <= 0 || v > 1<<31 {
			return h, 0, errChapter
		}
		*n, b = int(v), b[size:]
	}
	code = at + int64(left-len(b))
	if code+int64(h.code) > c.end {
		return h, 0, errChapter
	}
	return h, code, nil
}

// unpack appends what the record at a place in the file stands for, its name
// and date only where that is asked for.
func (c *chapter) unpack(at int64, headOnly bool, out []byte) (recordHead, []byte, error) {
	h, code, err := c.record(at)
	if err != nil {
		return h, out, c.err(err)
	}
	in, err := c.s.view(code, h.code)
	if err != nil {
		return h, out, c.err(err)
	}
	want := h.whole()
	if headOnly {
		want -= h.text
	}
	begin := len(out)
	r := highReader{in: in}
	inWord := false
	for len(out)-begin < want {
		symbol := r.symbol(c.code)
		if symbol >= c.symbols || r.past() {
			return h, out, c.err(errChapter)
		}
		if symbol == c.escape {
			if out, inWord, err = c.spelled(&r, inWord, out); err != nil {
				return h, out, c.err(err)
			}
			continue
		}
		p := place(c.known[symbol].Load())
		if p == 0 {
			if p, err = c.word(symbol); err != nil {
				return h, out, c.err(err)
			}
		}
		if p.isWord() && inWord {
			out = append(out, ' ')
		}
		out, inWord = appendWord(out, c.bytes, p), p.isWord()
	}
	if len(out)-begin != want && !headOnly {
		return h, out, c.err(errChapter)
	}
	return h, out, nil
}

// spelled appends a word that is given letter by letter.
func (c *chapter) spelled(r *highReader, inWord bool, out []byte) ([]byte, bool, error) {
	if inWord {
		out = append(out, ' ')
	}
	begin := len(out)
	for {
		symbol := r.symbol(c.spelling)
		if int64(symbol) >= int64(len(c.letters)) || r.past() {
			return out, false, errChapter
		}
		letter := c.letters[symbol]
		if letter == endLetter {
			break
		}
		out = append(out, byte(letter))
	}
	word := isWord(out[begin:])
	if inWord && !word {
		out = append(out[:begin-1], out[begin:]...)
	}
	return out, word, nil
}

func (c *chapter) err(err error) error {
	return c.s.err(fmt.Errorf("chapter %d of texts: %w", c.number, err))
}
