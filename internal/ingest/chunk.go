package ingest

import (
	"bytes"
	"io"
)

// chunkBytes is about how much of a JSON Lines file is one task. Between 64 KiB
// and 1 MiB no difference in speed could be measured; this much stays in a
// core's cache until the visitor has the items.
const chunkBytes = 256 << 10

// chunker cuts one JSON Lines input into tasks of whole lines.
type chunker struct {
	*feeder
	input
	in      io.Reader
	buf     []byte // what is read and not yet handed out
	whole   int    // how much of buf is whole lines
	line    int    // the number of the first line in buf
	long    bool   // buf is within a line that is larger than the limit
	content bool   // there was a line that is not blank
}

// run hands out the lines and, if the input could not be read to its end, why.
// It is false when the run has ended.
func (c *chunker) run() bool {
	if c.buf = c.buffer(); c.buf == nil {
		return false
	}
	defer func() { c.release(c.buf) }()
	var err error
	for err == nil {
		err = c.fill()
		if !c.hand(err != nil) {
			return false
		}
	}
	switch {
	case err != io.EOF:
		return c.fail(0, reason(err))
	case !c.content:
		return c.fail(0, "empty")
	}
	return true
}

// fill reads until the buffer is full or there is no more.
func (c *chunker) fill() error {
	start := len(c.buf)
	n, err := io.ReadFull(c.in, c.buf[start:cap(c.buf)])
	c.buf = c.buf[:start+n]
	if c.long {
		start = 0
		c.skip()
	}
	if last := bytes.LastIndexByte(c.buf[start:], '\n'); last >= 0 {
		c.whole = start + last + 1
	}
	if err == io.ErrUnexpectedEOF {
		return io.EOF
	}
	return err
}

// skip drops the rest of a long line, as far as it is in the buffer.
func (c *chunker) skip() {
	end := bytes.IndexByte(c.buf, '\n')
	if end < 0 {
		c.buf = c.buf[:0]
		return
	}
	c.buf = c.buf[:copy(c.buf, c.buf[end+1:])]
	c.long = false
	c.line++
}

// hand hands out the whole lines in the buffer; at the end of the input, all.
func (c *chunker) hand(end bool) bool {
	if end {
		c.whole = len(c.buf)
	}
	if c.whole == 0 {
		return end || c.widen()
	}
	rest := c.buffer()
	if rest == nil {
		return false
	}
	rest = append(rest, c.buf[c.whole:]...)
	lines := c.buf[:c.whole]
	c.buf, c.whole = rest, 0
	c.content = c.content || len(bytes.TrimSpace(lines)) > 0
	first := c.line
	c.line += bytes.Count(lines, []byte{'\n'})
	return c.send(task{input: c.input, kind: linesKind, data: lines, first: first})
}

// widen makes room for a line that is longer than the buffer, or gives that
// line up.
func (c *chunker) widen() bool {
	limit := c.o.MaxBytes
	if int64(len(c.buf)) > limit {
		c.buf, c.long, c.content = c.buf[:0], true, true
		return c.fail(c.line, "line "+tooLarge(limit))
	}
	if len(c.buf) == cap(c.buf) {
		c.buf = append(make([]byte, 0, min(2*int64(cap(c.buf)), limit+1)), c.buf...)
	}
	return true
}

func (c *chunker) fail(place int, why string) bool {
	return c.send(task{input: c.input, kind: linesKind, place: place, refusal: failed(why)})
}
