package index

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// A chapter is the reports of some megabytes with the words that they are
// written in. Words stand for text: a chapter codes each word, and each gap
// that is not a single blank between two words, by its frequency (Moffat,
// "Word-based text compression", 1989; the blanks left out after de Moura,
// Navarro, Ziviani and Baeza-Yates 2000). So each report is read alone, as fast as
// its words are copied, in a quarter of its size; of news, zstd with a
// dictionary needs 0.36 in blocks of 16 KiB. Merging copies chapters as they are.
//
//	head     the number of symbols, the bytes of words, the symbol that begins a
//	         spelled word (4 bytes each), how many symbols have a code of each
//	         length from 1 bit to longestCode (4 each), then the length of the
//	         code of each byte, and of the end, in spelled words (1 each)
//	words    for each symbol its length (1 byte) and bytes, the shortest code
//	         first
//	index    where every fourth symbol begins in words, 4 bytes
//	records  the reports
//
// A record is four numbers (unsigned varints): the bytes of its code, and the
// lengths of name, date of publication and text. The code is the symbols of
// these three, a newline between them, with canonical prefix codes, the highest
// bit first. A word's symbol after another word's stands for a blank and the
// word; the empty symbol is a gap without bytes. A word is letters or digits; of
// scripts without blanks each character is a gap by itself; see kindAt.
const (
	chapterHead  = 12 + 4*longestCode + letters
	letters      = 257
	endLetter    = 256
	wordsPerStep = 4
	// rareBelow is how often a word stands in a chapter that has a symbol: in
	// the mean, two symbols' worth of bits go into the table of words for it.
	rareBelow   = 3
	longestWord = 48
	longestYear = 4
)

// The kinds of characters.
const (
	gapKind = iota
	letterKind
	digitKind
	signKind // a gap by itself
)

// kindAt gives the kind of the character at i, and its bytes. What is no UTF-8
// is letters.
func kindAt(text []byte, i int) (kind, size int) {
	c := text[i]
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return letterKind, 1
	case c >= '0' && c <= '9':
		return digitKind, 1
	case c < utf8.RuneSelf:
		return gapKind, 1
	}
	r, size := utf8.DecodeRune(text[i:])
	switch {
	case size == 1:
		return letterKind, 1
	case r >= 0x2000 && r <= 0x206f: // dashes and quotation marks
		return gapKind, size
	case r >= 0x2070, r >= 0x0e00 && r <= 0x0eff, r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff:
		// Signs, and the scripts that are written without blanks: those of East
		// Asia, Thai, Lao, Burmese, Khmer.
		if r < 0xac00 || r > 0xd7a3 {
			return signKind, size
		}
	}
	return letterKind, size
}

// isWord says whether a token is one: between two words a blank is left out.
func isWord(token []byte) bool {
	if len(token) == 0 {
		return false
	}
	kind, _ := kindAt(token, 0)
	return kind == letterKind || kind == digitKind
}

// cut gives the end of the word or gap that begins at i.
func cut(text []byte, i int) (kind, end int) {
	kind, size := kindAt(text, i)
	end = i + size
	most := i + longestWord
	if kind == digitKind {
		most = i + longestYear
	}
	for kind != signKind && end < len(text) {
		k, size := kindAt(text, end)
		if k != kind || end+size > most {
			break
		}
		end += size
	}
	return kind, end
}

// chapterWriter gathers reports to a chapter.
type chapterWriter struct {
	numbers map[string]uint32 // of the different words and gaps, by first place
	words   []string
	count   []uint32
	tokens  []uint32
	heads   []recordHead
	size    int // bytes of text
}

// recordHead is the numbers of a record.
type recordHead struct {
	code, name, date, text int
	tokens                 int // end in the chapter's
}

// whole is the bytes that the code stands for.
func (h *recordHead) whole() int { return h.name + h.date + h.text + 2 }

func newChapterWriter() *chapterWriter { return &chapterWriter{numbers: map[string]uint32{}} }

func (c *chapterWriter) reset() {
	clear(c.numbers)
	clear(c.words)
	c.words, c.count, c.tokens, c.heads, c.size = c.words[:0], c.count[:0], c.tokens[:0], c.heads[:0], 0
}

// report adds a report, in room that it may use.
func (c *chapterWriter) report(r *Report, room []byte) []byte {
	room = append(append(room[:0], r.Name...), '\n')
	room = append(append(room, r.Published...), '\n')
	room = append(room, r.Text...)
	c.cut(room)
	c.heads = append(c.heads, recordHead{name: len(r.Name), date: len(r.Published), text: len(r.Text),
		tokens: len(c.tokens)})
	c.size += len(r.Text)
	return room
}

// cut adds the tokens of a text.
func (c *chapterWriter) cut(text []byte) {
	inWord := false // the last token was a word
	for i := 0; i < len(text); {
		kind, end := cut(text, i)
		word := kind == letterKind || kind == digitKind
		switch {
		case word && inWord:
			c.token(nil)
		case !word && inWord && text[i] == ' ' && end == i+1 && end < len(text) && isWord(text[end:]):
			i, inWord = end, false
			continue
		}
		c.token(text[i:end])
		i, inWord = end, word
	}
}

func (c *chapterWriter) token(word []byte) {
	n, ok := c.numbers[string(word)]
	if !ok {
		n = uint32(len(c.words))
		w := string(word)
		c.numbers[w] = n
		c.words, c.count = append(c.words, w), append(c.count, 0)
	}
	c.count[n]++
	c.tokens = append(c.tokens, n)
}

// symbols is how a chapter's tokens are coded.
type symbols struct {
	order  []uint32 // of words, by symbol
	escape uint32   // the symbol that begins a spelled word
	length []uint8
	count  [longestCode]uint32
	symbol []uint32 // by word; escape where it is spelled

	letter      [letters]uint8 // lengths
	letterCount [longestCode]uint32
	letterRank  [letters]uint32
}

// spelledWord stands in order for the words without a symbol.
const spelledWord = 1<<32 - 1

// assign gives symbols to words, the commonest first.
func (c *chapterWriter) assign() *symbols {
	s := &symbols{symbol: make([]uint32, len(c.words))}
	rare := uint32(0)
	for n, count := range c.count {
		if count < rareBelow {
			rare += count
			continue
		}
		s.order = append(s.order, uint32(n))
	}
	slices.SortFunc(s.order, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(c.count[y], c.count[x]), cmp.Compare(x, y))
	})
	at, _ := slices.BinarySearchFunc(s.order, rare, func(w, rare uint32) int { return cmp.Compare(rare, c.count[w]) })
	s.order, s.escape = slices.Insert(s.order, at, spelledWord), uint32(at)
	for n := range s.symbol {
		s.symbol[n] = s.escape
	}
	frequency := make([]uint32, len(s.order))
	for symbol, n := range s.order {
		if frequency[symbol] = max(rare, 1); n != spelledWord {
			s.symbol[n], frequency[symbol] = uint32(symbol), c.count[n]
		}
	}
	s.length = codeLengths(frequency)
	for _, l := range s.length {
		s.count[l-1]++
	}
	s.spell(c)
	return s
}

// spell makes the code of the letters of spelled words.
func (s *symbols) spell(c *chapterWriter) {
	var count [letters]uint32
	for n, w := range c.words {
		if s.symbol[n] != s.escape {
			continue
		}
		for i := range len(w) {
			count[w[i]] += c.count[n]
		}
		count[endLetter] += c.count[n]
	}
	var order []uint32
	for letter, n := range count {
		if n > 0 {
			order = append(order, uint32(letter))
		}
	}
	slices.SortStableFunc(order, func(x, y uint32) int { return cmp.Compare(count[y], count[x]) })
	frequency := make([]uint32, len(order))
	for i, letter := range order {
		frequency[i] = count[letter]
	}
	for i, l := range codeLengths(frequency) {
		s.letter[order[i]] = l
	}
	s.letterCount, s.letterRank, _ = rankLetters(&s.letter)
}

// rankLetters numbers the letters by length of code, then by value.
func rankLetters(length *[letters]uint8) (count [longestCode]uint32, rank [letters]uint32, order []uint16) {
	for letter, l := range length {
		if l > 0 && l <= longestCode {
			order = append(order, uint16(letter))
			count[l-1]++
		}
	}
	slices.SortStableFunc(order, func(x, y uint16) int { return cmp.Compare(length[x], length[y]) })
	for i, letter := range order {
		rank[letter] = uint32(i)
	}
	return count, rank, order
}

// encode gives the bytes of the chapter and where each record begins in it.
func (c *chapterWriter) encode() (b []byte, starts []uint32) {
	s := c.assign()
	b = s.appendTables(c, make([]byte, 0, c.size/3))
	code, _ := newCanon(&s.count) // lengths of a prefix code always make one
	letterCode, _ := newCanon(&s.letterCount)
	type word struct {
		bits   uint64
		length uint8
	}
	coded := make([]word, len(s.order))
	for i := range coded {
		coded[i] = word{code.word(uint32(i), s.length[i]), s.length[i]}
	}
	var w highWriter
	at := 0
	for _, h := range c.heads {
		w.out = w.out[:0]
		for _, n := range c.tokens[at:h.tokens] {
			symbol := s.symbol[n]
			w.put(coded[symbol].bits, coded[symbol].length)
			if symbol == s.escape {
				for _, letter := range []byte(c.words[n]) {
					w.put(letterCode.word(s.letterRank[letter], s.letter[letter]), s.letter[letter])
				}
				w.put(letterCode.word(s.letterRank[endLetter], s.letter[endLetter]), s.letter[endLetter])
			}
		}
		w.fill()
		at = h.tokens
		starts = append(starts, uint32(len(b)))
		for _, n := range []int{len(w.out), h.name, h.date, h.text} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		b = append(b, w.out...)
	}
	return b, starts
}

// appendTables appends head, words and index.
func (s *symbols) appendTables(c *chapterWriter, b []byte) []byte {
	var words, index []byte
	for i, n := range s.order {
		if i%wordsPerStep == 0 {
			index = binary.LittleEndian.AppendUint32(index, uint32(len(words)))
		}
		w := ""
		if n != spelledWord {
			w = c.words[n]
		}
		words = append(append(words, byte(len(w))), w...)
	}
	for _, n := range []int{len(s.order), len(words), int(s.escape)} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	for _, n := range s.count {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	b = append(b, s.letter[:]...)
	return append(append(b, words...), index...)
}
