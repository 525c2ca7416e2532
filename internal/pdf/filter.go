package pdf

import (
	"bytes"
	"encoding/ascii85"
	"io"

	"github.com/klauspost/compress/flate"
)

// decode gives the bytes of a stream without its encodings, as far as they go.
// It is nil where one is not known, as those of pictures are not.
func (f *file) decode(s *stream) []byte {
	data := s.raw
	filters := f.array(s.dict["Filter"])
	if filters == nil && f.get(s.dict["Filter"]) != nil {
		filters = array{s.dict["Filter"]}
	}
	if len(filters) > 4 {
		return nil
	}
	for _, filter := range filters {
		n, _ := f.get(filter).(name)
		var ok bool
		if data, ok = f.undo(n, data); !ok {
			return nil
		}
	}
	if p := f.dict(s.dict["DecodeParms"]); p != nil {
		data = f.unpredict(data, p)
	}
	return data
}

// undo undoes one encoding.
func (f *file) undo(filter name, data []byte) ([]byte, bool) {
	switch filter {
	case "FlateDecode", "Fl":
		if len(data) < 2 {
			return nil, true
		}
		return f.read(flate.NewReader(bytes.NewReader(data[2:]))), true
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append([]byte("<"), data...)}
		return []byte(l.hex()), true
	case "ASCII85Decode", "A85":
		data, _, _ = bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~")), []byte("~>"))
		return f.read(ascii85.NewDecoder(bytes.NewReader(data))), true
	case "RunLengthDecode", "RL":
		return f.runs(data), true
	}
	return nil, false
}

// read reads what is allowed; what comes before an error counts.
func (f *file) read(in io.Reader) []byte {
	out, _ := io.ReadAll(io.LimitReader(in, int64(min(f.left, maxStream))))
	f.left -= len(out)
	return out
}

// runs undoes the encoding of runs.
func (f *file) runs(data []byte) (out []byte) {
	for len(data) > 1 && data[0] != 128 && len(out) < min(f.left, maxStream) {
		n := int(data[0])
		if n < 128 {
			n = min(n+2, len(data))
			out, data = append(out, data[1:n]...), data[n:]
			continue
		}
		out, data = append(out, bytes.Repeat(data[1:2], 257-n)...), data[2:]
	}
	f.left -= len(out)
	return out
}

// unpredict undoes the PNG predictors, with which tables of objects are packed.
func (f *file) unpredict(data []byte, p dict) []byte {
	if kind, _ := f.number(p["Predictor"]); kind < 10 {
		return data
	}
	columns, _ := f.number(p["Columns"])
	width := int(max(1, min(columns, 1<<16)))
	var out []byte
	above := make([]byte, width)
	for len(data) > width {
		row := bytes.Clone(data[1 : width+1])
		for i := range row {
			left := byte(0)
			if i > 0 {
				left = row[i-1]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			}
		}
		out, above, data = append(out, row...), row, data[width+1:]
	}
	return out
}
