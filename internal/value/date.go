package value

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

// Years that a bare number of four digits is read as. Before 1900 only where
// a word such as "in" says so: "1,200" is often written "1200".
const (
	firstYear  = 1000
	modernYear = 1900
	lastYear   = 2100
)

// moment is a date as it was read; note stands for what a date cannot hold
// ("21:14", "4 months ago").
type moment struct {
	stemma.Date
	note string
	skip bool // a date in form, of nothing that could be compared ("1990s")
}

// dateReader reads dates of the calendar.
type dateReader struct{ unitReader }

// dates reads the dates of the sentence, in order, and takes their atoms.
func (s dateReader) dates() []stemma.Value {
	var found []stemma.Value
	for i := 0; i < len(s.atoms); {
		m, next := s.date(i)
		if next <= i {
			i++
			continue
		}
		s.take(i, next)
		if text := m.text(); !m.skip && text != "" {
			date := m.Date
			found = append(found, stemma.Value{Kind: stemma.DateValue, Span: s.span(i, next), Value: text, Date: &date})
		}
		i = next
	}
	return found
}

// text is the date in ISO form, missing parts left out: "2023-11-09",
// "2023-11", "--11-09", "2023"; a weekday or note where there is no other.
func (m moment) text() string {
	switch {
	case m.Year > 0 && m.Month > 0 && m.Day > 0:
		return fmt.Sprintf("%04d-%02d-%02d", m.Year, m.Month, m.Day)
	case m.Year > 0 && m.Month > 0:
		return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
	case m.Year > 0:
		return fmt.Sprintf("%04d", m.Year)
	case m.Month > 0 && m.Day > 0:
		return fmt.Sprintf("--%02d-%02d", m.Month, m.Day)
	case m.Month > 0:
		return fmt.Sprintf("--%02d", m.Month)
	case m.Weekday != "":
		return m.Weekday
	}
	return m.note
}

// date reads one date at atom i.
func (s dateReader) date(i int) (moment, int) {
	if !s.opens(i, aDate) || !s.mayBegin(i) {
		return moment{}, i
	}
	for _, read := range [...]func(int) (moment, int){
		s.digital, s.weekday, s.calendarDate, clockReader{s.sentence}.clock, relativeReader{s}.relative, s.decade,
		s.year,
	} {
		if m, next := read(i); next > i {
			return m, next
		}
	}
	return moment{}, i
}

// mayBegin says whether a date can begin with atom i: no word in small letters
// does but a number, an article and words of the calendar and the clock.
func (s dateReader) mayBegin(i int) bool {
	form := s.form(i)
	return !s.isWord(i) || s.isCapital(i) || s.plays(i, articleWord) || s.calendar.Has(form) ||
		s.clocks.First(form) == "hour" || s.numeral(i).role != ""
}

// digital reads "2023-11-09" and "14/03/2024"; where day and month cannot be
// told apart only the year is kept.
func (s dateReader) digital(i int) (moment, int) {
	if !s.isTriple(i) {
		return moment{}, i
	}
	a, b, c := s.whole(i), s.whole(i+2), s.whole(i+4)
	m := moment{}
	switch {
	case isYear(a) && isDay(b, c):
		m.Year, m.Month, m.Day = a, b, c
	case !isYear(c):
		return m, i
	case a == b && isDay(a, b):
		m.Year, m.Month, m.Day = c, a, b
	case isDay(b, a) && isDay(a, b):
		m.Year = c
	case isDay(b, a):
		m.Year, m.Month, m.Day = c, b, a
	case isDay(a, b):
		m.Year, m.Month, m.Day = c, a, b
	default:
		return m, i
	}
	return m, i + 5
}

// isTriple says whether three numbers joined by two hyphens or two strokes
// begin at atom i: "2023-11-09".
func (s dateReader) isTriple(i int) bool {
	sep := s.form(i + 1)
	isJoined := (sep == "-" || sep == "/") && s.form(i+3) == sep && s.isGlued(i+1) && s.isGlued(i+4)
	return isJoined && s.isNumber(i) && s.isNumber(i+2) && s.isNumber(i+4)
}

func isYear(n int) bool { return n >= firstYear && n < lastYear }

func isDay(month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= longestMonth(month)
}

// longestMonth is the number of days that a month has at most.
func longestMonth(month int) int {
	switch month {
	case 2:
		return 29
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// weekday reads "Thursday", "on Thursday, 14 March", "last Thursday".
func (s dateReader) weekday(i int) (moment, int) {
	at, shift := i, s.shift(i)
	if shift != "" {
		at++
	}
	name := s.form(at)
	attributes := s.calendar.Of(name)
	if len(attributes) < 2 || !s.isCapital(at) || (attributes[0] != "weekday" && attributes[0] != "short") {
		return moment{}, i
	}
	next := at + 1
	if s.form(next) == "." && s.isGlued(next) && attributes[0] == "short" {
		next++
	}
	after := s.afterComma(next)
	if m, end := s.calendarDate(after); end > after && m.Day > 0 {
		return m, end
	}
	if attributes[0] == "short" {
		return moment{}, i
	}
	number, _ := strconv.Atoi(attributes[1])
	m := moment{Date: stemma.Date{Weekday: name}}
	s.resolveWeekday(&m, number, shift)
	return m, next
}

// shift is how the word at atom i moves a date: "before" for "last", "after" for
// "next", "same" for "this"; "" for other words.
func (s dateReader) shift(i int) string {
	switch kind := s.calendar.First(s.form(i)); kind {
	case "before", "after", "same":
		return kind
	}
	return ""
}

func (s dateReader) afterComma(i int) int {
	if s.form(i) == "," {
		return i + 1
	}
	return i
}

// calendarDate reads a month with what stands around it: "9 November 2023",
// "Nov. 9, 2023", "the 9th of November", "mid-September", "May 2022".
func (s dateReader) calendarDate(i int) (moment, int) {
	day, at := s.dayBefore(i)
	month, next := s.month(at)
	if month == 0 || (day == 0 && !s.isMonthHere(at, next)) {
		return moment{}, i
	}
	m := moment{Date: stemma.Date{Month: month, Day: day}}
	if behind := s.day(next); day == 0 && behind > 0 {
		m.Day, next = behind, s.afterDay(next)
	}
	m.skip = m.Day > longestMonth(month) // there is no such day
	m.Year, next = s.yearAfter(next)
	return m, next
}

// dayBefore reads the day that stands before its month, of several the first:
// "9 November", "the 9th of November", "9-11 November"; 0 where none does.
func (s dateReader) dayBefore(i int) (day, next int) {
	if day = s.day(i); day == 0 {
		return 0, i
	}
	next = s.afterDay(i)
	if s.plays(next, ofWord) {
		next++
	}
	if isRange := s.form(next) == "-" || s.plays(next, toWord|andWord); isRange && s.day(next+1) > 0 {
		next = s.afterDay(next + 1)
	}
	return day, next
}

// yearAfter reads the year behind a month or day: ", 2023", "of 2023", "last
// year"; 0 where none is said.
func (s dateReader) yearAfter(i int) (year, next int) {
	at := i
	if s.form(at) == "," || s.plays(at, ofWord) {
		at++
	}
	if year := s.whole(at); isYear(year) && len(s.form(at)) == 4 {
		return year, at + 1
	}
	if s.calendar.Is(s.form(i), "latest") && s.plays(i+1, yearWord) {
		return s.published().year(-1), i + 2
	}
	return 0, i
}

// day is the day of the month at atom i, "9" or "9th", or 0.
func (s dateReader) day(i int) int {
	n := s.whole(i)
	if n < 1 || n > 31 || len(s.form(i)) > 2 {
		return 0
	}
	return n
}

func (s dateReader) afterDay(i int) int {
	if s.isGlued(i+1) && s.plays(i+1, endingWord) {
		return i + 2
	}
	return i + 1
}

// longestShort is how many letters the short form of a month has at most: "sept".
const longestShort = 4

// month is the month at atom i, capitalised, and the index after it with the
// full stop of its short form.
func (s dateReader) month(i int) (int, int) {
	n := s.months[s.form(i)]
	if n == 0 || !s.isCapital(i) {
		return 0, i
	}
	if s.form(i+1) == "." && s.isGlued(i+1) && len(s.form(i)) <= longestShort && !s.plays(i, fullWord) {
		return n, i + 2
	}
	return n, i + 1
}

// isMonthHere tells the month from the verb "may", the march and the name: it
// has a day or year after it, or a word before it that goes with a time.
func (s dateReader) isMonthHere(at, next int) bool {
	switch {
	case s.isDated(next), !s.plays(at, unsureWord):
		return true
	case s.form(at-1) == "-", s.plays(at-1, yearlyWord|datingWord):
		return !s.isCapital(next)
	}
	return s.shift(at-1) != ""
}

// isDated says whether a day or a year stands at atom i, behind a month: "May 4",
// "May, 2019", and not "may 4 people".
func (s dateReader) isDated(i int) bool {
	return s.day(i) > 0 && !s.isCounted(i+1) || isYear(s.whole(i)) || isYear(s.whole(i+1)) && s.form(i) == ","
}

// decade passes over "1990s", "the '90s".
func (s dateReader) decade(i int) (moment, int) {
	if s.isNumber(i) && s.isGlued(i+1) && s.plays(i+1, decadeWord) && strings.HasSuffix(s.form(i), "0") {
		return moment{skip: true}, i + 2
	}
	return moment{}, i
}

// year reads a bare year, and the first of a pair such as "2019-20".
func (s dateReader) year(i int) (moment, int) {
	if !s.isBareYear(i) {
		return moment{}, i
	}
	m := moment{Date: stemma.Date{Year: s.whole(i)}}
	if s.isHyphen(i+1) && s.isNumber(i+2) && len(s.form(i+2)) == 2 {
		return m, i + 3
	}
	return m, i + 1
}

// isBareYear tells the year 2019 from 2019 crowns, and from the 1200 of "1200
// people", which only a word before it makes a year.
func (s dateReader) isBareYear(i int) bool {
	year := s.whole(i)
	if !isYear(year) || len(s.form(i)) != 4 || s.isIdentifier(i) && !s.isHyphen(i-1) {
		return false
	}
	if s.isMoney(i-1) || s.isScaled(i+1) {
		return false
	}
	if _, bounded := s.boundBefore(i); bounded && s.isCounted(i+1) {
		return false
	}
	return s.isYearWord(i-1) || year >= modernYear && !s.isMeasured(i+1)
}

// isYearWord says whether atom i is a word that goes with a year.
func (s dateReader) isYearWord(i int) bool {
	return s.form(i) == "(" || s.plays(i, yearlyWord) || s.calendar.First(s.form(i)) == "season"
}

// isMeasured says whether a unit of measure or people follow at atom i.
func (s dateReader) isMeasured(i int) bool {
	_, next := s.matchNoun(s.units, i)
	return next > i && s.isPlural(s.form(next-1))
}

// boundBefore finds a bound of a number that ends before atom i.
func (s dateReader) boundBefore(i int) (string, bool) {
	for k := 1; k <= 3 && i-k >= 0; k++ {
		if p, next := s.match(s.bounds, i-k); next == i {
			return p.attribute(0), true
		}
	}
	return "", false
}
