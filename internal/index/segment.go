package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"sort"
	"sync"
	"sync/atomic"
	"unsafe"
)

// segment is an open segment file. It is safe for concurrent use. Its parts are
// checked when they are first read.
type segment struct {
	name     string
	file     source
	foot     *footer
	code     code
	at       [sections]int64
	width    int // bytes of an outlet's number
	pages    []byte
	verified []atomic.Uint32 // pages whose checksum was right, by bit
	chapters []atomic.Pointer[chapter]
	dead     map[uint32]bool // reports that were replaced

	outletsOnce sync.Once
	outlets     []outlet
	outletsErr  error
}

// openSegment opens a segment file and checks its header, footer and the table
// of checksums. The error names the file and the section.
func openSegment(path string) (*segment, error) {
	file, err := openSource(path)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	s := &segment{name: filepath.Base(path), file: file}
	if err := s.open(); err != nil {
		file.Close()
		return nil, s.err(err)
	}
	return s, nil
}

func (s *segment) err(err error) error { return fmt.Errorf("index: %s: %w", s.name, err) }

func (s *segment) open() error {
	size := s.file.Size()
	if size < int64(headerLen+footerLen) {
		return errors.New("cut short")
	}
	head, err := s.file.read(0, headerLen)
	if err != nil {
		return err
	}
	if string(head[:len(magic)]) != magic {
		return errors.New("header: not a segment")
	}
	if v := binary.LittleEndian.Uint32(head[len(magic):]); v != version {
		return fmt.Errorf("header: version %d; this program reads %d", v, version)
	}
	tail, err := s.file.read(size-int64(footerLen), footerLen)
	if err != nil {
		return err
	}
	if s.foot, err = decodeFooter(tail, size); err != nil {
		return err
	}
	at := int64(headerLen)
	for i := range sections {
		s.at[i] = at
		at += int64(s.foot.size[i])
	}
	s.code = newCode(int(s.foot.reports), 0)
	s.code.bucketBits, s.code.rice = s.foot.bucketBits, s.foot.rice
	s.width = outletWidth(s.foot)
	s.chapters = make([]atomic.Pointer[chapter], s.foot.size[chaptersSection]/8)
	if s.pages, err = s.file.read(s.at[pagesSection], int(s.foot.size[pagesSection])); err != nil {
		return err
	}
	if checksum(s.pages) != s.foot.pages {
		return fmt.Errorf("pages: %w", errDiffers)
	}
	s.verified = make([]atomic.Uint32, len(s.pages)/4/32+1)
	return nil
}

func (s *segment) close() { s.file.Close() }

// view gives bytes of the file before the pages' table, checked.
func (s *segment) view(at int64, n int) ([]byte, error) {
	if at < 0 || n < 0 || at+int64(n) > s.at[pagesSection] {
		return nil, errors.New("cut short")
	}
	if n == 0 {
		return nil, nil
	}
	for page := at / pageLen; page <= (at+int64(n)-1)/pageLen; page++ {
		if s.verified[page/32].Load()&(1<<(page%32)) == 0 {
			if err := s.verify(page); err != nil {
				return nil, err
			}
		}
	}
	return s.file.read(at, n)
}

// verify checks a page of the file.
func (s *segment) verify(page int64) error {
	b, err := s.file.read(page*pageLen, int(min(pageLen, s.at[pagesSection]-page*pageLen)))
	if err != nil {
		return err
	}
	if checksum(b) != binary.LittleEndian.Uint32(s.pages[4*page:]) {
		return fmt.Errorf("page %d of the file, of %s: %w", page, s.sectionsOf(page), errDiffers)
	}
	s.verified[page/32].Or(1 << (page % 32))
	return nil
}

// sectionsOf names the sections of which a page has bytes.
func (s *segment) sectionsOf(page int64) string {
	names := ""
	for i := range pagesSection {
		if from, to := s.at[i],
			s.at[i]+int64(s.foot.size[i]); from < to && from < (page+1)*pageLen && to > page*pageLen {
			if names != "" {
				names += ", "
			}
			names += sectionName(i)
		}
	}
	if names == "" {
		return "the header"
	}
	return names
}

// part gives bytes of a section, checked.
func (s *segment) part(section int, at int64, n int) ([]byte, error) {
	if at < 0 || n < 0 || at+int64(n) > int64(s.foot.size[section]) {
		return nil, s.err(fmt.Errorf("%s: cut short", sectionName(section)))
	}
	b, err := s.view(s.at[section]+at, n)
	if err != nil {
		err = s.err(err)
	}
	return b, err
}

// row is what the rows tell of a report.
type row struct {
	text   uint32 // where its record begins in texts
	name   uint32 // low half of the name's hash
	outlet uint32 // 0 when not known
}

func (s *segment) row(doc uint32) (row, error) {
	if doc >= s.foot.reports {
		return row{}, s.err(fmt.Errorf("rows: no report %d", doc))
	}
	n := rowLen + s.width
	b, err := s.part(rowsSection, int64(n)*int64(doc), n)
	if err != nil {
		return row{}, err
	}
	r := row{text: binary.LittleEndian.Uint32(b), name: binary.LittleEndian.Uint32(b[4:])}
	for i, c := range b[rowLen:] {
		r.outlet |= uint32(c) << (8 * i)
	}
	return r, nil
}

// chapterEnd is where a chapter ends in texts.
func (s *segment) chapterEnd(i int) (int64, error) {
	b, err := s.part(chaptersSection, 8*int64(i), 8)
	if err != nil {
		return 0, err
	}
	return int64(binary.LittleEndian.Uint64(b)), nil
}

// chapter gives a chapter by its number.
func (s *segment) chapter(i int) (*chapter, error) {
	if c := s.chapters[i].Load(); c != nil {
		return c, nil
	}
	var start int64
	end, err := s.chapterEnd(i)
	if err == nil && i > 0 {
		start, err = s.chapterEnd(i - 1)
	}
	if err != nil {
		return nil, err
	}
	c, err := openChapter(s, i, s.at[textsSection]+start, s.at[textsSection]+end)
	if err != nil {
		return nil, s.err(fmt.Errorf("chapter %d of texts: %w", i, err))
	}
	s.chapters[i].Store(c)
	return c, nil
}

// chapterOf gives the chapter that holds a place in texts.
func (s *segment) chapterOf(text uint32) (int, error) {
	var err error
	i := sort.Search(len(s.chapters), func(i int) bool {
		end, e := s.chapterEnd(i)
		err = errors.Join(err, e)
		return end > int64(text)
	})
	if err == nil && i == len(s.chapters) {
		err = s.err(errors.New("rows: a report outside of texts"))
	}
	return i, err
}

// unpack appends the bytes of a report's name, date and text, as a record has
// them; of the text none where only the head is asked for.
func (s *segment) unpack(doc uint32, headOnly bool, out []byte) (recordHead, row, []byte, error) {
	r, err := s.row(doc)
	if err != nil {
		return recordHead{}, r, out, err
	}
	i, err := s.chapterOf(r.text)
	if err != nil {
		return recordHead{}, r, out, err
	}
	c, err := s.chapter(i)
	if err != nil {
		return recordHead{}, r, out, err
	}
	h, out, err := c.unpack(s.at[textsSection]+int64(r.text), headOnly, out)
	return h, r, out, err
}

// report gives a report, whose strings lie in the room that it was unpacked to.
func (s *segment) report(doc uint32, headOnly bool, room []byte) (Report, []byte, error) {
	h, row, room, err := s.unpack(doc, headOnly, room[:0])
	if err != nil {
		return Report{}, room, err
	}
	all := unsafe.String(unsafe.SliceData(room), len(room))
	r := Report{Name: all[:h.name], Published: all[h.name+1:][:h.date]}
	if !headOnly {
		r.Text = all[h.name+h.date+2:]
	}
	o, err := s.outlet(row.outlet)
	r.Outlet = o.name
	return r, room, err
}

// outlet is an outlet of a segment.
type outlet struct {
	name    string
	reports int
}

// outlet gives an outlet by its number; 0 is none.
func (s *segment) outlet(number uint32) (outlet, error) {
	s.outletsOnce.Do(s.readOutlets)
	if s.outletsErr != nil || number == 0 {
		return outlet{}, s.outletsErr
	}
	if int64(number) > int64(len(s.outlets)) {
		return outlet{}, s.err(fmt.Errorf("outlets: no number %d", number))
	}
	return s.outlets[number-1], nil
}

// outletNumber gives the number of an outlet, 0 where it has none here.
func (s *segment) outletNumber(name string) (uint32, error) {
	s.outletsOnce.Do(s.readOutlets)
	for i, o := range s.outlets {
		if o.name == name {
			return uint32(i + 1), nil
		}
	}
	return 0, s.outletsErr
}

func (s *segment) readOutlets() {
	b, err := s.part(outletsSection, 0, int(s.foot.size[outletsSection]))
	for err == nil && len(b) > 0 {
		reports, n := binary.Uvarint(b)
		length, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 || length > uint64(len(b)-n-m) {
			err = s.err(errors.New("outlets: cut short"))
			break
		}
		b = b[n+m:]
		s.outlets = append(s.outlets, outlet{string(b[:length]), int(min(reports, 1<<32))})
		b = b[length:]
	}
	s.outletsErr = err
}

// bucketAt gives the bytes of a bucket, checked.
func (s *segment) bucketAt(i uint64) ([]byte, error) {
	from, n := int64(i)*4-4, 8
	if i == 0 {
		from, n = 0, 4
	}
	b, err := s.part(bucketsSection, from, n)
	if err != nil {
		return nil, err
	}
	start, end := uint32(0), binary.LittleEndian.Uint32(b[n-4:])
	if n == 8 {
		start = binary.LittleEndian.Uint32(b)
	}
	if start > end {
		return nil, s.err(fmt.Errorf("buckets: %d ends before it begins", i))
	}
	return s.part(postingsSection, int64(start), int(end-start))
}

// holders visits the postings of a shingle, the oldest report first, but those
// of reports that were replaced. It ends when visit gives false.
func (s *segment) holders(hash uint64, visit func(doc uint32, context uint16) bool) error {
	b, err := s.bucketAt(s.code.bucket(hash))
	if err != nil || len(b) == 0 {
		return err
	}
	low := s.code.value(posting{hash: hash})
	high := low | (1<<s.code.docBits - 1)
	r := bitReader{in: b}
	var v uint64
	for {
		difference, context, ok := r.posting(s.code)
		if v += difference; !ok || v > high {
			return nil
		}
		doc := uint32(v - low)
		if v < low || doc >= s.foot.reports || s.dead[doc] {
			continue
		}
		if !visit(doc, context) {
			return nil
		}
	}
}

// each visits the postings of some buckets, half-open, in order.
func (s *segment) each(first, last uint64, visit func(posting) error) error {
	for i := first; i < last; i++ {
		b, err := s.bucketAt(i)
		if err != nil {
			return err
		}
		r := bitReader{in: b}
		var v uint64
		for {
			difference, context, ok := r.posting(s.code)
			if !ok {
				break
			}
			v += difference
			if v >= 1<<s.code.span() {
				return s.err(fmt.Errorf("bucket %d of postings: a hash of another", i))
			}
			p := posting{i<<(hashKept-s.code.bucketBits) | v>>s.code.docBits, uint32(v & (1<<s.code.docBits - 1)),
				context}
			if p.doc >= s.foot.reports {
				return s.err(fmt.Errorf("bucket %d of postings: no such report", i))
			}
			if err := visit(p); err != nil {
				return err
			}
		}
	}
	return nil
}
