package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Damage says that a record could not be read, and why.
type Damage struct{ Why string }

// Error is the reason.
func (d *Damage) Error() string { return d.Why }

// Reader reads the records of an archive in order.
type Reader struct {
	src   *source
	head  []byte
	left  int64 // bytes of the block that are not read yet
	start int64 // of the record: where to look again when its length was wrong
	open  bool  // a record is being read
	cut   bool  // it ends before its block does, and the next one begins
	again int64 // bytes that were read twice
}

// NewReader reads what in holds, which is plain or compressed with gzip.
func NewReader(in io.Reader) *Reader { return &Reader{src: newSource(in)} }

// NewSectionReader reads the bytes from start on of what has end bytes. The
// reader stops at the first record that begins at or after stop.
func NewSectionReader(at io.ReaderAt, start, stop, end int64) *Reader {
	r := &Reader{src: newSource(nil)}
	r.Section(at, start, stop, end)
	return r
}

// Section makes the reader one of other bytes, as NewSectionReader does, and uses
// its memory again.
func (r *Reader) Section(at io.ReaderAt, start, stop, end int64) {
	r.src.section(at, start, stop, end)
	r.left, r.start, r.again, r.open, r.cut = 0, 0, 0, false, false
}

// Offset is where in the input the record, or else the next one, begins; of
// compressed input, its member.
func (r *Reader) Offset() int64 { return r.src.offset() }

// Next gives the next record, whose block Read reads then. The error is io.EOF
// at the end, or a *Damage, after which Next goes on.
func (r *Reader) Next() (Record, error) {
	if r.open {
		if err := r.Close(); err != nil {
			return Record{}, err
		}
	}
	for {
		err := r.src.skipBlank()
		switch {
		case err == errBoundary:
			continue
		case err == io.EOF:
			return Record{}, io.EOF
		case err != nil:
			return Record{}, r.lost(err)
		}
		return r.begin()
	}
}

// begin reads the head of a record.
func (r *Reader) begin() (Record, error) {
	r.start = r.src.offset()
	if err := r.readHead(); err != nil {
		return Record{}, r.lost(err)
	}
	rec, err := parseHead(r.head)
	if err != nil {
		return Record{}, r.lost(err)
	}
	r.left, r.open, r.cut = rec.Length, true, false
	return rec, nil
}

// readHead reads the lines of the head, up to the blank one.
func (r *Reader) readHead() error {
	r.head = r.head[:0]
	for {
		line, err := r.src.line()
		r.head = append(r.head, line...)
		switch {
		case err == errBoundary && !r.src.beginsRecord():
			continue
		case err != nil:
			return cutShort(err)
		case len(r.head) > maxHead:
			return errLongHead
		case bytes.HasSuffix(r.head, []byte("\n\r\n")), bytes.HasSuffix(r.head, []byte("\n\n")):
			return nil
		case !bytes.HasPrefix(r.head, version):
			return errNoHead
		}
	}
}

// Read reads the block of the record.
func (r *Reader) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	n, err := r.src.read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	if err == errBoundary {
		if err = nil; r.src.beginsRecord() {
			r.cut, err = true, io.ErrUnexpectedEOF
		}
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if n > 0 && err == io.ErrUnexpectedEOF && r.left == 0 {
		err = nil
	}
	return n, err
}

// Close reads to the end of the record. The error says that what was read of it
// is not to be trusted: a *Damage.
func (r *Reader) Close() error {
	if !r.open {
		return nil
	}
	if r.open = false; r.cut {
		return r.lost(errCut)
	}
	for r.left > 0 {
		n, err := r.src.skip(r.left)
		r.left -= n
		if err == errBoundary && r.left > 0 && r.src.beginsRecord() {
			err = io.EOF
		}
		if err != nil && err != errBoundary {
			return r.lost(cutShort(err))
		}
	}
	switch err := r.src.skipBlank(); {
	case err == errBoundary, err == io.EOF:
		return nil
	case err != nil:
		return r.lost(err)
	case !r.src.beginsRecord() && !r.src.endsEarly():
		return r.lost(errLength)
	}
	return nil
}

var (
	errNoHead   = errors.New("no record begins here")
	errLongHead = errors.New("the head of a record is too long")
	errLength   = errors.New("the record is not as long as its head says")
	errCut      = errors.New("the record is cut short")
)

// cutShort is the error of a record in which the input ends.
func cutShort(err error) error {
	if err == io.EOF || err == errBoundary || err == io.ErrUnexpectedEOF {
		return errCut
	}
	return err
}

// lost finds the next record after one that is damaged, and says why it is.
// Records that a wrong length or a broken member may have swallowed are looked
// for from behind the beginning of the damaged one.
func (r *Reader) lost(err error) error {
	r.open, r.left = false, 0
	here := r.src.position()
	back := here - r.start
	if r.src.at != nil && (r.src.broken || !r.src.members) && err != errNoHead && back > 0 && r.again+back <= here {
		r.again += back
		r.src.seek(r.start + 1)
	}
	r.src.resync()
	if err == errCut {
		return &Damage{err.Error()}
	}
	return &Damage{fmt.Sprintf("damaged: %v", err)}
}
