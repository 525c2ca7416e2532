package language

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"strings"
	"unicode"
)

// maker makes tables, one after another, in the same room.
type maker struct {
	file  bytes.Buffer
	text  []byte
	slots []slot
	edges edges
	size  int
}

// begin readies a table of so many entries at most: of three slots one stays free or more.
func (m *maker) begin(entries int) {
	slots := 2
	for 2*slots < 3*entries {
		slots *= 2
	}
	m.text, m.slots, m.edges, m.size = m.text[:0], make([]slot, slots), edges{}, 0
}

// add adds a line if its entry is new.
func (m *maker) add(entry, attributes string) {
	at := len(m.text)
	if m.text = append(m.text, entry...); m.enter(at) {
		m.text = append(append(append(m.text, '\t'), attributes...), '\n')
	}
}

// enter enters the entry that begins at a place and ends the text so far; it is taken away
// where it is known.
func (m *maker) enter(at int) bool {
	entry := m.text[at:]
	hash, last := maphash.Bytes(seed, entry), uint64(len(m.slots)-1)
	i := hash & last
	for ; m.slots[i] != 0; i = (i + 1) & last {
		known := m.text[m.slots[i].place():at]
		if len(known) > len(entry) && known[len(entry)] == '\t' && bytes.HasPrefix(known, entry) {
			m.text = m.text[:at]
			return false
		}
	}
	m.slots[i] = slotOf(hash, at)
	m.edges.add(string(entry))
	m.size++
	return true
}

// spaced appends attributes with one blank between two.
func spaced(text, attributes []byte) []byte {
	for i, c := range attributes {
		switch {
		case c != ' ' && c != '\t':
			text = append(text, c)
		case i > 0 && attributes[i-1] != ' ' && attributes[i-1] != '\t':
			text = append(text, ' ')
		}
	}
	return text
}

func (m *maker) table() Table { return Table{&lines{string(m.text), m.slots, m.edges, m.size}} }

// read makes the table of a file; it is empty where there is none.
func (m *maker) read(files fs.FS, name string, schema *typed) (Table, error) {
	f, err := files.Open(name)
	if err != nil {
		return Table{}, nil // a language may lack a kind of knowledge
	}
	defer f.Close()
	m.file.Reset()
	if _, err := m.file.ReadFrom(f); err != nil {
		return Table{}, fmt.Errorf("language: %s: %w", name, err)
	}
	table, err := m.parse(m.file.Bytes(), schema)
	if err != nil {
		return Table{}, fmt.Errorf("language: %s: %w", name, err)
	}
	return table, nil
}

// parse reads a table, and checks it by its schema, if it has one.
func (m *maker) parse(text []byte, schema *typed) (Table, error) {
	m.begin(bytes.Count(text, []byte("\n")) - bytes.Count(text, []byte("\n#")) + 1)
	for n, rest, more := 1, text, true; more; n++ {
		var line []byte
		line, rest, more = bytes.Cut(rest, []byte("\n"))
		if err := m.line(bytes.TrimSpace(line), schema); err != nil {
			return Table{}, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return m.table(), nil
}

// line reads a line without the white space around it.
func (m *maker) line(line []byte, schema *typed) error {
	if len(line) == 0 || line[0] == '#' {
		if m.size > 0 {
			return nil
		}
		if _, _, ok := example(string(line)); ok {
			return errors.New("an example before the first entry")
		}
		return nil
	}
	entry, attributes := line, []byte(nil)
	if i := bytes.Index(line, []byte(": ")); i >= 0 {
		entry, attributes = bytes.TrimSpace(line[:i]), line[i+2:]
	}
	at := len(m.text)
	m.text = append(m.text, lower(entry)...)
	switch {
	case len(entry) == 0:
		return errors.New("attributes without an entry")
	case len(m.text) >= 1<<placeBits:
		return errors.New("too long a table")
	case !m.enter(at):
		return fmt.Errorf("%q stands twice", lower(entry))
	}
	m.text = append(spaced(append(m.text, '\t'), attributes), '\n')
	if schema != nil {
		return schema.check(strings.Fields(string(attributes)))
	}
	return nil
}

// lower is an entry as it is asked for: most are written so.
func lower(entry []byte) []byte {
	if bytes.ContainsFunc(entry, func(c rune) bool { return unicode.ToLower(c) != c }) {
		return bytes.ToLower(entry)
	}
	return entry
}

// examples reads the examples of a table whose entries are well formed.
func examples(text string) []Example {
	var all []Example
	last := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if sentence, right, ok := example(line); ok {
			all = append(all, Example{Entry: last, Text: sentence, Right: right})
		} else if line != "" && line[0] != '#' {
			entry, _, _ := strings.Cut(line, ": ")
			last = strings.ToLower(strings.TrimSpace(entry))
		}
	}
	return all
}

// example reads a comment that is an example of the entry before it.
func example(line string) (sentence string, right, ok bool) {
	if rest, found := strings.CutPrefix(line, "#+"); found {
		return strings.TrimSpace(rest), true, true
	}
	rest, found := strings.CutPrefix(line, "#-")
	return strings.TrimSpace(rest), false, found
}
