package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Mark stands in the second line of every XML file and in the first of a brief,
// so that Stemma knows what it wrote.
const Mark = "<!-- written by Stemma -->"

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + Mark + "\n"

// tags writes XML. What goes wrong is kept in the writer, and told by flush.
type tags struct {
	out   *bufio.Writer
	depth int
}

func newTags(w io.Writer) *tags {
	t := &tags{out: bufio.NewWriter(w)}
	t.out.WriteString(xmlHead)
	return t
}

// open begins an element; attributes are names and values in turn, of which those
// without a value are left out.
func (t *tags) open(name string, attributes ...string) {
	t.begin(name, attributes)
	t.out.WriteString(">\n")
	t.depth++
}

func (t *tags) begin(name string, attributes []string) {
	fmt.Fprintf(t.out, "%s<%s", strings.Repeat("  ", t.depth), name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			fmt.Fprintf(t.out, ` %s="%s"`, attributes[i], escaped(attributes[i+1]))
		}
	}
}

func (t *tags) close(name string) {
	t.depth--
	fmt.Fprintf(t.out, "%s</%s>\n", strings.Repeat("  ", t.depth), name)
}

// text writes an element with nothing but text in it, and none where there is none.
func (t *tags) text(name, text string, attributes ...string) {
	if text == "" {
		return
	}
	t.begin(name, attributes)
	fmt.Fprintf(t.out, ">%s</%s>\n", escaped(text), name)
}

func (t *tags) empty(name string, attributes ...string) {
	t.begin(name, attributes)
	t.out.WriteString("/>\n")
}

// escaped is a text in XML; what XML cannot hold becomes U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	// A builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
