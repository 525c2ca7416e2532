package render

import (
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"stemma"
)

// PassageLines writes passages as JSON Lines, in the order in which they come:
// {"a": {"report", "start", "end"}, "b": {…}, "kind", "identity"}. Call Flush
// at the end.
type PassageLines struct {
	w    io.Writer
	line []byte
	err  error
}

// NewPassageLines writes to w, in pieces of about 64 KiB.
func NewPassageLines(w io.Writer) *PassageLines { return &PassageLines{w: w} }

const pieceBytes = 64 << 10

// Stretch is a half-open range of bytes of a report, which is named.
type Stretch struct {
	Report     string
	Start, End int
}

// Passage writes one line.
func (p *PassageLines) Passage(a, b Stretch, kind stemma.ReuseKind, identity float64) {
	p.line = AppendPassage(p.line, a, b, kind, identity)
	p.written()
}

// AppendPassage adds the line of a passage to others.
func AppendPassage(line []byte, a, b Stretch, kind stemma.ReuseKind, identity float64) []byte {
	line = append(line, `{"a":`...)
	line = appendStretch(line, a)
	line = append(line, `,"b":`...)
	line = appendStretch(line, b)
	line = append(line, `,"kind":"`...)
	line = append(line, kind...)
	line = append(line, `","identity":`...)
	line = appendShare(line, identity)
	return append(line, "}\n"...)
}

// appendShare adds a number. Shares in whole thousandths, as passages have them, are
// written digit by digit, with none that says nothing.
func appendShare(line []byte, x float64) []byte {
	const thousand = 1000
	n := int(x*thousand + 0.5)
	if n <= 0 || n > thousand || float64(n)/thousand != x {
		return strconv.AppendFloat(line, x, 'f', -1, 64)
	}
	if n == thousand {
		return append(line, '1')
	}
	line = append(line, '0', '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	for line[len(line)-1] == '0' {
		line = line[:len(line)-1]
	}
	return line
}

// Cluster writes the stretches that say the same as one line:
// {"passages": [{"report", "start", "end"}, …]}.
func (p *PassageLines) Cluster(stretches []Stretch) {
	p.line = append(p.line, `{"passages":[`...)
	for i, s := range stretches {
		if i > 0 {
			p.line = append(p.line, ',')
		}
		p.line = appendStretch(p.line, s)
	}
	p.line = append(p.line, "]}\n"...)
	p.written()
}

func (p *PassageLines) written() {
	if len(p.line) >= pieceBytes {
		p.write()
	}
}

func (p *PassageLines) write() {
	if p.err == nil {
		_, p.err = p.w.Write(p.line)
	}
	p.line = p.line[:0]
}

// Flush writes what is left, and gives the first error of all writing.
func (p *PassageLines) Flush() error {
	p.write()
	return p.err
}

func appendStretch(line []byte, s Stretch) []byte {
	line = append(line, `{"report":`...)
	line = appendString(line, s.Report)
	line = append(line, `,"start":`...)
	line = strconv.AppendInt(line, int64(s.Start), 10)
	line = append(line, `,"end":`...)
	line = strconv.AppendInt(line, int64(s.End), 10)
	return append(line, '}')
}

// appendString quotes a name; only an unusual one costs an encoder.
func appendString(line []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf || c == '<' || c == '>' || c == '&' {
			quoted, _ := json.Marshal(s) // a string always marshals
			return append(line, quoted...)
		}
	}
	line = append(line, '"')
	line = append(line, s...)
	return append(line, '"')
}
