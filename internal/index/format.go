package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// A segment file is, one after the other and without gaps:
//
//	header    12 bytes: "stemmaix", then the version, 4 bytes
//	texts     the chapters (chapter.go), which hold the reports
//	postings  the buckets
//	rows      for each report: where its record begins in texts (4 bytes), the
//	          hash of its name (4) and the number of its outlet (as many bytes
//	          as the largest needs; none where no outlet is known)
//	outlets   for each outlet, numbered from 1, how many reports are its own and
//	          the length of its name (unsigned varints), and the name
//	chapters  for each chapter its end in texts, 8 bytes
//	buckets   the end of each bucket in postings, 4 bytes
//	pages     the checksum of every 4 KiB of all that stands before, 4 bytes
//	footer    the sizes of the seven sections (8 bytes each), the numbers of
//	          reports and postings (4 and 8), the bits that choose a bucket and
//	          the Rice parameter (1 each), the checksum of pages (4), that of
//	          the footer so far (4) and "stemmaix" again
//
// Numbers are little-endian, checksums CRC-32C. Reports are numbered by age:
// by date of publication, undated ones last, then by name.
//
// A posting is hashKept bits of the hash of a shingle, the number of a report
// that holds it and contextKept bits of the words around it. They are in that
// order. The top bits of the hash choose the bucket. In it stands, for each
// posting, the difference of hash and number, as one integer, to the one
// before, as a Rice code (the quotient as that many ones and a zero, then the
// remainder), and then the context. Ones fill the last byte, which end no
// quotient.
const (
	magic     = "stemmaix"
	version   = 2
	headerLen = len(magic) + 4
	pageLen   = 4096
	footerLen = sections*8 + 4 + 8 + 2 + 4 + 4 + len(magic)
)

// The sections, in order.
const (
	textsSection = iota
	postingsSection
	rowsSection
	outletsSection
	chaptersSection
	bucketsSection
	pagesSection
	sections
)

func sectionName(s int) string {
	return [sections]string{"texts", "postings", "rows", "outlets", "chapters", "buckets", "pages"}[s]
}

// footer is the end of a segment file.
type footer struct {
	size       [sections]uint64
	reports    uint32
	postings   uint64
	bucketBits uint8
	rice       uint8
	pages      uint32 // checksum of the pages' table
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

func header() []byte { return binary.LittleEndian.AppendUint32([]byte(magic), version) }

func (f *footer) encode() []byte {
	var b []byte
	for _, size := range f.size {
		b = binary.LittleEndian.AppendUint64(b, size)
	}
	b = binary.LittleEndian.AppendUint32(b, f.reports)
	b = binary.LittleEndian.AppendUint64(b, f.postings)
	b = append(b, f.bucketBits, f.rice)
	b = binary.LittleEndian.AppendUint32(b, f.pages)
	b = binary.LittleEndian.AppendUint32(b, checksum(b))
	return append(b, magic...)
}

// errDiffers is what a part says that is not what was written.
var errDiffers = errors.New("checksum differs")

// decodeFooter reads the footer of a file of the given size, and makes sure
// that the sections fill it.
func decodeFooter(b []byte, size int64) (*footer, error) {
	body := footerLen - len(magic) - 4
	if len(b) != footerLen || string(b[body+4:]) != magic {
		return nil, errors.New("footer: cut short, or not a segment")
	}
	if binary.LittleEndian.Uint32(b[body:]) != checksum(b[:body]) {
		return nil, fmt.Errorf("footer: %w", errDiffers)
	}
	f := &footer{}
	left := uint64(size) - uint64(headerLen+footerLen)
	for s := range sections {
		f.size[s] = binary.LittleEndian.Uint64(b[8*s:])
		if f.size[s] > left {
			return nil, fmt.Errorf("%s: cut short", sectionName(s))
		}
		left -= f.size[s]
	}
	b = b[8*sections:]
	f.reports, f.postings, f.bucketBits, f.rice = binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint64(b[4:]),
		b[12], b[13]
	f.pages = binary.LittleEndian.Uint32(b[14:])
	if left != 0 {
		return nil, errors.New("footer: the sections do not fill the file")
	}
	return f, f.check(uint64(size) - uint64(footerLen) - f.size[pagesSection])
}

// check makes sure that the sizes agree with each other; paged is how many
// bytes have checksums in pages.
func (f *footer) check(paged uint64) error {
	rows := f.size[rowsSection]
	switch {
	case f.bucketBits > hashKept || f.rice > 57:
		return errors.New("footer: no such code")
	case f.postings > 8*f.size[postingsSection]/uint64(1+f.rice+contextKept):
		return errors.New("postings: not so many")
	case f.reports == 0 && rows != 0,
		f.reports > 0 && (rows%uint64(f.reports) != 0 || outletWidth(f) < 0 || outletWidth(f) > 4):
		return errors.New("rows: not as many as reports")
	case f.size[chaptersSection]%8 != 0:
		return errors.New("chapters: cut short")
	case f.size[bucketsSection] != 4<<f.bucketBits:
		return errors.New("buckets: cut short")
	case f.size[pagesSection] != 4*((paged+pageLen-1)/pageLen):
		return errors.New("pages: cut short")
	}
	return nil
}

// rowLen is the bytes of a row without the outlet's.
const rowLen = 8

// outletWidth is how many bytes of a row name the outlet.
func outletWidth(f *footer) int {
	if f.reports == 0 {
		return 0
	}
	return int(f.size[rowsSection]/uint64(f.reports)) - rowLen
}
