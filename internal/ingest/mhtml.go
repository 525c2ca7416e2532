package ingest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"stemma"
)

const (
	// savedBytes is how many times as large as a report a page, or a PDF file,
	// may be that is saved with its pictures.
	savedBytes = 8
	// maxParts and maxNested bound what is looked at in such a file.
	maxParts  = 10_000
	maxNested = 4
)

// boundOf is how many bytes of a file of that kind are read.
func boundOf(k kind, limit int64) int64 {
	if (k == mhtmlKind || k == pdfKind) && limit < 1<<40 {
		return limit * savedBytes
	}
	return limit
}

// isMHTML says whether the first bytes are the head of a mail of several parts,
// as browsers save a page (RFC 2557).
func isMHTML(head []byte) bool {
	head = bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
	top, _, _ := bytes.Cut(bytes.TrimLeft(head, "\n"), []byte("\n\n"))
	name, _, found := bytes.Cut(top, []byte(":"))
	if !found || len(name) > maxNameBytes || bytes.ContainsAny(name, " <\t\n") {
		return false
	}
	low := bytes.ToLower(top)
	at := bytes.Index(low, []byte("\ncontent-type:"))
	if at < 0 && !bytes.HasPrefix(low, []byte("content-type:")) {
		return false
	}
	kind := bytes.TrimSpace(low[bytes.Index(low[at+1:], []byte(":"))+at+2:])
	return bytes.HasPrefix(kind, []byte("multipart/"))
}

var errNoPage = errors.New("no page among its parts")

// mhtml reads a page that was saved as mail.
func (w *worker) mhtml(data []byte) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n")))
	if err != nil {
		w.fail(w.got.file, 0, "not a saved page: "+err.Error())
		return
	}
	s := savedPage{limit: w.limit, start: partID(m.Header.Get("Content-Type")),
		home: m.Header.Get("Snapshot-Content-Location")}
	err = s.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	if s.page == nil {
		if err == nil || err == io.EOF {
			err = errNoPage
		}
		w.fail(w.got.file, 0, "a saved page (MHTML): "+err.Error())
		return
	}
	it := Item{Name: w.got.file, Input: w.got.file, Media: stemma.HTML, Data: s.page}
	if it.URL = firstAddress(s.home, s.location); s.cut {
		it.Note = "the saved page is cut short"
	}
	if saved, err := mail.ParseDate(m.Header.Get("Date")); err == nil {
		it.Captured = saved.UTC()
	}
	w.put(it, data)
}

// savedPage is the page among the parts of a mail: the one that the head names,
// else the first.
type savedPage struct {
	limit       int64
	start, home string // the part's id, and its address
	page        []byte
	location    string
	certain     bool // the page is the one that the head names
	cut         bool // the page ends before its part does
	seen        int
}

// part looks at a part and those in it. The error says what ended that.
func (s *savedPage) part(head textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, params, _ := mime.ParseMediaType(head.Get("Content-Type"))
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < maxNested:
		parts := multipart.NewReader(body, params["boundary"])
		for s.seen < maxParts && !s.certain {
			p, err := parts.NextRawPart()
			if err != nil {
				return err
			}
			s.seen++
			if err := s.part(p.Header, p, depth+1); err != nil && err != io.EOF {
				return err
			}
		}
	case kind == "text/html" || kind == "application/xhtml+xml":
		return s.html(head, params["charset"], body)
	}
	return nil
}

func (s *savedPage) html(head textproto.MIMEHeader, label string, body io.Reader) error {
	location := head.Get("Content-Location")
	s.certain = s.start != "" && head.Get("Content-Id") == s.start || s.home != "" && location == s.home
	if s.page != nil && !s.certain {
		return nil
	}
	page, err := io.ReadAll(io.LimitReader(decoded(head.Get("Content-Transfer-Encoding"), body), s.limit+1))
	switch {
	case int64(len(page)) > s.limit:
		return errors.New(tooLarge(s.limit))
	case blank(page):
		s.certain = false
		return err
	}
	s.page, s.location, s.cut = inUTF8(page, label), location, err != nil
	return err
}

func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// inUTF8 decodes a page by the charset that its part states. One that is UTF-8
// as it is, or states nothing, is left to its own declaration.
// What begins with the mark of UTF-16 is left too; without a mark its zeros tell.
func inUTF8(page []byte, label string) []byte {
	wide := wideLabel(page[:min(len(page), sniffBytes)])
	switch {
	case utf16Mark(page):
		return page
	case wide != "":
		label = wide
	case label == "" || utf8.Valid(page):
		return page
	}
	in, err := charset.NewReaderLabel(label, bytes.NewReader(page))
	if err != nil {
		return page
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return page
	}
	return text
}

// partID is the id of the part that a head names as the page.
func partID(contentType string) string {
	_, params, _ := mime.ParseMediaType(contentType)
	return params["start"]
}

func firstAddress(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
			return v
		}
	}
	return ""
}
