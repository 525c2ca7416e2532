package derive

import (
	"cmp"
	"slices"
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
func (w *work) tooYoung(p *pair) bool {
	if w.gap(p.copy, p.exemplar) <= w.tolerance(p) {
		return false
	}
	return !w.links(p) && (!p.credited() || !w.looseDates(p))
}

func (w *work) tolerance(p *pair) time.Duration {
	if (w.report(p.exemplar).Published.Precision == stemma.Day) != (w.report(p.copy).Published.Precision == stemma.Day) {
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
func (w *work) looseDates(p *pair) bool {
	for _, i := range []int{p.exemplar, p.copy} {
		r := w.report(i)
		if r.Published.Precision == stemma.Month || r.Published.Precision == stemma.Year || len(r.Dates) > 0 {
			return true
		}
	}
	elder, _ := w.report(p.exemplar).Published.Bounds()
	_, changed := w.report(p.copy).Updated.Bounds()
	return !changed.IsZero() && !changed.Before(elder)
}

// elderTraces reads what tells whether the exemplar of a pair is the elder.
func (w *work) elderTraces(p *pair, t *Traces) {
	switch {
	case w.gap(p.exemplar, p.copy) > 0:
		t[ElderTrace] = 1
	case w.gap(p.copy, p.exemplar) > 0 && !w.links(p) && !(p.credited() && w.looseDates(p)):
		t[ElderTrace] = -1
	}
	t[SupplyTrace] = w.supplied(p.exemplar) - w.supplied(p.copy)
	t[StandingTrace] = max(-1, min(1, (w.standing(p.exemplar, p.copy)-w.standing(p.copy, p.exemplar))/fullStanding))
}

// agencyOwn says whether an agency itself published a report.
func (w *work) agencyOwn(i int) bool { return w.traits[i].agency }

// supplied is 1 for a text that is there to be printed: an agency's own, or a
// press release, which says so in a line.
func (w *work) supplied(i int) float64 {
	if w.traits[i].release || w.traits[i].agency {
		return 1
	}
	return 0
}

// fullStanding is the lead in standing that says all that standing can: the
// copy frames the exemplar as a whole, or three lesser signs agree.
const fullStanding = 3

// standing counts what a has that a first report has, and b has not.
func (w *work) standing(a, b int) float64 {
	n := 0.0
	for _, sign := range []bool{
		w.creditedByThird(a, b),
		w.ownReporting(a) && !w.ownReporting(b),
		w.identified(a) && !w.identified(b),
		w.citesMedia(b) && !w.citesMedia(a),
	} {
		if sign {
			n++
		}
	}
	if w.framed(w.pair(a, b)) {
		n += fullStanding
	}
	return n
}

// creditedByThird says whether a report other than these two credits a.
func (w *work) creditedByThird(a, b int) bool {
	for _, by := range w.traits[a].creditors {
		if by != b {
			return true
		}
	}
	return false
}

func (w *work) ownReporting(i int) bool { return w.traits[i].own }

func (w *work) citesMedia(i int) bool { return w.traits[i].media }

func (w *work) identified(i int) bool {
	r := w.report(i)
	return r.Outlet != "" || r.URL != ""
}

// traits is what tells of one report whether it may be a first one.
type traits struct {
	own       bool  // it has a source of its own
	media     bool  // it refers to "media reports"
	agency    bool  // an agency itself published it
	release   bool  // it is a press release
	printing  bool  // it says that its text is an agency's
	creditors []int // the reports that credit it
	titles    []stemma.Segment
}

func (w *work) readTraits() {
	w.traits = make([]traits, w.kept())
	for i := range w.traits {
		w.traits[i].release, w.traits[i].titles = w.released[i], titlesOf(w.report(i))
		w.traits[i].agency = w.isAgency(string(w.report(i).Outlet))
	}
	w.readFeeds()
	for _, a := range w.in.Attributions {
		if i, ok := w.index[a.Report]; ok && a.Own {
			w.traits[i].own = true
		}
	}
	for _, c := range w.credits {
		switch c.form {
		case genericCredit:
			w.traits[c.by].media = true
		case agencyCredit:
			w.traits[c.by].printing = true
		}
		if c.to != missing {
			w.traits[c.to].creditors = append(w.traits[c.to].creditors, c.by)
		}
	}
}

func titlesOf(r *stemma.Report) []stemma.Segment {
	var found []stemma.Segment
	for _, s := range r.Segments {
		if s.Kind == stemma.TitleSegment {
			found = append(found, s)
		}
	}
	return found
}

// readFeeds finds the texts that an agency of which no table knows sent out itself:
// its name stands in the dateline as in another report's credit.
func (w *work) readFeeds() {
	for _, m := range w.in.Mentions {
		i, ok := w.index[m.Report]
		if !ok || !m.Own || m.Form != stemma.BylineForm {
			continue
		}
		w.traits[i].agency = w.traits[i].agency || slices.ContainsFunc(w.credits, func(c credit) bool {
			return c.form == agencyCredit && c.by != i && w.roster.oneOutlet(c.name, w.names[i].outlet)
		})
	}
}

// gap is how much later than a the report b certainly is; zero where the
// dates do not say. Of two versions by one outlet, the time of the last change
// counts: the page keeps its first date.
func (w *work) gap(a, b int) time.Duration {
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
func (w *work) before(a, b int) bool { return w.compare(a, b) < 0 }

func (w *work) compare(a, b int) int {
	x, y := w.report(a), w.report(b)
	if x.Published.Known() != y.Published.Known() {
		if x.Published.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(x.Published.Time.Compare(y.Published.Time), x.Updated.Time.Compare(y.Updated.Time), cmp.Compare(a, b))
}

// framed says whether the copy has a long passage of the exemplar inside
// quotation marks that the exemplar lacks: it quotes the text as a whole.
func (w *work) framed(p *pair) bool {
	if p.share < 0.3 {
		return false
	}
	for _, place := range p.reuse {
		there, here := p.sides(w, int(place))
		if here.Len() >= frameBytes && opensQuote(w.report(p.copy).Text, here.Start) &&
			!opensQuote(w.report(p.exemplar).Text, there.Start) {
			return true
		}
	}
	return false
}

// frameBytes is longer than anything a source is quoted with at a stretch.
const frameBytes = 600

func opensQuote(text string, at int) bool {
	for _, mark := range []string{"‘", "“", "\"", "'", "«", "„"} {
		if at >= len(mark) && text[at-len(mark):at] == mark {
			return true
		}
	}
	return false
}
