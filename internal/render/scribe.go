package render

import (
	"encoding/binary"
	"io"
	"strconv"
	"unicode/utf8"
)

// scribe writes JSON piece by piece, byte for byte as [JSON] does: for results
// that are many times as long as what was read, which need not stand in memory
// as a whole. The first error of the writer is kept and ends the writing.
type scribe struct {
	w     io.Writer
	out   []byte // not yet written
	depth int
	fresh bool // nothing stands yet in the innermost list or object
	err   error

	shapes shapes // of what is written by reflection
}

// pageful is how many bytes are written at once.
const pageful = 64 << 10

func newScribe(w io.Writer) *scribe {
	return &scribe{w: w, out: make([]byte, 0, 2*pageful), shapes: shapes{}}
}

// finish ends the document with a newline and gives the first error.
func (s *scribe) finish() error {
	s.out = append(s.out, '\n')
	s.flush()
	return s.err
}

func (s *scribe) flush() {
	if s.err == nil {
		_, s.err = s.w.Write(s.out)
	}
	s.out = s.out[:0]
}

func (s *scribe) open(bracket byte) {
	s.out = append(s.out, bracket)
	s.depth++
	s.fresh = true
}

func (s *scribe) shut(bracket byte) {
	s.depth--
	if !s.fresh {
		s.out = appendBreak(s.out, s.depth)
	}
	s.fresh = false
	if s.out = append(s.out, bracket); len(s.out) >= pageful {
		s.flush()
	}
}

// next begins an item of a list or a field of an object.
func (s *scribe) next() {
	if !s.fresh {
		s.out = append(s.out, ',')
	}
	s.fresh = false
	s.out = appendBreak(s.out, s.depth)
}

func (s *scribe) key(name string) {
	s.next()
	s.out = append(s.out, '"')
	s.out = append(s.out, name...)
	s.out = append(s.out, `": `...)
}

func (s *scribe) text(name, value string) {
	s.key(name)
	s.out = appendQuoted(s.out, value)
}

// maybe writes null for the empty text.
func (s *scribe) maybe(name, value string) {
	if value != "" {
		s.text(name, value)
		return
	}
	s.key(name)
	s.out = append(s.out, "null"...)
}

func (s *scribe) number(name string, n int) {
	s.key(name)
	s.out = strconv.AppendInt(s.out, int64(n), 10)
}

func (s *scribe) truth(name string, b bool) {
	s.key(name)
	s.out = strconv.AppendBool(s.out, b)
}

// list writes the items of a field; a list that is nil is null.
func list[T any](s *scribe, name string, items []T, write func(*scribe, *T)) {
	s.key(name)
	if items == nil {
		s.out = append(s.out, "null"...)
		return
	}
	s.open('[')
	for i := range items {
		s.next()
		write(s, &items[i])
	}
	s.shut(']')
}

// appendQuoted adds a string as encoding/json writes it when it leaves HTML
// alone. Stretches that need no escape are copied whole.
func appendQuoted(out []byte, text string) []byte {
	out = append(out, '"')
	done := 0
	for i := 0; i < len(text); {
		if i+8 <= len(text) && arePlain(eightAt(text, i)) {
			i += 8
			continue
		}
		if c := text[i]; c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if escape := escapeOf(r, n); escape != "" {
			out = append(append(out, text[done:i]...), escape...)
			done = i + n
		}
		i += n
	}
	return append(append(out, text[done:]...), '"')
}

// arePlain says whether eight bytes are ASCII and none of them needs an escape: in each byte of
// a sum the highest bit tells one that is none of ASCII, or below a blank, or a mark.
func arePlain(eight uint64) bool {
	const each, highest = 0x0101010101010101, 0x8080808080808080
	below, marks := eight-' '*each, (eight^'"'*each-each)|(eight^'\\'*each-each)
	return (eight|below|marks)&highest == 0
}

// eightAt is eight bytes of a text as a number.
func eightAt(text string, at int) uint64 {
	var b [8]byte
	copy(b[:], text[at:at+8])
	return binary.LittleEndian.Uint64(b[:])
}

// escapeOf is how a character of n bytes is written in a string; "" for as it
// is. The two separators are line ends in JavaScript.
func escapeOf(r rune, n int) string {
	switch r {
	case '"':
		return `\"`
	case '\\':
		return `\\`
	case '\b':
		return `\b`
	case '\f':
		return `\f`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	case '\u2028':
		return `\u2028`
	case '\u2029':
		return `\u2029`
	case utf8.RuneError:
		if n == 1 {
			return `\ufffd`
		}
	}
	if r < ' ' {
		const hex = "0123456789abcdef"
		return `\u00` + string([]byte{hex[r>>4], hex[r&0xf]})
	}
	return ""
}
