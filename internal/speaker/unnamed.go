package speaker

import (
	"cmp"
	"slices"

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
	u := newUnnamed(j)
	for at, i := range u.nodes {
		for _, other := range u.candidates(int32(at)) {
			if k := u.nodes[other]; j.find(k) != j.find(i) && j.compatible(i, k) && !j.sameReport(i, k) {
				j.unite(k, i)
				break
			}
		}
	}
}

// ilk is what unnamed entities that may be one have in common.
type ilk struct {
	kind int
	head int32 // the head noun in the singular
}

// unnamed is the unnamed entities of a pile, numbered in order, with their words and
// ilks by number: a large pile has a hundred thousand of them, and each is looked at
// beside all that share a rare word with it.
type unnamed struct {
	nodes   []int     // of each entity, its place among the nodes
	reports []int32   // of each
	ilks    []int32   // of each; noIlk where it has no head
	words   [][]int32 // of each, what it is credited with
	having  [][]int32 // of each word, the entities that have it, in order
	shared  []int32   // of each: scratch of candidates, 0 before and after
}

// noIlk is that of an entity that is like no other.
const noIlk = -1

func newUnnamed(j *joiner) *unnamed {
	u := &unnamed{}
	ilks := map[ilk]int32{}
	sizes := make([]int32, len(j.known.words32)) // of each word, how many entities have it
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.used || n.entity.Named {
			continue
		}
		kin := int32(noIlk)
		if n.entity.Head != "" {
			kin = numberOf(ilks, ilk{j.kindNumber(n.kind), n.facts.head})
		}
		u.nodes, u.reports, u.ilks = append(u.nodes, i), append(u.reports, int32(n.report)), append(u.ilks, kin)
		u.words = append(u.words, n.facts.words)
		for _, w := range n.facts.words {
			sizes[w]++
		}
	}
	u.fileWords(sizes)
	u.shared = make([]int32, len(u.nodes))
	return u
}

// fileWords lists by each word the entities that have it, of which the sizes say how many there
// are.
func (u *unnamed) fileWords(sizes []int32) {
	all := int32(0)
	for _, n := range sizes {
		all += n
	}
	room := make([]int32, 0, all)
	u.having = make([][]int32, len(sizes))
	for w, n := range sizes {
		u.having[w] = room[len(room) : len(room) : len(room)+int(n)]
		room = room[:len(room)+int(n)]
	}
	for at, own := range u.words {
		for _, w := range own {
			u.having[w] = append(u.having[w], int32(at))
		}
	}
}

// candidates lists earlier entities of the same ilk that share at least
// minShared words with one, the most alike first.
func (u *unnamed) candidates(of int32) []int32 {
	if u.ilks[of] == noIlk {
		return nil
	}
	var found []int32
	for _, w := range u.words[of] {
		if len(u.having[w]) > maxCommon {
			continue
		}
		for _, k := range u.having[w] {
			if k >= of {
				break
			}
			if u.ilks[k] != u.ilks[of] || u.reports[k] == u.reports[of] {
				continue
			}
			if u.shared[k] == 0 {
				found = append(found, k)
			}
			u.shared[k]++
		}
	}
	slices.SortFunc(found, func(a, b int32) int {
		return cmp.Or(cmp.Compare(u.shared[b], u.shared[a]), cmp.Compare(a, b))
	})
	return slices.DeleteFunc(found, func(k int32) bool {
		n, small := int(u.shared[k]), min(len(u.words[of]), len(u.words[k]))
		u.shared[k] = 0
		return !(n >= minShared && 4*n >= small || n >= 2 && n == small)
	})
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
