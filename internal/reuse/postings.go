package reuse

import (
	"cmp"
	"slices"
)

// posting is one kept shingle: its hash, its row, and its first word.
type posting struct {
	hash uint64
	row  uint32
	word uint32
}

// anchor is a shingle that two rows share, by its first word in each.
type anchor struct{ a, b uint32 }

// pair is two rows (a < b) with all their anchors.
type pair struct {
	a, b    uint32
	anchors []anchor
}

// fingerprints gives the kept shingles of all rows, row by row, without
// those that are masthead.
func fingerprints(rows []row, skip []masthead) []posting {
	total := 0
	for _, r := range rows {
		total += len(r.words)*2/(window+1) + 1
	}
	postings := make([]posting, 0, total)
	for i, r := range rows {
		hashes := shingles(r.words)
		winnow(hashes, func(position int) {
			if skip[i][hashes[position]] {
				return
			}
			postings = append(postings, posting{hash: hashes[position], row: uint32(i), word: uint32(position)})
		})
	}
	return postings
}

// sortPostings sorts by hash, keeping the order of rows and words: a radix
// sort from the low byte up. The lower 40 bits decide; what collides in
// them is told apart where bytes are compared anyway.
func sortPostings(postings []posting) {
	const digits = 5
	spare := make([]posting, len(postings))
	from, to := postings, spare
	for d := range digits {
		var counts [256]int
		for i := range from {
			counts[byte(from[i].hash>>(8*d))]++
		}
		sum := 0
		for v, n := range counts {
			counts[v], sum = sum, sum+n
		}
		for i := range from {
			v := byte(from[i].hash >> (8 * d))
			to[counts[v]] = from[i]
			counts[v]++
		}
		from, to = to, from
	}
	if digits%2 == 1 {
		copy(postings, spare)
	}
}

const sortedBits = 1<<40 - 1

// maxRepeats bounds how often one fingerprint of one row makes anchors: a
// sentence repeated ten thousand times is still one passage.
const maxRepeats = 4

// pairs gives all pairs of rows that share a fingerprint, in order, with
// their anchors in order.
func pairs(postings []posting, maxOwners int) []pair {
	type link struct {
		a, b uint32
		anchor
	}
	var links []link
	for start := 0; start < len(postings); {
		end := start + 1
		for end < len(postings) && postings[end].hash&sortedBits == postings[start].hash&sortedBits {
			end++
		}
		group := thin(postings[start:end])
		limit := len(group)
		if owners(group) > maxOwners {
			limit = firstOf(group, earliest)
		}
		for i := range group[:limit] {
			for j := i + 1; j < len(group); j++ {
				if group[i].row != group[j].row {
					links = append(links, link{group[i].row, group[j].row, anchor{group[i].word, group[j].word}})
				}
			}
		}
		start = end
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b),
			cmp.Compare(x.anchor.a, y.anchor.a), cmp.Compare(x.anchor.b, y.anchor.b))
	})
	var found []pair
	for _, l := range links {
		if n := len(found); n == 0 || found[n-1].a != l.a || found[n-1].b != l.b {
			found = append(found, pair{a: l.a, b: l.b})
		}
		last := &found[len(found)-1]
		last.anchors = append(last.anchors, l.anchor)
	}
	return found
}

// thin keeps the first maxRepeats postings of every row.
func thin(group []posting) []posting {
	kept := group[:0:0]
	run := 0
	for i, p := range group {
		if i > 0 && group[i-1].row == p.row {
			run++
		} else {
			run = 0
		}
		if run < maxRepeats {
			kept = append(kept, p)
		}
	}
	return kept
}

// owners counts the rows of a group, which stand in order.
func owners(group []posting) int {
	n := 0
	for i, p := range group {
		if i == 0 || group[i-1].row != p.row {
			n++
		}
	}
	return n
}

// firstOf is the number of postings that belong to the first n rows.
func firstOf(group []posting, n int) int {
	for i, p := range group {
		if i > 0 && group[i-1].row != p.row {
			if n--; n == 0 {
				return i
			}
		}
	}
	return len(group)
}
