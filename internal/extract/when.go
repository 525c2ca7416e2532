package extract

import (
	"fmt"
	"strings"
	"time"

	"stemma"
)

// A date that a machine wrote and a date that readers see may differ by the
// zone of the newsroom; beyond that they contradict each other.
const zoneSlack = 14 * time.Hour

// maxRestatement is how much later a line that says "updated" may be and still
// replace a machine date that nothing else bears out. Beyond, it is an update.
const maxRestatement = 48 * time.Hour

// settleDates chooses the dates of publication and of the last change. What a
// record states comes first, then what readers see beside the headline where
// it contradicts the machine's date, then the machine's date.
func (x *calendar) settleDates(r *stemma.Report, f facts, about stemma.Record) {
	published, updated := x.stated(about.Published), x.stated(about.Updated)
	r.Notes = append(r.Notes, unreadable("published", about.Published, published)...)
	r.Notes = append(r.Notes, unreadable("updated", about.Updated, updated)...)
	if published.Known() {
		r.Published = published
	} else {
		r.Published, r.Dates = chooseDate(f)
	}
	if !updated.Known() {
		updated = latest(append(append([]stemma.Moment(nil), f.machineUpdated...), f.updated...))
	}
	if updated.Known() && r.Published.Known() {
		_, end := r.Published.Bounds()
		from, _ := updated.Bounds()
		apart := !from.Before(end) || updated.Precision == r.Published.Precision
		if from.After(r.Published.Time) && apart {
			r.Updated = updated
		}
	} else if updated.Known() {
		r.Published = updated
	}
}

// maxShown is how much of a date that is not understood the ledger shows.
const maxShown = 40

// unreadable is the note on a date that a record states in a form that is not
// understood.
func unreadable(field, stated string, m stemma.Moment) []string {
	if stated = oneLine(stated); stated == "" || m.Known() {
		return nil
	}
	if len(stated) > maxShown {
		stated = strings.ToValidUTF8(stated[:maxShown], "") + "…"
	}
	return []string{fmt.Sprintf("%s: no date is understood in %q", field, stated)}
}

// epoch reads a time that is counted from 1970, in seconds or thousandths.
func epoch(s string) stemma.Moment {
	whole, _, _ := strings.Cut(s, ".")
	if !digits(whole) || len(whole) != 10 && len(whole) != 13 {
		return stemma.Moment{}
	}
	seconds := int64(number(whole))
	if len(whole) == 13 {
		seconds /= 1000
	}
	return stemma.Moment{Time: time.Unix(seconds, 0).UTC(), Precision: stemma.Second}
}

// yearForward writes "Fri Apr 28 19:20:36 CEST 2023", as some programs print a
// date, with the year behind the day.
func yearForward(s string) string {
	f := strings.Fields(s)
	if len(f) != 6 || len(f[5]) != 4 || !digits(f[5]) || strings.Count(f[3], ":") != 2 {
		return s
	}
	return strings.Join([]string{f[0], f[1], f[2], f[5], f[3], f[4]}, " ")
}

// stated reads a date as a record or a machine writes it.
func (x *calendar) stated(s string) stemma.Moment {
	s = yearForward(oneLine(s))
	if m, n := parseISO(s, x); n > 0 {
		return m
	}
	if found := x.dates(s); len(found) > 0 {
		return found[0].moment
	}
	if len(s) == len(compactTime) && digits(s) {
		if at, err := time.Parse(compactTime, s); err == nil {
			return stemma.Moment{Time: at, Precision: stemma.Second}
		}
	}
	if len(s) == 8 && digits(s) {
		return calendarMoment(number(s[:4]), number(s[4:6]), number(s[6:]))
	}
	if len(s) == 4 && digits(s) && s > "1700" && s < "2200" {
		return stemma.Moment{Time: time.Date(number(s), 1, 1, 0, 0, 0, 0, time.UTC), Precision: stemma.Year}
	}
	return epoch(s)
}

// compactTime is a time by the second without any marks.
const compactTime = "20060102150405"

// told is a date that a page states for machines.
type told struct {
	stemma.Moment
	zoned bool // it says in which zone
}

// chooseDate gives the date of publication, and all that are stated where they
// contradict one another. docs/page-facts.md has the order of trust.
func chooseDate(f facts) (stemma.Moment, []stemma.Moment) {
	machine := finest(f.machine)
	visible, restated := visibleDate(f)
	switch {
	case !machine.Known() && !visible.Known() && len(f.hinted) > 0:
		return f.hinted[0], nil
	case !machine.Known():
		return visible, conflicting(f.published)
	case !visible.Known() || agree(machine, visible):
		if visible.Precision == stemma.Day && machine.Precision == stemma.Day || !visible.Known() {
			return machine, conflicting(moments(f.machine))
		}
		return finer(machine, visible), nil
	case restated && !isRestatement(f, machine, visible):
		return machine, nil
	case !f.labelled && !f.weekday:
		return machine, inOrder([]stemma.Moment{machine, visible})
	}
	return visible, inOrder([]stemma.Moment{machine, visible})
}

// visibleDate is the date of publication that a reader sees, else the one of an update, which then
// may say the publication over again.
func visibleDate(f facts) (date stemma.Moment, updated bool) {
	if len(f.published) > 0 {
		return f.published[0], false
	}
	if len(f.updated) > 0 {
		return f.updated[0], true
	}
	return stemma.Moment{}, false
}

// isRestatement says whether the date of an update that a reader sees may mean the publication that
// the machine's date tells of otherwise: soon behind it, and no update that the machine knows of.
func isRestatement(f facts, machine, visible stemma.Moment) bool {
	behind := visible.Time.Sub(machine.Time)
	return behind >= 0 && behind <= maxRestatement && !explained(f.machineUpdated, visible)
}

// finest is the most trusted of the dates, in the form that says most among
// those that agree with it: with a time of day, and with its zone.
func finest(dates []told) stemma.Moment {
	if len(dates) == 0 {
		return stemma.Moment{}
	}
	best := dates[0]
	for _, d := range dates[1:] {
		finer := coarse(best.Moment) && !coarse(d.Moment)
		if agree(best.Moment, d.Moment) && (finer || !best.zoned && d.zoned && !coarse(d.Moment)) {
			best = d
		}
	}
	return best.Moment
}

func moments(dates []told) []stemma.Moment {
	all := make([]stemma.Moment, len(dates))
	for i, d := range dates {
		all[i] = d.Moment
	}
	return all
}

// hasZone says whether a date as a machine writes it states its zone.
func (x *calendar) hasZone(s string) bool {
	_, clock, found := strings.Cut(s, ":")
	if !found {
		return false
	}
	last := strings.TrimLeft(clock, "0123456789:.,")
	if _, known := x.zones[strings.ToLower(strings.Trim(last, " ()"))]; known {
		return true
	}
	return strings.ContainsAny(last, "+-") || strings.EqualFold(strings.TrimSpace(last), "z")
}

// finer is the machine's date unless only the visible one has a time of day.
func finer(machine, visible stemma.Moment) stemma.Moment {
	if coarse(machine) && !coarse(visible) {
		return visible
	}
	return machine
}

func coarse(m stemma.Moment) bool {
	return m.Precision != stemma.Second && m.Precision != stemma.Minute
}

// explained says whether a date of change that the machine states is the one
// that readers see.
func explained(updates []stemma.Moment, visible stemma.Moment) bool {
	for _, u := range updates {
		if agree(u, visible) {
			return true
		}
	}
	return false
}

// agree says whether two dates can be the same moment in some zone.
func agree(a, b stemma.Moment) bool {
	if sameDay(a.Time, b.Time) {
		return true
	}
	a0, a1 := a.Bounds()
	b0, b1 := b.Bounds()
	if !coarse(a) && !coarse(b) {
		gap := a0.Sub(b0).Abs()
		odd := gap % (15 * time.Minute)
		return gap <= zoneSlack && (odd < time.Minute || odd > 14*time.Minute) // one may be without its seconds
	}
	return a0.Before(b1.Add(zoneSlack)) && b0.Before(a1.Add(zoneSlack))
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// conflicting returns the dates when two of them lie more than a day apart.
func conflicting(dates []stemma.Moment) []stemma.Moment {
	for _, a := range dates {
		if !agree(a, dates[0]) && a.Time.Sub(dates[0].Time).Abs() > 24*time.Hour {
			return inOrder(dates)
		}
	}
	return nil
}

func inOrder(dates []stemma.Moment) []stemma.Moment {
	sorted := append([]stemma.Moment(nil), dates...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j].Time.Before(sorted[j-1].Time); j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	return sorted
}

func latest(dates []stemma.Moment) stemma.Moment {
	var last stemma.Moment
	for _, d := range dates {
		if d.Known() && (!last.Known() || d.Time.After(last.Time)) {
			last = d
		}
	}
	return last
}
