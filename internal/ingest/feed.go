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

// task is what a worker reads at one go: a file, or some lines of one.
type task struct {
	number int
	input
	kind    kind
	data    []byte // of linesKind whole lines; else all bytes if loaded is set
	loaded  bool
	first   int // of linesKind: the number of the first line
	refusal     // set if there is nothing to read
	place   int // the line that the refusal is about; 0 for the input
}

// pooled says whether data is one of the feeder's buffers.
func (t *task) pooled() bool { return t.kind == linesKind && t.why == "" }

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
	if t.kind != unknownKind && t.kind != linesKind {
		return f.send(t)
	}
	from, err := f.open(in)
	if err != nil {
		t.refusal = failed(reason(err))
		return f.send(t)
	}
	defer from.Close()
	whole := bufio.NewReaderSize(from, sniffBytes)
	if t.kind, t.refusal = look(whole, t.kind); t.why != "" {
		return f.send(t)
	}
	if t.kind == linesKind {
		return f.lines(in, whole)
	}
	var why string
	if t.data, why = readBounded(nil, whole, boundOf(t.kind, f.o.MaxBytes)); why != "" {
		t.refusal = failed(why)
	}
	t.loaded = true
	return f.send(t)
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
	var plain io.Reader = from
	if head, _ := from.Peek(3); marked(head) {
		plain = transform.NewReader(from, unicode.BOMOverride(transform.Nop))
	}
	c := chunker{feeder: f, input: in, in: plain, line: 1}
	if in.path == "" {
		c.line = max(1, f.o.First)
	}
	return c.run()
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
