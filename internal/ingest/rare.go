package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

var errNoObject = errors.New("an object is needed")

// rare reads a record that is not plain, by encoding/json: one with names in
// objects, a text in paragraphs, or bytes that are no UTF-8. What has a form
// that a field cannot have is noted as not understood.
func (p *parser) rare(raw []byte) error {
	var all json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return err
	}
	p.clear()
	return p.members(all, 0)
}

// innerRank is added to the rank of a field that stands within another one.
const innerRank = 1000

func (p *parser) members(object json.RawMessage, depth int) error {
	object = bytes.TrimSpace(object)
	if len(object) == 0 || object[0] != '{' {
		return errNoObject
	}
	in := json.NewDecoder(bytes.NewReader(object))
	_, err := in.Token()
	for err == nil && in.More() {
		var key json.Token
		var value json.RawMessage
		if key, err = in.Token(); err != nil {
			break
		}
		if err = in.Decode(&value); err != nil {
			break
		}
		name, _ := key.(string)
		p.rareMember([]byte(name), value, depth)
	}
	return err
}

// rareMember takes the value of a field of the record. An object that only
// wraps the fields is entered once.
func (p *parser) rareMember(key []byte, value json.RawMessage, depth int) {
	c := p.columns.of(key)
	c.rank += depth * innerRank
	switch {
	case c.field == withinField:
		if depth > 0 || p.members(value, depth+1) != nil {
			p.unknown = append(p.unknown, key)
		}
	case c.field == unknownField:
		p.unknown = append(p.unknown, key)
	case c.field == bylineField:
		start := len(p.byline)
		p.byline = append(p.byline, people(value)...)
		if start == len(p.byline) && !nothing(value) {
			p.unknown = append(p.unknown, key)
		}
		p.offerNames(c.rank, start)
	default:
		stated := plainly(c.field, value)
		if len(stated) == 0 && !nothing(value) {
			p.unknown = append(p.unknown, key)
		}
		p.offer(c, stated)
	}
}

// nothing says whether a value states nothing at all.
func nothing(value json.RawMessage) bool {
	switch string(value) {
	case "null", `""`, "[]", "{}", "false":
		return true
	}
	return false
}

// plainly is a value as a string; empty where it has no form that it may have.
func plainly(field int, value json.RawMessage) []byte {
	if s, ok := scalarOf(value); ok {
		return s
	}
	switch field {
	case textField:
		return paragraphs(value)
	case publishedField, updatedField:
		return dateOf(value)
	}
	return nameOf(value, "name", "main", "title", "rendered", "text", "original", "id")
}

// scalarOf reads a string or a number.
func scalarOf(value json.RawMessage) ([]byte, bool) {
	switch {
	case len(value) == 0:
		return nil, false
	case value[0] == '"':
		var s string
		err := json.Unmarshal(value, &s)
		return []byte(s), err == nil
	case value[0] == '-' || value[0] >= '0' && value[0] <= '9':
		return value, true
	}
	return nil, string(value) == "null"
}

// nameOf is the first of some fields of an object that is a string; of a list,
// that of its first element.
func nameOf(value json.RawMessage, fields ...string) []byte {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) == nil && len(list) > 0 {
		value = list[0]
		if s, ok := scalarOf(value); ok {
			return s
		}
	}
	var object map[string]json.RawMessage
	if json.Unmarshal(value, &object) != nil {
		return nil
	}
	for _, f := range fields {
		if s, ok := scalarOf(object[f]); ok && len(s) > 0 {
			return s
		}
	}
	return nil
}

// people are the names in a list of persons, each a string or an object with
// its parts, or in one of them.
func people(value json.RawMessage) [][]byte {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) != nil {
		list = []json.RawMessage{value}
	}
	var names [][]byte
	for _, one := range list {
		name, ok := scalarOf(one)
		if !ok {
			name = personOf(one)
		}
		if len(name) > 0 {
			names = append(names, name)
		}
	}
	return names
}

// personOf puts together a name that is given in parts, as CSL and Zotero do.
func personOf(value json.RawMessage) []byte {
	if name := nameOf(value, "name", "fullName", "displayName", "literal", "original", "title"); len(name) > 0 {
		return name
	}
	given, family := nameOf(value, "given", "firstName", "firstname"), nameOf(value, "family", "lastName", "lastname")
	return bytes.TrimSpace(append(append(bytes.Clone(given), ' '), family...))
}

// dateOf reads a date that is an object: {"$date": …}, {"date-parts": [[2024, 5, 6]]}.
func dateOf(value json.RawMessage) []byte {
	var d struct {
		Parts [][]json.Number `json:"date-parts"`
	}
	if json.Unmarshal(value, &d) == nil && len(d.Parts) > 0 && len(d.Parts[0]) > 0 {
		var parts []string
		for _, n := range d.Parts[0] {
			part := n.String()
			if len(part) < 2 {
				part = "0" + part
			}
			parts = append(parts, part)
		}
		return []byte(strings.Join(parts, "-"))
	}
	return nameOf(value, "$date", "raw", "value", "literal", "iso")
}

// paragraphs is a text that is given in pieces: a list of paragraphs, or the
// summary and the sections that fundus writes.
func paragraphs(value json.RawMessage) []byte {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) == nil {
		var pieces [][]byte
		for _, one := range list {
			if s, ok := scalarOf(one); ok && len(s) > 0 {
				pieces = append(pieces, s)
			} else if s := nameOf(one, "text", "content", "paragraph"); len(s) > 0 {
				pieces = append(pieces, s)
			}
		}
		return bytes.Join(pieces, []byte("\n\n"))
	}
	var body struct {
		Summary  []string
		Sections []struct{ Headline, Paragraphs []string }
	}
	if json.Unmarshal(value, &body) != nil {
		return nil
	}
	all := body.Summary
	for _, s := range body.Sections {
		all = append(append(all, s.Headline...), s.Paragraphs...)
	}
	return []byte(strings.Join(all, "\n\n"))
}
