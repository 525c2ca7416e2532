package main

import "slices"

// role is one part of an attribution, as a column of the scores.
type role struct {
	name string
	of   func(*credit) []int
}

func roles() []role {
	return []role{
		{"content", func(c *credit) []int { return c.content }},
		{"cue", func(c *credit) []int { return c.cue }},
		{"source", func(c *credit) []int { return c.source }},
	}
}

// scoreRoles scores the words of each role, and whole spans.
func scoreRoles(s *scores, all []sheet) {
	for _, r := range roles() {
		var words, exact, overlap agreement
		for i := range all {
			gold, found := collect(all[i].gold, r), collect(all[i].found, r)
			words.add(union(gold), union(found))
			exact.pairs(gold, found, func(a, b []int) bool { return slices.Equal(a, b) })
			overlap.pairs(gold, found, func(a, b []int) bool { return common(a, b) > 0 })
		}
		words.print(s, r.name)
		exact.print(s, r.name+"_exact")
		overlap.print(s, r.name+"_overlap")
	}
}

func collect(credits []credit, r role) [][]int {
	var lists [][]int
	for i := range credits {
		if words := r.of(&credits[i]); len(words) > 0 {
			lists = append(lists, words)
		}
	}
	return lists
}

// agreement counts for precision and recall.
type agreement struct{ right, found, recalled, wanted int }

// add counts words of one role that gold and findings share.
func (t *agreement) add(gold, found []int) {
	n := common(gold, found)
	t.right += n
	t.recalled += n
	t.found += len(found)
	t.wanted += len(gold)
}

// pairs counts the found ones that agree with any in the gold, and the gold
// ones that agree with any found.
func (t *agreement) pairs(gold, found [][]int, agree func(a, b []int) bool) {
	count := func(of, with [][]int) (n int) {
		for _, a := range of {
			if slices.ContainsFunc(with, func(b []int) bool { return agree(a, b) }) {
				n++
			}
		}
		return n
	}
	t.right += count(found, gold)
	t.found += len(found)
	t.recalled += count(gold, found)
	t.wanted += len(gold)
}

func (t *agreement) print(s *scores, name string) {
	s.retrieval(name, t.right, t.found, t.recalled, t.wanted)
}
