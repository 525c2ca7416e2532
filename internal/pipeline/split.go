package pipeline

import (
	"stemma"
	"stemma/internal/claim"
	"stemma/internal/segment"
)

// split parts the reports of a story that no shared claim holds together, in
// order of their first report. A digest tells of several stories and holds none
// together: it goes with the part that it shares most claims with.
func split(m material, groups []claim.Group) []material {
	shared := sharedClaims(m, groups)
	part := make([]int, len(m.texts))
	for i := range part {
		part[i] = i
	}
	tied := make([]bool, len(m.texts))
	for _, tie := range m.said.storyTies(m.texts).Same {
		merge(part, part[tie[0]], part[tie[1]])
		tied[tie[0]], tied[tie[1]] = true, true
	}
	digest := make([]bool, len(m.texts))
	for i, t := range m.texts {
		digest[i] = segment.IsDigest(t.Report)
	}
	for i := range m.texts {
		for k := range i {
			if !digest[i] && !digest[k] && shared[[2]int{k, i}] > 0 {
				merge(part, part[k], part[i])
			}
		}
	}
	for i := range m.texts {
		if digest[i] && !tied[i] {
			part[i] = most(shared, part, digest, i)
		}
	}
	rejoin(m, part)
	return partsOf(m, part)
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
			merge(part, part[p], part[i])
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

// sharedClaims counts the claims that two reports have in common.
func sharedClaims(m material, groups []claim.Group) map[[2]int]int {
	index := map[string]int{}
	for i, t := range m.texts {
		index[t.Report.ID] = i
	}
	shared := map[[2]int]int{}
	for _, g := range groups {
		holders := map[int]bool{}
		for _, s := range g {
			i := index[m.statements[s].Span.Report]
			if holders[i] {
				continue
			}
			for k := range holders {
				shared[[2]int{min(i, k), max(i, k)}]++
			}
			holders[i] = true
		}
	}
	return shared
}

func merge(part []int, a, b int) {
	for i := range part {
		if part[i] == max(a, b) {
			part[i] = min(a, b)
		}
	}
}

// most is the part that a digest shares most claims with; its own when none.
func most(shared map[[2]int]int, part []int, digest []bool, i int) int {
	counts := make([]int, len(part))
	best := part[i]
	for k := range part {
		if k == i || digest[k] {
			continue
		}
		counts[part[k]] += shared[[2]int{min(i, k), max(i, k)}]
	}
	for p, n := range counts {
		if n > counts[best] {
			best = p
		}
	}
	return best
}

// partsOf divides the material.
func partsOf(m material, part []int) []material {
	var parts []material
	place := map[int]int{}
	of := map[string]int{}
	for i, t := range m.texts {
		at, known := place[part[i]]
		if !known {
			at = len(parts)
			place[part[i]] = at
			parts = append(parts, material{index: m.index, spoken: m.spoken, said: m.said})
		}
		parts[at].texts = append(parts[at].texts, t)
		of[t.Report.ID] = at
	}
	for _, s := range m.statements {
		at := &parts[of[s.Span.Report]]
		at.statements = append(at.statements, s)
	}
	for _, a := range m.attributions {
		at := &parts[of[a.Report]]
		at.attributions = append(at.attributions, a)
	}
	for _, r := range m.reuse {
		if of[r.A.Report] == of[r.B.Report] {
			parts[of[r.A.Report]].reuse = append(parts[of[r.A.Report]].reuse, r)
		}
	}
	return parts
}
