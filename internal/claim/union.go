package claim

import (
	"cmp"
	"slices"
)

// union keeps groups of reports that are joined pair by pair.
type union struct {
	group   []int
	members [][]int
	ties    Ties
}

// newUnion begins with n groups of one, and what the ties join.
func newUnion(n int, ties Ties) *union {
	u := &union{group: make([]int, n), members: make([][]int, n), ties: ties}
	for i := range n {
		u.group[i], u.members[i] = i, []int{i}
	}
	for _, p := range ties.Same {
		u.join(p[0], p[1])
	}
	return u
}

func (u *union) join(a, b int) {
	ga, gb := u.group[a], u.group[b]
	if ga == gb || u.ties.apart(u.members[ga], u.members[gb]) {
		return
	}
	if ga > gb {
		ga, gb = gb, ga
	}
	for _, m := range u.members[gb] {
		u.group[m] = ga
	}
	u.members[ga] = append(u.members[ga], u.members[gb]...)
	u.members[gb] = nil
}

// averageLink is the mean cosine between the groups of a and b, over at most
// linkSample pairs taken evenly.
func (u *union) averageLink(vectors [][]term, a, b int) float64 {
	x, y := u.members[u.group[a]], u.members[u.group[b]]
	if u.group[a] == u.group[b] {
		return 0
	}
	pairs := len(x) * len(y)
	step := max(1, pairs/linkSample)
	sum, n := 0.0, 0
	for k := 0; k < pairs; k += step {
		sum += cosine(vectors[x[k/len(y)]], vectors[y[k%len(y)]])
		n++
	}
	return sum / float64(n)
}

// alone says whether the digest of a pair (a, if first is set, else b) is in
// no group yet.
func (u *union) alone(a int, first bool, b int) bool {
	if !first {
		a = b
	}
	return len(u.members[u.group[a]]) == 1
}

func (u *union) groups() [][]int {
	var found [][]int
	for _, members := range u.members {
		if len(members) > 0 {
			slices.Sort(members)
			found = append(found, members)
		}
	}
	slices.SortFunc(found, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return found
}
