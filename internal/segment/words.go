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
	text   string
	folded string // the text with the capitals of ASCII in lower case
	annex  *words.Iterator[string]
}

func newCutter(text string) cutter {
	return cutter{text: text, folded: lowerASCII(text), annex: words.FromString("")}
}

// next is the end of the word, mark or white space that begins at a byte, and
// its folded form.
func (c *cutter) next(at, last int) (end int, form string) {
	if end = plainEnd(c.text[:last], at); end > at {
		if c.text[at] >= utf8.RuneSelf {
			return end, Fold(c.text[at:end])
		}
		if c.text[at] <= ' ' || c.text[at] == 0x7f {
			return end, ""
		}
		return end, c.folded[at:end]
	}
	c.annex.SetText(c.text[at:last])
	c.annex.Next()
	end = at + c.annex.End()
	return end, Fold(c.text[at:end])
}

// plainEnd is the end of the plain word or mark that begins at a byte; that
// byte where what begins there is not plain.
func plainEnd(text string, at int) int {
	end := at
	for end < len(text) && isAlnum(text[end]) {
		end++
	}
	if end > at {
		if joinsNothing(text, end) {
			return end
		}
		return at
	}
	switch c := text[at]; {
	case c >= utf8.RuneSelf:
		if !typographic(text, at) {
			return at
		}
		end = at + len("“")
	case c == '_', c == '\r', c == ' ' && at+1 < len(text) && text[at+1] == ' ':
		return at
	default:
		end = at + 1
	}
	if end < len(text) && text[end] >= utf8.RuneSelf && !typographic(text, end) {
		return at // an accent may belong to the mark
	}
	return end
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

func isAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// lowerASCII is a text with the capitals of ASCII in lower case, and so of the
// same length.
func lowerASCII(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= 'A' && c <= 'Z' {
			b.WriteString(text[from:i])
			b.WriteByte(c + ('a' - 'A'))
			from = i + 1
		}
	}
	b.WriteString(text[from:])
	return b.String()
}
