package assess

import (
	"cmp"
	"maps"
	"slices"

	"stemma"
)

// lineage is the tree of a story as it is asked for: what stands above a witness, and what below.
type lineage struct {
	tree     stemma.Stemma
	siglum   map[string]string           // report id → siglum
	report   map[string]*stemma.Text     // of each kept witness, by siglum
	order    []string                    // sigla, exemplars before copies
	rank     map[string]int              // siglum → its place in that order
	place    map[string]int              // siglum → its place among the witnesses
	parents  map[string][]stemma.Descent // siglum → descents that lead to it
	children map[string][]stemma.Descent
	// possible holds the pairs of sigla, exemplar first, of which it is not
	// known whether the second descends from the first.
	possible map[[2]string]bool
}

func newLineage(tree stemma.Stemma, index *stemma.Index) *lineage {
	b := &lineage{
		tree: tree, siglum: map[string]string{}, report: map[string]*stemma.Text{},
		rank: map[string]int{}, place: map[string]int{}, possible: map[[2]string]bool{},
		parents: map[string][]stemma.Descent{}, children: map[string][]stemma.Descent{},
	}
	for i, w := range tree.Witnesses {
		b.place[w.Siglum] = i
		if !w.Lost {
			b.siglum[string(w.Report)] = w.Siglum
			b.report[w.Siglum] = index.Text(string(w.Report))
		}
	}
	for _, d := range tree.Descents {
		b.parents[d.To] = append(b.parents[d.To], d)
		b.children[d.From] = append(b.children[d.From], d)
	}
	for _, d := range tree.Possible {
		b.possible[[2]string{d.From, d.To}] = true
	}
	b.order = b.eldersFirst()
	for i, name := range b.order {
		b.rank[name] = i
	}
	return b
}

// eldersFirst orders the sigla so that exemplars come before their copies;
// what stands in a circle comes last.
func (b *lineage) eldersFirst() []string {
	waits := map[string]int{}
	var order []string
	for _, w := range b.tree.Witnesses {
		if waits[w.Siglum] = len(b.parents[w.Siglum]); waits[w.Siglum] == 0 {
			order = append(order, w.Siglum)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, d := range b.children[order[i]] {
			if waits[d.To]--; waits[d.To] == 0 {
				order = append(order, d.To)
			}
		}
	}
	for _, w := range b.tree.Witnesses {
		if waits[w.Siglum] > 0 {
			order = append(order, w.Siglum)
		}
	}
	return order
}

// below gives the witnesses that have one above them of which at holds.
func (b *lineage) below(at func(siglum string) bool) map[string]bool {
	found := map[string]bool{}
	holds := map[string]bool{}
	for _, name := range b.order {
		for _, d := range b.parents[name] {
			if found[d.From] || holds[d.From] {
				found[name] = true
			}
		}
		if !b.isLost(name) && at(name) {
			holds[name] = true
		}
	}
	return found
}

// isLost says whether a siglum is a lost witness's.
func (b *lineage) isLost(siglum string) bool { return b.report[siglum] == nil }

// ancestors gives all witnesses above one, nearest first.
func (b *lineage) ancestors(siglum string) []string {
	var found []string
	seen := map[string]bool{siglum: true}
	for queue := []string{siglum}; len(queue) > 0; queue = queue[1:] {
		for _, d := range b.parents[queue[0]] {
			if !seen[d.From] {
				seen[d.From] = true
				found = append(found, d.From)
				queue = append(queue, d.From)
			}
		}
	}
	return found
}

// name is how a witness is called in sentences for people.
func (b *lineage) name(siglum string) string {
	if t := b.report[siglum]; t != nil {
		switch r := t.Report; {
		case r.Outlet != "":
			return string(r.Outlet)
		case len(r.Byline) > 0:
			return r.Byline[0]
		}
		return "report " + siglum
	}
	if w := b.tree.Witness(siglum); w != nil {
		return w.Name
	}
	return siglum
}

// byRank puts exemplars before copies.
func (b *lineage) byRank(sigla []string) {
	slices.SortFunc(sigla, func(x, y string) int { return cmp.Compare(b.rank[x], b.rank[y]) })
}

// kept gives the sigla of the kept witnesses, in order.
func (b *lineage) kept() []string {
	var found []string
	for _, w := range b.tree.Witnesses {
		if !w.Lost {
			found = append(found, w.Siglum)
		}
	}
	return found
}

func (b *lineage) id(siglum string) string { return b.report[siglum].Report.ID }

// firsts gives for every witness the first kept reports that it goes back to by descents of which
// counts holds: those that no other one is above. A kept report without any is one itself.
func (b *lineage) firsts(counts func(stemma.Descent) bool) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, name := range b.order {
		of := map[string]bool{}
		for _, d := range b.parents[name] {
			for first := range all[d.From] {
				of[first] = of[first] || counts(d)
			}
		}
		maps.DeleteFunc(of, func(_ string, is bool) bool { return !is })
		if len(of) == 0 && !b.isLost(name) {
			of[name] = true
		}
		all[name] = of
	}
	return all
}
