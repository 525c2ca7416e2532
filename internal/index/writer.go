package index

import (
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zstd"
)

const (
	// blockLen is from how many bytes of reports on a block is full. A query
	// unpacks one for every candidate; with a dictionary, larger ones save
	// little (128 KiB: 0.340 bytes a byte of Reuters, 16 KiB: 0.362; without
	// one 0.365 and 0.427).
	blockLen = 16 << 10
	// dictLen bounds the dictionary, dictPiece what one report gives to it;
	// below dictFrom bytes of text it costs more than it saves.
	dictLen   = 128 << 10
	dictPiece = 1300
	dictFrom  = 1 << 20
)

// errTooLarge says that a segment outgrew its numbers; see maxMerged.
var errTooLarge = errors.New("more than 4 GiB of postings in a segment")

// segmentWriter writes a segment file: the reports by age first, then the
// postings, then what finds them.
type segmentWriter struct {
	out  io.Writer
	foot footer
	code code

	packer *zstd.Encoder
	batch  [][]byte // blocks to be packed at once
	block  []byte
	names  []byte
	blocks []byte
	first  uint32 // report of the block
	count  uint32
	starts []uint32 // first reports of the batch's blocks

	bits    bitWriter
	bucket  uint64
	last    uint64
	buckets []byte
	pages   []byte
}

// newSegmentWriter begins a segment of at most so many reports and postings.
func newSegmentWriter(out io.Writer, dict []byte, reports, postings int) (*segmentWriter, error) {
	options := []zstd.EOption{zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderCRC(false)}
	if len(dict) > 0 {
		options = append(options, zstd.WithEncoderDictRaw(1, dict))
	}
	packer, err := zstd.NewWriter(nil, options...)
	if err != nil {
		return nil, err
	}
	w := &segmentWriter{out: out, packer: packer, code: newCode(reports, postings)}
	w.foot.bucketBits, w.foot.rice = w.code.bucketBits, w.code.rice
	if _, err := out.Write(header()); err != nil {
		return nil, err
	}
	return w, w.whole(dictSection, dict)
}

// whole writes a section in one piece.
func (w *segmentWriter) whole(section int, b []byte) error {
	w.foot.sum[section] = checksum(b)
	return w.part(section, b)
}

func (w *segmentWriter) part(section int, b []byte) error {
	w.foot.size[section] += uint64(len(b))
	_, err := w.out.Write(b)
	return err
}

// report takes the next report by age.
func (w *segmentWriter) report(r *Report) error {
	w.names = binary.LittleEndian.AppendUint32(w.names, nameHash(r.Name))
	w.block = r.append(w.block)
	w.count++
	if len(w.block) < blockLen {
		return nil
	}
	return w.endBlock()
}

// endBlock puts the block into the batch, and packs that when it is full.
func (w *segmentWriter) endBlock() error {
	if len(w.block) == 0 {
		return nil
	}
	w.batch, w.starts = append(w.batch, w.block), append(w.starts, w.first)
	w.block, w.first = nil, w.count
	if len(w.batch) < 8*runtime.GOMAXPROCS(0) {
		return nil
	}
	return w.pack()
}

// pack compresses the blocks of the batch, several at once, and writes them.
func (w *segmentWriter) pack() error {
	packed := make([][]byte, len(w.batch))
	var wait sync.WaitGroup
	for i, block := range w.batch {
		wait.Go(func() { packed[i] = w.packer.EncodeAll(block, nil) })
	}
	wait.Wait()
	for i, p := range packed {
		if err := w.part(textsSection, p); err != nil {
			return err
		}
		w.blocks = binary.LittleEndian.AppendUint64(w.blocks, w.foot.size[textsSection])
		w.blocks = binary.LittleEndian.AppendUint32(w.blocks, uint32(len(w.batch[i])))
		w.blocks = binary.LittleEndian.AppendUint32(w.blocks, w.starts[i])
		w.blocks = binary.LittleEndian.AppendUint32(w.blocks, checksum(p))
	}
	w.batch, w.starts = w.batch[:0], w.starts[:0]
	return nil
}

// endReports ends the texts; postings follow.
func (w *segmentWriter) endReports() error {
	if err := w.endBlock(); err != nil {
		return err
	}
	return w.pack()
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
	if err := w.flush(false); err != nil {
		return err
	}
	end := w.foot.size[postingsSection] + uint64(len(w.bits.out))
	if end > 1<<32-1 {
		return errTooLarge
	}
	for ; w.bucket < next; w.bucket++ {
		w.buckets = binary.LittleEndian.AppendUint32(w.buckets, uint32(end))
	}
	w.last = 0
	return nil
}

// flush writes full pages, and the last one too at the end.
func (w *segmentWriter) flush(end bool) error {
	for len(w.bits.out) >= pageLen || end && len(w.bits.out) > 0 {
		page := w.bits.out[:min(pageLen, len(w.bits.out))]
		w.pages = binary.LittleEndian.AppendUint32(w.pages, checksum(page))
		if err := w.part(postingsSection, page); err != nil {
			return err
		}
		w.bits.out = w.bits.out[:copy(w.bits.out, w.bits.out[len(page):])]
	}
	return nil
}

// close writes the rest; it does not close what it writes to.
func (w *segmentWriter) close() error {
	if err := w.endBuckets(1 << w.code.bucketBits); err != nil {
		return err
	}
	if err := w.flush(true); err != nil {
		return err
	}
	w.foot.reports = w.count
	for _, s := range []struct {
		section int
		bytes   []byte
	}{{namesSection, w.names}, {blocksSection, w.blocks}, {bucketsSection, w.buckets}, {pagesSection, w.pages}} {
		if err := w.whole(s.section, s.bytes); err != nil {
			return err
		}
	}
	_, err := w.out.Write(w.foot.encode())
	return err
}

// dictionary takes pieces of reports, evenly chosen of n, whose texts have so
// many bytes.
func dictionary(n int, bytes int64, report func(i int) (Report, error)) ([]byte, error) {
	if bytes < dictFrom {
		return nil, nil
	}
	var dict []byte
	step := max(1, n*dictPiece/dictLen)
	for i := 0; i < n && len(dict) < dictLen; i += step {
		r, err := report(i)
		if err != nil {
			return nil, err
		}
		dict = append(dict, r.Text[:min(len(r.Text), dictPiece)]...)
	}
	return dict, nil
}
