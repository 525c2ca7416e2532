package quote

import (
	"slices"

	"stemma/internal/memory"
)

// claimant is one of several people of one surname, where it stands alone.
type claimant struct {
	entity, weight int
}

// What speaks for one of several namesakes, and by how much he must lead, else nobody is
// told: of 178 reports of real stories in which two people of one surname are named in
// full, those in which the bare surname was given to the wrong one were read, and the
// weights set so that they come right.
const (
	firstWeight    = 1  // named in full before the others
	customWeight   = 2  // the surname alone was used before the others were named
	officeWeight   = 1  // named with an office
	relativeWeight = -3 // introduced as somebody's relative
	youngerWeight  = -2 // the younger of two by name, and of no office
	tellingWeight  = 5  // named in full last as a source or a subject, at most nearBy sentences back
	fadingWeight   = 3  // the same, up to farOff sentences back
	besideWeight   = 1  // named in full in this sentence or the one before
	titleWeight    = 4  // known by the title that stands before the surname
	otherWeight    = -1 // a man where the sentence goes on with "she"
	leastLead      = 2
	titledLead     = 1 // where a title stands before the surname, as on somebody's first mention
	nearBy, farOff = 3, 8
)

// maxClaimants is how many people of one surname are weighed.
const maxClaimants = 16

// weigh finds who of several people is meant by their surname; -1 where no one leads.
func weigh(r *people, n name, list []bearer) int {
	var all []claimant
	for i := range list {
		k := list[i].entity
		if len(all) < maxClaimants && mayMean(r, n, k) && !isClaimant(all, k) {
			all = append(all, claimant{k, standing(r, n.surname, list, k) + fitting(r, n, k)})
		}
	}
	addNearness(r, n, list, all)
	if n.title < n.from {
		return leading(all, titledLead)
	}
	return leading(all, leastLead)
}

func isClaimant(all []claimant, k int) bool {
	return slices.ContainsFunc(all, func(c claimant) bool { return c.entity == k })
}

// leading is the claimant who outweighs all others by so much, -1 for none.
func leading(all []claimant, lead int) int {
	best, second := -1, -1
	for i := range all {
		switch {
		case best < 0 || all[i].weight > all[best].weight:
			best, second = i, best
		case second < 0 || all[i].weight > all[second].weight:
			second = i
		}
	}
	if best < 0 || second >= 0 && all[best].weight-all[second].weight < lead {
		return -1
	}
	return all[best].entity
}

// standing is the weight that somebody has in the whole report.
func standing(r *people, surname string, list []bearer, k int) int {
	weight, from, until := 0, -1, -1
	for i := range list {
		switch b := &list[i]; {
		case b.entity == k && from < 0:
			from = b.at
		case b.entity != k && until < 0:
			until = b.at
		}
	}
	if list[0].entity == k {
		weight += firstWeight
	}
	if from < until && isCustom(r, surname, from, until) && !isCustom(r, surname, -1, from) {
		weight += customWeight
	}
	return weight + rank(r, list, k)
}

// rank is the weight of somebody's offices and relatives.
func rank(r *people, list []bearer, k int) int {
	weight, office := 0, false
	for i := range list {
		b := &list[i]
		if b.entity != k {
			continue
		}
		office = office || b.office && !b.relative
		if b.relative {
			weight = relativeWeight
		}
	}
	switch {
	case office:
		weight += officeWeight
	case r.p.lex.plays(r.entities[k].Generation, youngerWord):
		weight += youngerWeight
	}
	return weight
}

// isCustom says whether a surname stands alone in the article between two tokens.
func isCustom(r *people, surname string, from, until int) bool {
	return slices.ContainsFunc(alone(r, surname), func(at int) bool { return span{from + 1, until}.holds(at) })
}

// alone lists the tokens at which a surname stands without a given name, but those of
// headlines, which leave it out.
func alone(r *people, surname string) []int {
	all, known := r.bare[surname]
	if known {
		return all
	}
	for s := range r.p.text.Sentences {
		if isHeadline(r.p.text.Sentences[s].Kind) {
			continue
		}
		for _, n := range r.p.census.in(s, r.p.words) {
			if n.surname == surname && n.given == "" {
				all = append(all, n.from)
			}
		}
	}
	r.bare[surname] = all
	return all
}

// fitting is the weight of what stands around the surname: a title, a pronoun.
func fitting(r *people, n name, k int) int {
	f, weight := &r.entities[k], 0
	for i := n.title; i < n.from; i++ {
		if e := r.p.entry(i); e != nil && e.class&shortTtl == 0 && slices.Contains(f.Roles, r.p.text.Tokens[i].Form) {
			weight = titleWeight
		}
	}
	if goesOn := goesOnAs(r, n.to); goesOn != 0 && f.gender != 0 && goesOn != f.gender {
		weight += otherWeight
	}
	return weight
}

// maxGoesOn is within how many words behind a name a pronoun may take it up: "Pell said
// on Monday that she".
const maxGoesOn = 5

// goesOnAs is whether a sentence goes on behind a name with "he" or with "she", 0 for
// neither.
func goesOnAs(r *people, i int) class {
	t := r.p.text.Tokens
	for end := min(len(t), i+maxGoesOn); i < end && !r.p.starts[i]; i++ {
		if e := r.p.entry(i); e.isBoth(pronoun, male|female) {
			return e.class & (male | female)
		}
	}
	return 0
}

// addNearness adds the weight of being named in full near by: as a source or a subject
// that counts for the last of them only, in passing for everybody.
func addNearness(r *people, n name, list []bearer, all []claimant) {
	here := r.p.text.SentenceAt(r.p.text.Tokens[n.from].Start)
	told := false
	for i := len(list) - 1; i >= 0; i-- {
		b := &list[i]
		back := here - b.sentence
		if b.at >= n.from {
			continue
		}
		if back > farOff {
			return
		}
		weight := 0
		switch isTelling := !told && (b.opens || isSourced(r, b.at)); {
		case isTelling && back <= nearBy:
			weight, told = tellingWeight, true
		case isTelling:
			weight, told = fadingWeight, true
		case back <= 1:
			weight = besideWeight
		}
		addWeight(all, b.entity, weight)
	}
}

// addWeight gives a claimant a weight.
func addWeight(all []claimant, k, weight int) {
	for i := range all {
		if all[i].entity == k {
			all[i].weight += weight
		}
	}
}

// isSourced says whether a token belongs to the source of a credit.
func isSourced(r *people, at int) bool {
	if len(r.sourced) == 0 {
		r.sourced = memory.Zeros(r.sourced, len(r.p.text.Tokens))
		for i := range r.p.credits {
			for k := r.p.credits[i].source.from; k < r.p.credits[i].source.to; k++ {
				r.sourced[k] = true
			}
		}
	}
	return r.sourced[at]
}
