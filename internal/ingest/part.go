package ingest

import (
	"bytes"

	"stemma/internal/warc"
)

// partBytes is about how much of a compressed web archive is one task. Half and
// four times as much made no difference; it inflates to some megabytes.
const partBytes = 512 << 10

// parter cuts a web archive into tasks. One that is compressed member by member,
// and can be read anywhere, is read by several workers at once; each learns from
// the one before it where that really stopped, so that the records are those
// that one reader would find. All others are one task.
type parter struct {
	f *feeder
	s *source
}

// part is some records of a web archive.
type part struct {
	source      *source
	start, stop int64
	before      <-chan token
	after       chan<- token
}

// token goes from the reader of a part to that of the next.
type token struct {
	offset int64 // where the next record begins
	number int   // of the next batch
	place  int   // how many records came before
}

func (p *parter) run() bool {
	before := make(chan token, 1)
	before <- token{number: p.f.number}
	for start := int64(0); ; {
		stop := p.stop(start)
		after := make(chan token, 1)
		if !p.f.hand(task{input: p.s.input, kind: warcKind, part: &part{p.s, start, stop, before, after}}) {
			return false
		}
		if before, start = after, stop; stop >= p.s.size {
			return p.wait(after)
		}
	}
}

// stop is where the part ends that begins at start.
func (p *parter) stop(start int64) int64 {
	head, _ := p.s.in.Peek(len(gzipMagic))
	if p.s.at == nil || !bytes.HasPrefix(head, []byte(gzipMagic)) {
		return p.s.size
	}
	return warc.Boundary(p.s.at, start+partBytes, p.s.size)
}

// records reads the part, from a place that is its start or behind it.
func (r *recorder) records(start int64) *warc.Reader {
	w, p := r.worker, r.task.part
	switch {
	case p.source.at == nil:
		return warc.NewReader(p.source.in)
	case w.archive == nil:
		w.archive = warc.NewSectionReader(p.source.at, start, p.stop, p.source.size)
	default:
		w.archive.Section(p.source.at, start, p.stop, p.source.size)
	}
	return w.archive
}

// wait waits until the last part is read.
func (p *parter) wait(last <-chan token) bool {
	select {
	case t := <-last:
		p.f.number = t.number
		return true
	case <-p.f.ctx.Done():
		return false
	}
}

// run reads the part, in as many sheaves as it fills.
func (r *recorder) run(take func(*sheaf) error) error {
	for !r.ended && r.ctx.Err() == nil {
		r.fill()
		if !r.begin() {
			return r.ctx.Err()
		}
		if err := r.hand(take); err != nil {
			return err
		}
	}
	r.state.offset = max(r.state.offset, r.reader.Offset())
	r.task.part.after <- r.state
	return nil
}
