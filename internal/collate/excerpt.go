package collate

import (
	"cmp"
	"slices"
	"sort"
)

const (
	// lengthy is how many times as many sentences as another report one must have, and
	// lengthiest how many in all, to be compared by what it shares with that one: an excerpt
	// has ten sentences for each of the other's at most.
	lengthy    = 16
	lengthiest = 512
	// mostLeads is how many sentences the words of one lead to, the rarest words first.
	mostLeads = 1024
	// aroundShared is how many sentences on either side of a shared one are compared too.
	aroundShared = 1
)

// excerpts gives two reports as they are compared: of one that is many times as long as
// the other, the sentences around what the two share. A book of which a thousand short
// reports have a line each is not read a thousand times.
func excerpts(c *Collation, before, after *Report) (from, to *Report) {
	switch {
	case dwarfs(before, after):
		return excerpt(c, before, after), after
	case dwarfs(after, before):
		return before, excerpt(c, after, before)
	}
	return before, after
}

// dwarfs says whether a report is many times as long as another one.
func dwarfs(r, other *Report) bool {
	return len(r.sentences) > lengthiest && len(r.sentences) > lengthy*len(other.sentences)
}

// excerpt is a report with those sentences alone that share most with the sentences of
// another one, those next to them, and its first ones. What says that it has something
// somewhere (words, figures, details, quotations) stays that of all of it.
func excerpt(c *Collation, r, other *Report) *Report {
	x := *r
	x.asked, x.score, x.sharers = [2]asked{}, nil, nil
	x.where, x.first, x.said = map[string][]int{}, map[int32]int{}, map[string][]int{}
	x.graded, x.quotes, x.limiting, x.asides, x.prospects, x.speeches = nil, nil, nil, nil, nil, nil
	x.places = sharedWith(r, other)
	x.sentences = make([]sentence, len(x.places))
	for i, at := range x.places {
		x.sentences[i] = r.sentences[at]
		x.file(i)
		x.quotes = append(x.quotes, quotesIn(r, at, i)...)
	}
	x.fileQuotes()
	x.people, x.sums = peopleOf(c.Collator, &x), sumsOf(&x)
	c.readSigns(&x)
	x.research = r.research
	return &x
}

// sharedWith gives the places of the sentences that an excerpt has, in order.
func sharedWith(r, other *Report) []int {
	found := make([]int, leadOf)
	for at := range found {
		found[at] = at
	}
	for i := range other.sentences {
		for _, at := range leads(r, &other.sentences[i]) {
			for k := max(0, at-aroundShared); k <= min(at+aroundShared, len(r.sentences)-1); k++ {
				found = append(found, k)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// leads gives the sentence that has the words of another one as they stand, or those
// that share most with it, as far as its rarest words lead to them.
func leads(r *Report, y *sentence) []int {
	if at, ok := r.first[y.id]; ok {
		return []int{at}
	}
	r.begin()
	left := mostLeads
	for _, w := range rarest(r, y) {
		at := r.where[w.base]
		at = at[:min(len(at), left)]
		left -= len(at)
		r.lead(w, at)
	}
	return r.best(y, Copy)
}

// rarest gives the words of a sentence that tell something and stand in the report, the
// ones in the fewest of its sentences first.
func rarest(r *Report, y *sentence) []*word {
	var words []*word
	for k := range y.words {
		if w := &y.words[k]; w.class != function && len(r.where[w.base]) > 0 {
			words = append(words, w)
		}
	}
	slices.SortStableFunc(words, func(v, w *word) int {
		return cmp.Compare(len(r.where[v.base]), len(r.where[w.base]))
	})
	return words
}

// quotesIn gives the quotations of a sentence, as those of another place.
func quotesIn(r *Report, at, place int) []quotation {
	first := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].sentence >= at })
	var found []quotation
	for _, q := range r.quotes[first:] {
		if q.sentence != at {
			break
		}
		q.sentence = place
		found = append(found, q)
	}
	return found
}
