package quote

import (
	"cmp"
	"slices"

	"stemma"
)

// maxEntities is how many of a report's entities are asked for a role, so that a
// list of thousands of names costs no more than it is worth.
const maxEntities = 512

// holderLead is how many times as often as any other one the holder of an office is named that is
// meant by it where a report names several. Read on the reports of 300 real stories in which "the
// president" has several holders.
const holderLead = 2

// leastNamed is how many times somebody is named at least who leads: a president of old times is
// named once beside one who is only called by the name.
const leastNamed = 2

// leadingHolder is who is meant by an office that several people of a report hold: "the president"
// beside "Veldanian President Ada Pell" is the one who needs no country, and of several the one
// whom the report is about; -1 where nobody leads.
func leadingHolder(r *people, holders []int, described []string) int {
	if len(holders) == 1 {
		return holders[0]
	}
	isAbroad := func(k int) bool {
		return slices.ContainsFunc(r.entities[k].Roles, func(w string) bool {
			return r.p.lex.demonyms.Has(w) && !slices.Contains(described, w)
		})
	}
	isHome := func(k int) bool { return !isAbroad(k) }
	if slices.ContainsFunc(holders, isHome) {
		holders = slices.DeleteFunc(holders, isAbroad)
	}
	best, most, second := -1, 0, 0
	for _, k := range holders {
		switch n := timesNamed(r, k); {
		case n > most:
			best, most, second = k, n, most
		case n > second:
			second = n
		}
	}
	if most < max(leastNamed, holderLead*second) {
		return -1
	}
	return best
}

// timesNamed is how often a report names somebody, in full or by the surname, whoever else bears it.
func timesNamed(r *people, k int) int {
	surname := cmp.Or(r.entities[k].Family, r.entities[k].Surname)
	bare := alone(r, surname)
	n := len(bare)
	for i := range r.bearers[surname] {
		if b := &r.bearers[surname][i]; b.entity == k && !slices.Contains(bare, b.at) {
			n++
		}
	}
	return n
}

// maxSpeakerFrom is how many sentences back somebody stands who is called by where he is from.
const maxSpeakerFrom = 3

// speakerFrom is whoever spoke or was the subject last, where he is called by where he is from: "the
// New Selby Republican"; -1 for nobody.
func speakerFrom(r *describedEntities, g group, sentence int) int {
	i := g.to - 1
	isOne := g.definite && !g.plural && g.head == i
	if !isOne || i-1 <= g.from {
		return -1
	}
	if !r.p.upper(i) || !r.p.upper(i-1) {
		return -1
	}
	for s := sentence - 1; s >= max(0, sentence-maxSpeakerFrom); s-- {
		k := r.first[s] - 1
		if k < 0 {
			continue
		}
		if f := &r.entities[k]; f.Kind == stemma.Person && f.Named && !f.several && isOfMany(r, f) {
			return k
		}
		return -1
	}
	return -1
}

// isOfMany says whether somebody holds an office that many hold, or one of a body that many sit in, so
// that it takes a place to tell who is meant: a senator, the chairman of a committee, and no
// president.
func isOfMany(r *describedEntities, f *entity) bool {
	return slices.ContainsFunc(r.p.lex.written(f.Roles), func(w string) bool {
		e := r.p.lex.entry(w)
		return e.isBut(title, unique|shortTtl) ||
			e.heads(organisationHead) && !r.p.lex.plural.Fit(w) // not of the United States
	})
}
