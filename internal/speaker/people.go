package speaker

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// joinNamed makes one of the entities that bear the same name.
func (j *joiner) joinNamed() {
	seen := make(map[namekey]int, len(j.nodes)/2)
	full, first := map[int32][]namesake{}, map[int32][]namesake{} // by surname; by the first name of who is called so
	for i := range j.nodes {
		n := &j.nodes[i]
		if !n.entity.Named {
			continue
		}
		key := j.nameKey(n)
		k, ok := seen[key]
		ok = ok && !isOther(j, j.nodes[k].entity, n.entity)
		if n.kind == stemma.Person && n.entity.Given != "" {
			full[n.facts.surname] = addNamesake(full[n.facts.surname], max(k, 0), i, ok, n.report)
			if family := n.facts.family; family != noFamily {
				first[family] = addCalled(first[family], max(k, 0), i, ok, n.report)
			}
		}
		if ok {
			j.unite(k, i)
			continue
		}
		seen[key] = i
	}
	for surname := range full {
		full[surname] = joinShortForms(j, full[surname])
	}
	for i := range j.nodes {
		if n := &j.nodes[i]; isSurname(n) {
			if k := bearerOf(j, i, slices.Concat(full[n.facts.surname], first[n.facts.surname])); k >= 0 {
				j.unite(k, i)
			}
		}
	}
	j.joinOutlets()
	j.joinShort(stemma.Organisation)
	joinAcronyms(j)
}

// isOther says whether two full names of one given name and one surname contradict each
// other in between: "Ada B. Pell", "Ada C. Pell".
func isOther(j *joiner, a, b *Entity) bool {
	const inner = 2 // spaces in a name of three words
	return a.Given != "" && strings.Count(a.Name, " ") >= inner && strings.Count(b.Name, " ") >= inner &&
		a.Name != b.Name && j.names.ComparePeople(a.Name, b.Name) == name.Other
}

// isSurname says whether an entity is a person known by the surname alone.
func isSurname(n *node) bool {
	f := n.entity
	return f.Named && n.kind == stemma.Person && f.Given == "" && f.Generation == "" && !f.Unsure
}

// namekey is what entities of one name have in common: of people whose given name
// is known its parts.
type namekey struct {
	kind                    int
	given, generation, rest int32 // numbers; -1 for none
	unsure                  bool
}

func (j *joiner) nameKey(n *node) namekey {
	kind, f := j.kindNumber(n.kind), n.facts
	if n.kind == stemma.Person && n.entity.Given != "" {
		return namekey{kind, f.given, f.generation, f.surname, false}
	}
	return namekey{kind, -1, -1, f.key, n.entity.Unsure}
}

// joinVariants makes one of the people whose surnames differ by a slip:
// the same given name, surnames at most maxSlip letters apart, and a role in
// common.
func (j *joiner) joinVariants() {
	byGiven := make(map[int32][]int, len(j.nodes)/8)
	var order []int32
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.kind == stemma.Person && n.entity.Given != "" && n.entity.Surname != "" && j.find(i) == i {
			if byGiven[n.facts.given] == nil {
				order = append(order, n.facts.given)
			}
			byGiven[n.facts.given] = append(byGiven[n.facts.given], i)
		}
	}
	for _, g := range order {
		list := byGiven[g]
		if len(list) > maxNamesakes {
			continue
		}
		for a := range list {
			for b := a + 1; b < len(list); b++ {
				if j.oneGeneration(list, list[a], list[b]) {
					j.joinIfSlip(list[a], list[b])
				}
			}
		}
	}
}

// oneGeneration says whether two people may be one as far as their generation
// goes: "Arno Veld" may be "Arno Veld Jr", if no other Arno Veld is in the list.
func (j *joiner) oneGeneration(list []int, a, b int) bool {
	f, g := j.nodes[a].entity, j.nodes[b].entity
	if f.Generation == g.Generation {
		return true
	}
	if f.Generation != "" && g.Generation != "" || f.Surname != g.Surname {
		return false
	}
	for _, i := range list {
		if h := j.nodes[i].entity; h.Surname == f.Surname && h.Generation != "" &&
			h.Generation != f.Generation+g.Generation {
			return false
		}
	}
	return true
}

// A surname of four letters or fewer is another name when a letter changes;
// two letters are what one slip of a copyist changes (Rennick, Renwick).
// Beyond maxNamesakes bearers of a given name the pile is no pile of one story.
const (
	minSlipName  = 5
	maxSlip      = 2
	maxNamesakes = 200
)

func (j *joiner) joinIfSlip(a, b int) {
	f, g := j.nodes[a].entity, j.nodes[b].entity
	if f.Surname != g.Surname && min(len(f.Surname), len(g.Surname)) < minSlipName {
		return
	}
	if j.nodes[a].report == j.nodes[b].report || f.Surname[0] != g.Surname[0] {
		return
	}
	if name.Distance(f.Surname, g.Surname, maxSlip) > maxSlip {
		return
	}
	if overlap(j.roles(a), j.roles(b)) > 0 ||
		overlap(j.wordsOfNamed(a), j.wordsOfNamed(b)) >= minShared {
		j.unite(a, b)
	}
}

func overlap(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}
