package ingest

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"strconv"

	"stemma"
	"stemma/internal/warc"
)

// worker reads tasks, one after the other. What it needs for one it uses again
// for the next.
type worker struct {
	ctx     context.Context
	limit   int64
	got     sheaf
	in      *bufio.Reader
	file    []byte // all bytes of a file
	parser  parser
	words   []byte
	cells   [][]byte
	block   *bufio.Reader   // of a record of a web archive
	pages   []byte          // of a batch of them
	archive *warc.Reader    // of an archive
	known   map[string]bool // names in this sheaf that nobody knows
}

func newWorker(ctx context.Context, limit int64, c *columns) *worker {
	return &worker{ctx: ctx, limit: limit, in: bufio.NewReaderSize(nil, sniffBytes), parser: parser{columns: c}}
}

// read calls take for what a task holds, which is valid until the next call. It
// gives the error of that.
func (w *worker) read(t task, take func(*sheaf) error) error {
	w.begin(t.number, t.name)
	switch {
	case t.why != "":
		w.refuse(w.place(t.place), t.place, t.refusal)
	case t.kind == linesKind:
		w.lines(t.data, t.first)
	case t.kind == tableKind:
		(&rowReader{w, t.header}).rows(t.data, t.first)
	case t.kind == elementsKind:
		w.elements(t.data, t.first)
	case t.kind == warcKind:
		return newRecorder(w, t).run(take)
	case t.loaded:
		w.whole(t.kind, t.data)
	default:
		w.open(t)
	}
	return take(&w.got)
}

// begin begins an empty sheaf.
func (w *worker) begin(number int, file string) {
	clear(w.known)
	w.got = sheaf{
		Batch: Batch{Number: number, Items: w.got.Items[:0]}, file: file,
		raw: w.got.raw[:0], failed: w.got.failed[:0], remarks: w.got.remarks[:0],
	}
}

func (w *worker) fail(input string, place int, reason string) {
	w.refuse(input, place, failed(reason))
}

func (w *worker) refuse(input string, place int, r refusal) {
	w.got.failed = append(w.got.failed, failure{input: input, place: place, refusal: r})
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
	k, refused := look(w.in, t.kind)
	if k.archive() {
		refused = failed(misnamed)
	}
	if refused.why == "" {
		var why string
		w.file, why = readBounded(w.file[:0], w.in, boundOf(k, w.limit))
		refused = refusal{stemma.Failed, why}
	}
	if refused.why != "" {
		w.refuse(t.name, 0, refused)
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
	case mhtmlKind:
		w.mhtml(data)
		return
	case pdfKind:
		w.pdf(data)
		return
	case htmlKind:
		media = stemma.HTML
	}
	w.put(Item{Name: w.got.file, Input: w.got.file, Media: media, Data: inUTF8(data, "")}, nil)
}

// pdf reads a PDF file.
func (w *worker) pdf(data []byte) {
	text, address, why := pdfText(data)
	if why.why != "" {
		w.refuse(w.got.file, 0, why)
		return
	}
	w.put(Item{Name: w.got.file, Input: w.got.file, Media: stemma.PlainText, URL: address, Data: text}, data)
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
