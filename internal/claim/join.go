package claim

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/align"
)

const (
	// sameClaim is the score from which on two statements of two reports may
	// be one claim; found on the dam pile (mention recall against purity).
	sameClaim = 0.54
	// sameClaimWithin is the same for two statements of one report, which
	// more often say two things about one matter.
	sameClaimWithin = 0.78
	// linkage is the share of sameClaim that the average score between two
	// groups must reach to become one.
	linkage = 0.65
	// commonWord is the number of statements of a story above which a word
	// proposes no candidates: it is the story's own name.
	commonWord = 150
	// linkSample bounds how many pairs the average linkage looks at.
	linkSample = 36
)

// Group is the indexes of statements that make one claim, in order.
type Group []int

// Join groups the clauses of one story into claims; the index knows their
// attributions. Every clause is in exactly one group; groups are in order of
// their first clause.
func (r *Reader) Join(story *align.Story, index *stemma.Index) []Group {
	units := story.Clauses
	j := joiner{story: story, units: units, group: make([]int, len(units)), members: make([][]int, len(units))}
	for i := range units {
		j.group[i], j.members[i] = i, []int{i}
	}
	for i := range units {
		j.join(units[i].Original, i)
	}
	for i := 1; i < len(units); i++ {
		if onePoint(units[i-1], units[i], index) {
			j.join(i-1, i)
		}
	}
	for _, c := range j.candidates() {
		j.tryJoin(c.a, c.b)
	}
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
	story   *align.Story
	units   []*align.Clause
	group   []int   // unit → group
	members [][]int // group → units
}

type candidate struct {
	a, b  int
	score float64
}

// candidates gives the pairs whose score may make them one claim, best first.
func (j *joiner) candidates() []candidate {
	var found []candidate
	for _, p := range j.proposals() {
		a, b := j.units[p[0]], j.units[p[1]]
		if a.Report == b.Report && a.Sentence == b.Sentence || !near(a, b) {
			continue
		}
		least := sameClaim
		if a.Report == b.Report {
			least = sameClaimWithin
		}
		if s := j.story.Score(a, b); s >= least {
			found = append(found, candidate{p[0], p[1], s})
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return found
}

// leastShared is the share of equal words, by weight, that one of two
// statements must have for the pair to be worth a full comparison. On the
// dam pile neither mention recall nor B³ falls by it.
const leastShared = 0.2

// near says whether enough words of one of two statements stand in the other
// unchanged, or they have a number in common.
func near(a, b *align.Clause) bool {
	same := 0.0
	for i := range a.Words {
		for k := range b.Words {
			if a.Words[i].Index == b.Words[k].Index {
				if a.Words[i].Number {
					return true
				}
				same += a.Words[i].Weight
				break
			}
		}
	}
	return same >= leastShared*min(a.Weight, b.Weight)
}

// proposals gives the pairs of units that share a telling word or a number.
func (j *joiner) proposals() [][2]int {
	byWord := map[string][]int{}
	for i := range j.units {
		if j.units[i].Original != i {
			continue
		}
		for _, k := range keys(j.units[i]) {
			byWord[k] = append(byWord[k], i)
		}
	}
	var all [][2]int
	seen := map[[2]int]bool{}
	for i := range j.units {
		if j.units[i].Original != i {
			continue
		}
		for _, k := range keys(j.units[i]) {
			list := byWord[k]
			if len(list) > commonWord {
				continue
			}
			for _, o := range list {
				if p := [2]int{i, o}; o > i && !seen[p] {
					seen[p] = true
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// keys are the words under which a unit is filed, and the numbers of its
// details.
func keys(u *align.Clause) []string {
	var found []string
	for i := range u.Words {
		if k := u.Words[i].Key(); !slices.Contains(found, k) {
			found = append(found, k)
		}
	}
	for _, v := range u.Statement.Values {
		if k := "=" + v.Value; v.Kind == stemma.QuantityValue && !slices.Contains(found, k) {
			found = append(found, k)
		}
	}
	return found
}

// tryJoin makes the groups of two units one, if their average score allows.
func (j *joiner) tryJoin(a, b int) {
	ga, gb := j.group[a], j.group[b]
	if ga == gb {
		return
	}
	if j.average(j.members[ga], j.members[gb]) >= linkage*sameClaim {
		j.join(ga, gb)
	}
}

// join makes the groups of two units one.
func (j *joiner) join(a, b int) {
	ga, gb := min(j.group[a], j.group[b]), max(j.group[a], j.group[b])
	if ga == gb {
		return
	}
	for _, m := range j.members[gb] {
		j.group[m] = ga
	}
	j.members[ga] = append(j.members[ga], j.members[gb]...)
	j.members[gb] = nil
}

// average is the mean score between two groups, over at most linkSample
// pairs taken evenly. Two statements of one sentence count as unlike: they
// assert two things.
func (j *joiner) average(a, b []int) float64 {
	pairs := len(a) * len(b)
	step := max(1, pairs/linkSample)
	sum, n := 0.0, 0
	for k := 0; k < pairs; k += step {
		x, y := j.units[a[k/len(b)]], j.units[b[k%len(b)]]
		n++
		if x.Report != y.Report || x.Sentence != y.Sentence {
			sum += j.story.Score(x, y)
		}
	}
	return sum / float64(n)
}
