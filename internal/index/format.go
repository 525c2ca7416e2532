package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// A segment file is, one after the other and without gaps:
//
//	header    8 bytes: "stemmaix", then the version, 4 bytes
//	dict      what the texts are compressed with: pieces of some of them
//	texts     the blocks, each one zstd frame of some reports, whole, in order
//	postings  the buckets
//	names     for each report, 4 bytes of the hash of its name
//	blocks    for each block of texts: its end in texts (8 bytes), its size when
//	          unpacked (4), the number of its first report (4), its checksum (4)
//	buckets   the end of each bucket in postings, 4 bytes
//	pages     the checksum of every 4 KiB of postings, 4 bytes
//	footer    for each of the seven sections its size (8 bytes) and checksum (4;
//	          0 for texts and postings, whose parts have their own), the numbers
//	          of reports and postings (4 and 8), the bits that choose a bucket
//	          and the Rice parameter (1 each), the checksum of all that (4) and
//	          "stemmaix" again
//
// Numbers are little-endian, checksums CRC-32C. Reports are numbered by age:
// by date of publication, undated ones last, then by name.
//
// A report in an unpacked block is four numbers (unsigned varints), the lengths
// of its name, outlet, date of publication and text, and then these.
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
	version   = 1
	headerLen = len(magic) + 4
	pageLen   = 4096
	blockRow  = 20
	footerLen = sections*12 + 4 + 8 + 2 + 4 + len(magic)
)

// The sections, in order.
const (
	dictSection = iota
	textsSection
	postingsSection
	namesSection
	blocksSection
	bucketsSection
	pagesSection
	sections
)

func sectionName(s int) string {
	return [sections]string{"dict", "texts", "postings", "names", "blocks", "buckets", "pages"}[s]
}

// footer is the end of a segment file.
type footer struct {
	size       [sections]uint64
	sum        [sections]uint32
	reports    uint32
	postings   uint64
	bucketBits uint8
	rice       uint8
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

func header() []byte { return binary.LittleEndian.AppendUint32([]byte(magic), version) }

func (f *footer) encode() []byte {
	var b []byte
	for s := range sections {
		b = binary.LittleEndian.AppendUint64(b, f.size[s])
		b = binary.LittleEndian.AppendUint32(b, f.sum[s])
	}
	b = binary.LittleEndian.AppendUint32(b, f.reports)
	b = binary.LittleEndian.AppendUint64(b, f.postings)
	b = append(b, f.bucketBits, f.rice)
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
		f.size[s], f.sum[s] = binary.LittleEndian.Uint64(b[12*s:]), binary.LittleEndian.Uint32(b[12*s+8:])
		if f.size[s] > left {
			return nil, fmt.Errorf("%s: cut short", sectionName(s))
		}
		left -= f.size[s]
	}
	b = b[12*sections:]
	f.reports, f.postings, f.bucketBits, f.rice = binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint64(b[4:]), b[12], b[13]
	if left != 0 {
		return nil, errors.New("footer: the sections do not fill the file")
	}
	return f, f.check()
}

// check makes sure that the sizes agree with each other.
func (f *footer) check() error {
	switch {
	case f.bucketBits > 32 || f.rice > 57:
		return errors.New("footer: no such code")
	case f.size[namesSection] != 4*uint64(f.reports):
		return errors.New("names: not as many as reports")
	case f.size[blocksSection]%blockRow != 0:
		return errors.New("blocks: cut short")
	case f.size[bucketsSection] != 4<<f.bucketBits:
		return errors.New("buckets: cut short")
	case f.size[pagesSection] != 4*((f.size[postingsSection]+pageLen-1)/pageLen):
		return errors.New("pages: cut short")
	}
	return nil
}
