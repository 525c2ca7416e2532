package extract

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"stemma"
)

// wireReach is how many units from the top of a text its dateline stands at most: below a slug, keywords, the agency's
// name, a title, a deck and what is new.
const wireReach = 10

// wireAt is the unit that begins with a dateline, and the agency that it names; -1 where there is none.
func wireAt(units []unit) (at int, code string) {
	for i, u := range units[:min(len(units), wireReach)] {
		if start, end := dateline(u.text); end > 0 {
			return i, u.text[start:end]
		}
	}
	return -1, ""
}

// notesAbove makes what stands in brackets between the title and the dateline of an agency's text furniture: it tells
// what is new in this state of it, "(Adds quotes)", "(Corrects figures in the 1815 lead)".
func notesAbove(units []unit) {
	at, _ := wireAt(units)
	for i := 0; i < at; i++ {
		if s := units[i].text; s[0] == '(' && s[len(s)-1] == ')' {
			units[i].kind, units[i].sure = stemma.Boilerplate, true
		}
	}
}

// wire is an agency's text as its system sends it, with lines that tell it from others: a slug, keywords, the agency's
// name, and at its end who wrote it and when.
type wire struct {
	plainReader
	units   []unit
	head    []unit // what stands above the dateline or the first paragraph
	at      int    // the unit of the dateline, -1 for none
	code    string // the agency that the dateline names
	letters string // those with which the slug begins
	slug    int    // the unit of the slug, -1 for none
}

// wire names the agency whose own text this is, by its slug, its name, its keywords or its signature, each of which the
// text must bear out. These lines become furniture.
func (x plainReader) wire(units []unit, body int, f *facts) string {
	w := wire{plainReader: x, units: units, head: units[:body], slug: -1}
	w.at, w.code = wireAt(units)
	if w.at >= 0 {
		w.head = units[:min(body, w.at)]
	}
	w.findSlug()
	name := w.fullName()
	agency := w.agency(name)
	if agency == "" {
		return ""
	}
	w.keywords()
	w.signature(body)
	if w.slug >= 0 {
		units[w.slug].kind = stemma.Boilerplate
		if day := w.slugDay(); day.Known() {
			f.hinted = []stemma.Moment{day}
		}
	}
	if name >= 0 {
		units[name].kind = stemma.Boilerplate
	}
	return agency
}

// agency is the agency of the text, where its head has its name in that unit.
func (w *wire) agency(name int) string {
	isSigned := func(u unit) bool { return w.signs(u.text) }
	switch {
	case name >= 0 && w.isDesk(w.units[name].text):
		return w.code
	case name >= 0 && allCaps(w.units[name].text):
		return titled(w.inside, w.units[name].text)
	case name >= 0:
		return oneLine(w.units[name].text)
	case w.letters != "" && beginsName(w.code, w.letters):
		return w.code
	case w.letters != "" && isBracketed(w.units, w.letters),
		w.letters != "" && slices.ContainsFunc(w.units[1:], isSigned):
		return w.letters
	case w.letters != "" || w.code == "":
		return ""
	case len(w.head) > 1 && isKeywords(w.head[0].text), w.titledOnly() && slices.ContainsFunc(w.foot(), isSigned):
		return w.code
	}
	return ""
}

// isDesk says whether a line is the agency's name in the dateline, or its letters with the desk that sends the text:
// "QNA NATIONAL".
func (w *wire) isDesk(line string) bool {
	return line == w.code || allCaps(line) && allCaps(w.code) && strings.HasPrefix(line, w.code+" ")
}

// titledOnly says whether nothing but a title stands above the dateline, so that no paper is named
// that prints the text.
func (w *wire) titledOnly() bool { return len(unknownLines(w.head)) <= 1 }

// foot are the units at the end of the text.
func (w *wire) foot() []unit { return w.units[max(len(w.head), len(w.units)-edgeUnits):] }

// beginsName says whether letters are an agency's name in a dateline or, three of them or more, begin it: "HAL" of
// "Halyard".
func beginsName(name, letters string) bool {
	return strings.EqualFold(name, letters) ||
		len(letters) > shortestSlug && len(name) > len(letters) && strings.EqualFold(name[:len(letters)], letters)
}

// nameReach is how many units from the top the full name of an agency stands at most.
const nameReach = 3

// fullName is the unit of the head that gives the agency's name: its first word stands in the dateline, or the first
// letters of its words do, there or in the slug; -1 where there is none.
func (w *wire) fullName() int {
	for i, u := range w.head[:min(len(w.head), nameReach)] {
		n := countWords(u.text, maxNameWords+1)
		if w.code != "" && u.text == w.code {
			return i
		}
		if n < 2 || n > maxNameWords || strings.ContainsAny(u.text, "\n:;!?\"“”") || endsSentence(u.text) {
			continue
		}
		first, short := firstWordOf(u.text), initials(u.text)
		isCode := w.code != "" && (strings.EqualFold(first, w.code) || short == w.code)
		isSlug := w.letters != "" && short == w.letters && isBracketed(w.units, first)
		if i != w.slug && (isCode || isSlug) && looksTitled(u.text) {
			return i
		}
	}
	return -1
}

func firstWordOf(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// initials are the first letters of the words of a name.
func initials(name string) string {
	s := ""
	for _, field := range strings.Fields(name) {
		s += field[:1]
	}
	return s
}

// isBracketed says whether a word opens a bracket below the first line: "(QNA)", "(QNA - )".
func isBracketed(units []unit, word string) bool {
	return slices.ContainsFunc(units[1:], func(u unit) bool {
		return strings.Contains(u.text, "("+word+")") || strings.Contains(u.text, "("+word+" ")
	})
}

// A slug is the line by which an agency's system tells a text from others: the
// agency's letters, numbers, keywords: "QNA0815 3 GEN 0210 QNA-HARBOUR".
const (
	mostSlugFields     = 10
	shortestSlug       = 2 // letters of the agency
	longestSlug        = 5
	longestSlugKeyword = 4 // letters of a word in it that is not in capitals
)

// findSlug looks for the slug in the first line, or in one of the next below the agency's name.
func (w *wire) findSlug() {
	for i, u := range w.head[:min(len(w.head), nameReach)] {
		if letters := slugOf(u); letters != "" && (i == 0 || beginsName(w.code, letters)) {
			w.slug, w.letters = i, letters
			return
		}
	}
}

// slugOf reads the letters of an agency off a slug.
func slugOf(u unit) string {
	fields := strings.Fields(u.text)
	if len(fields) < 2 || len(fields) > mostSlugFields || u.kind != stemma.Paragraph {
		return ""
	}
	letters := strings.TrimRight(fields[0], "0123456789")
	if len(letters) < shortestSlug || len(letters) > longestSlug || !allCaps(letters) || !isSlug(fields) {
		return ""
	}
	return letters
}

// isSlug says whether all fields of a line are those of a slug, and one has a number.
func isSlug(fields []string) bool {
	number := false
	for _, f := range fields {
		hasDigit := strings.IndexFunc(f, unicode.IsDigit) >= 0
		if !allCaps(f) && !hasDigit && strings.IndexFunc(f, unicode.IsLetter) >= 0 && len(f) > longestSlugKeyword {
			return false
		}
		number = number || hasDigit
	}
	return number
}

// keywords makes the lines furniture that go on with the keywords of a slug or say what is new, where a title stands
// below: right below the slug any ("Rail-Data/2ND LEAD", "EDS: Adds fares.") if the title stands apart, anywhere else
// what has their form.
func (w *wire) keywords() {
	for i := range w.head {
		u, rest := &w.head[i], w.head[i+1:]
		isApart := func(u unit) bool { return u.stanza && u.kind == stemma.Paragraph }
		isBelow := w.slug == 0 && i == 1 && !u.stanza && slices.ContainsFunc(rest, isApart)
		if u.kind == stemma.Paragraph && (isBelow || isKeywords(u.text) && len(unknownLines(rest)) > 0) {
			u.kind = stemma.Boilerplate
		}
	}
}

// mostKeywords is how many words the keywords of a text have, what stands in brackets aside.
const mostKeywords = 2

// isKeywords says whether a line is the keywords of an agency's text: a word or two in capitals, joined by marks, and
// perhaps which take it is: "URGENT - FERRY-WINTER (first take)".
func isKeywords(line string) bool {
	line, take, _ := strings.Cut(line, "(")
	isJoined, n := false, 0
	for _, field := range strings.Fields(line) {
		at := strings.IndexAny(field, "-/")
		if at > 0 && at < len(field)-1 && !strings.ContainsAny(field, "0123456789") {
			isJoined = true
		}
		if strings.IndexFunc(field, unicode.IsLetter) >= 0 {
			n++
		}
	}
	return isJoined && n <= mostKeywords && allCaps(line) && (take == "" || strings.HasSuffix(take, ")"))
}

// longestInitials is how many letters the short form of a desk or of one who works there has.
const longestInitials = 4

// cutDesk cuts what agencies sign with before the time off a line: the short forms of the agency and of those who wrote
// and edited, "qna/ab/cd", "qna/ab/071405 MAY 24". It gives the first of them, "" where there is none.
func cutDesk(s string) (first, rest string) {
	s = strings.TrimSpace(s)
	n := 0
	for rest = s; ; n++ {
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		switch {
		case end == 0 && n > 1: // a number behind the last slash
			return first, rest
		case end < 2 || end > longestInitials:
			return "", s
		case n == 0:
			first = rest[:end]
		}
		if rest = rest[end:]; rest == "" || rest[0] == ' ' {
			break
		} else if rest[0] != '/' {
			return "", s
		}
		rest = rest[1:]
	}
	if n == 0 {
		return "", s
	}
	return first, rest
}

// withoutDesk is a line without what agencies sign with before the time.
func withoutDesk(s string) string {
	_, rest := cutDesk(s)
	return rest
}

// signs says whether a line is the agency's signature: its letters and the
// shorthand of who wrote: "QNA abc/de", "qna/abc/de".
func (w *wire) signs(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	for _, name := range []string{w.letters, w.code} {
		if name == "" {
			continue
		}
		if desk, rest := cutDesk(line); desk != "" && beginsName(name, desk) && (rest == "" || w.isDateLine(line)) {
			return true
		}
		if rest, isSent := cutNumbered(line, name); isSent && w.isDateLine(rest) {
			return true
		}
		for _, form := range []string{name + " ", "(" + name + ") "} {
			rest, ok := strings.CutPrefix(line, form)
			if ok && strings.Contains(rest, "/") && countWords(rest, 3) <= 2 {
				return true
			}
		}
	}
	return false
}

// cutNumbered cuts an agency's letters off a line, with the number of the text behind them: "QNA 071405 MAY 24",
// "QNA-0117 071405 MAY 24".
func cutNumbered(line, letters string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(line, " ")
	number, ok := strings.CutPrefix(first, letters)
	return rest, ok && letters != "" && (number == "" || digits(strings.TrimPrefix(number, "-")))
}

// signature makes an agency's signature at the end of a text furniture, and of its letters before
// a date the line that dates the text: "hbt/lw", "QNA 071405 MAY 24".
func (w *wire) signature(body int) {
	for i := max(body+1, len(w.units)-edgeUnits); i < len(w.units); i++ {
		u := &w.units[i]
		rest, isSent := cutNumbered(u.text, firstOf(w.letters, w.code))
		switch {
		case u.kind == stemma.Dateline:
		case isSent && w.isDateLine(rest):
			u.kind = stemma.Dateline
			if before := &w.units[i-1]; strings.Contains(before.text, "/") && countWords(before.text, 3) <= 2 {
				before.kind = stemma.Boilerplate
			}
		case w.signs(u.text):
			u.kind = stemma.Boilerplate
		}
	}
}

// slugDay is the day that a number of six digits in the slug gives, if the dateline has that day and month; with the
// time that stands beside it: "QNA 0815 070524" of a text with "OLD QUAY, May 7 (QNA) -".
func (w *wire) slugDay() stemma.Moment {
	if w.at < 0 {
		return stemma.Moment{}
	}
	start, _ := dateline(w.units[w.at].text)
	place := w.units[w.at].text[:start]
	fields := strings.Fields(w.units[w.slug].text)
	for i, field := range fields {
		if len(field) != len("070524") || !digits(field) {
			continue
		}
		a, b, c := number(field[:2]), number(field[2:4]), number(field[4:])
		for _, day := range [...]stemma.Moment{
			calendarMoment(inCentury(c), b, a), calendarMoment(inCentury(a), b, c), calendarMoment(inCentury(c), a, b),
		} {
			if day.Known() && w.saysDay(place, day.Time) {
				return timeBeside(fields, i, day)
			}
		}
	}
	return stemma.Moment{}
}

// saysDay says whether the words before the agency of a dateline name the day and month of a date.
func (w *wire) saysDay(place string, date time.Time) bool {
	isDay, isMonth := false, false
	for _, token := range dateTokens(nil, place) {
		isDay = isDay || token.kind == 'n' && token.value == date.Day()
		isMonth = isMonth || token.kind == 'w' && w.months[token.text] == int(date.Month())
	}
	return isDay && isMonth
}

// timeBeside is a day with the time that the field of a slug right before or behind it gives, if one does.
func timeBeside(fields []string, i int, day stemma.Moment) stemma.Moment {
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(fields) || len(fields[k]) != len("0815") || !digits(fields[k]) {
			continue
		}
		c := clock{hour: number(fields[k][:2]), minute: number(fields[k][2:])}
		if c.minute <= 59 && c.isTime(59) {
			return c.on(day)
		}
	}
	return day
}
