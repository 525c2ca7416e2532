package speaker

// joinSaid makes one of the entities of whom the user says so, and notes whom he
// tells apart.
func (j *joiner) joinSaid() {
	j.bearers = map[int][]int{}
	first := map[int]int{}
	for i := range j.nodes {
		bearer, said := j.bearer(j.nodes[i].entity)
		if !said {
			continue
		}
		if k, seen := first[bearer]; seen {
			j.unite(k, i)
			continue
		}
		first[bearer] = i
		j.bearers[i] = []int{bearer}
	}
}

// bearer is who bears the name of a entity, where the user says anything of it.
func (j *joiner) bearer(f *Entity) (bearer int, said bool) {
	if bearer, said = j.names.Bearer(f.Name); said {
		return bearer, said
	}
	for _, a := range f.Aliases {
		if bearer, said = j.names.Bearer(a); said {
			return bearer, said
		}
	}
	return 0, false
}

// toldApart says whether the user tells two groups of entities apart.
func (j *joiner) toldApart(a, b int) bool {
	for _, x := range j.bearers[a] {
		for _, y := range j.bearers[b] {
			if j.names.Strangers(x, y) {
				return true
			}
		}
	}
	return false
}
