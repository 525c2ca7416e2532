package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:embed glyphs.txt
var glyphTable string

// glyphNames is the table of the names that glyphs have.
func glyphNames() map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(glyphTable) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		for _, n := range fields[1:] {
			names[n] = fields[0]
		}
	}
	return names
}

// font tells what the bytes of a string show, and how wide that is.
type font struct {
	bytes  int // of a code
	table  *cmap
	simple [256]string // of codes of one byte
	widths map[int]float64
	width  float64 // of all other codes, in thousandths of the size
}

// narrow is the width of a letter whose font does not say it, in thousandths of
// the size: that of Helvetica's lower-case letters in the mean.
const narrow = 500

// newFont reads a font.
func (f *file) newFont(d dict, names map[string]string) *font {
	t := &font{bytes: 1, widths: map[int]float64{}, width: narrow}
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		t.table = readCMap(f.decode(s))
	}
	if f.get(d["Subtype"]) == name("Type0") {
		t.bytes = 2
		f.compositeWidths(t, d)
		return t
	}
	f.simpleCodes(t, d, names)
	first, _ := f.number(d["FirstChar"])
	for i, w := range f.array(d["Widths"]) {
		if n, ok := f.number(w); ok && i < 256 {
			t.widths[int(first)+i] = n
		}
	}
	if f.get(d["Subtype"]) == name("Type3") {
		f.scaleWidths(t, d)
	}
	return t
}

// scaleWidths brings the widths of a font that has its own unit to thousandths.
func (f *file) scaleWidths(t *font, d dict) {
	m := f.array(d["FontMatrix"])
	if len(m) == 0 {
		return
	}
	if scale, ok := f.number(m[0]); ok {
		for c := range t.widths {
			t.widths[c] *= scale * 1000
		}
	}
}

// simpleCodes maps the codes of a font of single bytes.
func (f *file) simpleCodes(t *font, d dict, names map[string]string) {
	set := charmap.Windows1252
	base := f.get(d["Encoding"])
	differences := f.dict(d["Encoding"])
	if differences != nil {
		base = f.get(differences["BaseEncoding"])
	}
	if base == name("MacRomanEncoding") {
		set = charmap.Macintosh
	}
	for c := range t.simple {
		if r := set.DecodeByte(byte(c)); r != utf8.RuneError && c >= ' ' {
			t.simple[c] = string(r)
		}
	}
	at := 0
	for _, o := range f.array(differences["Differences"]) {
		switch v := f.get(o).(type) {
		case float64:
			at = int(v)
		case name:
			if at >= 0 && at < 256 {
				t.simple[at] = glyphText(string(v), names)
			}
			at++
		}
	}
}

// glyphText is what a glyph of that name shows.
func glyphText(n string, names map[string]string) string {
	n, _, _ = strings.Cut(n, ".")
	if s, ok := names[n]; ok {
		return s
	}
	if len(n) == 1 {
		return n
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, found := strings.CutPrefix(n, prefix); found && len(digits) >= 4 && len(digits) <= 6 {
			if r, err := strconv.ParseUint(digits, 16, 32); err == nil {
				return string(rune(r))
			}
		}
	}
	return ""
}

// compositeWidths reads the widths of a font of codes of several bytes.
func (f *file) compositeWidths(t *font, d dict) {
	inner := f.array(d["DescendantFonts"])
	if len(inner) == 0 {
		return
	}
	of := f.dict(inner[0])
	if t.width = 1000; of != nil {
		if n, ok := f.number(of["DW"]); ok {
			t.width = n
		}
	}
	all := f.array(of["W"])
	for i := 0; i+1 < len(all) && len(t.widths) < maxMapped; {
		first, _ := f.number(all[i])
		if each := f.array(all[i+1]); each != nil {
			for k, w := range each {
				t.widths[int(first)+k], _ = f.number(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(all) {
			return
		}
		last, _ := f.number(all[i+1])
		w, _ := f.number(all[i+2])
		for c := int(first); c <= int(last) && len(t.widths) < maxMapped; c++ {
			t.widths[c] = w
		}
		i += 3
	}
}

// show calls each with what every code of a string shows, its width in
// thousandths of the size, and whether it is a blank of one byte.
func (t *font) show(s text, each func(shown string, width float64, blank bool)) {
	n := t.bytes
	for len(s) > 0 {
		c := code(s[:min(n, len(s))])
		s = s[min(n, len(s)):]
		width, ok := t.widths[c]
		if !ok {
			width = t.width
		}
		each(t.of(c), width, n == 1 && c == ' ')
	}
}

// of is what a code shows.
func (t *font) of(c int) string {
	if t.table != nil {
		if s, ok := t.table.to[c]; ok {
			return s
		}
	}
	if t.bytes == 1 && c < 256 {
		return t.simple[c]
	}
	return ""
}
