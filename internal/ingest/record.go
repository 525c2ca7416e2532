package ingest

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"stemma"
)

// json reads a .json file: one record, an array, or JSON Lines.
func (w *worker) json(data []byte) {
	data, err := unmark(data)
	if err != nil {
		w.fail(w.got.file, 0, err.Error())
		return
	}
	data = bytes.TrimSpace(data)
	switch {
	case len(data) > 0 && data[0] == '[':
		w.array(data)
	case bytes.IndexByte(data, '\n') >= 0 && !json.Valid(data):
		// White space may have hidden a mark.
		if data, err = unmark(data); err != nil {
			w.fail(w.got.file, 0, err.Error())
		}
		w.lines(data, 1)
	default:
		w.parser.begin(data)
		w.record(data, 0)
	}
}

// unmark drops a byte-order mark and decodes UTF-16 that has one.
func unmark(data []byte) ([]byte, error) {
	if !marked(data) {
		return data, nil
	}
	data, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	return data, err
}

func (w *worker) array(data []byte) {
	w.parser.begin(data)
	in := json.NewDecoder(bytes.NewReader(data))
	if _, err := in.Token(); err != nil {
		w.fail(w.got.file, 0, "not JSON: "+err.Error())
		return
	}
	n := 0
	for in.More() && w.ctx.Err() == nil {
		n++
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			w.fail(w.place(n), n, "not JSON: "+err.Error())
			return
		}
		w.record(raw, n)
	}
	if n == 0 {
		w.fail(w.got.file, 0, "empty")
	}
}

// elements reads whole elements of an array, the first of which is the n-th.
func (w *worker) elements(data []byte, n int) {
	w.parser.begin(data)
	for ; len(data) > 0 && w.ctx.Err() == nil; n++ {
		var value nesting
		end := value.end(data, 0)
		if end < 0 {
			return
		}
		switch raw := bytes.TrimSpace(data[:end]); {
		case int64(len(raw)) > w.limit:
			w.fail(w.place(n), n, "an element "+tooLarge(w.limit))
		case len(raw) > 0:
			w.record(raw, n)
		case data[end] == ',':
			w.fail(w.place(n), n, "not a record: empty")
		}
		data = data[end+1:]
	}
}

// record reads the record whose bytes are raw and which is the n-th in its
// file, or all of it if n is 0.
func (w *worker) record(raw []byte, n int) {
	p := &w.parser
	if !p.parse(raw) {
		if err := p.rare(raw); err != nil {
			w.fail(w.place(n), n, "not a record: "+err.Error())
			return
		}
	}
	w.report(raw, n)
}

// report makes an item of the fields that the parser has read of the record
// whose bytes are raw.
func (w *worker) report(raw []byte, n int) {
	p := &w.parser
	it := Item{Place: n, Media: stemma.PlainText, Data: p.fields[textField], Stated: true}
	w.name(&it, p.fields[idField])
	switch {
	case blank(it.Data):
		it.Media, it.Data = stemma.HTML, p.fields[htmlField]
	case markup(it.Data):
		it.Media = stemma.HTML
	}
	if blank(it.Data) {
		w.fail(it.Input, n, "neither text nor html"+w.unread())
		return
	}
	w.state(&it)
	w.put(it, raw)
	for _, name := range p.unknown {
		w.remark(&it, name)
	}
}

// unread lists the names of a record without an article that nobody knows.
func (w *worker) unread() string {
	var names []string
	for _, name := range w.parser.unknown[:min(len(w.parser.unknown), maxRemarks)] {
		names = append(names, shown(name))
	}
	if len(names) == 0 {
		return ""
	}
	return "; " + notUnderstood + strings.Join(names, ", ")
}

// name gives the item its names.
func (w *worker) name(it *Item, id []byte) {
	if len(id) == 0 && it.Place == 0 {
		it.Name, it.Input = w.got.file, w.got.file
		return
	}
	w.words = append(append(w.words[:0], w.got.file...), '#')
	if len(id) == 0 {
		it.Input = string(strconv.AppendInt(w.words, int64(it.Place), 10))
		it.Name = it.Input
		return
	}
	it.Input = string(append(w.words, id...))
	it.Name = it.Input[len(w.words):]
	it.Record.ID = it.Name
}

// state copies what the record states into one string, and cuts that up.
func (w *worker) state(it *Item) {
	p, r := &w.parser, &it.Record
	w.words = w.words[:0]
	for _, field := range p.fields[urlField:] {
		w.words = append(w.words, field...)
	}
	for _, name := range p.byline {
		w.words = append(w.words, name...)
	}
	rest := string(w.words)
	cut := func(part []byte) (s string) {
		s, rest = rest[:len(part)], rest[len(part):]
		return s
	}
	r.URL, r.Outlet, r.Title = cut(p.fields[urlField]), cut(p.fields[outletField]), cut(p.fields[titleField])
	r.Published, r.Updated, r.Language = cut(p.fields[publishedField]), cut(p.fields[updatedField]),
		cut(p.fields[languageField])
	if len(p.byline) > 0 {
		r.Byline = make([]string, len(p.byline))
	}
	for i, name := range p.byline {
		r.Byline[i] = cut(name)
	}
}
