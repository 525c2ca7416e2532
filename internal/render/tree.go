package render

import (
	"cmp"
	"slices"
	"sort"

	"stemma"
)

// branch is one witness's place in the tree of strongest exemplars: a witness
// stands under its strongest exemplar, and its other ones are named beside it.
type branch struct {
	siglum string
	depth  int
	last   bool              // of its siblings
	over   []bool            // for each level above the node, whether its line goes on
	by     *stemma.Descent   // from the strongest exemplar; nil for a root
	also   []*stemma.Descent // from the others
}

// branches walks the trees from the roots down, a witness before its copies
// and older copies first; the largest tree comes first, behind the trees what is a
// second exemplar only, and at the end what hangs from nobody and has no copies. Every
// witness comes exactly once, even in a graph that has a cycle, which a stemma never should.
func (f branching) branches() []branch {
	var found []branch
	seen := map[string]bool{}
	walk := func(roots []string) {
		stack := f.push(nil, branch{depth: -1}, roots)
		for len(stack) > 0 {
			b := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[b.siglum] {
				continue
			}
			seen[b.siglum] = true
			found = append(found, b)
			stack = f.push(stack, b, f.copies(b.siglum, seen))
		}
	}
	walk(f.roots())
	for i := range f.Witnesses {
		if s := f.Witnesses[i].Siglum; !seen[s] {
			walk([]string{s})
		}
	}
	return largestFirst(f, found)
}

// largestFirst orders trees by how many witnesses have the story from another in them,
// and then by how many stand in them at all: who credits another for one point only
// does not make a tree large. Trees of a size stay in their order, but that those whose
// only witness has no copy at all come last.
func largestFirst(f branching, all []branch) []branch {
	var trees [][]branch
	for i, from := 1, 0; i <= len(all); i++ {
		if i == len(all) || all[i].depth == 0 {
			trees = append(trees, all[from:i])
			from = i
		}
	}
	slices.SortStableFunc(trees, func(a, b []branch) int {
		return cmp.Or(cmp.Compare(takers(b), takers(a)), cmp.Compare(len(b), len(a)),
			cmp.Compare(min(1, len(f.children[b[0].siglum])), min(1, len(f.children[a[0].siglum]))))
	})
	return slices.Concat(trees...)
}

// takers counts those that took the story, and not a point of it.
func takers(tree []branch) (n int) {
	for i := range tree {
		if tree[i].by != nil && tree[i].by.Kind != stemma.Citation {
			n++
		}
	}
	return n
}

// maxLone is how many witnesses that hang from nobody and have no copies stand in a
// tree; more than that are listed behind it.
const maxLone = 6

// apart parts the trees from the witnesses that hang from nobody and have no copies,
// where there are many of these. Who is another's second exemplar is none of them.
func apart(f branching, all []branch) (trees, lone []branch) {
	first := len(all)
	for first > 0 && all[first-1].depth == 0 && len(f.children[all[first-1].siglum]) == 0 {
		first--
	}
	if len(all)-first <= maxLone {
		return all, nil
	}
	return all[:first], all[first:]
}

// push puts the copies of above on the stack, the first on top.
func (f branching) push(stack []branch, above branch, copies []string) []branch {
	var over []bool
	if above.depth >= 0 {
		over = append(append(over, above.over...), !above.last)
	}
	for i := len(copies) - 1; i >= 0; i-- {
		b := branch{siglum: copies[i], depth: above.depth + 1, last: i == len(copies)-1, over: over}
		if parents := f.parents[copies[i]]; len(parents) > 0 && above.depth >= 0 {
			b.by, b.also = parents[0], parents[1:]
		}
		stack = append(stack, b)
	}
	return stack
}

func (f branching) roots() []string {
	var found []string
	for i := range f.Witnesses {
		if s := f.Witnesses[i].Siglum; len(f.parents[s]) == 0 {
			found = append(found, s)
		}
	}
	f.byAge(found)
	return found
}

// copies lists the witnesses whose strongest exemplar is the one given.
func (f branching) copies(of string, seen map[string]bool) []string {
	var found []string
	listed := map[string]bool{}
	for _, d := range f.children[of] {
		if f.parents[d.To][0].From == of && !seen[d.To] && !listed[d.To] {
			listed[d.To] = true
			found = append(found, d.To)
		}
	}
	f.byAge(found)
	return found
}

// byAge orders sigla by age, the oldest first, and what has no age before it.
func (f branching) byAge(sigla []string) {
	sort.SliceStable(sigla, func(i, j int) bool { return f.age(sigla[i]) < f.age(sigla[j]) })
}

// undated is the age of a witness that nothing dates.
const undated = -1 << 62

// age is when a witness was published, in seconds since 1970. A lost or
// undated one is as old as the oldest copy of it.
func (f branching) age(siglum string) int64 {
	if t, ok := f.dated(siglum); ok {
		return t
	}
	oldest := int64(undated)
	for _, d := range f.children[siglum] {
		if t, ok := f.dated(d.To); ok && (oldest == undated || t < oldest) {
			oldest = t
		}
	}
	return oldest
}

func (f branching) dated(siglum string) (int64, bool) {
	if r := f.report(siglum); r != nil && r.Published.Known() {
		return r.Published.Time.Unix(), true
	}
	return 0, false
}

// strongest returns the evidence that speaks most for a descent; nil when
// there is none.
func strongest(d *stemma.Descent) *stemma.Evidence {
	var best *stemma.Evidence
	for i := range d.Evidence {
		if e := &d.Evidence[i]; best == nil || e.Weight > best.Weight {
			best = e
		}
	}
	return best
}
