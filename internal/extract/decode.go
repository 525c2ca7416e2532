package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodeText turns the bytes of a plain text into UTF-8 without its byte-order
// mark: UTF-16 where the mark says so, UTF-8 where the bytes are valid, else
// Windows-1252, which holds Latin-1. The text of a record is UTF-8 always.
func decodeText(data []byte, record bool) string {
	switch {
	case record:
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	case !mostlyUTF8(data):
		return decodeWith(charmap.Windows1252, data)
	}
	text := string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if utf8.ValidString(text) { // by eight bytes, where ToValidUTF8 goes by one
		return text
	}
	return strings.ToValidUTF8(text, "\ufffd")
}

// brokenShare is how many of a text's multi-byte characters may be broken in
// what is still UTF-8: one in fifty, as cut or joined files have.
const brokenShare = 50

func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	broken, whole := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else if n > 1 {
			whole++
		}
		data = data[n:]
	}
	return broken*brokenShare <= whole
}

// decodePage turns the bytes of a page into UTF-8 by its byte-order mark, its
// declaration, or a look at the bytes. Bytes that are valid UTF-8 are taken as
// that, whatever the page declares; those that are not, though declared so, as
// Windows-1252.
func decodePage(data []byte) string {
	utf16 := bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
	if !utf16 && mostlyUTF8(data) && !shifted(data) {
		return decodeText(data, true)
	}
	e, name, _ := charset.DetermineEncoding(data[:min(len(data), 1<<16)], "text/html")
	if name == "utf-8" && !shifted(data) {
		e = charmap.Windows1252
	}
	return decodeWith(e, data)
}

// shifted says whether bytes are written in an encoding of seven bits that
// switches by escapes, as ISO-2022-JP is.
func shifted(data []byte) bool { return bytes.Contains(data, []byte("\x1b$")) }

func decodeWith(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return strings.TrimPrefix(string(out), "\ufeff")
}
