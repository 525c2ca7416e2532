package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// JSON writes v as JSON: two spaces of indent, keys in the order of the
// nouns, a newline at the end, and no escapes for HTML, so that "<" is "<".
// The error is the encoder's or the writer's.
func JSON(w io.Writer, v any) error {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("render: json: %w", err)
	}
	_, err := w.Write(unescapeHTML(buffer.Bytes()))
	return err
}

// unescapeHTML turns \u003c, \u003e and \u0026 back into the characters they
// stand for, in place. A noun that writes itself escapes them whatever the
// encoder is told.
func unescapeHTML(b []byte) []byte {
	out := b[:0]
	for i := 0; i < len(b); {
		if b[i] != '\\' || i+1 >= len(b) {
			out = append(out, b[i])
			i++
			continue
		}
		if c, ok := htmlEscape(b[i:]); ok {
			out = append(out, c)
			i += 6
			continue
		}
		out = append(out, b[i], b[i+1])
		i += 2
	}
	return out
}

func htmlEscape(b []byte) (byte, bool) {
	switch {
	case bytes.HasPrefix(b, []byte(`\u003c`)):
		return '<', true
	case bytes.HasPrefix(b, []byte(`\u003e`)):
		return '>', true
	case bytes.HasPrefix(b, []byte(`\u0026`)):
		return '&', true
	}
	return 0, false
}
