package pipeline

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/parts"
	"stemma/internal/segment"
)

// split parts the reports of a story that no shared claim holds together, in
// order of their first report. A digest tells of several stories and holds none
// together: it goes with the part that it shares most claims with.
func split(m material, groups []claim.Group) []material {
	held := holders(m, groups)
	part := parts.New[int](len(m.texts))
	tied := make([]bool, len(m.texts))
	for _, tie := range m.said.storyTies(m.texts).Same {
		part.Merge(tie[0], tie[1])
		tied[tie[0]], tied[tie[1]] = true, true
	}
	digest := make([]bool, len(m.texts))
	for i, t := range m.texts {
		digest[i] = segment.IsDigest(t.Report)
	}
	for _, reports := range held {
		mergeAll(part, without(reports, digest))
	}
	of := part.Flat()
	for i, p := range digestParts(held, of, digest) {
		if !tied[i] {
			of[i] = p
		}
	}
	rejoin(m, of)
	return partsOf(m, of)
}

// leastCreditors is how many reports of one part must credit the outlet of a
// report that stands alone for that one to be theirs: a text cut short shares
// no claim with those that tell its scoop.
const leastCreditors = 2

// rejoin puts a report that stands alone to the part that credits its outlet.
func rejoin(m material, part []int) {
	size := map[int]int{}
	for _, p := range part {
		size[p]++
	}
	if len(size) < 2 {
		return
	}
	mentions := m.mentions()
	for i, t := range m.texts {
		if size[part[i]] > 1 || t.Report.Outlet == "" {
			continue
		}
		if p, ok := creditors(m, mentions, part, i); ok {
			part[i] = part[p]
		}
	}
}

// creditors gives a report of the part of which most reports credit the outlet
// of report i, if they are enough.
func creditors(m material, mentions []stemma.Mention, part []int, i int) (first int, ok bool) {
	by := map[string]bool{}
	for _, x := range mentions {
		if x.Role != stemma.ActorRole && m.spoken.main.names.SameOutlet(string(m.texts[i].Report.Outlet), x.Name) {
			by[x.Report] = true
		}
	}
	count, best := map[int]int{}, 0
	for k, t := range m.texts {
		if k != i && by[t.Report.ID] {
			count[part[k]]++
			if n := count[part[k]]; n > best {
				best, first = n, k
			}
		}
	}
	return first, best >= leastCreditors
}

// holders gives the reports that tell each claim, in order.
func holders(m material, groups []claim.Group) [][]int {
	place := map[string]int{}
	for i, t := range m.texts {
		place[t.Report.ID] = i
	}
	held := make([][]int, len(groups))
	for g, group := range groups {
		for _, s := range group {
			held[g] = append(held[g], place[m.statements[s].Span.Report])
		}
		slices.Sort(held[g])
		held[g] = slices.Compact(held[g])
	}
	return held
}

func without(reports []int, digest []bool) []int {
	return slices.DeleteFunc(slices.Clone(reports), func(i int) bool { return digest[i] })
}

// digestParts gives the part that each digest shares most claims with: each
// claim counts once for every report of the part that tells it. A digest that
// shares none stays by itself.
func digestParts(held [][]int, part []int, digest []bool) map[int]int {
	counts := map[int]map[int]int{} // by digest and part
	for _, reports := range held {
		inPart := map[int]int{}
		for _, i := range without(reports, digest) {
			inPart[part[i]]++
		}
		for _, i := range reports {
			if !digest[i] {
				continue
			}
			if counts[i] == nil {
				counts[i] = map[int]int{}
			}
			for p, n := range inPart {
				counts[i][p] += n
			}
		}
	}
	best := map[int]int{}
	for i, of := range counts {
		best[i] = part[i]
		for _, p := range slices.Sorted(maps.Keys(of)) {
			if of[p] > of[best[i]] {
				best[i] = p
			}
		}
	}
	return best
}

// mergeAll makes the parts of some reports one.
func mergeAll(part parts.Parts[int], reports []int) {
	for _, i := range reports[min(1, len(reports)):] {
		part.Merge(reports[0], i)
	}
}

// partsOf divides the material.
func partsOf(m material, part []int) []material {
	if len(part) > 0 && !slices.ContainsFunc(part, func(p int) bool { return p != part[0] }) {
		return []material{m}
	}
	var found []material
	place := map[int]int{}
	of := map[string]int{}
	for i, t := range m.texts {
		at, known := place[part[i]]
		if !known {
			at = len(found)
			place[part[i]] = at
			found = append(found, material{index: m.index, spoken: m.spoken, said: m.said, before: m.before})
		}
		found[at].texts = append(found[at].texts, t)
		of[t.Report.ID] = at
	}
	for _, s := range m.statements {
		at := &found[of[s.Span.Report]]
		at.statements = append(at.statements, s)
	}
	for _, a := range m.attributions {
		at := &found[of[a.Report]]
		at.attributions = append(at.attributions, a)
	}
	for _, r := range m.reuse {
		if of[r.A.Report] == of[r.B.Report] {
			found[of[r.A.Report]].reuse = append(found[of[r.A.Report]].reuse, r)
		}
	}
	return found
}
