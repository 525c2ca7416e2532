package warc

import (
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Field is one line of a record's head.
type Field struct{ Name, Value string }

// Writer appends records to an archive of version 1.1, each as a gzip member of
// its own, so that others can be appended later and read from anywhere.
type Writer struct {
	out io.Writer
	zip *gzip.Writer
}

// NewWriter writes to out, which may hold records already.
func NewWriter(out io.Writer) *Writer { return &Writer{out: out} }

// Write appends a record of a type, dated in UTC, with an id made of all that it
// holds, which it gives. Line ends in fields become blanks.
func (w *Writer) Write(kind string, date time.Time, block []byte, fields ...Field) (id string, err error) {
	var head bytes.Buffer
	fmt.Fprintf(&head, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: %s\r\n", kind, date.UTC().Format(time.RFC3339))
	for _, f := range fields {
		fmt.Fprintf(&head, "%s: %s\r\n", f.Name, oneLine(f.Value))
	}
	id = recordID(head.Bytes(), block)
	fmt.Fprintf(&head, "WARC-Record-ID: <%s>\r\n", id)
	fmt.Fprintf(&head, "WARC-Block-Digest: %s\r\nContent-Length: %d\r\n\r\n", Digest(block), len(block))
	if w.zip == nil {
		w.zip = gzip.NewWriter(w.out)
	} else {
		w.zip.Reset(w.out)
	}
	for _, part := range [][]byte{head.Bytes(), block, []byte("\r\n\r\n")} {
		if _, err := w.zip.Write(part); err != nil {
			return "", fmt.Errorf("warc: %w", err)
		}
	}
	if err := w.zip.Close(); err != nil {
		return "", fmt.Errorf("warc: %w", err)
	}
	return id, nil
}

// Digest is a digest as records state it, by which tools compare payloads.
func Digest(data []byte) string {
	sum := sha1.Sum(data)
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

// recordID is a UUID of version 5 (RFC 9562), made of the record itself.
func recordID(head, block []byte) string {
	h := sha1.New()
	h.Write(head)
	h.Write(block)
	id := h.Sum(nil)[:16]
	id[6], id[8] = id[6]&0x0f|0x50, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// oneLine keeps a value from ending its line.
func oneLine(s string) string {
	clean := []byte(s)
	for i, b := range clean {
		if b < ' ' || b == 0x7f {
			clean[i] = ' '
		}
	}
	return string(clean)
}
