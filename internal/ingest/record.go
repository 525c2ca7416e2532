package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"stemma"
)

// record is a record as it is written; see the package comment.
type record struct {
	Text      scalar `json:"text"`
	HTML      scalar `json:"html"`
	ID        scalar `json:"id"`
	URL       scalar `json:"url"`
	Outlet    scalar `json:"outlet"`
	Title     scalar `json:"title"`
	Byline    names  `json:"byline"`
	Published scalar `json:"published"`
	Updated   scalar `json:"updated"`
	Language  scalar `json:"language"`
}

// scalar is a string; a number stands for its digits, null for nothing.
type scalar string

// UnmarshalJSON reads a string, a number or null.
func (s *scalar) UnmarshalJSON(data []byte) error {
	switch {
	case bytes.Equal(data, []byte("null")):
		*s = ""
	case data[0] == '"':
		return json.Unmarshal(data, (*string)(s))
	case data[0] == '-' || (data[0] >= '0' && data[0] <= '9'):
		*s = scalar(data)
	default:
		return errors.New("neither a string nor a number")
	}
	return nil
}

// names is a list of names, or one name.
type names []string

// UnmarshalJSON reads a string, a list of strings or null.
func (n *names) UnmarshalJSON(data []byte) error {
	if data[0] == '[' {
		return json.Unmarshal(data, (*[]string)(n))
	}
	var one scalar
	if err := one.UnmarshalJSON(data); err != nil {
		return err
	}
	if one != "" {
		*n = names{string(one)}
	}
	return nil
}

// shelf gathers the records of one file under names that are used once.
type shelf struct {
	result
	file string
	used map[string]bool
}

func newShelf(file string) *shelf { return &shelf{file: file, used: map[string]bool{}} }

// add takes the record whose bytes are raw and which is the n-th in its file.
func (s *shelf) add(raw []byte, n int) {
	place := fmt.Sprintf("%s#%d", s.file, n)
	var r record
	if err := json.Unmarshal(raw, &r); err != nil {
		s.fail(s.unique(place, n), "not a record: "+err.Error())
		return
	}
	if r.ID != "" {
		place = s.file + "#" + string(r.ID)
	}
	s.put(s.unique(place, n), raw, r)
}

func (s *shelf) put(input string, raw []byte, r record) {
	media, body := stemma.PlainText, []byte(r.Text)
	if blank(body) {
		media, body = stemma.HTML, []byte(r.HTML)
	}
	if blank(body) {
		s.fail(input, "neither text nor html")
		return
	}
	s.captures = append(s.captures, stemma.Capture{
		Input: input, Media: media, Data: body, SHA256: digest(raw),
		Record: &stemma.Record{
			ID: string(r.ID), URL: string(r.URL), Outlet: string(r.Outlet), Title: string(r.Title),
			Byline: r.Byline, Published: string(r.Published), Updated: string(r.Updated), Language: string(r.Language),
		},
	})
}

// unique is the name, made different from all earlier ones of the file.
func (s *shelf) unique(name string, n int) string {
	for s.used[name] {
		name = fmt.Sprintf("%s#%d", name, n)
	}
	s.used[name] = true
	return name
}

// readLines streams JSON Lines. UTF-16 with a byte-order mark is understood,
// since some shells write it.
func readLines(ctx context.Context, file string, in io.Reader, limit int64) result {
	s := newShelf(file)
	lines := bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(transform.Nop)), 1<<16)
	records := 0
	for n := 1; ctx.Err() == nil; n++ {
		line, long, err := readLine(lines, limit)
		line = bytes.TrimSpace(line)
		switch {
		case long:
			s.fail(s.unique(fmt.Sprintf("%s#%d", file, n), n), "line "+tooLarge(limit))
			records++
		case len(line) > 0:
			s.add(line, n)
			records++
		}
		if err == nil {
			continue
		}
		if err != io.EOF {
			s.fail(file, reason(err))
		} else if records == 0 {
			s.fail(file, "empty")
		}
		break
	}
	return s.result
}

// readLine reads one line of at most limit bytes; of a longer one it says so
// and drops the bytes.
func readLine(in *bufio.Reader, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if int64(len(line)) > limit {
			long, line = true, nil
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
		}
	}
}

// readJSON reads a .json file: one record, an array, or JSON Lines.
func readJSON(ctx context.Context, file string, data []byte, limit int64) result {
	plain, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	if err != nil {
		return failed(file, err.Error())
	}
	plain = bytes.TrimSpace(plain)
	if len(plain) > 0 && plain[0] == '[' {
		return readArray(ctx, file, plain)
	}
	var r record
	if !json.Valid(plain) && bytes.IndexByte(plain, '\n') >= 0 {
		return readLines(ctx, file, bytes.NewReader(plain), limit)
	}
	if err := json.Unmarshal(plain, &r); err != nil {
		return failed(file, "not a record: "+err.Error())
	}
	s := newShelf(file)
	input := file
	if r.ID != "" {
		input += "#" + string(r.ID)
	}
	s.put(input, plain, r)
	return s.result
}

func readArray(ctx context.Context, file string, data []byte) result {
	s := newShelf(file)
	in := json.NewDecoder(bytes.NewReader(data))
	if _, err := in.Token(); err != nil {
		return failed(file, "not JSON: "+err.Error())
	}
	n := 0
	for in.More() && ctx.Err() == nil {
		n++
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			s.fail(s.unique(fmt.Sprintf("%s#%d", file, n), n), "not JSON: "+err.Error())
			return s.result
		}
		s.add(raw, n)
	}
	if n == 0 {
		s.fail(file, "empty")
	}
	return s.result
}
