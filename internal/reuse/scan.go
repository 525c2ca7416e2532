package reuse

import (
	"unicode/utf8"

	"stemma/internal/fnv"
)

// Scanner cuts texts into rows. It holds tables and scratch room, so each
// goroutine has its own.
type Scanner struct {
	ascii       ascii
	pages       [256]*page
	left, right []byte    // forms that are being compared
	hashes      []uint64  // of the shingles of one row
	places      []uint32  // of those that are kept
	kept        []Posting // of a passage
}

// NewScanner readies the tables.
func NewScanner() *Scanner { return &Scanner{ascii: newASCII()} }

// Scan cuts a text into r, whose room is used again. A word is a run of
// letters, digits and marks, with apostrophes between letters and points and
// commas between digits, and without the hyphen of a line's end or what is not
// shown; of scripts that are written without blanks (Han, kana,
// Thai, Lao, Khmer, Myanmar) every character is one. The text's bytes past 4
// GiB are not seen.
func (s *Scanner) Scan(text string, r *Row) {
	const most = 1<<32 - 1
	if len(text) > most {
		text = text[:most]
	}
	r.reset(text, len(text)/2+1)
	form := &s.ascii.form
	n := 0
	for i := 0; i < len(text); {
		f := form[text[i]]
		if f == 0 {
			if text[i] < utf8.RuneSelf {
				i++
				continue
			}
			hash, start, end := s.beyond(text, i)
			if start < end {
				r.put(n, hash, start, end)
				n++
			}
			i = end
			continue
		}
		h, end := (fnv.Offset^uint64(f))*fnv.Prime, i+1
		for end < len(text) {
			if f = form[text[end]]; f == 0 {
				break
			}
			h = (h ^ uint64(f)) * fnv.Prime
			end++
		}
		if end < len(text) && s.ascii.class[text[end]] != apart {
			h, end = s.rest(text, end, h)
		}
		r.put(n, finish(h), i, end)
		n++
		i = end
	}
	r.cut(n)
}

// beyond reads the character beyond ASCII at i, outside a word: the start of
// one, a word by itself, or none; then start is end. It goes on at end.
func (s *Scanner) beyond(text string, i int) (hash uint32, start, end int) {
	c, size := utf8.DecodeRuneInString(text[i:])
	f := s.at(c)
	end = i + size
	switch f.class {
	case joined:
		h, end := s.rest(text, end, fnv.Of(f.form))
		return finish(h), i, end
	case alone:
		end = s.marks(text, end)
		return s.hash(text[i:end]), i, end
	}
	return 0, end, end
}

// marks gives the end of the combining marks that stand at i, without which a
// Thai character is another.
func (s *Scanner) marks(text string, i int) int {
	for i < len(text) && text[i] >= utf8.RuneSelf {
		c, size := utf8.DecodeRuneInString(text[i:])
		if s.at(c).class != joined || !isMark(c) {
			break
		}
		i += size
	}
	return i
}

// rest reads on in a word of which all before end is read and hashed to h; it
// gives the hash of all and the end.
func (s *Scanner) rest(text string, end int, h uint64) (uint64, int) {
	for end < len(text) {
		b := text[end]
		if f := s.ascii.form[b]; f != 0 {
			h = (h ^ uint64(f)) * fnv.Prime
			end++
			continue
		}
		c, size := rune(b), 1
		f := folded{text[end : end+1], s.ascii.class[b]}
		if b >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[end:])
			f = s.at(c)
		}
		if c == '-' {
			f.form, size = "", lineBreak(text, end)
		}
		if f.class != joined && (f.class != joiner || size == 0 || !s.joins(text, end, size, c)) {
			return h, end
		}
		h = fnv.On(h, f.form)
		end += size
	}
	return h, end
}

// joins says whether the joiner at end stands between two letters or digits:
// an apostrophe between any, a point or comma between digits.
func (s *Scanner) joins(text string, end, size int, c rune) bool {
	if end+size >= len(text) {
		return false
	}
	if c == '.' || c == ',' {
		return isDigit(text[end-1]) && isDigit(text[end+size])
	}
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	if next < utf8.RuneSelf {
		return s.ascii.class[next] == joined
	}
	return s.at(next).class == joined
}

// lineBreak is how many bytes the hyphen and the line break take that stand at
// i within a word which a line's end has broken: "bro-" and "ken". Elsewhere it
// is 0: a hyphen parts words.
func lineBreak(text string, i int) int {
	if text[i] != '-' || i == 0 || !isSmall(text[i-1]) {
		return 0
	}
	end, lines := i+1, 0
	for ; end < len(text) && (text[end] == '\n' || text[end] == '\r' || text[end] == ' '); end++ {
		if text[end] == '\n' {
			lines++
		}
	}
	if lines != 1 || end == len(text) || !isSmall(text[end]) {
		return 0
	}
	return end - i
}

// isSmall says whether a byte is a small letter, or part of a character beyond
// ASCII, which may be one.
func isSmall(c byte) bool { return c >= 'a' && c <= 'z' || c >= utf8.RuneSelf }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// finish takes the 32 bits that depend on all others.
func finish(h uint64) uint32 { return uint32((h ^ h>>29) * base >> 32) }

// hash gives the hash of a word that is cut already.
func (s *Scanner) hash(word string) uint32 {
	h := fnv.Offset
	for i := 0; i < len(word); {
		if n := lineBreak(word, i); n > 0 {
			i += n
			continue
		}
		c := word[i]
		if c < utf8.RuneSelf {
			if f := s.ascii.form[c]; f != 0 {
				c = f
			}
			h = (h ^ uint64(c)) * fnv.Prime
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		h = fnv.On(h, s.at(r).form)
		i += size
	}
	return finish(h)
}
