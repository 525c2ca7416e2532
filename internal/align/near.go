package align

import (
	"cmp"
	"slices"

	"stemma/internal/fnv"
	"stemma/internal/memory"
	"stemma/internal/vector"
)

// nearWords lists for each word of a vocabulary the others that are like it: forms of one
// stem, and words that are near by their vectors. They are few, so that what is asked of
// words that are compared again and again is worked out once.
type nearWords struct {
	known bool    // they are worked out
	first []int32 // where the list of each word begins, and the last one ends
	list  []nearWord
	pairs []nearPair // as they were found, and scratch
	cuts  []cutForm  // scratch
}

// nearWord is a word that is like another one.
type nearWord struct {
	index int32
	like  float32
}

func (n *nearWords) of(index int32) []nearWord { return n.list[n.first[index]:n.first[index+1]] }

// nearPair is two words that are like each other.
type nearPair struct {
	a, b int32
	like float32
}

const (
	stemLikeness    = 0.95
	synonymLikeness = 0.8 // near words are never as good as the word itself
	leastCosine     = vector.Near
	floorCosine     = 0.13
)

// near gives which words of the vocabulary are like each other, once that is complete.
// Words that tell too little are compared with none, and numbers neither.
func (l *lexicon) near() *nearWords {
	if l.alike.known {
		return &l.alike
	}
	forms, ids := make([]string, len(l.vocabulary)), make([]int32, len(l.vocabulary))
	for i := range ids {
		ids[i] = vector.Unknown
	}
	for i := range l.lexemes {
		if x := &l.lexemes[i]; x.tells && !x.word.Number {
			forms[x.word.Index], ids[x.word.Index] = x.word.Form, x.word.id
		}
	}
	pairs := l.alike.sameStems(forms)
	stems := len(pairs)
	l.neighbours(ids, func(a, b int32) {
		if !vector.SameStem(forms[a], forms[b]) {
			cos := l.vectors.SimilarityID(ids[a], ids[b])
			pairs = append(pairs, nearPair{a, b, float32(synonymLikeness * (cos - floorCosine) / (1 - floorCosine))})
		}
	})
	for i := range pairs[:stems] {
		pairs[i].like = stemLikeness
	}
	l.alike.fill(len(forms), pairs)
	return &l.alike
}

// neighbours gives each two words of a vocabulary that are near by their vectors.
func (l *lexicon) neighbours(ids []int32, do func(a, b int32)) {
	x := l.places.Get().(*places)
	for index, id := range ids {
		if id >= 0 {
			x.words.Add(l.vectors, id)
			x.at[id] = int32(index)
		}
	}
	for index, id := range ids {
		if id >= 0 {
			l.vectors.Neighbours(id, &x.words, func(other int32) { do(int32(index), x.at[other]) })
		}
	}
	for _, id := range ids {
		if id >= 0 {
			x.words.Remove(id)
		}
	}
	l.places.Put(x)
}

// fill files each pair under both of its words.
func (n *nearWords) fill(words int, pairs []nearPair) {
	n.known, n.pairs = true, pairs
	n.first = memory.Zeros(n.first, words+1)
	for _, p := range pairs {
		n.first[p.a]++
		n.first[p.b]++
	}
	end := int32(0)
	for i := range n.first {
		end += n.first[i]
		n.first[i] = end
	}
	n.list = memory.Zeros(n.list, int(end))
	for _, p := range pairs {
		n.first[p.a]--
		n.list[n.first[p.a]] = nearWord{p.b, p.like}
		n.first[p.b]--
		n.list[n.first[p.b]] = nearWord{p.a, p.like}
	}
}

// cutForm is a form without an ending: bits of its hash, and behind them its index.
type cutForm uint64

// indexBits are for the index: no story has so many different words.
const indexBits = 24

func cutFormOf(hash uint64, index int) cutForm {
	return cutForm(hash<<indexBits | uint64(index)&(1<<indexBits-1))
}

func (c cutForm) stem() cutForm { return c >> indexBits }
func (c cutForm) index() int32  { return int32(c & (1<<indexBits - 1)) }

// sameStems gives each two forms of one word: those that are equal but for endings. So
// that not each two forms are compared, each is filed under what is left without each
// ending that it may have; few have two.
func (n *nearWords) sameStems(forms []string) []nearPair {
	cuts := n.cuts[:0]
	for i, form := range forms {
		h := fnv.Offset
		for k := range len(form) {
			if k >= vector.LeastStem && vector.IsEnding(form[:k], form[k:]) {
				cuts = append(cuts, cutFormOf(h, i))
			}
			h = fnv.Add(h, form[k])
		}
		if form != "" {
			cuts = append(cuts, cutFormOf(h, i))
		}
	}
	slices.Sort(cuts)
	n.cuts = cuts
	pairs := n.pairs[:0]
	for first := 0; first < len(cuts); {
		last := first + 1
		for ; last < len(cuts) && cuts[last].stem() == cuts[first].stem(); last++ {
			for _, x := range cuts[first:last] {
				a, b := x.index(), cuts[last].index()
				if a != b && vector.SameStem(forms[a], forms[b]) {
					pairs = append(pairs, nearPair{a: a, b: b})
				}
			}
		}
		first = last
	}
	slices.SortFunc(pairs, func(x, y nearPair) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return slices.Compact(pairs)
}
