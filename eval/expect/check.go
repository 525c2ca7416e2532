package expect

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// The least overlap that counts, as a reader would judge it: half of the
// shorter piece. The words of an attribution's content are given in part
// only, so most of them must be found, in a content not many times as long.
const (
	halfShared     = 0.5
	contentFound   = 0.8
	contentJaccard = 0.25
)

// Check compares the dossier with the expectation. met and failed hold a line
// for every expectation, in its order; a failed one says what was found.
func (e Expectation) Check(d *stemma.Dossier) (met, failed []string) {
	c := &checker{dossier: d}
	c.stories(e.Stories)
	for _, p := range e.Descents {
		c.descent(p)
	}
	for _, l := range e.Lost {
		c.lost(l)
	}
	for _, pair := range e.NonDescents {
		c.nonDescent(pair)
	}
	for _, o := range e.Origins {
		c.origins(o)
	}
	for _, n := range e.Never {
		c.never(n)
	}
	for _, x := range e.Drifts {
		c.drift(x)
	}
	for _, a := range e.Attributions {
		c.attribution(a)
	}
	for _, w := range e.Warnings {
		c.warning(w)
	}
	return c.met, c.failed
}

type checker struct {
	dossier     *stemma.Dossier
	met, failed []string
}

// say files a line under met or, with what was found, under failed.
func (c *checker) say(ok bool, line, found string) {
	switch {
	case ok:
		c.met = append(c.met, line)
	case found == "":
		c.failed = append(c.failed, line)
	default:
		c.failed = append(c.failed, line+" (found: "+found+")")
	}
}

// id is the id of the report of that name, or the name itself, which no
// report bears.
func (c *checker) id(name string) string {
	if r := Find(c.dossier, name); r != nil {
		return r.ID
	}
	return "?" + name
}

// storyOf is the index of the report's story, or -1.
func (c *checker) storyOf(name string) int {
	id := c.id(name)
	for i := range c.dossier.Stories {
		for _, w := range c.dossier.Stories[i].Witnesses {
			if !w.Lost && string(w.Report) == id {
				return i
			}
		}
	}
	return -1
}

func (c *checker) stories(stories [][]string) {
	taken := map[int]bool{}
	for _, names := range stories {
		var homes []int
		for _, name := range names {
			homes = append(homes, c.storyOf(name))
		}
		one := slices.Min(append(homes, len(c.dossier.Stories))) == slices.Max(append(homes, -1))
		ok := one && homes[0] >= 0 && !taken[homes[0]]
		taken[homes[0]] = true
		c.say(ok, "story: "+strings.Join(names, " "), fmt.Sprint("stories ", homes))
	}
}

// edges are the collapsed descents of all stories.
func (c *checker) edges() []Edge {
	var all []Edge
	for i := range c.dossier.Stories {
		all = append(all, Collapse(&c.dossier.Stories[i])...)
	}
	return all
}

func (c *checker) descent(p Path) {
	found := ""
	for _, e := range c.edges() {
		if e.From != c.id(p.From) || e.To != c.id(p.To) {
			continue
		}
		if through(p.Via, e.Via) {
			c.say(true, p.String(), "")
			return
		}
		found = "through " + fmt.Sprintf("%q", e.Via)
	}
	c.say(false, p.String(), found)
}

// through says whether all wanted lost witnesses are among the names.
func through(wanted, names []string) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(names, func(n string) bool { return SameName(w, n) }) {
			return false
		}
	}
	return true
}

// String is the path as it is written in an expectation.
func (p Path) String() string {
	line := "descent: " + p.From
	for _, v := range p.Via {
		line += fmt.Sprintf(" > %q", v)
	}
	return line + " > " + p.To
}

func (c *checker) lost(l Lost) {
	line := fmt.Sprintf("lost: %q %s", l.Name, strings.Join(l.Copies, " "))
	var seen []string
	for i := range c.dossier.Stories {
		story := &c.dossier.Stories[i]
		for _, w := range story.Witnesses {
			if !w.Lost {
				continue
			}
			copies := Copies(story, w.Siglum)
			all := !slices.ContainsFunc(l.Copies, func(name string) bool {
				return !slices.Contains(copies,
					c.id(name))
			})
			if all && (l.Name == "" || SameName(l.Name, w.Name)) {
				c.say(true, line, "")
				return
			}
			seen = append(seen, fmt.Sprintf("%q with %d copies", w.Name, len(copies)))
		}
	}
	c.say(false, line, strings.Join(seen, ", "))
}

func (c *checker) nonDescent(pair [2]string) {
	line := "no descent: " + pair[0] + " - " + pair[1]
	a, b := c.id(pair[0]), c.id(pair[1])
	if c.dossier.Report(a) == nil || c.dossier.Report(b) == nil {
		c.say(false, line, "a report was not read")
		return
	}
	for _, e := range c.edges() {
		if e.From == a && e.To == b {
			c.say(false, line, pair[0]+" > "+pair[1])
			return
		}
		if e.From == b && e.To == a {
			c.say(false, line, pair[1]+" > "+pair[0])
			return
		}
	}
	c.say(true, line, "")
}

func (c *checker) origins(o Origins) {
	line := fmt.Sprintf("origins: %d..%d | %s", o.Min, o.Max, o.Words)
	if o.Min == o.Max {
		line = fmt.Sprintf("origins: %d | %s", o.Min, o.Words)
	}
	claims := c.holding(o.Words)
	if len(claims) == 0 {
		c.say(false, line, "no claim")
		return
	}
	best := claims[0].Origins
	c.say(o.Min <= best.Min && best.Max <= o.Max, line, fmt.Sprintf("%d..%d", best.Min, best.Max))
}

func (c *checker) never(n Never) {
	line := fmt.Sprintf("never: %d | %s", n.Min, n.Words)
	for _, claim := range c.holding(n.Words) {
		if claim.Origins.Min >= n.Min {
			c.say(false, line, fmt.Sprintf("%d..%d for %q", claim.Origins.Min, claim.Origins.Max, claim.Statement))
			return
		}
	}
	c.say(true, line, "")
}

// holding lists the claims of which a statement overlaps the words, the best
// fit first. Headlines are looked at last.
func (c *checker) holding(words string) []stemma.Claim {
	type match struct {
		claim stemma.Claim
		fit   float64
	}
	var found []match
	for i := range c.dossier.Stories {
		for _, claim := range c.dossier.Stories[i].Claims {
			if fit := c.fit(claim, words); fit > 0 {
				found = append(found, match{claim, fit})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b match) int {
		switch {
		case a.fit > b.fit:
			return -1
		case a.fit < b.fit:
			return 1
		}
		return 0
	})
	claims := make([]stemma.Claim, len(found))
	for i, m := range found {
		claims[i] = m.claim
	}
	return claims
}

func (c *checker) fit(claim stemma.Claim, words string) float64 {
	best := 0.0
	for _, s := range claim.Statements {
		r := c.dossier.Report(s.Span.Report)
		if r == nil {
			continue
		}
		for _, place := range Locate(r, words) {
			if Shared(place, s.Span) < halfShared {
				continue
			}
			fit := Fit(place, s.Span)
			if s.Headline {
				fit /= 100
			}
			best = max(best, fit)
		}
	}
	return best
}

func (c *checker) drift(x Drift) {
	line := fmt.Sprintf("drift: %s %s | %s | %s", x.Copy, x.Kinds[0], dash(x.Before), dash(x.After))
	id := c.id(x.Copy)
	for i := range c.dossier.Stories {
		story := &c.dossier.Stories[i]
		for j := range story.Drifts {
			found := &story.Drifts[j]
			if slices.Contains(CopyOf(story, found), id) && x.is(found) {
				c.say(true, line, "")
				return
			}
		}
	}
	c.say(false, line, "")
}

// is says whether the drift found is the expected one, by kind and words.
func (x Drift) is(found *stemma.Drift) bool {
	kindred := slices.ContainsFunc(x.Kinds, func(k stemma.DriftKind) bool { return Kindred(k, found.Kind) })
	return kindred && SidesAgree(x.Before, x.After, found)
}

// SidesAgree says whether the words before or after overlap those of the
// drift found.
func SidesAgree(before, after string, found *stemma.Drift) bool {
	return found.Before != nil && Overlap(before, found.Before.Text) >= halfShared ||
		found.After != nil && Overlap(after, found.After.Text) >= halfShared
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func (c *checker) attribution(a Attribution) {
	line := fmt.Sprintf("attribution: %s | %s | %s", a.Report, dash(a.Source), a.Content)
	id, found := c.id(a.Report), ""
	for i := range c.dossier.Attributions {
		got := &c.dossier.Attributions[i]
		content := Joined(got.Content)
		if got.Report != id || Overlap(a.Content, content) < contentFound || Jaccard(a.Content,
			content) < contentJaccard {
			continue
		}
		if SameSource(a.Source, SourceText(got)) {
			c.say(true, line, "")
			return
		}
		found = fmt.Sprintf("source %q", SourceText(got))
	}
	c.say(false, line, found)
}

// Joined is the text of the spans, with a blank between them.
func Joined(spans []stemma.Span) string {
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = s.Text
	}
	return strings.Join(texts, " ")
}

// SourceText is the words of an attribution's source, empty for none.
func SourceText(a *stemma.Attribution) string {
	if a.Source == nil {
		return ""
	}
	return a.Source.Text
}

func (c *checker) warning(kind stemma.WarningKind) {
	for _, story := range c.dossier.Stories {
		for _, w := range story.Warnings {
			if w.Kind == kind {
				c.say(true, "warning: "+string(kind), "")
				return
			}
		}
	}
	c.say(false, "warning: "+string(kind), "")
}
