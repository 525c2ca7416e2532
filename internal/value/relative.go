package value

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"stemma"
	who "stemma/internal/name"
)

// issue is the day of publication; the zero issue is unknown.
type issue struct {
	time      time.Time
	precision stemma.Precision
}

// published is when the report came out, in its own time zone.
func (s *sentence) published() issue {
	p := s.text.Report.Published
	if !p.Known() {
		return issue{}
	}
	return issue{p.Time, p.Precision}
}

// year is the year so many after that of publication, or 0.
func (p issue) year(shift int) int {
	if p.precision == "" {
		return 0
	}
	return p.time.Year() + shift
}

func (p issue) hasMonth() bool { return p.precision != "" && p.precision != stemma.Year }

func (p issue) hasDay() bool { return p.hasMonth() && p.precision != stemma.Month }

func onDay(t time.Time) stemma.Date {
	return stemma.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// resolveWeekday makes a weekday absolute: news means the latest one, unless
// it says "next" or speaks of the future, where only the name is kept.
func (s dateReader) resolveWeekday(m *moment, number int, shift string) {
	p := s.published()
	if !p.hasDay() || shift == "after" || (shift == "" && s.future) {
		return
	}
	back := (int(p.time.Weekday()) - number + 7) % 7
	if shift == "before" && back == 0 {
		back = 7
	}
	date := onDay(p.time.AddDate(0, 0, -back))
	m.Year, m.Month, m.Day = date.Year, date.Month, date.Day
}

// isFuture says whether the sentence speaks of what is still to come.
func (s *sentence) isFuture() bool {
	for i := range s.atoms {
		if s.atoms[i].roles&futureWord != 0 {
			return true
		}
	}
	return false
}

// relativeReader reads dates that are told from the day of publication.
type relativeReader struct{ dateReader }

// relative reads "last November", "last year", "four months ago", "yesterday",
// "mid-September", "late spring 2025", and makes them absolute where the day
// of publication is known.
func (s relativeReader) relative(i int) (moment, int) {
	attributes := s.calendar.Of(s.form(i))
	if len(attributes) > 1 && attributes[0] == "day" {
		shift, _ := strconv.Atoi(attributes[1])
		m := moment{note: s.form(i)}
		if p := s.published(); p.hasDay() {
			m.Date = onDay(p.time.AddDate(0, 0, shift))
		}
		return m, i + 1
	}
	if len(attributes) > 0 {
		switch attributes[0] {
		case "before", "after", "same":
			return s.shifted(i, attributes[0])
		case "season":
			return s.season(i)
		}
	}
	return s.ago(i)
}

// shifted reads "last November", "next year", "this month".
func (s relativeReader) shifted(i int, kind string) (moment, int) {
	if month, next := s.month(i + 1); month > 0 {
		m := moment{Date: stemma.Date{Month: month}}
		m.Year = s.published().monthYear(month, kind)
		if day := s.day(next); day > 0 {
			m.Day, next = day, s.afterDay(next)
		}
		return m, next
	}
	if s.calendar.Is(s.form(i), "stretch") { // "the past year" is no date
		return moment{}, i
	}
	shift := map[string]int{"before": -1, "after": 1, "same": 0}[kind]
	m := moment{note: s.form(i) + " " + s.form(i+1)}
	switch unit := s.roles[who.Unowned(s.form(i+1))]; {
	case unit&yearWord != 0:
		m.Year = s.published().year(shift)
	case unit&monthWord != 0:
		s.published().shiftMonth(&m, shift)
	case unit&(weekWord|weekendWord|daypartWord) != 0 && s.calendar.Is(s.form(i), "loose"):
		return moment{}, i
	case unit&daypartWord != 0:
		s.nearDay(&m, i)
	case unit&(weekWord|weekendWord) != 0:
	default:
		return s.seasonYear(i, shift)
	}
	return m, i + 2
}

// shiftMonth sets the month so many after that of publication.
func (p issue) shiftMonth(m *moment, shift int) {
	if p.hasMonth() {
		moved := time.Date(p.time.Year(), p.time.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, shift, 0)
		m.Year, m.Month = moved.Year(), int(moved.Month())
	}
}

// nearDay resolves "this morning" and "last night".
func (s relativeReader) nearDay(m *moment, i int) {
	p := s.published()
	switch {
	case !p.hasDay():
	case s.shift(i) == "same":
		m.Date = onDay(p.time)
	case s.calendar.Is(s.form(i), "latest"):
		m.Date = onDay(p.time.AddDate(0, 0, -1))
	}
}

// seasonYear reads "last summer" as its year, known for "this" only roughly.
func (s relativeReader) seasonYear(i, shift int) (moment, int) {
	if s.calendar.First(s.form(i+1)) != "season" {
		return moment{}, i
	}
	m := moment{note: s.form(i) + " " + s.form(i+1)}
	if shift == 0 {
		m.Year = s.published().year(0)
	}
	return m, i + 2
}

// monthYear is the year of "last November", "next May", "this June"; 0 where
// the month of publication is unknown.
func (p issue) monthYear(month int, kind string) int {
	if !p.hasMonth() {
		return 0
	}
	year, now := p.time.Year(), int(p.time.Month())
	switch {
	case kind == "before" && month >= now:
		return year - 1
	case kind == "after" && month <= now:
		return year + 1
	}
	return year
}

// season reads "spring 2025", "the summer of 2024" as a year.
func (s relativeReader) season(i int) (moment, int) {
	at := i + 1
	if s.plays(at, ofWord) {
		at++
	}
	if year := s.whole(at); isYear(year) && len(s.form(at)) == 4 {
		return moment{Date: stemma.Date{Year: year}}, at + 1
	}
	return moment{}, i
}

// furthest is how many units ago something may be that is told as a date.
const furthest = 5000

// ago reads "four months ago". What is counted in days is known to the day,
// in months to the month, in years to the year.
func (s relativeReader) ago(i int) (moment, int) {
	f, at := s.number(i)
	if at == i && s.plays(i, articleWord) {
		f, at = cardinal{value: 1}, i+1
	}
	if at == i || f.share || f.high > 0 || f.value > furthest || f.value != math.Trunc(f.value) {
		return moment{}, i
	}
	unit := s.singular(s.form(at))
	if !s.plays(at+1, agoWord) {
		return moment{}, i
	}
	m := moment{note: fmt.Sprintf("%d %s ago", int(f.value), unit)}
	if !s.goBack(&m, int(f.value), unit) {
		return moment{}, i
	}
	return m, at + 2
}

// goBack sets the date so many units before publication; it fails for what is
// no unit of time.
func (s relativeReader) goBack(m *moment, count int, unit string) bool {
	p := s.published()
	switch role := s.roles[unit]; {
	case role&dayWord != 0:
		if p.hasDay() {
			m.Date = onDay(p.time.AddDate(0, 0, -count))
		}
	case role&weekWord != 0:
		p.shiftWeek(m, -count)
	case role&monthWord != 0:
		p.shiftMonth(m, -count)
	case role&yearWord != 0:
		m.Year = max(p.year(-count), 0)
	default:
		return role&(momentWord|longWord) != 0
	}
	return true
}

// shiftWeek sets the month in which the week so many after that of publication
// lies, where it lies in one.
func (p issue) shiftWeek(m *moment, shift int) {
	week := p.time.AddDate(0, 0, 7*shift)
	if p.hasDay() && week.AddDate(0, 0, -3).Month() == week.AddDate(0, 0, 3).Month() {
		m.Year, m.Month = week.Year(), int(week.Month())
	}
}
