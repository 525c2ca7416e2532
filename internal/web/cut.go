package web

import (
	"reflect"
	"slices"

	"stemma"
	"stemma/internal/freeze"
)

// part is a story with all that pages show of it. The reports' texts are not said
// again in what is found.
type part struct {
	Reports []stemma.Report
	Rest    []byte         // a partRest, frozen among the reports' texts
	Across  []stemma.Reuse // with reports of other stories
}

type partRest struct {
	Story        stemma.Story
	Attributions []stemma.Attribution
	Speakers     []stemma.Speaker
	Reuse        []stemma.Reuse
}

// belongings are a story and what of a dossier belongs to it.
type belongings struct {
	partRest
	reports []stemma.Report
	across  []stemma.Reuse
}

// part is what is shelved of it.
func (b *belongings) part() part {
	return part{b.reports, freeze.AppendAmong(nil, textsOf(b.reports), b.partRest), b.across}
}

// clone has lists of its own, which are nil where they are empty.
func (b *belongings) clone() belongings {
	c := *b
	c.reports, c.across, c.Reuse = orNil(b.reports), orNil(b.across), orNil(b.Reuse)
	c.Attributions, c.Speakers = orNil(b.Attributions), orNil(b.Speakers)
	return c
}

func orNil[T any](list []T) []T { return append([]T(nil), list...) }

// isAs says whether nothing of a story has changed. What is found in it is only read once it
// is found, so lists that lie at one place are the same.
func (b *belongings) isAs(other *belongings) bool {
	x, y := &b.Story, &other.Story
	return x.ID == y.ID && x.Title == y.Title && x.Fault == y.Fault &&
		isList(x.Witnesses, y.Witnesses) && isList(x.Descents, y.Descents) && isList(x.Possible, y.Possible) &&
		isList(x.Origins, y.Origins) && isList(x.Claims, y.Claims) &&
		isList(x.Drifts, y.Drifts) && isList(x.Warnings, y.Warnings) &&
		slices.Equal(b.Reuse, other.Reuse) && slices.Equal(b.across, other.across) &&
		slices.EqualFunc(b.Speakers, other.Speakers, sameSpeaker) &&
		slices.EqualFunc(b.Attributions, other.Attributions, sameAttribution) &&
		slices.EqualFunc(b.reports, other.reports, sameReport)
}

// isList says whether two lists are one.
func isList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func sameSpeaker(a, b stemma.Speaker) bool {
	return a.ID == b.ID && a.Name == b.Name && a.Kind == b.Kind && a.Count == b.Count &&
		a.Descriptor == b.Descriptor && slices.Equal(a.Aliases, b.Aliases)
}

func sameAttribution(a, b stemma.Attribution) bool {
	return a.ID == b.ID && a.Report == b.Report && a.Kind == b.Kind && sameSpan(a.Source, b.Source) &&
		slices.Equal(a.Cue, b.Cue) && slices.Equal(a.Content, b.Content) && a.Speaker == b.Speaker &&
		a.Within == b.Within && a.Stance == b.Stance && a.Negated == b.Negated && a.Act == b.Act && a.Told == b.Told &&
		sameSpan(a.Receiver, b.Receiver) && a.ReceiverSpeaker == b.ReceiverSpeaker && a.Own == b.Own &&
		a.Continues == b.Continues
}

func sameSpan(a, b *stemma.Span) bool { return a == b || a != nil && b != nil && *a == *b }

func sameReport(a, b stemma.Report) bool { return reflect.DeepEqual(&a, &b) }

// cutter cuts a dossier into stories.
type cutter struct {
	d        *stemma.Dossier
	reports  map[string]int
	speakers map[string]int
	credits  map[string][]stemma.Attribution // by report
	reuse    map[string][]int
	room     belongings
}

func newCutter(d *stemma.Dossier) *cutter {
	c := &cutter{
		d: d, reports: make(map[string]int, len(d.Reports)), speakers: make(map[string]int, len(d.Speakers)),
		credits: make(map[string][]stemma.Attribution, len(d.Reports)), reuse: map[string][]int{},
	}
	for i := range d.Reports {
		c.reports[d.Reports[i].ID] = i
	}
	for i := range d.Speakers {
		c.speakers[d.Speakers[i].ID] = i
	}
	for first := 0; first < len(d.Attributions); {
		last, report := first+1, d.Attributions[first].Report
		for last < len(d.Attributions) && d.Attributions[last].Report == report {
			last++
		}
		if run := d.Attributions[first:last:last]; c.credits[report] == nil {
			c.credits[report] = run
		} else {
			c.credits[report] = append(c.credits[report], run...)
		}
		first = last
	}
	for i := range d.Reuse {
		a, b := d.Reuse[i].A.Report, d.Reuse[i].B.Report
		c.reuse[a] = append(c.reuse[a], i)
		if b != a {
			c.reuse[b] = append(c.reuse[b], i)
		}
	}
	return c
}

// cut gives what belongs to a story. Until the next one is cut it shares the cutter's room,
// and lists of the dossier.
func (c *cutter) cut(st *stemma.Story) *belongings {
	b := &c.room
	b.Story, b.reports, b.across, b.Reuse = *st, b.reports[:0], b.across[:0], b.Reuse[:0]
	b.Attributions, b.Speakers = nil, b.Speakers[:0]
	var reports, speakers, reuse []int
	inside := map[string]bool{}
	for _, w := range st.Witnesses {
		if at, known := c.reports[string(w.Report)]; known {
			reports = append(reports, at)
		}
	}
	for _, at := range sorted(reports) {
		r := &c.d.Reports[at]
		b.reports, inside[r.ID] = append(b.reports, *r), true
		reuse = append(reuse, c.reuse[r.ID]...)
		run := c.credits[r.ID]
		for i := range run {
			speakers = c.addSpeakers(speakers, string(run[i].Speaker), string(run[i].ReceiverSpeaker))
		}
		if b.Attributions == nil { // of most stories it is the only report, and they are not copied
			b.Attributions = run
		} else {
			b.Attributions = append(b.Attributions, run...)
		}
	}
	for i := range st.Origins {
		speakers = c.addSpeakers(speakers, st.Origins[i].Sources...)
	}
	for _, at := range sorted(speakers) {
		b.Speakers = append(b.Speakers, c.d.Speakers[at])
	}
	for _, at := range sorted(reuse) {
		if x := c.d.Reuse[at]; inside[x.A.Report] && inside[x.B.Report] {
			b.Reuse = append(b.Reuse, x)
		} else {
			b.across = append(b.across, x)
		}
	}
	return b
}

// addSpeakers adds the places of speakers with some ids.
func (c *cutter) addSpeakers(places []int, ids ...string) []int {
	for _, id := range ids {
		if at, known := c.speakers[id]; known {
			places = append(places, at)
		}
	}
	return places
}

// sorted are places in order, each once.
func sorted(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

func textsOf(reports []stemma.Report) *freeze.Texts {
	texts := freeze.NewTexts()
	for i := range reports {
		texts.Put(reports[i].ID, reports[i].Text)
	}
	return texts
}
