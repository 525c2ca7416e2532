package derive

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/name"
)

// draft is the stemma as far as it is drawn: the descents, and the witnesses that
// are lost. Those are numbered behind the kept ones.
type draft struct {
	*pairs
	edges    []*edge
	possible []*edge // between kept witnesses, too doubtful to be drawn
	lost     []lost
	circle   *name.Circle // of the outlets that the credits name
}

// lost is a witness that is known by its traces only.
type lost struct {
	name  string
	kind  stemma.WitnessKind
	piece string   // the programme that is meant, or ""
	spoke []string // of every credit, who spoke there, or noVenue
}

// edge is a descent in the making.
type edge struct {
	from, to int
	odds     float64 // sum of the evidence, natural logarithm
	evidence []stemma.Evidence
	kind     stemma.DescentKind // "" until it is told from the texts
	share    float64
	credited bool
}

// edge returns the edge between two witnesses, or nil.
func (w *draft) edge(from, to int) *edge {
	for _, e := range w.edges {
		if e.from == from && e.to == to {
			return e
		}
	}
	return nil
}

// drop removes the edge between two witnesses.
func (w *draft) drop(from, to int) {
	w.edges = slices.DeleteFunc(w.edges, func(e *edge) bool { return e.from == from && e.to == to })
}

// parents gives the edges that lead to a witness.
func (w *draft) parents(to int) []*edge {
	var found []*edge
	for _, e := range w.edges {
		if e.to == to {
			found = append(found, e)
		}
	}
	return found
}

// descends says whether witness b descends from a, over any number of steps.
func (w *draft) descends(b, a int) bool {
	return reaches(w.above(), b, a)
}

// above lists, by witness, the exemplars of each.
func (w *draft) above() map[int][]int {
	up := map[int][]int{}
	for _, e := range w.edges {
		up[e.to] = append(up[e.to], e.from)
	}
	return up
}

// ancestors gives the witnesses that the way up from one leads to; itself only where
// it goes round.
func ancestors(up map[int][]int, of int) map[int]bool {
	found := map[int]bool{}
	for queue := []int{of}; len(queue) > 0; queue = queue[1:] {
		for _, from := range up[queue[0]] {
			if !found[from] {
				found[from] = true
				queue = append(queue, from)
			}
		}
	}
	return found
}

// reaches says whether the way up from b leads to a.
func reaches(up map[int][]int, b, a int) bool { return ancestors(up, b)[a] }

// breakCycles drops the weakest edge of every cycle. Two reports that credit
// each other (an update "confirmed by" one's own copy) make one; which came
// first is then decided by the stronger evidence.
func (w *draft) breakCycles() {
	strongest := slices.Clone(w.edges)
	slices.SortStableFunc(strongest, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	w.edges = nil
	up := map[int][]int{}
	for _, e := range strongest {
		if e.from != e.to && !reaches(up, e.from, e.to) {
			w.edges = append(w.edges, e)
			up[e.to] = append(up[e.to], e.from)
		}
	}
}

func (w *draft) hasKeptParent(i int) bool {
	return slices.ContainsFunc(w.parents(i), func(e *edge) bool { return e.from < w.kept() })
}

// mainExemplar says whether no other exemplar of the copy has stronger odds.
func (w *draft) mainExemplar(e *edge) bool {
	for _, o := range w.parents(e.to) {
		if o.odds > e.odds {
			return false
		}
	}
	return true
}

// stillPossible leaves out the possible descents between witnesses that the
// drawn ones join, in whatever way.
func (w *draft) stillPossible() []*edge {
	up := w.above()
	return slices.DeleteFunc(slices.Clone(w.possible), func(e *edge) bool {
		return reaches(up, e.to, e.from) || reaches(up, e.from, e.to)
	})
}
