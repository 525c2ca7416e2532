package ingest

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// The fields of a record. From urlField on they go into stemma.Record as they
// are; a byline may have several parts and stands apart.
const (
	textField = iota
	htmlField
	idField
	urlField
	outletField
	titleField
	publishedField
	updatedField
	languageField
	bylineField
	fieldCount = bylineField

	withinField  = bylineField + 1 // an object that holds the fields
	unknownField = -1
)

// parser reads records that are plain: an object in valid UTF-8 in which every
// field that is known is a string, a number or null, and a byline a list of
// strings besides. Nearly all are; the others are left to encoding/json, which
// reads them or says what is wrong. A record that is plain reads the same by
// both: FuzzParse.
//
// It makes no tree, copies only strings that have escapes, and looks at eight
// bytes at a time; doc.go says what that is worth.
type parser struct {
	columns *columns
	fields  [fieldCount][]byte // as UTF-8, in the line or in spare
	byline  [][]byte
	// ranks says by which name each field was stated, as column has it. Of two
	// names the more trusted one counts, of one name the last.
	ranks   [fieldCount + 1]int
	unknown [][]byte // names that nobody knows, as they are written

	line  []byte
	at    int    // what of line is read
	spare []byte // strings that had escapes
	valid bool   // all lines are valid UTF-8
}

// begin prepares for the lines in data: what parse has given is not valid any
// more.
func (p *parser) begin(data []byte) {
	// No string gets longer when its escapes are resolved.
	p.spare = slices.Grow(p.spare[:0], len(data))
	p.valid = utf8.Valid(data)
}

// parse reads one record into the fields. It is false for one that is not
// plain.
func (p *parser) parse(line []byte) bool {
	p.clear()
	p.line, p.at = line, 0
	if !p.valid && !utf8.Valid(line) {
		return false
	}
	return p.object(0) && p.space() == len(line)
}

// addressRank is added to the rank of an address that an outlet's name holds.
const addressRank = 100

// unstated is the rank of a field that no name states.
const unstated = 1 << 20

func (p *parser) clear() {
	p.fields, p.byline, p.unknown = [fieldCount][]byte{}, p.byline[:0], p.unknown[:0]
	for i := range p.ranks {
		p.ranks[i] = unstated
	}
}

// object reads an object that stands in depth others; the outermost is the
// record.
func (p *parser) object(depth int) bool {
	if depth > deepest || !p.next('{') {
		return false
	}
	if p.next('}') {
		return true
	}
	for {
		p.space()
		key, ok := p.quoted()
		if !ok || !p.next(':') || p.space() == len(p.line) {
			return false
		}
		if depth > 0 {
			ok = p.ignore(depth)
		} else {
			ok = p.member(key)
		}
		if !ok || !p.next(',') {
			return ok && p.next('}')
		}
	}
}

// member reads the value of a field of the record.
func (p *parser) member(key []byte) bool {
	c := p.columns.of(key)
	switch {
	case c.field == withinField:
		return false
	case c.field == unknownField:
		p.unknown = append(p.unknown, key)
		return p.ignore(0)
	case c.field == bylineField:
		return p.names(c.rank)
	}
	value, ok := p.scalar()
	p.offer(c, value)
	return ok
}

// offer takes a value for a field, unless a more trusted name states it. An
// empty value states nothing, and an address under another name of the outlet
// is the report's.
func (p *parser) offer(c column, value []byte) {
	if c.field == outletField && c.rank > 1 && bytes.Contains(value, []byte("://")) {
		c = column{urlField, c.rank + addressRank}
	}
	if len(value) > 0 && c.rank <= p.ranks[c.field] {
		p.fields[c.field], p.ranks[c.field] = value, c.rank
	}
}

// scalar reads a string, or a number as it is written, or null as nothing.
func (p *parser) scalar() ([]byte, bool) {
	switch p.line[p.at] {
	case '"':
		return p.quoted()
	case 'n':
		return nil, p.word("null")
	}
	start := p.at
	ok := p.number()
	return p.line[start:p.at], ok
}

// names reads a byline: a list of strings, or what scalar reads.
func (p *parser) names(rank int) bool {
	start := len(p.byline)
	read := func() bool {
		name, ok := p.scalar()
		if len(name) > 0 {
			p.byline = append(p.byline, name)
		}
		return ok
	}
	ok := false
	if p.line[p.at] == '[' {
		ok = p.array(0, read)
	} else {
		ok = read()
	}
	p.offerNames(rank, start)
	return ok
}

// offerNames takes the names from start on for the byline, or drops them.
func (p *parser) offerNames(rank, start int) {
	if start == len(p.byline) || rank > p.ranks[bylineField] {
		p.byline = p.byline[:start]
		return
	}
	p.byline = p.byline[:copy(p.byline, p.byline[start:])]
	p.ranks[bylineField] = rank
}

// array reads an array that stands in depth other values, calling element
// where each of its elements begins.
func (p *parser) array(depth int, element func() bool) bool {
	if depth > deepest || !p.next('[') {
		return false
	}
	if p.next(']') {
		return true
	}
	for {
		if p.space() == len(p.line) || !element() {
			return false
		}
		if !p.next(',') {
			return p.next(']')
		}
	}
}

// deepest is how many values may stand in each other. Beyond it, encoding/json
// decides, which gives up at 10,000; so no line makes the parser call itself
// oftener than that.
const deepest = 100

// ignore reads a value of no concern that stands in depth others, the record
// aside.
func (p *parser) ignore(depth int) bool {
	switch p.line[p.at] {
	case '{':
		return p.object(depth + 1)
	case '[':
		return p.array(depth+1, func() bool { return p.ignore(depth + 1) })
	case 't':
		return p.word("true")
	case 'f':
		return p.word("false")
	}
	_, ok := p.scalar()
	return ok
}
