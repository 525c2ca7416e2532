package extract

import (
	"strings"
	"unicode"

	"stemma"
	who "stemma/internal/name"
)

// unit is a stretch of a text that is of one kind: a paragraph, a title, a
// line of furniture.
type unit struct {
	start, end int
	text       string
	stanza     bool // a blank line stands before it
	kind       stemma.SegmentKind
	furniture  []string // attributes of the phrase by which it is furniture
	sure       bool     // its kind is known from the line of which it is a part
}

func (u unit) segment() stemma.Segment {
	return stemma.Segment{Kind: u.kind, Start: u.start, End: u.end}
}

// No title of the nine gold reports has more words than titleWords; a shorter
// sentence than sentenceWords may be a title with a full stop. Set by reading
// the heads of 9,438 news texts.
const (
	titleWords    = 30
	sentenceWords = 8
	headingWords  = 14
)

// prose says whether a unit is running text rather than a title.
func (u unit) prose() bool {
	n := countWords(u.text, titleWords+1)
	return n > titleWords || n >= sentenceWords && endsSentence(u.text) && !(titleCase(u.text) && n <= headingWords)
}

// group joins the lines of a plain text into units.
func (x *lines) group(text string, lines []line) []unit {
	lay := measure(lines)
	room := len(lines)
	if lay.wrapped {
		room = room/4 + 1 // less than the lines of a paragraph
	}
	units := make([]unit, 0, room)
	head, title, mark := true, false, false
	for i := 0; i < len(lines); {
		alone := lay.wrapped && x.alone(lines[i], lay.width, head)
		head = head && !(title && mark && !alone)
		j := i + 1
		for !alone && j < len(lines) && lay.joins(lines[j-1], lines[j], head) && !x.alone(lines[j], lay.width, head) {
			j++
		}
		u := unit{start: lines[i].start, end: lines[j-1].end, stanza: lines[i].stanza}
		u.text = text[u.start:u.end]
		units = append(units, u)
		mark, title = mark || alone && !who.IsAddress(u.text), title || !alone
		head = head && (alone || !u.prose())
		i = j
	}
	return units
}

// alone says whether a line of a wrapped text can be no part of a paragraph.
func (x *lines) alone(l line, width int, head bool) bool {
	if l.runes > widestWrap {
		return false
	}
	if who.IsAddress(l.text) {
		return true
	}
	if words := foldMax(l.text, x.furniture.longest+1); len(words) <= x.furniture.longest && !endsInside(l.text) {
		if _, n := x.furniture.at(words, 0, "line"); n > 0 && n == len(words) && startsUpper(l.text) {
			return true
		}
	}
	if l.runes < width*2/3 && startsUpper(l.text) && x.furnitureLine(l.text) != nil {
		return true
	}
	if !head {
		return false
	}
	if _, ok := x.dateLine(l.text); ok {
		return true
	}
	_, _, ok := x.bylineLine(l.text)
	return ok || x.isPerson(l.text)
}

// lines knows what stands on lines of their own.
type lines struct{ writers }

// judge says of what kind a unit is as far as its own words tell. It keeps the
// words of the last one, and the lines of the text, to use their room again.
type judge struct {
	*lexicon
	glance *glance // what looks first; may be nil
	sure   int     // the byte up to which every line is a paragraph, wherever it stands
	words  []word
	lines  []line
}

// unit judges a unit. In the head and the foot of a text lines are understood
// that could be prose elsewhere.
func (x *judge) unit(u *unit, edge bool) {
	if u.sure {
		return
	}
	u.kind = stemma.Paragraph
	if x.known(u) {
		return
	}
	dated := true
	if x.glance != nil {
		clean, near, may := x.glance.cleanLine(u.text)
		if clean {
			return
		}
		edge, dated = edge && near, may
	}
	x.byWords(u, edge, dated)
}

// byWords says of what kind a paragraph is, if it is something else by its words; dated
// says that it may be a date.
func (x *judge) byWords(u *unit, edge, dated bool) {
	if len(u.text) > maxLineBytes {
		switch first := foldMax(u.text, captionWords); {
		case gallery(&x.captions, first):
			u.kind = stemma.Caption
		case x.form(u.text, first) != nil:
			u.kind = stemma.Boilerplate
		}
		return
	}
	if x.words == nil {
		x.words = make([]word, 0, maxLineWords)
	}
	words := foldOnto(x.words[:0], u.text, maxLineWords)
	x.words = words
	if who.IsAddress(u.text) {
		u.kind = stemma.SourceURL
		return
	}
	if u.kind = x.captionOrCredit(u.text, words); u.kind != stemma.Paragraph {
		return
	}
	if u.furniture = x.furnitureOf(u.text, words); u.furniture != nil {
		u.kind = stemma.Boilerplate
		return
	}
	if _, strong, ok := x.bylineOf(u.text, words); ok && (edge || strong) {
		u.kind = stemma.BylineLine
		return
	}
	if edge && dated && x.isDateLine(u.text) {
		u.kind = stemma.Dateline
		return
	}
	if edge && x.isRoleLine(u.text) {
		u.kind = stemma.BylineLine
	}
}

// captionOrCredit says whether a line is a caption or credits whom a text comes from: what
// stands in brackets may be either.
func (x *judge) captionOrCredit(text string, words []word) stemma.SegmentKind {
	isFooter := x.footerOf(text, words).ok
	switch {
	case x.captionOf(text, words) && !(isFooter && text[0] == '('):
		return stemma.Caption
	case isFooter:
		return stemma.CreditLine
	}
	return stemma.Paragraph
}

// known says whether a unit is a line that is sure: one of several lines is not looked at
// as a whole by then.
func (x *judge) known(u *unit) bool {
	return u.start < x.sure && u.end <= x.sure && strings.IndexFunc(u.text, endsLine) < 0
}

// maxLineBytes is how long a unit is at most that is judged by its words.
const maxLineBytes = 1200

// isHeading says whether a unit of the body is a heading: short, not a
// sentence, with text after it.
func isHeading(u unit, next *unit) bool {
	if next == nil || next.kind != stemma.Paragraph || openQuote(u.text) || startsTurn(u.text) || !startsUpper(u.text) {
		return false
	}
	n := countWords(u.text, headingWords+1)
	if n > headingWords || endsInside(u.text) || u.text[len(u.text)-1] == ':' || listItem(u.text) {
		return false
	}
	return !endsSentence(u.text) || titleCase(u.text) && n >= 3 && u.text[len(u.text)-1] == '?'
}

// listItem says whether a line begins as the item of a list does.
func listItem(s string) bool {
	at := 0
	for at < len(s) && s[at] >= '0' && s[at] <= '9' {
		at++
	}
	if at > 0 {
		return at < len(s) && (s[at] == '.' || s[at] == ')')
	}
	return s[0] == '-' || s[0] == '*'
}

// dateLine is what a line states that gives a date and nothing else.
type dateLine struct {
	found   []dated
	updated bool
	signed  bool // the text itself is said to be of that day
	byline  []string
}

// dateLineRest is how many words of unknown meaning a date line may hold; a
// place is one of them.
const dateLineRest = 0

// dateLine reads a line that gives the date of the report, and perhaps who
// compiled it.
func (x *lines) dateLine(s string) (d dateLine, ok bool) {
	if len(s) > maxDateLine/2 {
		return d, false
	}
	s = withoutDesk(s)
	if d.found = x.dates(s); len(d.found) == 0 {
		return d, false
	}
	at, unknown := 0, 0
	for _, f := range append(d.found, dated{start: len(s), end: len(s)}) {
		unknown += x.dateRest(s[at:f.start], &d)
		at = f.end
	}
	return d, unknown <= dateLineRest
}

func (x *lines) isDateLine(s string) bool {
	_, ok := x.dateLine(s)
	return ok
}

// isLetters says whether a word has nothing but letters.
func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// dateRest counts the words around a date that have no place in a date line.
func (x *lines) dateRest(s string, d *dateLine) (unknown int) {
	for _, piece := range pieces(s) {
		if names, strong, ok := x.bylineLine(trimMarks(piece)); ok && strong {
			d.byline = append(d.byline, names...)
			continue
		}
		for _, w := range fold(piece) {
			_, zone := x.zones[w.form]
			switch {
			case x.dateWords.Is(w.form, "updated"):
				d.updated = true
			case x.dateWords.Is(w.form, "signed"):
				d.signed = true
			case !x.dateWords.Has(w.form) && !zone:
				unknown++
			}
		}
	}
	return unknown
}
