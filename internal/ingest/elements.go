package ingest

import (
	"bytes"
	"io"
)

// nesting is how far into a JSON value one is.
type nesting struct {
	depth           int
	quoted, escaped bool
}

// end is where, from i on, a value in an array ends: at the comma or the bracket
// behind it; -1 where that does not come.
func (n *nesting) end(data []byte, i int) int {
	for ; i < len(data); i++ {
		switch b := data[i]; {
		case n.escaped:
			n.escaped = false
		case n.quoted && b == '\\':
			n.escaped = true
		case b == '"':
			n.quoted = !n.quoted
		case n.quoted:
		case b == '{' || b == '[':
			n.depth++
		case n.depth == 0 && (b == ',' || b == ']' || b == '}'):
			return i
		case b == '}' || b == ']':
			n.depth--
		}
	}
	return -1
}

// array makes tasks of a JSON array that is not read as a whole.
func (f *feeder) array(s *source) bool {
	in := unmarked(s.in)
	a := arrayer{feeder: f, input: s.input, in: in, first: 1}
	return a.run()
}

// arrayer cuts an array into tasks of whole elements.
type arrayer struct {
	*feeder
	input
	in    io.Reader
	buf   []byte // what is read and not yet handed out
	at    int    // how far it was looked at
	whole int    // how much of it is whole elements, with what parts them
	n     int    // how many these are
	first int    // which element of the array is the first in buf
	value nesting
	begun bool // the bracket has come
	long  bool // buf is within an element that is too large
	done  bool // the other bracket has come
}

// run hands out the elements. It is false when the run has ended.
func (a *arrayer) run() bool {
	if a.buf = a.buffer(); a.buf == nil {
		return false
	}
	defer func() { a.release(a.buf) }()
	for {
		err := a.fill()
		a.look()
		if !a.hand() {
			return false
		}
		switch {
		case a.done && a.first == 1:
			return a.bad(0, "empty")
		case a.done:
			return true
		case err == io.EOF:
			return a.bad(a.first, errCutArchive.Error())
		case err != nil:
			return a.bad(a.first, reason(cutArchive(err)))
		}
	}
}

// fill reads until the buffer is full.
func (a *arrayer) fill() error {
	n, err := io.ReadFull(a.in, a.buf[len(a.buf):cap(a.buf)])
	if a.buf = a.buf[:len(a.buf)+n]; err == io.ErrUnexpectedEOF {
		return io.EOF
	}
	return err
}

// look looks for the ends of elements in what was read.
func (a *arrayer) look() {
	if !a.begun {
		i := bytes.IndexByte(a.buf, '[')
		a.begun = i >= 0
		a.buf = a.buf[:copy(a.buf, a.buf[i+1:])]
	}
	for a.begun && !a.done {
		end := a.value.end(a.buf, a.at)
		if end < 0 {
			a.at = len(a.buf)
			return
		}
		a.element(end)
	}
}

// element takes an element up to its end. One that is blank is none.
func (a *arrayer) element(end int) {
	a.done = a.buf[end] != ','
	switch {
	case a.long:
		a.long = false
		a.buf = a.buf[:copy(a.buf, a.buf[end+1:])]
		a.first++
		a.at, a.whole = 0, 0
		return
	case !a.done || len(bytes.TrimSpace(a.buf[a.whole:end])) > 0:
		a.n++
	}
	a.at, a.whole = end+1, end+1
}

// hand hands out the whole elements, or makes room for one that is large.
func (a *arrayer) hand() bool {
	switch {
	case a.n == 0 && a.long:
		a.buf, a.at = a.buf[:0], 0
		return true
	case a.n == 0 && int64(len(a.buf)) > a.o.MaxBytes && !a.done:
		a.buf, a.at, a.long = a.buf[:0], 0, true
		return a.bad(a.first, "an element "+tooLarge(a.o.MaxBytes))
	case a.n == 0 && len(a.buf) == cap(a.buf):
		a.buf = append(make([]byte, 0, min(2*int64(cap(a.buf)), a.o.MaxBytes+1+chunkBytes)), a.buf...)
		return true
	case a.n == 0:
		return true
	}
	rest := a.buffer()
	if rest == nil {
		return false
	}
	rest = append(rest, a.buf[a.whole:]...)
	t := task{input: a.input, kind: elementsKind, data: a.buf[:a.whole], first: a.first}
	a.at, a.buf = len(rest), rest
	a.first, a.n, a.whole = a.first+a.n, 0, 0
	return a.send(t)
}

// bad makes the row of something that was not read.
func (a *arrayer) bad(place int, why string) bool {
	return a.send(task{input: a.input, kind: elementsKind, place: place, refusal: failed(why)})
}
