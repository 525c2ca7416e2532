package ingest

import (
	"bytes"
	"io"
)

const (
	// windowBytes is how much of a file is looked at in one go.
	windowBytes = 64 << 10
	// windowBack is how far behind the place that was asked for a window begins,
	// since the next one may lie there.
	windowBack = 64
)

// window reads a file at places that come mostly one after the other.
type window struct {
	at   io.ReaderAt
	size int64
	base int64
	buf  []byte
}

// view gives up to n bytes from a place on, until the next call.
func (w *window) view(from int64, n int) []byte {
	if from < 0 || from >= w.size {
		return nil
	}
	n = int(min(int64(n), w.size-from))
	if from < w.base || from+int64(n) > w.base+int64(len(w.buf)) {
		w.fill(from, n)
	}
	have := w.buf[min(int64(len(w.buf)), from-w.base):]
	return have[:min(n, len(have))]
}

// fill moves the window.
func (w *window) fill(from int64, n int) {
	w.base = max(0, from-windowBack)
	length := min(w.size-w.base, int64(windowBack+max(n, windowBytes)))
	if int64(cap(w.buf)) < length {
		w.buf = make([]byte, length)
	}
	got, _ := w.at.ReadAt(w.buf[:length], w.base)
	w.buf = w.buf[:got]
}

// find gives the place of the next mark.
func (w *window) find(from int64, mark string) (int64, bool) {
	for {
		ahead := w.base + int64(len(w.buf)) - from
		if from < w.base || ahead < int64(len(mark)) {
			ahead = windowBytes
		}
		b := w.view(from, int(ahead))
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			return from + int64(i), true
		}
		if len(b) < len(mark) {
			return 0, false
		}
		from += int64(len(b) - len(mark) + 1)
	}
}

// joined is a file with more bytes behind it.
type joined struct {
	at   io.ReaderAt
	size int64
	tail []byte
}

// ReadAt reads from both.
func (j *joined) ReadAt(p []byte, from int64) (n int, err error) {
	if from < j.size {
		n, err = j.at.ReadAt(p[:min(int64(len(p)), j.size-from)], from)
		if n == len(p) || err != nil && err != io.EOF {
			return n, err
		}
	}
	behind := from + int64(n) - j.size
	if behind < 0 || behind >= int64(len(j.tail)) {
		return n, io.EOF
	}
	if n += copy(p[n:], j.tail[behind:]); n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
