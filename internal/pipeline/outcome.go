package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// close takes out what the user says is no drift, looks up what became of every
// correction, and enters them in the dossier.
func (r *ruling) close() {
	for i := range r.all {
		c := &r.all[i]
		found, why := r.outcome(i)
		if opposite := (rivals{r}).opposite(i); why != "" && r.why[i] == "" && opposite > 0 {
			why = fmt.Sprintf("line %d says the opposite", opposite)
		}
		c.Reason = cmp.Or(r.why[i], why)
		if c.Applied = c.Reason == ""; c.Applied {
			c.Findings = orEmpty(found)
		}
	}
	r.d.Corrections = r.all
}

// outcome gives the findings that bear a correction, or why none does.
func (r *ruling) outcome(i int) (found []string, why string) {
	if r.why[i] != "" {
		return nil, r.why[i]
	}
	switch c := &r.all[i]; c.Kind {
	case stemma.OutletCorrection:
		return r.outlets(c)
	case stemma.PersonCorrection:
		return r.people(c)
	case stemma.ClaimCorrection:
		return r.claims(i)
	case stemma.StoryCorrection:
		return r.stories(c)
	case stemma.DescentCorrection:
		return r.descent(c)
	case stemma.SourceCorrection:
		return []string{r.d.Attributions[r.sources[i]].ID}, ""
	case stemma.DriftCorrection:
		return r.dropDrifts(c)
	}
	return r.noted(r.all[i].Terms[0])
}

// sameOrOther says whether things are one, or two, as a correction says.
func sameOrOther(c *stemma.Correction, ids []string) (found []string, why string) {
	distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
	switch {
	case c.Is && len(distinct) > 1:
		return nil, "the pile still tells them apart"
	case !c.Is && len(distinct) == 1:
		return nil, "the pile still takes them for one"
	}
	return distinct, ""
}

// outlets finds the reports of the outlets that a correction names.
func (r *ruling) outlets(c *stemma.Correction) (found []string, why string) {
	names := c.Terms
	if c.Is {
		names = c.Terms[1:]
	}
	seen := 0
	for _, n := range names {
		if r.isNamed(n) {
			seen++
		} else {
			why = fmt.Sprintf("no report names %q", n)
		}
	}
	if c.Is && seen > 0 || seen == len(names) {
		why = ""
	}
	if why == "" {
		_, why = sameOrOther(c, r.outletKeys(c.Terms[:2]))
	}
	for i := range r.d.Reports {
		o := string(r.d.Reports[i].Outlet)
		if o != "" && slices.ContainsFunc(c.Terms, func(n string) bool { return r.names.SameOutlet(o, n) }) {
			found = append(found, r.d.Reports[i].ID)
		}
	}
	return found, why
}

// outletKeys tells apart the names that are of two outlets.
func (r *ruling) outletKeys(terms []string) []string {
	if r.names.SameOutlet(terms[0], terms[1]) {
		return []string{terms[0]}
	}
	return terms
}

// isNamed says whether any report has a name in its text, its outlet or its
// address.
func (r *ruling) isNamed(called string) bool {
	return slices.ContainsFunc(r.d.Reports, func(x stemma.Report) bool {
		return indexFold(string(x.Outlet), called) >= 0 || indexFold(string(x.URL), called) >= 0 ||
			indexFold(x.Text, called) >= 0
	})
}

// people finds the sources that a correction names.
func (r *ruling) people(c *stemma.Correction) (found []string, why string) {
	var ids []string
	for _, n := range c.Terms {
		at := slices.IndexFunc(r.d.Speakers, func(s stemma.Speaker) bool { return isCalled(&s, n) })
		if at < 0 {
			return nil, fmt.Sprintf("no source is called %q", n)
		}
		ids = append(ids, r.d.Speakers[at].ID)
	}
	return sameOrOther(c, ids)
}

// claims finds the claims of the statements that a correction names.
func (r *ruling) claims(i int) (found []string, why string) {
	var ids []string
	for _, e := range r.statements[i] {
		ids = append(ids, r.claimOf(e))
	}
	return sameOrOther(&r.all[i], ids)
}

func (r *ruling) claimOf(at string) string {
	for _, s := range r.d.Stories {
		for _, c := range s.Claims {
			if slices.ContainsFunc(c.Statements, func(st stemma.Statement) bool { return extent(st.Span) == at }) {
				return c.ID
			}
		}
	}
	return ""
}

// stories finds the stories of the reports that a correction names.
func (r *ruling) stories(c *stemma.Correction) (found []string, why string) {
	var ids []string
	for _, term := range c.Terms {
		id, why := r.report(term)
		if why != "" {
			return nil, why
		}
		s, _ := r.home(id)
		ids = append(ids, s.ID)
	}
	return sameOrOther(c, ids)
}

// home gives the story of a report, and its siglum there.
func (r *ruling) home(id string) (s *stemma.Story, siglum string) {
	for i := range r.d.Stories {
		for _, w := range r.d.Stories[i].Witnesses {
			if string(w.Report) == id {
				return &r.d.Stories[i], w.Siglum
			}
		}
	}
	return &stemma.Story{}, ""
}

// descent finds the descent that a correction is about. Of one that there is
// not, the report bears it.
func (r *ruling) descent(c *stemma.Correction) (found []string, why string) {
	copy, why := r.report(c.Terms[0])
	if why != "" {
		return nil, why
	}
	if from, _ := r.report(c.Terms[1]); from == copy {
		return nil, "it names one report twice"
	}
	s, to := r.home(copy)
	from := r.exemplar(c, s)
	if from == "" {
		_, why = r.report(c.Terms[1])
		if why == "" {
			why = "the two are of two stories"
		}
		return nil, why
	}
	at := slices.IndexFunc(s.Descents, func(d stemma.Descent) bool { return d.From == from && d.To == to })
	switch {
	case c.Is && at < 0:
		if line := (rivals{r}).reversed(c); line > 0 {
			return nil, fmt.Sprintf("line %d says that it went the other way", line)
		}
		return nil, "with the other descents it would go round in a circle"
	case c.Is:
		return []string{s.Descents[at].ID}, ""
	case at >= 0:
		return nil, "the descent is still there"
	}
	return []string{copy}, ""
}

// exemplar is the siglum of the exemplar that a correction names. One that is
// not in the pile has none where nothing descends from it any more.
func (r *ruling) exemplar(c *stemma.Correction, s *stemma.Story) string {
	if id, why := r.report(c.Terms[1]); why == "" {
		if home, siglum := r.home(id); home.ID == s.ID || !c.Is {
			return siglum
		}
		return ""
	}
	for _, w := range s.Witnesses {
		if w.Lost && (w.Name == c.Terms[1] || r.names.SameOutlet(cmp.Or(w.Publisher, w.Name), c.Terms[1])) {
			return w.Siglum
		}
	}
	if !c.Is && r.isNamed(c.Terms[1]) {
		return "-"
	}
	return ""
}

// dropDrifts takes out the drifts that a correction names, by id or by words
// that changed.
func (r *ruling) dropDrifts(c *stemma.Correction) (found []string, why string) {
	is := func(d *stemma.Drift) bool { return d.ID == c.Terms[0] }
	if !isID(c.Terms[0], driftLetter) {
		span, why := r.words(c.Terms[0])
		if why != "" {
			return nil, why
		}
		is = func(d *stemma.Drift) bool { return overlaps(d.After, span) || overlaps(d.Before, span) }
	}
	for i := range r.d.Stories {
		s := &r.d.Stories[i]
		s.Drifts = slices.DeleteFunc(slices.Clone(s.Drifts), func(d stemma.Drift) bool {
			if !is(&d) {
				return false
			}
			found = append(found, d.ID)
			return true
		})
	}
	switch {
	case len(found) > 0:
		return found, ""
	case isID(c.Terms[0], driftLetter):
		return nil, fmt.Sprintf("no drift has the id %s", c.Terms[0])
	}
	return nil, fmt.Sprintf("no drift has changed the words of %s", c.Terms[0])
}

func overlaps(s *stemma.Span, with stemma.Span) bool { return s != nil && s.Overlaps(with) }

// noted finds what a note is about: anything with an id, or a report.
func (r *ruling) noted(ref string) (found []string, why string) {
	if r.isFinding(ref) {
		return []string{ref}, ""
	}
	id, why := r.report(ref)
	if why == "" {
		return []string{id}, ""
	}
	span, other := r.words(ref)
	if other != "" && !strings.Contains(ref, `"`) {
		return nil, fmt.Sprintf("no finding and no report is called %q", ref)
	}
	if other != "" {
		return nil, other
	}
	for _, s := range r.d.Stories {
		for _, c := range s.Claims {
			if slices.ContainsFunc(c.Statements, func(st stemma.Statement) bool { return st.Span.Overlaps(span) }) {
				return []string{c.ID}, ""
			}
		}
	}
	return []string{span.Report}, ""
}

// isFinding says whether a finding has that id.
func (r *ruling) isFinding(id string) bool {
	for i := range r.d.Stories {
		if s := &r.d.Stories[i]; s.ID == id || isIn(s, id) {
			return true
		}
	}
	return slices.ContainsFunc(r.d.Speakers, func(s stemma.Speaker) bool { return s.ID == id }) ||
		slices.ContainsFunc(r.d.Attributions, func(a stemma.Attribution) bool { return a.ID == id })
}

func isIn(s *stemma.Story, id string) bool {
	return slices.ContainsFunc(s.Descents, func(d stemma.Descent) bool { return d.ID == id }) ||
		slices.ContainsFunc(s.Possible, func(d stemma.Descent) bool { return d.ID == id }) ||
		slices.ContainsFunc(s.Origins, func(o stemma.Origin) bool { return o.ID == id }) ||
		slices.ContainsFunc(s.Claims, func(c stemma.Claim) bool { return c.ID == id }) ||
		slices.ContainsFunc(s.Drifts, func(x stemma.Drift) bool { return x.ID == id })
}
