package speaker

import "slices"

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

// addCalled notes that a report calls somebody by the first name.
func addCalled(all []namesake, first, i int, known bool, report int) []namesake {
	isHis := func(n namesake) bool { return n.first == first }
	return addNamesake(all, first, i, known && slices.ContainsFunc(all, isHis), report)
}

// namedShare is the share of the reports of a pile that name somebody in full at least,
// as one over a number, if a surname or the short form of a given name is to mean him in
// other reports where no role says so: in a pile of many stories fewer do, and then two
// people may be meant.
const namedShare = 8

func isKnown(j *joiner, n *namesake) bool { return len(n.reports)*namedShare >= len(j.readings) }

// joinShortForms makes one of those of a surname whose given names are a short form and
// its full one, "Jim" and "James", and gives those that are left.
func joinShortForms(j *joiner, all []namesake) []namesake {
	if len(all) > maxNamesakes {
		return all
	}
	var left []namesake
	for k := range all {
		at := slices.IndexFunc(left, func(n namesake) bool { return isShortForm(j, &n, &all[k]) })
		if at < 0 {
			left = append(left, all[k])
			continue
		}
		j.unite(left[at].first, all[k].first)
		reports := slices.Concat(left[at].reports, all[k].reports)
		slices.Sort(reports)
		left[at].reports = slices.Compact(reports)
	}
	return left
}

// isShortForm says whether two given names are forms of one, and the people one.
func isShortForm(j *joiner, a, b *namesake) bool {
	f, g := j.nodes[a.first].entity, j.nodes[b.first].entity
	if j.names.Formal(f.Given) != j.names.Formal(g.Given) || f.Generation != g.Generation || isOther(j, f, g) {
		return false
	}
	return isKnown(j, a) && isKnown(j, b) || overlap(j.roles(a.first), j.roles(b.first)) > 0
}

// ledBy is how many times as many reports must name somebody in full as name the next
// one of the same surname, so that the surname alone means him where a report never
// gives it in full: such a report counts on its readers' knowing whom it means.
const ledBy = 2

// bearerOf finds who of those that bear a surname is meant by it where a report never
// names him in full, so that he is none of those whom it does; -1 where that is open.
func bearerOf(j *joiner, i int, all []namesake) int {
	var may []namesake
	for k := range all {
		if !all[k].isIn(j.nodes[i].report) {
			may = append(may, all[k])
		}
	}
	if known := ofRoles(j, i, may); len(known) > 0 {
		return firstOf(known, leading(known))
	}
	if at := leading(may); at >= 0 && isKnown(j, &may[at]) {
		return may[at].first
	}
	return -1
}

func firstOf(all []namesake, at int) int {
	if at < 0 {
		return -1
	}
	return all[at].first
}

// ofRoles lists those who have a role in common with a surname alone.
func ofRoles(j *joiner, i int, all []namesake) []namesake {
	var known []namesake
	roles := j.roles(i)
	for k := range all {
		if overlap(j.roles(all[k].first), roles) > 0 {
			known = append(known, all[k])
		}
	}
	return known
}

// leading is whom by far most reports name in full, -1 for nobody.
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
	return best
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
