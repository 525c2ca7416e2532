package ingest

import "bytes"

// rowEnd is the length of the row that data begins with, its line end included,
// or -1 where that is not there yet. A line end within quotation marks ends no
// row; they open a cell only at its beginning, as in RFC 4180. Where nothing
// comes after data, a quotation mark that is not closed is none.
func rowEnd(data []byte, sep byte, last bool) int {
	line := -1 // where a line ends, at or behind at; len(data) where none does
	for at := 0; at < len(data); {
		if data[at] == '"' {
			if at = closing(data, at+1); at < 0 {
				break
			}
		}
		if line < at {
			line = lineEnd(data, at)
		}
		next := bytes.IndexByte(data[at:line], sep)
		switch {
		case next >= 0:
			at += next + 1
		case line < len(data):
			return line + 1
		default:
			at = len(data)
		}
	}
	if !last {
		return -1
	}
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1 // within a mark that is not closed
	}
	return len(data)
}

// lineEnd is where the line ends that at is in.
func lineEnd(data []byte, at int) int {
	if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(data)
}

// closing is the place behind the mark that closes a cell which begins at i, or
// -1. Two marks are one that belongs to the cell.
func closing(data []byte, i int) int {
	for {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			return -1
		}
		if i += n + 1; i == len(data) || data[i] != '"' {
			return i
		}
		i++
	}
}

// cells appends the cells of a row. What stands behind a closing mark, and
// should not, belongs to the cell.
func cells(to [][]byte, row []byte, sep byte) [][]byte {
	for at := 0; ; {
		var quoted []byte
		if at < len(row) && row[at] == '"' {
			if end := closing(row, at+1); end > 0 {
				quoted = bytes.ReplaceAll(row[at+1:end-1], []byte(`""`), []byte(`"`))
				at = end
			}
		}
		next := bytes.IndexByte(row[at:], sep)
		rest := row[at:]
		if next >= 0 {
			rest = row[at : at+next]
		}
		if quoted != nil {
			rest = append(quoted, rest...)
		}
		if to = append(to, rest); next < 0 {
			return to
		}
		at += next + 1
	}
}
