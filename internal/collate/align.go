package collate

import (
	"slices"

	"stemma/internal/lexis"
)

// alignment lays the words of two sentences side by side (Needleman and Wunsch
// 1970): words that match keep their order; what stands between two matches is
// a slot in which the sentences differ.
type alignment struct {
	a, b        []word
	ofA, ofB    []int  // the word that each one matches, or -1
	moved       []bool // of b: it stands elsewhere in a
	left        []bool // of a: it stands elsewhere in b
	slots       []slot
	forth, back float64 // the share, by weight, of a's and b's words that match
	weight      float64 // of all matches
}

// slot is a place where the sentences differ: words of a and words of b, one
// of which may be none, between two matches or an end.
type slot struct{ a1, a2, b1, b2 int }

// drops says whether a has words in the slot and b has none.
func (s slot) drops() bool { return s.a1 < s.a2 && s.b1 == s.b2 }

// dropsOne says whether a has one word in the slot and b has none.
func (s slot) dropsOne() bool { return s.a2-s.a1 == 1 && s.b1 == s.b2 }

// swaps says whether both have words in the slot.
func (s slot) swaps() bool { return s.a1 < s.a2 && s.b1 < s.b2 }

// swapsOne says whether both have one word in the slot.
func (s slot) swapsOne() bool { return s.a2-s.a1 == 1 && s.b2-s.b1 == 1 }

// opens says whether one of the sentences begins with the slot.
func (s slot) opens() bool { return min(s.a1, s.b1) == 0 }

// endsIn says whether one of the sentences ends with the slot.
func (al *alignment) endsIn(s slot) bool { return s.a2 >= len(al.a) || s.b2 >= len(al.b) }

// What a match is worth beside the weight of its words. Set by hand; what
// matters is their order: the same word before another form of it, before a
// word of the same sense, before its opposite, which stands in its place.
const (
	sameForm     = 1.0
	sameBase     = 0.95
	nearSense    = 0.6
	opposite     = 0.5
	alikeCosine  = 0.67
	alikeVectors = 0.45
	// adjacent is what a match gains that follows upon another one, so that a
	// function word matches in a run and nowhere else.
	adjacent       = 0.1
	loneFunction   = -0.02
	quotedFunction = 0.05 // within quotation marks every word was said
	noMatch        = -1.0
)

func (c *Collation) match(a, b *word, lone float64) float64 {
	switch {
	case a.form == b.form && a.class == function && b.class == function:
		return lone
	case a.form == b.form:
		return sameForm * max(a.weight, b.weight)
	case a.class == number || b.class == number:
		return noMatch
	case a.class == function || b.class == function:
		if c.opposed(a, b) {
			return lone
		}
		return noMatch
	case a.base == b.base:
		return sameBase * max(a.weight, b.weight)
	case c.opposed(a, b):
		return opposite * min(a.weight, b.weight)
	case a.class == nameWord && b.class == nameWord:
		return noMatch
	}
	switch c.relation(a, b) {
	case sensed:
		return nearSense * min(a.weight, b.weight)
	case alike:
		return alikeVectors * min(a.weight, b.weight)
	}
	return noMatch
}

// relate compares the senses of two words, and their surroundings in general
// English.
func (c *Collation) relate(a, b *word) relation {
	switch {
	case lexis.Near(&a.entry, &b.entry):
		return sensed
	case a.class == content && b.class == content &&
		c.vectors.SimilarityAbove(alikeCosine, a.id, b.id) >= alikeCosine:
		return alike
	}
	return strangers
}

// align aligns two sentences in time and room of the product of their words,
// each of which has [longest] at most. A function word that follows upon no
// match is worth what lone says.
func (c *Collation) align(a, b []word, lone float64) alignment {
	al := alignment{
		a: a, b: b, ofA: filled(len(a)), ofB: filled(len(b)),
		moved: make([]bool, len(b)), left: make([]bool, len(a)),
	}
	wide := len(b) + 1
	best, ends := c.tables((len(a) + 1) * wide)
	c.makeRoom()
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			at, before := i*wide+j, (i-1)*wide+j-1
			ends[at] = c.match(&a[i-1], &b[j-1], lone) + max(best[before], ends[before]+adjacent)
			best[at] = max(best[at-wide], best[at-1], ends[at])
		}
	}
	al.trace(best, ends, wide)
	al.close()
	al.findMoved()
	al.findSlots()
	al.measure()
	return al
}

// tables gives the room for the values of an alignment: none yet, and no match.
func (c *Collation) tables(size int) (best, ends []float64) {
	if len(c.room) < 2*size {
		c.room = make([]float64, 2*size)
	}
	best, ends = c.room[:size], c.room[size:2*size]
	clear(best)
	for k := range ends {
		ends[k] = noMatch
	}
	return best, ends
}

func filled(n int) []int { return slices.Repeat([]int{-1}, n) }

// trace walks the best way back.
func (al *alignment) trace(best, ends []float64, wide int) {
	run := false
	for i, j := len(al.a), len(al.b); min(i, j) > 0; {
		at, before := i*wide+j, (i-1)*wide+j-1
		switch {
		case run || ends[at] >= best[at-wide] && ends[at] >= best[at-1]:
			al.ofA[i-1], al.ofB[j-1] = j-1, i-1
			run = min(i, j) > 1 && ends[before]+adjacent > best[before]
			i, j = i-1, j-1
		case best[at-wide] >= best[at-1]:
			i--
		default:
			j--
		}
	}
}

// close matches equal words that a gap begins or ends with on both sides: a
// function word next to a match.
func (al *alignment) close() {
	for i := 1; i < len(al.a); i++ {
		if j := al.ofA[i-1] + 1; al.ofA[i-1] >= 0 {
			al.pair(i, j)
		}
	}
	for i := len(al.a) - 2; i >= 0; i-- {
		if j := al.ofA[i+1] - 1; al.ofA[i+1] >= 0 {
			al.pair(i, j)
		}
	}
	al.pair(0, 0)
	al.pair(len(al.a)-1, len(al.b)-1)
}

// pair matches two words of one form that nothing matches.
func (al *alignment) pair(i, j int) {
	if i >= 0 && j >= 0 && i < len(al.a) && j < len(al.b) && al.ofA[i] < 0 && al.ofB[j] < 0 &&
		al.a[i].form == al.b[j].form {
		al.ofA[i], al.ofB[j] = j, i
	}
}

// findMoved marks content words that match nothing in order but stand
// elsewhere in the other sentence.
func (al *alignment) findMoved() {
	for i := range al.a {
		if al.ofA[i] >= 0 || al.a[i].class == function {
			continue
		}
		for j := range al.b {
			if al.ofB[j] < 0 && !al.moved[j] && al.b[j].base == al.a[i].base {
				al.left[i], al.moved[j] = true, true
				break
			}
		}
	}
}

func (al *alignment) findSlots() {
	i, j := 0, 0
	for k := 0; k <= len(al.a); k++ {
		if k < len(al.a) && al.ofA[k] < 0 {
			continue
		}
		to := len(al.b)
		if k < len(al.a) {
			to = al.ofA[k]
		}
		if k > i || to > j {
			al.slots = append(al.slots, slot{i, k, j, to})
		}
		i, j = k+1, to+1
	}
}

// measure sums what matches, in place or moved.
func (al *alignment) measure() {
	total, sum := 0.0, 0.0
	for i := range al.a {
		if al.a[i].class == number && al.ofA[i] < 0 {
			continue // a number that was changed does not make it another sentence
		}
		total += al.a[i].weight
		if al.ofA[i] >= 0 || al.left[i] {
			sum += al.a[i].weight
		}
	}
	al.weight = sum
	if total > 0 {
		al.forth = sum / total
	}
	total, sum = 0, 0
	for j := range al.b {
		if al.b[j].class == number && al.ofB[j] < 0 {
			continue
		}
		total += al.b[j].weight
		if al.ofB[j] >= 0 || al.moved[j] {
			sum += al.b[j].weight
		}
	}
	if total > 0 {
		al.back = sum / total
	}
}

// around is how many words on either side of a place are its neighbours.
const around = 4

// support is the weight of the matches next to a slot, before it and after it.
func (al *alignment) support(s slot) (before, after float64) {
	for i, n := s.a1-1, 0; i >= 0 && n < around; i, n = i-1, n+1 {
		if j := al.ofA[i]; j >= 0 && j >= s.b1-around {
			before += al.a[i].weight
		}
	}
	for i, n := s.a2, 0; i < len(al.a) && n < around; i, n = i+1, n+1 {
		if j := al.ofA[i]; j >= 0 && j < s.b2+around {
			after += al.a[i].weight
		}
	}
	return before, after
}

// vicinity is how many words on either side of a slot make the clause that it
// stands in.
const vicinity = 7

// local measures the clauses around a slot: the weight of what matches there,
// and the share of all words there, of the clause that has fewer matches.
func (al *alignment) local(s slot) (weight, share float64) {
	weight, x := part(al.a, al.ofA, s.a1-vicinity, s.a1, s.a2, s.a2+vicinity)
	_, y := part(al.b, al.ofB, s.b1-vicinity, s.b1, s.b2, s.b2+vicinity)
	return weight, min(x, y)
}

// part sums the words from first to last, without those from a slot's start to
// its end.
func part(words []word, of []int, first, start, end, last int) (weight, share float64) {
	total := 0.0
	for k := max(0, first); k < min(last, len(words)); k++ {
		if k >= start && k < end || words[k].class == number && of[k] < 0 {
			continue
		}
		total += words[k].weight
		if of[k] >= 0 {
			weight += words[k].weight
		}
	}
	if total == 0 {
		return 0, 0
	}
	return weight, weight / total
}

// differing is what is left of both sentences without the words that they begin and
// end with alike.
func (al *alignment) differing() slot {
	a, b := al.a, al.b
	first, last := 0, 0
	for first < min(len(a), len(b)) && a[first].base == b[first].base {
		first++
	}
	for last < min(len(a), len(b))-first && a[len(a)-1-last].base == b[len(b)-1-last].base {
		last++
	}
	return slot{first, len(a) - last, first, len(b) - last}
}
