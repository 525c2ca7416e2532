package extract

import (
	"time"

	"stemma"
)

// group reads a date-time group, as agencies and armed forces sign with: day, hour and minute in
// one number, a letter for the zone, month and year: "051305Z FEB 25" (ACP 121).
func (p dateParser) group(i int) (d dated, next int, ok bool) {
	if p.kind(i) != 'n' || len(p.t[i].text) != 6 || p.glued(i) {
		return d, 0, false
	}
	v := p.t[i].value
	day, hour, minute := v/10000, v/100%100, v%100
	next = i + 1
	isZulu := p.kind(next) == 'w' && p.t[next].text == "z" && p.t[next].start == p.t[i].end
	if isZulu {
		next++
	}
	month := p.month(next)
	if month == 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || p.kind(next+1) != 'n' {
		return d, 0, false
	}
	year := p.t[next+1].value
	switch {
	case p.isYear(next + 1):
	case len(p.t[next+1].text) == 2:
		year = inCentury(year)
	default:
		return d, 0, false
	}
	at := time.Date(year, time.Month(month), day, hour, minute, 0, 0, time.UTC)
	d = dated{stemma.Moment{Time: at, Precision: stemma.Minute, Local: !isZulu}, p.t[i].start, p.t[next+1].end}
	return d, next + 2, at.Day() == day
}
