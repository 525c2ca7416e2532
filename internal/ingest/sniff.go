package ingest

import (
	"bytes"
	"unicode/utf8"
)

// notText says why the first bytes of an input cannot be text, or "".
func notText(head []byte) string {
	switch {
	case utf16Mark(head), wideLabel(head) != "":
		return ""
	case bytes.IndexByte(head, 0) >= 0, manyControls(head):
		return "a binary file: not text"
	}
	return ""
}

// wideLabel names the UTF-16 that bytes without a mark are written in, by the
// zeros of Latin letters: in a text every second byte of most pairs is one, and
// no byte beside it, which is no control character either. It is "" for all else,
// as for binary formats.
func wideLabel(head []byte) string {
	if bytes.IndexByte(head, 0) < 0 {
		return "" // nearly always
	}
	zeros, controls := [2]int{}, 0
	for i, b := range head {
		switch {
		case b == 0:
			zeros[i%2]++
		case isControl(b):
			controls++
		}
	}
	pairs := len(head) / 2
	switch {
	case controls > 0 || pairs < leastWide:
		return ""
	case zeros[0] == 0 && 2*zeros[1] > pairs:
		return "utf-16le"
	case zeros[1] == 0 && 2*zeros[0] > pairs:
		return "utf-16be"
	}
	return ""
}

// leastWide is how many characters tell that zeros are no accident: a name's worth.
const leastWide = 16

// Own says whether the first bytes of a file are of one that Stemma wrote: its
// JSON, its page, its graph, or its lines of passages.
func Own(head []byte) bool {
	text := bytes.TrimSpace(head)
	start := text[:min(len(text), ownBytes)]
	switch {
	case bytes.HasPrefix(text, []byte("{")):
		tight := bytes.Join(bytes.Fields(start), nil)
		for _, begins := range [...]string{`{"schema":"stemma.`, `{"a":{"report":`, `{"passages":[{"report":`} {
			if bytes.HasPrefix(tight, []byte(begins)) {
				return true
			}
		}
		line, _, _ := bytes.Cut(text, []byte("\n"))
		return pairLine(line) || ownExport(text)
	case bytes.HasPrefix(text, []byte("digraph stemma {")):
		return true
	case bytes.HasPrefix(text, []byte("\x89PNG\r\n")):
		return bytes.Contains(start, []byte("Software\x00Stemma"))
	case bytes.HasPrefix(text, []byte("<!doctype html>")):
		return bytes.Contains(head, []byte(`<meta name="generator" content="Stemma">`))
	}
	return ownExport(text)
}

// pairLine says whether a line is a result of a pair.
func pairLine(line []byte) bool {
	for _, part := range [...]string{`{"id":`, `,"score":`, `,"same":`, `,"supported":`, `,"drifts":[`} {
		at := bytes.Index(line, []byte(part))
		if at < 0 {
			return false
		}
		line = line[at+len(part):]
	}
	return true
}

// ownBytes is how much of a file tells by what it was written, white space
// included.
const ownBytes = 200

// startsArray says whether the first bytes begin an array of objects.
func startsArray(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	rest, found := bytes.CutPrefix(head, []byte("["))
	return found && bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// utf16Mark says whether the bytes begin with the byte-order mark of UTF-16.
func utf16Mark(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
}

// manyControls says whether more than one byte in twenty is a control
// character that no text holds, in what is not UTF-8.
func manyControls(head []byte) bool {
	if utf8.Valid(head) {
		return false
	}
	controls := 0
	for _, b := range head {
		if isControl(b) {
			controls++
		}
	}
	return controls*20 > len(head)
}

// isControl says whether a byte is a control character that no text holds.
func isControl(b byte) bool { return b < 0x20 && (b < '\t' || b > '\r') && b != 0x1b }

// blank says whether data is nothing but white space, a byte-order mark aside.
func blank(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf16Mark(data) {
		data = data[2:]
		return len(bytes.Trim(data, " \t\r\n\x00")) == 0
	}
	return len(bytes.TrimSpace(data)) == 0
}

// sniff tells JSON, HTML and plain text apart by the first bytes.
func sniff(head []byte) kind {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	if len(head) == 0 {
		return textKind
	}
	rest := bytes.TrimSpace(head[1:])
	switch {
	case startsArray(head):
		return jsonKind
	case head[0] == '{' && (len(rest) == 0 || rest[0] == '"' || rest[0] == '}'):
		if firstLineIsWhole(head) {
			return linesKind
		}
		return jsonKind
	case head[0] == '<' && looksLikeHTML(head):
		return htmlKind
	case startsTable(head):
		return tableKind
	}
	return textKind
}

// firstLineIsWhole says whether an object that starts here does not go on
// after an open first line, as one that is laid out over many lines does.
func firstLineIsWhole(head []byte) bool {
	line, _, found := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(line)
	return !found || bytes.HasSuffix(line, []byte("}"))
}

// markup says whether the text of a record is a stretch of a page, as feeds and the
// interfaces of publishing systems give it: it begins with a tag and closes paragraphs.
func markup(text []byte) bool {
	text = bytes.TrimSpace(text)
	return bytes.HasPrefix(text, []byte("<")) && bytes.Contains(text, []byte("</")) &&
		looksLikeHTML(text[:min(len(text), sniffBytes)])
}

func looksLikeHTML(head []byte) bool {
	low := bytes.ToLower(head)
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<article",
		"<p>", "<p "} {
		if bytes.Contains(low, []byte(mark)) {
			return true
		}
	}
	return false
}
