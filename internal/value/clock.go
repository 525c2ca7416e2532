package value

import (
	"fmt"
	"strconv"
	"strings"
)

// clockReader reads times of day.
type clockReader struct{ *sentence }

// clock reads times of day, which carry no date: "21:14", "3 p.m.", "10.30am",
// "noon". They are noted on the clock of 24 hours, with the zone that they are
// told in: "15:00", "21:00 gmt". An hour that may be of either half of the day
// is noted as it stands: "9 o'clock".
func (s clockReader) clock(i int) (moment, int) {
	if a := s.clocks.Of(s.form(i)); len(a) > 1 && a[0] == "hour" {
		return moment{note: a[1]}, i + 1
	}
	hour, minute, next := s.hourMinute(i)
	if next == i || hour > 24 {
		return moment{}, i
	}
	note, isTimed := fmt.Sprintf("%02d:%02d", hour, max(minute, 0)), minute >= 0 && s.form(i+1) == ":"
	if half, after := s.halfOfDay(next); after > next && hour <= 12 {
		note, next, isTimed = fmt.Sprintf("%02d:%02d", hour%12+half, max(minute, 0)), after, true
	} else if !isTimed && minute < 0 && s.clocks.First(s.form(next)) == "oclock" {
		note, next, isTimed = strconv.Itoa(hour)+" o'clock", next+1, true
	}
	if !isTimed {
		return moment{}, i
	}
	if zone, after := s.zone(next); after > next {
		return moment{note: note + " " + zone}, after
	}
	return moment{note: note}, next
}

// hourMinute reads "9", "21:14" and "10.30"; minute is -1 where none is said.
func (s clockReader) hourMinute(i int) (hour, minute, next int) {
	hour, next = s.whole(i), i+1
	if s.isNumber(i) && hour < 0 {
		whole, rest, ok := strings.Cut(s.form(i), ".")
		if !ok || len(whole) > 2 || len(rest) != 2 {
			return 0, 0, i
		}
		hour, _ = strconv.Atoi(whole)
		minute, _ = strconv.Atoi(rest)
		if minute > 59 {
			return 0, 0, i
		}
		return hour, minute, next
	}
	if hour < 0 {
		return 0, 0, i
	}
	if s.form(next) != ":" || !s.isGlued(next) || !s.isGlued(next+1) || len(s.form(next+1)) != 2 {
		return hour, -1, next
	}
	if minute = s.whole(next + 1); minute < 0 || minute > 59 {
		return hour, -1, next
	}
	return hour, minute, next + 2
}

// halfOfDay reads "p.m." with its full stop: the hours to add, 0 or 12.
func (s clockReader) halfOfDay(i int) (half, next int) {
	a := s.clocks.Of(strings.ReplaceAll(s.form(i), ".", ""))
	if len(a) < 2 || a[0] != "half" {
		return 0, i
	}
	half, _ = strconv.Atoi(a[1])
	next = i + 1
	if s.form(next) == "." && s.isGlued(next) && next < len(s.atoms)-1 {
		next++
	}
	return half, next
}

// zone reads the time zone behind a time of day: "GMT", "Eastern time".
func (s clockReader) zone(i int) (string, int) {
	a := s.clocks.Of(s.form(i))
	switch {
	case len(a) < 2 || !s.isCapital(i):
		return "", i
	case a[0] == "zone":
		return a[1], i + 1
	case a[0] == "zonename" && s.clocks.First(s.form(i+1)) == "time":
		return a[1], i + 2
	case a[0] == "zonename" && s.clocks.Is(s.form(i+1), "standard") && s.clocks.First(s.form(i+2)) == "time":
		return a[1], i + 3
	}
	return "", i
}
