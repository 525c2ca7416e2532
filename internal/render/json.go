package render

import (
	"bytes"
	"io"
	"reflect"
)

// JSON writes v as JSON: two spaces of indent, keys in the order of the
// nouns, a newline at the end, and no escapes for HTML, so that "<" is "<".
// It is written as it is made, since it is many times as long as what was read.
// The error is the encoder's or the writer's.
func JSON(w io.Writer, v any) error {
	s := newScribe(w)
	s.value(reflect.ValueOf(v))
	return failed(s.finish())
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
