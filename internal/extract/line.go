package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// line is a line of a plain text that is not blank, without the white space
// around it.
type line struct {
	start, end int
	text       string
	runes      int
	indent     int  // white space before it, in bytes
	stanza     bool // first line of the text, or after a blank line
}

// splitLines cuts a text at line feeds, carriage returns and form feeds, and adds its lines to an
// empty list.
func splitLines(lines []line, text string) []line {
	lines = slices.Grow(lines, min(strings.Count(text, "\n")/2, len(text)/lineBytes)+1) // often every other is blank
	blank := true
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		trimmed := strings.TrimSpace(text[at:end])
		if trimmed != "" {
			start := at + strings.Index(text[at:end], trimmed)
			lines = append(lines, line{
				start: start, end: start + len(trimmed), text: trimmed,
				runes: utf8.RuneCountInString(trimmed), indent: start - at, stanza: blank,
			})
		}
		blank, at = trimmed == "", next
	}
	return lines
}

// lineBytes is less than a line of news has, or a short one with the blank line before it; it is
// only to set room aside.
const lineBytes = 32

// lineEnd returns where the line that begins at a byte ends, and where the
// next one begins.
func lineEnd(text string, at int) (end, next int) {
	rest := text[at:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	for _, c := range []byte{'\r', '\f'} { // one at a time: there is hardly any
		if i := strings.IndexByte(rest, c); i >= 0 {
			rest = rest[:i]
		}
	}
	if end = at + len(rest); end == len(text) {
		return end, end
	}
	if text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n' {
		return end, end + 2
	}
	return end, end + 1
}

// layout is how the lines of a text were made.
type layout struct {
	wrapped bool // by a program that fills lines to a width
	width   int  // that width, in characters; lines of a wrapped text only
}

// Measured on 2,000 news texts: the share of line ends that stand inside a
// sentence, before a small letter, is 0.81 in half and above 0.60 in 99 of 100
// of them when wrapped at 60 to 80 columns, and below 0.04 in 99 of 100 when
// every paragraph is one line.
const (
	wrappedShare = 0.25
	widestWrap   = 120 // characters; lines beyond are paragraphs
	shortestWrap = 25  // characters; lines below tell nothing
	fullestLine  = 0.9 // the width is the length at this share of the wrapped lines
)

func measure(lines []line) layout {
	if mostlyLong(lines) {
		return layout{}
	}
	pairs, inside := 0, []int(nil)
	for i := 0; i+1 < len(lines); i++ {
		a, b := lines[i], lines[i+1]
		if b.stanza || a.runes > widestWrap || a.runes < shortestWrap {
			continue
		}
		pairs++
		if !endsSentence(a.text) && startsLower(b.text) {
			inside = append(inside, a.runes)
		}
	}
	if pairs == 0 || float64(len(inside)) < wrappedShare*float64(pairs) {
		return layout{}
	}
	slices.Sort(inside)
	return layout{wrapped: true, width: inside[int(fullestLine*float64(len(inside)-1))]}
}

// mostlyLong says whether more of a text stands in lines that are too long to be filled by a
// program: of its short lines some may begin with small letters, as the signs of a desk do, and are
// no parts of a paragraph.
func mostlyLong(lines []line) bool {
	long, short := 0, 0
	for _, l := range lines {
		if l.runes > widestWrap {
			long += l.runes
		} else {
			short += l.runes
		}
	}
	return long > short
}

// fits says whether the first word of b could have stood at the end of a: if
// so, the line was ended on purpose.
func (l layout) fits(a, b line) bool {
	_, end := nextField(b.text, 0)
	return a.runes+1+utf8.RuneCountInString(b.text[:end]) <= l.width
}

// joins says whether b continues the paragraph of a. In the head of a text,
// where titles stand, a line that ends without a full stop ends for good when
// the next one could have followed on it and begins with a capital.
func (l layout) joins(a, b line, head bool) bool {
	switch {
	case !l.wrapped || b.stanza || a.runes > widestWrap:
		return false
	case b.indent > a.indent+1:
		return false
	case startsTurn(b.text) && (endsSentence(a.text) || endsCut(a.text)):
		return false
	case !l.fits(a, b):
		return true
	case endsSentence(a.text):
		return false
	case head:
		return !startsUpper(b.text)
	}
	return !(titleCase(a.text) && a.runes < l.width*3/4 && startsUpper(b.text) && !endsInside(a.text))
}

// endsInside says whether a line ends with a mark after which its sentence
// must go on.
func endsInside(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(",;-–—([&/", r)
}

// endsCut says whether a line ends as interrupted speech does.
func endsCut(s string) bool {
	return strings.HasSuffix(s, "—") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–")
}

// maxTurnName is how long, in bytes, the name before a speaker's turn is at most.
const maxTurnName = 48

// startsTurn says whether a line begins with a speaker's turn in a transcript:
// a name in capitals and a colon.
func startsTurn(s string) bool {
	colon := strings.IndexByte(s, ':')
	if colon < 2 || colon > maxTurnName || colon+1 < len(s) && s[colon+1] != ' ' {
		return false
	}
	return allCaps(s[:colon])
}
