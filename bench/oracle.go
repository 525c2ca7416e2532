package main

import (
	"cmp"
	"slices"

	"stemma/internal/reuse"
)

// gramWords is the words of a gram that the oracle counts.
const gramWords = 5

// pair is two reports by their places, the lower first.
type pair struct{ a, b int32 }

func comparePairs(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) }

// holding is a gram in a report.
type holding struct {
	gram uint64
	doc  int32
	mast bool // masthead of the report's outlet
}

// exact counts for all pairs the distinct 5-grams that both reports hold, and
// gives the pairs with at least so many, in order. Grams that are masthead of
// an outlet do not count in its own pairs; a pair that shares as many of these
// as of others is left out. It is quadratic where many share a gram: that is
// what exact means.
func exact(all []report, least int) []pair {
	held := holdings(all)
	outlets, sizes := numbered(all)
	groups := grouped(held)
	markMastheads(groups, outlets, sizes)
	of := make([][]int32, len(all)) // groups of each report
	for g, group := range groups {
		for _, h := range group {
			of[h.doc] = append(of[h.doc], int32(g))
		}
	}
	var found []pair
	counts, masts := make([]int, len(all)), make([]int, len(all))
	for a := range all {
		clear(counts)
		clear(masts)
		for _, g := range of[a] {
			tally(groups[g], int32(a), outlets, counts, masts)
		}
		for b := a + 1; b < len(all); b++ {
			if counts[b] >= least && counts[b] > masts[b] {
				found = append(found, pair{int32(a), int32(b)})
			}
		}
	}
	return found
}

// tally counts a gram of report a for all later reports that hold it.
func tally(group []holding, a int32, outlets []int, counts, masts []int) {
	for i := len(group) - 1; i >= 0 && group[i].doc > a; i-- {
		h := group[i]
		if h.mast && outlets[h.doc] == outlets[a] {
			masts[h.doc]++
		} else {
			counts[h.doc]++
		}
	}
}

// holdings gives every distinct gram of every report, by gram, then report.
func holdings(all []report) []holding {
	scanner := reuse.NewScanner()
	var row reuse.Row
	var held []holding
	for i := range all {
		scanner.Scan(all[i].Text, &row)
		start := len(held)
		for w := 0; w+gramWords <= len(row.Words); w++ {
			held = append(held, holding{gram: gramOf(row.Words[w : w+gramWords]), doc: int32(i)})
		}
		own := held[start:]
		slices.SortFunc(own, func(x, y holding) int { return cmp.Compare(x.gram, y.gram) })
		held = held[:start+len(slices.Compact(own))]
	}
	slices.SortFunc(held, func(x, y holding) int {
		return cmp.Or(cmp.Compare(x.gram, y.gram), cmp.Compare(x.doc, y.doc))
	})
	return held
}

// gramOf hashes the words of a gram, in another way than the search does.
func gramOf(words []uint32) uint64 {
	var h uint64
	for _, w := range words {
		h = mixed(h, uint64(w))
	}
	return h
}

// grouped gives the grams that two reports or more hold.
func grouped(held []holding) [][]holding {
	var groups [][]holding
	for start := 0; start < len(held); {
		end := start + 1
		for end < len(held) && held[end].gram == held[start].gram {
			end++
		}
		if end-start > 1 {
			groups = append(groups, held[start:end])
		}
		start = end
	}
	return groups
}

// numbered gives each report's outlet as a number, 0 for none, and the reports
// of each.
func numbered(all []report) (outlets, sizes []int) {
	number := map[string]int{"": 0}
	outlets, sizes = make([]int, len(all)), []int{0}
	for i := range all {
		n, known := number[all[i].Outlet]
		if !known {
			n = len(sizes)
			number[all[i].Outlet] = n
			sizes = append(sizes, 0)
		}
		outlets[i] = n
		sizes[n]++
	}
	return outlets, sizes
}

// The rule by which package reuse tells a masthead, stated anew so that the
// oracle does not agree with it by construction.
const (
	mastLeast   = 4
	mastArchive = 20 // reports from which on an outlet is an archive
)

// isMasthead says whether a gram in n of an outlet's reports is masthead.
func isMasthead(n, reports int) bool {
	share := 0.5
	if reports >= mastArchive {
		share = 0.03
	}
	return n >= max(mastLeast, int(share*float64(reports)+0.5))
}

func markMastheads(groups [][]holding, outlets, sizes []int) {
	count := make([]int, len(sizes))
	for _, group := range groups {
		for _, h := range group {
			count[outlets[h.doc]]++
		}
		for i := range group {
			o := outlets[group[i].doc]
			group[i].mast = o != 0 && isMasthead(count[o], sizes[o])
		}
		for _, h := range group {
			count[outlets[h.doc]] = 0
		}
	}
}

// longestRun is the words of the longest run that two texts share.
func longestRun(x, y string) int {
	scanner := reuse.NewScanner()
	var a, b reuse.Row
	scanner.Scan(x, &a)
	scanner.Scan(y, &b)
	best, before := 0, make([]int, len(b.Words)+1)
	for _, w := range a.Words {
		diagonal := 0
		for j, v := range b.Words {
			up := before[j+1]
			before[j+1] = 0
			if v == w {
				before[j+1] = diagonal + 1
				best = max(best, diagonal+1)
			}
			diagonal = up
		}
	}
	return best
}

// shingleWords is the words of a shingle of the independent count.
const shingleWords = 8

// alike is the share of the shingles of the text that has fewer which the
// other has too.
func alike(x, y string) float64 {
	a, b := shingles(x), shingles(y)
	if len(b) < len(a) {
		a, b = b, a
	}
	n := 0
	for g := range a {
		if b[g] {
			n++
		}
	}
	return share(n, len(a))
}

func shingles(text string) map[uint64]bool {
	var row reuse.Row
	reuse.NewScanner().Scan(text, &row)
	set := map[uint64]bool{}
	for w := 0; w+shingleWords <= len(row.Words); w++ {
		set[gramOf(row.Words[w:w+shingleWords])] = true
	}
	return set
}
