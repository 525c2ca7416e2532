package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Response is the answer of a web server, of which the body is not read yet.
type Response struct {
	Status      int
	Media       string // of Content-Type, in small letters and without parameters
	Charset     string // of Content-Type, in small letters
	Location    string
	ETag        string
	Modified    string // Last-Modified
	Encoding    string // Content-Encoding
	Chunked     bool
	contentType string
}

var errNoAnswer = errors.New("no answer of a web server")

// ReadResponse reads the head of an answer, and leaves the body in in. It is
// lenient, as browsers are.
func ReadResponse(in *bufio.Reader) (Response, error) {
	var r Response
	line, err := headLine(in)
	if err != nil {
		return r, err
	}
	fields := strings.Fields(string(line[:min(len(line), 64)]))
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return r, errNoAnswer
	}
	if r.Status, err = strconv.Atoi(fields[1]); err != nil {
		return r, errNoAnswer
	}
	for total := 0; ; {
		line, err := headLine(in)
		switch total += len(line); {
		case err == io.EOF && len(line) == 0:
			return r, nil // an answer without a body
		case err != nil:
			return r, err
		case total > maxHead:
			return r, errLongHead
		case len(line) == 0:
			return r, nil
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		r.set(name, bytes.TrimSpace(value))
	}
}

// headLine is a line without its end.
func headLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		err = errLongHead
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	return bytes.TrimRight(line, "\r\n"), err
}

func (r *Response) set(name, value []byte) {
	var room [32]byte
	switch string(lower(room[:0], name)) {
	case "content-type":
		r.contentType = string(value)
		r.Media, r.Charset = MediaOf(r.contentType)
	case "location":
		r.Location = string(value)
	case "etag":
		r.ETag = string(value)
	case "last-modified":
		r.Modified = string(value)
	case "content-encoding":
		r.Encoding = string(bytes.ToLower(value))
	case "transfer-encoding":
		r.Chunked = bytes.Contains(bytes.ToLower(value), []byte("chunked"))
	}
}

// MediaOf parts a content type into the media type and the charset, both in
// small letters.
func MediaOf(contentType string) (media, charset string) {
	media, rest, _ := strings.Cut(strings.ToLower(contentType), ";")
	for rest != "" {
		var one string
		one, rest, _ = strings.Cut(rest, ";")
		if value, found := strings.CutPrefix(strings.TrimSpace(one), "charset="); found {
			charset = strings.Trim(value, "\"' ")
		}
	}
	return strings.TrimSpace(media), charset
}
