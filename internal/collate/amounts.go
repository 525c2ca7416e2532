package collate

import (
	"slices"
	"strconv"

	"stemma"
)

// portions tells where a part was made a whole, or a count larger.
type portions struct{ *pairing }

// amounts finds words that say how much of a thing ("some of", "all", "most")
// and were changed, put in or left out before the same noun.
func (p portions) amounts() []stemma.Drift {
	if p.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for i := range p.al.a {
		share, ok := p.share(p.al.a, i)
		if !ok || p.al.left[i] {
			continue
		}
		k, ok := p.counted(p.al.a, p.al.ofA, i)
		if !ok {
			continue
		}
		j := p.al.ofA[k]
		at, other := p.shareBefore(p.al.b, j)
		switch {
		case at >= 0 && otherPart(p, quantifiersAt(p, i, at), share, other) && !isSameAmount(p, i, at):
			before := p.before.span(quantityStart(p, p.al.a, i), k+1)
			after := p.after.span(quantityStart(p, p.al.b, at), j+1)
			found = append(found, becomes(stemma.NumberChanged, before, after, 2+extreme(share, other)))
		case at < 0 && isSomeOf(p, i, k, share) &&
			!p.numbered(p.al.b, j) && !reckonsAlike(p, i):
			before, after := p.before.span(i, k+1), p.after.span(start(p.al.b, j), j+1)
			found = append(found, becomes(stemma.HedgeDropped, before, after, 2))
		}
	}
	return append(found, p.enlarged()...)
}

// isSomeOf says whether a word of the first sentence makes a part of a thing that both speak of.
func isSomeOf(p portions, i, of, share int) bool {
	isPart := share > 0 && share < 10 && isPartial(p, i) && p.al.ofA[i] < 0
	return isPart && same(p.al.a[of], p.al.b[p.al.ofA[of]])
}

// enlarged finds "all" and "every" that the first sentence has not.
func (p portions) enlarged() []stemma.Drift {
	var found []stemma.Drift
	for j := range p.al.b {
		share, ok := p.share(p.al.b, j)
		if !ok || share < 10 || p.al.ofB[j] >= 0 || p.al.moved[j] {
			continue
		}
		k, ok := p.counted(p.al.b, p.al.ofB, j)
		if !ok {
			continue
		}
		if at, _ := p.shareBefore(p.al.a, p.al.ofB[k]); at < 0 && p.likeEnough() {
			i := p.al.ofB[k]
			before, after := p.before.span(start(p.al.a, i), i+1), p.after.span(j, k+1)
			found = append(found, becomes(stemma.NumberChanged, before, after, 2))
		}
	}
	return found
}

// extreme is 1 where one of two shares is all or nothing.
func extreme(a, b int) int {
	if min(a, b) == 0 || max(a, b) == 10 {
		return 1
	}
	return 0
}

// partStep is how many tenths apart two shares are that differ, and wholeStep where
// nothing else does and one of them is all or nothing: "most" is not "all".
const partStep, wholeStep = 3, 2

// otherPart says whether two words before one noun say that it is different parts of it.
func otherPart(p portions, s slot, share, other int) bool {
	if extreme(share, other) > 0 && sole(p.pairing, s) {
		return abs(share-other) >= wholeStep || min(share, other) == 0 && share != other
	}
	return abs(share-other) >= partStep
}

// share reads a quantifier, which may have a word before it: "hardly any".
func (p portions) share(words []word, i int) (int, bool) {
	entry := p.quantifiers.First(words[i].form)
	if quantityStart(p, words, i) < i {
		entry = p.quantifiers.First(words[i-1].form + " " + words[i].form)
	}
	if entry == "" || words[i].quoted || isBounding(p.Collator, words, i) {
		return 0, false
	}
	n, err := strconv.Atoi(entry)
	return n, err == nil
}

// isBounding says whether a word is part of what bounds a figure: "at most", "no more than".
func isBounding(c *Collator, words []word, at int) bool {
	return at > 0 && c.bounds.Has(forms(words[at-1:at+1])) || c.bounds.Has(forms(words[at:min(at+3, len(words))]))
}

// quantityStart is where a quantifier begins that ends at a word.
func quantityStart(p portions, words []word, i int) int {
	if i > 0 && !words[i].comma && p.quantifiers.Has(words[i-1].form+" "+words[i].form) {
		return i - 1
	}
	return i
}

// quantifiersAt is the words of two quantifiers that end at a word of each sentence.
func quantifiersAt(p portions, i, j int) slot {
	return slot{quantityStart(p, p.al.a, i), i + 1, quantityStart(p, p.al.b, j), j + 1}
}

// isSameAmount says whether two quantifiers match with what stands before them: "all" and
// "not all" do not.
func isSameAmount(p portions, i, j int) bool {
	return p.al.ofA[i] == j && i-quantityStart(p, p.al.a, i) == j-quantityStart(p, p.al.b, j)
}

// isPart says whether a quantifier takes a part of what is named: "some of the
// bolts".
func (p portions) isPart(words []word, i int) bool {
	return i+1 < len(words) && p.function.Is(words[i+1].form, "partitive")
}

// countReach is how far behind a quantifier what it counts stands: "most of them because
// of the cold".
const countReach = 5

// counted is the matching noun that a quantifier stands before.
func (p portions) counted(words []word, of []int, i int) (int, bool) {
	for k := i + 1; k < len(words) && k <= i+countReach && !words[k].comma; k++ {
		if words[k].isOf(function, number) {
			continue
		}
		return k, of[k] >= 0 && p.supported(of, k)
	}
	return 0, false
}

// shareBefore is the quantifier before a word, with its share; -1 for none.
func (p portions) shareBefore(words []word, at int) (int, int) {
	for k := range backFrom(words, at, reach) {
		if n, ok := p.share(words, k); ok {
			return k, n
		}
		if words[k].class == content {
			return -1, 0
		}
	}
	return -1, 0
}

// numbered says whether a number stands before a word, or "second" as in "every
// second one".
func (p portions) numbered(words []word, at int) bool {
	for k := at - 1; k >= max(0, at-reach); k-- {
		if words[k].class == number || p.numbers.Is(words[k].form, "ordinal") {
			return true
		}
	}
	return false
}

// isPartial says whether a quantifier takes a part of what is named, or of all that
// bear the name where nothing else was changed: "some teachers" are not "teachers".
func isPartial(p portions, i int) bool {
	return p.isPart(p.al.a, i) || sole(p.pairing, slot{i, i + 1, i, i})
}

// reckonsAlike says whether the second sentence has a figure that a quantifier of the
// first one is: "half of the homes", "50 percent of the homes".
func reckonsAlike(p portions, i int) bool {
	return slices.ContainsFunc(p.before.values, func(x stemma.Value) bool {
		first, last := p.before.within(x.Span)
		return first <= i && i < last && agreesWithAny(p.compare, x, p.after.values)
	})
}

// start is the first of the function words right before a word.
func start(words []word, at int) int {
	for at > 0 && words[at-1].class == function && !words[at].comma {
		at--
	}
	return at
}

// supported says whether a neighbour of a matching word matches too, in place.
func (p portions) supported(of []int, k int) bool {
	if k > 0 && of[k] > 0 && of[k-1] == of[k]-1 {
		return true
	}
	for d := 1; d <= reach; d++ {
		if k+d < len(of) && of[k+d] >= 0 && of[k+d] > of[k] && of[k+d] <= of[k]+reach+1 {
			return true
		}
	}
	return false
}
