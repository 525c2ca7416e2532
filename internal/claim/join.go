package claim

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/align"
)

const (
	// sameClaim is the odds (their natural logarithm) from which on two
	// statements of two reports may be one claim, sameClaimWithin those for
	// two of one report, which more often say two things about one matter.
	sameClaim       = -1.0
	sameClaimWithin = 0.0
	// linkage is what the odds between two groups must reach on average to become one,
	// doubtful what a pair counts in it at least that was worth a look, and strange what
	// another one does; together what two statements of one sentence do, which assert two
	// things. On the 21 real stories strange at -2, -2.5 and -3 gives claims of which 0.959 are
	// pure, and 0.643, 0.634 and 0.628 as F1 of pairs; on six others that nothing was tuned on
	// 0.874, 0.888 and 0.922 pure and 0.511, 0.509 and 0.516; of 30 pairs that -2 joined in further
	// events 18 say the same. Another linkage moves along one curve of purity and F1 only: that each
	// member, or most pairs, agree, that members move to a likelier group, that one report's pairs count
	// more against, or the best pair more for. With strange at -2, on the 21, doubtful at -1.75, -2 and -2.5
	// gives 0.954, 0.959 and 0.959 pure and 0.642, 0.643 and 0.629 as F1 of pairs; linkage at
	// -0.9, -1 and -1.1 0.964, 0.959 and 0.954 pure and 0.626, 0.643 and 0.640. The best of each
	// two reports in place of each two statements gives 0.959 and 0.660, but of 45 pairs that it
	// joined in other events a quarter say the same.
	linkage  = -1.0
	doubtful = -2.0
	strange  = -2.5
	together = -5.0
	// convinced is what a pair counts at most in the average.
	convinced = 4.0
	// linkSample bounds how many pairs the average linkage looks at.
	linkSample = 36
)

// Group is the indexes of statements that make one claim, in order.
type Group []int

// Join groups the clauses of one story into claims; the index knows their
// attributions. Every clause is in exactly one group; groups are in order of
// their first clause.
func Join(story *align.Story, index *stemma.Index) []Group {
	return JoinTied(story, index, Ties{})
}

// JoinTied is [Join] with clauses that are surely one claim or two.
func JoinTied(story *align.Story, index *stemma.Index, ties Ties) []Group {
	units := story.Clauses
	j := joiner{
		pairs: story.Pairs(), units: units, ties: ties,
		group: make([]int, len(units)), members: make([][]int, len(units)),
	}
	for i := range units {
		j.group[i], j.members[i] = i, []int{i}
	}
	for _, p := range ties.Same {
		j.join(p[0], p[1])
	}
	for i := range units {
		j.join(units[i].Original, i)
	}
	j.joinSayings(story)
	for i := 1; i < len(units); i++ {
		if onePoint(units[i-1], units[i], index) {
			j.join(i-1, i)
		}
	}
	j.joinPairs()
	var groups []Group
	for i, members := range j.members {
		if j.group[i] == i && len(members) > 0 {
			slices.Sort(members)
			groups = append(groups, members)
		}
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

type joiner struct {
	pairs   *align.Pairs
	units   []*align.Clause
	ties    Ties
	group   []int   // unit → group
	members [][]int // group → units
}

// joinSayings makes what repeats a quotation one claim with it, and two quotations doubtful
// that share no words on end.
func (j *joiner) joinSayings(story *align.Story) {
	for i := range j.pairs.List {
		p := &j.pairs.List[i]
		a, b := j.units[p.A], j.units[p.B]
		switch {
		case story.Echo(p):
			j.join(p.A, p.B)
		case p.Odds > doubtful && story.TwoSayings(a, b):
			p.Odds = doubtful
		}
	}
}

// joinPairs joins the pairs that are likely enough, best first.
func (j *joiner) joinPairs() {
	for _, p := range j.pairs.Best(min(sameClaim, sameClaimWithin)) {
		least := sameClaim
		if j.units[p.A].Report == j.units[p.B].Report {
			least = sameClaimWithin
		}
		if p.Odds >= least {
			j.tryJoin(p.A, p.B)
		}
	}
}

// tryJoin makes the groups of two units one, if their average odds allow.
func (j *joiner) tryJoin(a, b int) {
	ga, gb := j.group[a], j.group[b]
	if ga == gb {
		return
	}
	if j.average(j.members[ga], j.members[gb]) >= linkage {
		j.join(ga, gb)
	}
}

// join makes the groups of two units one.
func (j *joiner) join(a, b int) {
	ga, gb := min(j.group[a], j.group[b]), max(j.group[a], j.group[b])
	if ga == gb || j.ties.apart(j.members[ga], j.members[gb]) {
		return
	}
	for _, m := range j.members[gb] {
		j.group[m] = ga
	}
	j.members[ga] = append(j.members[ga], j.members[gb]...)
	j.members[gb] = nil
}

// average is the mean of the odds between two groups, over at most linkSample
// pairs taken evenly.
func (j *joiner) average(a, b []int) float64 {
	pairs := len(a) * len(b)
	step := max(1, pairs/linkSample)
	sum, n := 0.0, 0
	for k := 0; k < pairs; k += step {
		sum += j.between(a[k/len(b)], b[k%len(b)])
		n++
	}
	return sum / float64(n)
}

// between is what two units count in an average. Two statements of one
// sentence assert two things.
func (j *joiner) between(a, b int) float64 {
	x, y := j.units[a], j.units[b]
	if x.Report == y.Report && x.Sentence == y.Sentence {
		return together
	}
	if x.Original == y.Original {
		return convinced
	}
	p := j.pairs.Of(min(x.Original, y.Original), max(x.Original, y.Original))
	if p == nil {
		return strange
	}
	return min(max(p.Odds, doubtful), convinced)
}
