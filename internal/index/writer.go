package index

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// errTooLarge says that a segment outgrew its numbers; see maxMerged.
var errTooLarge = errors.New("more than 4 GiB of texts or postings in a segment")

// segmentWriter writes a segment file: the chapters first, then the postings,
// then what finds them.
type segmentWriter struct {
	out   paged
	foot  footer
	code  code
	rows  []row // by age
	names []string
	count []uint32 // reports of each outlet, by number
	by    map[string]uint32

	chapters []byte
	buckets  []byte
	bits     bitWriter
	bucket   uint64
	last     uint64
}

// newSegmentWriter begins a segment.
func newSegmentWriter(out io.Writer) (*segmentWriter, error) {
	w := &segmentWriter{out: paged{out: out, table: crc32.MakeTable(crc32.Castagnoli)}, by: map[string]uint32{}}
	return w, w.out.write(header())
}

func (w *segmentWriter) part(section int, b []byte) error {
	w.foot.size[section] += uint64(len(b))
	return w.out.write(b)
}

// chapter writes a chapter and gives where it begins in texts.
func (w *segmentWriter) chapter(b []byte) (start uint32, err error) {
	start = uint32(w.foot.size[textsSection])
	if err := w.part(textsSection, b); err != nil {
		return 0, err
	}
	if w.foot.size[textsSection] > 1<<32-1 {
		return 0, errTooLarge
	}
	w.chapters = binary.LittleEndian.AppendUint64(w.chapters, w.foot.size[textsSection])
	return start, nil
}

// report takes the next report by age: the place of its record may be told
// later.
func (w *segmentWriter) report(name uint32, outlet string) {
	r := row{name: name}
	if outlet != "" {
		n, ok := w.by[outlet]
		if !ok {
			w.names, w.count = append(w.names, outlet), append(w.count, 0)
			n = uint32(len(w.names))
			w.by[outlet] = n
		}
		w.count[n-1]++
		r.outlet = n
	}
	w.rows = append(w.rows, r)
}

// beginPostings fits their code to at most so many; all reports are known.
func (w *segmentWriter) beginPostings(most int) {
	w.code = newCode(len(w.rows), most)
	w.foot.bucketBits, w.foot.rice = w.code.bucketBits, w.code.rice
}

// posting takes the next posting in order.
func (w *segmentWriter) posting(p posting) error {
	if bucket := w.code.bucket(p.hash); bucket != w.bucket {
		if err := w.endBuckets(bucket); err != nil {
			return err
		}
	}
	v := w.code.value(p)
	w.bits.posting(w.code, v-w.last, p.context)
	w.last = v
	w.foot.postings++
	return nil
}

// endBuckets ends the open bucket and those without postings below the next.
func (w *segmentWriter) endBuckets(next uint64) error {
	w.bits.fill()
	if err := w.part(postingsSection, w.bits.out); err != nil {
		return err
	}
	w.bits.out = w.bits.out[:0]
	end := w.foot.size[postingsSection]
	if end > 1<<32-1 {
		return errTooLarge
	}
	for ; w.bucket < next; w.bucket++ {
		w.buckets = binary.LittleEndian.AppendUint32(w.buckets, uint32(end))
	}
	w.last = 0
	return nil
}

// close writes the rest; it does not close what it writes to.
func (w *segmentWriter) close() error {
	if err := w.endBuckets(1 << w.code.bucketBits); err != nil {
		return err
	}
	w.foot.reports = uint32(len(w.rows))
	if err := w.writeRows(); err != nil {
		return err
	}
	var outlets []byte
	for i, name := range w.names {
		outlets = binary.AppendUvarint(binary.AppendUvarint(outlets, uint64(w.count[i])), uint64(len(name)))
		outlets = append(outlets, name...)
	}
	for _, s := range []struct {
		section int
		bytes   []byte
	}{{outletsSection, outlets}, {chaptersSection, w.chapters}, {bucketsSection, w.buckets}} {
		if err := w.part(s.section, s.bytes); err != nil {
			return err
		}
	}
	pages := w.out.sums()
	w.foot.pages = checksum(pages)
	if err := w.part(pagesSection, pages); err != nil {
		return err
	}
	return w.out.write(w.foot.encode())
}

func (w *segmentWriter) writeRows() error {
	width := widthOf(len(w.names))
	var b []byte
	for _, r := range w.rows {
		b = binary.LittleEndian.AppendUint32(b, r.text)
		b = binary.LittleEndian.AppendUint32(b, r.name)
		for i := range width {
			b = append(b, byte(r.outlet>>(8*i)))
		}
		if len(b) >= 1<<16 {
			if err := w.part(rowsSection, b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	return w.part(rowsSection, b)
}

// widthOf is how many bytes hold the numbers from 0 to n.
func widthOf(n int) int {
	width := 0
	for ; n > 0; n >>= 8 {
		width++
	}
	return width
}

// paged writes through and keeps the checksum of every page.
type paged struct {
	out   io.Writer
	table *crc32.Table
	done  []byte
	sum   uint32
	used  int // bytes of the open page
}

func (p *paged) write(b []byte) error {
	if _, err := p.out.Write(b); err != nil {
		return err
	}
	for len(b) > 0 {
		n := min(len(b), pageLen-p.used)
		p.sum = crc32.Update(p.sum, p.table, b[:n])
		b = b[n:]
		if p.used += n; p.used == pageLen {
			p.end()
		}
	}
	return nil
}

func (p *paged) end() {
	p.done = binary.LittleEndian.AppendUint32(p.done, p.sum)
	p.sum, p.used = 0, 0
}

// sums ends the last page and gives the checksums of all.
func (p *paged) sums() []byte {
	if p.used > 0 {
		p.end()
	}
	return p.done
}
