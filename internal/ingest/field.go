package ingest

import (
	"bufio"
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed fields.txt
var fieldTable string

// Field says under which name the user's records state something.
type Field struct{ Name, Column string }

// ParseField reads NAME=COLUMN, as in "published=day_of_issue". The error says
// which names there are.
func ParseField(s string) (Field, error) {
	name, column, found := strings.Cut(s, "=")
	if !found || column == "" || fieldNamed(name) == unknownField {
		return Field{}, fmt.Errorf("%q: write NAME=COLUMN, where NAME is one of %s", s, strings.Join(fieldNames(),
			", "))
	}
	return Field{name, column}, nil
}

// fieldNames lists what a record may state.
func fieldNames() []string {
	return []string{
		textField: "text", htmlField: "html", idField: "id", urlField: "url", outletField: "outlet",
		titleField:     "title",
		publishedField: "published", updatedField: "updated", languageField: "language", bylineField: "byline",
	}
}

func fieldNamed(name string) int {
	if name == "within" {
		return withinField
	}
	return slices.Index(fieldNames(), name)
}

// column is what a name in a record means, and how much it is trusted: what
// the user said is 0, the field's own name is 1, then come its other names.
type column struct{ field, rank int }

// columns tells what the names in records mean.
type columns struct {
	own   map[string]column // to the letter, as the user states them
	known map[string]column // squeezed
}

// newColumns reads the table of names. Words of the table that name no field
// are left out, which a test would find.
func newColumns(own []Field) *columns {
	c := &columns{own: map[string]column{}, known: map[string]column{}}
	rank := map[int]int{}
	lines := bufio.NewScanner(strings.NewReader(fieldTable))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 2 || words[0] == "#" {
			continue
		}
		field := fieldNamed(words[0])
		for _, name := range words[1:] {
			rank[field]++
			if _, taken := c.known[name]; !taken && field != unknownField {
				c.known[name] = column{field, rank[field]}
			}
		}
	}
	for _, f := range own {
		c.own[f.Column] = column{fieldNamed(f.Name), 0}
	}
	return c
}

// of tells what a name means; the field is unknownField where nobody knows.
func (c *columns) of(key []byte) column {
	if len(c.own) > 0 {
		if own, ok := c.own[string(key)]; ok {
			return own
		}
	}
	if known, ok := c.known[string(key)]; ok {
		return known
	}
	var room [maxNameBytes]byte
	if known, ok := c.known[string(squeeze(room[:0], key))]; ok {
		return known
	}
	return column{unknownField, 0}
}

// maxNameBytes is how much of a name is looked at, and shown.
const maxNameBytes = 60

// squeeze appends the letters and digits of a name, in small letters.
func squeeze(to, name []byte) []byte {
	for _, b := range bytes.TrimSpace(name[:min(len(name), maxNameBytes)]) {
		switch {
		case 'A' <= b && b <= 'Z':
			to = append(to, b+'a'-'A')
		case b >= 0x80, 'a' <= b && b <= 'z', '0' <= b && b <= '9':
			to = append(to, b)
		}
	}
	return to
}
