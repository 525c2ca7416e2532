package assess

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"stemma"
)

// comparison tells what reports changed of one another.
type comparison struct {
	*publishers
	told   *statements
	shared [][2]string // see [Input]
	folded *wordings
}

func newComparison(p *publishers, told *statements, shared [][2]string) *comparison {
	return &comparison{publishers: p, told: told, shared: shared, folded: p.wordings(p.kept())}
}

// along gives those of the changes that are drifts, each on the way on which it was made,
// with its claim and the witness that has it.
func (b *comparison) along(w Way, changes []stemma.Drift) []owned {
	var found []owned
	for _, d := range changes {
		w := b.wayOf(d, w)
		if b.elsewhere(d, w) || b.tellsOtherTime(d, w) || b.inAddress(d.Before) || b.inAddress(d.After) {
			continue
		}
		d.Descent = stemma.Maybe(w.descent)
		d.Claim = b.told.claimOf(w, d)
		if d = b.odd(d, w); d.Kind == stemma.ModalityWeakened || d.Kind == stemma.HedgeAdded {
			continue // more caution misleads nobody, and is seldom a change
		}
		if from, to := b.sigla(d, w); eitherWay(d.Kind) && slices.Contains(b.ancestors(from), to) {
			d = turned(d)
		}
		d.Relation, d.Common = b.relation(b.sigla(d, w))
		found = append(found, owned{d, b.owner(d, w)})
	}
	return found
}

// sigla are the witnesses that have the readings before and after, or lack them.
func (b *comparison) sigla(d stemma.Drift, w Way) (from, to string) {
	from, to = w.from, b.owner(d, w)
	switch {
	case d.Before != nil:
		from = b.siglum[d.Before.Report]
	case from == to:
		from = w.to
	}
	return from, to
}

// inAddress says whether words are a part of a web address, as code that was left in a text has
// them: they tell nothing.
func (b *comparison) inAddress(s *stemma.Span) bool {
	if s == nil || b.report[b.siglum[s.Report]] == nil {
		return false
	}
	const addressBytes = 400
	text := b.report[b.siglum[s.Report]].Report.Text
	before := text[max(0, s.Start-addressBytes):s.Start]
	return strings.Contains(before[strings.LastIndexAny(before, " \t\n")+1:], "://")
}

// owned is a drift and the witness that has the reading after.
type owned struct {
	stemma.Drift
	owner string
}

// mostChanges is how many changes between two reports are told: ten times as many as any
// two of 21 real stories and four made-up piles have. Two lists of a thousand figures may
// differ in all of them.
const mostChanges = 200

// bounded keeps the gravest changes between two reports; the last one says how many more
// there are.
func bounded(changes []owned) []owned {
	if len(changes) <= mostChanges {
		return changes
	}
	slices.SortStableFunc(changes, func(x, y owned) int { return cmp.Compare(y.Severity, x.Severity) })
	last := &changes[mostChanges-1]
	words := last.Before
	if words == nil {
		words = last.After
	}
	last.Saying = stemma.Say("drift.more", stemma.Args{"words": reading(words), "n": len(changes) - mostChanges})
	return changes[:mostChanges]
}

// owner is the witness that has the reading after, or left out what stands before.
func (b *comparison) owner(d stemma.Drift, w Way) string {
	if d.After != nil {
		return b.siglum[d.After.Report]
	}
	return w.to
}

// wayOf is the way on which a change was made: that between siblings leads either way.
func (b *comparison) wayOf(d stemma.Drift, w Way) Way {
	if d.Before == nil || b.siglum[d.Before.Report] != w.to {
		return w
	}
	back := Way{from: w.to, to: w.from, Kin: w.Kin}
	for _, own := range b.parents[w.from] {
		if slices.ContainsFunc(b.parents[w.to], func(x stemma.Descent) bool { return x.From == own.From }) {
			back.descent = own.ID
		}
	}
	return back
}

// elsewhere says whether another exemplar has what a copy reads: then it was
// taken from there.
func (b *comparison) elsewhere(d stemma.Drift, w Way) bool {
	if w.Kin != Copy || d.After == nil {
		return false
	}
	words := b.wording(w.to, *d.After, fewWordsOfReading)
	return slices.ContainsFunc(b.exemplars(w.to), func(x Way) bool {
		return x.from != w.from && strings.Contains(b.folded.of[x.from], words)
	})
}

// sameTime is how far apart two reports are published at most that tell one figure: later
// ones tell how things went on.
const sameTime = 3 * 24 * time.Hour

// tellsOtherTime says whether a figure or a date differs between two reports, neither of
// which was taken from the other, that may each be right: they were published days apart,
// or are of one outlet, which knows what it has told.
func (b *comparison) tellsOtherTime(d stemma.Drift, w Way) bool {
	ofTime := d.Kind == stemma.NumberChanged || d.Kind == stemma.DateChanged || d.Kind == stemma.PredicateChanged
	if w.Kin == Copy || !ofTime {
		return b.updates(d, w)
	}
	x, y := b.report[w.from].Report.Published, b.report[w.to].Report.Published
	if !x.Known() || !y.Known() {
		return b.mayBeOneOutlet(w.from, w.to)
	}
	apart := x.Time.Sub(y.Time).Abs()
	return apart > sameTime || apart >= 24*time.Hour && b.mayBeOneOutlet(w.from, w.to)
}

// goesOn is how far apart two reports are published at least for the later one to tell what
// has come of it, where it has the words of the elder.
const goesOn = 7 * 24 * time.Hour

// updates says whether a change between two reports is how the later one tells what came of it
// since: one outlet goes on with its own text, or somebody takes an old text up. Quotations, names
// and bounds of figures stay what they are; figures, offices and who said it for some days.
func (b *comparison) updates(d stemma.Drift, w Way) bool {
	x, y := b.report[w.from].Report.Published, b.report[w.to].Report.Published
	isLate := x.Known() && y.Known() && x.Time.Sub(y.Time).Abs() >= goesOn
	switch d.Kind {
	case stemma.QuoteAltered, stemma.ActorChanged:
		return false
	case stemma.TitleChanged, stemma.AttributionChanged, stemma.NumberChanged, stemma.DateChanged:
		return isLate
	case stemma.HedgeDropped:
		if figureOf(reading(d.After)) != "" {
			return false
		}
	}
	return isLate || b.mayBeOneOutlet(w.from, w.to)
}

// odd puts the reading of the fewer reports after that of the many, where
// neither report was taken from the other.
func (b *comparison) odd(d stemma.Drift, w Way) stemma.Drift {
	if w.Kin == Copy || d.Before == nil || d.After == nil {
		return d
	}
	x, y := b.wording(w.from, *d.Before, leastWords(d)), b.wording(w.to, *d.After, leastWords(d))
	if d.Kind == stemma.TitleChanged && isLong(d.Before) && isLong(d.After) {
		return elderOffice(d, x, y, b.folded)
	}
	if loss, ok := gained(d); ok {
		return loss
	}
	if strings.Contains(x, y) || isWithoutMiddle(x, y) || !eitherWay(d.Kind) {
		return d // what is whole was not made of what is cut
	}
	if b.folded.reach(y).before(b.folded.reach(x)) {
		return turned(d)
	}
	return d
}

// shortMiddle is how many words must be gone from the middle of some others for these to be whole: fewer may
// as well have been put in.
const shortMiddle = 4

// isWithoutMiddle says whether words are those that others begin and end with.
func isWithoutMiddle(whole, words string) bool {
	if len(strings.Fields(whole)) < len(strings.Fields(words))+shortMiddle {
		return false
	}
	first := 0
	for first < len(words) && words[first] == whole[first] {
		first++
	}
	return strings.HasSuffix(whole, words[first:])
}

// elderOffice puts the office after that is first given later. Where one reading
// holds the other, a report that has the longer one has both.
func elderOffice(d stemma.Drift, before, after string, folded *wordings) stemma.Drift {
	x, y := folded.reach(before).first, folded.reach(after).first
	if y < x || y == x && len(after) > len(before) {
		return turned(d)
	}
	return d
}

func isLong(s *stemma.Span) bool { return len(strings.Fields(s.Text)) >= fewWordsOfReading }

// turned puts the reading before after the other one.
func turned(d stemma.Drift) stemma.Drift {
	d.Before, d.After = d.After, d.Before
	d.Saying = stemma.Say("drift.becomes", stemma.Args{"before": d.Before.Text, "after": d.After.Text})
	return d
}

// gained turns round a change that added caution or a rank: between two copies of
// one text it is far likelier that the other one lost it.
func gained(d stemma.Drift) (stemma.Drift, bool) {
	switch {
	case d.Kind == stemma.ModalityWeakened:
		d.Kind, d.Severity = stemma.ModalityStrengthened, lost
	case d.Kind == stemma.HedgeAdded:
		d.Kind, d.Severity = stemma.HedgeDropped, lost
	case d.Kind == stemma.TitleChanged && len(d.After.Text) > len(d.Before.Text):
	default:
		return d, false
	}
	return turned(d), true
}

// lost is the severity of caution that was lost.
const lost = 2

// eitherWay says whether a change of that kind happens in either direction as
// easily. Hedges and titles are lost more often than they are made.
func eitherWay(k stemma.DriftKind) bool {
	switch k {
	case stemma.QuoteAltered, stemma.NumberChanged, stemma.DateChanged,
		stemma.ActorChanged, stemma.PlaceChanged, stemma.PredicateChanged:
		return true
	}
	return false
}

// leastWords is how many words of a reading must stand together to be found
// again: of a name or a figure two will do.
func leastWords(d stemma.Drift) int {
	if d.Kind == stemma.ActorChanged || d.Kind == stemma.NumberChanged {
		return fewWordsOfReading - 1
	}
	return fewWordsOfReading
}

// wording is a span's words as [foldedWords] writes them; fewer than least have
// their neighbours with them.
func (b *comparison) wording(siglum string, span stemma.Span, least int) string {
	t := b.report[siglum]
	first := t.TokenAt(span.Start)
	last := first
	for last < len(t.Tokens) && t.Tokens[last].Start < span.End {
		last++
	}
	if last-first < least {
		first, last = max(0, first-1), min(len(t.Tokens), last+1)
	}
	return foldedWords(t.Tokens[first:last])
}

// fewWordsOfReading is how many words must stand together to be found again.
const fewWordsOfReading = 3

// Way leads from a report to another one that it is compared with. From a copy of which
// Handed is set the first report has its matter from a third one: what the second tells as
// the first one's own is a change too. One for which Cites is set takes a point over, and may tell
// the rest for itself.
type Way struct {
	Before, After string // ids of reports
	Kin           Kin
	Handed, Cites bool

	from, to string // sigla
	descent  string // id; "" for neighbours
}

// ways gives the pairs of kept reports that are compared, the surest kin first,
// so that a change is told where it was made. Each pair is compared once.
func (b *comparison) ways() []Way {
	var found []Way
	seen := map[[2]string]bool{}
	add := func(w Way) {
		pair := [2]string{min(w.from, w.to), max(w.from, w.to)}
		if w.from != w.to && !seen[pair] && !b.isReprint(w) {
			seen[pair] = true
			found = append(found, b.called(w))
		}
	}
	kept := b.kept()
	for _, cites := range []bool{false, true} {
		for _, to := range kept {
			for _, w := range b.exemplars(to) {
				if b.isCitation(w) == cites {
					add(w)
				}
			}
		}
	}
	place, order := map[string]int{}, make(map[string]int, len(kept))
	for i, s := range kept {
		place[b.id(s)], order[s] = i, i
	}
	for _, to := range kept {
		for _, w := range b.siblings(to, order) {
			add(w)
		}
	}
	isRelated := b.related()
	for _, pair := range b.shared {
		i, k := place[pair[0]], place[pair[1]]
		if w := (Way{from: kept[min(i, k)], to: kept[max(i, k)], Kin: Neighbours}); !isRelated(w) {
			add(w)
		}
	}
	return found
}

// called gives a way with what a caller needs.
func (b *comparison) called(w Way) Way {
	w.Before, w.After = b.id(w.from), b.id(w.to)
	w.Handed = w.Kin == Copy && len(b.exemplars(w.from)) > 0
	w.Cites = w.Kin == Copy && b.isCitation(w)
	return w
}

// isCitation says whether a report only cites what it is compared with: what it has
// changed it may have from one that retells it, so that is looked at first.
func (b *comparison) isCitation(w Way) bool {
	return slices.ContainsFunc(b.parents[w.to], func(d stemma.Descent) bool {
		return d.ID == w.descent && d.Kind == stemma.Citation
	})
}

// isReprint says whether two reports have one text: then neither changed anything, and
// of a wire text there may be thousands.
func (b *lineage) isReprint(w Way) bool {
	x, y := b.report[w.from].Report, b.report[w.to].Report
	return x.Text != "" && x.Text == y.Text && slices.Equal(x.Segments, y.Segments)
}

// exemplars gives the kept reports that one descends from: its parents, and
// those behind a lost one.
func (b *comparison) exemplars(to string) []Way {
	var found []Way
	for _, d := range b.parents[to] {
		if !b.retells(d) {
			continue
		}
		if !b.isLost(d.From) {
			found = append(found, Way{from: d.From, to: to, descent: d.ID, Kin: Copy})
			continue
		}
		for _, up := range b.ancestors(d.From) {
			if !b.isLost(up) {
				found = append(found, Way{from: up, to: to, descent: d.ID, Kin: Copy})
			}
		}
	}
	return found
}

// retells says whether what a report tells otherwise than what it descends from is a change of it: an outlet that goes
// on from its own report tells what has happened since.
func (b *comparison) retells(d stemma.Descent) bool {
	return d.Kind != stemma.FollowUp || b.isLost(d.From) || b.family[d.From] != b.family[d.To]
}

// mostSiblings is with how many earlier copies of one lost witness a report is compared: thousands may
// quote one statement.
const mostSiblings = 32

// siblings gives the first kept copies of the lost witnesses that one descends from, of those
// before it; a printing that says what it is counts as the earliest.
func (b *comparison) siblings(to string, order map[string]int) []Way {
	var found []Way
	for _, d := range b.parents[to] {
		if !b.isLost(d.From) {
			continue
		}
		var before []Way
		for _, s := range b.children[d.From] {
			if !b.isLost(s.To) && order[s.To] < order[to] {
				before = append(before, Way{from: s.To, to: to, descent: d.ID, Kin: Siblings})
			}
		}
		if len(before) > mostSiblings {
			slices.SortStableFunc(before, func(x, y Way) int { return cmp.Compare(order[x.from], order[y.from]) })
			before = before[:mostSiblings]
		}
		found = append(found, before...)
	}
	return found
}

// handsOn says whether a witness may have a change from the one of which it is told (its id):
// one descends from the other, or both from what is lost and not above the report that has
// the reading before.
func (b *comparison) handsOn(d stemma.Drift, siglum string) bool {
	if d.ID == siglum {
		return true
	}
	above := b.ancestors(d.ID)
	if slices.Contains(above, siglum) {
		return true
	}
	var first []string
	if d.Before != nil {
		first = b.ancestors(b.siglum[d.Before.Report])
	}
	return slices.ContainsFunc(b.ancestors(siglum), func(z string) bool {
		return z == d.ID || b.isLost(z) && slices.Contains(above, z) && !slices.Contains(first, z)
	})
}
