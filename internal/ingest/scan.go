package ingest

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// space passes over white space and says where that ends.
func (p *parser) space() int {
	for p.at < len(p.line) {
		switch p.line[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return p.at
		}
	}
	return p.at
}

// next passes over white space and then b, if it comes next.
func (p *parser) next(b byte) bool {
	if p.at == len(p.line) || p.line[p.at] != b && p.space() == len(p.line) || p.line[p.at] != b {
		return false
	}
	p.at++
	return true
}

// word passes over word, if it comes next.
func (p *parser) word(word string) bool {
	if len(p.line)-p.at < len(word) || string(p.line[p.at:p.at+len(word)]) != word {
		return false
	}
	p.at += len(word)
	return true
}

// number passes over a number.
func (p *parser) number() bool {
	p.any("-")
	if !p.any("0") && !p.digits() {
		return false
	}
	if p.any(".") && !p.digits() {
		return false
	}
	if p.any("eE") {
		p.any("+-")
		return p.digits()
	}
	return true
}

// any passes over one byte, if it is one of these.
func (p *parser) any(bytes string) bool {
	for i := range len(bytes) {
		if p.at < len(p.line) && p.line[p.at] == bytes[i] {
			p.at++
			return true
		}
	}
	return false
}

// digits passes over digits and says whether there were any.
func (p *parser) digits() bool {
	start := p.at
	for p.at < len(p.line) && '0' <= p.line[p.at] && p.line[p.at] <= '9' {
		p.at++
	}
	return p.at > start
}

// quoted reads a string. The bytes are those of the line, or, if it has
// escapes, in spare.
func (p *parser) quoted() ([]byte, bool) {
	if p.at == len(p.line) || p.line[p.at] != '"' {
		return nil, false
	}
	start := p.at + 1
	p.at = ordinary(p.line, start)
	if p.at < len(p.line) && p.line[p.at] == '"' {
		p.at++
		return p.line[start : p.at-1], true
	}
	from := len(p.spare)
	for p.at < len(p.line) {
		p.spare = append(p.spare, p.line[start:p.at]...)
		b := p.line[p.at]
		p.at++
		if b == '"' {
			return p.spare[from:len(p.spare):len(p.spare)], true
		}
		if b != '\\' || !p.escape() {
			return nil, false
		}
		start = p.at
		p.at = ordinary(p.line, start)
	}
	return nil, false
}

// escape resolves what stands after a backslash.
func (p *parser) escape() bool {
	if p.at == len(p.line) {
		return false
	}
	b := p.line[p.at]
	p.at++
	switch b {
	case '"', '\\', '/':
	case 'b':
		b = '\b'
	case 'f':
		b = '\f'
	case 'n':
		b = '\n'
	case 'r':
		b = '\r'
	case 't':
		b = '\t'
	case 'u':
		return p.unicode()
	default:
		return false
	}
	p.spare = append(p.spare, b)
	return true
}

// unicode resolves the four digits after \u, and if they are half of a pair,
// the other half. One half alone is not plain.
func (p *parser) unicode() bool {
	r, ok := p.hex()
	if utf16.IsSurrogate(r) && ok {
		var low rune
		if ok = p.word(`\u`); ok {
			low, ok = p.hex()
		}
		r = utf16.DecodeRune(r, low)
		ok = ok && r != utf8.RuneError
	}
	p.spare = utf8.AppendRune(p.spare, r)
	return ok
}

// hex reads four hexadecimal digits.
func (p *parser) hex() (r rune, ok bool) {
	if len(p.line)-p.at < 4 {
		return 0, false
	}
	for _, b := range p.line[p.at : p.at+4] {
		switch {
		case '0' <= b && b <= '9':
			b -= '0'
		case 'a' <= b|0x20 && b|0x20 <= 'f':
			b = b | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(b)
	}
	p.at += 4
	return r, true
}

// ordinary is the first place in data, at or after i, of a quotation mark, a
// backslash or a control character, else the end. It looks at eight bytes at a
// time: the top bit of a byte of x-each&^x is set where x is zero, and may be
// set wrongly only above such a byte.
func ordinary(data []byte, i int) int {
	const each, top = 0x0101010101010101, 0x8080808080808080
	for ; len(data)-i >= 8; i += 8 {
		x := binary.LittleEndian.Uint64(data[i:])
		quote, slash := x^('"'*each), x^('\\'*each)
		found := ((x-' '*each)&^x | (quote-each)&^quote | (slash-each)&^slash) & top
		if found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(data) && data[i] >= ' ' && data[i] != '"' && data[i] != '\\' {
		i++
	}
	return i
}
