package extract

import (
	"strings"
	"unicode/utf8"
)

// byteForm is what a byte is to a first look at a line: for what a folded word
// begins and ends with, the small letter too.
type byteForm uint16

const (
	blank     byteForm = 1 << (8 + iota) // white space, or a bracket: it parts words
	foreign                              // not ASCII
	bar                                  // of furniture wherever it stands
	ofWord                               // a letter, a digit or an ampersand
	ofOutline                            // of these, what is no digit
)

func byteForms() (all [256]byteForm) {
	for c := range all {
		switch {
		case c >= utf8.RuneSelf:
			all[c] = foreign
		case c <= ' ' || c == '(' || c == ')':
			all[c] = blank
		case c == '|' || c == '@':
			all[c] = bar
		case c >= '0' && c <= '9':
			all[c] = ofWord
		case isWordRune(rune(c)):
			all[c] = ofWord | ofOutline | byteForm(c|0x20)
		}
	}
	return all
}

// outline is the last eight letters of a word, in small letters: equal words have
// equal outlines, and all numbers have one.
func outline(word string) (o uint64) {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c < utf8.RuneSelf && isWordRune(rune(c)) && (c < '0' || c > '9') {
			o = o<<8 | uint64(c|0x20)
		}
	}
	return o
}

// cleanLine says that a line is a paragraph for sure; edge, that it may be
// something else at the edge of a text only.
func (g *glance) cleanLine(line string) (clean, edge bool) {
	if len(line) > maxLineBytes {
		return false, false
	}
	v := view{g: g, line: line}
	if !v.read() {
		return false, true
	}
	return v.clean(), v.n <= nameWords || v.hits&atBegin != 0 || v.isDate()
}

// view is what is seen of a line.
type view struct {
	g      *glance
	line   string
	n      int // words
	hits   sight
	odd    int  // words that no date line has, or the line is too long for one; none is counted after the first
	digits bool // there are some before that

	from, to int    // the field of the last word
	last     uint64 // its outline
}

// read looks at the words of a line; it is false for a line that is not ASCII. A word
// is looked at closely where it is the first, where one that is looked for has its
// outline, or where the line may yet be a date.
func (v *view) read() bool {
	g, line := v.g, v.line
	from, outline, word, all := 0, uint64(0), byteForm(0), byteForm(0)
	for at := 0; at <= len(line); at++ {
		form := blank
		if at < len(line) {
			form = g.bytes[line[at]]
		}
		if form&(blank|foreign) == 0 {
			if word |= form; form&ofOutline != 0 {
				outline = outline<<8 | uint64(form&0xFF)
			}
			continue
		}
		if all |= word | form; word&ofWord != 0 {
			if v.odd == 0 || line[at-1] == ':' || at < len(line) && line[at] == ')' ||
				g.single.outlines.has(outline) || g.pair.outlines.has(both(v.last, outline)) {
				v.look(from, at)
			}
			v.n, v.from, v.to, v.last = v.n+1, from, at, outline
		}
		from, outline, word = at+1, 0, 0
	}
	if all&bar != 0 {
		v.hits |= anywhere
	}
	return all&foreign == 0
}

// look looks closely at the next word. What stands before a bracket or a colon is
// looked at as if it stood alone, too.
func (v *view) look(from, to int) {
	last := uint64(0)
	if v.n > 0 {
		last, _, _ = hashBytes(trimWord(v.line[v.from:v.to]))
	}
	hash, plain, digit := hashBytes(trimWord(v.line[from:to]))
	seen := v.see(last, hash)
	if v.line[to-1] == ':' || to < len(v.line) && v.line[to] == ')' {
		seen &= v.see(last, extend(hash, ':'))
	}
	v.digits = v.digits || digit
	if seen&ofDate == 0 && plain && !digit || len(v.line) > maxDateLine/2 {
		v.odd++
	}
}

// see notes what a word, and the last one with it, are sights of, and gives the
// former. The hash of a word is that of its folded form.
func (v *view) see(last, hash uint64) sight {
	seen := v.g.single.of(hash)
	if v.n == 0 {
		v.hits |= seen
		return seen
	}
	pair := v.g.pair.of(both(last, hash))
	if v.n > 1 {
		pair &^= atBegin
	}
	v.hits |= seen&^atBegin | pair
	return seen
}

// isDate says whether the line can give a date and nothing else.
func (v *view) isDate() bool {
	return len(v.line) <= maxDateLine/2 && (v.digits && v.odd == 0 || v.hits&ofWriter != 0)
}

// clean judges by what was seen whether a line can be nothing but prose.
func (v *view) clean() bool {
	short := v.n <= shortWords
	switch {
	case v.n == 0, v.n <= nameWords && v.hits&ofName != 0, v.isDate(), v.hits&(atBegin|anywhere) != 0:
		return false
	case v.hits&inLine != 0 && v.n <= furnitureWords, v.hits&inShort != 0 && short:
		return false
	case v.hits&inCaptions != 0 && (v.n <= 2*creditWords || !endsSentence(v.line)):
		return false
	case v.hits&inBrackets != 0 && strings.IndexByte(v.line, '(') >= 0:
		return false
	}
	return !slashCredit(v.g.x, v.line) && !(short && v.addressed())
}

// addressed says whether the last word may be an address: it has a point inside.
func (v *view) addressed() bool {
	start := strings.LastIndexAny(v.line[:v.from], " \t\v\u00a0") + 1
	return strings.Contains(strings.Trim(v.line[start:], ".,;()<>[] "), ".")
}

const (
	hashOffset, hashPrime = 14695981039346656037, 1099511628211
	pairPrime             = 0x9E3779B97F4A7C15
)

func extend(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

func both(a, b uint64) uint64 { return a*pairPrime ^ b }

func bucket(h uint64) uint64 { return (h * pairPrime) >> (64 - glanceBits) }

// hashForm is the hash of a folded word (FNV-1a, 64 bits).
func hashForm(form string) uint64 {
	h := uint64(hashOffset)
	for i := 0; i < len(form); i++ {
		h = extend(h, form[i])
	}
	return h
}

// hashBytes is the hash of a word as foldWord folds it: any number is "0". plain
// says that it has nothing but letters, digit that there is a digit in it.
func hashBytes(word string) (h uint64, plain, digit bool) {
	h, plain = hashOffset, true
	number := true
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c, number = c+'a'-'A', false
		case c >= 'a' && c <= 'z':
			number = false
		case c >= '0' && c <= '9':
			digit = true
		default:
			plain, number = false, false
		}
		h = extend(h, c)
	}
	if number {
		return extend(hashOffset, '0'), plain, digit
	}
	return h, plain, digit
}
