package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"sort"
	"sync/atomic"
	"unsafe"

	"github.com/klauspost/compress/zstd"
)

// segment is an open segment file. It is safe for concurrent use.
type segment struct {
	name     string
	file     source
	foot     *footer
	code     code
	at       [sections]int64
	names    []byte
	blocks   []byte
	buckets  []byte
	pages    []byte
	verified []atomic.Uint32 // pages of postings whose checksum was right, by bit
	unpacker *zstd.Decoder
	dead     map[uint32]bool // reports that were replaced
}

// largestBlock bounds what a block may unpack to.
const largestBlock = 1 << 31

// openSegment opens a segment file and checks all of it but texts and
// postings. The error names the file and the section.
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
		return errors.New("not a segment of an index")
	}
	if v := binary.LittleEndian.Uint32(head[len(magic):]); v != version {
		return fmt.Errorf("version %d; this program reads version %d", v, version)
	}
	tail, err := s.file.read(size-int64(footerLen), footerLen)
	if err != nil {
		return err
	}
	if s.foot, err = decodeFooter(tail, size); err != nil {
		return err
	}
	s.code = newCode(int(s.foot.reports), 0)
	s.code.bucketBits, s.code.rice = s.foot.bucketBits, s.foot.rice
	at := int64(headerLen)
	for i := range sections {
		s.at[i] = at
		at += int64(s.foot.size[i])
	}
	return s.openSections()
}

func (s *segment) openSections() error {
	var dict []byte
	for section, into := range map[int]*[]byte{
		dictSection: &dict, namesSection: &s.names, blocksSection: &s.blocks, bucketsSection: &s.buckets, pagesSection: &s.pages,
	} {
		b, err := s.file.read(s.at[section], int(s.foot.size[section]))
		if err != nil {
			return err
		}
		if checksum(b) != s.foot.sum[section] {
			return fmt.Errorf("%s: %w", sectionName(section), errDiffers)
		}
		*into = b
	}
	s.verified = make([]atomic.Uint32, len(s.pages)/4/32+1)
	options := []zstd.DOption{zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(largestBlock)}
	if len(dict) > 0 {
		options = append(options, zstd.WithDecoderDictRaw(1, dict))
	}
	var err error
	s.unpacker, err = zstd.NewReader(nil, options...)
	return err
}

func (s *segment) close() {
	s.unpacker.Close()
	s.file.Close()
}

func (s *segment) nameOf(doc uint32) uint32 { return binary.LittleEndian.Uint32(s.names[4*doc:]) }

// blockInfo is a row of the blocks' table.
type blockInfo struct {
	start, end uint64
	unpacked   uint32
	first      uint32
	sum        uint32
}

func (s *segment) blockCount() int { return len(s.blocks) / blockRow }

func (s *segment) blockAt(i int) blockInfo {
	b := s.blocks[i*blockRow:]
	info := blockInfo{
		end: binary.LittleEndian.Uint64(b), unpacked: binary.LittleEndian.Uint32(b[8:]),
		first: binary.LittleEndian.Uint32(b[12:]), sum: binary.LittleEndian.Uint32(b[16:]),
	}
	if i > 0 {
		info.start = binary.LittleEndian.Uint64(s.blocks[(i-1)*blockRow:])
	}
	return info
}

// blockOf is the block that holds a report.
func (s *segment) blockOf(doc uint32) int {
	return sort.Search(s.blockCount(), func(i int) bool { return s.blockAt(i).first > doc }) - 1
}

// unpack reads a block of texts, checks and unpacks it.
func (s *segment) unpack(i int) (string, error) {
	info := s.blockAt(i)
	if info.start > info.end || info.end > s.foot.size[textsSection] || info.unpacked > largestBlock {
		return "", s.err(fmt.Errorf("block %d of texts: lies outside", i))
	}
	packed, err := s.file.read(s.at[textsSection]+int64(info.start), int(info.end-info.start))
	if err != nil {
		return "", s.err(err)
	}
	if checksum(packed) != info.sum {
		return "", s.err(fmt.Errorf("block %d of texts: %w", i, errDiffers))
	}
	b, err := s.unpacker.DecodeAll(packed, nil)
	if err == nil && len(b) != int(info.unpacked) {
		err = errors.New("unpacks to another size")
	}
	if err != nil {
		return "", s.err(fmt.Errorf("block %d of texts: %w", i, err))
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), nil
}

// inBlock gives a report of an unpacked block.
func (s *segment) inBlock(block string, i int, doc uint32) (Report, error) {
	for n := s.blockAt(i).first; ; n++ {
		r, rest, err := next(block)
		if err != nil {
			return r, s.err(fmt.Errorf("block %d of texts: %w", i, err))
		}
		if n == doc {
			return r, nil
		}
		block = rest
	}
}

// bucketAt gives the bytes of a bucket, checked.
func (s *segment) bucketAt(i uint64) ([]byte, error) {
	start, end := uint32(0), binary.LittleEndian.Uint32(s.buckets[4*i:])
	if i > 0 {
		start = binary.LittleEndian.Uint32(s.buckets[4*(i-1):])
	}
	if start > end || uint64(end) > s.foot.size[postingsSection] {
		return nil, s.err(fmt.Errorf("bucket %d of postings: lies outside", i))
	}
	if start == end {
		return nil, nil
	}
	for page := start / pageLen; page <= (end-1)/pageLen; page++ {
		if err := s.verify(page); err != nil {
			return nil, err
		}
	}
	return s.file.read(s.at[postingsSection]+int64(start), int(end-start))
}

// verify checks a page of postings, once.
func (s *segment) verify(page uint32) error {
	bit := uint32(1) << (page % 32)
	if s.verified[page/32].Load()&bit != 0 {
		return nil
	}
	start := uint64(page) * pageLen
	b, err := s.file.read(s.at[postingsSection]+int64(start), int(min(pageLen, s.foot.size[postingsSection]-start)))
	if err != nil {
		return s.err(err)
	}
	if checksum(b) != binary.LittleEndian.Uint32(s.pages[4*page:]) {
		return s.err(fmt.Errorf("page %d of postings: %w", page, errDiffers))
	}
	s.verified[page/32].Or(bit)
	return nil
}

// lookup appends the reports that hold a shingle, the oldest first, each once,
// those that were replaced left out; not more than limit.
func (s *segment) lookup(p posting, limit int, found []uint32) ([]uint32, error) {
	b, err := s.bucketAt(s.code.bucket(p.hash))
	if err != nil || len(b) == 0 {
		return found, err
	}
	p.doc = 0
	low := s.code.value(p)
	high := low | (1<<s.code.docBits - 1)
	r := bitReader{in: b}
	var v uint64
	begin := len(found)
	for {
		difference, context, ok := r.posting(s.code)
		if v += difference; !ok || v > high {
			return found, nil
		}
		doc := uint32(v - low)
		if v < low || !mayRun(p.context, context) || doc >= s.foot.reports || s.dead[doc] {
			continue
		}
		if n := len(found); n > begin && found[n-1] == doc {
			continue
		}
		if found = append(found, doc); len(found)-begin >= limit {
			return found, nil
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
			p := posting{i<<(hashKept-s.code.bucketBits) | v>>s.code.docBits, uint32(v & (1<<s.code.docBits - 1)), context}
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
