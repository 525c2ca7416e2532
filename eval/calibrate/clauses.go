package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"stemma"
	"stemma/eval/expect"
	"stemma/internal/align"
	"stemma/internal/claim"
	"stemma/internal/pipeline"
)

// told is a story whose claims a reader marked.
type told struct {
	real     bool // no pile that was written
	parts    []joined
	mentions []marked
}

// joined is the clauses of one story, as the program tells stories apart.
type joined struct {
	story *align.Story
	index *stemma.Index
	pairs []align.Pair
	holds [][]int // clause → the claims of gold of which it holds a mention
}

// marked is where a mention of a claim stands: the clauses that have most of it.
type marked struct {
	claim int
	at    [][2]int // part, clause
}

// mentionsFile is what is read of gold.json and claims.json.
type mentionsFile struct {
	Claims []struct {
		Mentions []struct {
			Report, File, Text, Sentence string
		}
	}
}

// tellings reads every pile whose claims are marked.
func tellings(ctx context.Context, shared string) ([]told, error) {
	var all []told
	for _, source := range []struct{ gold, input string }{
		{filepath.Join(shared, "stories", "real", "*", "gold.json"), "reports.jsonl"},
		{filepath.Join(shared, "stories", "*", "claims.json"), "reports"},
	} {
		files, err := filepath.Glob(source.gold)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			t, err := tell(ctx, file, filepath.Join(filepath.Dir(file), source.input))
			if err != nil {
				return nil, err
			}
			all = append(all, t)
		}
	}
	return all, nil
}

func tell(ctx context.Context, file, input string) (told, error) {
	t := told{real: filepath.Base(file) == "gold.json"}
	line, err := pipeline.New(pipeline.Options{Joined: func(s *align.Story, index *stemma.Index) {
		holds := make([][]int, len(s.Clauses))
		t.parts = append(t.parts, joined{story: s, index: index, pairs: s.Pairs().List, holds: holds})
	}})
	if err != nil {
		return t, err
	}
	d, err := line.Trace(ctx, []string{input})
	if err != nil {
		return t, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return t, err
	}
	var gold mentionsFile
	if err := json.Unmarshal(data, &gold); err != nil {
		return t, err
	}
	t.place(d, gold)
	return t, nil
}

// place looks for the mentions in the reports.
func (t *told) place(d *stemma.Dossier, gold mentionsFile) {
	byRecord := map[string]*stemma.Report{}
	called := names(d, nil)
	for i := range d.Reports {
		byRecord[called[d.Reports[i].ID]] = &d.Reports[i]
	}
	for i, c := range gold.Claims {
		for _, m := range c.Mentions {
			r := byRecord[m.Report]
			if m.File != "" {
				r = expect.Find(d, m.File)
			}
			if r == nil {
				continue
			}
			if span, ok := expect.LocateWithin(r, m.Sentence, m.Text); ok {
				t.mark(i, span)
			}
		}
	}
}

const (
	// leastFit is how much a clause and a mention must have in common for the
	// clause to hold it, nearBest how much less than the best one.
	leastFit = 0.25
	nearBest = 0.15
	// allShared is how much of the shorter of the two makes it a part of the other.
	allShared = 0.9
)

// mark finds the clauses that hold a mention.
func (t *told) mark(claim int, span stemma.Span) {
	type place struct {
		at  [2]int
		fit float64
	}
	var places []place
	best := 0.0
	for p, part := range t.parts {
		for i, c := range part.story.Clauses {
			if c.Statement.Span.Report != span.Report {
				continue
			}
			fit := expect.Fit(span, c.Statement.Span)
			if fit >= leastFit || expect.Shared(span, c.Statement.Span) > allShared {
				places, best = append(places, place{[2]int{p, i}, fit}), max(best, fit)
			}
		}
	}
	m := marked{claim: claim}
	for _, x := range places {
		if x.fit >= best-nearBest {
			m.at = append(m.at, x.at)
			holds := &t.parts[x.at[0]].holds[x.at[1]]
			if !slices.Contains(*holds, claim) {
				*holds = append(*holds, claim)
			}
		}
	}
	t.mentions = append(t.mentions, m)
}

// doubted is what a pair counts of which gold marks one clause only: claims are
// chosen, their mentions mostly complete.
const doubted = 0.25

// labelled gives the pairs of which gold says something.
func (t *told) labelled() []row {
	var rows []row
	for _, part := range t.parts {
		for _, p := range part.pairs {
			a, b := part.holds[p.A], part.holds[p.B]
			if len(a) == 0 && len(b) == 0 {
				continue
			}
			r := row{features: p.Compared, turned: p.Compared.Turned(), weight: doubted}
			if len(a) > 0 && len(b) > 0 {
				r.weight = 1
				r.same = slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// grouping is how well claims hold what one claim of gold holds.
type grouping struct {
	pure, groups         int
	together, same, both int // pairs of mentions: put together, of one claim, both
}

func (g grouping) add(o grouping) grouping {
	return grouping{
		pure: g.pure + o.pure, groups: g.groups + o.groups,
		together: g.together + o.together, same: g.same + o.same, both: g.both + o.both,
	}
}

// grouped joins the clauses by some weights and judges the claims.
func (t *told) grouped(w *align.Comparison) grouping {
	var g grouping
	of := make([][]int, len(t.parts))
	for p, part := range t.parts {
		part.story.Among = w
		of[p] = make([]int, len(part.story.Clauses))
		for i, group := range claim.Join(part.story, part.index) {
			for _, c := range group {
				of[p][c] = i
			}
			g.judge(part.marks(group))
		}
	}
	g.pair(t.mentions, t.placed(of))
	return g
}

// marks gives the claims that the clauses of a group hold, of those that hold any.
func (j joined) marks(group claim.Group) [][]int {
	var found [][]int
	for _, c := range group {
		if len(j.holds[c]) > 0 {
			found = append(found, j.holds[c])
		}
	}
	return found
}

// judge counts a group of several marked clauses, pure if all hold one claim.
func (g *grouping) judge(marks [][]int) {
	if len(marks) < 2 {
		return
	}
	g.groups++
	for _, claim := range marks[0] {
		if !slices.ContainsFunc(marks, func(m []int) bool { return !slices.Contains(m, claim) }) {
			g.pure++
			return
		}
	}
}

// pair counts the pairs of mentions that are of one claim, and those in one group.
func (g *grouping) pair(mentions []marked, group [][2]int) {
	for i := range mentions {
		for k := range i {
			same, together := mentions[i].claim == mentions[k].claim, group[i] == group[k]
			g.same += count(same)
			g.together += count(together)
			g.both += count(same && together)
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// placed gives the group of each mention: of those that may be meant the one
// that most mentions of its claim are in.
func (t *told) placed(of [][]int) [][2]int {
	votes := map[[3]int]float64{}
	for _, m := range t.mentions {
		for _, at := range m.at {
			votes[[3]int{m.claim, at[0], of[at[0]][at[1]]}] += 1 / float64(len(m.at))
		}
	}
	found := make([][2]int, len(t.mentions))
	for i, m := range t.mentions {
		found[i] = [2]int{-1, i}
		best := 0.0
		for _, at := range m.at {
			k := [2]int{at[0], of[at[0]][at[1]]}
			if v := votes[[3]int{m.claim, k[0], k[1]}]; v > best+1e-9 {
				found[i], best = k, v
			}
		}
	}
	return found
}
