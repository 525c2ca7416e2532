package quote

import (
	"slices"
	"strings"
)

// bearByFirst lets the first word of a full name mean whoever bears it, where he is called by it:
// "Moon Jae-in … Mr. Moon", "Xi Jinping … Xi". Family names stand first in some languages.
func bearByFirst(r *people) {
	var called []int
	for k := range r.entities[:min(len(r.entities), maxEntities)] {
		if isCalledByFirst(r, k) {
			called = append(called, k)
		}
	}
	for _, k := range called {
		f := &r.entities[k]
		f.Family = f.Given
		for _, b := range r.bearers[f.Surname] {
			if b.entity == k {
				addBearer(r, f.Family, b)
			}
		}
	}
}

// isCalledByFirst says whether a person is called by the first word of the name: it stands alone, and
// the last one does not, or is two syllables with a hyphen between. Where somebody else bears it too
// the name must be one of three parts: "Kim Jong Un" beside "Duyeon Kim".
func isCalledByFirst(r *people, k int) bool {
	const inner = 2 // spaces in a name of three parts
	f := &r.entities[k]
	if _, isAlone := r.single[f.Given]; !isAlone || r.p.lex.governingPlaces.Has(f.Given) {
		return false
	}
	if isSyllabic(f.Name) {
		return true
	}
	if _, isAlone := r.single[f.Surname]; isAlone || !isNamedBelow(r, k) {
		return false
	}
	if strings.Count(f.Name, " ") >= inner {
		return !strings.Contains(f.Name, ".")
	}
	if e := r.p.lex.entry(f.Surname); e != nil && e.class&given == 0 { // "Pell Listen", of a link
		return false
	}
	return len(r.bearers[f.Given]) == 0 && !sharesFirst(r, k)
}

// isNamedBelow says whether a report names somebody in full below its headlines, which are read
// wrongly more often: "Why Pell Went".
func isNamedBelow(r *people, k int) bool {
	return slices.ContainsFunc(r.bearers[r.entities[k].Surname], func(b bearer) bool {
		return b.entity == k && !isHeadline(r.p.text.Sentences[b.sentence].Kind)
	})
}

// sharesFirst says whether the name of somebody else begins with the same word.
func sharesFirst(r *people, k int) bool {
	return anyOf(0, min(len(r.entities), maxEntities), func(i int) bool {
		return i != k && r.entities[i].Given == r.entities[k].Given
	})
}

// mostInFull is who of several that are called by the first word of their names is named in full
// first, and twice as often as the next one: who comes up once is called by the full name.
func mostInFull(list []bearer) int {
	first, others := 0, map[int]int{}
	for i := range list {
		if list[i].entity == list[0].entity {
			first++
			continue
		}
		others[list[i].entity]++
	}
	for _, n := range others {
		if first < holderLead*n {
			return -1
		}
	}
	return list[0].entity
}

// areCalledByFirst says whether several of those who bear a name are called by its first word.
func areCalledByFirst(r *people, surname string, list []bearer) bool {
	first := -1
	for i := range list {
		k := list[i].entity
		if r.entities[k].Family != surname || k == first {
			continue
		}
		if first >= 0 {
			return true
		}
		first = k
	}
	return false
}

// isSyllabic says whether the last part of a name is of syllables of which the last is small: "Moon
// Jae-in".
func isSyllabic(name string) bool {
	i := strings.LastIndexByte(name, '-')
	return i > strings.LastIndexByte(name, ' ') &&
		i+1 < len(name) &&
		name[i+1] >= 'a' &&
		name[i+1] <= 'z'
}
