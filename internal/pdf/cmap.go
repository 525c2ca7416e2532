package pdf

import (
	"strings"
	"unicode/utf16"
)

// maxMapped bounds how many codes a table maps.
const maxMapped = 100_000

// cmap maps the codes of a font to text, as a ToUnicode table does.
type cmap struct {
	bytes int // of a code
	to    map[int]string
}

// readCMap reads a table.
func readCMap(data []byte) *cmap {
	m := &cmap{to: map[int]string{}}
	l := lexer{data: data}
	var stack []object
	for len(m.to) < maxMapped {
		o, ok := l.next(0)
		if !ok {
			return m
		}
		w, isWord := o.(word)
		if !isWord {
			stack = append(stack, o)
			continue
		}
		switch w {
		case "endcodespacerange":
			m.space(stack)
		case "endbfchar":
			m.chars(stack)
		case "endbfrange":
			m.ranges(stack)
		}
		stack = stack[:0]
	}
	return m
}

func (m *cmap) space(stack []object) {
	for _, o := range stack {
		if s, ok := o.(text); ok {
			m.bytes = max(m.bytes, min(len(s), 4))
		}
	}
}

func (m *cmap) chars(stack []object) {
	for i := 0; i+1 < len(stack); i += 2 {
		from, ok := stack[i].(text)
		to, more := stack[i+1].(text)
		if ok && more {
			m.to[code(from)] = utf16Text(to)
			m.bytes = max(m.bytes, min(len(from), 4))
		}
	}
}

func (m *cmap) ranges(stack []object) {
	for i := 0; i+2 < len(stack); i += 3 {
		low, ok := stack[i].(text)
		high, more := stack[i+1].(text)
		if !ok || !more {
			continue
		}
		m.bytes = max(m.bytes, min(len(low), 4))
		first, last := code(low), code(high)
		for c := first; c <= last && len(m.to) < maxMapped; c++ {
			switch to := stack[i+2].(type) {
			case text:
				m.to[c] = next(utf16Text(to), c-first)
			case array:
				if c-first >= len(to) {
					last = c
					continue
				}
				s, _ := to[c-first].(text)
				m.to[c] = utf16Text(s)
			}
		}
	}
}

// next is a text whose last letter is n further.
func next(s string, n int) string {
	r := []rune(s)
	if len(r) > 0 {
		r[len(r)-1] += rune(n)
	}
	return string(r)
}

// code is a number of up to four bytes.
func code(s text) (n int) {
	for i := 0; i < len(s) && i < 4; i++ {
		n = n<<8 | int(s[i])
	}
	return n
}

func utf16Text(s text) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return strings.ReplaceAll(string(utf16.Decode(units)), "\x00", "")
}
