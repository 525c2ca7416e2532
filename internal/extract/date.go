package extract

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
)

// dated is a date found in a line.
type dated struct {
	moment     stemma.Moment // unknown when the line gives no year
	start, end int           // bytes
}

// maxDateLine is how long, in bytes, a line is that is searched for a date.
const maxDateLine = 300

// dates finds the calendar dates in a short line, each with the time of day
// that stands beside it.
func (x *calendar) dates(line string) []dated {
	if len(line) > maxDateLine || !strings.ContainsAny(line, "0123456789") {
		return nil
	}
	var room [fewTokens]dateToken
	p := dateParser{x: x, s: line, t: dateTokens(room[:0], line)}
	var found []dated
	for i := 0; i < len(p.t); {
		d, next, ok := p.date(i)
		if !ok {
			i++
			continue
		}
		found = append(found, d)
		i, p.taken = next, next
	}
	return found
}

// dateToken is a number, a word or a mark of a line.
type dateToken struct {
	kind       byte // n, w or the mark itself
	text       string
	value      int
	start, end int
}

// fewTokens is how many tokens most short lines have at most.
const fewTokens = 32

// dateTokens adds the tokens of a line to an empty list.
func dateTokens(tokens []dateToken, s string) []dateToken {
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		end := at + n
		t := dateToken{kind: 'p', start: at}
		switch {
		case unicode.IsSpace(r):
			at = end
			continue
		case r >= '0' && r <= '9':
			for end < len(s) && s[end] >= '0' && s[end] <= '9' {
				end++
			}
			t.kind = 'n'
			t.value, _ = strconv.Atoi(s[at:min(end, at+9)])
		case unicode.IsLetter(r):
			end = at + wordLen(s[at:])
			t.kind = 'w'
		case n == 1:
			t.kind = s[at]
		}
		t.end, t.text = end, strings.ToLower(s[at:end])
		tokens = append(tokens, t)
		at = end
	}
	return tokens
}

func wordLen(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// calendar knows how dates and times are written.
type calendar struct {
	dateWords language.Table
	months    map[string]int
	leading   map[string]bool // months with which a date may begin
	orders    language.Table  // what comes first in a date with slashes, by language
	slashes   order           // of dates with slashes on the page that is read
	zones     map[string]int  // minutes ahead of universal time
	clock     language.Table
	ordinals  map[string]bool // endings of numbers: "4th"
}

func newCalendar(s tableSet) calendar {
	x := calendar{
		dateWords: s.table("page-datewords"), orders: s.table("page-orders"), clock: s.table("clock"),
		months: map[string]int{}, leading: map[string]bool{}, zones: map[string]int{}, ordinals: map[string]bool{},
	}
	for m, a := range s.table("months").All() {
		x.months[m], _ = strconv.Atoi(first(a))
	}
	for _, p := range s.packs {
		for m := range p.Table("months").All() {
			// In languages of which nothing else is known the day comes first: "Mars 2020" is no month.
			x.leading[m] = x.leading[m] || p.Code != language.Unknown
		}
		for _, ending := range p.Table("endings").Of("ordinal") {
			x.ordinals[ending] = true
		}
	}
	for z, a := range s.table("page-zones").All() {
		hours, _ := strconv.ParseFloat(first(a), 64)
		x.zones[z] = int(hours * 60)
	}
	return x
}

// namesWeekday says whether a line names the day of the week of a date, and the right one: who mistakes
// the date is right about that one time in seven.
func (x *calendar) namesWeekday(line string, date stemma.Moment) bool {
	return slices.ContainsFunc(foldMax(line, furnitureWords), func(w word) bool {
		attributes := x.dateWords.Of(w.form)
		i := slices.Index(attributes, "weekday")
		return i >= 0 && attributes[i+1] == strconv.Itoa(int(date.Time.Weekday()))
	})
}

// dateParser reads the tokens of one line.
type dateParser struct {
	x *calendar
	s string
	t []dateToken
	// taken is the first token that no earlier date has read: a clock belongs
	// to one date only.
	taken int
}

// date reads a date that begins at token i, and the time before or after it.
func (p dateParser) date(i int) (d dated, next int, ok bool) {
	if m, n := parseISO(p.s[p.t[i].start:], p.x); n > 0 && !p.glued(i) {
		d = dated{m, p.t[i].start, p.t[i].start + n}
		for next = i; next < len(p.t) && p.t[next].start < d.end; {
			next++
		}
		return d, next, true
	}
	if d, next, ok = p.group(i); ok {
		return d, next, true
	}
	year, month, day, next := p.calendar(i)
	if next == 0 {
		return d, 0, false
	}
	d = dated{start: p.t[i].start, end: p.t[next-1].end}
	if year == 0 {
		return d, next, true
	}
	d.moment = calendarMoment(year, month, day)
	if !d.moment.Known() || d.moment.Precision != stemma.Day {
		return d, next, d.moment.Known()
	}
	late, after := p.clockAfter(next)
	early, before := p.clockBefore(i)
	switch {
	case early.ok && (!late.ok || p.leadsDate(after)):
		d.moment, d.start = early.on(d.moment), p.t[before].start
	case late.ok:
		d.moment, d.end, next = late.on(d.moment), p.t[after-1].end, after
	}
	return d, next, true
}

// leadsDate says whether a date follows at token i: then the clock before it
// is that date's, as in "12:43, 20 April Updated 12:44, 20 April".
func (p dateParser) leadsDate(i int) bool {
	for end := min(len(p.t), i+3); i < end; i++ {
		if _, _, _, next := p.calendar(i); next > 0 {
			return true
		}
		if p.kind(i) == 'n' || p.kind(i) == 'w' && !p.x.dateWords.Has(p.t[i].text) {
			return false
		}
	}
	return false
}

// glued says whether token i continues a longer number or word.
func (p dateParser) glued(i int) bool {
	if i == 0 || p.t[i-1].end != p.t[i].start {
		return false
	}
	before := p.t[i-1].kind
	return before == 'w' || before == '-' || before == '/'
}

// calendar reads a day, a month and a year in any order that the tokens from i
// allow; next is 0 when there is none. Year or day are 0 where not stated.
func (p dateParser) calendar(i int) (year, month, day, next int) {
	if p.kind(i) == 'n' {
		if y, m, d, n := p.numeric(i); n > 0 {
			return y, m, d, n
		}
		return p.dayFirst(i)
	}
	if month = p.month(i); month == 0 || !p.x.leading[p.t[i].text] {
		return 0, 0, 0, 0
	}
	j := p.skip(i+1, ".")
	if p.isYear(j) {
		return p.t[j].value, month, 0, j + 1
	}
	if !p.isDay(j) {
		return 0, 0, 0, 0
	}
	day, j = p.t[j].value, p.ordinal(j+1)
	if k := p.skip(j, ","); p.isYear(k) {
		return p.t[k].value, month, day, k + 1
	}
	return 0, month, day, j
}

func (p dateParser) dayFirst(i int) (year, month, day, next int) {
	if !p.isDay(i) {
		return 0, 0, 0, 0
	}
	day = p.t[i].value
	j := p.skipWord(p.skip(p.ordinal(i+1), ".-"))
	if month = p.month(j); month == 0 {
		return 0, 0, 0, 0
	}
	j = p.skip(j+1, ".")
	if k := p.skipWord(p.skip(j, ",-")); p.isYear(k) {
		return p.t[k].value, month, day, k + 1
	}
	return 0, month, day, j
}

// numeric reads 14/3/2024, 3/14/2024, 14.03.2024 and 2024/03/14. Where both of the first
// numbers could be the month of a date with slashes, and neither the page's language
// nor its other dates tell which is, it is not read at all.
func (p dateParser) numeric(i int) (year, month, day, next int) {
	sep := p.kind(i + 1)
	if p.yearFirst(i) {
		return p.t[i].value, p.t[i+2].value, p.t[i+4].value, i + 5
	}
	if sep == 0 || !strings.Contains("/.-", string(sep)) || p.kind(i+2) != 'n' || p.kind(i+3) != sep ||
		p.yearAt(i+4, sep) == 0 || p.runsOn(i+4) {
		return 0, 0, 0, 0
	}
	a, b, year := p.t[i].value, p.t[i+2].value, p.yearAt(i+4, sep)
	switch p.orderOf(a, b, sep) {
	case dayFirst:
		return year, b, a, i + 5
	case monthFirst:
		return year, a, b, i + 5
	}
	return 0, 0, 0, 0
}

// orderOf says which of the two numbers before a year is the day.
func (p dateParser) orderOf(a, b int, sep byte) order {
	switch {
	case a > 12 && b <= 12, sep == '.' && b <= 12, a == b:
		return dayFirst
	case b > 12 && a <= 12:
		return monthFirst
	case a > 12 || b > 12:
		return unsure
	}
	return p.x.slashes
}

// yearAt is the year at token i, which dots may part from a month in two digits:
// 14.03.24.
func (p dateParser) yearAt(i int, sep byte) int {
	switch {
	case p.isYear(i):
		return p.t[i].value
	case p.kind(i) != 'n', sep != '.', len(p.t[i].text) != 2,
		len(p.t[i].text)+len(p.t[i-2].text)+len(p.t[i-4].text) != 6:
		return 0
	}
	return inCentury(p.t[i].value)
}

// inCentury is the year of which two digits are given.
func inCentury(digits int) int {
	if digits < centuryTurn {
		return 2000 + digits
	}
	return 1900 + digits
}

// centuryTurn is the first year in two digits that is one before 2000: the web
// is younger.
const centuryTurn = 90

// runsOn says whether the digits at token i are a year of two digits and an
// hour, with nothing between them: 28.09.1912:44.
func (p dateParser) runsOn(i int) bool {
	return p.kind(i+1) == ':' && p.kind(i+2) == 'n' && p.t[i].end == p.t[i+1].start && p.t[i+1].end == p.t[i+2].start
}

// yearFirst says whether 2024/03/14 begins at token i.
func (p dateParser) yearFirst(i int) bool {
	sep := p.kind(i + 1)
	return sep != 0 && strings.IndexByte("/.-", sep) >= 0 && sep == p.kind(i+3) &&
		p.isYear(i) && p.isDay(i+2) && p.t[i+2].value <= 12 && p.isDay(i+4)
}

func (p dateParser) kind(i int) byte {
	if i < 0 || i >= len(p.t) {
		return 0
	}
	return p.t[i].kind
}

func (p dateParser) month(i int) int {
	if p.kind(i) != 'w' {
		return 0
	}
	return p.x.months[p.t[i].text]
}

func (p dateParser) isDay(i int) bool {
	return p.kind(i) == 'n' && p.t[i].value >= 1 && p.t[i].value <= 31 && len(p.t[i].text) <= 2
}

func (p dateParser) isYear(i int) bool {
	return p.kind(i) == 'n' && len(p.t[i].text) == 4 && p.t[i].value >= firstYear && p.t[i].value <= lastYear
}

// ordinal skips the ending of an ordinal number.
func (p dateParser) ordinal(i int) int {
	if p.kind(i) == 'w' && p.t[i].start == p.t[i-1].end {
		if p.x.ordinals[p.t[i].text] || p.t[i].text == "º" {
			return i + 1
		}
	}
	return i
}

// skip skips one mark of those given.
func (p dateParser) skip(i int, marks string) int {
	if k := p.kind(i); k != 0 && k != 'n' && k != 'w' && strings.IndexByte(marks, k) >= 0 {
		return i + 1
	}
	return i
}

// skipWord skips a word that stands between the parts of a date: "14 de marzo".
func (p dateParser) skipWord(i int) int {
	if p.kind(i) == 'w' && p.x.dateWords.Is(p.t[i].text, "inside") {
		return i + 1
	}
	return i
}

// Years outside of these are placeholders ("0001-01-01") or mistakes.
const (
	firstYear = 1700
	lastYear  = 2199
)

func calendarMoment(year, month, day int) stemma.Moment {
	if month < 1 || month > 12 || year < firstYear || year > lastYear {
		return stemma.Moment{}
	}
	if day == 0 {
		return stemma.Moment{Time: time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), Precision: stemma.Month}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return stemma.Moment{}
	}
	return stemma.Moment{Time: t, Precision: stemma.Day}
}
