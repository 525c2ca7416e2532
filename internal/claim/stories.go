package claim

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stemma"
)

const (
	// sameStory is the cosine from which on two reports tell one story; found
	// on the development half of ECB+ (B³ on its sub-topics).
	sameStory = 0.22
	// nearStory is the cosine that suffices in a small pile for reports at most
	// nearDays apart: such a pile was mostly gathered about one event. Of 80 small
	// piles of one to four sub-topics of ECB+ (development half) 73 are told apart
	// rightly at 0.22, 76 at 0.18 and 78 at 0.16; of 112 piles of AllSides, each of events
	// within two days of each other, many of which are one affair, 52 stories have
	// reports of two, at 0.16 61.
	nearStory = 0.16
	nearDays  = 3
	// storyLinkage is the share of sameStory that the average cosine between
	// two groups must reach.
	storyLinkage = 0.95
	// storyTerms is how many terms of a report are compared.
	storyTerms = 160
	// nameBoost makes names weigh more than other words: events share
	// vocabulary, names tell them apart.
	nameBoost = 2.5
	// SharedWords is how many words in shared passages make two reports one
	// story whatever their other words: more than a quotation that two
	// stories may both use as background.
	SharedWords = 40
	// commonTerm is the share of a pile's reports above which a term tells
	// no story, once the pile is larger than smallPile.
	commonTerm = 0.2
	smallPile  = 30
	// ownStory is the share of a report's weight that terms of which the pile
	// has not too many must have; below it the pile is about this story. Of
	// 1,000 mixed AllSides reports the least has 0.68; where all reports are
	// rewrites of one, next to nothing is left.
	ownStory = 0.5
	// leastRarity is what is then left of a term that every report has.
	leastRarity = 0.3
)

// Stories groups the reports of a pile by story: lists of indexes of texts,
// each in order, the list ordered by first index. Every text is in exactly
// one. Reuse is what package reuse found among them.
func (r *Reader) Stories(texts []*stemma.Text, shared []stemma.Reuse) [][]int {
	words := NewVocabulary()
	return r.StoriesTied(texts, shared, Ties{}, 1, words, func(i int) Sheet { return words.Sheet(r.Words(texts[i])) })
}

// StoriesTied is [Reader.Stories] with texts that are surely of one story or of
// two, the goroutines to use, and the sheet of each text, of one vocabulary.
func (r *Reader) StoriesTied(
	texts []*stemma.Text, shared []stemma.Reuse, ties Ties, jobs int, words *Vocabulary,
	sheet func(i int) Sheet,
) [][]int {
	p := r.NewPile(len(texts))
	p.Ties = ties
	p.words = words
	spread(len(texts), jobs, func(i int) { p.sheets[i] = sheet(i) })
	// Without a context that may be done nothing fails.
	groups, _ := p.Stories(context.Background(), nil, sharing(texts, shared), jobs)
	return groups
}

// sharing gives the pairs of texts that share enough words, in order.
func sharing(texts []*stemma.Text, shared []stemma.Reuse) []Pair {
	index := map[string]int{}
	for i, t := range texts {
		index[t.Report.ID] = i
	}
	words := map[[2]int]int{}
	for _, s := range shared {
		a, aOK := index[s.A.Report]
		b, bOK := index[s.B.Report]
		if pair := [2]int{min(a, b), max(a, b)}; aOK && bOK && words[pair] < SharedWords {
			words[pair] += len(strings.Fields(s.A.Text))
		}
	}
	var found []Pair
	for p, n := range words {
		if n >= SharedWords {
			found = append(found, Pair(p))
		}
	}
	slices.SortFunc(found, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return found
}
