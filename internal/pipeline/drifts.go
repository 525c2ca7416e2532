package pipeline

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/assess"
	"stemma/internal/collate"
)

// comparer compares the reports of one story. Each is made ready once.
type comparer struct {
	material
	own   map[*tongue]*collate.Collation
	ready map[string]*collate.Report
	texts map[string]*stemma.Text
}

func (m material) comparer() *comparer {
	c := &comparer{material: m, own: map[*tongue]*collate.Collation{}, ready: map[string]*collate.Report{}, texts: map[string]*stemma.Text{}}
	for _, t := range m.texts {
		c.texts[t.Report.ID] = t
	}
	return c
}

// changes gives what the second report changed of the first one. Between
// languages there is nothing to be told: no word of a translation is the same.
func (c *comparer) changes(before, after string, kin assess.Kin) []stemma.Drift {
	own := c.spoken.by[before]
	if own != c.spoken.by[after] {
		return nil
	}
	return c.collation(own).Changes(c.report(before), c.report(after), collate.Kin(kin))
}

func (c *comparer) collation(own *tongue) *collate.Collation {
	if c.own[own] == nil {
		c.own[own] = own.collator.Collation()
	}
	return c.own[own]
}

func (c *comparer) report(id string) *collate.Report {
	r := c.ready[id]
	if r == nil {
		t := c.texts[id]
		r = c.collation(c.spoken.of(t)).Read(t, c.index, c.attributions)
		c.ready[id] = r
	}
	return r
}

// fewReports is up to how many reports of one story are all compared with each
// other. Of more, those are that have a passage in common.
const fewReports = 16

// shared gives the pairs of reports that may have a text in common, each once.
func (m material) shared() [][2]string {
	var found [][2]string
	seen := map[[2]string]bool{}
	add := func(a, b string) {
		pair := [2]string{min(a, b), max(a, b)}
		if a != b && !seen[pair] {
			seen[pair] = true
			found = append(found, pair)
		}
	}
	for _, r := range m.reuse {
		add(r.A.Report, r.B.Report)
	}
	if len(m.texts) <= fewReports {
		for i := range m.texts {
			for k := range i {
				add(m.texts[k].Report.ID, m.texts[i].Report.ID)
			}
		}
	}
	slices.SortFunc(found, func(x, y [2]string) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return found
}
