package warc

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
)

var (
	errChunk     = errors.New("the chunks of the body do not follow on each other")
	errEncodings = errors.New("too many encodings lie upon each other")
)

// maxChunkLine is how long the line with a chunk's length may be.
const maxChunkLine = 200

// chunked reads a body that was sent in chunks (RFC 9112, section 7.1).
type chunked struct {
	in    *bufio.Reader
	left  int64
	begun bool
	done  bool
}

// chunkBegins says whether a chunk begins here: some archivers keep bodies
// without their chunks, and the head as it was.
func chunkBegins(in *bufio.Reader) bool {
	head, _ := in.Peek(20)
	line, _, found := strings.Cut(string(head), "\n")
	_, err := chunkLength(line)
	return found && err == nil
}

func chunkLength(line string) (int64, error) {
	digits, _, _ := strings.Cut(line, ";")
	n, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 64)
	if err == nil && n < 0 {
		err = errChunk
	}
	return n, err
}

func (c *chunked) Read(p []byte) (int, error) {
	if c.left == 0 && !c.done {
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	if c.done {
		return 0, io.EOF
	}
	n, err := c.in.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// next reads the line with the length of a chunk.
func (c *chunked) next() error {
	if c.begun {
		if line, err := headLine(c.in); err != nil || len(line) > 0 {
			return errChunk
		}
	}
	c.begun = true
	line, err := headLine(c.in)
	if err != nil || len(line) > maxChunkLine {
		return errChunk
	}
	n, err := chunkLength(string(line))
	if err != nil {
		return errChunk
	}
	c.left, c.done = n, n == 0
	return nil
}
