package derive

import (
	"fmt"
	"math"
	"time"

	"stemma"
)

const (
	// tolerance is how much younger than its copy an exemplar may be by the
	// stated times: clocks, time zones and update times mislead by hours.
	tolerance = 14 * time.Hour
	// Weights of what tells the elder of two reports, in log-odds.
	elderByDay     = 3.0
	elderByHours   = 1.0
	elderByCredit  = 6.0
	elderByThird   = 2.5 // a third report credits it for the story
	elderByFrame   = 4.0 // the other one has the shared text in quotation marks
	elderByOwn     = 1.5 // it has sources of its own, the other one has none
	elderByAddress = 0.7 // outlet and address are known, of the other neither
	elderByMedia   = 1.5 // the other one refers to "media reports"
	elderByCover   = 3.0 // times the difference in coverage: copies drop more than they add
)

// direct sums what tells whether the exemplar of a pair is the elder.
func (w *work) direct(p *pair) {
	back := w.pairs[[2]int{p.copy, p.exemplar}]
	p.direction = w.elder(p.exemplar, p.copy) +
		elderByCover*(p.coverage-back.coverage)
	if p.named() {
		p.direction += elderByCredit
	}
	if back.named() {
		p.direction -= elderByCredit
	}
	if w.framed(p) {
		p.direction += elderByFrame
	}
	if w.framed(back) {
		p.direction -= elderByFrame
	}
	p.forbidden = w.gap(p.copy, p.exemplar) > tolerance && !p.named()
}

// elder sums what tells, from the two reports alone, that a is older than b.
func (w *work) elder(a, b int) float64 {
	sum := 0.0
	switch gap := w.gap(a, b); {
	case gap > tolerance:
		sum += elderByDay
	case gap > 0:
		sum += elderByHours
	}
	switch gap := w.gap(b, a); {
	case gap > tolerance:
		sum -= elderByDay
	case gap > 0:
		sum -= elderByHours
	}
	return sum + w.standing(a, b) - w.standing(b, a)
}

// standing is what a has that a first report has, and b has not.
func (w *work) standing(a, b int) float64 {
	sum := 0.0
	if w.creditedByThird(a, b) {
		sum += elderByThird
	}
	if w.ownReporting(a) && !w.ownReporting(b) {
		sum += elderByOwn
	}
	if w.identified(a) && !w.identified(b) {
		sum += elderByAddress
	}
	if w.citesMedia(b) && !w.citesMedia(a) {
		sum += elderByMedia
	}
	return sum
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
	creditors []int // the reports that credit it
}

func (w *work) readTraits() {
	w.traits = make([]traits, w.kept())
	for _, a := range w.in.Attributions {
		if i, ok := w.index[a.Report]; ok && a.Own {
			w.traits[i].own = true
		}
	}
	for _, c := range w.credits {
		if c.form == genericCredit {
			w.traits[c.by].media = true
		}
		if c.to != missing {
			w.traits[c.to].creditors = append(w.traits[c.to].creditors, c.by)
		}
	}
}

// gap is how much later than a the report b certainly is; zero where the
// dates do not say. Of two versions by one outlet, the time of the last change
// counts: the page keeps its first date.
func (w *work) gap(a, b int) time.Duration {
	versions := len(w.names[a].outlet) > 0 && sameOutlet(w.names[a].outlet, w.names[b].outlet, w.vague)
	_, latest := appeared(w.report(a), versions)
	earliest, _ := appeared(w.report(b), versions)
	if latest.IsZero() || earliest.IsZero() || !earliest.After(latest) {
		return 0
	}
	return earliest.Sub(latest)
}

// appeared gives the range in which a report appeared: all its contradicting
// dates, if it states several.
func appeared(r *stemma.Report, version bool) (from, to time.Time) {
	if version && r.Updated.Known() {
		return r.Updated.Bounds()
	}
	from, to = r.Published.Bounds()
	for _, m := range r.Dates {
		earliest, latest := m.Bounds()
		if from.IsZero() || earliest.Before(from) {
			from = earliest
		}
		if latest.After(to) {
			to = latest
		}
	}
	return from, to
}

// before orders two reports: by date, undated ones last, then by the time of
// their last change, then as given.
func (w *work) before(a, b int) bool {
	x, y := w.report(a).Published, w.report(b).Published
	if x.Known() != y.Known() {
		return x.Known()
	}
	if !x.Time.Equal(y.Time) {
		return x.Time.Before(y.Time)
	}
	if u, v := w.report(a).Updated.Time, w.report(b).Updated.Time; !u.Equal(v) {
		return u.Before(v)
	}
	return a < b
}

// framed says whether the copy has a long passage of the exemplar inside
// quotation marks that the exemplar lacks: it quotes the text as a whole.
func (w *work) framed(p *pair) bool {
	if p.share < 0.3 {
		return false
	}
	for i := 0; i+1 < len(p.passages); i += 2 {
		there, here := p.passages[i], p.passages[i+1]
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

// dateEvidence says what the dates of a pair say.
func (w *work) dateEvidence(p *pair) []stemma.Evidence {
	before, after := w.gap(p.exemplar, p.copy), w.gap(p.copy, p.exemplar)
	switch {
	case after > 0:
		return []stemma.Evidence{{Kind: stemma.DateEvidence, Weight: -round(min(3, after.Hours()/8)), Spans: []stemma.Span{},
			Says: fmt.Sprintf("%s is dated %s before %s", w.label(p.copy), duration(after), w.label(p.exemplar))}}
	case before > 0:
		return []stemma.Evidence{{Kind: stemma.DateEvidence, Weight: 0.5, Spans: []stemma.Span{},
			Says: fmt.Sprintf("%s appeared %s after %s", w.label(p.copy), duration(before), w.label(p.exemplar))}}
	}
	return nil
}

func duration(d time.Duration) string {
	switch h := d.Hours(); {
	case h >= 48:
		return fmt.Sprintf("%.0f days", math.Floor(h/24))
	case h >= 1.5:
		return fmt.Sprintf("%.0f hours", h)
	case h >= 1:
		return "an hour"
	}
	return fmt.Sprintf("%.0f minutes", max(1, d.Minutes()))
}
