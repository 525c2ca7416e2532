package expect

import (
	"slices"
	"strings"

	"stemma"
)

// Edge is a descent between two kept reports, by their ids. Via names the
// lost witnesses on the way; it is empty for a descent that is direct.
type Edge struct {
	From, To string
	Via      []string
}

// Collapse returns the descents between the kept reports of a story; paths
// that run through lost witnesses only become one edge. They are in the order
// of From, To, Via.
func Collapse(story *stemma.Story) []Edge {
	var edges []Edge
	for _, w := range story.Witnesses {
		if !w.Lost {
			edges = append(edges, from(story, w)...)
		}
	}
	slices.SortFunc(edges, compare)
	return slices.CompactFunc(edges, func(a, b Edge) bool { return compare(a, b) == 0 })
}

func compare(a, b Edge) int {
	if c := strings.Compare(a.From, b.From); c != 0 {
		return c
	}
	if c := strings.Compare(a.To, b.To); c != 0 {
		return c
	}
	return slices.Compare(a.Via, b.Via)
}

// from walks down from a kept witness until kept witnesses are met. Every
// lost witness is visited once.
func from(story *stemma.Story, start stemma.Witness) []Edge {
	type step struct {
		siglum string
		via    []string
	}
	var edges []Edge
	queue := []step{{siglum: start.Siglum}}
	seen := map[string]bool{}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, d := range story.Descents {
			if d.From != at.siglum {
				continue
			}
			to := story.Witness(d.To)
			if to == nil {
				continue
			}
			if !to.Lost {
				edges = append(edges, Edge{From: string(start.Report), To: string(to.Report), Via: at.via})
			} else if !seen[to.Siglum] {
				seen[to.Siglum] = true
				queue = append(queue, step{siglum: to.Siglum, via: append(slices.Clone(at.via), to.Name)})
			}
		}
	}
	return edges
}

// Copies returns, in order, the ids of the kept reports that are direct
// copies of the witness with that siglum.
func Copies(story *stemma.Story, siglum string) []string {
	var ids []string
	for _, d := range story.Descents {
		if to := story.Witness(d.To); d.From == siglum && to != nil && !to.Lost {
			ids = append(ids, string(to.Report))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// CopyOf returns the ids of the reports that a drift may stand in: the report
// of the changed words, else the copy of its descent; for a lost copy, its
// kept copies.
func CopyOf(story *stemma.Story, drift *stemma.Drift) []string {
	if drift.After != nil {
		return []string{drift.After.Report}
	}
	for _, d := range story.Descents {
		if d.ID != string(drift.Descent) {
			continue
		}
		to := story.Witness(d.To)
		if to == nil {
			return nil
		}
		if to.Lost {
			return Copies(story, to.Siglum)
		}
		return []string{string(to.Report)}
	}
	return nil
}
