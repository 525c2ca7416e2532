package pdf

import (
	"bytes"
	"strconv"
)

// An object is nil, a bool, a float64, a name, a text, an array, a dict, a ref
// or a *stream.
type object any

type (
	name  string
	text  string // the bytes of a string
	array []object
	dict  map[string]object
	ref   int // the number of another object
)

// word is a keyword or, in a page's content, an operator.
type word string

// stream is a dict with bytes, encoded as it says.
type stream struct {
	dict
	raw []byte
}

const (
	// maxNesting is how deep arrays and dicts may lie in each other.
	maxNesting = 50
	// maxName is how long a name or a keyword may be.
	maxName = 1000
)

// lexer reads objects.
type lexer struct {
	data []byte
	at   int
	refs bool // "1 0 R" is a reference: not so in a page's content
}

func space(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func delimiter(b byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch b := l.data[l.at]; {
		case space(b):
			l.at++
		case b == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.at
			}
			l.at += end
		default:
			return
		}
	}
}

// next reads an object, or a word. It is false at the end.
func (l *lexer) next(depth int) (object, bool) {
	l.skip()
	if l.at >= len(l.data) || depth > maxNesting {
		return nil, false
	}
	rest := l.data[l.at:]
	switch b := rest[0]; {
	case b == '/':
		l.at++
		return name(l.name()), true
	case b == '(':
		return l.literal(), true
	case bytes.HasPrefix(rest, []byte("<<")):
		l.at += 2
		return l.dict(depth), true
	case b == '<':
		return l.hex(), true
	case b == '[':
		l.at++
		return l.array(depth), true
	case b == ']' || b == '{' || b == '}' || b == ')':
		l.at++
		return word(b), true
	case b == '>':
		l.at += min(2, len(rest))
		return word(">>"), true
	}
	return l.atom(), true
}

// atom reads a number, a reference or a word.
func (l *lexer) atom() object {
	start := l.at
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	s := string(l.data[start:min(l.at, start+maxName)])
	n, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || s[0] > '9':
		return keyword(s)
	case l.refs && n >= 0 && n == float64(int(n)):
		if after := l.reference(); after > 0 {
			l.at = after
			return ref(n)
		}
	}
	return n
}

func keyword(s string) object {
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return word(s)
}

// reference says where "0 R" ends, if that comes next, else 0.
func (l *lexer) reference() int {
	i := l.at
	for i < len(l.data) && space(l.data[i]) {
		i++
	}
	digits := i
	for i < len(l.data) && l.data[i] >= '0' && l.data[i] <= '9' {
		i++
	}
	gap := i
	for i < len(l.data) && space(l.data[i]) {
		i++
	}
	if digits == gap || gap == i || i >= len(l.data) || l.data[i] != 'R' {
		return 0
	}
	return i + 1
}

// name reads a name behind its slash.
func (l *lexer) name() string {
	var out []byte
	for l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		b := l.data[l.at]
		l.at++
		if b == '#' && l.at+1 < len(l.data) && hexDigit(l.data[l.at]) >= 0 && hexDigit(l.data[l.at+1]) >= 0 {
			b = byte(hexDigit(l.data[l.at])<<4 | hexDigit(l.data[l.at+1]))
			l.at += 2
		}
		if len(out) < maxName {
			out = append(out, b)
		}
	}
	return string(out)
}

func hexDigit(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}

// hex reads <48656c6c6f>.
func (l *lexer) hex() text {
	var out []byte
	high := -1
	for l.at++; l.at < len(l.data) && l.data[l.at] != '>'; l.at++ {
		d := hexDigit(l.data[l.at])
		switch {
		case d < 0:
		case high < 0:
			high = d
		default:
			out = append(out, byte(high<<4|d))
			high = -1
		}
	}
	l.at = min(l.at+1, len(l.data))
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return text(out)
}

// literal reads (a string (with parentheses) \251 and escapes).
func (l *lexer) literal() text {
	var out []byte
	depth := 0
	for ; l.at < len(l.data); l.at++ {
		b := l.data[l.at]
		switch b {
		case '\\':
			out = l.escape(out)
			continue
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return text(out)
			}
		}
		out = append(out, b)
	}
	return text(out)
}

// escape reads what stands behind a backslash; it stops at its last byte.
func (l *lexer) escape(out []byte) []byte {
	if l.at+1 >= len(l.data) {
		return out
	}
	l.at++
	b := l.data[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), b); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case b == '\r' && l.at+1 < len(l.data) && l.data[l.at+1] == '\n':
		l.at++
		return out
	case b == '\r' || b == '\n':
		return out
	case b < '0' || b > '7':
		return append(out, b)
	}
	code := 0
	for i := 0; i < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
		code = code<<3 | int(l.data[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(code))
}

func (l *lexer) array(depth int) array {
	var all array
	for {
		o, ok := l.next(depth + 1)
		if w, end := o.(word); !ok || end && (w == "]" || w == "endobj") {
			return all
		}
		all = append(all, o)
	}
}

func (l *lexer) dict(depth int) dict {
	d := dict{}
	for {
		key, ok := l.next(depth + 1)
		if w, end := key.(word); !ok || end && (w == ">>" || w == "endobj" || w == "stream") {
			return d
		}
		k, isName := key.(name)
		if !isName {
			continue
		}
		value, ok := l.next(depth + 1)
		if w, end := value.(word); !ok || end && w == ">>" {
			return d
		}
		d[string(k)] = value
	}
}
