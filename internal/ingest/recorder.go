package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"time"

	"stemma"
	"stemma/internal/warc"
)

const (
	// blockBytes is read of a record at one go.
	blockBytes = 64 << 10
	// sheafBytes and sheafRecords are how much of a web archive is one batch.
	sheafBytes   = 4 << 20
	sheafRecords = 4096
)

// recorder reads the records of a part of a web archive.
type recorder struct {
	*worker
	task   task
	reader *warc.Reader
	state  token
	begun  bool // the token of the part before has come
	ended  bool
	found  []finding
	length int64 // of the block of the record
	held   int   // bytes of the pages in found
}

func newRecorder(w *worker, t task) *recorder {
	if w.block == nil {
		w.block = bufio.NewReaderSize(nil, blockBytes)
	}
	r := &recorder{worker: w, task: t}
	r.reader = r.records(t.part.start)
	return r
}

// finding is what a record is: a page or a text, or why it is none.
type finding struct {
	media  stemma.MediaType
	target string
	data   []byte
	raw    []byte // what was received, where data is made from it
	date   time.Time
	note   string
	refusal
	revisit // of a capture that had been made before
}

// forget makes room for what comes. The memory of the pages is used again when
// these are filled, which is after the batch was taken.
func (r *recorder) forget() { r.found, r.held, r.pages = r.found[:0], 0, r.pages[:0] }

// fill reads records until there are enough for a batch.
func (r *recorder) fill() {
	for r.held < sheafBytes && len(r.found) < sheafRecords && r.ctx.Err() == nil {
		rec, err := r.reader.Next()
		if err == io.EOF {
			r.ended = true
			return
		}
		var f finding
		if err == nil {
			f = r.record(rec)
			err = r.reader.Close()
		}
		if damage := (*warc.Damage)(nil); errors.As(err, &damage) {
			f = finding{refusal: failed(damage.Why)}
		}
		r.found = append(r.found, f)
		r.held += len(f.data)
	}
}

// begin waits until it is known where the part begins. If that is not where it
// was thought, what was read is no record, and is read anew.
func (r *recorder) begin() bool {
	if r.begun {
		return true
	}
	select {
	case r.state = <-r.task.part.before:
	case <-r.ctx.Done():
		return false
	}
	r.begun = true
	if start := r.state.offset; start > r.task.part.start {
		r.forget()
		r.reader = r.records(start)
		r.ended = start >= r.task.part.stop
		if !r.ended {
			r.fill()
		}
	}
	return true
}

// hand hands out what was found, as one batch.
func (r *recorder) hand(take func(*sheaf) error) error {
	if len(r.found) == 0 && (r.state.place > 0 || !r.ended || r.task.part.start > 0) {
		return nil
	}
	r.worker.begin(r.state.number, r.task.name)
	for _, f := range r.found {
		r.state.place++
		r.put(f, r.state.place)
	}
	if len(r.found) == 0 {
		r.fail(r.task.name, 0, "empty")
	}
	r.forget()
	r.state.number++
	return take(&r.got)
}

// put makes an item or a failure of the n-th record. A page goes by its
// address, what is none by its place.
func (r *recorder) put(f finding, n int) {
	name := r.place(n)
	if f.why != "" {
		r.got.failed = append(r.got.failed, failure{input: name, place: n, refusal: f.refusal, revisit: f.revisit})
		return
	}
	if f.target != "" {
		name = r.got.file + "#" + f.target
	}
	it := Item{Name: name, Input: name, Place: n, Media: f.media, Note: f.note, Data: f.data}
	it.URL, it.Captured = firstAddress(f.target), f.date
	r.worker.put(it, f.raw)
}

func skipped(why string) refusal { return refusal{stemma.Skipped, why} }

// record reads a record.
func (r *recorder) record(rec warc.Record) finding {
	f := finding{target: rec.Target, date: rec.Date}
	r.block.Reset(r.reader)
	r.length = min(rec.Length, partBytes)
	switch {
	case rec.Type == "response" && rec.Segment > 1, rec.Type == "continuation":
		f.refusal = failed("a later part of a page that is kept in several records")
	case rec.Type == "response":
		r.response(&f, r.block)
	case rec.Type == "resource", rec.Type == "conversion":
		media, charset := warc.MediaOf(rec.ContentType)
		r.payload(&f, media, charset, r.block)
	case rec.Type == "revisit":
		r.repeated(&f, rec)
	default:
		f.refusal = skipped("a record of the kind " + strconv.Quote(rec.Type) + ": no page")
	}
	if f.why == "" && (rec.Truncated != "" || rec.Segment == 1) {
		f.note = noteCut
	}
	return f
}

// repeated says which capture a record repeats.
func (r *recorder) repeated(f *finding, rec warc.Record) {
	f.revisit = revisit{rec.SameTarget, rec.SameDate}
	if f.revisit.target == "" {
		f.revisit.target = rec.Target
	}
	why := "an unchanged page: a repetition of an earlier capture"
	if !rec.SameDate.IsZero() {
		why += " of " + rec.SameDate.Format(time.RFC3339)
	}
	f.refusal = skipped(why)
}

// response reads the answer of a web server.
func (r *recorder) response(f *finding, in *bufio.Reader) {
	answer, err := warc.ReadResponse(in)
	switch {
	case err != nil:
		f.refusal = skipped(err.Error())
	case answer.Status >= 300 && answer.Status < 400:
		f.refusal = skipped("a redirect to " + shown([]byte(answer.Location)))
	case answer.Status != 200 && answer.Status != 203:
		f.refusal = skipped("the server answered " + strconv.Itoa(answer.Status))
	case !mayBePage(answer.Media):
		f.refusal = notAPage(answer.Media)
	default:
		body, err := answer.Body(in)
		if err != nil {
			f.refusal = failed("its encoding is damaged: " + err.Error())
			return
		}
		r.payload(f, answer.Media, answer.Charset, body)
	}
}

const noteCut = "the saved page is cut short"

// payload reads a page or a text.
func (r *recorder) payload(f *finding, media, charset string, in io.Reader) {
	if !mayBePage(media) {
		f.refusal = notAPage(media)
		return
	}
	data, err := r.readAll(in)
	switch {
	case int64(len(data)) > r.limit:
		f.refusal = failed(tooLarge(r.limit))
		return
	case blank(data) && err != nil:
		f.refusal = failed("its encoding is damaged: " + err.Error())
		return
	case blank(data):
		f.refusal = failed("empty")
		return
	case err != nil:
		f.note = noteCut
	}
	r.page(f, media, charset, data)
}

// page tells what a page is, and decodes it.
func (r *recorder) page(f *finding, media, charset string, data []byte) {
	switch {
	case isPDF(media, data):
		f.raw, f.media = data, stemma.PlainText
		f.data, _, f.refusal = pdfText(data)
		return
	case media == "text/plain":
		f.media = stemma.PlainText
	case media == "text/html", media == "application/xhtml+xml", looksLikeHTML(data[:min(len(data), sniffBytes)]):
		f.media = stemma.HTML
	default:
		f.refusal = notAPage(media)
		return
	}
	if Own(data[:min(len(data), sniffBytes)]) {
		f.refusal = skipped("written by Stemma itself")
		return
	}
	if f.data = inUTF8(data, charset); len(f.data) != len(data) {
		f.raw = data
	}
	if why := notText(f.data[:min(len(f.data), sniffBytes)]); why != "" { // whatever the server called it
		f.refusal = failed(why)
	}
}

// mayBePage says whether a media type is one of pages and texts, or says
// nothing.
func mayBePage(media string) bool {
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf":
		return true
	case "", "application/octet-stream", "unk", "no-type":
		return true
	}
	return false
}

func notAPage(media string) refusal {
	if media == "" {
		media = "of an unknown kind"
	}
	return skipped(shown([]byte(media)) + ": neither a page nor a text")
}

// room is memory for the bytes of a page, which goes with the batch.
func (r *recorder) room(n int64) []byte {
	if cap(r.pages) == 0 {
		r.pages = make([]byte, 0, sheafBytes)
	}
	from := len(r.pages)
	if n > int64(cap(r.pages)-from) {
		return make([]byte, 0, n)
	}
	r.pages = r.pages[:from+int(n)]
	return r.pages[from:from:len(r.pages)]
}

// readAll reads up to limit bytes, and one more where there are more. There are
// about so many as the length of the record says, unless they were compressed.
func (r *recorder) readAll(in io.Reader) ([]byte, error) {
	limit := r.limit + 1
	data := r.room(min(r.length+bytes.MinRead, limit))
	for {
		n, err := in.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF || int64(len(data)) == limit:
			return data, nil
		case err != nil:
			return data, err
		case len(data) == cap(data):
			data = append(make([]byte, 0, min(2*int64(cap(data)), limit)), data...)
		}
	}
}
