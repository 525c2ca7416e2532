package reuse

import "slices"

// span is a range of reports by rank, half-open.
type span struct{ first, last uint32 }

// spans divides all reports into ranges.
type spans struct {
	of []uint16 // of each report
	at []span
}

// most is how many ranges there may be.
const most = 1 << 16

// divide makes ranges that each weigh about the same, and at most that much
// where a single report does not weigh more.
func divide(n int, weight func(int) int64, about int64) spans {
	s := spans{of: make([]uint16, n)}
	var sum int64
	first := 0
	for i := range n {
		w := weight(i)
		if i > first && sum+w > about && len(s.at) < most-1 {
			s.at = append(s.at, span{uint32(first), uint32(i)})
			first, sum = i, 0
		}
		sum += w
		s.of[i] = uint16(len(s.at))
	}
	s.at = append(s.at, span{uint32(first), uint32(n)})
	return s
}

// shards says how the steps of a search are shared out: postings by the range
// of their hash, members of crowds by the range of the hub, links by the range
// of the lower report and, in that, of the higher one.
type shards struct {
	halls  spans // by what of their reports must be held at once
	ranges spans // by even work
}

// hashShards is the number of ranges of hashes: enough for a billion postings
// to be sorted in memory range by range.
const (
	hashShardBits = 8
	hashShards    = 1 << hashShardBits
)

func hashShard(p *Posting) int { return int(p.Key >> (64 - hashShardBits)) }

// evenly is the least number of ranges of reports that even work is shared out
// by; there are more where a range would have more than rangeWords words: what
// is found in one is held at once.
const (
	evenly     = 64
	rangeWords = 400_000
)

// newShards divides reports, of which those that are not held may take so many
// bytes at once; below 1 there is no bound.
func newShards(d *docs, bytes int64) shards {
	n := len(d.doc)
	words := func(i int) int64 { return int64(d.words[i]) + 64 }
	var all int64
	for i := range n {
		all += words(i)
	}
	missing := func(i int) int64 {
		if d.rows[i] != nil {
			return 0
		}
		return int64(heldBytes(int(d.words[i])))
	}
	if bytes < 1 {
		missing, bytes = func(int) int64 { return 0 }, 1
	}
	return shards{halls: divide(n, missing, bytes), ranges: divide(n, words, min(all/evenly+1, rangeWords))}
}

func (s *shards) cells() int { return len(s.halls.at) * len(s.ranges.at) }

func (s *shards) cell(l *Link) int {
	return int(s.halls.of[l.A])*len(s.ranges.at) + int(s.ranges.of[l.B])
}

// spansOf gives the reports A and B of the links of a cell.
func (s *shards) spansOf(cell int) (a, b span) {
	return s.halls.at[cell/len(s.ranges.at)], s.ranges.at[cell%len(s.ranges.at)]
}

// groups orders the groups of copies by their first.
func (d *docs) groups() [][]uint32 {
	all := make([][]uint32, 0, len(d.copies))
	for _, g := range d.copies {
		all = append(all, g)
	}
	slices.SortFunc(all, func(x, y []uint32) int { return slices.Compare(x, y) })
	return all
}
