package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

const (
	// inBytes is how much of the input, and outBytes of what it inflates to, is
	// read at one go. A member that is smaller than inBytes, and does not inflate
	// to more than wholeBytes, is inflated as a whole.
	inBytes    = 1 << 20
	outBytes   = 64 << 10
	wholeBytes = 8 << 20
	// peekBytes is looked at of the input to find what is wrong with it.
	peekBytes = 64 << 10
	// A member may inflate to bombRatio times its size, or to bombFloor.
	bombRatio = 250
	bombFloor = 256 << 20
)

var errBomb = errors.New("inflates to more than 250 times its size: not read further")

// errBoundary says that a gzip member ends here. The next read goes on with the
// next member.
var errBoundary = errors.New("the gzip member ends")

// source is the bytes of the records: of plain input that itself, of
// compressed input what its members inflate to.
type source struct {
	at        io.ReaderAt // nil where the input can be read only once
	stop, end int64
	in        *bufio.Reader // the input
	base      int64         // what of the input was given to in, at its end
	count     *counter
	out       *bufio.Reader // the bytes of the records; in itself where these are plain
	inflating *bufio.Reader // what the members inflate to
	zip       *gzip.Reader
	whole     inflater
	flat      []byte // what a member holds that was inflated as a whole
	rest      []byte // what of flat was not given yet
	given     int64  // bytes of another member
	members   bool   // the input is compressed
	inside    bool   // a member is open
	member    int64  // where it begins
	broken    bool   // the member cannot be inflated
	seeker    seeker
	told      bool // what the input is is known
}

// counter counts what is read. An error of the input is told once; after it the
// input is at its end.
type counter struct {
	in     io.Reader
	n      int64
	failed bool
}

func (c *counter) Read(p []byte) (int, error) {
	if c.failed {
		return 0, io.EOF
	}
	n, err := c.in.Read(p)
	c.n += int64(n)
	c.failed = err != nil && err != io.EOF
	return n, err
}

func newSource(in io.Reader) *source {
	s := &source{stop: -1, count: &counter{in: in}}
	s.in = bufio.NewReaderSize(s.count, inBytes)
	return s
}

func (s *source) section(at io.ReaderAt, start, stop, end int64) {
	s.at, s.stop, s.end = at, stop, end
	s.told, s.members, s.broken = false, false, false
	s.seek(start)
}

// seek goes on reading at a place in the input.
func (s *source) seek(start int64) {
	start = min(start, s.end)
	s.base, s.count.n, s.count.failed = start, 0, false
	s.count.in = io.NewSectionReader(s.at, start, s.end-start)
	s.in.Reset(s.count)
	if s.inside, s.rest = false, nil; s.members {
		s.out.Reset(inflated{s})
	}
}

// position is what of the input was used up.
func (s *source) position() int64 { return s.base + s.count.n - int64(s.in.Buffered()) }

// offset is where the record that is being read begins, as far as it can be
// told: the place, or that of its member.
func (s *source) offset() int64 {
	if s.inside {
		return s.member
	}
	return s.position()
}

// tell looks at the first bytes to see whether the input is compressed. Those of
// the first member may be damaged.
func (s *source) tell() {
	s.told = true
	head, _ := s.in.Peek(peekBytes)
	s.members = bytes.HasPrefix(head, magic[:2])
	if !s.members && !bytes.HasPrefix(head, version) {
		_, s.members = s.seeker.in(head, true)
	}
	if s.out = s.in; !s.members {
		return
	}
	if s.inflating == nil {
		s.inflating = bufio.NewReaderSize(nil, outBytes)
	}
	s.inflating.Reset(inflated{s})
	s.out = s.inflating
}

// inflated reads what the members inflate to, with errBoundary after each.
type inflated struct{ s *source }

func (i inflated) Read(p []byte) (int, error) {
	s := i.s
	if !s.inside {
		if err := s.openMember(); err != nil {
			return 0, err
		}
	}
	if s.rest != nil {
		return i.flat(p)
	}
	n, err := s.zip.Read(p)
	s.given += int64(n)
	switch {
	case s.given > bombFloor && s.given/bombRatio > s.position()-s.member:
		err = errBomb
	case n > 0:
		return n, nil // an error comes again
	case err == io.EOF:
		s.inside = false
		return 0, errBoundary
	}
	s.broken = err != nil
	return 0, err
}

// flat reads what a member holds that was inflated as a whole.
func (i inflated) flat(p []byte) (int, error) {
	s := i.s
	if len(s.rest) == 0 {
		s.inside, s.rest = false, nil
		return 0, errBoundary
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// atOnce inflates the next member as a whole, if it is so small that it lies in
// the buffer.
func (s *source) atOnce() bool {
	window, err := s.in.Peek(max(s.in.Buffered(), peekBytes))
	out, used, ok := s.whole.member(s.flat, window, wholeBytes)
	if !ok && err == nil && len(window) < inBytes {
		window, _ = s.in.Peek(inBytes)
		out, used, ok = s.whole.member(out, window, wholeBytes)
	}
	if s.flat = out[:0]; !ok {
		return false
	}
	_, _ = s.in.Discard(used)
	s.rest, s.inside = out, true
	if out == nil {
		s.rest = []byte{} // not nil: there is a member, and nothing in it
	}
	return true
}

// openMember begins the next member, if it begins before the stop.
func (s *source) openMember() error {
	s.padding()
	s.member = s.position()
	if s.stop >= 0 && s.member >= s.stop {
		return io.EOF
	}
	if _, err := s.in.Peek(1); err != nil {
		return err
	}
	if s.atOnce() {
		return nil
	}
	s.given = 0
	var err error
	if s.zip == nil {
		s.zip, err = gzip.NewReader(s.in)
	} else {
		err = s.zip.Reset(s.in)
	}
	if err != nil {
		s.broken = true
		return cutShort(err)
	}
	s.zip.Multistream(false)
	s.inside = true
	return nil
}

// padding passes over zeros, with which tapes fill their blocks.
func (s *source) padding() {
	for {
		if b, err := s.in.Peek(1); err != nil || b[0] != 0 {
			return
		}
		_, _ = s.in.Discard(1)
	}
}

// skipBlank passes over blank lines. The error is errBoundary where the member
// ends, io.EOF at the end of the input or, of plain input, at the stop.
func (s *source) skipBlank() error {
	if !s.told {
		s.tell()
	}
	for {
		b, err := s.out.Peek(1)
		switch {
		case err != nil:
			return err
		case b[0] != '\r' && b[0] != '\n':
			return nil
		}
		_, _ = s.out.Discard(1)
	}
}

// line reads to the end of the line; it is valid until the next call.
func (s *source) line() ([]byte, error) {
	line, err := s.out.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		err = errLongHead
	}
	return line, err
}

func (s *source) read(p []byte) (int, error) { return s.out.Read(p) }

// skip passes over up to n bytes.
func (s *source) skip(n int64) (int64, error) {
	if s.at != nil && !s.members && n > outBytes {
		to := s.position() + n
		if n = min(n, s.end-s.position()); to > s.end {
			s.seek(s.end)
			return n, io.EOF
		}
		s.seek(to)
		return n, nil
	}
	done, err := s.out.Discard(int(min(n, 1<<30)))
	return int64(done), err
}

// beginsRecord says whether a record begins here.
func (s *source) beginsRecord() bool {
	head, _ := s.out.Peek(len(version))
	return bytes.Equal(head, version)
}

// endsEarly says whether the input ends within the first word of a record.
func (s *source) endsEarly() bool {
	head, err := s.out.Peek(len(version))
	return err == io.EOF && len(head) > 0 && bytes.HasPrefix(version, head)
}

// resync goes to where the next record begins, or to the end.
func (s *source) resync() {
	if s.broken {
		s.nextMember()
		return
	}
	for !s.beginsRecord() {
		if err := s.nextLine(); err != nil && err != errBoundary {
			return
		}
	}
}

// nextLine passes over the rest of a line of any length.
func (s *source) nextLine() error {
	for {
		if _, err := s.out.ReadSlice('\n'); err != bufio.ErrBufferFull {
			return err
		}
	}
}

// nextMember goes to the next member that begins a record, or to the end.
func (s *source) nextMember() {
	s.broken, s.inside, s.rest = false, false, nil
	for {
		window, err := s.in.Peek(peekBytes)
		skip, found := s.seeker.in(window, err != nil)
		_, _ = s.in.Discard(skip)
		if found || err != nil {
			break
		}
	}
	s.out.Reset(inflated{s})
}
