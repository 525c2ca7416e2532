package claim

import (
	"cmp"
	"math"
	"slices"
)

const (
	// corpus is the number of reports above which a pile is taken for a corpus
	// of many topics over a long time, in which the same words come back with
	// every new event and dates tell these apart. A smaller pile was mostly
	// gathered about something, follow-ups of months included.
	corpus = 200
	// crowded is the number of reports from which on pairs without dates need
	// more, by crowding for every tenfold, since chance has more pairs to pick
	// from. On 36,000 dated AllSides reports, pairs at 0.22 are within a week
	// of each other in 23 of 100 cases, at 0.34 in 47: that many are of one
	// event at best.
	crowded  = 1000
	crowding = 0.35
	// sharedEase is the share of the cosine otherwise needed that suffices in
	// a corpus for reports with SharedWords in common: below it, what they
	// share is a sign-off, a biography or a quotation of long ago.
	sharedEase = 0.5
)

// needed is the cosine that reports so many days apart need in a corpus.
// Found on AllSides by the rate of pairs per day of distance: where it is not
// well above the rate at a year's distance, the likeness is one of topics.
func needed(days float64) float64 {
	switch {
	case days <= 3:
		return sameStory
	case days <= 7:
		return 0.27
	case days <= 14:
		return 0.34
	case days <= 30:
		return 0.42
	}
	return 0.6
}

// grouping is a pile while its reports are joined.
type grouping struct {
	*Pile
	*union
	vectors [][]term
}

// needed is the cosine that two reports need, by themselves and by the groups
// they are in.
func (g *grouping) needed(a, b int) float64 {
	n := len(g.sheets)
	dated := g.sheets[a].day != noDay && g.sheets[b].day != noDay
	apart := math.Abs(float64(g.sheets[a].day - g.sheets[b].day))
	switch {
	case n <= smallPile && dated && apart <= nearDays:
		return nearStory
	case n <= corpus:
		return sameStory
	case !dated:
		return sameStory * (1 + crowding*max(0, math.Log10(float64(n)/crowded)))
	}
	return needed(max(apart, math.Abs(g.middle(a)-g.middle(b))))
}

// least is the cosine below which no two reports of the pile are one story.
func (g *grouping) least() float64 {
	if len(g.sheets) <= smallPile {
		return nearStory
	}
	return sameStory
}

// middle is the mean day of the dated reports in a report's group.
func (g *grouping) middle(i int) float64 {
	sum, n := 0.0, 0
	for _, m := range g.members[g.group[i]] {
		if d := g.sheets[m].day; d != noDay {
			sum += float64(d)
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// consider joins a pair whose groups are alike enough on average; ease is the
// share of the cosine otherwise needed.
func (g *grouping) consider(c candidate, ease float64) {
	if g.group[c.a] == g.group[c.b] {
		return
	}
	least := ease * g.needed(c.a, c.b)
	if c.score >= least && g.averageLink(g.vectors, c.a, c.b) >= least*storyLinkage {
		g.join(c.a, c.b)
	}
}

// joinShared joins the pairs that share passages; in a corpus only where their
// words bear it out, the most alike first.
func (g *grouping) joinShared(shared []Pair) {
	if len(g.sheets) <= corpus {
		for _, s := range shared {
			g.join(s[0], s[1])
		}
		return
	}
	pairs := make([]candidate, len(shared))
	for i, s := range shared {
		pairs[i] = candidate{s[0], s[1], cosine(g.vectors[s[0]], g.vectors[s[1]])}
	}
	slices.SortFunc(pairs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, c := range pairs {
		if !g.sheets[c.a].digest && !g.sheets[c.b].digest {
			g.consider(c, sharedEase)
		}
	}
}
