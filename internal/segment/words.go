package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// cutter finds the words of the annex. Most are plain: letters and digits of
// ASCII, or one mark, before something that joins nothing. These are cut at
// sight, and the annex's own rules are asked for all others.
type cutter struct {
	text  string
	small strings.Builder // words that have capitals, in small letters, one behind the other
	annex *words.Iterator[string]
}

func newCutter(text string) *cutter {
	return &cutter{text: text, annex: words.FromString("")}
}

// parts says whether one blank stands at a byte, and a word of ASCII behind it.
func (c *cutter) parts(at, last int) bool {
	return c.text[at] == ' ' && at+1 < last && isAlnum(c.text[at+1])
}

// next is the end of the word, mark or white space that begins at a byte, and
// its folded form.
func (c *cutter) next(at, last int) (end int, form string) {
	end, capitals := plainEnd(c.text[:last], at)
	if end > at {
		switch first := c.text[at]; {
		case first >= utf8.RuneSelf:
			return end, Fold(c.text[at:end])
		case first <= ' ' || first == 0x7f:
			return end, ""
		case capitals:
			return end, c.fold(c.text[at:end])
		}
		return end, c.text[at:end]
	}
	c.annex.SetText(c.text[at:last])
	c.annex.Next()
	end = at + c.annex.End()
	return end, Fold(c.text[at:end])
}

// fold is Fold of a word of ASCII.
func (c *cutter) fold(word string) string {
	if c.small.Cap()-c.small.Len() < len(word) {
		c.small = strings.Builder{} // what was given out stays where it is
		c.small.Grow(max(len(word), smallRoom))
	}
	from := c.small.Len()
	for i := range len(word) {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		c.small.WriteByte(b)
	}
	return c.small.String()[from:]
}

// smallRoom is how many bytes are set aside for words with capitals: less than half of what a
// report of news has.
const smallRoom = 256

// plainEnd is the end of the plain word or mark that begins at a byte, that
// byte where what begins there is not plain, and whether there are capitals in it.
func plainEnd(text string, at int) (end int, capitals bool) {
	end = at
	seen := byteKind(0)
	for end < len(text) && kinds[text[end]] != 0 {
		seen |= kinds[text[end]]
		end++
	}
	capitals = seen&capital != 0
	if end > at {
		if joinsNothing(text, end) {
			return end, capitals
		}
		return at, capitals
	}
	switch c := text[at]; {
	case c >= utf8.RuneSelf:
		if !typographic(text, at) {
			return at, false
		}
		end = at + len("“")
	case c == '_', c == '\r', c == ' ' && at+1 < len(text) && text[at+1] == ' ':
		return at, false
	default:
		end = at + 1
	}
	if end < len(text) && text[end] >= utf8.RuneSelf && !typographic(text, end) {
		return at, false // an accent may belong to the mark
	}
	return end, false
}

// joinsNothing says whether a word of letters and digits ends for sure before
// the byte at an offset: the next one is no letter, and none that joins one.
func joinsNothing(text string, at int) bool {
	if at == len(text) {
		return true
	}
	switch c := text[at]; c {
	case '.', ':', ',', ';', '\'':
		return at+1 == len(text) || text[at+1] < utf8.RuneSelf && !isAlnum(text[at+1]) || typographic(text, at+1)
	case '_':
		return false
	default:
		if c < utf8.RuneSelf {
			return true
		}
	}
	if !typographic(text, at) {
		return false
	}
	switch next := at + len("’"); {
	case text[next-1] != '\x98' && text[next-1] != '\x99': // no apostrophe
		return true
	case next == len(text):
		return true
	default:
		return text[next] < utf8.RuneSelf && !isAlnum(text[next]) || typographic(text, next)
	}
}

// typographic says whether a dash or a quotation mark of English typesetting
// stands at a byte: – — ‘ ’ “ ”, which begin with the same two bytes.
func typographic(text string, at int) bool {
	if at+2 >= len(text) || text[at] != '\xe2' || text[at+1] != '\x80' {
		return false
	}
	switch text[at+2] {
	case '\x93', '\x94', '\x98', '\x99', '\x9c', '\x9d':
		return true
	}
	return false
}

func isAlnum(c byte) bool { return kinds[c] != 0 }

// byteKind is what a byte of a plain word is; 0 for one that is none.
type byteKind uint8

const (
	small byteKind = 1 << iota // a small letter or a digit
	capital
)

// kinds are those of all bytes.
var kinds = func() (all [256]byteKind) {
	for c := byte('a'); c <= 'z'; c++ {
		all[c], all[c-'a'+'A'] = small, capital
	}
	for c := byte('0'); c <= '9'; c++ {
		all[c] = small
	}
	return all
}()
