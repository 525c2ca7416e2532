package pipeline

import (
	"slices"
	"strings"

	"stemma"
)

// rivals looks among the corrections for those that contradict each other.
type rivals struct{ *ruling }

// opposite is the line that says the opposite of a correction, whatever it calls the
// things that both are about; 0 for none.
func (r rivals) opposite(i int) int {
	for k := range r.all {
		if r.all[k].Is != r.all[i].Is && (r.contradict(i, k) || r.contradict(k, i)) {
			return r.all[k].Line
		}
	}
	return 0
}

// contradict says whether a correction makes one of what another one, of the same kind
// or about stories, makes two.
func (r rivals) contradict(same, other int) bool {
	a, b := &r.all[same], &r.all[other]
	switch {
	case !a.Is:
		return false
	case a.Kind == b.Kind && a.Kind == stemma.DescentCorrection:
		return slices.Equal(r.things(same), r.things(other))
	case a.Kind == b.Kind:
		return allAmong(r.things(other), r.things(same))
	case b.Kind == stemma.StoryCorrection && (a.Kind == stemma.DescentCorrection || a.Kind == stemma.ClaimCorrection):
		reports, why := r.reportsOf(same)
		return why == "" && allAmong(r.things(other), reports)
	}
	return false
}

// allAmong says whether all of some things, which are more than one, are among others.
func allAmong(some, others []string) bool {
	return len(some) > 1 && !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(others, s) })
}

// things are what a correction is about, by ids where it names what has one.
func (r rivals) things(i int) []string {
	c := &r.all[i]
	if c.Kind == stemma.ClaimCorrection {
		return r.statements[i]
	}
	all := make([]string, len(c.Terms))
	for k, term := range c.Terms {
		all[k] = strings.ToLower(term)
		if c.Kind != stemma.StoryCorrection && c.Kind != stemma.DescentCorrection {
			continue
		}
		if id, why := r.report(term); why == "" {
			all[k] = id
		}
	}
	return all
}

// reversed is the line that says of a descent that it went the other way; 0 for none.
func (r rivals) reversed(c *stemma.Correction) int {
	from, _ := r.report(c.Terms[1])
	to, _ := r.report(c.Terms[0])
	for k := range r.all {
		x := &r.all[k]
		if x.Kind == stemma.DescentCorrection && x.Is && x != c && slices.Equal(r.things(k), []string{from, to}) {
			return x.Line
		}
	}
	return 0
}
