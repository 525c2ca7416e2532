package extract

import (
	"strings"
	"time"

	"stemma"
)

// clock is a time of day, with the minutes that its zone is ahead of universal
// time; a clock without a zone is taken as universal time.
type clock struct {
	hour, minute, second, ahead int
	seconds, zoned, ok          bool
}

func (c clock) on(day stemma.Moment) stemma.Moment {
	minutes := 60*c.hour + c.minute - c.ahead
	t := day.Time.Add(time.Duration(minutes)*time.Minute + time.Duration(c.second)*time.Second)
	precision := stemma.Minute
	if c.seconds && c.second != 0 {
		precision = stemma.Second
	}
	return stemma.Moment{Time: t, Precision: precision, Local: !c.zoned}
}

// clockAfter reads a time that follows the date which ended before token i,
// with at most three marks or small words between.
func (p dateParser) clockAfter(i int) (clock, int) {
	for skipped := 0; skipped < 4 && i < len(p.t); skipped++ {
		if c, next := p.clock(i); c.ok {
			return c, next
		}
		if p.kind(i) == 'n' || p.kind(i) == 'w' && !p.joinsClock(i) {
			break
		}
		i++
	}
	return clock{}, 0
}

// joinsClock says whether a word may stand between a date and its time. A word
// of change begins the next date.
func (p dateParser) joinsClock(i int) bool {
	word := p.t[i].text
	return p.month(i) != 0 || p.x.dateWords.Has(word) && !p.x.dateWords.Is(word, "updated") || word == "t"
}

// clockBefore reads a time that ends just before the date that begins at token
// i; weekdays and marks may stand between.
func (p dateParser) clockBefore(i int) (clock, int) {
	for start := i - 1; start >= p.taken && start > i-10; start-- {
		c, next := p.clock(start)
		if !c.ok {
			continue
		}
		if c, earlier := p.clock(start - 1); c.ok && earlier == next {
			continue
		}
		for ; next < i; next++ {
			if p.kind(next) == 'n' || p.kind(next) == 'w' && !p.x.dateWords.Has(p.t[next].text) {
				return clock{}, 0
			}
		}
		return c, start
	}
	return clock{}, 0
}

// clock reads 14:41, 14:41:05, 14.41, 2:41 p.m., 2.41pm, 2 pm, 14h41, 1441 GMT.
func (p dateParser) clock(i int) (c clock, next int) {
	if p.kind(i) == 'n' && len(p.t[i].text) == len("1441") {
		return p.military(i)
	}
	if p.kind(i) != 'n' || len(p.t[i].text) > 2 || p.kind(i-1) == ':' {
		return clock{}, 0
	}
	c.hour = p.t[i].value
	next, exact := p.minutes(i+1, &c)
	half, next := p.half(next)
	if half == "" && !exact || !c.isTime(59) || !c.halve(half) {
		return clock{}, 0
	}
	c.ok = true
	behind := next
	c.ahead, next = p.zone(behind)
	c.zoned = next > behind
	return c, next
}

// military reads the four digits of a time, which a zone must follow: "1441 GMT". Else they
// may be a year.
func (p dateParser) military(i int) (c clock, next int) {
	c.hour, c.minute = p.t[i].value/100, p.t[i].value%100
	ahead, next := p.zone(i + 1)
	if next == i+1 || p.kind(i+1) != 'w' || c.minute > 59 || !c.isTime(59) {
		return clock{}, 0
	}
	c.ahead, c.zoned, c.ok = ahead, true, true
	return c, next
}

// minutes reads the minutes and seconds behind the hour: ":41", ".41", "h41", ":41:05". exact says
// whether there are any.
func (p dateParser) minutes(i int, c *clock) (next int, exact bool) {
	switch p.kind(i) {
	case ':', '.':
	case 'w':
		if p.t[i].text != "h" {
			return i, false
		}
	default:
		return i, false
	}
	if p.kind(i+1) != 'n' || len(p.t[i+1].text) != 2 || p.t[i+1].start != p.t[i].end {
		return i, false
	}
	c.minute, next = p.t[i+1].value, i+2
	if p.kind(next) == ':' && p.kind(next+1) == 'n' {
		c.second, c.seconds, next = p.t[next+1].value, true, next+2
	}
	return next, true
}

// isTime says whether a day has such a time; lastSecond is 60 where a leap second may be written.
func (c *clock) isTime(lastSecond int) bool {
	return c.hour <= 23 && c.minute <= 59 && c.second <= lastSecond
}

// halve moves the hour to its half of the day: "12" adds twelve hours, 12 a.m. is midnight. It is
// false for an hour that no half has: "13 p.m.".
func (c *clock) halve(half string) bool {
	switch {
	case half != "" && c.hour > 12:
		return false
	case half == "12" && c.hour < 12:
		c.hour += 12
	case half == "0" && c.hour == 12:
		c.hour = 0
	}
	return true
}

// half reads a.m. or p.m. in any spelling: the hours that it adds, "0" or "12", or "".
func (p dateParser) half(i int) (string, int) {
	if p.kind(i) != 'w' {
		return "", i
	}
	word, next := p.t[i].text, p.skip(i+1, ".")
	if p.kind(next) == 'w' && !p.x.clock.Is(word, "half") {
		word, next = word+p.t[next].text, p.skip(next+1, ".")
	}
	if hours := p.x.clock.Of(word); p.x.clock.Is(word, "half") && len(hours) > 1 {
		return hours[1], next
	}
	return "", i
}

// zone reads the name of a zone, or an offset such as +0100 or GMT+1.
func (p dateParser) zone(i int) (ahead, next int) {
	j := p.skip(i, "(")
	if p.kind(j) == 'w' {
		minutes, known := p.x.zones[p.t[j].text]
		if !known {
			return 0, i
		}
		ahead, i = minutes, p.skip(j+1, ")")
	}
	if sign := p.kind(i); (sign == '+' || sign == '-') && p.kind(i+1) == 'n' && p.t[i+1].start == p.t[i].end {
		if minutes, n := offset(p.s[p.t[i].start:]); n > 0 {
			for end := p.t[i].start + n; i < len(p.t) && p.t[i].start < end; {
				i++
			}
			return minutes, i
		}
	}
	return ahead, i
}

// offset reads +01:00, +0100 or +01 at the start of s, in minutes and bytes.
func offset(s string) (minutes, n int) {
	if len(s) < 3 || s[0] != '+' && s[0] != '-' || !digits(s[1:3]) {
		return 0, 0
	}
	minutes, n = number(s[1:3])*60, 3
	if rest := strings.TrimPrefix(s[n:], ":"); len(rest) >= 2 && digits(rest[:2]) {
		minutes += number(rest[:2])
		n = len(s) - len(rest) + 2
	}
	if minutes > 15*60 {
		return 0, 0
	}
	if s[0] == '-' {
		minutes = -minutes
	}
	return minutes, n
}

// parseISO reads a date in the form of ISO 8601 at the start of s: a year and a
// month at least, "T" or a blank before the time, any fraction of a second. It
// returns the bytes read, 0 if there is none.
func parseISO(s string, x *calendar) (stemma.Moment, int) {
	if len(s) < 7 || !digits(s[:4]) || s[4] != '-' || !digits(s[5:7]) {
		return stemma.Moment{}, 0
	}
	if len(s) < 10 || s[7] != '-' || !digits(s[8:10]) {
		return isoMonth(s)
	}
	day := calendarMoment(number(s[:4]), number(s[5:7]), number(s[8:10]))
	if !day.Known() || !hasISOTime(s) {
		return day, known(day, 10)
	}
	c, n := isoTime(s)
	if !c.isTime(60) {
		return day, 10
	}
	behind := n
	c.ahead, n = isoZone(s, behind, x)
	c.zoned = n > behind
	m := c.on(day)
	if c.seconds {
		m.Precision = stemma.Second
	}
	return m, n
}

// isoMonth reads a year and a month with no day behind them: "2024-05", but not the start of a
// number of something else, "2024-0512", "1403-05".
func isoMonth(s string) (stemma.Moment, int) {
	const firstYear = 1700
	goesOn := len(s) > 7 && (s[7] == '-' || digits(s[7:8]))
	if goesOn || number(s[:4]) < firstYear {
		return stemma.Moment{}, 0
	}
	m := calendarMoment(number(s[:4]), number(s[5:7]), 0)
	return m, known(m, 7)
}

// hasISOTime says whether hour and minute stand behind a day: "2024-05-07T14:41".
func hasISOTime(s string) bool {
	return len(s) >= 16 && strings.IndexByte("Tt ", s[10]) >= 0 &&
		digits(s[11:13]) && s[13] == ':' && digits(s[14:16])
}

// isoTime reads the time behind a day, and the bytes up to its end; fractions of a second are
// passed over.
func isoTime(s string) (clock, int) {
	c := clock{hour: number(s[11:13]), minute: number(s[14:16])}
	if len(s) < 19 || s[16] != ':' || !digits(s[17:19]) {
		return c, 16
	}
	c.second, c.seconds = number(s[17:19]), true
	rest := strings.TrimLeft(s[19:], ".0123456789")
	return c, len(s) - len(rest)
}

func isoZone(s string, n int, x *calendar) (ahead, next int) {
	rest := strings.TrimPrefix(s[n:], " ")
	if minutes, m := offset(rest); m > 0 {
		return minutes, len(s) - len(rest) + m
	}
	if w := wordLen(rest); w > 0 && w < 5 {
		if minutes, ok := x.zones[strings.ToLower(rest[:w])]; ok {
			return minutes, len(s) - len(rest) + w
		}
	}
	return 0, n
}

func known(m stemma.Moment, n int) int {
	if !m.Known() {
		return 0
	}
	return n
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
