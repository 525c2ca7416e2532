package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/segment"
)

const (
	// sameStory is the cosine from which on two reports tell one story; found
	// on the development half of ECB+ (B³ on its sub-topics).
	sameStory = 0.22
	// storyLinkage is the share of sameStory that the average cosine between
	// two groups must reach.
	storyLinkage = 0.95
	// storyTerms is how many terms of a report are compared.
	storyTerms = 160
	// nameBoost makes names weigh more than other words: events share
	// vocabulary, names tell them apart.
	nameBoost = 2.5
	// sharedWords is how many words in shared passages make two reports one
	// story whatever their other words: more than a quotation that two
	// stories may both use as background.
	sharedWords = 40
	// commonTerm is the share of a pile's reports above which a term tells
	// no story, once the pile is larger than smallPile.
	commonTerm = 0.2
	smallPile  = 30
)

// Stories groups the reports of a pile by story: lists of indexes of texts,
// each in order, the list ordered by first index. Every text is in exactly
// one. Reuse is what package reuse found among them.
func (r *Reader) Stories(texts []*stemma.Text, shared []stemma.Reuse) [][]int {
	vectors := r.storyVectors(texts)
	j := newUnion(len(texts))
	for _, p := range sharing(texts, shared) {
		j.join(p[0], p[1])
	}
	digest := make([]bool, len(texts))
	for i, t := range texts {
		digest[i] = segment.IsDigest(t.Report)
	}
	pairs := similar(vectors)
	for _, c := range pairs {
		if !digest[c.a] && !digest[c.b] && j.averageLink(vectors, c.a, c.b) >= sameStory*storyLinkage {
			j.join(c.a, c.b)
		}
	}
	// A digest tells several stories and would make them one: it joins the
	// nearest when all others stand.
	for _, c := range pairs {
		if digest[c.a] != digest[c.b] && j.alone(c.a, digest[c.a], c.b) {
			j.join(c.a, c.b)
		}
	}
	return j.groups()
}

// term is a word of a report with its weight; the vector of a report has
// length 1 and is ordered by term.
type term struct {
	form   string
	weight float64
}

func (r *Reader) storyVectors(texts []*stemma.Text) [][]term {
	counts := make([]map[string]float64, len(texts))
	reports := map[string]int{}
	for i, t := range texts {
		counts[i] = r.termCounts(t)
		for form := range counts[i] {
			reports[form]++
		}
	}
	vectors := make([][]term, len(texts))
	for i, c := range counts {
		vectors[i] = storyVector(c, reports, len(texts))
	}
	return vectors
}

// termCounts sums the weights of a report's words; a capitalised word inside
// a sentence counts as a name.
func (r *Reader) termCounts(t *stemma.Text) map[string]float64 {
	counts := map[string]float64{}
	for _, s := range t.Sentences {
		for k := s.First; k < s.Last; k++ {
			tok := t.Tokens[k]
			w := r.weight(tok)
			if tok.Kind != stemma.Word || w < contentWeight {
				continue
			}
			if first, _ := utf8.DecodeRuneInString(t.Report.Text[tok.Start:]); unicode.IsUpper(first) && k > s.First {
				w *= nameBoost
			}
			counts[strings.TrimSuffix(tok.Form, "'s")] += w
		}
	}
	return counts
}

func storyVector(counts map[string]float64, reports map[string]int, pile int) []term {
	var terms []term
	for form, n := range counts {
		w := 1 + math.Log(1+n)
		if n < 1 {
			w = n
		}
		if pile > smallPile {
			if share := float64(reports[form]) / float64(pile); share > commonTerm {
				continue
			}
			w *= math.Log(float64(pile)/float64(reports[form])) / math.Log(float64(pile))
		}
		terms = append(terms, term{form, w})
	}
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.form, b.form))
	})
	terms = terms[:min(len(terms), storyTerms)]
	length := 0.0
	for _, t := range terms {
		length += t.weight * t.weight
	}
	for i := range terms {
		terms[i].weight /= math.Sqrt(length)
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.form, b.form) })
	return terms
}

func cosine(a, b []term) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := cmp.Compare(a[i].form, b[k].form); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			sum += a[i].weight * b[k].weight
			i, k = i+1, k+1
		}
	}
	return sum
}

// similar gives the pairs of reports whose cosine reaches sameStory, best
// first. Cosines are summed term by term over the reports that have the term,
// so that reports without a common term cost nothing.
func similar(vectors [][]term) []candidate {
	type posting struct {
		report int
		weight float64
	}
	byTerm := map[string][]posting{}
	var found []candidate
	sums := make([]float64, len(vectors))
	for i, v := range vectors {
		var touched []int
		for _, t := range v {
			for _, p := range byTerm[t.form] {
				if sums[p.report] == 0 {
					touched = append(touched, p.report)
				}
				sums[p.report] += t.weight * p.weight
			}
			byTerm[t.form] = append(byTerm[t.form], posting{i, t.weight})
		}
		for _, o := range touched {
			if sums[o] >= sameStory {
				found = append(found, candidate{o, i, sums[o]})
			}
			sums[o] = 0
		}
	}
	slices.SortFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return found
}

// sharing gives the pairs of texts that share enough words, in order.
func sharing(texts []*stemma.Text, shared []stemma.Reuse) [][2]int {
	index := map[string]int{}
	for i, t := range texts {
		index[t.Report.ID] = i
	}
	words := map[[2]int]int{}
	for _, s := range shared {
		a, aOK := index[s.A.Report]
		b, bOK := index[s.B.Report]
		if aOK && bOK {
			words[[2]int{min(a, b), max(a, b)}] += len(strings.Fields(s.A.Text))
		}
	}
	var found [][2]int
	for p, n := range words {
		if n >= sharedWords {
			found = append(found, p)
		}
	}
	slices.SortFunc(found, func(x, y [2]int) int {
		return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return found
}
