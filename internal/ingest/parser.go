package ingest

import (
	"bytes"
	"encoding/json"
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
// no field twice and in which every field has the type that it should have. So
// are nearly all; of the others it says that they are not plain, and it is left
// to encoding/json to read them, or to say what is wrong. Where both read a
// record they read the same, which a fuzz test holds them to.
//
// It is four times as fast as the parsers for all purposes that were tried,
// since it makes no tree, copies only what has escapes, and looks at eight
// bytes at a time; see BenchmarkParse.
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
	return p.object() && p.space() == len(line)
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

func (p *parser) object() bool {
	if !p.next('{') {
		return false
	}
	if p.next('}') {
		return true
	}
	for {
		p.space()
		key, ok := p.quoted()
		if !ok || !p.next(':') || !p.member(key) {
			return false
		}
		if !p.next(',') {
			return p.next('}')
		}
	}
}

// member reads the value of a key.
func (p *parser) member(key []byte) bool {
	field := fieldOf(key)
	if field != unknownField {
		bit := uint(1) << field
		if p.seen&bit != 0 {
			return false
		}
		p.seen |= bit
	}
	switch {
	case p.space() == len(p.line):
		return false
	case field == unknownField:
		return p.ignore()
	case field == bylineField && p.line[p.at] == '[':
		return p.list()
	}
	value, ok := p.scalar()
	if field == bylineField {
		if len(value) > 0 {
			p.byline, p.listed = append(p.byline, value), true
		}
		return ok
	}
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

// list reads a list of strings into the byline.
func (p *parser) list() bool {
	p.listed = true
	p.next('[')
	if p.next(']') {
		return true
	}
	for {
		p.space()
		name, ok := p.quoted()
		if !ok {
			return false
		}
		p.byline = append(p.byline, name)
		if !p.next(',') {
			return p.next(']')
		}
	}
}

// ignore reads a value that is of no concern.
func (p *parser) ignore() bool {
	switch p.line[p.at] {
	case '{', '[':
		return p.nested()
	case 't':
		return p.word("true")
	case 'f':
		return p.word("false")
	}
	_, ok := p.scalar()
	return ok
}

// deepest is how many brackets may be open in a value of no concern. Beyond
// it, encoding/json decides, which gives up at 10,000.
const deepest = 100

// nested reads an object or array of no concern: finds its end, and leaves it
// to encoding/json whether what is between is sound.
func (p *parser) nested() bool {
	start, depth := p.at, 0
	for p.at < len(p.line) && depth <= deepest {
		switch p.line[p.at] {
		case '"':
			if _, ok := p.quoted(); !ok {
				return false
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		p.at++
		if depth == 0 {
			return json.Valid(p.line[start:p.at])
		}
	}
	return false
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
	const initials = "thiuoblpTHIUOBLP" // no letter beyond ASCII folds to one of these
	if len(key) == 0 || bytes.IndexByte([]byte(initials), key[0]) < 0 {
		return unknownField
	}
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
