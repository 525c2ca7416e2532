package assess

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/align"
)

// root is a witness at which a claim's chain of credit ends.
type root struct {
	siglum   string
	mentions []mention
	heard    []*stemma.Speaker // all their sources, once they are asked for
	// resolved: it says, or its lineage shows, that it got the claim from outside all other reports.
	resolved bool
}

// mention is a statement with which a chain of credit ends, and whom it is
// credited to.
type mention struct {
	statement *stemma.Statement
	sources   []*stemma.Speaker
	met       bool // a source of it spoke to this report, which nobody could copy
	hearsay   bool // its source has it from somebody else
}

// sources gives all sources of a root, in the order of its statements. It has all of these then.
func (r *root) sources() []*stemma.Speaker {
	if r.heard != nil || len(r.mentions) == 0 {
		return r.heard
	}
	found, has := []*stemma.Speaker{}, map[*stemma.Speaker]bool{}
	for _, t := range r.mentions {
		for _, s := range t.sources {
			if !has[s] {
				has[s], found = true, append(found, s)
			}
		}
	}
	r.heard = found
	return found
}

// chains are the chains of credit of one claim. Every report is followed once,
// exemplars before copies, so that a copy finds the ends of its exemplar
// ready.
type chains struct {
	b       *setting
	told    *statements
	aligned *align.Story
	claim   int
	roots   map[string]*root
	ended   map[ending]bool
	ordered []*root // in order of the witnesses, once all reports were followed
	// ends maps a report to the roots where its chains end.
	ends map[string][]string
	// tops maps a witness that does not tell the claim to those above it at
	// which chains go on: reports that do, or lost ones with nothing above.
	tops map[string][]string
	// alone holds the reports that may have the claim by themselves: nothing
	// shows for certain that they took it from another report.
	alone map[string]bool
}

// ending is a root of a claim and a statement of it that ends there.
type ending struct {
	at *root
	st *stemma.Statement
}

func (b *judge) chainsOf(claim int) *chains {
	c := &chains{
		b: b.setting, told: b.told, aligned: b.aligned, claim: claim, roots: map[string]*root{}, ended: b.ended,
		ends: map[string][]string{}, alone: map[string]bool{},
	}
	holders := make([]string, 0, len(b.told.holds[claim]))
	for name := range b.told.holds[claim] {
		holders = append(holders, name)
	}
	c.fillTops(holders)
	b.setting.byRank(holders)
	for _, name := range holders {
		for _, st := range b.told.telling(claim, name) {
			c.follow(name, st)
		}
	}
	c.ordered = c.sorted()
	return c
}

// silent says whether a witness does not tell the claim, as far as is known.
func (c *chains) silent(siglum string) bool { return len(c.told.holds[c.claim][siglum]) == 0 }

// fillTops looks upwards from the reports that have the claim, through
// witnesses that do not tell it.
func (c *chains) fillTops(holders []string) {
	var passed []string
	var seen map[string]bool // most claims have none
	for queue := slices.Clone(holders); len(queue) > 0; queue = queue[1:] {
		for _, d := range c.b.parents[queue[0]] {
			if c.silent(d.From) && !seen[d.From] {
				if seen == nil {
					seen, c.tops = map[string]bool{}, map[string][]string{}
				}
				seen[d.From] = true
				passed, queue = append(passed, d.From), append(queue, d.From)
			}
		}
	}
	c.b.byRank(passed)
	for _, name := range passed {
		c.tops[name] = c.topsOf(name)
	}
}

func (c *chains) topsOf(silent string) []string {
	var found []string
	for _, d := range c.b.parents[silent] {
		switch {
		case !c.silent(d.From):
			found = add(found, d.From)
		case c.b.isLost(silent) || takesText(d.Kind):
			found = add(found, c.tops[d.From]...)
		}
	}
	if len(found) == 0 && c.b.isLost(silent) {
		return []string{silent}
	}
	return found
}

// add puts in what is not there yet.
func add(list []string, more ...string) []string {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// follow looks where a report's statement comes from.
func (c *chains) follow(siglum string, st *stemma.Statement) {
	from, sure := c.exemplars(siglum, st)
	if !sure {
		c.alone[siglum] = true
	}
	var ends []string
	for _, up := range from {
		ends = add(ends, c.endsAt(up, st)...)
	}
	if len(ends) == 0 {
		c.end(siglum, st, c.b.resolved(siglum, st))
		ends = []string{siglum}
	}
	c.ends[siglum] = add(c.ends[siglum], ends...)
}

// endsAt gives the roots from an exemplar upwards. A lost witness whose exemplar has
// the claim is no origin of it, whomever it quotes besides: a reaction takes
// the claim for granted, and that it is more cannot be seen in a copy.
func (c *chains) endsAt(up string, st *stemma.Statement) []string {
	if !c.silent(up) {
		return c.ends[up]
	}
	var found []string
	for _, top := range c.tops[up] {
		if !c.silent(top) {
			found = add(found, c.ends[top]...)
			continue
		}
		c.end(top, st, true)
		found = add(found, top)
	}
	return found
}

// exemplars gives the witnesses through which a statement came down, and
// whether that is certain: kept ones that have the claim, lost ones that have
// all the copy has (a printing of a text), that the statement is credited to,
// or that the report may have it from. Own reporting ends a chain.
func (c *chains) exemplars(siglum string, st *stemma.Statement) (from []string, sure bool) {
	b := c.b
	if b.met(siglum, st) || b.newSource(siglum, st) {
		return nil, false
	}
	var kept, lost []stemma.Descent
	for _, d := range b.parents[siglum] {
		switch {
		case c.silent(d.From) && len(c.tops[d.From]) == 0:
		case d.Kind == stemma.WireCopy || b.isLost(d.From) && d.Kind == stemma.Repost || b.credits(d, st):
			return []string{d.From}, true
		case !c.silent(d.From):
			kept = append(kept, d)
		case takesText(d.Kind):
			lost = append(lost, d)
		}
	}
	if len(kept) > 0 {
		d := c.nearest(st, kept)
		return []string{d.From}, takesText(d.Kind) || !b.public(st)
	}
	for _, d := range lost {
		from = append(from, d.From)
	}
	return from, len(from) > 0 && !b.public(st)
}

// takesText says whether a descent takes the exemplar's text over, and not
// only a point of it.
func takesText(kind stemma.DescentKind) bool {
	return kind != stemma.Citation && kind != stemma.FollowUp
}

// nearest keeps, of several exemplars that have the claim, the one whose
// statement is most like this one: each reading came down one way.
func (c *chains) nearest(st *stemma.Statement, from []stemma.Descent) stemma.Descent {
	if len(from) == 1 {
		return from[0]
	}
	best, most := from[0], -1.0
	for _, d := range from {
		for _, s := range c.told.holds[c.claim][d.From] {
			if a := c.aligned.Likeness(s, st); a > most {
				best, most = d, a
			}
		}
	}
	return best
}

// end makes a witness a root of the claim.
func (c *chains) end(siglum string, st *stemma.Statement, resolved bool) {
	r := c.roots[siglum]
	if r == nil {
		r = &root{siglum: siglum}
		c.roots[siglum] = r
	}
	r.resolved = r.resolved || resolved
	if c.ended[ending{r, st}] {
		return
	}
	c.ended[ending{r, st}] = true
	t := mention{statement: st, sources: c.b.sources(st), met: c.b.met(siglum, st)}
	t.hearsay = len(t.sources) > 0 && c.b.fromHearsay(st)
	r.mentions = append(r.mentions, t)
}

// sorted gives the roots in order of the witnesses.
func (c *chains) sorted() []*root {
	list := make([]*root, 0, len(c.roots))
	for _, r := range c.roots {
		list = append(list, r)
	}
	slices.SortFunc(list, func(x, y *root) int { return cmp.Compare(c.b.place[x.siglum], c.b.place[y.siglum]) })
	return list
}
