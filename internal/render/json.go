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
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("render: json: %w", err)
	}
	_, err := w.Write(indented(buffer.Bytes()))
	return err
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
