package derive

import (
	"cmp"
	"time"

	"stemma"
)

// dayZones is how far a day that is named without a clock may lie from the
// same day by a clock in another zone.
const dayZones = 14 * time.Hour

// tooYoung says whether the dates forbid a descent: the exemplar appeared
// after the copy, by more than the precision of the dates leaves open. A
// credit by name may stand against dates that are coarse, or that the page
// itself contradicts or has changed since; a link to the page shows that it was
// there.
func (w *material) tooYoung(p *pair) bool {
	if w.gap(p.copy, p.exemplar) <= tolerance(w.report(p.exemplar), w.report(p.copy)) {
		return false
	}
	return !w.outweighs(p)
}

// outweighs says whether a credit stands against the dates of a pair.
func (w *material) outweighs(p *pair) bool {
	return p.links() || p.credited() && looseDates(w.report(p.exemplar), w.report(p.copy))
}

// tolerance is how much younger an exemplar may seem than its copy.
func tolerance(exemplar, copy *stemma.Report) time.Duration {
	if (exemplar.Published.Precision == stemma.Day) != (copy.Published.Precision == stemma.Day) {
		return dayZones
	}
	return 0
}

// clocksApart is how far the times of two reports may be off one another: one is by
// a clock of which the zone is not told, the other is not.
func clocksApart(a, b *stemma.Report) time.Duration {
	if a.Published.Local != b.Published.Local {
		return dayZones
	}
	return 0
}

// looseDates says whether the dates of a pair are no limit to a credit.
func looseDates(exemplar, copy *stemma.Report) bool {
	for _, r := range []*stemma.Report{exemplar, copy} {
		if r.Published.Precision == stemma.Month || r.Published.Precision == stemma.Year || len(r.Dates) > 0 {
			return true
		}
	}
	elder, _ := exemplar.Published.Bounds()
	_, changed := copy.Updated.Bounds()
	return !changed.IsZero() && !changed.Before(elder)
}

// gap is how much later than a the report b certainly is; zero where the
// dates do not say. Of two versions by one outlet, the time of the last change
// counts: the page keeps its first date.
func (w *material) gap(a, b int) time.Duration {
	versions := w.sameHouse(a, b)
	_, latest := appeared(w.report(a), versions)
	earliest, _ := appeared(w.report(b), versions)
	if latest.IsZero() || earliest.IsZero() || !earliest.After(latest) {
		if !w.names[a].onePage(w.names[b]) {
			return 0
		}
		return seenApart(w.report(a), w.report(b))
	}
	return max(0, earliest.Sub(latest)-clocksApart(w.report(a), w.report(b)))
}

// seenApart is how much later than a version a of a page its version b was seen
// there, where they state no other times, or the same ones.
//
// A page that tells when it was changed told nothing before it was.
func seenApart(a, b *stemma.Report) time.Duration {
	if !a.Published.Known() && b.Published.Known() {
		return time.Second
	}
	if a.Captured.IsZero() || b.Captured.IsZero() || a.Published != b.Published || a.Updated != b.Updated {
		return 0
	}
	return max(0, b.Captured.Sub(a.Captured))
}

// appeared gives the range in which a report appeared: all its contradicting
// dates, if it states several. A day ends a second before the next one.
func appeared(r *stemma.Report, version bool) (from, to time.Time) {
	if version && r.Updated.Known() {
		return bounds(r.Updated)
	}
	from, to = bounds(r.Published)
	for _, m := range r.Dates {
		earliest, latest := bounds(m)
		if from.IsZero() || earliest.Before(from) {
			from = earliest
		}
		if latest.After(to) {
			to = latest
		}
	}
	return from, to
}

func bounds(m stemma.Moment) (earliest, latest time.Time) {
	earliest, latest = m.Bounds()
	if latest.After(earliest) {
		latest = latest.Add(-time.Second)
	}
	return earliest, latest
}

// before orders two reports: by date, undated ones last, then by the time of
// their last change, then as given.
func (w *material) before(a, b int) bool { return w.compare(a, b) < 0 }

func (w *material) compare(a, b int) int {
	x, y := w.report(a), w.report(b)
	if x.Published.Known() != y.Published.Known() {
		if x.Published.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(x.Published.Time.Compare(y.Published.Time), x.Updated.Time.Compare(y.Updated.Time), cmp.Compare(a, b))
}
