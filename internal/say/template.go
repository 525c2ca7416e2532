package say

import (
	"fmt"
	"strings"

	"stemma"
)

// template is a sentence with holes, in order.
type template []part

// part is either text as it stands or a hole for a value.
type part struct {
	text      string
	name      string // of the value; "" for text
	form      string // "", "word", "quote", "percent" or "list"
	one, many string // the two words of a choice
	choice    bool
}

// forms are the ways to write a value; doc.go says what each does.
const forms = " word quote percent list "

// parse reads a sentence of the table.
func parse(text string) (template, error) {
	var t template
	for text != "" {
		head, rest, open := strings.Cut(text, "{")
		if head != "" {
			t = append(t, part{text: head})
		}
		if !open {
			break
		}
		hole, tail, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("a brace is not closed")
		}
		p, err := parseHole(hole)
		if err != nil {
			return nil, err
		}
		t, text = append(t, p), tail
	}
	return t, nil
}

func parseHole(hole string) (part, error) {
	if words := strings.Split(hole, "|"); len(words) == 3 && words[0] != "" {
		return part{name: words[0], one: words[1], many: words[2], choice: true}, nil
	}
	name, form, has := strings.Cut(hole, ":")
	if name == "" || strings.ContainsAny(name, "|{ ") || has && !strings.Contains(forms, " "+form+" ") {
		return part{}, fmt.Errorf("{%s} is no value", hole)
	}
	return part{name: name, form: form}, nil
}

// fill writes the values into the holes.
func (w *Writer) fill(t template, args stemma.Args) string {
	var b strings.Builder
	for _, p := range t {
		switch {
		case p.name == "":
			b.WriteString(p.text)
		case p.choice:
			b.WriteString(p.choose(args[p.name]))
		default:
			b.WriteString(w.value(args[p.name], p.form))
		}
	}
	return b.String()
}

func (p part) choose(value any) string {
	if n, ok := value.(int); ok && n == 1 {
		return p.one
	}
	return p.many
}
