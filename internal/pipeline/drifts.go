package pipeline

import (
	"cmp"
	"maps"
	"slices"

	"stemma"
	"stemma/internal/assess"
	"stemma/internal/collate"
)

// comparer compares the reports of one story. Each is made ready once.
type comparer struct {
	material
	compared
	texts map[string]*stemma.Text
}

// compared is what the comparing of a story's reports made that may serve again.
type compared struct {
	own   map[*tongue]*collate.Collation
	ready map[string]*collate.Report
}

func (m material) comparer() *comparer {
	c := &comparer{material: m, texts: map[string]*stemma.Text{}}
	for _, t := range m.texts {
		c.texts[t.Report.ID] = t
	}
	c.compared = m.before.comparedBefore(&c.material)
	return c
}

// done gives what was made to the next trace of the same story, or where there is none what was
// read of words to the next story.
func (c *comparer) done() {
	if c.before != nil {
		c.before.keepCompared(&c.material, c.compared)
		return
	}
	for _, own := range c.own {
		own.Release()
	}
}

// changes gives what the second report of a way changed of the first one. Between
// languages there is nothing to be told: no word of a translation is the same.
func (c *comparer) changes(w assess.Way) []stemma.Drift {
	own := c.spoken.by[w.Before]
	if own != c.spoken.by[w.After] {
		return nil
	}
	before, after := c.report(w.Before), c.report(w.After)
	kin := collate.Kin(w.Kin)
	if w.Cites {
		kin = collate.Citing
	}
	found := c.collation(own).Changes(before, after, kin)
	if w.Handed {
		found = append(found, collate.Handed(c.collation(own), before, after)...)
	}
	return found
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

// read reads the reports beforehand, where all of them are compared.
func (c *comparer) read() {
	for _, t := range c.material.texts {
		c.report(t.Report.ID)
	}
}

const (
	// fewReports is up to how many reports of one story are all compared with each
	// other. Of more, those are that have a passage in common.
	fewReports = 16
	// mostNeighbours is how many of those one is compared with, the ones that have
	// most in common with it: what none of them shows to be changed, the rest do not
	// show either.
	mostNeighbours = 16
)

// shared gives the pairs of reports that may have a text in common, each once, in
// the order of their ids.
func (m material) shared() [][2]string {
	if len(m.texts) > fewReports {
		return sharers(m.reuse)
	}
	var found [][2]string
	for i := range m.texts {
		for k := range i {
			found = append(found, pairOf(m.texts[k].Report.ID, m.texts[i].Report.ID))
		}
	}
	slices.SortFunc(found, comparePairs)
	return found
}

// sharers gives the pairs that share the most, as one of the two sees it.
func sharers(passages []stemma.Reuse) [][2]string {
	common := map[[2]string]int{} // bytes
	for i := range passages {
		if a, b := &passages[i].A, &passages[i].B; a.Report != b.Report {
			common[pairOf(a.Report, b.Report)] += a.Len()
		}
	}
	found := slices.SortedFunc(maps.Keys(common), func(x, y [2]string) int {
		return cmp.Or(cmp.Compare(common[y], common[x]), comparePairs(x, y))
	})
	taken := map[string]int{}
	found = slices.DeleteFunc(found, func(pair [2]string) bool {
		taken[pair[0]]++
		taken[pair[1]]++
		return min(taken[pair[0]], taken[pair[1]]) > mostNeighbours
	})
	slices.SortFunc(found, comparePairs)
	return found
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

func comparePairs(x, y [2]string) int {
	return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
}
