package ingest

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// task is what a worker reads at one go: a file, or some lines, rows or records
// of one.
type task struct {
	number int
	input
	kind    kind
	data    []byte // of linesKind, tableKind and elementsKind whole ones; else all bytes if loaded is set
	loaded  bool
	first   int     // of linesKind and tableKind: the number of the first line
	header  *header // of tableKind
	part    *part   // of warcKind
	refusal         // set if there is nothing to read
	place   int     // the line that the refusal is about; 0 for the input
}

// pooled says whether data is one of the feeder's buffers.
func (t *task) pooled() bool {
	return (t.kind == linesKind || t.kind == tableKind || t.kind == elementsKind) && t.why == ""
}

// feeder cuts the inputs into tasks, in order. It reads by itself only what has
// to be read in order, and leaves whole files to the workers.
type feeder struct {
	ctx    context.Context
	o      Options
	tasks  chan task
	number int
	// free holds the buffers of chunks that no worker has. There are as many as
	// bound the memory; one that is nil has yet to be made.
	free chan []byte
}

func newFeeder(ctx context.Context, o Options) *feeder {
	buffers := max(1, o.Jobs) + 2 // one is being filled, and one waits
	f := &feeder{ctx: ctx, o: o, tasks: make(chan task), free: make(chan []byte, buffers)}
	for range buffers {
		f.free <- nil
	}
	return f
}

func (f *feeder) feed(inputs []input) {
	defer close(f.tasks)
	for _, in := range inputs {
		if !f.input(in) {
			return
		}
	}
}

// input makes the tasks of one input. It is false when the run has ended.
func (f *feeder) input(in input) bool {
	t := task{input: in, kind: kindOf(in.path)}
	if t.kind.whole() && (t.kind != jsonKind || !f.large(in.path)) {
		return f.send(t)
	}
	from, err := f.open(in)
	if err != nil {
		return f.refuse(in, failed(reason(err)))
	}
	defer from.Close()
	s := newSource(in, t.kind, from)
	if file, ok := from.(*os.File); ok {
		s.fromFile(file)
	}
	return f.source(s)
}

// large says whether a file is larger than a report may be.
func (f *feeder) large(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > f.o.MaxBytes
}

// refuse makes the row of an input that is not read.
func (f *feeder) refuse(in input, why refusal) bool {
	return f.send(task{input: in, refusal: why})
}

// source makes the tasks of what is open.
func (f *feeder) source(s *source) bool {
	k, why := look(s.in, s.kind)
	if why.why == notWhatItsNameSays && packedWARC(s.name) {
		k, why = packedKind, refusal{} // a part of it may be whole
	}
	if why.why != "" {
		return f.refuse(s.input, why)
	}
	switch s.kind = k; k {
	case linesKind:
		return f.lines(s.input, s.in)
	case tableKind:
		return f.table(s)
	case jsonKind:
		if head, _ := s.in.Peek(sniffBytes); startsArray(head) && (s.at == nil || s.size > f.o.MaxBytes) {
			return f.array(s)
		}
	case zipKind, bookKind:
		return (&unzipper{f: f, s: s}).run()
	case tarKind:
		return (&untarrer{f, s}).run()
	case packedKind:
		return (&unpacker{f, s}).run()
	case warcKind:
		return (&parter{f, s}).run()
	}
	data, bad := readBounded(nil, s.in, boundOf(k, f.o.MaxBytes))
	if bad != "" {
		return f.refuse(s.input, failed(bad))
	}
	return f.send(task{input: s.input, kind: k, data: data, loaded: true})
}

func (f *feeder) open(in input) (io.ReadCloser, error) {
	switch {
	case in.path != "":
		return os.Open(in.path)
	case f.o.Stdin == nil:
		return io.NopCloser(strings.NewReader("")), nil
	}
	return io.NopCloser(f.o.Stdin), nil
}

// send hands out a task under the next number.
func (f *feeder) send(t task) bool {
	t.number = f.number
	f.number++
	return f.hand(t)
}

// hand hands out a task that has its number, or finds it out.
func (f *feeder) hand(t task) bool {
	select {
	case f.tasks <- t:
		return true
	case <-f.ctx.Done():
		return false
	}
}

// lines makes tasks of JSON Lines. UTF-16 with a byte-order mark is understood,
// since some shells write it.
func (f *feeder) lines(in input, from *bufio.Reader) bool {
	c := chunker{feeder: f, input: in, in: unmarked(from), line: 1}
	if in.path == "" {
		c.line = max(1, f.o.First)
	}
	return c.run()
}

// unmarked is a text without its byte-order mark, as UTF-8.
func unmarked(from *bufio.Reader) io.Reader {
	if head, _ := from.Peek(3); marked(head) {
		return transform.NewReader(from, unicode.BOMOverride(transform.Nop))
	}
	return from
}

// marked says whether the bytes begin with any byte-order mark.
func marked(head []byte) bool {
	return utf16Mark(head) || bytes.HasPrefix(head, []byte("\xef\xbb\xbf"))
}

// buffer waits for an empty buffer. It is nil when the run has ended.
func (f *feeder) buffer() []byte {
	select {
	case b := <-f.free:
		if b == nil {
			b = make([]byte, 0, chunkBytes)
		}
		return b[:0]
	case <-f.ctx.Done():
		return nil
	}
}

// release takes back a buffer. One that a long line has made large is given up.
func (f *feeder) release(b []byte) {
	if cap(b) > chunkBytes {
		b = nil
	}
	f.free <- b
}
