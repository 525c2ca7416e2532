package index

import (
	"io"
	"slices"

	"stemma/internal/reuse"
)

// batch is reports that are to be a segment.
type batch struct {
	reports []Report
	at      map[string]int // by name
	size    int
	entry   entry
}

func newBatch() *batch { return &batch{at: map[string]int{}} }

// replace puts a report in the place of one of the same name, if there is one.
func (b *batch) replace(r Report) bool {
	i, ok := b.at[r.Name]
	if ok {
		b.size += len(r.Text) - len(b.reports[i].Text)
		b.reports[i] = r
	}
	return ok
}

func (b *batch) add(r Report) {
	b.at[r.Name] = len(b.reports)
	b.reports = append(b.reports, r)
	b.size += len(r.Text) + reportCost
}

// flusher writes batches as segments. Each goroutine has its own.
type flusher struct {
	scanner  *reuse.Scanner
	chapter  *chapterWriter
	row      reuse.Row
	room     []byte
	found    []reuse.Posting
	postings []posting
	spare    []posting
}

func newFlusher() *flusher {
	return &flusher{scanner: reuse.NewScanner(), chapter: newChapterWriter()}
}

// What a posting and a token stand for in news, in bytes of text; it is only to set room
// aside: lists that grow by themselves are copied five times over.
const (
	bytesPerPosting = 14
	bytesPerToken   = 5
)

// write writes a batch as a segment.
func (f *flusher) write(out io.Writer, b *batch) (*footer, error) {
	w, err := newSegmentWriter(out)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(b.reports, func(x, y Report) int { return older(&x, &y) })
	f.postings = slices.Grow(f.postings[:0], b.size/bytesPerPosting)
	f.chapter.reset()
	f.chapter.tokens = slices.Grow(f.chapter.tokens, b.size/bytesPerToken)
	for i := range b.reports {
		r := &b.reports[i]
		f.room = f.chapter.report(r, f.room)
		w.report(uint32(nameHash(r.Name)), r.Outlet)
		f.scanner.Scan(r.Text, &f.row)
		f.found = f.scanner.Fingerprint(&f.row, uint32(i), f.found[:0])
		for _, p := range f.found {
			f.postings = append(f.postings, posting{hashOf(p), p.Doc, contextOf(p)})
		}
	}
	text, starts := f.chapter.encode()
	begin, err := w.chapter(text)
	if err != nil {
		return nil, err
	}
	for i, start := range starts {
		w.rows[i].text = begin + start
	}
	b.reports, b.at = nil, nil
	if err := writePostings(w, f.sorted()); err != nil {
		return nil, err
	}
	return &w.foot, w.close()
}

func writePostings(w *segmentWriter, postings []posting) error {
	w.beginPostings(len(postings))
	for _, p := range postings {
		if err := w.posting(p); err != nil {
			return err
		}
	}
	return nil
}

// sorted gives the postings in order and each once. They come by report, so
// that a stable sort by hash is almost all.
func (f *flusher) sorted() []posting {
	const digit = 12 // two of them are hashKept
	if cap(f.spare) < len(f.postings) {
		f.spare = make([]posting, len(f.postings))
	}
	from, to := f.postings, f.spare[:len(f.postings)]
	for shift := 0; shift < hashKept; shift += digit {
		var next [1<<digit + 1]uint32
		for i := range from {
			next[from[i].hash>>shift&(1<<digit-1)+1]++
		}
		for i := range 1 << digit {
			next[i+1] += next[i]
		}
		for i := range from {
			d := from[i].hash >> shift & (1<<digit - 1)
			to[next[d]] = from[i]
			next[d]++
		}
		from, to = to, from
	}
	f.postings, f.spare = from, to
	for start := 0; start < len(from); {
		end := start + 1
		for end < len(from) && from[end].hash == from[start].hash && from[end].doc == from[start].doc {
			end++
		}
		if end-start > 1 {
			slices.SortFunc(from[start:end], comparePostings)
		}
		start = end
	}
	return slices.Compact(from)
}
