package flow

import (
	"slices"

	"stemma/internal/reuse"
)

// Share is what every step knows of how the search is shared out, and what it
// makes of the summaries once.
type Share struct {
	Shards, MinWords int

	steps  *reuse.Steps
	ranks  map[reuse.Doc]uint32
	copies map[uint32][]uint32 // of the first report of each group
}

// ready makes the steps of the summaries, the first time.
func (s *Share) ready(roster Roster) *reuse.Steps {
	if s.steps != nil {
		return s.steps
	}
	var all []reuse.Summary
	for _, x := range gather(roster) {
		all = append(all, reuse.Summary(x))
	}
	s.steps = reuse.NewSteps(all, s.MinWords)
	s.ranks = make(map[reuse.Doc]uint32, len(all))
	for rank := range uint32(len(all)) {
		s.ranks[s.steps.Doc(rank)] = rank
	}
	s.copies = map[uint32][]uint32{}
	for _, group := range s.steps.Copies() {
		s.copies[group[0]] = group
	}
	return s.steps
}

// Roster gives the summaries of all reports, some at a time.
type Roster = func(*Summaries) bool

// Order puts the passages of a range of reports in order, and gives the reports
// by rank.
func (s *Share) Order(
	passages func(*Passages) bool, roster Roster,
) (inOrder []reuse.Passage, doc func(rank uint32) reuse.Doc) {
	steps := s.ready(roster)
	all := gather(passages)
	slices.SortFunc(all, func(x, y reuse.Passage) int { return reuse.ComparePassages(&x, &y) })
	return all, steps.Doc
}
