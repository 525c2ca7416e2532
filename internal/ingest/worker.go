package ingest

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"strconv"

	"stemma"
)

// worker reads tasks, one after the other. What it needs for one it uses again
// for the next.
type worker struct {
	ctx    context.Context
	limit  int64
	got    sheaf
	in     *bufio.Reader
	file   []byte // all bytes of a file
	parser parser
	words  []byte
}

func newWorker(ctx context.Context, limit int64) *worker {
	return &worker{ctx: ctx, limit: limit, in: bufio.NewReaderSize(nil, sniffBytes)}
}

// read gives what a task holds. It is valid until the next call.
func (w *worker) read(t task) *sheaf {
	w.got = sheaf{Batch: Batch{Number: t.number, Items: w.got.Items[:0]}, file: t.name, raw: w.got.raw[:0], failed: w.got.failed[:0]}
	switch {
	case t.why != "":
		w.fail(w.place(t.place), t.place, t.why)
	case t.kind == linesKind:
		w.lines(t.data, t.first)
	case t.loaded:
		w.whole(t.kind, t.data)
	default:
		w.open(t)
	}
	return &w.got
}

func (w *worker) fail(input string, place int, reason string) {
	w.got.failed = append(w.got.failed, failure{input: input, place: place, reason: reason})
}

func (w *worker) put(it Item, raw []byte) {
	w.got.Items = append(w.got.Items, it)
	w.got.raw = append(w.got.raw, raw)
}

// place is how the n-th record of the file is named if it has no id.
func (w *worker) place(n int) string {
	if n == 0 {
		return w.got.file
	}
	return w.got.file + "#" + strconv.Itoa(n)
}

// open reads a file that no one has looked at yet.
func (w *worker) open(t task) {
	file, err := os.Open(t.path)
	if err != nil {
		w.fail(t.name, 0, reason(err))
		return
	}
	defer file.Close()
	w.in.Reset(file)
	k, why := look(w.in, t.kind)
	if why == "" {
		w.file, why = readBounded(w.file[:0], w.in, w.limit)
	}
	if why != "" {
		w.fail(t.name, 0, why)
		return
	}
	w.whole(k, w.file)
}

// whole reads a file that is not JSON Lines by its name.
func (w *worker) whole(k kind, data []byte) {
	media := stemma.PlainText
	switch k {
	case jsonKind:
		w.json(data)
		return
	case htmlKind:
		media = stemma.HTML
	}
	w.put(Item{Name: w.got.file, Input: w.got.file, Media: media, Data: data}, nil)
}

// lines reads JSON Lines, the first of which is the n-th of its file.
func (w *worker) lines(data []byte, n int) {
	w.parser.begin(data)
	for ; len(data) > 0 && w.ctx.Err() == nil; n++ {
		line := data
		if end := bytes.IndexByte(data, '\n'); end >= 0 {
			line = data[:end+1]
		}
		data = data[len(line):]
		if int64(len(line)) > w.limit {
			w.fail(w.place(n), n, "line "+tooLarge(w.limit))
		} else if line = bytes.TrimSpace(line); len(line) > 0 {
			w.record(line, n)
		}
	}
}
