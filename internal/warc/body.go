package warc

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// maxEncodings is how many encodings may lie upon each other; servers use one.
const maxEncodings = 3

// Body gives what the server sent, without the form in which it was sent. An
// encoding that is stated and not there is passed over, since some archivers
// keep the head as it was and the body decoded.
func (r *Response) Body(in *bufio.Reader) (io.Reader, error) {
	if r.Chunked && chunkBegins(in) {
		in = bufio.NewReader(&chunked{in: in})
	}
	encodings := strings.Split(r.Encoding, ",")
	if len(encodings) > maxEncodings {
		return nil, errEncodings
	}
	for i := len(encodings) - 1; i >= 0; i-- {
		decoded, err := decode(strings.TrimSpace(encodings[i]), in)
		if err != nil {
			return nil, err
		}
		in = decoded
	}
	return in, nil
}

// decode undoes one encoding.
func decode(encoding string, in *bufio.Reader) (*bufio.Reader, error) {
	head, _ := in.Peek(4)
	var out io.Reader
	var err error
	switch {
	case len(head) == 0:
		return in, nil
	case (encoding == "gzip" || encoding == "x-gzip") && bytes.HasPrefix(head, magic):
		out, err = gzip.NewReader(in)
	case encoding == "deflate" && zlibHead(head):
		out, err = zlib.NewReader(in)
	case encoding == "deflate" && !textual(head):
		out = flate.NewReader(in) // as some servers understand it
	case encoding == "br" && !textual(head):
		out = brotli.NewReader(in)
	case encoding == "zstd" && bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		out, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxWindow),
			zstd.WithDecoderMaxWindow(maxWindow))
	default:
		return in, nil
	}
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(out), nil
}

// maxWindow is the largest window of zstd: what browsers take (RFC 9659).
const maxWindow = 8 << 20

// zlibHead says whether the bytes are the head of a zlib stream (RFC 1950).
func zlibHead(head []byte) bool {
	return len(head) > 1 && head[0]&15 == 8 && (int(head[0])<<8+int(head[1]))%31 == 0
}

// textual says whether the bytes begin markup, so that a body is decoded
// already. A stream of brotli or deflate may begin so by chance, which is as
// rare as 1 in 2^24.
func textual(head []byte) bool {
	head = bytes.ToLower(head)
	for _, begins := range [...]string{"<!do", "<htm", "<hea", "<?xm", "<!--"} {
		if string(head) == begins {
			return true
		}
	}
	return false
}
