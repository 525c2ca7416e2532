package freeze

import (
	"encoding/binary"
	"hash/crc32"
	"reflect"
	"sync"
	"unsafe"

	"stemma"
)

// Texts are reports' texts, by the reports' ids. What is frozen among them has spans
// without their words, which stand in the texts: a third of the bytes, and no second copy
// in memory when it is thawed. It is safe for concurrent use.
type Texts struct {
	mu     sync.RWMutex
	by     map[string]text
	shapes sync.Pool // of types that were met: to learn them takes as long as to thaw a report
}

// text is a report's text, and its checksum.
type text struct {
	words string
	sum   uint32
}

// NewTexts has no text yet.
func NewTexts() *Texts { return &Texts{by: map[string]text{}} }

// Put notes the text of a report.
func (t *Texts) Put(report, words string) {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum := crc32.Checksum(unsafe.Slice(unsafe.StringData(words), len(words)), table)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.by[report] = text{words, sum}
}

func (t *Texts) of(report string) text {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.by[report]
}

// AppendAmong is [Append] for what has spans of texts. ThawAmong needs the same texts.
func AppendAmong(to []byte, texts *Texts, value any) []byte {
	met := texts.lend()
	defer texts.shapes.Put(met)
	w := writer{met, &amongWriter{texts, map[string]int{}}}
	return w.put(to, reflect.ValueOf(value))
}

// ThawAmong reads what AppendAmong made. Where a text is another one by now, what was
// frozen is taken for damaged.
func ThawAmong(data []byte, texts *Texts, to any) error {
	met := texts.lend()
	defer texts.shapes.Put(met)
	return thaw(data, to, met, &amongReader{texts: texts})
}

// lend gives what is known of types, which is for one goroutine.
func (t *Texts) lend() shapes {
	if met, ok := t.shapes.Get().(shapes); ok {
		return met
	}
	return shapes{}
}

// amongWriter writes spans of texts. A report is written where it is met first: its id and
// the checksum of its text; afterwards by its place among those that were met.
type amongWriter struct {
	texts *Texts
	met   map[string]int
}

func (w *amongWriter) put(to []byte, s *stemma.Span) []byte {
	of := w.texts.of(s.Report)
	if at, known := w.met[s.Report]; known {
		to = binary.AppendUvarint(to, uint64(at)+1)
	} else {
		w.met[s.Report] = len(w.met)
		to = binary.BigEndian.AppendUint32(appendString(append(to, 0), s.Report), of.sum)
	}
	to = binary.AppendVarint(binary.AppendVarint(to, int64(s.Start)), int64(s.End)-int64(s.Start))
	if words, ok := of.words, within(of.words, s.Start, s.End); ok && words[s.Start:s.End] == s.Text {
		return append(to, 1)
	}
	return appendString(append(to, 0), s.Text)
}

func within(words string, start, end int) bool {
	return 0 <= start && start <= end && end <= len(words)
}

// amongReader reads them.
type amongReader struct {
	texts *Texts
	met   []metText
}

type metText struct{ report, words string }

func (r *reader) spanAmong(s *stemma.Span) {
	at := r.uint()
	if at == 0 {
		at = r.meet()
	}
	if at > uint64(len(r.among.met)) {
		r.bad = true
	}
	if r.bad {
		return
	}
	of := &r.among.met[at-1]
	s.Report, s.Start = of.report, int(r.int())
	s.End = s.Start + int(r.int())
	switch {
	case r.byte() != 1:
		s.Text = r.string()
	case within(of.words, s.Start, s.End):
		s.Text = of.words[s.Start:s.End]
	default:
		r.bad = true
	}
}

// meet reads a report that is met for the first time.
func (r *reader) meet() (at uint64) {
	report, sum := r.string(), r.next(4)
	of := r.among.texts.of(report)
	if r.bad || binary.BigEndian.Uint32([]byte(sum)) != of.sum {
		r.bad = true
		return 1
	}
	r.among.met = append(r.among.met, metText{report, of.words})
	return uint64(len(r.among.met))
}
