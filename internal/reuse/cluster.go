package reuse

import (
	"cmp"
	"slices"

	"stemma/internal/parts"
)

// Stretch is bytes of a report, half-open.
type Stretch struct{ Doc, Start, End uint32 }

func compareStretches(x, y Stretch) int {
	return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

// Clusters groups the sides of passages: two stretches stand in one cluster
// when a passage joins them, or when they are of one report and share at least
// half of the shorter. Of each cluster those stretches that overlap are given
// as one. Clusters, and the stretches in them, are ordered by report and place.
func Clusters(passages []Passage) [][]Stretch {
	all := make([]Stretch, 0, 2*len(passages))
	for _, p := range passages {
		all = append(all, Stretch{p.A, p.A0, p.A1}, Stretch{p.B, p.B0, p.B1})
	}
	order := make([]int32, len(all))
	part := parts.New[int32](len(all))
	for i := range all {
		order[i] = int32(i)
		part.Merge(int32(i), int32(i&^1)) // both sides of a passage
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(compareStretches(all[x], all[y]), cmp.Compare(x, y))
	})
	widest := int32(0)
	for k, i := range order {
		if k > 0 && overlap(all[widest], all[i]) {
			part.Merge(widest, i)
		}
		if k == 0 || all[i].Doc != all[widest].Doc || all[i].End > all[widest].End {
			widest = i
		}
	}
	return gather(all, order, part)
}

// overlap says whether two stretches of a report share half of the shorter;
// y begins no earlier than x.
func overlap(x, y Stretch) bool {
	if x.Doc != y.Doc || y.Start >= x.End {
		return false
	}
	shared := min(x.End, y.End) - y.Start
	return 2*shared >= min(x.End-x.Start, y.End-y.Start)
}

// gather lists the stretches of each cluster; order is that of the stretches.
func gather(all []Stretch, order []int32, part parts.Parts[int32]) [][]Stretch {
	place := map[int32]int{}
	var clusters [][]Stretch
	for _, i := range order {
		top := part.First(i)
		at, known := place[top]
		if !known {
			at = len(clusters)
			place[top] = at
			clusters = append(clusters, nil)
		}
		c := clusters[at]
		if n := len(c); n > 0 && c[n-1].Doc == all[i].Doc && all[i].Start < c[n-1].End {
			c[n-1].End = max(c[n-1].End, all[i].End)
			continue
		}
		clusters[at] = append(c, all[i])
	}
	return clusters
}
