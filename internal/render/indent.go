package render

import "bytes"

// appendIndented adds compact JSON, laid out with two spaces a level, as encoding/json
// does, and takes the escapes for HTML back in the same pass. The text of
// strings is copied in stretches; b must be what an encoder wrote.
func appendIndented(out, b []byte, depth int) []byte {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '"':
			end := stringEnd(b, i)
			out = appendPlain(out, b[i:end])
			i = end - 1
		case '{', '[':
			out = append(out, c)
			if i+1 < len(b) && (b[i+1] == '}' || b[i+1] == ']') {
				i++
				out = append(out, b[i])
				continue
			}
			depth++
			out = appendBreak(out, depth)
		case '}', ']':
			depth--
			out = append(appendBreak(out, depth), c)
		case ',':
			out = appendBreak(append(out, c), depth)
		case ':':
			out = append(out, c, ' ')
		default:
			out = append(out, c)
		}
	}
	return out
}

// stringEnd is where the string ends that begins at i, after its quotation
// mark.
func stringEnd(b []byte, i int) int {
	for i++; i < len(b); {
		k := bytes.IndexByte(b[i:], '"')
		if k < 0 {
			return len(b)
		}
		slashes := 0
		for at := i + k - 1; at >= i && b[at] == '\\'; at-- {
			slashes++
		}
		i += k + 1
		if slashes%2 == 0 {
			return i
		}
	}
	return i
}

// appendPlain adds a string with \u003c, \u003e and \u0026 turned back into
// the characters they stand for. A noun that writes itself escapes them
// whatever the encoder is told.
func appendPlain(out, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 || i+1 >= len(s) {
			return append(out, s...)
		}
		out = append(out, s[:i]...)
		if c, ok := htmlEscape(s[i:]); ok {
			out, s = append(out, c), s[i+6:]
			continue
		}
		out, s = append(out, s[i], s[i+1]), s[i+2:]
	}
}

const indents = "\n                                "

func appendBreak(out []byte, depth int) []byte {
	if n := 1 + 2*depth; n <= len(indents) {
		return append(out, indents[:n]...)
	}
	out = append(out, '\n')
	for range depth {
		out = append(out, ' ', ' ')
	}
	return out
}
