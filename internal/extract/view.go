package extract

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"stemma/internal/fnv"
)

// byteForm is what a byte is to a first look at a line.
type byteForm uint8

const (
	blank  byteForm = 1 << iota // white space, or a bracket: it parts words
	bar                         // of furniture wherever it stands
	ofWord                      // what a folded word begins and ends with
)

func byteForms() (all [256]byteForm) {
	for c := range all {
		switch {
		case c >= utf8.RuneSelf: // of a letter: see typed
			all[c] = ofWord
		case c <= ' ' || c == '(' || c == ')':
			all[c] = blank
		case c == '|' || c == '@':
			all[c] = bar
		case isWordRune(rune(c)):
			all[c] = ofWord
		}
	}
	return all
}

// outline is the first eight bytes of a word, in small letters: equal words have
// equal outlines, and all numbers have one.
func outline(word string) uint64 { return outlineIn(word, 0, len(word)) }

// outlineIn is the outline of a word in a line, which may be read in one go where more
// follows.
func outlineIn(line string, from, to int) (o uint64) {
	switch {
	case from == to:
		return 0
	case line[from] >= '0' && line[from] <= '9':
		return '0'
	case from+8 <= len(line):
		o = eightAt(line, from) | 0x2020202020202020
		if n := to - from; n < 8 {
			o &= 1<<(8*n) - 1
		}
		return o
	}
	for i := min(to, from+8) - 1; i >= from; i-- {
		o = o<<8 | uint64(line[i]|0x20)
	}
	return o
}

// eightAt reads eight bytes, of which the first is the lowest.
func eightAt(line string, at int) uint64 {
	s := line[at : at+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// endsIn has, of eight bytes, the high bit set in the first that is white space or not
// ASCII, and in none before it: of one below '!' it is set once '!' is taken away.
func endsIn(eight uint64) uint64 { return (eight - 0x2121212121212121 | eight) & 0x8080808080808080 }

// fieldEnd is where the field at a byte ends: before white space. Eight bytes are looked
// at together, but for those that are not ASCII.
func fieldEnd(line string, at int) int {
	for at+8 <= len(line) {
		ends := endsIn(eightAt(line, at))
		if ends == 0 {
			at += 8
			continue
		}
		at += bits.TrailingZeros64(ends) / 8
		if line[at] < utf8.RuneSelf {
			return at
		}
		at++
	}
	for at < len(line) && line[at] > ' ' {
		at++
	}
	return at
}

// cleanLine says that a line is a paragraph for sure; edge, that it may be
// something else at the edge of a text only, and dated, that this may be a date.
func (g *glance) cleanLine(line string) (clean, edge, dated bool) {
	if len(line) > maxLineBytes {
		return false, false, false
	}
	read, ok := typed(line)
	if !ok {
		return false, true, true
	}
	v := view{g: g, line: read}
	v.read()
	dated = v.isDate()
	clean = v.clean() && !g.x.slashCredit(line) && !(strings.Contains(line, "©") && g.x.agencyRights(line).ok)
	return clean, v.n <= nameWords || v.hits&(atBegin|atBeginShort) != 0 || dated, dated
}

// view is what is seen of a line.
type view struct {
	g      *glance
	line   string // as typed writes it
	n      int    // words
	hits   sight
	odd    int  // words that no date line has, or the line is too long for one; none is counted after the first
	digits bool // there are some before that

	from, to int    // the last word
	last     uint64 // its outline
}

// read looks at the words of a line.
func (v *view) read() {
	line, forms := v.line, &v.g.bytes
	if strings.IndexByte(line, '|') >= 0 || strings.IndexByte(line, '@') >= 0 {
		v.hits |= anywhere
	}
	brackets := strings.IndexByte(line, '(') >= 0 || strings.IndexByte(line, ')') >= 0
	for at := 0; at < len(line); {
		if forms[line[at]]&blank != 0 {
			at++
			continue
		}
		if v.odd > 0 && !brackets && at+8 <= len(line) {
			if end := v.plain(at, eightAt(line, at)); end > 0 {
				at = end
				continue
			}
		}
		end := fieldEnd(line, at)
		if brackets {
			end = at + beforeBracket(line[at:end])
		}
		v.field(at, end)
		at = end
	}
}

// beforeBracket is how long the beginning of a field is that has no bracket.
func beforeBracket(field string) int {
	for i := range len(field) {
		if field[i] == '(' || field[i] == ')' {
			return i
		}
	}
	return len(field)
}

// plain is field for what most fields are that follow on others: a word or number with no
// mark but a comma or point at its end. Its first eight bytes, which are given, are looked
// at together. It gives where the field ends, 0 for one that is none of these.
func (v *view) plain(at int, eight uint64) (end int) {
	g, line := v.g, v.line
	ends := endsIn(eight)
	if end = at + bits.TrailingZeros64(ends)/8; ends == 0 {
		end = fieldEnd(line, at+8)
	} else if line[end] >= utf8.RuneSelf {
		return 0
	}
	to := end
	if c := line[to-1]; c == ',' || c == '.' {
		to--
	}
	if to == at || g.bytes[line[at]]&ofWord == 0 || g.bytes[line[to-1]]&ofWord == 0 {
		return 0
	}
	outline := eight | 0x2020202020202020
	switch n := to - at; {
	case line[at] >= '0' && line[at] <= '9':
		outline = '0'
	case n < 8:
		outline &= 1<<(8*n) - 1
	}
	if g.single.outlines.has(outline) || g.pair.outlines.has(both(v.last, outline)) {
		v.look(at, to, false)
	}
	v.n, v.from, v.to, v.last = v.n+1, at, to, outline
	return end
}

// field looks at the word in a field, closely where it is the first, where one that is
// looked for has its outline, or where the line may yet be a date.
func (v *view) field(at, end int) {
	g, line, from, to := v.g, v.line, at, end
	for from < to && g.bytes[line[from]]&ofWord == 0 {
		from++
	}
	for to > from && g.bytes[line[to-1]]&ofWord == 0 {
		to--
	}
	if from == to {
		return
	}
	outline := outlineIn(line, from, to)
	colon := line[end-1] == ':' || end < len(line) && line[end] == ')'
	if v.odd == 0 || colon || g.single.outlines.has(outline) || g.pair.outlines.has(both(v.last, outline)) {
		v.look(from, to, colon)
	}
	v.n, v.from, v.to, v.last = v.n+1, from, to, outline
}

// look looks closely at the next word. What stands before a bracket or a colon is
// looked at as if it stood alone, too.
func (v *view) look(from, to int, colon bool) {
	last := uint64(0)
	if v.n > 0 {
		last, _, _ = hashBytes(v.line[v.from:v.to])
	}
	hash, plain, digit := hashBytes(v.line[from:to])
	seen := v.see(last, hash)
	if colon {
		seen &= v.see(last, fnv.Add(hash, ':'))
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
		pair &^= atBegin | atBeginShort
	}
	v.hits |= seen&^(atBegin|atBeginShort) | pair
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
	case v.hits&(inLine|atBeginShort) != 0 && v.n <= furnitureWords, v.hits&inShort != 0 && short:
		return false
	case v.hits&inCaptions != 0 && (v.n <= 2*creditWords || !endsSentence(v.line)):
		return false
	case v.hits&inBrackets != 0 && strings.IndexByte(v.line, '(') >= 0:
		return false
	}
	return !(short && v.addressed())
}

// addressed says whether the last word may be an address: it has a point inside.
func (v *view) addressed() bool {
	start := strings.LastIndexAny(v.line[:v.from], " \t\v\u00a0") + 1
	return strings.Contains(strings.Trim(v.line[start:], ".,;()<>[] "), ".")
}

// pairPrime spreads the hash of two words, and what of it is kept.
const pairPrime = 0x9E3779B97F4A7C15

func both(a, b uint64) uint64 { return a*pairPrime ^ b }

func bucket(h uint64) uint64 { return (h * pairPrime) >> (64 - glanceBits) }

// hashBytes is the hash of a word as foldWord folds it: any number is "0". plain
// says that it has nothing but letters, digit that there is a digit in it.
func hashBytes(word string) (h uint64, plain, digit bool) {
	h, plain = fnv.Offset, true
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
		h = fnv.Add(h, c)
	}
	if number {
		return fnv.Add(fnv.Offset, '0'), plain, digit
	}
	return h, plain, digit
}
