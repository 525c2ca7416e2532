package render

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Style says how text is drawn for a terminal. The zero Style is 80 columns
// without colour.
type Style struct {
	Color bool
	Width int // columns; 80 when zero, never below 40
}

// Bounds of the width in columns.
const (
	defaultWidth = 80
	leastWidth   = 40
)

// paint is a role that a piece of text plays; colour follows from it.
type paint uint8

const (
	plain paint = iota
	strong
	faint
	title
	siglum
	good
	alarm
	caution
)

// piece is text in one paint. Its text is clean; spaces in it are places to
// break a line.
type piece struct {
	text  string
	paint paint
}

// atom is what a line break may not divide, and whether a space stands before
// it.
type atom struct {
	piece
	space bool
	width int
}

// flow writes pieces into lines of a width.
type flow struct {
	out   *bufio.Writer
	width int
	color bool
}

func newFlow(w io.Writer, s Style) *flow {
	width := s.Width
	if width == 0 {
		width = defaultWidth
	}
	return &flow{out: bufio.NewWriter(w), width: max(width, leastWidth), color: s.Color}
}

// gap ends a part with an empty line.
func (f *flow) gap() { f.out.WriteByte('\n') }

// heading writes a title with a line under it.
func (f *flow) heading(text string) {
	f.lines("", "", piece{text, title})
	f.lines("", "", piece{strings.Repeat("─", min(f.width, max(ansi.StringWidth(text), 4))), faint})
}

// lines fills lines with the pieces: the first begins with the prefix first,
// the others with rest, which is as wide.
func (f *flow) lines(first, rest string, pieces ...piece) {
	prefix, room := first, f.width-ansi.StringWidth(first)
	used, empty := 0, true
	f.paint(piece{prefix, faint})
	for _, a := range atoms(pieces, f.width-ansi.StringWidth(rest)) {
		gap := 0
		if a.space && !empty {
			gap = 1
		}
		if !empty && used+gap+a.width > room {
			f.out.WriteByte('\n')
			f.paint(piece{rest, faint})
			room, used, gap = f.width-ansi.StringWidth(rest), 0, 0
		}
		if gap == 1 {
			f.out.WriteByte(' ')
		}
		f.paint(a.piece)
		used, empty = used+gap+a.width, false
	}
	f.out.WriteByte('\n')
}

// atoms cuts pieces into what stays on one line: words, single wide
// characters (Chinese and Japanese break anywhere), and parts of words that
// are wider than a whole line.
func atoms(pieces []piece, most int) []atom {
	var found []atom
	space := false
	clusters := graphemes.FromString("")
	for _, p := range pieces {
		start, open := 0, false
		for at := 0; at < len(p.text); {
			size, w := 1, 1
			if joinsNext(p.text, at) {
				clusters.SetText(p.text[at:])
				clusters.Next()
				size, w = clusters.End(), ansi.StringWidth(clusters.Value())
			}
			if size == 1 && p.text[at] == ' ' {
				space, open = true, false
				at++
				continue
			}
			at += size
			if last := len(found) - 1; open && w < 2 && found[last].width+w <= most {
				found[last].text = p.text[start:at]
				found[last].width += w
				continue
			}
			start = at - size
			found = append(found, atom{piece{p.text[start:at], p.paint}, space, w})
			space, open = false, w < 2
		}
	}
	return glue(found, most)
}

// joinsNext says whether the byte may be but a part of what is seen as one
// character: it is no ASCII that is seen, or none follows it.
func joinsNext(text string, at int) bool {
	return text[at] < ' ' || text[at] >= 0x7f || at+1 < len(text) && text[at+1] >= utf8.RuneSelf
}

// glue joins an atom of punctuation alone to the atom before it, so that no
// line begins with a comma because its paint changed there.
func glue(all []atom, most int) []atom {
	for i := range all {
		if i > 0 && !all[i].space && all[i-1].width+all[i].width <= most && punctuation(all[i].text) && all[i].paint == all[i-1].paint {
			all[i].text, all[i].width, all[i].space = all[i-1].text+all[i].text, all[i-1].width+all[i].width, all[i-1].space
			all[i-1].text, all[i-1].width, all[i-1].space = "", 0, false
		}
	}
	kept := all[:0]
	for _, a := range all {
		if a.text != "" {
			kept = append(kept, a)
		}
	}
	return kept
}

func punctuation(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && strings.ContainsRune(".,;:!?)”’»。、", r)
}

func (f *flow) paint(p piece) {
	if !f.color || p.paint == plain || p.text == "" {
		f.out.WriteString(p.text)
		return
	}
	f.out.WriteString(sgr(p.paint).Styled(p.text))
}

// sgr uses the terminal's own sixteen colours, so that the text fits any
// scheme.
func sgr(p paint) ansi.Style {
	switch p {
	case strong:
		return ansi.NewStyle().Bold()
	case faint:
		return ansi.NewStyle().Faint()
	case title:
		return ansi.NewStyle().Bold().ForegroundColor(ansi.Cyan)
	case siglum:
		return ansi.NewStyle().Bold().ForegroundColor(ansi.Magenta)
	case good:
		return ansi.NewStyle().ForegroundColor(ansi.Green)
	case alarm:
		return ansi.NewStyle().Bold().ForegroundColor(ansi.Red)
	case caution:
		return ansi.NewStyle().ForegroundColor(ansi.Yellow)
	}
	return ansi.NewStyle()
}
