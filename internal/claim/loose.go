package claim

import (
	"slices"

	"stemma/internal/align"
)

const (
	// surely is the odds (their natural logarithm, see [align.Story.Odds]) of two statements
	// of two reports from which on they are one claim. Of 1,658 claims of several reports in
	// 48 events without gold 16 were read by lot of each span of the best odds within one,
	// from 0.5 on: above 1.5 some nine in ten say the same (515 claims), from 0.5 to 1.5 six
	// in ten (225). Of 28 pairs that join at odds below 0, beside their rivals and neighbours,
	// about five say the same.
	surely = 1.5
	// mostBeside bounds how many others one statement is held against.
	mostBeside = 36
	// oddBy is how far behind the likest, by the mean of its odds, an odd statement is.
	oddBy = 2.0
	// mostNear is what the odds of one pair count at most, either way.
	mostNear = 3.0
)

// Company is how each statement of a claim stands to what other reports say of it.
type Company struct {
	// Sure is how many other reports surely say what a statement does.
	Sure []int
	// Odd is set where it is far less like what other reports say than the likest one is:
	// such a one may tell something else.
	Odd []bool

	story *align.Story
	group Group
	ties  Ties
	near  beside
}

// Compare holds the statements of a claim against each other.
func Compare(story *align.Story, group Group, ties Ties) *Company {
	c := &Company{make([]int, len(group)), make([]bool, len(group)), story, group, ties, besideEach(story, group)}
	amid := make([]float64, len(group))
	for i := range group {
		amid[i], c.Sure[i] = c.beside(i)
	}
	best := slices.Max(amid)
	for i := range amid {
		c.Odd[i] = amid[i] < best-oddBy
	}
	return c
}

// beside is the mean of the odds of a statement with those of other reports, and in how
// many of these stands one that surely says the same.
func (c *Company) beside(i int) (mean float64, sure int) {
	others, sum := 0, 0.0
	var says []int
	for k := c.near.first(i, 0); k < len(c.group) && others < mostBeside; k = c.near.first(i, k+1) {
		b := c.near.units[k]
		others++
		odds := c.story.Odds(c.near.units[i], b)
		sum += min(max(odds, -mostNear), mostNear)
		if (odds >= surely || c.ties.ties(c.group[i], c.group[k])) && !slices.Contains(says, b.Report) {
			says = append(says, b.Report)
		}
	}
	return sum / float64(max(1, others)), len(says)
}

// beside finds, for the statements of a claim, those of other reports: as many steps as there
// are such, however often one report says the same.
type beside struct {
	units []*align.Clause
	ends  []int // the place of the first statement behind each that is of another report
}

func besideEach(story *align.Story, group Group) beside {
	b := beside{units: make([]*align.Clause, len(group)), ends: make([]int, len(group))}
	for i, k := range group {
		b.units[i] = story.Clauses[k]
	}
	for i := len(group) - 1; i >= 0; i-- {
		b.ends[i] = i + 1
		if i+1 < len(group) && b.units[i].Report == b.units[i+1].Report {
			b.ends[i] = b.ends[i+1]
		}
	}
	return b
}

// first is the place, from one on, of the first statement that is not of the report of another.
func (b beside) first(of, from int) int {
	if from < len(b.units) && b.units[from].Report == b.units[of].Report {
		return b.ends[from]
	}
	return from
}

// Alone says of each statement of a claim whether other reports make that claim, and none
// surely says what the statement does, where for another statement one does.
func (c *Company) Alone() []bool {
	alone := make([]bool, len(c.Sure))
	if slices.Max(c.Sure) > 0 {
		for i, n := range c.Sure {
			alone[i] = n == 0
		}
	}
	return alone
}

// Loose says of each statement of a claim whether it may say something else than the one that
// stands for it: such statements are joined since more of those that say the same are found so
// than are lost, but of two that only resemble each other most do not. What stands in the
// report of that one is loose where it does not say what other reports do.
func (c *Company) Loose(head int) []bool {
	loose := make([]bool, len(c.group))
	a, alone := c.story.Clauses[c.group[head]], true
	for i, k := range c.group {
		b := c.story.Clauses[k]
		if b.Report == a.Report {
			loose[i] = i != head && c.Sure[i] == 0
			continue
		}
		alone = false
		loose[i] = c.story.Odds(a, b) < surely && !c.ties.ties(c.group[head], k)
	}
	if alone {
		clear(loose)
	}
	return loose
}

// ties says whether two members are surely one.
func (t Ties) ties(a, b int) bool {
	return slices.ContainsFunc(t.Same, func(p Pair) bool {
		return p[0] == a && p[1] == b || p[0] == b && p[1] == a
	})
}
