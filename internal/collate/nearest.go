package collate

// asked is what was found last for one sentence: each of the detectors asks for those
// nearest to it.
type asked struct {
	of    *sentence
	found []int
}

// nearest gives the sentences that share most with one, by the weight of shared
// words: of those that lead to few sentences or, where there is none, of all.
func (r *Report) nearest(y *sentence, kin Kin) []int {
	last := &r.asked[boolean(kin == Copy)]
	if last.of != y {
		last.of, last.found = y, r.ranked(y, false, kin)
		if len(last.found) == 0 {
			last.found = r.ranked(y, true, kin)
		}
		if len(last.found) == 0 && kin == Copy {
			last.found = r.placed(y)
		}
	}
	return last.found
}

// placed gives the sentence that stands in a report where one stands in its copy: between
// the same sentences. A short sentence of common words is known by its place.
func (r *Report) placed(y *sentence) []int {
	at, isThere := r.first[y.beside[0]]
	if at++; y.beside[0] == edge {
		at, isThere = r.first[y.beside[1]]
		at--
	}
	if !isThere || at < 0 || at >= len(r.sentences) || r.sentences[at].title || r.sentences[at].beside != y.beside {
		return nil
	}
	return []int{at}
}

// edge is the number of no sentence, where a text begins or ends.
const edge = -1

// neighbours notes what stands beside each sentence. Above the first one is an edge: a
// copy may have a headline of its own.
func (r *Report) neighbours() {
	last := int32(edge)
	for i := range r.sentences {
		s := &r.sentences[i]
		s.beside = [2]int32{last, edge}
		last = s.id
		if s.title {
			last = edge
		} else if i > 0 && !r.sentences[i-1].title {
			r.sentences[i-1].beside[1] = s.id
		}
	}
}

// leastShared is the share of words that sentences of no known exemplar have in
// the same form, for their words to be aligned: half of what must match at the
// least ([siblingShare]). The other half may be words of the same sense.
const leastShared = siblingShare / 2

// ranked gives the sentences that share most of their words, the first of them first.
func (r *Report) ranked(y *sentence, all bool, kin Kin) []int {
	r.share(y, all)
	return r.best(y, kin)
}

// best gives those of the sharers that share most with a sentence, and enough.
func (r *Report) best(y *sentence, kin Kin) []int {
	var best [candidates + 1]rated
	n := 0
	for _, i := range r.sharers {
		score := r.score[i]
		r.score[i] = unshared
		if !r.enough(y, i, score, kin) {
			continue
		}
		x := rated{i, score * (1/(1+r.sentences[i].total) + 1/(1+y.total))}
		at := n
		for at > 0 && x.before(best[at-1]) {
			best[at] = best[at-1]
			at--
		}
		best[at] = x
		n = min(n+1, candidates)
	}
	found := make([]int, n)
	for k := range found {
		found[k] = best[k].sentence
	}
	return found
}

// enough says whether a sentence shares as much with another one as is needed to lay
// them side by side.
func (r *Report) enough(y *sentence, i int, score float64, kin Kin) bool {
	share := score >= leastShared*max(y.total, r.sentences[i].total)
	return (score >= leastWeight/2 || len(r.sentences) == 1 || kin == Copy && share) && (kin == Copy || share)
}

// rated is a sentence and how much of its words it shares.
type rated struct {
	sentence int
	rate     float64
}

func (x rated) before(y rated) bool {
	return x.rate > y.rate || x.rate == y.rate && x.sentence < y.sentence
}

// unshared marks a sentence that shares nothing so far.
const unshared = -1

// share weighs, in score, the words that the sentences listed in sharers share with
// one. A crowded word leads nowhere, or to the first sentences that have it.
func (r *Report) share(y *sentence, all bool) {
	r.begin()
	for k := range y.words {
		w := &y.words[k]
		if w.class == function {
			continue
		}
		at := r.where[w.base]
		if len(at) > crowded && len(at)*4 > len(r.sentences) {
			if !all {
				continue
			}
			at = at[:crowded]
		}
		r.lead(w, at)
	}
}

// begin makes room for scores, of no sentence so far.
func (r *Report) begin() {
	for len(r.score) < len(r.sentences) {
		r.score = append(r.score, unshared)
	}
	r.sharers = r.sharers[:0]
}

// lead adds a word to the scores of the sentences that have it.
func (r *Report) lead(w *word, to []int) {
	for _, i := range to {
		if r.score[i] == unshared {
			r.score[i], r.sharers = 0, append(r.sharers, i)
		}
		r.score[i] += w.weight
	}
}
