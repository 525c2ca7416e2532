package warc

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// maxHead is how many bytes the head of a record may have: eight times an
// address as long as servers take.
const maxHead = 64 << 10

// version begins every record.
var version = []byte("WARC/")

// Record is what the head of a record says. Fields that it lacks are empty.
type Record struct {
	Type        string // response, resource, conversion, revisit, request, metadata, warcinfo, continuation
	ID          string // without angle brackets
	Target      string // the address
	Date        time.Time
	ContentType string
	Length      int64  // of the block, in bytes
	Digest      string // of the payload
	Truncated   string // why the block is not whole
	Segment     int    // of a record in several: which, from 1
	// Of a revisit: which capture has the same payload.
	SameTarget string
	SameDate   time.Time
	Profile    string
}

// parseHead reads a head, of which the last line is blank.
func parseHead(head []byte) (Record, error) {
	r := Record{Length: -1}
	_, rest, _ := bytes.Cut(head, []byte("\n"))
	for len(rest) > 0 {
		var line []byte
		line, rest = field(rest)
		name, value, found := bytes.Cut(line, []byte(":"))
		if !found {
			continue
		}
		if err := r.set(name, bytes.TrimSpace(value)); err != nil {
			return r, err
		}
	}
	switch {
	case r.Length < 0:
		return r, fmt.Errorf("a record states no length")
	case r.Type == "":
		return r, fmt.Errorf("a record states no type")
	}
	return r, nil
}

// field cuts off the first field, which goes on in the lines that begin with a
// blank.
func field(head []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(head, []byte("\n"))
	line = line[:len(line):len(line)] // what is added is added to a copy
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		var more []byte
		more, rest, _ = bytes.Cut(rest, []byte("\n"))
		line = append(append(bytes.TrimRight(line, " \t\r"), ' '), bytes.TrimSpace(more)...)
	}
	return line, rest
}

// set takes one field. Names differ in case from writer to writer.
func (r *Record) set(name, value []byte) (err error) {
	var room [32]byte
	switch string(lower(room[:0], name)) {
	case "warc-type":
		r.Type = typeNamed(value)
	case "warc-record-id":
		r.ID = bare(value)
	case "warc-target-uri":
		r.Target = bare(value)
	case "warc-date":
		r.Date = parseDate(value)
	case "content-type":
		r.ContentType = string(value)
	case "content-length":
		r.Length, err = strconv.ParseInt(string(value), 10, 64)
		if err != nil || r.Length < 0 {
			return fmt.Errorf("a record states a length of %.40q", value)
		}
	case "warc-payload-digest":
		r.Digest = string(value)
	case "warc-truncated":
		r.Truncated = string(value)
	case "warc-segment-number":
		r.Segment, _ = strconv.Atoi(string(value))
	case "warc-refers-to-target-uri":
		r.SameTarget = bare(value)
	case "warc-refers-to-date":
		r.SameDate = parseDate(value)
	case "warc-profile":
		r.Profile = string(value)
	}
	return nil
}

// lower appends a name in small letters, as far as there is room.
func lower(to, name []byte) []byte {
	name = bytes.TrimSpace(name)
	for _, b := range name[:min(len(name), cap(to))] {
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		to = append(to, b)
	}
	return to
}

// typeNamed is a type as it is written here; it makes no new string of one that
// is known.
func typeNamed(value []byte) string {
	switch string(value) {
	case "response":
		return "response"
	case "request":
		return "request"
	case "metadata":
		return "metadata"
	}
	return strings.ToLower(string(value))
}

// bare is a value without the angle brackets that some writers put around it.
func bare(value []byte) string {
	return string(bytes.TrimSuffix(bytes.TrimPrefix(value, []byte("<")), []byte(">")))
}

// parseDate reads a date of WARC 1.0, to the second, or of 1.1, which may have
// less or more. It is zero where there is none.
func parseDate(value []byte) time.Time {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04Z", "2006-01-02T15:04:05", "20060102150405"} {
		if t, err := time.Parse(layout, string(value)); err == nil {
			return t.UTC()
		}
	}
	// A date that is less precise is true until its end.
	for layout, after := range map[string][3]int{"2006-01-02": {0, 0, 1}, "2006-01": {0, 1, 0}, "2006": {1, 0, 0}} {
		if t, err := time.Parse(layout, string(value)); err == nil {
			return t.AddDate(after[0], after[1], after[2]).Add(-time.Second)
		}
	}
	return time.Time{}
}
