package derive

import (
	"slices"
	"strconv"
	"time"

	"stemma"
)

const (
	// datelineTokens is how many words and marks the place and the day of a dateline have at most:
	// "OLD QUAY, Fenland, Sept. 14 (QNA) -".
	datelineTokens = 16
	// oneStory is how far from another report of the story a day lies at most of which the year is
	// not told. Set by hand: with half a year between two guesses it is far from doubtful.
	oneStory = 45 * 24 * time.Hour
)

// dated gives the texts with a day for those that have none but in their dateline, where agencies
// leave out the year: the year in which that day lies nearest to the others of the story; and of
// dates that contradict each other those alone that lie near the others. It counts for the order of the
// reports alone.
func (d *Deriver) dated(texts []*stemma.Text) []*stemma.Text {
	days, texts := daysOf(texts), slices.Clone(texts)
	for i, t := range texts {
		report := *t.Report
		switch {
		case len(report.Dates) > 0:
			keepNear(&report, days)
		case !report.Published.Known():
			month, day := d.dateline(t)
			if at := nearestYear(month, day, days); !at.IsZero() {
				report.Published = stemma.Moment{Time: at, Precision: stemma.Day}
			}
		default:
			continue
		}
		copied := *t
		copied.Report, texts[i] = &report, &copied
	}
	return texts
}

// keepNear leaves a report those of its contradicting dates that lie near one of some days, if any does.
func keepNear(r *stemma.Report, days []time.Time) {
	isFar := func(m stemma.Moment) bool {
		return !slices.ContainsFunc(days, func(day time.Time) bool { return m.Time.Sub(day).Abs() <= oneStory })
	}
	near := slices.DeleteFunc(slices.Clone(r.Dates), isFar)
	if len(near) == 0 || len(near) == len(r.Dates) {
		return
	}
	if isFar(r.Published) {
		r.Published = near[0]
	}
	if r.Dates = near; len(near) == 1 {
		r.Dates = nil
	}
}

// daysOf gives the days of the texts that have one, each once; what contradicts itself has none.
func daysOf(texts []*stemma.Text) []time.Time {
	var days []time.Time
	for _, t := range texts {
		if p := t.Report.Published; p.IsDay() && len(t.Report.Dates) == 0 {
			days = append(days, time.Date(p.Time.Year(), p.Time.Month(), p.Time.Day(), 0, 0, 0, 0, time.UTC))
		}
	}
	slices.SortFunc(days, time.Time.Compare)
	return slices.CompactFunc(days, time.Time.Equal)
}

// dateline reads the month and the day before the agency, in brackets, or the dash of the first
// paragraph; 0 for none.
func (d *Deriver) dateline(t *stemma.Text) (time.Month, int) {
	at := slices.IndexFunc(t.Sentences, func(s stemma.Sentence) bool { return s.Kind == stemma.Paragraph })
	if at < 0 {
		return 0, 0
	}
	first := t.Sentences[at].First
	last := min(len(t.Tokens), first+datelineTokens)
	opens := slices.IndexFunc(t.Tokens[first:last], func(x stemma.Token) bool { return x.Form == "(" || x.Form == "-" })
	last = first + opens
	for k := last - 1; k >= max(first, last-3); k-- { // "Sept. 14 (", "14 Sept (": the month, a point, the day
		for n := max(first, k-1); n < last; n++ {
			month, _ := strconv.Atoi(d.months.First(t.Tokens[k].Form))
			day, err := strconv.Atoi(t.Tokens[n].Form)
			at := min(k, n)
			if month > 0 && err == nil && day >= 1 && day <= 31 && (at == first || t.Tokens[at-1].Form == ",") {
				return time.Month(month), day
			}
		}
	}
	return 0, 0
}

// nearestYear gives a day in the year in which it lies nearest to one of some others; zero where
// it lies near none, or there is no such day.
func nearestYear(month time.Month, day int, others []time.Time) (nearest time.Time) {
	if day == 0 {
		return nearest
	}
	least := oneStory
	for _, other := range others {
		for year := other.Year() - 1; year <= other.Year()+1; year++ {
			at := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
			if apart := at.Sub(other).Abs(); at.Day() == day && apart <= least {
				nearest, least = at, apart
			}
		}
	}
	return nearest
}
