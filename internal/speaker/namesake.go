package speaker

// namesake is one of those who bear a surname in the pile, by the first of the entities
// of his full name, and the reports that name him in full, in order.
type namesake struct {
	first   int
	reports []int
}

// addNamesake notes that a report names somebody in full: the one whose first entity is
// known, or somebody new, whose first entity is i.
func addNamesake(all []namesake, first, i int, known bool, report int) []namesake {
	if !known {
		return append(all, namesake{i, []int{report}})
	}
	for k := range all {
		if n := &all[k]; n.first == first && n.reports[len(n.reports)-1] != report {
			n.reports = append(n.reports, report)
		}
	}
	return all
}

// ledBy is how many times as many reports must name somebody in full as name the next
// one of the same surname, so that the surname alone means him where a report never
// gives it in full: such a report counts on its readers' knowing whom it means.
const ledBy = 2

// bearerOf finds who of those that bear a surname is meant by it where a report never
// names him in full, so that he is none of those whom it does; -1 where that is open.
func bearerOf(j *joiner, n *node, all []namesake) int {
	var may []namesake
	for k := range all {
		if !all[k].isIn(n.report) {
			may = append(may, all[k])
		}
	}
	if len(may) == 1 {
		return may[0].first
	}
	if known := ofRoles(j, n, may); len(known) > 0 {
		return leading(known)
	}
	return leading(may)
}

// ofRoles lists those who have a role in common with a surname alone.
func ofRoles(j *joiner, n *node, all []namesake) []namesake {
	var known []namesake
	roles := j.roleWords(n.entity.Roles)
	for k := range all {
		if overlap(j.roleWords(j.nodes[all[k].first].entity.Roles), roles) > 0 {
			known = append(known, all[k])
		}
	}
	return known
}

// leading is the first entity of whom by far most reports name in full, -1 for none.
func leading(all []namesake) int {
	best, second := -1, 0
	for k := range all {
		n := len(all[k].reports)
		switch {
		case best < 0 || n > len(all[best].reports):
			if best >= 0 {
				second = len(all[best].reports)
			}
			best = k
		case n > second:
			second = n
		}
	}
	if best < 0 || len(all[best].reports) < ledBy*second {
		return -1
	}
	return all[best].first
}

// isIn says whether a report names somebody in full.
func (n *namesake) isIn(report int) bool {
	for _, r := range n.reports {
		if r == report {
			return true
		}
	}
	return false
}
