package ingest

import (
	"bytes"
	"io"
	"strings"
)

// header is the first row of a table: what its columns are called.
type header struct {
	sep   byte
	names [][]byte
}

// separators part the cells of a row: the comma of RFC 4180, the tab, and the
// semicolon of spreadsheets where the comma is the decimal point.
const separators = ",\t;|"

// newHeader reads the first row by the separator that finds most columns that
// are known, or else most columns.
func newHeader(row []byte, c *columns) *header {
	best, most := &header{}, -1
	for i := range len(separators) {
		h := &header{sep: separators[i], names: cells(nil, row, separators[i])}
		if n := h.known(c)*1000 + len(h.names); n > most {
			best, most = h, n
		}
	}
	return best
}

// known is how many of the columns mean something.
func (h *header) known(c *columns) (n int) {
	for _, name := range h.names {
		if c.of(name).field != unknownField {
			n++
		}
	}
	return n
}

// startsTable says whether the first bytes begin a table of reports: one of its
// columns has the article, and another one is known.
func startsTable(head []byte) bool {
	row, _, found := bytes.Cut(head, []byte("\n"))
	if !found || len(row) > maxHeaderBytes {
		return false
	}
	c := newColumns(nil)
	h := newHeader(row, c)
	article := false
	for _, name := range h.names {
		field := c.of(name).field
		article = article || field == textField || field == htmlField
	}
	return article && h.known(c) > 1
}

// maxHeaderBytes is how long a first row may be that is looked at to tell a
// table from a text.
const maxHeaderBytes = 2000

// table makes tasks of whole rows.
func (f *feeder) table(s *source) bool {
	t := tabler{feeder: f, input: s.input, in: unmarked(s.in), line: 1}
	if s.path == "" && s.depth == 0 {
		t.line = max(1, f.o.First)
	}
	return t.run()
}

// tabler cuts a table into tasks of whole rows.
type tabler struct {
	*feeder
	input
	in     io.Reader
	buf    []byte // what is read and not yet handed out
	line   int    // the number of the first line in buf
	header *header
	ended  bool // there is no more to be read
	any    bool // there was a row
}

// run hands out the rows. It is false when the run has ended.
func (t *tabler) run() bool {
	if t.buf = t.buffer(); t.buf == nil {
		return false
	}
	defer func() { t.release(t.buf) }()
	for {
		err := t.fill()
		if t.ended = err != nil; !t.hand() {
			return false
		}
		switch {
		case err == nil:
		case err != io.EOF:
			return t.bad(0, reason(cutArchive(err)))
		case !t.any:
			return t.bad(0, "empty")
		default:
			return true
		}
	}
}

// fill reads until the buffer is full, or makes a full one larger.
func (t *tabler) fill() error {
	if len(t.buf) == cap(t.buf) {
		t.buf = append(make([]byte, 0, 2*cap(t.buf)), t.buf...)
	}
	n, err := io.ReadFull(t.in, t.buf[len(t.buf):cap(t.buf)])
	if t.buf = t.buf[:len(t.buf)+n]; err == io.ErrUnexpectedEOF {
		return io.EOF
	}
	return err
}

// hand hands out the whole rows in the buffer.
func (t *tabler) hand() bool {
	if t.header == nil && !t.head() {
		return true
	}
	whole := 0
	for whole < len(t.buf) && t.header != nil {
		n := rowEnd(t.buf[whole:], t.header.sep, t.ended)
		if n > int(t.o.MaxBytes) || n < 0 && len(t.buf)-whole > int(t.o.MaxBytes) {
			return t.rows(whole) && t.long()
		}
		if n < 0 {
			break
		}
		whole += n
	}
	return t.rows(whole)
}

// head takes the first row that is not blank. It is false where there is none
// yet.
func (t *tabler) head() bool {
	blank := len(t.buf) - len(bytes.TrimLeft(t.buf, "\r\n"))
	t.drop(blank)
	n := rowEnd(t.buf, ',', t.ended)
	if n <= 0 {
		return false
	}
	h := newHeader(bytes.Clone(bytes.TrimRight(t.buf[:n], "\r\n")), newColumns(t.o.Fields))
	t.drop(n)
	t.header = h
	return true
}

// drop forgets the first n bytes.
func (t *tabler) drop(n int) {
	t.line += bytes.Count(t.buf[:n], []byte{'\n'})
	t.buf = t.buf[:copy(t.buf, t.buf[n:])]
}

// rows hands out the first n bytes.
func (t *tabler) rows(n int) bool {
	if n == 0 {
		return true
	}
	rest := t.buffer()
	if rest == nil {
		return false
	}
	rest = append(rest, t.buf[n:]...)
	rows := t.buf[:n]
	t.buf = rest
	t.any = t.any || len(bytes.TrimSpace(rows)) > 0
	first := t.line
	t.line += bytes.Count(rows, []byte{'\n'})
	return t.send(task{input: t.input, kind: tableKind, data: rows, first: first, header: t.header})
}

// long gives up a row that is larger than a report may be. It may only seem so,
// where a quotation mark is not closed: so no more than its first line is
// dropped.
func (t *tabler) long() bool {
	line := t.line
	n := bytes.IndexByte(t.buf, '\n') + 1
	if n == 0 {
		n = len(t.buf)
	}
	t.drop(n)
	return t.bad(line, "row "+tooLarge(t.o.MaxBytes)) && t.hand()
}

// bad makes the row of something that was not read.
func (t *tabler) bad(place int, why string) bool {
	t.any = true
	return t.send(task{input: t.input, kind: tableKind, place: place, refusal: failed(why)})
}

// rowReader reads the rows of a table as records.
type rowReader struct {
	*worker
	header *header
}

// rows reads rows, the first of which is the n-th line.
func (r *rowReader) rows(data []byte, n int) {
	for len(data) > 0 && r.ctx.Err() == nil {
		end := rowEnd(data, r.header.sep, true)
		row := data[:end]
		data = data[end:]
		if len(bytes.TrimSpace(row)) > 0 {
			r.row(bytes.TrimRight(row, "\r\n"), n)
		}
		n += bytes.Count(row, []byte{'\n'})
	}
}

// row reads one row as a record.
func (r *rowReader) row(row []byte, n int) {
	p, h := &r.parser, r.header
	p.clear()
	r.cells = cells(r.cells[:0], row, h.sep)
	for i, cell := range r.cells[:min(len(r.cells), len(h.names))] {
		cell = bytes.TrimSpace(cell)
		c := p.columns.of(h.names[i])
		switch {
		case len(cell) == 0:
		case c.field == unknownField || c.field == withinField:
			p.unknown = append(p.unknown, h.names[i])
		case c.field == bylineField:
			start := len(p.byline)
			p.byline = append(p.byline, listed(cell)...)
			p.offerNames(c.rank, start)
		default:
			p.offer(c, inUTF8(cell, "windows-1252"))
		}
	}
	r.report(row, n)
}

// listed are the names in a cell, which may be a list as Python or JSON writes
// it, or parted by semicolons as Zotero does.
func listed(cell []byte) [][]byte {
	text := strings.TrimSpace(string(inUTF8(cell, "windows-1252")))
	sep := ";"
	if inner, found := strings.CutPrefix(text, "["); found && strings.HasSuffix(inner, "]") {
		text, sep = strings.TrimSuffix(inner, "]"), ","
	}
	var names [][]byte
	for one := range strings.SplitSeq(text, sep) {
		if one = strings.Trim(one, " '\"\u200b"); one != "" {
			names = append(names, []byte(one))
		}
	}
	return names
}
