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
	fieldCount

	bylineField  = fieldCount
	unknownField = -1
)

// parser reads records that are plain: an object, in valid UTF-8, that names
// no field twice and in which every field has a type that it may have. Nearly
// all are; the others are left to encoding/json, which reads them or says what
// is wrong. A record that is plain reads the same by both: FuzzParse.
//
// It makes no tree, copies only strings that have escapes, and looks at eight
// bytes at a time; doc.go says what that is worth.
type parser struct {
	fields [fieldCount][]byte // as UTF-8, in the line or in spare
	byline [][]byte
	listed bool // there is a byline, if an empty one

	line  []byte
	at    int    // what of line is read
	seen  uint   // a bit for every field that was named
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
	p.fields, p.byline, p.listed = [fieldCount][]byte{}, p.byline[:0], false
	p.line, p.at, p.seen = line, 0, 0
	if !p.valid && !utf8.Valid(line) {
		return false
	}
	return p.object(0) && p.space() == len(line)
}

// take takes the fields from a record that encoding/json has read.
func (p *parser) take(r *record) {
	p.fields = [fieldCount][]byte{
		textField: []byte(r.Text), htmlField: []byte(r.HTML), idField: []byte(r.ID), urlField: []byte(r.URL),
		outletField: []byte(r.Outlet), titleField: []byte(r.Title), publishedField: []byte(r.Published),
		updatedField: []byte(r.Updated), languageField: []byte(r.Language),
	}
	p.byline, p.listed = p.byline[:0], r.Byline != nil
	for _, name := range r.Byline {
		p.byline = append(p.byline, []byte(name))
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
			ok = p.member(fieldOf(key))
		}
		if !ok || !p.next(',') {
			return ok && p.next('}')
		}
	}
}

// member reads the value of a field of the record.
func (p *parser) member(field int) bool {
	if field == unknownField {
		return p.ignore(0)
	}
	bit := uint(1) << field
	if p.seen&bit != 0 {
		return false
	}
	p.seen |= bit
	if field == bylineField {
		return p.names()
	}
	value, ok := p.scalar()
	p.fields[field] = value
	return ok
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

// names reads the byline: a list of strings, or what scalar reads.
func (p *parser) names() bool {
	if p.line[p.at] != '[' {
		name, ok := p.scalar()
		if len(name) > 0 {
			p.byline, p.listed = append(p.byline, name), true
		}
		return ok
	}
	p.listed = true
	return p.array(0, func() bool {
		name, ok := p.quoted()
		p.byline = append(p.byline, name)
		return ok
	})
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

// fieldOf tells which field a key names. As encoding/json has it, "Text" and
// "TEXT" name the same as "text".
func fieldOf(key []byte) int {
	switch string(key) {
	case "text":
		return textField
	case "html":
		return htmlField
	case "id":
		return idField
	case "url":
		return urlField
	case "outlet":
		return outletField
	case "title":
		return titleField
	case "byline":
		return bylineField
	case "published":
		return publishedField
	case "updated":
		return updatedField
	case "language":
		return languageField
	}
	return foldedField(key)
}

// foldedField is fieldOf for a key that is no field's name to the letter.
func foldedField(key []byte) int {
	for _, b := range key {
		if b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			return foldField(key)
		}
	}
	return unknownField
}

func foldField(key []byte) int {
	for field, name := range [...]string{
		textField: "text", htmlField: "html", idField: "id", urlField: "url", outletField: "outlet", titleField: "title",
		publishedField: "published", updatedField: "updated", languageField: "language", bylineField: "byline",
	} {
		if bytes.EqualFold(key, []byte(name)) {
			return field
		}
	}
	return unknownField
}
