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
	paints // how many there are
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
	out    *bufio.Writer
	width  int
	colors [paints]string // what switches each paint on; all empty without colour
	spare  []atom         // of the lines before, for its memory
}

func newFlow(w io.Writer, s Style) *flow {
	width := s.Width
	if width == 0 {
		width = defaultWidth
	}
	f := &flow{out: bufio.NewWriterSize(w, outputBuffer), width: max(width, leastWidth)}
	for p := range paints {
		if style := sgr(p); s.Color && len(style) > 0 {
			f.colors[p] = style.String()
		}
	}
	return f
}

// outputBuffer is how many bytes are written at once: of a large pile it is megabytes.
const outputBuffer = 1 << 16

// gap ends a part with an empty line.
func (f *flow) gap() { f.out.WriteByte('\n') }

// heading writes a title with a line under it.
func (f *flow) heading(text string) {
	f.lines("", "", piece{text, title})
	f.paint(piece{strings.Repeat("─", min(f.width, max(ansi.StringWidth(text), 4))), faint})
	f.out.WriteByte('\n')
}

// lines fills lines with the pieces: the first begins with the prefix first,
// the others with rest, which is as wide.
func (f *flow) lines(first, rest string, pieces ...piece) {
	room := f.width - ansi.StringWidth(first)
	next := room // of the lines after the first
	if rest != first {
		next = f.width - ansi.StringWidth(rest)
	}
	used, empty := 0, true
	f.paint(piece{first, faint})
	f.spare = atoms(pieces, next, f.spare[:0])
	for i := range f.spare {
		a, gap := &f.spare[i], 0
		if a.space && !empty {
			gap = 1
		}
		if !empty && used+gap+a.width > room {
			f.out.WriteByte('\n')
			f.paint(piece{rest, faint})
			room, used, gap = next, 0, 0
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
// are wider than a whole line. They are put behind those that were found.
func atoms(pieces []piece, most int, found []atom) []atom {
	space := false
	clusters := graphemes.FromString("")
	for _, p := range pieces {
		start, open := 0, false
		for at := 0; at < len(p.text); {
			room := most
			if last := len(found) - 1; open && found[last].width < most {
				room -= found[last].width
			}
			size := plainWord(p.text[at:], room)
			w, narrow := size, true
			if size == 0 {
				clusters.SetText(p.text[at:])
				clusters.Next()
				size, w = clusters.End(), ansi.StringWidth(clusters.Value())
				narrow = w < 2
			}
			if size == 1 && p.text[at] == ' ' {
				space, open = true, false
				at++
				continue
			}
			at += size
			if last := len(found) - 1; open && narrow && found[last].width+w <= most {
				found[last].text = p.text[start:at]
				found[last].width += w
				continue
			}
			start = at - size
			found = append(found, atom{piece{p.text[start:at], p.paint}, space, w})
			space, open = false, narrow
		}
	}
	return glue(found, most)
}

// plainWord is how many bytes at the beginning of a text are each seen as one narrow
// character, no more than room: of spaces one, else up to the next. Nearly all text is such.
func plainWord(text string, room int) int {
	if joinsNext(text, 0) {
		return 0
	}
	n := 1
	for text[0] != ' ' && n < room && n < len(text) && text[n] != ' ' && !joinsNext(text, n) {
		n++
	}
	return n
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
		if i > 0 && joinsOn(all[i-1], all[i]) && all[i-1].width+all[i].width <= most {
			all[i].text, all[i].width = all[i-1].text+all[i].text, all[i-1].width+all[i].width
			all[i].space = all[i-1].space
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

// joinsOn says whether an atom is punctuation that follows another one without a space, in
// its paint.
func joinsOn(before, a atom) bool {
	return !a.space && punctuation(a.text) && a.paint == before.paint
}

func punctuation(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && strings.ContainsRune(".,;:!?)”’»。、", r)
}

func (f *flow) paint(p piece) {
	on := f.colors[p.paint]
	if on == "" || p.text == "" {
		f.out.WriteString(p.text)
		return
	}
	f.out.WriteString(on)
	f.out.WriteString(p.text)
	f.out.WriteString(ansi.ResetStyle)
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
