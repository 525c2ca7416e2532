package speaker

import (
	"sort"

	"stemma"
)

// minShared is how many content words two unnamed sources of different reports
// must be credited with in common to be one; maxCommon is the number of
// entities up to which a word is rare enough to propose them.
const (
	minShared = 3
	maxCommon = 40
)

// joinUnnamed makes one of the anonymous people and the papers of different
// reports when head, count and modifiers allow it and they are credited with
// the same matter.
func (j *joiner) joinUnnamed() {
	index := map[string][]int{}
	for i := range j.nodes {
		if n := &j.nodes[i]; n.used && !n.entity.Named {
			n.ilk = ilk{n.kind, j.words.Singular(n.entity.Head)}
			for _, w := range n.entity.Words {
				index[w] = append(index[w], i)
			}
		}
	}
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.used || n.entity.Named {
			continue
		}
		for _, k := range j.candidates(i, index) {
			if j.find(k) != j.find(i) && j.compatible(i, k) && !j.sameReport(i, k) {
				j.unite(k, i)
				break
			}
		}
	}
}

// ilk is what unnamed entities that may be one have in common.
type ilk struct {
	kind stemma.SpeakerKind
	head string // the head noun in the singular
}

// candidates lists earlier entities of the same ilk that share at least
// minShared words with i, the most alike first.
func (j *joiner) candidates(i int, index map[string][]int) []int {
	if j.nodes[i].entity.Head == "" {
		return nil
	}
	shared := map[int]int{}
	for _, w := range j.nodes[i].entity.Words {
		if list := index[w]; len(list) <= maxCommon {
			for _, k := range list {
				if k < i && j.nodes[k].report != j.nodes[i].report && j.nodes[k].ilk == j.nodes[i].ilk {
					shared[k]++
				}
			}
		}
	}
	var found []int
	for k, n := range shared {
		small := min(len(j.nodes[i].entity.Words), len(j.nodes[k].entity.Words))
		if n >= minShared && 4*n >= small || n >= 2 && n == small {
			found = append(found, k)
		}
	}
	sort.Slice(found, func(a, b int) bool {
		if shared[found[a]] != shared[found[b]] {
			return shared[found[a]] > shared[found[b]]
		}
		return found[a] < found[b]
	})
	return found
}

// sameReport says whether joining would make one of two entities that one
// report tells apart.
func (j *joiner) sameReport(a, b int) bool {
	ra, rb := j.find(a), j.find(b)
	for i := j.offset[j.nodes[a].report]; i < len(j.nodes) && j.nodes[i].report == j.nodes[a].report; i++ {
		if r := j.find(i); r == rb && r != ra && j.nodes[i].used {
			return true
		}
	}
	return false
}

func (j *joiner) compatible(a, b int) bool {
	f, g := j.nodes[a].entity, j.nodes[b].entity
	return meet(f.Count, g.Count) && !j.contradict(f.Roles, g.Roles)
}

// meet says whether two counts can be of the same people.
func meet(a, b stemma.Count) bool {
	return (a.Max == 0 || b.Min <= a.Max) && (b.Max == 0 || a.Min <= b.Max)
}

// contradict says whether modifiers exclude each other: "former" and
// "current", or a service that the other is not of.
func (j *joiner) contradict(a, b []string) bool {
	return j.former(a) != j.former(b)
}

func (j *joiner) former(roles []string) bool {
	for _, w := range roles {
		if j.words.Former(w) {
			return true
		}
	}
	return false
}
